import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A standing right to reallocate must break the policy on adjustments
///
/// - zh-Hans: 常设调剂安排必然违反调整政策
/// - zh-Hant: 常設調劑安排必然違反調整政策
///
/// ## Why it matters
/// A plan that shifts money each quarter and a policy that allows two adjustments a year cannot both be kept. Unless what may
/// be shifted freely is told from what is an adjustment, the third quarter's review breaks the rules however well it is done.
///
/// ## How to mend
/// Say `counts_as: reallocation` with `within` and an `at_most` inside the policy's bound, or reallocate less often. What a
/// machine decides needs an `at_most` in any case.
///
/// ## Policy
/// `adjustments.per_year` and `adjustments.reallocation_at_most`. Without `adjustments` in a policy the rule is off.
///
/// ## Bad
/// ```yaml
/// policy: policy.yaml
/// status: approved
/// approval: {by: board, date: 2024-12-10}
/// team: {roles: {cmo: Marketing head, board: Budget board}}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
///   reallocation: {cadence: quarterly, within: [content, media]}
/// # file: policy.yaml
/// kind: policy
/// schema: 1
/// id: finance
/// title: Finance
/// owner: board
/// adjustments: {per_year: 2, reallocation_at_most: 5%}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: policy.yaml
/// status: approved
/// approval: {by: board, date: 2024-12-10}
/// team: {roles: {cmo: Marketing head, board: Budget board}}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
///   reallocation: {cadence: quarterly, counts_as: reallocation, within: [content, media], at_most: 5%}
/// # file: policy.yaml
/// kind: policy
/// schema: 1
/// id: finance
/// title: Finance
/// owner: board
/// adjustments: {per_year: 2, reallocation_at_most: 5%}
/// ```
package struct AdjustmentPolicyConflict: Rule {
  package static let code = "A412"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let right = context.plan.budget?.reallocation, context.hasAdjustmentRules else { return }
    let countsAs = right.countsAs?.value ?? (right.wrote("counts_as") ? nil : .adjustment)
    if countsAs == .adjustment, let cadence = right.cadence, let most = context.resolved.house.adjustmentsPerYear,
      cadence.value.timesPerYear > most.value
    {
      return Self.reportCadence(cadence, most, isAutomatic: Self.isUnbounded(right), context)
    }
    if countsAs == .reallocation, let own = right.atMost, let most = context.resolved.house.reallocationAtMost,
      own.value.high > most.value.high
    {
      return Self.reportShare(own, most, context)
    }
    if Self.isUnbounded(right), let automatic = right.automatic { Self.reportUnbounded(automatic, context) }
  }

  /// Whether a machine decides how much.
  private static func isUnbounded(_ right: Reallocation) -> Bool {
    right.automatic?.value == true && !right.wrote("at_most")
  }

  private static func reportCadence(
    _ cadence: Located<Cadence>, _ most: PolicyValue<Int>, isAutomatic: Bool, _ context: RuleContext
  ) {
    let times = cadence.value.timesPerYear
    let bound = CodeList(isAutomatic ? ["within", "at_most"] : ["within"])
    context.report(
      Diagnostic(
        Self.self, at: cadence.range,
        Message(
          en:
            "money is reallocated \(times) times a year, each an adjustment, where the policy allows \(max(most.value, 0)) adjustments a year",
          hans: "预算每年调剂 \(times) 次，且均计为调整，而政策每年只允许调整 \(max(most.value, 0)) 次",
          hant: "預算每年調劑 \(times) 次，且均計為調整，而政策每年只允許調整 \(max(most.value, 0)) 次"),
        labels: [most.label],
        help: Message(
          en: "write `counts_as: reallocation` with \(bound), or a slower cadence",
          hans: "请写 `counts_as: reallocation` 及 \(bound)，或降低频率", hant: "請寫 `counts_as: reallocation` 及 \(bound)，或降低頻率")
      ).contradicting(Contradiction("budget.reallocation.cadence", stated: times, recomputed: max(most.value, 0))))
  }

  private static func reportShare(
    _ own: Located<Quantity>, _ most: PolicyValue<Quantity>, _ context: RuleContext
  ) {
    context.report(
      Diagnostic(
        Self.self, at: own.range,
        Message(
          en: "up to \(own.value) may be reallocated each time, where the policy allows \(most.value)",
          hans: "每次可调剂 \(own.value)，而政策只允许 \(most.value)", hant: "每次可調劑 \(own.value)，而政策只允許 \(most.value)"),
        labels: [most.label],
        help: Message(
          en: "write `at_most: \(most.value)` or less; what moves more is an adjustment",
          hans: "请写 `at_most: \(most.value)` 或更小；超出部分属于调整", hant: "請寫 `at_most: \(most.value)` 或更小；超出部分屬於調整")
      ).contradicting(Contradiction("budget.reallocation.at_most", stated: own.value, recomputed: most.value)))
  }

  private static func reportUnbounded(_ automatic: Located<Bool>, _ context: RuleContext) {
    let most = context.resolved.house.reallocationAtMost
    let allowed =
      most.map { Message(en: "\($0.value)", hans: "\($0.value)", hant: "\($0.value)") } ?? Message(verbatim: "…")
    context.report(
      Diagnostic(
        Self.self, at: automatic.range,
        Message(
          en: "a machine reallocates money, and nothing says how much it may move each time",
          hans: "资金由系统自动调剂，却未写每次上限", hant: "資金由系統自動調劑，卻未寫每次上限"),
        labels: most.map { [$0.label] } ?? [],
        help: Message(
          en: "write `at_most: \(allowed)`", hans: "请写 `at_most: \(allowed)`", hant: "請寫 `at_most: \(allowed)`")))
  }
}

extension Cadence {
  /// How often it comes in a year.
  fileprivate var timesPerYear: Int {
    switch self {
    case .daily: 365
    case .weekly: 52
    case .biweekly: 26
    case .monthly: 12
    case .quarterly: 4
    case .halfYearly: 2
    case .yearly: 1
    }
  }
}
