import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanRules
import PlanText

/// `portfolio.json`: every figure of a portfolio with where it comes from, its plans, and the findings.
///
/// `schemas/portfolio.json.schema.json` describes it.
package struct PortfolioJSON: PortfolioFormat {
  package static let fileName = "portfolio.json"
  /// The version of the format; it grows when a reader of the old one would be misled.
  package static let version = 1

  package init() {}

  package func render(_ portfolio: CompiledPortfolio) -> String {
    var json = JSONWriter()
    json.object { json in
      Self.writeHead(portfolio, &json)
      json.object("figures") { json in
        for path in portfolio.figures.allPaths {
          guard let figure = portfolio.figures.figure(path) else { continue }
          json.object(path) { PlanJSON.write(figure, at: path, portfolio, &$0) }
        }
      }
      json.array("plans", Array(portfolio.resolved.members.enumerated())) { json, member in
        json.object { Self.write(member.element, member.offset, portfolio, &$0) }
      }
      json.array("rates", portfolio.rates) { json, entry in
        json.object { json in
          json.member("currency", entry.id.value)
          PlanJSON.write("rate", entry.value.rate?.value, portfolio, &json)
          json.member("as_of", entry.value.common.asOf?.value.text)
          json.member("source", portfolio.text(entry.value.common.source))
          json.member("policy", entry.policy.value)
        }
      }
      json.array("shared", portfolio.resolved.sharedRoles) { json, shared in
        json.object { json in
          json.member("role", shared.role.value)
          json.array("plans", shared.plans) { $0.string($1) }
        }
      }
      let findings = Findings(
        portfolio.diagnostics, sources: portfolio.sources, language: portfolio.language,
        ruleName: { Registry.documentation(of: $0)?.name })
      json.array("findings", portfolio.diagnostics) { json, diagnostic in
        json.object { JSONFormat.write(diagnostic, findings, portfolio.locator, &$0) }
      }
    }
    return json.finished()
  }

  private static func writeHead(_ compiled: CompiledPortfolio, _ json: inout JSONWriter) {
    let portfolio = compiled.portfolio
    json.member("marplan", version)
    json.member("language", compiled.language.rawValue)
    json.member("id", portfolio.id?.value ?? "")
    PlanJSON.write("title", portfolio.common.title, compiled, &json)
    PlanJSON.write("period", portfolio.period?.value, &json)
    json.member("currency", portfolio.currency?.value)
    json.key("as_of")
    if let today = compiled.resolved.today { json.string(today.text) } else { json.null() }
    json.member("owner", portfolio.owner?.value)
    json.array("files", compiled.resolved.files) { $0.string($1.path) }
  }

  private static func write(
    _ member: ResolvedPortfolio.Member, _ place: Int, _ portfolio: CompiledPortfolio, _ json: inout JSONWriter
  ) {
    let plan = member.plan.plan
    json.member("id", member.id.value)
    PlanJSON.write("title", plan.common.title, portfolio, &json)
    json.member("file", member.plan.file.path)
    json.member("status", plan.life.rawValue)
    PlanJSON.write("period", plan.period?.value, &json)
    json.member("currency", plan.currency?.value)
    json.member("owner", plan.owner?.value)
    json.object("findings") { json in
      json.member("errors", portfolio.count(.error, ofPlan: place))
      json.member("warnings", portfolio.count(.warning, ofPlan: place))
      json.member("advice", portfolio.count(.advice, ofPlan: place))
    }
  }
}
