/// Working out one end of a task or link from the other, on a calendar. Times are mornings.
extension Workdays {
  /// When what starts on the morning of a working day is finished.
  func finish(of stretch: Stretch, starting morning: Int) -> Int {
    switch stretch.unit {
    case .workingDays: day(count(morning) + stretch.count - 1) + 1
    case .days: morning + stretch.count
    case .months: adding(months: stretch.count, to: morning)
    }
  }

  /// The working day on which to start so as to be finished not before a time, and as near to it as can be.
  func start(of stretch: Stretch, finishing morning: Int) -> Int {
    switch stretch.unit {
    case .workingDays: day(count(morning) - stretch.count)
    case .days: next(morning - stretch.count)
    case .months: next(earliest(months: stretch.count, reaching: morning))
    }
  }

  /// The last working day on which to start so as to be finished by a time.
  func latestStart(of stretch: Stretch, finishingBy morning: Int) -> Int {
    switch stretch.unit {
    case .workingDays: day(count(morning) - stretch.count)
    case .days: previous(morning - stretch.count)
    case .months: previous(latest(months: stretch.count, before: morning))
    }
  }

  /// The time so far after another; a lead goes back.
  func after(_ morning: Int, _ lag: Stretch?) -> Int {
    guard let lag else { return morning }
    return switch lag.unit {
    case .workingDays: lag.count > 0 ? day(count(morning) + lag.count - 1) + 1 : day(count(morning) + lag.count)
    case .days: morning + lag.count
    case .months: adding(months: lag.count, to: morning)
    }
  }

  /// The latest time from which a lag leads not beyond another.
  func before(_ morning: Int, _ lag: Stretch?) -> Int {
    guard let lag else { return morning }
    return switch lag.unit {
    case .workingDays: day(count(morning) - lag.count)
    case .days: morning - lag.count
    case .months: latest(months: lag.count, before: morning)
    }
  }

  /// The evening a milestone can stand at by what it waits for.
  ///
  /// What waits for a start stands at the end of the day of that start at the earliest.
  func evening(after morning: Int, _ lag: Stretch?, isStart: Bool) -> Int {
    guard let lag else { return isStart ? morning + 1 : morning }
    let isLead = lag.count < 0
    return switch lag.unit {
    case .workingDays: day(count(morning) + lag.count - (isStart && isLead ? 0 : 1)) + 1
    case .days: morning + lag.count + (isStart && isLead ? 1 : 0)
    case .months: adding(months: lag.count, to: morning) + (isStart && isLead ? 1 : 0)
    }
  }

  /// The latest time of what a milestone waits for, if it is to stand at an evening.
  func before(evening: Int, _ lag: Stretch?, isStart: Bool) -> Int {
    guard let lag else { return isStart ? evening - 1 : evening }
    guard isStart, lag.count < 0 else { return before(evening, lag) }
    return lag.unit == .workingDays ? day(count(evening) - 1 - lag.count) : before(evening - 1, lag)
  }
}
