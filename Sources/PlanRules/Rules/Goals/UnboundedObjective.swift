import PlanModel
import PlanQuantities
package import PlanText

/// An objective has no due date, or one outside the plan's period.
///
/// - zh-Hans: 目标没有期限，或期限在计划期之外
/// - zh-Hant: 目標沒有期限，或期限在計畫期之外
///
/// ## Why it matters
/// Without a day nobody is ever late; past the plan's end nobody of the plan is there to answer.
///
/// ## How to mend
/// Give a `due` inside the plan's period.
///
/// ## Bad
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket to 400, kpi: ticket, target: 400元, due: 2026-03-31, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket to 400, kpi: ticket, target: 400元, due: 2025-03-31, owner: cmo}
/// ```
package struct UnboundedObjective: Rule {
  package static let code = "G105"
  package static let severity = Severity.error
  package static let needsWholePlan = true
  package static let isMilderInDraft = true

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] {
      guard let due = entry.value.due else {
        if !entry.value.wrote("due") { context.report(noDue(entry.id)) }
        continue
      }
      if let period = context.plan.period, !period.value.contains(due.value) {
        context.report(outside(entry.id.value, due, period))
      }
    }
  }

  private func noDue(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      Self.self, at: id.range,
      Message(en: "objective \(id.value) has no due date", hans: "目标 \(id.value) 没有期限", hant: "目標 \(id.value) 沒有期限"),
      help: Message(
        en: "add `due:` with the day by which it holds, such as 2025-09-30", hans: "请补写 `due:`，如 2025-09-30",
        hant: "請補寫 `due:`，如 2025-09-30"))
  }

  private func outside(_ id: String, _ due: Located<CivilDate>, _ period: Located<Period>) -> Diagnostic {
    Diagnostic(
      Self.self, at: due.range,
      Message(
        en: "objective \(id) is due on \(due.value), outside the plan, which runs \(period.value)",
        hans: "目标 \(id) 的期限 \(due.value) 在计划期 \(period.value) 之外",
        hant: "目標 \(id) 的期限 \(due.value) 在計畫期 \(period.value) 之外"),
      labels: [.init(period.range, Message(en: "the plan runs", hans: "计划期", hant: "計畫期"))],
      help: Message(
        en: "choose a day from \(period.value.first) to \(period.value.last)",
        hans: "请在 \(period.value.first) 至 \(period.value.last) 之间选定",
        hant: "請在 \(period.value.first) 至 \(period.value.last) 之間選定"))
  }
}
