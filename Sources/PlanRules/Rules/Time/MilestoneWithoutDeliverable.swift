import PlanModel
package import PlanText

/// A milestone has nothing to deliver or to be accepted by.
///
/// - zh-Hans: 里程碑没有交付物或验收依据
/// - zh-Hant: 里程碑沒有交付物或驗收依據
///
/// ## Why it matters
/// A day on which nothing has to be there cannot be missed. Without a sign of acceptance, whether it was reached is a
/// matter of opinion.
///
/// ## How to mend
/// Say what is there on the day (`deliverable`), or which KPI levels hold (`targets`); and for a deliverable, who
/// accepts it and by what sign (`accept`), which is asked for as advice. In a draft it counts one step less.
///
/// ## Bad
/// ```yaml
/// milestones:
///   shop-open: {date: 2025-03-31, title: Shop opens, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// milestones:
///   shop-open: {date: 2025-03-31, title: Shop opens, deliverable: web shop, accept: first order is paid, owner: cmo}
/// ```
package struct MilestoneWithoutDeliverable: Rule {
  package static let code = "T605"
  package static let severity = Severity.warning
  package static let needsWholePlan = true
  package static let isMilderInDraft = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let milestones = context.plan.milestones else { return }
    for place in milestones.entries.indices {
      guard milestones.entries[place].value.status?.value != .dropped,
        milestones.entries[place].value.targets?.isEmpty ?? true
      else { continue }
      if milestones.entries[place].value.deliverable?.isEmpty ?? true {
        Self.reportNothing(milestones.entries[place].id, context)
      } else if milestones.entries[place].value.accept?.isEmpty ?? true {
        Self.reportUnaccepted(milestones.entries[place].id, milestones.entries[place].value.deliverable, context)
      }
    }
  }

  private static func reportNothing(_ id: Located<String>, _ context: RuleContext) {
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(
          en: "milestone `\(id.value)` has neither a deliverable nor targets", hans: "里程碑 `\(id.value)` 既无交付物也无目标值",
          hant: "里程碑 `\(id.value)` 既無交付物也無目標值"),
        help: Message(
          en: "write a `deliverable` that is there on the day, or `targets` of KPIs that hold by then",
          hans: "请写当日应有的 `deliverable`，或届时应达到的 KPI `targets`", hant: "請寫當日應有的 `deliverable`，或屆時應達到的 KPI `targets`")))
  }

  private static func reportUnaccepted(_ id: Located<String>, _ deliverable: Text?, _ context: RuleContext) {
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(
          en: "nobody accepts what milestone `\(id.value)` delivers", hans: "里程碑 `\(id.value)` 的交付物没有验收依据",
          hant: "里程碑 `\(id.value)` 的交付物沒有驗收依據"),
        labels: deliverable.map { [.init($0.range, Message(en: "delivered", hans: "交付物", hant: "交付物"))] } ?? [],
        help: Message(
          en: "write `accept`: who accepts it, and by what sign", hans: "请写 `accept`：由谁、凭什么验收",
          hant: "請寫 `accept`：由誰、憑什麼驗收"),
        severity: .advice))
  }
}
