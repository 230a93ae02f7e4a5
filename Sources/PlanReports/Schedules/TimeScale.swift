import PlanQuantities

/// How a timetable's axis is divided, by the length of what it shows: weeks up to fourteen weeks, months up to nine months,
/// quarters up to three years, then half-years.
struct TimeScale {
  let grain: Period.Grain
  /// What is shown, filled up to whole weeks, months, quarters or half-years.
  let span: Period

  /// The scale for a stretch of days.
  init(_ days: Period) {
    grain = TimeScale.grain(days)
    let first = Period(grain, holding: days.first)
    span = first.through(Period(grain, holding: days.last)) ?? first
  }

  private static func grain(_ days: Period) -> Period.Grain {
    if days.days <= 14 * 7 { return .week }
    if days.last < days.first.adding(months: 9) { return .month }
    if days.last < days.first.adding(years: 3) { return .quarter }
    return .half
  }

  /// The axis' parts, in order.
  var parts: [Period] { span.split(into: grain) }

  /// A part's label, at its left edge: `03-10`, `2025-03`, `25Q1`, `25H1`.
  func label(_ part: Period) -> String {
    switch grain {
    case .day, .week: String(part.first.text.dropFirst(5))
    case .month: String(part.first.text.prefix(7))
    case .quarter, .half, .year: String(part.text.dropFirst(2))
    }
  }
}
