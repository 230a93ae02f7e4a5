import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// The money comes back later than the policy allows.
///
/// - zh-Hans: 回收期超过政策上限
/// - zh-Hant: 回收期超過政策上限
///
/// ## Why it matters
/// Until the payback the plan is a bet; the policy says how long a bet the organisation will hold.
///
/// ## How to mend
/// Invest less or later, start with what earns first, or ask for an exception with the figures open.
///
/// ## Policy
/// `finance.payback_at_most`: the longest payback, undiscounted, by the clock of `definitions.payback_from`.
///
/// ## Bad
/// ```yaml
/// policy: [house.yaml]
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 3m, 2026: CNY 4m, 2027: CNY 6m}
///   net_of: [operating]
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House rules
/// owner: cfo
/// finance: {payback_at_most: 2y}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [house.yaml]
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 6m
///   flows: {2025: CNY 3m, 2026: CNY 4m, 2027: CNY 6m}
///   net_of: [operating]
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House rules
/// owner: cfo
/// finance: {payback_at_most: 2y}
/// ```
package struct PaybackTooLong: Rule {
  package static let code = "F904"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility,
      let limit = context.resolved.house.lowest({ $0.finance?.paybackAtMost }),
      case .success(let model)? = context.figures.cashFlows, let figure = context.figures.figure("feasibility.payback")
    else { return }
    let place = feasibility.flows?.entries.first?.period.range ?? feasibility.common.keyRange
    let label = Diagnostic.Label(limit.range, .figure("finance.payback_at_most", limit.value))
    if let payback = figure.quantity {
      guard payback.value > limit.value.high else { return }
      let shown = Shown(payback, like: limit.value)
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en: "the money is back after \(shown), the policy allows \(limit.value)",
            hans: "投资回收期为 \(shown)，政策上限为 \(limit.value)", hant: "投資回收期為 \(shown)，政策上限為 \(limit.value)"),
          labels: [label] + Derivation(figure).labels, notes: [Derivation(figure, like: limit.value).note],
          help: Self.help(limit.value)))
    } else if case .failure(.neverPaidBack(let missing)) = model.flows.payback {
      let short = Shown(Quantity(missing, model.unit), like: model.inputs.first?.value.quantity)
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en: "the flows end \(short) short of the investment; the policy wants it back within \(limit.value)",
            hans: "现金流结束时距收回投资还差 \(short)；政策要求在 \(limit.value)内收回",
            hant: "現金流結束時距收回投資還差 \(short)；政策要求在 \(limit.value)內收回"),
          labels: [label] + Derivation(figure).labels, help: Self.help(limit.value)))
    }
  }

  private static func help(_ limit: Quantity) -> Message {
    Message(
      en: "invest less or later, or begin with what earns first, so that \(limit) is enough",
      hans: "请减少或推迟投入，或先做见效快的部分，使回收期不超过 \(limit)",
      hant: "請減少或延後投入，或先做見效快的部分，使回收期不超過 \(limit)")
  }
}
