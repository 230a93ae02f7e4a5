import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A stated sensitivity moves the wrong way.
///
/// - zh-Hans: 敏感性结果的方向反了
/// - zh-Hant: 敏感性結果的方向反了
///
/// ## Why it matters
/// If dearer customers shorten the payback, the table was filled in the wrong way round, and the risk it is meant to
/// show is shown as a chance.
///
/// ## How to mend
/// Recompute both ends. The driver's good way (a KPI's or assumption's `direction`; down for a line) must shorten the
/// payback and raise NPV, ROI and IRR.
///
/// ## Bad
/// ```yaml
/// kpis:
///   cac: {unit: CNY/customer, direction: down, baseline: 380元/customer}
/// feasibility:
///   start: 2025-01-01
///   investment: 1000万元
///   flows: {2025: 700万元, 2026: 800万元}
///   net_of: [operating]
///   sensitivity:
///     acquisition: {driver: cac, result: payback, low: -20%, high: +20%, at_low: 1.8y, at_high: 1.3y}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   cac: {unit: CNY/customer, direction: down, baseline: 380元/customer}
/// feasibility:
///   start: 2025-01-01
///   investment: 1000万元
///   flows: {2025: 700万元, 2026: 800万元}
///   net_of: [operating]
///   sensitivity:
///     acquisition: {driver: cac, result: payback, low: -20%, high: +20%, at_low: 1.3y, at_high: 1.8y}
/// ```
package struct SensitivitySign: Rule {
  package static let code = "F913"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.feasibility?.sensitivity?.entries ?? [] { check(entry.value, context) }
  }

  /// Whether a row's stated results move the wrong way.
  static func isReversed(_ row: Sensitivity, _ context: RuleContext) -> Bool { finding(row, context) != nil }

  private func check(_ row: Sensitivity, _ context: RuleContext) {
    if let finding = Self.finding(row, context) { context.report(finding) }
  }

  private static func finding(_ row: Sensitivity, _ context: RuleContext) -> Diagnostic? {
    guard let path = row.driver?.value.bareReference, let result = row.result?.value,
      let low = row.low?.value.quantity, let high = row.high?.value.quantity, let atLow = row.atLow,
      let atHigh = row.atHigh, let isGoodUp = isGoodUp(path.text, context), low.value != high.value,
      atLow.value.unit == atHigh.value.unit
    else { return nil }
    // With the driver's increase on the right: does the result rise?
    let (first, second) = low.value < high.value ? (atLow, atHigh) : (atHigh, atLow)
    let rises: Bool
    if first.value.high < second.value.low {
      rises = true
    } else if second.value.high < first.value.low {
      rises = false
    } else {
      return nil
    }
    guard rises != (isGoodUp == result.isGoodUp) else { return nil }
    return finding(path, row, atLow, atHigh, low, high, isGoodUp: isGoodUp, result: result)
  }

  /// Whether more of the driver is good: its direction, and down for a line of the budget.
  private static func isGoodUp(_ path: String, _ context: RuleContext) -> Bool? {
    let id = path.split(separator: ".").last.map(String.init) ?? path
    switch context.plan.kpis?[id]?.direction?.value ?? context.plan.assumptions?[id]?.direction?.value {
    case .up: return true
    case .down: return false
    case .hold: return nil
    case nil: return path.hasPrefix("budget.") && context.resolved.lines[id] != nil ? false : nil
    }
  }

  private static func finding(
    _ path: Path, _ row: Sensitivity, _ atLow: Located<Quantity>, _ atHigh: Located<Quantity>, _ low: Quantity,
    _ high: Quantity, isGoodUp: Bool, result: Sensitivity.Result
  ) -> Diagnostic {
    let good =
      isGoodUp
      ? Message(en: "more of it is good", hans: "越高越好", hant: "越高越好")
      : Message(en: "less of it is good", hans: "越低越好", hant: "越低越好")
    let name = result.name
    var labels = [Diagnostic.Label(atHigh.range, end(high, atHigh.value))]
    if let driver = row.driver { labels.append(.init(driver.range, good)) }
    return Diagnostic(
      Self.self, at: atLow.range,
      Message(
        en:
          "with \(path) at \(low) the \(name) is \(atLow.value), at \(high) it is \(atHigh.value): the wrong way round, since \(good)",
        hans: "\(path) 变动 \(low) 时\(name)为 \(atLow.value)，变动 \(high) 时为 \(atHigh.value)：该因素\(good)，方向相反",
        hant: "\(path) 變動 \(low) 時\(name)為 \(atLow.value)，變動 \(high) 時為 \(atHigh.value)：該因素\(good)，方向相反"),
      label: end(low, atLow.value), labels: labels,
      help: Message(
        en: "recompute both ends; if only the columns were swapped, exchange the two figures",
        hans: "请重算两端的结果；若只是两列颠倒，对调即可", hant: "請重算兩端的結果；若只是兩欄顛倒，對調即可"))
  }

  private static func end(_ change: Quantity, _ result: Quantity) -> Message {
    Message(en: "at \(change): \(result)", hans: "\(change) 时：\(result)", hant: "\(change) 時：\(result)")
  }
}
