import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// One channel takes more than the policy lets any one take, and gives no reason.
///
/// - zh-Hans: 单一渠道占比超过政策的集中度上限，且未说明理由
/// - zh-Hant: 單一通路占比超過政策的集中度上限，且未說明理由
///
/// ## Why it matters
/// A plan that leans on one channel stands and falls with its prices, its rules and its audience. When they change, there
/// is nothing that has been tried and could take over.
///
/// ## How to mend
/// Spread the money over further channels, or say under the channel's `reason` why this one may take so much.
///
/// ## Policy
/// `limits` with `each: channel` and `at_most`; a share is of `of`, or of `budget.total`. Channels that are parts of others
/// (`parent`) count with them. A plan of one channel has no choice and is let be.
///
/// ## Bad
/// ```yaml
/// limits:
///   concentration: {each: channel, at_most: 40%}
/// budget:
///   total: CNY 1m
///   lines:
///     media: {amount: CNY 1m, owner: cmo}
/// channels:
///   search: {side: online, role: leads, owner: cmo, paid_by: media, amount: CNY 550k}
///   social: {side: online, role: reach, owner: cmo, paid_by: media, amount: CNY 450k, reason: its users are ours}
/// ```
///
/// ## Mended
/// ```yaml
/// limits:
///   concentration: {each: channel, at_most: 40%}
/// budget:
///   total: CNY 1m
///   lines:
///     media: {amount: CNY 1m, owner: cmo}
/// channels:
///   search: {side: online, role: leads, owner: cmo, paid_by: media, amount: CNY 400k}
///   social: {side: online, role: reach, owner: cmo, paid_by: media, amount: CNY 600k, reason: its users are ours}
/// ```
package struct OverConcentration: Rule {
  package static let code = "B309"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.channels != nil, context.hasLimits else { return }
    for breach in context.passedCaps where breach.held.isConcentration { Self.report(breach, context) }
  }

  private static func report(_ breach: LimitBreach, _ context: RuleContext) {
    let model = breach.model(context)
    let (name, asked) = (breach.bounded.name, breach.words(context))
    let (money, bar) = (Said(breach.money, like: model), Said(breach.bar, like: model))
    let part = breach.share(context) ?? Message(verbatim: "")
    context.report(
      Diagnostic(
        Self.self, at: breach.bounded.place,
        Message(
          en: "\(name) takes \(money)\(part), where no one channel may take more than \(asked)",
          hans: "\(name)占用\(money)\(part)，而单一渠道不得超过\(asked)", hant: "\(name)占用\(money)\(part)，而單一通路不得超過\(asked)"),
        labels: [breach.label], notes: breach.notes(context),
        help: Message(
          en: "keep it to \(bar), or give the channel a `reason` to pass the limit",
          hans: "请控制在\(bar.on)以内，或在该渠道的 `reason` 中说明超限理由",
          hant: "請控制在\(bar.on)以內，或在該通路的 `reason` 中說明超限理由"),
        severity: breach.limit.severity?.value.severity
      ).contradicting(breach.contradiction))
  }
}
