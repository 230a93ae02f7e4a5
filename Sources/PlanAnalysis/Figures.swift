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
  private var known: [String: Kept<Figure?>] = [:]
  /// Of the plan itself: figures as they come out where none of the drivers they ask after is supposed.
  private var unmoved: [String: Kept<Figure?>] = [:]
  /// The drivers that were asked after by what is being worked out.
  private var reach = Reach()
  /// Paths being worked out, the outermost first.
  private var pending: [String] = []
  /// How many figures were cut off where they needed themselves, or too many others.
  private var cuts = 0
  private var loops: Set<Set<String>> = []
  /// Formulas that need themselves, each told once.
  package private(set) var cycles: [[String]] = []
  /// The first figure that needs more than `deepest` others, one behind the other, and is not known for that.
  package private(set) var tooDeep: String?
  private var keptCashFlows: Kept<Result<CashFlowModel, CashFlowGap>?>?
  /// The periods of the flows as paths name them, in the order written.
  private(set) lazy var flowNames: [String] =
    supposition?.base.flowNames ?? plan.feasibility?.flows?.entries.map(\.period.value.text) ?? []
  /// Places of the flows by those names; of two with one name, the first.
  private(set) lazy var flowPlaces: [String: Int] =
    supposition?.base.flowPlaces
    ?? Dictionary(flowNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  /// Places of the objectives, by the KPI each speaks of.
  private(set) lazy var objectivesByKPI: [String: [Int]] =
    supposition?.base.objectivesByKPI ?? Self.placesByKPI(plan.objectives)
  /// Paths of the channels below each channel, by its id.
  private(set) lazy var channelsBelow = Dictionary(
    grouping: (plan.channels?.entries ?? []).lazy.filter { $0.value.parent != nil }, by: { $0.value.parent?.value }
  ).mapValues { $0.map { "channels.\($0.id.value)" } }
  /// The channels money is split over: those of `over`, else all that get money, which are those at the ends of the
  /// tree; without locked ones and those out of scope.
  package private(set) lazy var splitChannels: [Table<Channel>.Entry] =
    supposition?.base.splitChannels ?? channelsToSplitOver()
  /// Their places by id; of one named twice, the first.
  private(set) lazy var splitPlaces: [String: Int] =
    supposition?.base.splitPlaces
    ?? Dictionary(splitChannels.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  /// Of the plan itself: what these channels count by each method.
  var allocationWeights: [String: AllocationWeights] = [:]
  private var keptSplitMoney: Kept<Figure?>?
  /// Paths of the flights in each channel, by its id.
  private(set) lazy var flightsIn = Dictionary(
    grouping: (plan.flights?.entries ?? []).lazy.filter { $0.value.channel != nil }, by: { $0.value.channel?.value }
  ).mapValues { $0.map { "flights.\($0.id.value)" } }
  /// Who spends the money.
  package private(set) lazy var spending: SpendBook = supposition?.base.spending ?? SpendBook(plan)
  /// The working days of the plan's calendars.
  package private(set) lazy var calendars: WorkdayBook = supposition?.base.calendars ?? WorkdayBook(resolved)
  /// When everything happens, if that was asked for.
  package private(set) var knownSchedule: Schedule?
  private var keptPresentValues: Kept<[String: Fraction]?>?
  private var keptTakings: [String: Kept<LineTakings>] = [:]
  private var keptMoneyOverTime: Kept<MoneyOverTime?>?
  /// What each phase spends of the budget's total, by its id; empty where nothing is spread.
  package private(set) lazy var phaseSpending: [String: PhaseSpend] =
    supposition?.base.phaseSpending
    ?? Dictionary((phaseSpend(plan) ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  /// The places of long series' periods, by the names that paths have for them.
  private var periodPlaces: [SourceRange: [String: Int]] = [:]
  /// What adjustments moved.
  package private(set) lazy var ledger: Ledger = supposition?.base.ledger ?? Ledger(resolved) { converted($0, to: $1) }
  /// Whether money over time was asked for and left out, as there is too much of it.
  package private(set) var isSpendTooLong = false
  /// Where the rows of the break-even analysis turn, by their keys.
  private var turns: [SourceRange: Result<Turn, BreakEvenGap>] = [:]
  private var keptBenefitCash: Kept<[Quantity?]>?
  private var keptCostOff: Kept<Quantity?>?
  private var keptFlowsWithOperating: Kept<Result<CashFlowModel, OperatingGap>?>?
  private var keptYearlyBenefits: Kept<[(period: Period?, money: Fraction)]?>?
  private var keptBenefits: [Period: Kept<Fraction?>] = [:]
  /// Of the plan itself: which lines may come to something else under a supposition.
  lazy var movableLines = MovableLines(resolved.lines)
  /// What misspelt paths are compared with.
  lazy var misspelt = Misspelt(self)
  private var evaluations: [SourceRange: Kept<Evaluation>] = [:]
  /// How many figures one may need, one behind the other. Each takes its part of the thread's stack.
  package static let deepest = 120
  /// Whether the plan's formulas were worked out in the order written, for one was cut off for needing more.
  private var isInOrder = false
  /// The last suppositions: several results are asked for of each.
  var supposed = LastSuppositions()
  /// What all this may take.
  lazy var bounds = FigureBounds(bytes: resolved.files.reduce(0) { $0 + $1.bytes.count })

  /// - Parameter schedule: the plan's schedule, where it was worked out before.
  package init(_ resolved: ResolvedPlan, schedule: Schedule? = nil) {
    self.resolved = resolved
    supposition = nil
    knownSchedule = schedule
  }

  init(_ resolved: ResolvedPlan, _ supposition: Supposition) {
    self.resolved = resolved
    self.supposition = supposition
    known.reserveCapacity(supposition.base.supposed.usualCount)
  }

  /// Whether the figure at a path was worked out before.
  package func isKnown(_ path: String) -> Bool { known[path] != nil }

  /// How many figures were asked for.
  var knownCount: Int { known.count }

  package var plan: Plan { resolved.plan }

  /// When everything happens.
  package var schedule: Schedule {
    if let knownSchedule { return knownSchedule }
    let schedule = supposition?.base.schedule ?? PlanSchedule.schedule(resolved, calendars)
    knownSchedule = schedule
    return schedule
  }

  private static func placesByKPI(_ objectives: Table<Objective>?) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for place in objectives?.entries.indices ?? 0..<0 {
      if let kpi = objectives?.entries[place].value.kpi { places[kpi.value, default: []].append(place) }
    }
    return places
  }

  /// The names a path is made of, such as `budget` and `total`.
  package static func names(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
  }

  /// The figure at a path; nil where the plan has none.
  ///
  /// - Parameter names: the path's names, where they are at hand; asked for only if the figure is not known yet.
  package func figure(_ path: String, names: @autoclosure () -> [String]? = nil) -> Figure? {
    takeSteps(1)
    if let kept = known[path] { return use(kept) }
    if let supposition, let kept = supposition.base.unmoved[path], !kept.reach.meets(supposition.reach) {
      return use(kept)
    }
    if let start = pending.firstIndex(of: path) {
      cuts += 1
      let loop = Array(pending[start...]) + [path]
      if loops.insert(Set(loop)).inserted { cycles.append(loop) }
      return Figure(path, .undefined(circular(loop)))
    }
    guard pending.count < Self.deepest else {
      cuts += 1
      tooDeep = tooDeep ?? pending.first
      return Figure(path, .undefined(tooManySteps))
    }
    pending.append(path)
    let cutsBefore = cuts + (supposition?.base.cuts ?? 0)
    let kept = noting { compute(path, names() ?? Self.names(of: path)) }
    pending.removeLast()
    if pending.isEmpty, tooDeep != nil, worksOutInOrder() { return figure(path) }
    known[path] = kept
    if let supposition, !kept.reach.meets(supposition.reach), cuts + supposition.base.cuts == cutsBefore {
      supposition.base.unmoved[path] = kept
    }
    return use(kept)
  }

  /// Works out the plan's formulas anew in the order written, as the rules do, once one was cut off; false where that was
  /// done, or is too much. A chain of many formulas, each resting on the one before, is sound, and must not be cut off for
  /// being met from its end.
  private func worksOutInOrder() -> Bool {
    if isInOrder { return false }
    if let base = supposition?.base {
      guard base.hasSteps(2 * resolved.expressions.count) else { return false }
    }
    isInOrder = true
    // What rests on the one that was cut off is not what it should be.
    known = [:]
    tooDeep = nil
    (keptCashFlows, keptPresentValues, keptMoneyOverTime, keptBenefitCash, keptCostOff) = (nil, nil, nil, nil, nil)
    (keptTakings, keptBenefits, keptYearlyBenefits, keptFlowsWithOperating) = ([:], [:], nil, nil)
    (keptSplitMoney, turns) = (nil, [:])
    // Conditions of alerts speak of `actual` and `plan`, which are no figures of the plan.
    for use in resolved.expressions where use.noun != Alert.nounName { _ = evaluate(use.expression) }
    return true
  }

  /// Whether an expression of the plan is evaluated for its own sake, so that what is wrong with it is told. In the midst
  /// of a figure it is not, and evaluated again later: to look for what a misspelt name means asks for figures, and the one
  /// being worked out would seem to need itself.
  func isAskedAlone() -> Bool {
    if pending.isEmpty, supposition == nil { return true }
    cuts += 1
    return false
  }

  /// Where a row turns: searched for once, for each search makes many what-ifs.
  func turn(at place: SourceRange, _ search: () -> Result<Turn, BreakEvenGap>) -> Result<Turn, BreakEvenGap> {
    if supposition != nil { return search() }
    if let turn = turns[place] { return turn }
    let cutsBefore = cuts
    let turn = search()
    if cuts == cutsBefore { turns[place] = turn }
    return turn
  }

  // MARK: What follows from which driver

  /// Whether what-ifs may take so many steps more; if not, the one being worked out is noted as left out.
  func hasSteps(_ count: Int) -> Bool { bounds.hasSteps(count, for: pending.last ?? "") }

  /// Counts what is done for a what-if; the plan's own figures are not counted.
  func takeSteps(_ count: Int) { supposition?.base.bounds.takeSteps(count) }

  /// The first what-if that was left out, as there had been too many: the path of its figure, or empty where it is no
  /// figure of the plan.
  package var leftOut: String? { bounds.leftOut }
  /// How many steps the what-ifs of the plan may take.
  package var mostWhatIfSteps: Int { bounds.mostWhatIfSteps }

  /// Works something out, with the drivers that it asks after.
  private func noting<T>(_ work: () -> T) -> Kept<T> {
    let outer = reach
    reach = Reach()
    let value = work()
    defer { reach = outer }
    return Kept(value: value, reach: reach)
  }

  /// What was worked out before: who uses it asks after its drivers, too.
  private func use<T>(_ kept: Kept<T>) -> T {
    if supposition != nil { reach.formUnion(kept.reach) }
    return kept.value
  }

  /// The value a driver is supposed to have; nil without any supposition of it.
  func supposed(_ driver: @autoclosure () -> Driver) -> SupposedValue? {
    guard let supposition else { return nil }
    let driver = driver()
    reach.insert(driver)
    return supposition.values[driver]
  }

  /// The lines directly under another, or under the budget, whose figures may come to something else than the plan's own:
  /// of many lines a what-if looks at few.
  func movedLines(under parent: Int?) -> [Figure] {
    guard let supposition else { return [] }
    let base = supposition.base
    reach.formUnion(base.movableLines.reach(below: parent))
    let places = base.movableLines.places(under: parent, supposing: supposition.values.keys, resolved.lines)
    takeSteps(places.count / 8)
    return places.compactMap { place in
      if let kept = base.movableLines.unmoved[place], !kept.meets(supposition.reach) {
        reach.formUnion(kept)
        return nil
      }
      let path = "budget.\(resolved.lines.entries[place].id.value)"
      let figure = figure(path)
      base.movableLines.unmoved[place] = base.unmoved[path]?.reach
      return figure
    }
  }

  // MARK: Kept beside the figures

  /// The plan's cash flows; nil without a feasibility section.
  package var cashFlows: Result<CashFlowModel, CashFlowGap>? {
    let kept = keptCashFlows ?? noting { plan.feasibility.map { cashFlowModel($0) } }
    // Why there are none may be told otherwise once all is known.
    if case .success? = kept.value { keptCashFlows = kept }
    return use(kept)
  }

  /// The flows less the operating cost of their time, from `operating.from` on; from the first flow where it is not
  /// said. A failure says why there are none.
  package var flowsWithOperating: Result<CashFlowModel, OperatingGap>? {
    let kept = keptFlowsWithOperating ?? noting(flowsLessOperating)
    if case .success? = kept.value { keptFlowsWithOperating = kept }
    return use(kept)
  }

  /// What each flow is worth at time zero, by its period.
  var presentValues: [String: Fraction] {
    let kept = keptPresentValues ?? noting(workedOutPresentValues)
    if kept.value != nil { keptPresentValues = kept }
    return use(kept) ?? [:]
  }

  /// What is paid from a line or reserve and from the lines below it.
  package func takings(of line: String) -> LineTakings {
    if let kept = keptTakings[line] { return use(kept) }
    let cutsBefore = cuts
    let kept = noting { allTakings(of: line) }
    if pending.isEmpty || cuts == cutsBefore { keptTakings[line] = kept }
    return use(kept)
  }

  /// What the channels that money is split over have now, together.
  var splitMoney: Figure? {
    if let kept = keptSplitMoney { return use(kept) }
    let cutsBefore = cuts
    let kept = noting { sumOfSplitChannels() }
    if cuts == cutsBefore { keptSplitMoney = kept }
    return use(kept)
  }

  /// What is spent when; nil where the plan does not say when all of it is.
  package var moneyOverTime: MoneyOverTime? {
    if let kept = keptMoneyOverTime { return use(kept) }
    var count = 0
    let kept = noting {
      PlanSchedule.moneyOverTime(resolved, count: &count) { figure("budget.\($0)")?.quantity }
    }
    keptMoneyOverTime = kept
    isSpendTooLong = count > MoneyOverTime.mostAmounts
    return use(kept)
  }

  /// What each benefit brings a year in cash.
  var benefitCash: [Quantity?] {
    let kept = keptBenefitCash ?? noting(cashOfBenefits)
    keptBenefitCash = kept
    return use(kept)
  }

  /// The yearly operating cost that flows have off already.
  var costOff: Quantity? {
    let kept = keptCostOff ?? noting(operatingCostOff)
    keptCostOff = kept
    return use(kept)
  }

  /// What the benefits bring in a period: each its yearly money for the days they have in common. Nil without benefits,
  /// and where one of them cannot be told.
  package func benefits(in period: Period) -> Fraction? {
    let kept = keptBenefits[period] ?? noting { sumOfBenefits(in: period) }
    keptBenefits[period] = kept
    return use(kept)
  }

  /// What the benefits bring a year together, those of one period at once; nil where one of them cannot be told.
  var yearlyBenefits: [(period: Period?, money: Fraction)]? {
    if let kept = keptYearlyBenefits { return use(kept) }
    let cutsBefore = cuts
    let kept = noting(benefitsByPeriod)
    if pending.isEmpty || cuts == cutsBefore { keptYearlyBenefits = kept }
    return use(kept)
  }

  /// The value that a series has for a period, by the name a path has for it; nil where it has none.
  package func value<Item>(_ name: String, in series: PeriodTable<Item>?) -> Item? {
    guard let entries = series?.entries, let first = entries.first else { return nil }
    guard entries.count > 8 else { return entries.first { $0.period.value.text == name }?.value }
    let figures = supposition?.base ?? self
    let places =
      figures.periodPlaces[first.period.range]
      ?? Dictionary(
        zip(entries.lazy.map(\.period.value.text), entries.indices), uniquingKeysWith: { first, _ in first })
    figures.periodPlaces[first.period.range] = places
    // What an alias stands for may be two series that differ in what could be read.
    if let place = places[name], place < entries.count, entries[place].period.value.text == name {
      return entries[place].value
    }
    return entries.first { $0.period.value.text == name }?.value
  }

  private func circular(_ loop: [String]) -> Message {
    let text = way(loop, isQuoted: false)
    return Message(en: "it needs its own value: \(text)", hans: "循环引用：\(text)", hant: "循環參照：\(text)")
  }

  private var tooManySteps: Message {
    Message(
      en: "more than \(Self.deepest) formulas stand one behind the other", hans: "公式前后相接超过 \(Self.deepest) 层",
      hant: "公式前後相接超過 \(Self.deepest) 層")
  }

  /// What an expression of the plan comes to, with its trace and problems.
  package func evaluate(_ expression: Located<Expression>) -> Evaluation {
    if let kept = evaluations[expression.range] { return use(kept) }
    let cutsBefore = cuts
    takeSteps(2)
    let kept = noting { PlanExpressions.evaluate(expression.value, in: self) }
    // In the midst of a figure, one that was cut off may come out otherwise where it is asked for alone.
    // Under a supposition the figure is kept, and hardly any expression asked for again.
    if supposition == nil || isInOrder, pending.isEmpty || cuts == cutsBefore { evaluations[expression.range] = kept }
    return use(kept)
  }

  /// A figure from an expression: its value, formula and inputs. Under a supposition nobody asks for those of figures on
  /// the way.
  func derived(_ path: String, _ expression: Located<Expression>) -> Figure {
    let evaluation = evaluate(expression)
    return Figure(
      path, evaluation.value, dimension: evaluation.dimension, formula: expression.value.text,
      inputs: supposition == nil ? evaluation.inputs : [], place: expression.range)
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
