import PlanQuantities

/// How a timetable's axis is divided, by the length of what it shows: weeks up to fourteen weeks, months up to nine months,
/// quarters up to three years, then half-years.
struct TimeScale {
  let grain: Period.Grain
  /// What is shown, filled up to whole weeks, months, quarters or half-years.
  let span: Period
  /// The month in which years begin.
  private let yearStarts: Int

  /// The scale for a stretch of days.
  init(_ days: Period, yearStarts: Int = 1) {
    grain = TimeScale.grain(days)
    self.yearStarts = yearStarts
    let first = Period(grain, holding: days.first, yearStarts: yearStarts)
    span = first.through(Period(grain, holding: days.last, yearStarts: yearStarts)) ?? first
  }

  private static func grain(_ days: Period) -> Period.Grain {
    if days.days <= 14 * 7 { return .week }
    if days.last < days.first.adding(months: 9) { return .month }
    if days.last < days.first.adding(years: 3) { return .quarter }
    return .half
  }

  /// The axis' parts, in order.
  var parts: [Period] { span.split(into: grain, yearStarts: yearStarts) }

  /// A part's label, at its left edge: `03-10`, `2025-03`, `25Q1`, `25H1`.
  func label(_ part: Period) -> String {
    switch grain {
    case .day, .week: String(part.first.text.dropFirst(5))
    case .month: String(part.first.text.prefix(7))
    case .quarter, .half, .year: String(part.text.dropFirst(2))
    }
  }
}
