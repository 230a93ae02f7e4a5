package import PlanText

/// A plan names a policy that is in force at another time.
///
/// - zh-Hans: 计划所列的政策在计划期间并不生效
/// - zh-Hant: 計畫所列的政策在計畫期間並不生效
///
/// ## Why it matters
/// None of the policy's limits holds for the plan, though the plan says that it stands under them: nobody checks what
/// everybody takes for checked.
///
/// ## How to mend
/// Name the policy of the plan's own time. A policy holds for every plan whose period shares a day with its own.
///
/// ## Bad
/// ```yaml
/// policy: [policies/house.yaml]
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House limits 2023
/// owner: cfo
/// period: 2023
/// limits:
///   line-cap: {each: line, at_most: 60%}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [policies/house.yaml]
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House limits 2025
/// owner: cfo
/// period: 2025
/// limits:
///   line-cap: {each: line, at_most: 60%}
/// ```
package enum PolicyOutOfForce: Problem {
  package static let code = "S027"
  package static let severity = Severity.advice

  /// A policy that binds the plan to nothing.
  ///
  /// - Parameters:
  ///   - policy: its id.
  ///   - period: when it is in force.
  ///   - plan: when the plan runs.
  ///   - range: where the policy is named.
  static func diagnostic(
    _ policy: String, in period: Located<some Phrased>, plan: Located<some Phrased>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en:
          "policy `\(policy)` is in force in \(period.value), outside of the plan's \(plan.value), and holds nothing here",
        hans: "政策 `\(policy)` 的有效期间为\(period.value)，不在计划期间\(plan.value)之内，对本计划不起作用",
        hant: "政策 `\(policy)` 的有效期間為\(period.value)，不在計畫期間\(plan.value)之內，對本計畫不起作用"),
      labels: [
        Diagnostic.Label(period.range, Message(en: "in force", hans: "有效期间", hant: "有效期間")),
        Diagnostic.Label(plan.range, Message(en: "the plan's period", hans: "计划期间", hant: "計畫期間")),
      ],
      help: Message(
        en: "name the policy that is in force then, or take this one out", hans: "请改列届时有效的政策，或删去此项",
        hant: "請改列屆時有效的政策，或刪去此項"))
  }
}
