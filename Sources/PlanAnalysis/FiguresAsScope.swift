package import PlanExpressions
import PlanModel
package import PlanQuantities
package import PlanText

/// What the plan's expressions see of its figures.
extension Figures {
  package func lookup(_ path: Path, at moment: Period?) -> Lookup {
    if let moment, let flows = flowsBehind(path) {
      if let refusal = refusal(toLookAt: 20 * flows) { return .tooMuch(refusal) }
      if let figure = returnFigure(path, by: moment) { return lookup(of: figure) }
    }
    if let figure = figure(path.text, names: path.names) { return lookup(of: figure) }
    return .unknown(suggestion: isAskedAlone() ? suggestion(for: path.text, names: path.names) : nil)
  }

  private func lookup(of figure: Figure) -> Lookup {
    .value(figure.value, dimension: figure.dimension, place: figure.place)
  }

  package func count(of path: Path) -> Int? {
    switch path.text {
    case "assumptions": plan.assumptions?.count ?? 0
    case "kpis": plan.kpis?.count ?? 0
    case "objectives": plan.objectives?.count ?? 0
    case "phases": plan.phases?.count ?? 0
    case "milestones": plan.milestones?.count ?? 0
    case "tasks": plan.tasks?.count ?? 0
    case "claims": plan.claims?.count ?? 0
    case "limits": plan.limits?.count ?? 0
    case "evidence": plan.evidence?.count ?? 0
    case "glossary": plan.glossary?.count ?? 0
    case "chapters": plan.chapters?.count ?? 0
    case "pillars": plan.pillars?.count ?? 0
    case "segments": (plan.segments?.entries ?? []).reduce(0) { $0 + ($1.value.parts?.count ?? 0) }
    case "journey": plan.journey?.count ?? 0
    case "scorecards": plan.scorecards?.count ?? 0
    case "channels": plan.channels?.count ?? 0
    case "flights": plan.flights?.count ?? 0
    case "adjustments": plan.adjustments?.count ?? 0
    case "events": plan.events?.count ?? 0
    case "duties": plan.duties?.count ?? 0
    case "risks": plan.risks?.count ?? 0
    case "alerts": plan.alerts?.count ?? 0
    case "service_levels": plan.serviceLevels?.count ?? 0
    case "partners": plan.partners?.count ?? 0
    case "modules": plan.modules?.count ?? 0
    case "commitments": plan.commitments?.count ?? 0
    case "team.units": plan.team?.units?.count ?? 0
    case "team.roles": plan.team?.roles?.count ?? 0
    case "budget.lines": plan.budget?.lines?.count ?? 0
    case "budget.reserves": plan.budget?.reserves?.count ?? 0
    case "feasibility.flows": plan.feasibility?.flows?.entries.count ?? 0
    case "feasibility.benefits": plan.feasibility?.benefits?.count ?? 0
    case "feasibility.sensitivity": plan.feasibility?.sensitivity?.count ?? 0
    case "feasibility.scenarios": plan.feasibility?.scenarios?.count ?? 0
    default: countOfParts(path.names)
    }
  }

  /// Parts of a noun: segments of a dimension, criteria of a scorecard, children of a line.
  private func countOfParts(_ names: [String]) -> Int? {
    guard names.count == 2 || names.count == 3 else { return nil }
    let parts = names.count == 3 ? names[2] : nil
    switch (names[0], parts) {
    case ("segments", nil), ("segments", "parts"): return plan.segments?[names[1]]?.parts?.count
    case ("evidence", nil), ("evidence", "parts"): return plan.evidence?[names[1]]?.parts?.count
    case ("scorecards", nil), ("scorecards", "criteria"): return plan.scorecards?[names[1]]?.criteria?.count
    case ("budget", nil), ("budget", "lines"):
      return resolved.lines[names[1]].flatMap { $0.children.isEmpty ? nil : $0.children.count }
    default: return nil
    }
  }

  package func exchangeRate(from: String, to: String) -> Fraction? {
    resolved.house.exchangeRate(from: from, to: to)?.worth
  }

  package func refusal(toLookAt count: Int) -> Message? {
    if let base = supposition?.base {
      let steps = count / 8
      guard base.hasSteps(steps) else { return Self.tooManySteps }
      takeSteps(steps)
      return nil
    }
    if bounds.mayLook(at: count) { return nil }
    let mostLooks = bounds.mostLooks
    return Message(
      en: "the plan's expressions look at more than \(mostLooks) figures of maps and series",
      hans: "本计划的表达式合计取用的映射与数列中的数值超过 \(mostLooks) 个",
      hant: "本計畫的運算式合計取用的對映與數列中的數值超過 \(mostLooks) 個")
  }

  package var currency: String? { plan.currencyCode }

  /// The path that a misspelt one most likely stands for; nil without one, and once too many were looked for.
  package func suggestion(for path: String, names: [String]) -> String? {
    // No figure's path is that long, nor what was meant by a longer one.
    guard let first = names.first, names.count <= 12, misspelt.effort > 0 else { return nil }
    let known = misspelt.words(near: names.count > 1 ? first : nil)
    let near = known.nearest(to: path, effort: &misspelt.effort)
    guard names.count > 1 else { return near?.word }
    // A figure asked for takes as much as some hundred words.
    misspelt.effort -= 100 * Self.sections.count
    let elsewhere = KnownWords(
      Self.sections.map { ([$0] + names.dropFirst()).joined(separator: ".") }.filter { figure($0) != nil })
    guard let other = elsewhere.nearest(to: path, effort: &misspelt.effort), other.distance < near?.distance ?? .max
    else {
      return near?.word
    }
    return other.word
  }

  /// The sections whose nouns have figures.
  package static let sections = [
    "allocation", "assumptions", "budget", "channels", "claims", "commitments", "events", "evidence", "feasibility",
    "flights", "kpis", "limits", "milestones", "modules", "objectives", "partners", "phases", "risks", "tasks", "team",
  ]
}

/// What the misspelt paths of one plan are compared with, and what may still be spent on it.
struct Misspelt {
  var effort = KnownWords.effort
  /// Ids of assumptions and KPIs, which need no section.
  private let bare: [String]
  private let sections: [String: [String]]
  private var known: [String: KnownWords] = [:]

  init(_ figures: Figures) {
    bare = (figures.plan.assumptions?.ids ?? []) + (figures.plan.kpis?.ids ?? [])
    sections = Dictionary(grouping: figures.allPaths) { String($0.prefix { $0 != "." }) }
  }

  /// Paths in a section, be it one or not, and those of assumptions and KPIs; those without a dot for none.
  mutating func words(near section: String?) -> KnownWords {
    let key = section.map { sections[$0] == nil ? "." : $0 } ?? ""
    if let words = known[key] { return words }
    let levels = bare.flatMap { ["\($0).baseline", "\($0).target", "\($0).change"] }
    let words = KnownWords(section == nil ? bare + Figures.sections : (sections[key] ?? []) + levels)
    known[key] = words
    return words
  }
}
