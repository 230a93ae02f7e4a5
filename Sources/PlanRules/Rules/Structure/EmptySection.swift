import PlanModel
package import PlanText

/// A section that the policy requires is missing or empty, or a chapter has no text.
///
/// - zh-Hans: 缺少政策要求的章节，或章节为空
/// - zh-Hant: 缺少政策要求的章節，或章節為空
///
/// ## Why it matters
/// An empty heading promises what the report does not hold. Who approves the plan decides without it, or sends it back.
///
/// ## How to mend
/// Write the section, or take the heading out. Ask the policy's owner if the plan has no need of it.
///
/// ## Policy
/// `required.sections`: sections of a plan, `sponsor`, `manager` or `approval`. Alerts, escalation and service levels that
/// the policy itself holds count as the plan's. Where `feasibility` is required, its `verdicts` must have an `overall`.
/// Chapters without text are told in every plan. In a draft this is advice.
///
/// ## Bad
/// ```yaml
/// status: proposed
/// chapters:
///   method: {title: Method, text: ""}
/// ```
///
/// ## Mended
/// ```yaml
/// status: proposed
/// chapters:
///   method: {title: Method, text: "Desk research, three cases and a cash-flow model"}
/// ```
package struct EmptySection: Rule {
  package static let code = "S023"
  package static let severity = Severity.warning
  package static let isMilderInDraft = true
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    checkChapters(context)
    let house = context.resolved.house
    guard !house.isEmpty else { return }
    for section in house.requiredSections { check(section, house, context) }
  }

  private func checkChapters(_ context: RuleContext) {
    for entry in context.plan.chapters?.entries ?? [] {
      guard let text = entry.value.text, text.isEmpty else { continue }
      let id = entry.id.value
      context.report(
        Diagnostic(
          Self.self, at: text.range.start == text.range.end ? entry.id.range : text.range,
          Message(en: "chapter `\(id)` has no text", hans: "`\(id)` 一章没有正文", hant: "`\(id)` 一章沒有正文"),
          help: Message(
            en: "write the text, or take the chapter out", hans: "请补上正文，或删去这一章", hant: "請補上正文，或刪去這一章")))
    }
  }

  private func check(_ section: PolicyValue<SectionName>, _ house: PolicyBook, _ context: RuleContext) {
    let (name, policy, plan) = (section.value.rawValue, section.policy.value, context.plan)
    let head = plan.id?.range ?? context.resolved.file.firstCharacter(of: plan.common.range)
    if name == "feasibility", let verdicts = plan.feasibility?.verdicts, !verdicts.isEmpty, verdicts["overall"] == nil {
      context.report(
        Diagnostic(
          Self.self, at: verdicts.entries.last?.id.range ?? head,
          Message(
            en: "`feasibility.verdicts` has no `overall`, though policy `\(policy)` requires `feasibility`",
            hans: "`feasibility.verdicts` 缺少 `overall`，而政策 `\(policy)` 要求 `feasibility`",
            hant: "`feasibility.verdicts` 缺少 `overall`，而政策 `\(policy)` 要求 `feasibility`"),
          labels: [section.label],
          help: Message(
            en: "say what the studies come to together: `overall: {says: feasible}`, `conditional` or `infeasible`",
            hans: "请写明总体结论：`overall: {says: feasible}`，或 `conditional`、`infeasible`",
            hant: "請寫明總體結論：`overall: {says: feasible}`，或 `conditional`、`infeasible`")))
    }
    guard plan.isEmpty(section.value), !Self.isServed(name, by: house) else { return }
    context.report(
      Diagnostic(
        Self.self, at: head,
        Message(
          en: "the plan has no `\(name)`, which policy `\(policy)` requires", hans: "计划缺少政策 `\(policy)` 要求的 `\(name)`",
          hant: "計畫缺少政策 `\(policy)` 要求的 `\(name)`"),
        labels: [section.label],
        help: Message(en: "write `\(name)`", hans: "请补写 `\(name)`", hant: "請補寫 `\(name)`")))
  }

  /// Whether the policies themselves hold what a section would.
  private static func isServed(_ section: String, by house: PolicyBook) -> Bool {
    switch section {
    case "alerts": !house.alerts.isEmpty
    case "escalation": Grade.allCases.contains { house.escalation($0.rawValue) != nil }
    case "service_levels": !house.serviceLevels.isEmpty
    default: false
    }
  }
}
