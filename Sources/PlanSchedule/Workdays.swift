package import PlanModel
package import PlanQuantities
package import PlanText

/// A working calendar made ready for counting: which days are worked, and how many lie between two.
///
/// Counting goes by whole weeks and the list of exceptions, so that no count walks from day to day. Times are evenings
/// and mornings: the number of a day stands for its morning, which is the evening of the day before.
package struct Workdays: Sendable {
  /// Working time of a day, in years.
  let hours: Fraction
  /// Whether each weekday is worked, from the weekday of day 0.
  private var week: [Bool]
  /// Days worked between day 0 and the day at each place of the week.
  private var before: [Int]
  /// Places of the worked days of a week.
  private var worked: [Int]
  /// Days that differ from their weekday, in order.
  private var exceptions: [Exception] = []

  private struct Exception: Sendable {
    let day: Int
    let isWorked: Bool
    /// How many more days (or, negative, fewer) were worked than the weeks say, on all exceptions before this one.
    let offset: Int
  }

  /// Monday to Friday, without holidays.
  package static let weekdays = Workdays(nil)

  /// The working days of a calendar; Monday to Friday for none. A calendar whose weekend takes the whole week has no
  /// weekend: work needs days.
  package init(_ calendar: WorkCalendar?) {
    let free = calendar?.weekend.map { Set($0.map(\.value.weekday)) } ?? [.saturday, .sunday]
    let isFree = free.count == 7 ? [] : free
    week = (0..<7).map { !isFree.contains(CivilDate(dayNumber: $0).weekday) }
    before = (0...7).map { [week] place in week.prefix(place).count { $0 } }
    worked = (0..<7).filter { [week] in week[$0] }
    let written = calendar?.hours?.value.low
    hours = written.flatMap { $0.isZero || $0.isNegative ? nil : $0 } ?? TimeWord.hour.years * 8
    guard let calendar else { return }
    var made = Set(calendar.workdays?.map(\.value.dayNumber) ?? []).sorted()[...]
    for days in Self.united(calendar.holidays ?? []) {
      while let day = made.first, day < days.lowerBound {
        except(day, isWorked: true)
        made.removeFirst()
      }
      for day in days {
        // A holiday made a working day is one.
        let isWorked = made.first == day
        except(day, isWorked: isWorked)
        if isWorked { made.removeFirst() }
      }
    }
    for day in made { except(day, isWorked: true) }
  }

  /// Adds a day that follows all exceptions so far, if it differs from its weekday.
  private mutating func except(_ day: Int, isWorked: Bool) {
    guard isWorked != isWeekdayWorked(day) else { return }
    exceptions.append(Exception(day: day, isWorked: isWorked, offset: offset(exceptions.count)))
  }

  /// The days of holidays, in order; each once, however many of them it is part of.
  private static func united(_ holidays: [Located<Period>]) -> [ClosedRange<Int>] {
    let kept = holidays.map(\.value).filter { $0.days <= longestHoliday }
    var united: [ClosedRange<Int>] = []
    for days in kept.map({ $0.first.dayNumber...$0.last.dayNumber }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, days.lowerBound <= last.upperBound {
        united[united.count - 1] = last.lowerBound...max(last.upperBound, days.upperBound)
      } else {
        united.append(days)
      }
    }
    return united
  }

  /// The same week without holidays and days worked instead.
  var withoutExceptions: Workdays {
    var plain = self
    plain.exceptions = []
    return plain
  }

  /// The weekdays that are worked, from Monday.
  var workedWeekdays: [Weekday] {
    Weekday.allCases.filter { day in worked.contains { CivilDate(dayNumber: $0).weekday == day } }
  }

  /// A holiday of more days than this is taken for a slip and not kept: nobody is off for ten years.
  private static let longestHoliday = 3660

  private func isWeekdayWorked(_ day: Int) -> Bool { week[Workdays.split(day).place] }

  private static func split(_ day: Int) -> (weeks: Int, place: Int) {
    let place = ((day % 7) + 7) % 7
    return ((day - place) / 7, place)
  }

  /// The first exception that does not lie before a place in the list for which `isBefore` holds.
  private func firstException(_ isBefore: (Exception) -> Bool) -> Int {
    var (low, high) = (0, exceptions.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(exceptions[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the exceptions before a place in their list add to the count.
  private func offset(_ place: Int) -> Int {
    if place < exceptions.count { return exceptions[place].offset }
    return exceptions.last.map { $0.offset + ($0.isWorked ? 1 : -1) } ?? 0
  }

  private func plainCount(_ day: Int) -> Int {
    let (weeks, place) = Workdays.split(day)
    return weeks * worked.count + before[place]
  }

  /// Days worked before the morning of a day, counted from one fixed day; only differences mean something.
  func count(_ morning: Int) -> Int { plainCount(morning) + offset(firstException { $0.day < morning }) }

  /// The day worked after exactly so many others, by `count`.
  func day(_ count: Int) -> Int {
    let place = firstException { plainCount($0.day) + $0.offset + ($0.isWorked ? 1 : 0) <= count }
    if place < exceptions.count, exceptions[place].isWorked,
      plainCount(exceptions[place].day) + exceptions[place].offset == count
    {
      return exceptions[place].day
    }
    let (weeks, rest) = Workdays.split(count - offset(place), by: worked.count)
    return weeks * 7 + worked[rest]
  }

  private static func split(_ count: Int, by size: Int) -> (weeks: Int, rest: Int) {
    let rest = ((count % size) + size) % size
    return ((count - rest) / size, rest)
  }

  /// Whether a day is worked.
  func isWorked(_ day: Int) -> Bool {
    let place = firstException { $0.day < day }
    return place < exceptions.count && exceptions[place].day == day ? exceptions[place].isWorked : isWeekdayWorked(day)
  }

  /// The day itself if it is worked, else the next that is.
  func next(_ day: Int) -> Int { self.day(count(day)) }
  /// The day itself if it is worked, else the last before it that is.
  func previous(_ day: Int) -> Int { self.day(count(day + 1) - 1) }
}

extension Workdays {
  /// Whether a day is worked.
  package func isWorked(_ day: CivilDate) -> Bool { isWorked(day.dayNumber) }

  /// Working days after one day up to another, that one counted; negative where the other is earlier.
  package func workdays(after day: CivilDate, through other: CivilDate) -> Int {
    count(other.dayNumber + 1) - count(day.dayNumber + 1)
  }

  /// Working days of a period.
  package func workdays(in period: Period) -> Int {
    count(period.last.dayNumber + 1) - count(period.first.dayNumber)
  }

  /// The day itself if it is worked, else the next that is.
  package func next(_ day: CivilDate) -> CivilDate { CivilDate(dayNumber: next(day.dayNumber)) }
  /// The day itself if it is worked, else the last before it that is.
  package func previous(_ day: CivilDate) -> CivilDate { CivilDate(dayNumber: previous(day.dayNumber)) }
}

extension ResolvedPlan {
  /// The name of the calendar that holds for something that may name one: its own, else the plan's.
  package func calendarName(_ own: Located<String>?) -> String? {
    for name in [own?.value, plan.calendar?.value].compactMap({ $0 }) where calendar(name) != nil { return name }
    return nil
  }

  /// A calendar of the policies; of two with one name, the first.
  package func calendar(_ name: String) -> WorkCalendar? {
    house.calendar(name)?.value
  }

  /// The working days of a calendar; Monday to Friday for nil or a name that no policy has.
  package func workdays(_ name: String?) -> Workdays {
    guard let name, let calendar = calendar(name) else { return .weekdays }
    return Workdays(calendar)
  }
}

/// The working days of a plan's calendars, each made ready once: of a calendar with many holidays that takes long. It
/// belongs to one thread.
package final class WorkdayBook {
  private let resolved: ResolvedPlan
  private var known: [String?: Workdays] = [:]

  package init(_ resolved: ResolvedPlan) { self.resolved = resolved }

  /// The working days of a calendar; Monday to Friday for nil or a name that no policy has.
  package func workdays(_ name: String?) -> Workdays {
    if let workdays = known[name] { return workdays }
    let workdays = resolved.workdays(name)
    known[name] = workdays
    return workdays
  }
}
