import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Figures of the schedule: when tasks start and finish, when milestones can be reached, and how far both may slip.
extension Figures {
  func taskFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let task = plan.tasks?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case []:
      return task.period.map { Figure(path, .period($0.value), place: $0.range) }
        ?? stated(path, task.duration, equals: nil)
    case ["period"]: return task.period.map { Figure(path, .period($0.value), place: $0.range) }
    case ["duration"]: return stated(path, task.duration, equals: nil)
    case ["due"]: return task.due.flatMap { day(path, $0.value, at: $0.range) }
    case ["amount"]: return stated(path, task.amount, equals: nil)
    case ["effort"]: return stated(path, task.effort, equals: nil)
    case ["start"]: return taskStart(path, id, task)
    case ["finish"]: return taskFinish(path, id, task)
    case ["late_finish"]:
      return schedule.task(id)?.lateFinish.flatMap { day(path, $0, at: task.common.keyRange, formula: lateRule) }
    case ["total_float"]: return taskFloat(path, id, task)
    default: return nil
    }
  }

  func milestoneFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let milestone = plan.milestones?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case [], ["date"]: return milestone.date.map { Figure(path, .period($0.value), place: $0.range) }
    case ["scale"]: return milestone.scale.map { Figure(path, .quantity($0.value), place: $0.range) }
    case ["earliest"]:
      guard let earliest = schedule.milestone(id)?.earliest else { return nil }
      return driven(path, earliest, ScheduledLink.End(.milestone, id), at: milestone.common.keyRange)
    default:
      guard names.count == 3, names[1] == "targets" else { return nil }
      return milestone.targets?[names[2]].map { Figure(path, .quantity($0.value), place: $0.range) }
    }
  }

  // MARK: Dates

  private func taskStart(_ path: String, _ id: String, _ task: WorkTask) -> Figure? {
    guard let found = schedule.task(id) else { return nil }
    guard let start = found.start else { return circular(path, id, task) }
    if found.isFixed, let period = task.period { return day(path, start, at: period.range) }
    if let done = found.doneOn {
      let inputs = [dayInput("tasks.\(id).done_on", done, task.doneOn?.range), durationInput(id, task)]
      return day(path, start, at: task.common.keyRange, formula: "done_on - duration", inputs: inputs.compactMap { $0 })
    }
    return driven(path, start, ScheduledLink.End(.task, id), at: task.common.keyRange)
  }

  private func taskFinish(_ path: String, _ id: String, _ task: WorkTask) -> Figure? {
    guard let found = schedule.task(id) else { return nil }
    guard let finish = found.finish else { return circular(path, id, task) }
    if let done = task.doneOn { return day(path, finish, at: done.range) }
    if found.isFixed, let period = task.period { return day(path, finish, at: period.range) }
    let inputs = [figure("tasks.\(id).start").map { FigureInput($0) }, durationInput(id, task)].compactMap { $0 }
    return day(path, finish, at: task.common.keyRange, formula: "tasks.\(id).start + duration", inputs: inputs)
  }

  private func taskFloat(_ path: String, _ id: String, _ task: WorkTask) -> Figure? {
    guard let found = schedule.task(id), let float = found.totalFloat else { return nil }
    let inputs = ["finish", "late_finish"].compactMap { figure("tasks.\(id).\($0)").map { FigureInput($0) } }
    var days = Quantity(Fraction(float) * TimeWord.workingDay.years, .time)
    days.writtenTime = .workingDay
    return Figure(
      path, .quantity(days), formula: "working days from tasks.\(id).finish to tasks.\(id).late_finish",
      inputs: inputs, place: task.common.keyRange)
  }

  /// A day that links decide, else the phase or the plan: formula and inputs from what drives it.
  private func driven(
    _ path: String, _ day: CivilDate, _ end: ScheduledLink.End, at place: SourceRange
  ) -> Figure? {
    var links = schedule.links(to: end).filter(\.isDriving)
    // What a milestone waits for decides its earliest day, even where its own date is later.
    if links.isEmpty, end.kind == .milestone { links = schedule.links(to: end) }
    if links.isEmpty {
      let phase = end.kind == .task ? schedule.task(end.id)?.phase : nil
      let from = phase.flatMap { figure("phases.\($0).start") }
      let inputs =
        from.map { [FigureInput($0)] }
        ?? [dayInput("period", plan.period?.value.first, plan.period?.range)].compactMap { $0 }
      return self.day(
        path, day, at: place, formula: "first working day from \(from?.path ?? "the start of period")", inputs: inputs)
    }
    let formulas = links.map(formula)
    let inputs = links.compactMap { link in
      figure(self.path(of: link)).map { FigureInput($0) }
    }
    let whole = formulas.count == 1 ? formulas[0] : "max(\(formulas.joined(separator: ", ")))"
    return self.day(path, day, at: place, formula: whole, inputs: inputs)
  }

  /// The date of the earlier end that a link looks at.
  private func path(of link: ScheduledLink) -> String {
    guard link.from.kind == .task else {
      let milestone = schedule.milestone(link.from.id)
      let isLate = milestone?.expected != milestone?.day && milestone?.expected == milestone?.earliest
      return "milestones.\(link.from.id)" + (isLate ? ".earliest" : "")
    }
    let isFinish = link.kind == .finishToStart || link.kind == .finishToFinish
    return "tasks.\(link.from.id).\(isFinish ? "finish" : "start")"
  }

  /// A link in the manner of formulas: `after tasks.build.finish + 5 working days`.
  private func formula(_ link: ScheduledLink) -> String {
    var text = link.kind == .finishToStart && link.to.kind == .task ? "after \(path(of: link))" : path(of: link)
    if let lag = link.lag {
      let unit =
        switch lag.unit {
        case .workingDays: "wd"
        case .days: "d"
        case .months: "mo"
        }
      text += " \(lag.count < 0 ? "-" : "+") \(abs(lag.count))\(unit)"
    }
    let isEnd = link.kind == .finishToFinish || link.kind == .startToFinish
    return isEnd && link.to.kind == .task ? text + " - duration" : text
  }

  // MARK: Pieces

  private var lateRule: String { "latest day that holds up nothing that has a date" }

  private func durationInput(_ id: String, _ task: WorkTask) -> FigureInput? {
    task.duration.map { FigureInput("tasks.\(id).duration", .quantity($0.value), place: $0.range) }
  }

  private func dayInput(_ name: String, _ day: CivilDate?, _ place: SourceRange?) -> FigureInput? {
    day.flatMap { Period(first: $0, last: $0) }.map { FigureInput(name, .period($0), place: place) }
  }

  /// No date, for the task waits for itself or for something that does.
  private func circular(_ path: String, _ id: String, _ task: WorkTask) -> Figure {
    let loop = schedule.circle(of: id) ?? schedule.circles.first ?? []
    let text = way(loop + loop.prefix(1), isQuoted: false)
    let reason =
      text.isEmpty
      ? Message(en: "it has no date", hans: "无法确定日期", hant: "無法確定日期")
      : Message(en: "it waits for a circle: \(text)", hans: "循环等待：\(text)", hant: "循環等待：\(text)")
    return Figure(path, .undefined(reason), dimension: .date, place: task.common.keyRange)
  }
}
