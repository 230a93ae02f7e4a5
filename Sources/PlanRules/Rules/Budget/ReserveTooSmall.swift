import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A reserve is below what the policy asks for.
///
/// - zh-Hans: 预留低于政策要求
/// - zh-Hant: 預留低於政策要求
///
/// ## Why it matters
/// Prices rise, systems need a second attempt, rules change. A reserve that is too small turns each of these into an
/// adjustment of the budget, of which a year has few.
///
/// ## How to mend
/// Raise the reserve and lower a line by as much, or hold a reserve of the purpose that is asked for.
///
/// ## Policy
/// `limits` with `reserve` and `at_least`, in money or as a share of `of` (`budget.total` if left out). `any` counts
/// every reserve; another purpose counts the reserves that are `for` it.
///
/// ## Bad
/// ```yaml
/// limits:
///   contingency: {reserve: any, at_least: 15%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 900k, owner: cmo, for: films and articles}
///   reserves:
///     open: {share: 10%, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// limits:
///   contingency: {reserve: any, at_least: 15%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 850k, owner: cmo, for: films and articles}
///   reserves:
///     open: {share: 15%, owner: cmo}
/// ```
package struct ReserveTooSmall: Rule {
  package static let code = "B305"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.hasLimits, context.plan.budget?.total != nil else { return }
    let missed = context.missedFloors(ofReserves: true)
    guard !missed.isEmpty, !context.isReserveUnfunded else { return }
    for breach in missed { Self.report(breach, context) }
  }

  private static func report(_ breach: LimitBreach, _ context: RuleContext) {
    let (id, limit, stated, floor) = (breach.id, breach.limit, breach.stated, breach.bar)
    let purpose = breach.held.reserve ?? .any
    let held = breach.bounded.money.quantity(breach.bounded.unit)
    let words = ReservePurpose(purpose)
    let model = context.plan.budget?.total?.value
    let missing = Said(Quantity(floor.low - held.high, floor.unit), like: model)
    let (asked, money) = (LimitWords(limit, stated.value, floor, like: model), Said(held, like: model))
    let reserves = (context.plan.budget?.reserves?.entries ?? []).filter {
      purpose == .any || $0.value.purpose?.value == purpose
    }
    let range = reserves.first.map { context.place(ofReserve: $0) } ?? context.plan.budget?.total?.range
    let message =
      reserves.isEmpty
      ? Message(
        en: "there are no \(words), where `\(id.value)` asks for at least \(asked)",
        hans: "没有\(words)，而 `\(id.value)` 要求不低于\(asked)", hant: "沒有\(words)，而 `\(id.value)` 要求不低於\(asked)")
      : Message(
        en: "\(words) come to \(money), below the \(asked) that `\(id.value)` asks for",
        hans: "\(words)合计\(money)，低于 `\(id.value)` 要求的\(asked)",
        hant: "\(words)合計\(money)，低於 `\(id.value)` 要求的\(asked)")
    var labels = reserves.dropFirst().map {
      Diagnostic.Label(context.place(ofReserve: $0), Message(en: "counted too", hans: "同样计入", hant: "同樣計入"))
    }
    labels.append(breach.label)
    context.report(
      Diagnostic(
        Self.self, at: range ?? stated.range, message, labels: labels,
        help: Message(
          en: "hold back \(missing) more and take it off a line", hans: "再预留\(missing)，并从科目中相应扣减",
          hant: "再預留\(missing)，並從科目中相應扣減"),
        severity: limit.severity?.value.severity
      ).contradicting(Contradiction("limits.\(id.value)", stated: floor, recomputed: held)))
  }
}
