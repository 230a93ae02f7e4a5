import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// The cash flows lack a year, a date or the investment.
///
/// - zh-Hans: 现金流缺少年份、日期或投资额
/// - zh-Hant: 現金流缺少年份、日期或投資額
///
/// ## Why it matters
/// Payback, NPV and IRR are undefined, or right for another project, when a year of the evaluation is missing or the
/// investment is not there.
///
/// ## How to mend
/// Give a flow for every period that is evaluated, one after the other from the start, and the investment as a figure.
///
/// ## Bad
/// ```yaml
/// evaluation: 2025..2027
/// feasibility:
///   start: 2025-01-01
///   investment: 1000万元
///   flows: {2025: 500万元, 2027: 800万元}
///   net_of: [operating]
/// ```
///
/// ## Mended
/// ```yaml
/// evaluation: 2025..2027
/// feasibility:
///   start: 2025-01-01
///   investment: 1000万元
///   flows: {2025: 500万元, 2026: 700万元, 2027: 800万元}
///   net_of: [operating]
/// ```
package struct CashFlowIncomplete: Rule {
  package static let code = "F902"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility else { return }
    let place = feasibility.common.keyRange
    guard let flows = feasibility.flows?.entries, !flows.isEmpty else {
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en: "the feasibility has no flows, so payback, NPV and IRR cannot be computed",
            hans: "可行性部分没有现金流，无法计算回收期、净现值和内部收益率", hant: "可行性部分沒有現金流，無法計算回收期、淨現值和內部報酬率"),
          help: Message(
            en: "add `flows:` with the net benefit of each period, such as `2025: 500万元`",
            hans: "请补写 `flows:`，逐期列出净收益，如 `2025: 500万元`", hant: "請補寫 `flows:`，逐期列出淨收益，如 `2025: 500萬元`")))
      return
    }
    checkInvestment(feasibility, context)
    checkOrder(flows.map(\.period).sorted { $0.value < $1.value }, feasibility, context)
  }

  private func checkInvestment(_ feasibility: Feasibility, _ context: RuleContext) {
    guard let investment = context.figures.figure("feasibility.investment") else { return }
    guard let reason = investment.value.reason, case .missing = investment.value else {
      return checkSign(investment, context)
    }
    context.report(
      Diagnostic(
        Self.self, at: investment.place ?? feasibility.common.keyRange,
        Message(
          en: "the investment is missing: \(reason)", hans: "缺少投资额：\(reason)", hant: "缺少投資額：\(reason)"),
        help: Message(
          en: "state `investment:` as money, or derive it from figures that are there",
          hans: "请以金额写明 `investment:`，或由已有数字推导", hant: "請以金額寫明 `investment:`，或由已有數字推導")))
  }

  private func checkSign(_ investment: Figure, _ context: RuleContext) {
    guard let quantity = investment.quantity, quantity.high <= 0, let place = investment.place else { return }
    context.report(
      Diagnostic(
        Self.self, at: place,
        Message(
          en: "the investment is \(quantity): nothing is put in, so nothing can be paid back",
          hans: "投资额为 \(quantity)：没有投入，谈不上回收", hant: "投資額為 \(quantity)：沒有投入，談不上回收"),
        help: Message(
          en: "state the investment as a positive amount; flows carry the sign", hans: "投资额应为正数，正负由现金流体现",
          hant: "投資額應為正數，正負由現金流體現")))
  }

  /// Flows follow one another without gap or overlap, from the start on, and cover what is evaluated.
  private func checkOrder(_ periods: [Located<Period>], _ feasibility: Feasibility, _ context: RuleContext) {
    for (earlier, later) in zip(periods, periods.dropFirst()) {
      let next = earlier.value.last.adding(days: 1)
      if later.value.first == next { continue }
      let isGap = later.value.first > next
      context.report(disorder(earlier, later, isGap: isGap))
    }
    if let start = feasibility.start, let first = periods.first, first.value.last < start.value {
      context.report(beforeStart(first, start))
    }
    guard let evaluation = context.plan.evaluation, let first = periods.first, let last = periods.last,
      first.value.first > evaluation.value.first || last.value.last < evaluation.value.last
    else { return }
    let covered = first.value.through(last.value) ?? first.value
    context.report(
      Diagnostic(
        Self.self, at: feasibility.common.keyRange,
        Message(
          en: "the flows cover \(covered), the evaluation \(evaluation.value)",
          hans: "现金流覆盖 \(covered)，评价期为 \(evaluation.value)", hant: "現金流涵蓋 \(covered)，評價期為 \(evaluation.value)"),
        labels: [.init(evaluation.range, Message(en: "evaluated", hans: "评价期", hant: "評價期"))],
        help: Message(
          en: "give a flow for every period of the evaluation, or shorten it", hans: "请为评价期内每一期写出现金流，或缩短评价期",
          hant: "請為評價期內每一期寫出現金流，或縮短評價期")))
  }

  private func disorder(_ earlier: Located<Period>, _ later: Located<Period>, isGap: Bool) -> Diagnostic {
    Diagnostic(
      Self.self, at: later.range,
      isGap
        ? Message(
          en: "between the flows of \(earlier.value) and \(later.value) a period is missing",
          hans: "\(earlier.value) 与 \(later.value) 的现金流之间缺少一期", hant: "\(earlier.value) 與 \(later.value) 的現金流之間缺少一期")
        : Message(
          en: "the flows of \(earlier.value) and \(later.value) overlap",
          hans: "\(earlier.value) 与 \(later.value) 的现金流重叠",
          hant: "\(earlier.value) 與 \(later.value) 的現金流重疊"),
      labels: [.init(earlier.range, Message(en: "the flow before", hans: "前一期", hant: "前一期"))],
      help: Message(
        en: "write one flow for each period, one after the other; a year without benefit is `0`",
        hans: "逐期各写一笔，首尾相接；没有收益的年份写 0", hant: "逐期各寫一筆，首尾相接；沒有收益的年份寫 0"))
  }

  private func beforeStart(_ first: Located<Period>, _ start: Located<CivilDate>) -> Diagnostic {
    Diagnostic(
      Self.self, at: first.range,
      Message(
        en: "the flow of \(first.value) ends before the start, \(start.value)",
        hans: "\(first.value) 的现金流在起始日 \(start.value) 之前结束", hant: "\(first.value) 的現金流在起始日 \(start.value) 之前結束"),
      labels: [.init(start.range, Message(en: "time zero", hans: "起点", hant: "起點"))],
      help: Message(
        en: "move `start` to the day the money is spent, or leave the earlier flow out",
        hans: "请将 `start` 移到投入之日，或去掉更早的现金流", hant: "請將 `start` 移到投入之日，或去掉更早的現金流"))
  }
}
