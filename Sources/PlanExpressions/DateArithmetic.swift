import PlanQuantities
import PlanText

extension Arithmetic {
  /// The date a duration after (or before) the last day of a period.
  ///
  /// Whole months count on the calendar, whole days as days; of any other duration the months left over count pro rata
  /// of the month they fall in, rounded down to a day.
  static func shifted(_ date: Period, by span: Quantity) -> Value {
    guard span.unit.isTime || span.low.isZero else { return unlike }
    if span.writtenTime == .workingDay {
      return .missing(
        Message(
          en: "working days need a calendar, which expressions have none of", hans: "工作日需要日历，表达式中没有",
          hant: "工作日需要行事曆，運算式中沒有"))
    }
    guard let first = day(date.last, after: span.low), let last = day(date.last, after: span.high),
      let period = Period(first: min(first, last), last: max(first, last))
    else { return pastRange }
    return .period(period)
  }

  private static func day(_ start: CivilDate, after years: Fraction) -> CivilDate? {
    guard years.magnitude < 8_000 else { return nil }
    let months = years * 12
    if let whole = months.int { return inRange(start.adding(months: whole)) }
    if let days = (years * Fraction(1461, 4)).int { return inRange(start.adding(days: days)) }
    guard let whole = months.floor.int else { return nil }
    let base = start.adding(months: whole)
    let length = base.days(until: start.adding(months: whole + 1))
    let rest = ((months - Fraction(whole)) * Fraction(length)).floor.int ?? 0
    return inRange(base.adding(days: rest))
  }

  private static func inRange(_ date: CivilDate) -> CivilDate? { (1...9999).contains(date.year) ? date : nil }

  /// Years between two days: whole months where both fall on one day of the month, else days of 1/365.25 year.
  static func years(from start: CivilDate, to end: CivilDate) -> Fraction {
    let (a, b) = (start.components, end.components)
    if a.day == b.day { return Fraction((b.year - a.year) * 12 + b.month - a.month, 12) }
    return Fraction(4 * start.days(until: end), 1461)
  }
}
