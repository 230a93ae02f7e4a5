import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A task or milestone is past its date and not done.
///
/// - zh-Hans: 任务或里程碑已过日期而未完成
/// - zh-Hant: 任務或里程碑已過日期而未完成
///
/// ## Why it matters
/// Either it is late, and what waits for it is late as well, or it is done and the plan does not say so.
///
/// ## How to mend
/// Write `status: done` and the day under `done_on`; if it is late, its new date; if it is given up, `status: dropped`.
/// Today is `--as-of`, else the plan's `as_of`; without either nothing is overdue. What only follows from something
/// overdue is not told again.
///
/// ## Bad
/// ```yaml
/// as_of: 2025-04-07
/// milestones:
///   shop-open: {date: 2025-03-31, deliverable: web shop, accept: first order is paid, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// as_of: 2025-04-07
/// milestones:
///   shop-open:
///     {date: 2025-03-31, deliverable: web shop, accept: first order is paid, owner: cmo, status: done, done_on: 2025-03-28}
/// ```
package struct Overdue: Rule {
  package static let code = "T612"
  package static let severity = Severity.warning
  package static let needsToday = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let today = context.resolved.today, context.plan.life != .closed else { return }
    guard context.plan.tasks?.isEmpty == false || context.plan.milestones?.isEmpty == false else { return }
    let schedule = context.schedule
    for milestone in schedule.milestones where !milestone.isReached {
      guard let date = context.plan.milestones?[milestone.id]?.date, date.value.last < today else { continue }
      let id = milestone.id
      Self.report(
        Message(en: "milestone `\(id)`", hans: "里程碑 `\(id)` ", hant: "里程碑 `\(id)` "),
        Located(date.value.last, at: date.range), context.workdays(milestone.calendar), today, context)
    }
    let overdue = Set(schedule.tasks.filter { Self.isOverdue($0, today) }.map(\.id))
    let following = Set(
      schedule.links.filter { $0.from.kind == .task && $0.to.kind == .task && overdue.contains($0.from.id) }
        .map(\.to.id))
    for task in schedule.tasks where overdue.contains(task.id) {
      guard let date = Self.date(of: task, context.plan, isAlone: !following.contains(task.id)), date.value < today
      else { continue }
      let id = task.id
      Self.report(
        Message(en: "task `\(id)`", hans: "任务 `\(id)` ", hant: "任務 `\(id)` "), date,
        context.workdays(task.calendar), today, context)
    }
  }

  private static func isOverdue(_ task: ScheduledTask, _ today: CivilDate) -> Bool {
    guard task.status != .done, let last = [task.due, task.finish].compactMap({ $0 }).min() else { return false }
    return last < today
  }

  /// The date a task must be done by: its due date or fixed dates, else, unless it only follows, the computed ones.
  private static func date(of task: ScheduledTask, _ plan: Plan, isAlone: Bool) -> Located<CivilDate>? {
    guard let written = plan.tasks?[task.id] else { return nil }
    let period = written.period.map { Located($0.value.last, at: $0.range) }
    if let stated = [written.due, period].compactMap({ $0 }).min(by: { $0.value < $1.value }) { return stated }
    guard isAlone, let finish = task.finish, let range = written.duration?.range else { return nil }
    return Located(finish, at: range)
  }

  private static func report(
    _ name: @escaping @autoclosure () -> Message, _ date: Located<CivilDate>, _ workdays: Workdays, _ today: CivilDate,
    _ context: RuleContext
  ) {
    context.report(Self.self, at: date.range) {
      let (name, day, late) = (name(), date.value, Overrun(workdays.workdays(after: date.value, through: today)))
      return Diagnostic(
        Self.self, at: date.range,
        Message(
          en: "\(name) was to be done by \(day), \(late) before today, \(today), and is not",
          hans: "\(name)应于 \(day) 完成，至今天 \(today) 已过\(late)，仍未完成",
          hant: "\(name)應於 \(day) 完成，至今天 \(today) 已過\(late)，仍未完成"),
        help: Message(
          en: "write `done_on` if it is done, a new date if it is late, `status: dropped` if it is given up",
          hans: "已完成请写 `done_on`；推迟请写新日期；放弃请写 `status: dropped`",
          hant: "已完成請寫 `done_on`；延後請寫新日期；放棄請寫 `status: dropped`"))
    }
  }
}
