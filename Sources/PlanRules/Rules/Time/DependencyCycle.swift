import PlanModel
import PlanSchedule
package import PlanText

/// Tasks or milestones wait for each other.
///
/// - zh-Hans: 任务或里程碑互相等待
/// - zh-Hant: 任務或里程碑互相等待
///
/// ## Why it matters
/// What waits for itself never begins. Nothing on the loop gets a date, nor what comes after it.
///
/// ## How to mend
/// Take out one of the links. Where work really comes back, as after a review, write the second round as a task of its
/// own. The gate of a phase counts as a link to each of its tasks: it cannot wait for one of them.
///
/// ## Bad
/// ```yaml
/// tasks:
///   draft: {duration: 5wd, after: [review], deliverable: text, owner: cmo}
///   review: {duration: 2wd, after: [draft], deliverable: remarks, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// tasks:
///   draft: {duration: 5wd, deliverable: text, owner: cmo}
///   review: {duration: 2wd, after: [draft], deliverable: remarks, owner: cmo}
///   final-draft: {duration: 2wd, after: [review], deliverable: text, owner: cmo}
/// ```
package struct DependencyCycle: Rule {
  package static let code = "T603"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.hasLinks else { return }
    for circle in context.schedule.circleLinks { report(circle, context) }
  }

  private func report(_ circle: [ScheduledLink], _ context: RuleContext) {
    guard let first = circle.first else { return }
    let id = first.to.id
    let whole = way(circle.map(\.to.id) + [id])
    context.report(
      Diagnostic(
        Self.self, at: first.range,
        circle.count == 1
          ? Message(en: "`\(id)` waits for itself", hans: "`\(id)` 在等待自身", hant: "`\(id)` 在等待自身")
          : Message(
            en: "`\(id)` waits for itself in the end: \(whole)", hans: "`\(id)` 绕了一圈又在等待自身：\(whole)",
            hant: "`\(id)` 繞了一圈又在等待自身：\(whole)"),
        label: Self.label(first),
        labels: circle.dropFirst().filter { $0.range != first.range }.map {
          Diagnostic.Label($0.range, Self.label($0))
        },
        help: Message(
          en: "take out one of these links; a second round of work is a task of its own",
          hans: "请删去其中一处依赖；返工的第二轮应另写为一项任务", hant: "請刪去其中一處相依關係；返工的第二輪應另寫為一項任務")))
  }

  private static func label(_ link: ScheduledLink) -> Message {
    let (from, to) = (link.from.id, link.to.id)
    if link.isGate {
      return Message(
        en: "`\(to)` waits for this gate of its phase", hans: "`\(to)` 要等所属阶段的这个关口", hant: "`\(to)` 要等所屬階段的這個關卡")
    }
    return Message(en: "`\(to)` waits for `\(from)`", hans: "`\(to)` 等待 `\(from)`", hant: "`\(to)` 等待 `\(from)`")
  }
}
