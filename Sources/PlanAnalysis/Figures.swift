package import PlanExpressions
package import PlanModel
package import PlanQuantities
package import PlanSchedule
package import PlanText

/// Every figure of a plan by its path, worked out when asked for and kept.
///
/// It is the scope in which the plan's expressions are evaluated; a formula that needs its own value is noticed here.
/// One plan's figures belong to one thread.
package final class Figures: Scope {
  package let resolved: ResolvedPlan
  /// Other values of drivers, for what the plan would come to with them.
  let supposition: Supposition?
  private var known: [String: Figure?] = [:]
  /// Paths being worked out, the outermost first.
  private var pending: [String] = []
  /// Formulas that need themselves, each told once.
  package private(set) var cycles: [[String]] = []
  var cashFlowsCache: CashFlowModel?
  /// The periods of the flows as paths name them, in the order written.
  private(set) lazy var flowNames = plan.feasibility?.flows?.entries.map(\.period.value.text) ?? []
  /// Paths of the channels below each channel, by its id.
  private(set) lazy var channelsBelow = Dictionary(
    grouping: (plan.channels?.entries ?? []).lazy.filter { $0.value.parent != nil }, by: { $0.value.parent?.value }
  ).mapValues { $0.map { "channels.\($0.id.value)" } }
  /// Paths of the flights in each channel, by its id.
  private(set) lazy var flightsIn = Dictionary(
    grouping: (plan.flights?.entries ?? []).lazy.filter { $0.value.channel != nil }, by: { $0.value.channel?.value }
  ).mapValues { $0.map { "flights.\($0.id.value)" } }
  /// Who spends the money.
  package private(set) lazy var spending = SpendBook(plan)
  /// When everything happens.
  package private(set) lazy var schedule = PlanSchedule.schedule(resolved)
  /// What is spent when; nil where the plan does not say when all of it is.
  package private(set) lazy var moneyOverTime = PlanSchedule.moneyOverTime(resolved) {
    figure("budget.\($0)")?.quantity
  }
  /// What adjustments moved.
  package private(set) lazy var ledger = Ledger(resolved) { converted($0, to: $1) }
  /// What each benefit brings a year in cash.
  private(set) lazy var benefitCash = cashOfBenefits()
  /// The yearly operating cost that flows have off already.
  private(set) lazy var costOff = operatingCostOff()
  /// What the benefits bring in each period that was asked for.
  var benefitsCache: [Period: Fraction?] = [:]
  /// Which lines may come to something else than the plan's own, in the order of the line book: those that are derived or
  /// hold derived ones, and those that are supposed or hold supposed ones.
  private(set) lazy var mayMove = linesThatMayMove()
  private var evaluations: [SourceRange: Evaluation] = [:]
  /// Cap for the formulas behind formulas that one path may need.
  private let deepest = 200

  package init(_ resolved: ResolvedPlan) {
    self.resolved = resolved
    supposition = nil
  }

  init(_ resolved: ResolvedPlan, _ supposition: Supposition) {
    self.resolved = resolved
    self.supposition = supposition
  }

  package var plan: Plan { resolved.plan }

  /// The figure at a path; nil where the plan has none.
  ///
  /// - Parameter names: the path's names, where they are at hand; asked for only if the figure is not known yet.
  package func figure(_ path: String, names: @autoclosure () -> [String]? = nil) -> Figure? {
    if let figure = known[path] { return figure }
    if let start = pending.firstIndex(of: path) {
      let loop = Array(pending[start...]) + [path]
      if !cycles.contains(where: { Set($0) == Set(loop) }) { cycles.append(loop) }
      return Figure(path, .undefined(circular(loop)))
    }
    guard pending.count < deepest else { return Figure(path, .undefined(circular(pending + [path]))) }
    pending.append(path)
    let figure = compute(path, names() ?? path.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) })
    pending.removeLast()
    known[path] = .some(figure)
    return figure
  }

  private func circular(_ loop: [String]) -> Message {
    let text = loop.joined(separator: " → ")
    return Message(en: "it needs its own value: \(text)", hans: "循环引用：\(text)", hant: "循環參照：\(text)")
  }

  /// What an expression of the plan comes to, with its trace and problems.
  package func evaluate(_ expression: Located<Expression>) -> Evaluation {
    if let evaluation = evaluations[expression.range] { return evaluation }
    let evaluation = PlanExpressions.evaluate(expression.value, in: self)
    if pending.isEmpty { evaluations[expression.range] = evaluation }
    return evaluation
  }

  /// A figure from an expression: its value, formula and inputs.
  func derived(_ path: String, _ expression: Located<Expression>) -> Figure {
    let evaluation = evaluate(expression)
    return Figure(
      path, evaluation.value, dimension: evaluation.dimension, formula: expression.value.text,
      inputs: evaluation.inputs, place: expression.range)
  }

  /// A stated figure, else the one its expression gives; nil with neither.
  func stated(_ path: String, _ value: Located<Quantity>?, equals: Located<Expression>?) -> Figure? {
    guard let value else { return equals.map { derived(path, $0) } }
    guard let supposition, let equals else { return Figure(path, .quantity(value.value), place: value.range) }
    let moved = supposition.moved(
      value.value, from: supposition.base.evaluate(equals).value, to: evaluate(equals).value)
    return Figure(path, moved, dimension: Dimension(.quantity(value.value)), place: value.range)
  }

  private func compute(_ path: String, _ names: [String]) -> Figure? {
    guard let first = names.first else { return nil }
    let rest = Array(names.dropFirst())
    switch first {
    case "budget": return budgetFigure(path, rest)
    case "assumptions": return rest.first.flatMap { assumptionFigure(path, $0, Array(rest.dropFirst())) }
    case "kpis": return rest.first.flatMap { kpiFigure(path, $0, Array(rest.dropFirst())) }
    case "evidence": return evidenceFigure(path, rest)
    case "objectives": return objectiveFigure(path, rest)
    case "phases": return phaseFigure(path, rest)
    case "milestones": return milestoneFigure(path, rest)
    case "tasks": return taskFigure(path, rest)
    case "limits": return limitFigure(path, rest)
    case "claims": return claimFigure(path, rest)
    case "scorecards": return scorecardFigure(path, rest)
    case "team": return teamFigure(path, rest)
    case "feasibility": return feasibilityFigure(path, rest)
    case "risks": return riskFigure(path, rest)
    case "channels": return channelFigure(path, rest)
    case "flights": return flightFigure(path, rest)
    case "modules": return moduleFigure(path, rest)
    case "partners": return partnerFigure(path, rest)
    case "commitments": return commitmentFigure(path, rest)
    case "events": return eventFigure(path, rest)
    case "allocation": return allocationFigure(path, rest)
    case "spend": return rest.isEmpty ? spendFigure(path) : nil
    default:
      return assumptionFigure(path, first, rest) ?? kpiFigure(path, first, rest)
        ?? (path == "period" ? plan.period.map { Figure(path, .period($0.value), place: $0.range) } : nil)
    }
  }

  /// What KPI formulas and conditions call `spend`: money, known only from actual data.
  private func spendFigure(_ path: String) -> Figure {
    let unit = plan.currencyCode.map { Unit.currency($0) } ?? .none
    let missing = Message(
      en: "there are no actual figures for spend", hans: "缺少支出的实际数据", hant: "缺少支出的實際數據")
    return Figure(path, .missing(missing), dimension: .quantity(unit, .none))
  }
}

extension Figures {
  package func lookup(_ path: Path, at moment: Period?) -> Lookup {
    if let figure = moment.flatMap({ returnFigure(path, by: $0) }) ?? figure(path.text, names: path.names) {
      return .value(figure.value, dimension: figure.dimension, place: figure.place)
    }
    return .unknown(suggestion: didYouMean(path.text, among: knownPaths(near: path.names)))
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

  package var currency: String? { plan.currencyCode }

  /// Paths a misspelt one may have meant.
  package func knownPaths(near names: [String]) -> [String] {
    let bare = (plan.assumptions?.ids ?? []) + (plan.kpis?.ids ?? [])
    guard let section = names.first, names.count > 1 else { return bare + Self.sections }
    return allPaths.filter { $0.hasPrefix(section + ".") }
      + bare.flatMap { id in
        ["\(id).baseline", "\(id).target", "\(id).change"]
      } + Self.sections.map { ([$0] + names.dropFirst()).joined(separator: ".") }.filter { figure($0) != nil }
  }

  /// The sections whose nouns have figures.
  package static let sections = [
    "allocation", "assumptions", "budget", "channels", "claims", "commitments", "events", "evidence", "feasibility",
    "flights", "kpis", "limits", "milestones", "modules", "objectives", "partners", "phases", "risks", "tasks", "team",
  ]
}
