import PlanQuantities

/// Maps days onto a length.
struct DateScale {
  /// The first and the last day shown.
  let first: CivilDate
  let last: CivilDate
  let start: Tenths
  let end: Tenths

  /// Where a day begins; days outside the scale lie at its ends.
  func start(of day: CivilDate) -> Tenths {
    let days = first.days(until: last) + 1
    let place = min(max(first.days(until: day), 0), days)
    return start + (place * (end - start) + days / 2) / days
  }

  /// Where a day ends.
  func end(of day: CivilDate) -> Tenths { start(of: day.adding(days: 1)) }

  /// Whether the scale shows a day.
  func shows(_ day: CivilDate) -> Bool { first <= day && day <= last }
}
