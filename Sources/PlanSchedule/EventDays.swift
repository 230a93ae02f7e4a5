import PlanModel
import PlanQuantities

/// The days of an event that recurs: one in each week, month, quarter, half or year of its period, or every working day.
struct EventDays {
  let cadence: Cadence
  let day: EventDay?
  let period: Period
  /// The month in which years begin.
  let yearStarts: Int
  /// No event has more days than this: more than all of a plan may have together.
  private static let most = 20_001

  /// A week and a month have days of their own; a day of the month says nothing of a week and is left aside there.
  init(_ cadence: Cadence, _ day: EventDay?, _ period: Period, yearStarts: Int = 1) {
    self.yearStarts = yearStarts
    self.cadence = cadence
    if case .monthDay? = day, cadence.grain == .week { self.day = nil } else { self.day = day }
    self.period = period
  }

  /// Every day by a working calendar, in order.
  func days(_ workdays: Workdays) -> [CivilDate] {
    cadence == .daily ? workingDays(workdays) : day == nil ? plainDays() : unitDays(workdays)
  }

  private func workingDays(_ workdays: Workdays) -> [CivilDate] {
    var days: [CivilDate] = []
    var next = workdays.next(period.first)
    while next <= period.last, days.count < EventDays.most {
      days.append(next)
      next = workdays.next(next.adding(days: 1))
    }
    return days
  }

  /// Without a day of its own, it recurs from the first day of its period on.
  private func plainDays() -> [CivilDate] {
    var days: [CivilDate] = []
    while days.count < EventDays.most {
      let next =
        cadence.grain == .week
        ? period.first.adding(days: 7 * cadence.step * days.count)
        : period.first.adding(months: (cadence.grain.months ?? 1) * days.count)
      guard next <= period.last else { break }
      days.append(next)
    }
    return days
  }

  /// Its day in each week, month, quarter, half or year of the calendar, as far as it lies in the period.
  private func unitDays(_ workdays: Workdays) -> [CivilDate] {
    var days: [CivilDate] = []
    var unit = Period(cadence.grain, holding: period.first, yearStarts: yearStarts)
    var skipped = 0
    while unit.first <= period.last, days.count < EventDays.most {
      if let day = day(in: unit, workdays), period.contains(day) {
        if skipped % cadence.step == 0 { days.append(day) }
        skipped += 1
      }
      unit = Period(cadence.grain, holding: unit.last.adding(days: 1), yearStarts: yearStarts)
    }
    return days
  }

  private func day(in unit: Period, _ workdays: Workdays) -> CivilDate? {
    let found: CivilDate
    switch day {
    case .weekday(let word):
      found = unit.first.adding(days: (word.weekday.rawValue - unit.first.weekday.rawValue + 7) % 7)
    case .monthDay(let number):
      found = unit.first.adding(days: min(number, unit.first.lastOfMonth.day) - 1)
    case .last, nil: found = unit.last
    case .firstWorkday: found = workdays.next(unit.first)
    case .lastWorkday: found = workdays.previous(unit.last)
    }
    return unit.contains(found) ? found : nil
  }

  /// The rule that says these days, as far as a rule can that knows weekends and no holidays.
  func recurrence(_ workdays: Workdays) -> Recurrence? {
    let plain = days(workdays.withoutExceptions)
    guard let first = plain.first else { return nil }
    let actual = days(workdays)
    let (ruled, happening) = (Set(plain), Set(actual))
    let (weekdays, monthDays, position) = parts(first, workdays)
    return Recurrence(
      frequency: cadence == .daily ? .daily : cadence.grain == .week ? .weekly : .monthly,
      interval: cadence.grain.months ?? cadence.step, weekdays: weekdays, monthDays: monthDays, position: position,
      first: first, until: period.last, excluded: plain.filter { !happening.contains($0) },
      added: actual.filter { !ruled.contains($0) })
  }

  private func parts(_ first: CivilDate, _ workdays: Workdays) -> ([Weekday], [Int], Int?) {
    let isWeekly = cadence.grain == .week
    if cadence == .daily { return (workdays.workedWeekdays, [], nil) }
    switch day {
    case nil: return isWeekly ? ([first.weekday], [], nil) : monthDay(period.first.day)
    case .weekday(let word): return ([word.weekday], [], isWeekly ? nil : 1)
    case .monthDay(let number): return monthDay(number)
    case .last: return isWeekly ? ([.sunday], [], nil) : ([], [-1], nil)
    case .firstWorkday: return (workdays.workedWeekdays, [], 1)
    case .lastWorkday: return (workdays.workedWeekdays, [], -1)
    }
  }

  /// A day of the month, or the last one of shorter months: a rule would leave those out.
  private func monthDay(_ number: Int) -> ([Weekday], [Int], Int?) {
    number <= 28 ? ([], [number], nil) : ([], Array(28...number), -1)
  }
}

extension Cadence {
  /// What it happens once in; for a daily one, the week, whose days it names.
  fileprivate var grain: Period.Grain {
    switch self {
    case .daily, .weekly, .biweekly: .week
    case .monthly: .month
    case .quarterly: .quarter
    case .halfYearly: .half
    case .yearly: .year
    }
  }

  /// In every so many of them.
  fileprivate var step: Int { self == .biweekly ? 2 : 1 }
}
