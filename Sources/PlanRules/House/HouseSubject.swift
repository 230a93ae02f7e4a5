import PlanAnalysis
import PlanModel
import PlanText

/// One noun that a rule of the house looks at: `it`.
struct HouseSubject {
  let id: String
  let noun: any Noun
  /// The noun's path among the figures, such as `channels.search`; empty for the plan itself.
  let path: String
  /// What its parents say for it, where it says nothing itself.
  var owner: Located<String>?
  var category: Located<String>?

  /// What its parents say for a field.
  func inherited(_ key: String) -> Located<String>? {
    switch key {
    case "owner": owner
    case "category": category
    default: nil
    }
  }

  /// What is to be pointed at: its id.
  var place: SourceRange { noun.common.keyRange }

  /// The path of one of its figures.
  func figurePath(_ names: some Sequence<String>) -> String {
    ((path.isEmpty ? [] : [path]) + names).joined(separator: ".")
  }
}

extension ResolvedPlan {
  /// The nouns that a rule of the house looks at, in the order of the plan; budget lines at every depth.
  func houseSubjects(_ each: HouseRule.Each) -> [HouseSubject] {
    switch each {
    case .plan: [HouseSubject(id: plan.id?.value ?? "", noun: plan, path: "")]
    case .channel: subjects(plan.channels, "channels")
    case .line: lines.entries.filter { !$0.isOperating }.map(Self.subject)
    case .objective: subjects(plan.objectives, "objectives")
    case .kpi: subjects(plan.kpis, "kpis")
    case .risk: subjects(plan.risks, "risks")
    case .module: subjects(plan.modules, "modules")
    case .task: subjects(plan.tasks, "tasks")
    case .milestone: subjects(plan.milestones, "milestones")
    case .event: subjects(plan.events, "events")
    }
  }

  private func subjects<N: Noun>(_ table: Table<N>?, _ section: String) -> [HouseSubject] {
    (table?.entries ?? []).map { HouseSubject(id: $0.id.value, noun: $0.value, path: "\(section).\($0.id.value)") }
  }

  private static func subject(_ entry: LineBook.Entry) -> HouseSubject {
    HouseSubject(
      id: entry.id.value, noun: entry.line, path: "budget.\(entry.id.value)", owner: entry.owner,
      category: entry.category)
  }
}
