import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A date cannot be kept: what must come first takes longer.
///
/// - zh-Hans: 日期无法达成：前置工作来不及完成
/// - zh-Hant: 日期無法達成：前置工作來不及完成
///
/// ## Why it matters
/// The plan's own durations and links say that the date is missed before work has begun. Everyone who relies on it will
/// be told late.
///
/// ## How to mend
/// Shorten a task of the chain that is shown, let two of them overlap (`SS`, or a lead), or move the date. Working
/// days are counted on the calendar of each task; without `calendar`, on Monday to Friday.
///
/// ## Bad
/// ```yaml
/// tasks:
///   build: {duration: 20wd, deliverable: web shop, owner: cmo}
///   test: {duration: 10wd, after: [build], due: 2025-01-31, deliverable: test report, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// tasks:
///   build: {duration: 20wd, deliverable: web shop, owner: cmo}
///   test: {duration: 10wd, after: [build SS+10wd], due: 2025-01-31, deliverable: test report, owner: cmo}
/// ```
package struct InfeasibleDate: Rule {
  package static let code = "T604"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.tasks?.isEmpty == false || context.plan.hasLinks else { return }
    let schedule = context.schedule
    for link in schedule.links where link.isBroken && !link.isGate { check(link, context) }
    let missed = missed(schedule, context)
    let chains = Self.chains(to: missed, schedule)
    // What comes after a date that is missed is late by the same cause, which has the shorter chain.
    let first = missed.compactMap { delay in
      chains[delay.end].flatMap { $0.missed == 1 ? (length: $0.length, delay: delay) : nil }
    }
    for (_, delay) in first.sorted(by: { $0.length < $1.length }) {
      context.report(Self.self, at: delay.place, words: delay.words)
    }
  }

  /// A date that cannot be kept, and where it was written.
  private struct Delay {
    let end: ScheduledLink.End
    let place: SourceRange
    let words: () -> Diagnostic
  }

  /// Every date that cannot be kept: first those of tasks, then those of milestones.
  private func missed(_ schedule: Schedule, _ context: RuleContext) -> [Delay] {
    var missed: [Delay] = []
    for task in schedule.tasks where task.status != .done {
      guard let due = context.plan.tasks?[task.id]?.due, let finish = task.finish, finish > due.value else { continue }
      let workdays = context.workdays(task.calendar)
      missed.append(
        Delay(end: ScheduledLink.End(.task, task.id), place: due.range) {
          let late = workdays.workdays(after: due.value, through: finish)
          return Self.late(task, due, finish, late, schedule)
        })
    }
    for milestone in schedule.milestones where !milestone.isReached {
      guard let slip = milestone.slip, slip > 0, let day = milestone.day, let earliest = milestone.earliest,
        let range = context.plan.milestones?[milestone.id]?.date?.range
      else { continue }
      missed.append(
        Delay(end: ScheduledLink.End(.milestone, milestone.id), place: range) {
          Self.late(milestone, Located(day, at: range), earliest, slip, schedule)
        })
    }
    return missed
  }

  /// How many ends the chain to each of these, and to each before it, has, and how many of them miss their dates.
  ///
  /// Every end is walked once, however many chains it lies on. On a circle, which is told by a rule of its own, a chain ends
  /// where it comes back to itself.
  private static func chains(
    to missed: [Delay], _ schedule: Schedule
  ) -> [ScheduledLink.End: (length: Int, missed: Int)] {
    let late = Set(missed.map(\.end))
    var chains: [ScheduledLink.End: (length: Int, missed: Int)] = [:]
    for end in missed.map(\.end) {
      var way: [ScheduledLink.End] = []
      var next: ScheduledLink.End? = end
      while let step = next, chains[step] == nil {
        chains[step] = (0, 0)
        way.append(step)
        next = schedule.driver(of: step)
      }
      var before = next.flatMap { chains[$0] } ?? (0, 0)
      for step in way.reversed() {
        before = (before.length + 1, before.missed + (late.contains(step) ? 1 : 0))
        chains[step] = before
      }
    }
    return chains
  }

  private static func late(
    _ task: ScheduledTask, _ due: Located<CivilDate>, _ finish: CivilDate, _ days: Int, _ schedule: Schedule
  ) -> Diagnostic {
    let (id, date) = (task.id, due.value)
    let overrun = Overrun(days)
    return Diagnostic(
      Self.self, at: due.range,
      task.isFixed
        ? Message(
          en: "task `\(id)` lasts until \(finish), \(overrun) after it is due, \(date)",
          hans: "任务 `\(id)` 到 \(finish) 才结束，比期限 \(date) 晚\(overrun)",
          hant: "任務 `\(id)` 到 \(finish) 才結束，比期限 \(date) 晚\(overrun)")
        : Message(
          en: "task `\(id)` is finished on \(finish) at the earliest, \(overrun) after it is due, \(date)",
          hans: "任务 `\(id)` 最早于 \(finish) 完成，比期限 \(date) 晚\(overrun)",
          hant: "任務 `\(id)` 最早於 \(finish) 完成，比期限 \(date) 晚\(overrun)"),
      notes: notes(ScheduledLink.End(.task, id), schedule), help: help)
  }

  private static func late(
    _ milestone: ScheduledMilestone, _ day: Located<CivilDate>, _ earliest: CivilDate, _ days: Int,
    _ schedule: Schedule
  ) -> Diagnostic {
    let (id, date) = (milestone.id, day.value)
    let overrun = Overrun(days)
    return Diagnostic(
      Self.self, at: day.range,
      Message(
        en: "milestone `\(id)` is reached on \(earliest) at the earliest, \(overrun) after its date, \(date)",
        hans: "里程碑 `\(id)` 最早于 \(earliest) 达成，比计划日期 \(date) 晚\(overrun)",
        hant: "里程碑 `\(id)` 最早於 \(earliest) 達成，比計畫日期 \(date) 晚\(overrun)"),
      notes: notes(ScheduledLink.End(.milestone, id), schedule), help: help)
  }

  private static let help = Message(
    en: "shorten a task of the chain, let two overlap, or move the date", hans: "请缩短链上某项任务、让前后任务部分重叠，或调整日期",
    hant: "請縮短鏈上某項任務、讓前後任務部分重疊，或調整日期")

  /// The chain with the days that each of its tasks runs; nothing for a single task.
  private static func notes(_ end: ScheduledLink.End, _ schedule: Schedule) -> [Message] {
    guard schedule.driver(of: end) != nil else { return [] }
    let steps = DatedChain(end: end, schedule: schedule)
    return [Message(en: "the chain: \(steps)", hans: "相关的链：\(steps)", hant: "相關的鏈：\(steps)")]
  }

  /// The chain to something, with the days that each of its tasks runs.
  ///
  /// Put together when somebody reads it: where much is late, chains are long, and most are told nowhere.
  private struct DatedChain: Phrased {
    let end: ScheduledLink.End
    let schedule: Schedule

    func phrase(in language: Language) -> String {
      let ends = schedule.chain(to: end).map { end in
        let period =
          end.kind == .task ? schedule.task(end.id)?.period?.text : schedule.milestone(end.id)?.expected?.text
        return "`\(end.id)` \(period ?? "?")"
      }
      return way(ends, isQuoted: false)
    }
  }

  /// Fixed dates that a link between them and what comes before does not allow.
  private func check(_ link: ScheduledLink, _ context: RuleContext) {
    guard link.to.kind == .task, let later = context.schedule.task(link.to.id), later.status != .done,
      let dates = later.period, let first = end(link.from, context.schedule)
    else { return }
    let (to, from) = (later.id, link.from.id)
    context.report(
      Diagnostic(
        Self.self, at: link.range,
        Message(
          en:
            "task `\(to)` has fixed dates, \(dates), that its link to `\(from)` does not allow: that is dated \(first)",
          hans: "任务 `\(to)` 的固定日期 \(dates) 与它对 `\(from)` 的依赖不符：后者为 \(first)",
          hant: "任務 `\(to)` 的固定日期 \(dates) 與它對 `\(from)` 的相依關係不符：後者為 \(first)"),
        labels: [
          .init(
            context.plan.tasks?[to]?.period?.range ?? link.range, Message(en: "the dates", hans: "固定日期", hant: "固定日期"))
        ],
        help: Message(
          en: "move one of the two, let them overlap by `SS` or a lead, or give `\(to)` a `duration` in place of dates",
          hans: "请调整其中一方的日期，用 `SS` 或提前量让两者重叠，或给 `\(to)` 写 `duration` 而不写日期",
          hant: "請調整其中一方的日期，用 `SS` 或提前量讓兩者重疊，或給 `\(to)` 寫 `duration` 而不寫日期")))
  }

  private func end(_ end: ScheduledLink.End, _ schedule: Schedule) -> Period? {
    guard end.kind == .milestone else { return schedule.task(end.id)?.period }
    return schedule.milestone(end.id)?.expected.flatMap { Period(first: $0, last: $0) }
  }
}

/// So many working days.
struct Overrun: Phrased {
  let days: Int
  init(_ days: Int) { self.days = days }

  func phrase(in language: Language) -> String {
    switch language {
    case .english: days == 1 ? "1 working day" : "\(days) working days"
    case .simplified: " \(days) 个工作日"
    case .traditional: " \(days) 個工作日"
    }
  }
}
