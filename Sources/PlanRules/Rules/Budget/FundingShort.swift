import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// The sources of the money do not cover the total
///
/// - zh-Hans: 资金来源不足以覆盖总额
/// - zh-Hant: 資金來源不足以涵蓋總額
///
/// ## Why it matters
/// What no source pays for is spent on hope. Where only money that nobody has confirmed yet fills the gap, the plan stands on it,
/// and whoever approves should know how much that is.
///
/// ## How to mend
/// Find another source, or lower the total. A source is certain unless it says `confirmed: false`; confirmed ones are counted
/// first. What adjustments added to the total must be paid for as well.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
///   funding:
///     own: CNY 700k
///     sponsor: {amount: CNY 200k, kind: sponsor}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
///   funding:
///     own: CNY 700k
///     sponsor: {amount: CNY 300k, kind: sponsor}
/// ```
package struct FundingShort: Rule {
  package static let code = "B325"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let funding = context.plan.budget?.funding, !funding.isEmpty, !funding.isIncomplete,
      let total = context.plan.budget?.total
    else { return }
    let unit = total.value.unit
    var (sure, open) = (MoneySpan.nothing, MoneySpan.nothing)
    for entry in funding.entries {
      guard let amount = entry.value.amount, let money = context.span(amount.value, in: unit) else { return }
      if entry.value.confirmed?.value == false { open = open + money } else { sure = sure + money }
    }
    let needed = Self.needed(total, context)
    let all = sure + open
    if needed.money.exceeds(all, by: context.reach(all, needed.money, stated: total.value)) {
      Self.report(funding, all, needed, isOpen: false, context)
    } else if needed.money.exceeds(sure, by: context.reach(sure, needed.money, stated: total.value)) {
      Self.report(funding, sure, needed, isOpen: true, context)
    }
  }

  /// What is to be paid for: the total, or what adjustments raised it to.
  private struct Needed {
    let path: String
    let money: MoneySpan
    let unit: Unit
    let place: SourceRange
  }

  private static func needed(_ total: Located<Quantity>, _ context: RuleContext) -> Needed {
    let approved = Needed(
      path: "budget.total", money: context.span(total.value), unit: total.value.unit, place: total.range)
    guard context.plan.adjustments != nil,
      let today = context.figures.balance(of: Ledger.total, after: context.ledger.effective),
      today.value > total.value.high
    else { return approved }
    return Needed(path: "budget.total.today", money: context.span(today), unit: today.unit, place: total.range)
  }

  private static func report(
    _ funding: Table<Funding>, _ sources: MoneySpan, _ needed: Needed, isOpen: Bool, _ context: RuleContext
  ) {
    let model = context.plan.budget?.total?.value
    let entries = funding.entries
    let gap = Said(Quantity(needed.money.low - (sources.high ?? 0), needed.unit), like: model)
    let (total, sum) = (
      Said(needed.money.quantity(needed.unit), like: model), Said(sources.quantity(needed.unit), like: model)
    )
    let labels = entries.compactMap { entry in
      entry.value.amount.map { amount in
        Diagnostic.Label(
          amount.range,
          entry.value.confirmed?.value == false
            ? Message(en: "not confirmed: \(amount.value)", hans: "未落实：\(amount.value)", hant: "未落實：\(amount.value)")
            : .figure(entry.id.value, amount.value))
      }
    }
    let message =
      isOpen
      ? Message(
        en:
          "confirmed sources give \(sum) of the \(total) that `\(needed.path)` needs: \(gap) rests on money nobody has confirmed",
        hans: "已落实的资金只有\(sum)，而 `\(needed.path)` 需要\(total)：其余\(gap.on)依赖尚未落实的资金",
        hant: "已落實的資金只有\(sum)，而 `\(needed.path)` 需要\(total)：其餘\(gap.on)依賴尚未落實的資金")
      : Message(
        en: "all sources together give \(sum), \(gap) less than the \(total) that `\(needed.path)` needs",
        hans: "全部资金来源合计\(sum)，比 `\(needed.path)` 所需的\(total.on)少\(gap)",
        hant: "全部資金來源合計\(sum)，比 `\(needed.path)` 所需的\(total.on)少\(gap)")
    let severity: Severity? = isOpen ? (context.plan.life == .draft ? .advice : .warning) : nil
    context.report(
      Diagnostic(
        Self.self, at: needed.place, message, labels: labels,
        help: isOpen
          ? Message(
            en: "have it confirmed before the plan is approved, or say what is left out if it does not come",
            hans: "请在批准前落实，或写明资金不到位时取消什么", hant: "請在核准前落實，或寫明資金不到位時取消什麼")
          : Message(
            en: "find \(gap) more, or lower the total by it", hans: "请再筹措\(gap)，或相应调减总额", hant: "請再籌措\(gap)，或相應調減總額"),
        severity: severity
      ).contradicting(
        Contradiction(
          needed.path, stated: needed.money.quantity(needed.unit), recomputed: sources.quantity(needed.unit))))
  }
}
