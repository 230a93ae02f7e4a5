import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A driver that moves the result is missing from the sensitivity analysis.
///
/// - zh-Hans: 敏感性分析漏掉了影响结果的因素
/// - zh-Hant: 敏感性分析漏掉了影響結果的因素
///
/// ## Why it matters
/// A sensitivity analysis that leaves out the factor the result hangs on shows a certainty that is not there.
///
/// ## How to mend
/// Add a row with the driver, the result and the two changes; the results at both ends are computed. A row over
/// `feasibility.investment` tests all lines, one over `feasibility.benefits` all benefits.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   price: {value: CNY 100/order, low: CNY 95/order, high: CNY 110/order, source: shop, as_of: 2024}
///   rent: {value: CNY 1m/y, source: lease, as_of: 2024}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: {equals: price * 80000 orders - rent * 1y}, 2026: {equals: price * 80000 orders - rent * 1y}}
///   net_of: [operating]
///   sensitivity:
///     rent: {driver: rent, result: payback, low: -20%, high: +20%}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   price: {value: CNY 100/order, low: CNY 95/order, high: CNY 110/order, source: shop, as_of: 2024}
///   rent: {value: CNY 1m/y, source: lease, as_of: 2024}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: {equals: price * 80000 orders - rent * 1y}, 2026: {equals: price * 80000 orders - rent * 1y}}
///   net_of: [operating]
///   sensitivity:
///     rent: {driver: rent, result: payback, low: -20%, high: +20%}
///     price: {driver: price, result: payback, low: -5%, high: +10%}
/// ```
package struct UntestedAssumption: Rule {
  package static let code = "F906"
  package static let severity = Severity.warning

  package init() {}

  /// How far drivers are moved, and how far the result may move with one that is not tested.
  private static let change = Fraction(20, 100)
  private static let threshold = Fraction(5, 100)

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility, case .success(let model)? = context.figures.cashFlows else {
      return
    }
    let rows = feasibility.sensitivity?.entries ?? []
    // A draft is not asked for an analysis that it has not begun.
    if rows.isEmpty, context.plan.life == .draft { return }
    var results: [Sensitivity.Result] = []
    for row in rows {
      if let result = row.value.result?.value, !results.contains(result) { results.append(result) }
    }
    if results.isEmpty { results = [model.rate == nil ? .payback : .npv] }
    let tested = Tested(rows.map(\.value), context)
    var untested: [Untested] = []
    for candidate in candidates(feasibility, context) where !tested.covers(candidate, context) {
      guard let found = effect(of: candidate, on: results, context), found.share.map({ $0 > Self.threshold }) ?? true
      else { continue }
      untested.append(found)
    }
    // The greatest first; a result that is lost altogether before all others.
    untested.sort { a, b in
      guard let left = a.share, let right = b.share else { return a.share == nil && b.share != nil }
      return left > right
    }
    if let first = untested.first { report(first, untested, isNothingTested: rows.isEmpty, context) }
  }

  // MARK: Candidates

  /// A driver that ought to be tested.
  private struct Candidate {
    let driver: Driver
    /// What is moved to see the effect, where nothing is derived from the driver itself.
    let instead: Driver?
    let place: SourceRange
  }

  /// The drivers of benefits, assumptions with a range, and the three largest lines.
  private func candidates(_ feasibility: Feasibility, _ context: RuleContext) -> [Candidate] {
    let plan = context.plan
    var all: [Candidate] = []
    for entry in feasibility.benefits?.entries ?? [] where entry.value.kind?.value != .value {
      guard let driver = entry.value.driver else { continue }
      all.append(
        Candidate(driver: .kpi(driver.value), instead: .benefit(entry.id.value), place: entry.id.range))
    }
    for entry in plan.assumptions?.entries ?? [] where entry.value.low != nil && entry.value.high != nil {
      all.append(Candidate(driver: .assumption(entry.id.value), instead: nil, place: entry.id.range))
    }
    let lines = context.resolved.lines.topPlaces().compactMap { place in
      context.money(line: place, in: context.moneyUnit).map { (place: place, money: $0.low) }
    }.sorted { $0.money > $1.money }
    for line in lines.prefix(3) {
      let id = context.resolved.lines.entries[line.place].id
      all.append(Candidate(driver: .line(id.value), instead: nil, place: id.range))
    }
    return all
  }

  /// What the rows of the analysis test.
  private struct Tested {
    private var drivers: Set<Driver> = []

    init(_ rows: [Sensitivity], _ context: RuleContext) {
      for row in rows {
        for path in row.driver?.value.paths ?? [] {
          if let driver = context.figures.driver(path) { drivers.insert(driver) }
        }
      }
    }

    /// Whether a row tests the candidate, something it is part of, or all its parts.
    func covers(_ candidate: Candidate, _ context: RuleContext) -> Bool {
      if drivers.contains(candidate.driver) { return true }
      if let instead = candidate.instead, drivers.contains(instead) { return true }
      switch candidate.driver {
      case .kpi(let id):
        return drivers.contains(.benefits) || drivers.contains(.flows) || drivers.contains(.baseline(id))
      case .line(let id):
        guard !drivers.contains(.total), !drivers.contains(.investment) else { return true }
        let children = context.resolved.lines[id]?.children ?? []
        return !children.isEmpty
          && children.allSatisfy { drivers.contains(.line(context.resolved.lines.entries[$0].id.value)) }
      default: return false
      }
    }
  }

  // MARK: Effects

  private struct Untested {
    let candidate: Candidate
    /// What was moved.
    let driver: Driver
    let result: Sensitivity.Result
    /// By how much of itself the result moves; nil where it is lost altogether.
    let share: Fraction?

    /// The driver as a planner names it: a KPI by its id.
    var name: String { if case .kpi(let id) = driver { id } else { driver.path } }
  }

  /// The greatest effect on any of the results; nil where nothing follows from the driver.
  private func effect(
    of candidate: Candidate, on results: [Sensitivity.Result], _ context: RuleContext
  ) -> Untested? {
    for driver in [candidate.driver, candidate.instead].compactMap({ $0 }) {
      var greatest: Untested?
      for result in results {
        guard let own = context.figures.figure("feasibility.\(result.rawValue)")?.quantity, !own.value.isZero else {
          continue
        }
        for change in [-Self.change, Self.change] {
          let literal = Literal.quantity(Quantity(change, mark: .percent))
          guard let supposed = context.figures.supposed(driver, changed: literal) else { continue }
          switch context.figures.result(result.rawValue, supposing: [driver: supposed]).value {
          case .quantity(let moved):
            let share = ((moved.value - own.value).divided(by: own.value) ?? 0).magnitude
            if greatest.map({ ($0.share ?? share) < share }) ?? true {
              greatest = Untested(candidate: candidate, driver: driver, result: result, share: share)
            }
          case .undefined: return Untested(candidate: candidate, driver: driver, result: result, share: nil)
          default: continue
          }
        }
      }
      if let greatest { return greatest }
    }
    return nil
  }

  private func report(
    _ first: Untested, _ all: [Untested], isNothingTested: Bool, _ context: RuleContext
  ) {
    let list = List(all.map(\.name))
    let result = first.result.name
    let message =
      isNothingTested
      ? Message(
        en: "nothing tests what \(result) hangs on: \(list)", hans: "没有敏感性分析检验\(result)所依赖的因素：\(list)",
        hant: "沒有敏感性分析檢驗\(result)所依賴的因素：\(list)")
      : Message(
        en: "the sensitivity analysis leaves out what \(result) hangs on: \(list)",
        hans: "敏感性分析未检验\(result)所依赖的因素：\(list)", hant: "敏感性分析未檢驗\(result)所依賴的因素：\(list)")
    let row = "{driver: \(first.name), result: \(first.result.rawValue), low: -20%, high: +20%}"
    context.report(
      Diagnostic(
        Self.self, at: first.candidate.place, message, label: words(first),
        labels: all.dropFirst().prefix(5).map { .init($0.candidate.place, words($0)) },
        help: Message(
          en: "add a row to `sensitivity`, such as `\(row)`; both ends are computed",
          hans: "请在 `sensitivity` 中补一行，例如 `\(row)`；两端结果由程序算出",
          hant: "請在 `sensitivity` 中補一列，例如 `\(row)`；兩端結果由程式算出")))
  }

  private func words(_ untested: Untested) -> Message {
    let name = untested.result.name
    guard let share = untested.share else {
      return Message(
        en: "20% worse, and there is no \(name) at all", hans: "恶化 20% 即不再有\(name)", hant: "惡化 20% 即不再有\(name)")
    }
    let moved = Quantity(share.rounded(places: 3), mark: .percent)
    return Message(
      en: "20% of it moves \(name) by \(moved)", hans: "变动 20% 使\(name)变动 \(moved)", hant: "變動 20% 使\(name)變動 \(moved)")
  }

  /// Names, one after the other.
  private struct List: Phrased {
    let names: [String]
    init(_ names: [String]) { self.names = names }

    func phrase(in language: Language) -> String {
      let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: language == .english ? ", " : "、")
      return names.count > 5 ? shown + " …" : shown
    }
  }
}
