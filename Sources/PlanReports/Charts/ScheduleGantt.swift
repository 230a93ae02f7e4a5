import PlanAnalysis
import PlanModel
package import PlanQuantities
import PlanSchedule
import PlanText

extension GanttChart {
  /// The timetable of a compiled plan: its tasks by phase, and the phases of tracks that have no tasks.
  ///
  /// - Parameters:
  ///   - today: the report's date, after which what is not done is late.
  ///   - milestones: those of the lane below, with what the report says of them.
  ///   - phases: those of the main track, drawn as bands.
  ///   - workingDays: prints a number of working days.
  package init(
    _ compiled: CompiledPlan, today: CivilDate?, milestones: [Milestone] = [], phases: [Phase] = [],
    workingDays: @escaping (Int) -> String
  ) {
    let calendars = compiled.figures.calendars
    let rows = ScheduleRows(compiled: compiled, today: today, workingDays: workingDays, calendars: calendars)
    let workdays = calendars.workdays(compiled.resolved.calendarName(nil))
    self.init(
      language: compiled.language, groups: rows.groups, links: rows.links, milestones: milestones, phases: phases,
      today: today, yearStarts: compiled.resolved.yearStarts, isFreeDay: { !workdays.isWorked($0) })
  }
}

/// A schedule as the rows and links of a timetable.
private struct ScheduleRows {
  let compiled: CompiledPlan
  let today: CivilDate?
  let workingDays: (Int) -> String
  let calendars: WorkdayBook

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
    let overdue = task.due.flatMap { $0 < finish ? Period(first: max(start, $0.adding(days: 1)), last: finish) : nil }
    return .init(
      id: task.id, name: compiled.text(task.title) ?? oneLine(task.id), start: start, finish: finish,
      isCritical: task.isCritical, lateFinish: float > 0 ? task.lateFinish : nil,
      floatText: float > 0 ? floatText(float, from: finish, to: task.lateFinish) : nil,
      done: task.status == .done ? 1 : nil, disputed: overdue,
      disputeText: overdue == nil ? nil : task.due.map { ScheduleWord.due($0).text(in: language) },
      lateText: lateText(task, finish))
  }

  /// A float in whole months where it makes one, else in working days.
  private func floatText(_ float: Int, from finish: CivilDate, to late: CivilDate?) -> String {
    var months = 0
    while let late, finish.adding(months: months + 1) <= late { months += 1 }
    return months > 0 ? ScheduleWord.months(months).text(in: language) : workingDays(float)
  }

  /// By how many working days a task that is not done is late today.
  private func lateText(_ task: ScheduledTask, _ finish: CivilDate) -> String? {
    guard task.status != .done, let today, finish < today else { return nil }
    let late = calendars.workdays(task.calendar).workdays(after: finish, through: today)
    return late > 0 ? ScheduleWord.late(workingDays(late)).text(in: language) : nil
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
}

/// The words of a plan's own timetable.
private enum ScheduleWord {
  static let noPhase = Message(en: "No phase", hans: "未列入阶段", hant: "未列入階段")
  static let mainTrack = Message(en: "Main timetable", hans: "主时间表", hant: "主時間表")

  static func months(_ count: Int) -> Message {
    Message(en: "\(count) mo", hans: "\(count)个月", hant: "\(count)個月")
  }

  static func late(_ time: String) -> Message { Message(en: "late \(time)", hans: "逾期\(time)", hant: "逾期\(time)") }
  static func due(_ day: CivilDate) -> Message {
    Message(en: "due \(day)", hans: "期限\(day.text)", hant: "期限\(day.text)")
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
