import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A return is stated without its definition.
///
/// - zh-Hans: 所写回报没有口径
/// - zh-Hant: 所寫回報沒有口徑
///
/// ## Why it matters
/// "ROI" is three figures: gross, net and a year's. A plan that does not say which can quote the greatest of them and
/// be compared with the least of another. Flows that do not say what they are net of hide whole cost blocks.
///
/// ## How to mend
/// Name the figure: `feasibility.roi_gross`, `.roi_net` or `.roi_annual`; or say once in `definitions: {roi: net}` what
/// `feasibility.roi` means. Say in `net_of` what the flows already have taken off; `nothing` is an answer.
///
/// ## Policy
/// `finance.definitions`: the house's definitions, where the plan has none.
///
/// ## Bad
/// ```yaml
/// feasibility:
///   start: 2025-01-01
///   investment: 1000万元
///   flows: {2025: 700万元, 2026: 800万元}
///   net_of: [operating]
/// claims:
///   return: {says: 150%, equals: feasibility.roi}
/// ```
///
/// ## Mended
/// ```yaml
/// feasibility:
///   start: 2025-01-01
///   investment: 1000万元
///   flows: {2025: 700万元, 2026: 800万元}
///   net_of: [operating]
/// claims:
///   return: {says: 150%, equals: feasibility.roi_gross}
/// ```
package struct ReturnUndefined: Rule {
  package static let code = "F912"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility else { return }
    checkNetOf(feasibility, context)
    if !context.resolved.definitions.contains(where: { $0.roi != nil }) { checkROI(context) }
  }

  /// Flows must say what they are net of.
  private func checkNetOf(_ feasibility: Feasibility, _ context: RuleContext) {
    guard let flows = feasibility.flows?.entries, let first = flows.first, feasibility.netOf == nil else { return }
    let range = flows.reduce(first.period.range) { $0.file == $1.period.range.file ? $0.through($1.period.range) : $0 }
    context.report(
      Diagnostic(
        Self.self, at: range,
        Message(
          en: "the flows are a net benefit, and `net_of` does not say net of what",
          hans: "现金流为净收益，但 `net_of` 未说明已扣除哪些项目", hant: "現金流為淨收益，但 `net_of` 未說明已扣除哪些項目"),
        help: Message(
          en:
            "add `net_of: [operating, …]` with what is already taken off: operating, cost_of_goods, tax, payroll, depreciation, or nothing",
          hans: "请补写 `net_of: [operating, …]`，列明已扣除的项目：operating、cost_of_goods、tax、payroll、depreciation，或 nothing",
          hant: "請補寫 `net_of: [operating, …]`，列明已扣除的項目：operating、cost_of_goods、tax、payroll、depreciation，或 nothing"),
        severity: .warning))
  }

  /// `feasibility.roi` is used, and nobody says which of three it is.
  private func checkROI(_ context: RuleContext) {
    let uses = context.resolved.expressions.flatMap { use in
      use.expression.value.paths.filter { $0.text == "feasibility.roi" }.map { (use: use, path: $0) }
    }
    guard let first = uses.first else { return }
    let stated = Dictionary(
      context.statedFigures.map { ($0.equals.range, $0) }, uniquingKeysWith: { first, _ in first })
    func says(_ use: ExpressionUse) -> StatedFigure? { stated[use.expression.range] }
    let figures = ["roi_gross", "roi_net", "roi_annual"].compactMap { context.figures.figure("feasibility.\($0)") }
    let values = figures.map { Shown($0.value) }
    // Flows that give no return at all have findings of their own.
    guard values.count == 3, figures.allSatisfy({ $0.value.reason == nil }) else { return }
    let others = uses.dropFirst().map { other in
      let message = says(other.use).map { stated in
        Message.figure(stated.name, stated.literal.value)
      }
      return Diagnostic.Label(
        says(other.use)?.literal.range ?? other.path.range,
        message ?? Message(en: "used here too", hans: "此处也用到", hant: "此處也用到"))
    }
    context.report(
      Diagnostic(
        Self.self, at: says(first.use)?.literal.range ?? first.path.range,
        Message(
          en:
            "`feasibility.roi` may be gross \(values[0]), net \(values[1]) or \(values[2]) a year, and the plan does not say which",
          hans: "`feasibility.roi` 可指毛 \(values[0])、净 \(values[1]) 或年均 \(values[2])，计划未说明是哪一个",
          hant: "`feasibility.roi` 可指毛 \(values[0])、淨 \(values[1]) 或年均 \(values[2])，計畫未說明是哪一個"),
        label: says(first.use).map { .figure($0.name, $0.literal.value) }, labels: others,
        notes: figures.map { Derivation($0).note },
        help: Message(
          en: "write `feasibility.roi_gross`, `.roi_net` or `.roi_annual`, or say `definitions: {roi: net}` once",
          hans: "请写明 `feasibility.roi_gross`、`.roi_net` 或 `.roi_annual`，或以 `definitions: {roi: net}` 统一口径",
          hant: "請寫明 `feasibility.roi_gross`、`.roi_net` 或 `.roi_annual`，或以 `definitions: {roi: net}` 統一口徑")))
  }
}
