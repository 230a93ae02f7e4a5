import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A result turns inside the range that its driver is tested over.
///
/// - zh-Hans: 临界值落在该因素的检验区间之内
/// - zh-Hant: 臨界值落在該因素的檢驗區間之內
///
/// ## Why it matters
/// The planner takes the whole tested range to be possible. If the result turns within it, the plan fails in a case that
/// the plan itself expects.
///
/// ## How to mend
/// Make the plan bear that case, with a smaller or later investment for one; or secure the driver, and test the range
/// that is then left.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   price: {value: CNY 100/order, low: CNY 80/order, high: CNY 110/order, direction: up, source: shop, as_of: 2024}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: {equals: price * 60000 orders}, 2026: {equals: price * 60000 orders}}
///   net_of: [operating]
///   discount_rate: 8%
///   break_even:
///     price: {driver: price, at: CNY 93.46/order}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   price: {value: CNY 100/order, low: CNY 95/order, high: CNY 110/order, direction: up, source: shop, as_of: 2024}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: {equals: price * 60000 orders}, 2026: {equals: price * 60000 orders}}
///   net_of: [operating]
///   discount_rate: 8%
///   break_even:
///     price: {driver: price, at: CNY 93.46/order}
/// ```
package struct FragileResult: Rule {
  package static let code = "F907"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let rows = context.plan.feasibility?.breakEven else { return }
    for entry in rows.entries { check(entry.value, context) }
  }

  private func check(_ row: BreakEven, _ context: RuleContext) {
    guard let path = row.driver?.value.bareReference, let driver = context.figures.driver(path),
      let place = row.at?.range ?? row.driver?.range
    else { return }
    let value: Quantity
    if let at = row.at?.value {
      value = at
    } else {
      guard case .success(let turn) = context.figures.turn(row) else { return }
      value = turn.value
    }
    guard !value.isRange,
      let tested = context.testedRanges(of: driver).first(where: { range in
        range.low.unit == value.unit && range.low.value <= value.value && value.value <= range.high.value
      })
    else { return }
    let result = row.result?.value ?? .npv
    let (low, high) = (Shown(tested.low, like: value), Shown(tested.high, like: value))
    context.report(
      Diagnostic(
        Self.self, at: place,
        Message(
          en: "\(result.name) turns at \(path) \(value), inside the range it is tested over, \(low) to \(high)",
          hans: "\(path) 为 \(value) 时\(result.name)即翻转，而其检验区间 \(low) 至 \(high) 包含此值",
          hant: "\(path) 為 \(value) 時\(result.name)即翻轉，而其檢驗區間 \(low) 至 \(high) 包含此值"),
        label: Message(en: "the result turns here", hans: "结果在此翻转", hant: "結果在此翻轉"),
        labels: tested.places.map { place, end in .init(place, .figure(path.text, Shown(end, like: value))) },
        help: Message(
          en:
            "make the plan hold at \(low) and \(high), or secure \(path) so that the tested range ends before \(value)",
          hans: "请使计划在 \(low) 与 \(high) 时仍成立，或锁定 \(path)，使检验区间不含 \(value)",
          hant: "請使計畫在 \(low) 與 \(high) 時仍成立，或鎖定 \(path)，使檢驗區間不含 \(value)")))
  }
}

/// A range that a driver is tested over, and where its ends are written.
struct TestedRange {
  let low: Quantity
  let high: Quantity
  let places: [(SourceRange, Quantity)]

  init(_ a: Quantity, _ b: Quantity, at places: (SourceRange, SourceRange)) {
    low = a.value <= b.value ? a : b
    high = a.value <= b.value ? b : a
    self.places = [(places.0, a), (places.1, b)]
  }
}

extension RuleContext {
  /// The ranges that the plan tests a driver over: rows of its sensitivity, and an assumption's `low` to `high`.
  func testedRanges(of driver: Driver) -> [TestedRange] {
    var ranges: [TestedRange] = []
    for row in plan.feasibility?.sensitivity?.entries ?? [] {
      guard let path = row.value.driver?.value.bareReference, figures.driver(path) == driver,
        let low = row.value.low, let high = row.value.high,
        let atLow = figures.supposed(driver, changed: low.value)?.value,
        let atHigh = figures.supposed(driver, changed: high.value)?.value
      else { continue }
      ranges.append(TestedRange(atLow, atHigh, at: (low.range, high.range)))
    }
    if case .assumption(let id) = driver, let assumption = plan.assumptions?[id], let low = assumption.low,
      let high = assumption.high, !low.value.isRange, !high.value.isRange
    {
      ranges.append(TestedRange(low.value, high.value, at: (low.range, high.range)))
    }
    return ranges
  }
}
