import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A due date is met with no day to spare.
///
/// - zh-Hans: 期限刚好够，链上没有任何余量
/// - zh-Hant: 期限剛好夠，鏈上沒有任何餘量
///
/// ## Why it matters
/// One day lost anywhere on the chain misses the date. Whoever works on it should know, and so should whoever waits.
///
/// ## How to mend
/// Begin earlier, overlap tasks, or agree on a later date; or leave it, and watch the chain. Tasks with fixed dates and
/// chains of one task are not spoken of.
///
/// ## Bad
/// ```yaml
/// tasks:
///   build: {duration: 20wd, deliverable: web shop, owner: cmo}
///   test: {duration: 3wd, after: [build], due: 2025-01-31, deliverable: test report, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// tasks:
///   build: {duration: 18wd, deliverable: web shop, owner: cmo}
///   test: {duration: 3wd, after: [build], due: 2025-01-31, deliverable: test report, owner: cmo}
/// ```
package struct NoSlack: Rule {
  package static let code = "T608"
  package static let severity = Severity.advice

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.hasLinks else { return }
    let schedule = context.schedule
    var told: Set<ScheduledLink.End> = []
    for task in schedule.tasks where !task.isFixed && task.totalFloat == 0 && task.status != .done {
      guard let due = context.plan.tasks?[task.id]?.due, let finish = task.finish, finish <= due.value,
        context.workdays(task.calendar).workdays(after: finish, through: due.value) == 0
      else { continue }
      let chain = schedule.chain(to: ScheduledLink.End(.task, task.id)).filter { $0.kind == .task }
      guard chain.count > 1, told.isDisjoint(with: chain) else { continue }
      told.formUnion(chain)
      let (id, date, steps) = (task.id, due.value, way(chain.map(\.id)))
      context.report(
        Diagnostic(
          Self.self, at: due.range,
          Message(
            en: "task `\(id)` meets its due date, \(date), with no working day to spare on \(steps)",
            hans: "任务 `\(id)` 刚好在期限 \(date) 完成，\(steps) 上没有一个工作日的余量",
            hant: "任務 `\(id)` 剛好在期限 \(date) 完成，\(steps) 上沒有一個工作日的餘量"),
          help: Message(
            en: "begin earlier, let tasks overlap, or agree on a later date", hans: "可以提早开始、让任务部分重叠，或商定更晚的期限",
            hant: "可以提早開始、讓任務部分重疊，或商定更晚的期限")))
    }
  }
}
