import PlanModel
package import PlanText

/// Nobody owns an objective, or the plan.
///
/// - zh-Hans: 目标没有负责人
/// - zh-Hant: 目標沒有負責人
///
/// ## Why it matters
/// What everybody is asked to reach, nobody is.
///
/// ## How to mend
/// Name one role of `team.roles` as `owner`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket to 400, kpi: ticket, target: 400元, due: 2025-12-31}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket to 400, kpi: ticket, target: 400元, due: 2025-12-31, owner: cmo}
/// ```
package struct ObjectiveWithoutOwner: Rule {
  package static let code = "G108"
  package static let severity = Severity.error
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] where entry.value.owner == nil && !entry.value.wrote("owner") {
      let ids = context.plan.team?.roles?.ids.prefix(6) ?? []
      let (roles, list) = (ids.joined(separator: ", "), ids.joined(separator: "、"))
      context.report(
        Diagnostic(
          Self.self, at: entry.id.range,
          Message(
            en: "objective \(entry.id.value) has no owner", hans: "目标 \(entry.id.value) 没有负责人",
            hant: "目標 \(entry.id.value) 沒有負責人"),
          help: Message(
            en: "add `owner:` with one role of the team: \(roles)", hans: "请补写 `owner:`，填一个团队角色：\(list)",
            hant: "請補寫 `owner:`，填一個團隊角色：\(list)")))
    }
  }
}
