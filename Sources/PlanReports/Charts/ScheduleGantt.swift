import PlanModel
package import PlanQuantities
import PlanSchedule
import PlanText

extension GanttChart {
  /// The timetable of a compiled plan: its tasks by phase, and the phases of its tracks where they have no tasks.
  ///
  /// - Parameters:
  ///   - today: the report's date, after which what is not done is late.
  ///   - milestoneStates: by id, what the report says of milestones; those left out are judged by their links and dates.
  ///   - amount: a phase's money by its id, as tables print it; nil where none is said.
  package init(
    _ compiled: CompiledPlan, today: CivilDate?, milestoneStates: [String: MilestoneState] = [:],
    amount: (String) -> String? = { _ in nil }
  ) {
    let rows = ScheduleRows(compiled: compiled, today: today)
    let workdays = compiled.resolved.workdays(compiled.resolved.calendarName(nil))
    self.init(
      language: compiled.language, groups: rows.groups, links: rows.links,
      milestones: rows.milestones(milestoneStates), phases: rows.phases(amount), today: today,
      isFreeDay: { !workdays.isWorked($0) })
  }
}

/// A schedule as the rows, links and marks of a timetable.
private struct ScheduleRows {
  let compiled: CompiledPlan
  let today: CivilDate?

  private var language: Language { compiled.language }
  private var entries: [Table<Phase>.Entry] { compiled.plan.phases?.entries ?? [] }

  /// Phases of each track whose phases have no tasks, then tasks by phase in the order of the phases, then the others.
  var groups: [GanttChart.Group] {
    let drawn = compiled.schedule.tasks.filter { $0.period != nil }
    let byPhase = Dictionary(grouping: drawn) { $0.phase ?? "" }
    var tracks: [String] = []
    for entry in entries where !tracks.contains(entry.value.trackName) { tracks.append(entry.value.trackName) }
    var groups: [GanttChart.Group] = []
    for track in tracks {
      let phases = entries.filter { $0.value.trackName == track }
      guard !phases.contains(where: { byPhase[$0.id.value] != nil }) else { continue }
      // A plan with tasks shows its main phases as bands already.
      if !drawn.isEmpty, track == "main" { continue }
      groups.append(.init(name: tracks.count > 1 ? name(ofTrack: track) : nil, bars: phases.compactMap(bar)))
    }
    for entry in entries {
      guard let tasks = byPhase[entry.id.value] else { continue }
      groups.append(.init(name: compiled.name(entry.value.common, id: entry.id.value), bars: tasks.compactMap(bar)))
    }
    let known = Set(entries.map { $0.id.value })
    let others = drawn.filter { !known.contains($0.phase ?? "") }
    groups.append(
      .init(name: groups.isEmpty ? nil : ScheduleWord.noPhase.text(in: language), bars: others.compactMap(bar)))
    return groups.filter { !$0.bars.isEmpty }
  }

  private func name(ofTrack track: String) -> String {
    track == "main" ? ScheduleWord.mainTrack.text(in: language) : oneLine(track)
  }

  private func bar(_ entry: Table<Phase>.Entry) -> GanttChart.Bar? {
    entry.value.period.map { period in
      .init(
        id: "phase/" + entry.id.value, name: compiled.name(entry.value.common, id: entry.id.value),
        start: period.value.first, finish: period.value.last, isSummary: true)
    }
  }

  private func bar(_ task: ScheduledTask) -> GanttChart.Bar? {
    guard let start = task.start, let finish = task.finish else { return nil }
    let float = task.totalFloat ?? 0
    return .init(
      id: task.id, name: compiled.text(task.title) ?? oneLine(task.id), start: start, finish: finish,
      isCritical: task.isCritical, lateFinish: float > 0 ? task.lateFinish : nil,
      floatText: float > 0 ? floatText(float, from: finish, to: task.lateFinish) : nil,
      done: task.status == .done ? 1 : nil, lateText: lateText(task, finish))
  }

  /// A float in whole months where it makes one, else in working days.
  private func floatText(_ float: Int, from finish: CivilDate, to late: CivilDate?) -> String {
    var months = 0
    while let late, finish.adding(months: months + 1) <= late { months += 1 }
    return (months > 0 ? ScheduleWord.months(months) : ScheduleWord.days(float)).text(in: language)
  }

  /// By how many working days a task is late today, or would be done after the day it is due.
  private func lateText(_ task: ScheduledTask, _ finish: CivilDate) -> String? {
    let workdays = compiled.resolved.workdays(task.calendar)
    if task.status != .done, let today, finish < today {
      let late = workdays.workdays(after: finish, through: today)
      return late > 0 ? ScheduleWord.late(late).text(in: language) : nil
    }
    guard let due = task.due, due < finish else { return nil }
    let late = workdays.workdays(after: due, through: finish)
    return late > 0 ? ScheduleWord.pastDue(late).text(in: language) : nil
  }

  var links: [GanttChart.Link] {
    compiled.schedule.links.compactMap { link in
      guard link.from.kind == .task, link.to.kind == .task else { return nil }
      let kind: GanttChart.Link.Kind =
        switch link.kind {
        case .finishToStart: .fs
        case .startToStart: .ss
        case .finishToFinish: .ff
        case .startToFinish: .sf
        }
      let lag = link.lag.flatMap { $0.count == 0 ? nil : ScheduleWord.lag($0).text(in: language) }
      return .init(from: link.from.id, to: link.to.id, kind: kind, lag: lag, isCritical: link.isCritical)
    }
  }

  func milestones(_ states: [String: MilestoneState]) -> [GanttChart.Milestone] {
    compiled.schedule.milestones.enumerated().compactMap { place, milestone in
      milestone.day.map { day in
        .init(
          key: "M\(place + 1)", name: compiled.text(milestone.title) ?? oneLine(milestone.id), date: day,
          state: states[milestone.id] ?? state(milestone, day))
      }
    }
  }

  private func state(_ milestone: ScheduledMilestone, _ day: CivilDate) -> MilestoneState {
    if milestone.isReached { return .met }
    if let slip = milestone.slip, slip > 0 { return .unreachable }
    return (milestone.float ?? 0) < 0 || today.map { day < $0 } == true ? .atRisk : .planned
  }

  func phases(_ amount: (String) -> String?) -> [GanttChart.Phase] {
    entries.compactMap { entry in
      guard entry.value.trackName == "main", let period = entry.value.period?.value else { return nil }
      return .init(
        name: compiled.name(entry.value.common, id: entry.id.value), period: period, amount: amount(entry.id.value))
    }
  }
}

/// The words of a plan's own timetable.
private enum ScheduleWord {
  static let noPhase = Message(en: "No phase", hans: "未列入阶段", hant: "未列入階段")
  static let mainTrack = Message(en: "Main timetable", hans: "主时间表", hant: "主時間表")

  static func days(_ count: Int) -> Message {
    Message(en: "\(count) wd", hans: "\(count)个工作日", hant: "\(count)個工作天")
  }

  static func months(_ count: Int) -> Message {
    Message(en: "\(count) mo", hans: "\(count)个月", hant: "\(count)個月")
  }

  static func late(_ count: Int) -> Message {
    Message(en: "late \(count) wd", hans: "逾期\(count)个工作日", hant: "逾期\(count)個工作天")
  }

  static func pastDue(_ count: Int) -> Message {
    Message(en: "\(count) wd past due", hans: "晚于期限\(count)个工作日", hant: "晚於期限\(count)個工作天")
  }

  static func lag(_ lag: Lag) -> Message {
    let count = (lag.count < 0 ? "\u{2212}" : "+") + String(lag.count.magnitude)
    return switch lag.unit {
    case .workingDays: Message(en: "\(count) wd", hans: "\(count)个工作日", hant: "\(count)個工作天")
    case .days: Message(en: "\(count) d", hans: "\(count)天", hant: "\(count)天")
    case .months: Message(en: "\(count) mo", hans: "\(count)个月", hant: "\(count)個月")
    }
  }
}
