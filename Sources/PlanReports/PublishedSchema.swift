import PlanModel

/// The JSON Schemas that marplan publishes, by the names `marplan schema` takes.
package enum PublishedSchema: String, Sendable, CaseIterable {
  case plan, part, policy, portfolio, theme, diagnostics
  case planJSON = "plan.json"
  case portfolioJSON = "portfolio.json"

  /// The schema's file in the repository's folder `schemas`.
  package var fileName: String { "\(rawValue).schema.json" }

  fileprivate var value: SchemaValue {
    switch self {
    case .plan: documentSchema(.plan)
    case .part: documentSchema(.part)
    case .policy: documentSchema(.policy)
    case .portfolio: documentSchema(.portfolio)
    case .theme: documentSchema(.theme)
    case .diagnostics: DiagnosticsSchema.document
    case .planJSON: PlanJSONSchema.document
    case .portfolioJSON: PortfolioJSONSchema.document
    }
  }
}

/// A schema as JSON, ending in a line feed.
package func schemaText(_ schema: PublishedSchema) -> String {
  var json = JSONWriter()
  json.write(schema.value)
  return json.finished()
}

extension JSONWriter {
  fileprivate mutating func write(_ value: SchemaValue) {
    switch value {
    case .text(let text): string(text)
    case .number(let number): integer(number)
    case .flag(let flag): boolean(flag)
    case .list(let items): array { json in for item in items { json.write(item) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.key)
          json.write(member.value)
        }
      }
    }
  }
}
