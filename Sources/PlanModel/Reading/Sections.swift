/// A section of a plan, or who stands behind one: what a policy may require.
package struct SectionName: Choice, Hashable {
  package let rawValue: String

  package init?(rawValue: String) {
    guard Self.names.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(known name: String) { rawValue = name }

  private static let names = ["sponsor", "manager", "approval"] + Plan.sections.map(\.key)
  package static let allCases: [SectionName] = names.map { SectionName(known: $0) }
}

extension Plan {
  /// Whether nothing is written under a section's name. A section that was written and could not be read is not empty:
  /// that has been told.
  package func isEmpty(_ name: SectionName) -> Bool {
    let section = name.rawValue
    func none<Value>(_ table: Table<Value>?) -> Bool { table?.isEmpty ?? !wrote(section) }
    func none(_ noun: (any Noun)?) -> Bool { noun.map { $0.common.seen == 0 } ?? !wrote(section) }
    switch section {
    case "sponsor": return sponsor == nil && !wrote(section)
    case "manager": return manager == nil && !wrote(section)
    case "approval": return none(approval)
    case "assumptions": return none(assumptions)
    case "evidence": return none(evidence)
    case "glossary": return none(glossary)
    case "chapters": return none(chapters)
    case "scope": return none(scope)
    case "pillars": return none(pillars)
    case "segments": return none(segments)
    case "journey": return none(journey)
    case "objectives": return none(objectives)
    case "kpis": return none(kpis)
    case "scorecards": return none(scorecards)
    case "channels": return none(channels)
    case "attribution": return none(attribution)
    case "flights": return none(flights)
    case "budget": return none(budget)
    case "limits": return none(limits)
    case "adjustments": return none(adjustments)
    case "phases": return none(phases)
    case "milestones": return none(milestones)
    case "tasks": return none(tasks)
    case "events": return none(events)
    case "team": return none(team)
    case "duties": return none(duties)
    case "risks": return none(risks)
    case "escalation": return none(escalation)
    case "alerts": return none(alerts)
    case "service_levels": return none(serviceLevels)
    case "partners": return none(partners)
    case "modules": return none(modules)
    case "data": return none(data)
    case "commitments": return none(commitments)
    case "feasibility": return none(feasibility)
    case "claims": return none(claims)
    case "actuals": return none(actuals)
    case "log": return log?.isEmpty ?? !wrote(section)
    default: return false
    }
  }
}
