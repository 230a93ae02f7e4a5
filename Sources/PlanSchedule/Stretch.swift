package import PlanQuantities

/// A length of time as a calendar counts it.
struct Stretch {
  let count: Int
  let unit: Lag.Unit

  /// A duration or lag as written, in whole days or months. A range counts by its longer end.
  ///
  /// `wd` are working days; hours and less are working time, by the hours of a working day. Days and weeks are days of
  /// the calendar, months, quarters and years its months, as long as they are whole; what is left of a month, and
  /// what was computed, counts as days. Parts of a day count as a day. Nil for more than some ten thousand years.
  init?(_ quantity: Quantity, _ workdays: Workdays) {
    let years = quantity.high
    switch quantity.writtenTime {
    case .workingDay: self.init(years.divided(by: TimeWord.workingDay.years), .workingDays)
    case .millisecond, .second, .minute, .hour: self.init(years.divided(by: workdays.hours), .workingDays)
    case .month, .quarter, .year:
      if let months = (years * 12).int { self.init(Fraction(months), .months) } else { fallthrough }
    case .day, .week, nil: self.init(years.divided(by: TimeWord.day.years), .days)
    }
  }

  private init?(_ count: Fraction?, _ unit: Lag.Unit) {
    guard let count, count.magnitude <= 4_000_000, let whole = (-(-count).floor).int else { return nil }
    self.init(whole, unit)
  }

  init(_ count: Int, _ unit: Lag.Unit) {
    self.count = count
    self.unit = unit
  }
}

/// Days before which and after which nothing can be dated: the years 1 and 9999.
enum Reach {
  static let first = CivilDate(1, 1, 1)?.dayNumber ?? 0
  static let last = CivilDate(9999, 12, 31)?.dayNumber ?? 0

  /// Whether mornings lie within reach.
  static func holds(_ mornings: Int...) -> Bool { mornings.allSatisfy { first <= $0 && $0 <= last } }
}

/// Moving by calendar months.
func adding(months: Int, to morning: Int) -> Int { CivilDate(dayNumber: morning).adding(months: months).dayNumber }

/// The latest morning that, so many months on, lies not after another.
func latest(months: Int, before morning: Int) -> Int {
  var start = adding(months: -months, to: morning)
  while adding(months: months, to: start) > morning { start -= 1 }
  while adding(months: months, to: start + 1) <= morning { start += 1 }
  return start
}

/// The earliest morning that, so many months on, lies not before another.
func earliest(months: Int, reaching morning: Int) -> Int {
  var start = adding(months: -months, to: morning)
  while adding(months: months, to: start) < morning { start += 1 }
  while adding(months: months, to: start - 1) >= morning { start -= 1 }
  return start
}

extension Workdays {
  /// The day so long after another: working days and working time by this calendar, days, weeks and months by the
  /// plain one. Nil for a length past all calendars.
  package func day(_ length: Quantity, after day: CivilDate) -> CivilDate? {
    guard let stretch = Stretch(length, self) else { return nil }
    let morning = day.dayNumber
    let reached =
      stretch.unit == .workingDays ? after(morning + 1, stretch) - 1 : after(morning, stretch)
    return Reach.holds(reached) ? CivilDate(dayNumber: reached) : nil
  }
}
