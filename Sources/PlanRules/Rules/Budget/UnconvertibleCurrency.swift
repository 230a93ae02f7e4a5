import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// Currencies meet in a sum and no rate is given, or the rate is older than the policy allows.
///
/// - zh-Hans: 合计中出现多种货币而没有汇率，或汇率已过期
/// - zh-Hant: 合計中出現多種貨幣而沒有匯率，或匯率已過期
///
/// ## Why it matters
/// Without a rate the sum is not known, and nothing that rests on it is checked. With an old one it is wrong by as much
/// as the currencies have moved since.
///
/// ## How to mend
/// Give the currency's rate with its day and source under `currencies` of a policy, or plan in one currency. How old a rate
/// may be is said by `rate_age`; its age is counted to `--as-of` or the plan's `as_of`.
///
/// ## Policy
/// `currencies` and `rate_age`.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     films: {amount: USD 50k, owner: cmo, for: films for the web shop}
///     search: {amount: CNY 640k, owner: cmo, for: search}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [house.yaml]
/// budget:
///   total: CNY 1m
///   lines:
///     films: {amount: USD 50k, owner: cmo, for: films for the web shop}
///     search: {amount: CNY 640k, owner: cmo, for: search}
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// currencies: {USD: {rate: CNY 7.2, as_of: 2025-01-02, source: central bank}}
/// ```
package struct UnconvertibleCurrency: Rule {
  package static let code = "B310"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    var told: Set<String> = []
    for money in context.mixedMoney() where told.insert(money.currency).inserted {
      guard let rate = context.resolved.house.exchangeRate(from: money.currency, to: money.target) else {
        context.report(Self.missing(money.currency, money.target, at: money.place, money.label))
        continue
      }
      for finding in Self.stale(rate, context.resolved.house, context.resolved.today, at: money.place) {
        context.report(finding)
      }
    }
  }

  /// Plans in other currencies than their portfolio's, its total and its limits.
  static func check(_ context: PortfolioContext) {
    guard let target = context.figures.currency else { return }
    let own = context.resolved.portfolio.currency.map { label($0.value, at: $0.range) }
    var money = context.resolved.members.compactMap { member in
      (member.plan.plan.budget?.total?.value.unit.currency ?? member.plan.plan.currencyCode).map {
        ($0, member.id.range)
      }
    }
    if let total = context.resolved.portfolio.total, let currency = total.value.unit.currency {
      money.append((currency, total.range))
    }
    var told: Set<String> = []
    for (currency, place) in money where currency != target && told.insert(currency).inserted {
      guard let rate = context.resolved.house.exchangeRate(from: currency, to: target) else {
        context.report(missing(currency, target, at: place, own))
        continue
      }
      for finding in stale(rate, context.resolved.house, context.resolved.today, at: place) { context.report(finding) }
    }
  }

  // MARK: Findings

  private static func label(_ currency: String, at place: SourceRange) -> Diagnostic.Label {
    Diagnostic.Label(
      place, Message(en: "counted in \(currency)", hans: "以 \(currency) 计", hant: "以 \(currency) 計"))
  }

  private static func missing(
    _ currency: String, _ target: String, at place: SourceRange, _ label: Diagnostic.Label?
  ) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "this is \(currency), it goes into a sum in \(target), and no exchange rate is given: the sum is not known",
        hans: "此处为 \(currency)，要计入以 \(target) 计的合计，却没有给出汇率，合计无从得知",
        hant: "此處為 \(currency)，要計入以 \(target) 計的合計，卻沒有給出匯率，合計無從得知"),
      labels: label.map { [$0] } ?? [],
      help: Message(
        en: "give its rate with a day and a source under `currencies` of a policy",
        hans: "请在政策的 `currencies` 中写上汇率、日期和来源",
        hant: "請在政策的 `currencies` 中寫上匯率、日期和來源"))
  }

  /// What is wrong with the age of the rates behind a conversion, where somebody says what day it is.
  private static func stale(
    _ rate: ExchangeRate, _ house: PolicyBook, _ today: CivilDate?, at place: SourceRange
  ) -> [Diagnostic] {
    guard let today, let limit = house.rateAge, limit.value.unit.isTime else { return [] }
    return rate.entries.compactMap { entry in
      guard let day = entry.value.common.asOf, day.value.last < today,
        years(from: day.value.last, to: today) > limit.value.high
      else { return nil }
      let (code, written, age) = (entry.id.value, day.value.last.text, limit.value)
      return Diagnostic(
        Self.self, at: place,
        Message(
          en: "the rate of \(code) is of \(written), older on \(today.text) than the \(age) that policy allows",
          hans: "\(code) 的汇率为 \(written) 所报，至 \(today.text) 已超过政策允许的\(age)",
          hant: "\(code) 的匯率為 \(written) 所報，至 \(today.text) 已超過政策允許的\(age)"),
        labels: [
          Diagnostic.Label(day.range, Message(en: "the rate's day", hans: "汇率日期", hant: "匯率日期")), limit.label,
        ],
        help: Message(
          en: "write the rate of today into the policy, with its day and source",
          hans: "请在政策中更新汇率，并写明日期和来源", hant: "請在政策中更新匯率，並寫明日期和來源"))
    }
  }
}

/// Money of another currency than the sum it goes into.
private struct MixedMoney {
  let currency: String
  /// The currency of the sum.
  let target: String
  let place: SourceRange
  /// Where the sum's own currency is said.
  let label: Diagnostic.Label?
}

extension RuleContext {
  /// Money of the budget and of the feasibility study that is of another currency than its sum.
  fileprivate func mixedMoney() -> [MixedMoney] {
    var found: [MixedMoney] = []
    func look(_ all: [Located<Quantity>], in sum: Located<Quantity>?) {
      guard let target = sum?.value.unit.currency ?? plan.currencyCode else { return }
      let place = sum?.range ?? plan.currency?.range
      for money in all {
        guard let currency = money.value.unit.currency, currency != target else { continue }
        let label = place.map {
          Diagnostic.Label($0, Message(en: "counted in \(target)", hans: "以 \(target) 计", hant: "以 \(target) 計"))
        }
        found.append(MixedMoney(currency: currency, target: target, place: money.range, label: label))
      }
    }
    if let budget = plan.budget {
      let lines = resolved.lines.entries.compactMap(\.line.amount)
      let reserves = (budget.reserves?.entries ?? []).compactMap(\.value.amount)
      look(lines + reserves + [budget.operating?.amount].compactMap { $0 }, in: budget.total)
    }
    if let study = plan.feasibility {
      let flows = (study.flows?.entries ?? []).compactMap(\.value.amount)
      look(flows + (study.invested?.entries ?? []).map(\.value), in: study.investment)
    }
    return found
  }
}
