package import PlanText

/// A stretch of days with its first and last, as `2025`, `2025H1`, `2025Q1`, `2025-03`, `2025-W14` or a range names it.
///
/// Years, halves and quarters begin in January, or in the month in which a fiscal year starts; such a year bears the name
/// of the calendar year that it begins in.
package struct Period: Hashable, Sendable {
  /// What a period is counted in, from finest to coarsest.
  package enum Grain: Int, Hashable, Sendable, CaseIterable, Comparable {
    case day, week, month, quarter, half, year

    package static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }

    /// How many months it has; nil for days and weeks.
    package var months: Int? {
      switch self {
      case .day, .week: nil
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }
  }

  /// The first day.
  package let first: CivilDate
  /// The last day, which belongs to the period.
  package let last: CivilDate
  /// The finest grain in which it was written; both ends lie on its borders.
  package let grain: Grain
  /// The month in which its years begin; 1 for days, weeks and months, which are the same in every year.
  private let yearStart: Int8

  /// The month, 1 to 12, in which the year begins that its quarters, halves or years are parts of.
  package var yearStarts: Int { Int(yearStart) }

  /// A stretch of days, or nil where the last lies before the first. A grain whose borders the ends miss becomes days.
  package init?(first: CivilDate, last: CivilDate, grain: Grain = .day, yearStarts: Int = 1) {
    guard first <= last else { return nil }
    let fits =
      Period(grain, holding: first, yearStarts: yearStarts).first == first
      && Period(grain, holding: last, yearStarts: yearStarts).last == last
    self.init(first, last, fits ? grain : .day, yearStarts)
  }

  private init(_ first: CivilDate, _ last: CivilDate, _ grain: Grain, _ yearStarts: Int = 1) {
    self.first = first
    self.last = last
    self.grain = grain
    yearStart = grain > .month ? Int8(clamping: yearStarts) : 1
  }

  /// The day, week, month, quarter, half or year in which a day falls. Weeks run from Monday.
  ///
  /// - Parameter yearStarts: the month, 1 to 12, in which the year begins.
  package init(_ grain: Grain, holding date: CivilDate, yearStarts: Int = 1) {
    switch grain {
    case .day: self.init(date, date, .day)
    case .week:
      let monday = date.adding(days: 1 - date.weekday.rawValue)
      self.init(monday, monday.adding(days: 6), .week)
    case .month, .quarter, .half, .year:
      let (year, month, _) = date.components
      let length = grain.months ?? 1
      let begins = month - (month - yearStarts + 12) % 12 % length
      let start = CivilDate(unchecked: begins < 1 ? year - 1 : year, begins < 1 ? begins + 12 : begins, 1)
      self.init(start, start.adding(months: length).adding(days: -1), grain, yearStarts)
    }
  }

  /// How many whole months of the year lie before a day's month.
  private static func monthsIntoYear(_ date: CivilDate, _ yearStarts: Int) -> Int {
    (date.month - yearStarts + 12) % 12
  }

  /// A year.
  package init?(year: Int, yearStarts: Int = 1) {
    guard let first = CivilDate(year, yearStarts, 1), year < 9999 || yearStarts == 1 else { return nil }
    self.init(.year, holding: first, yearStarts: yearStarts)
  }

  /// A week by ISO 8601, whose first week of a year holds 4 January; nil where the year has no such week, or it ends past
  /// the year 9999.
  package init?(year: Int, week: Int) {
    guard let fourth = CivilDate(year, 1, 4), 1...53 ~= week else { return nil }
    let start = Period(.week, holding: fourth).first.adding(days: 7 * (week - 1))
    guard start.adding(days: 3).year == year, start.adding(days: 6).year <= 9999 else { return nil }
    self.init(.week, holding: start)
  }

  /// Whether a day lies in it.
  package func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }
  /// Whether another period lies in it whole.
  package func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }
  /// Whether the two share a day.
  package func overlaps(_ other: Period) -> Bool { first <= other.last && other.first <= last }

  /// The days both have; nil where they share none.
  package func intersection(_ other: Period) -> Period? {
    Period(
      first: max(first, other.first), last: min(last, other.last), grain: min(grain, other.grain),
      yearStarts: grain < other.grain ? yearStarts : other.yearStarts)
  }

  /// From this period's first day to the other's last; nil where that is backwards.
  package func through(_ other: Period) -> Period? {
    let finer = min(grain, other.grain)
    return Period(
      first: first, last: other.last, grain: finer, yearStarts: grain < other.grain ? yearStarts : other.yearStarts)
  }

  /// How many days it has.
  package var days: Int { first.days(until: last) + 1 }

  /// How many calendar months it touches.
  package var months: Int {
    (last.year - first.year) * 12 + last.month - first.month + 1
  }

  /// Its months, the first and last cut to the period where it begins or ends inside one.
  package var splitIntoMonths: [Period] { split(into: .month) }

  /// Its parts of a grain in order, the first and last cut to the period.
  ///
  /// - Parameter yearStarts: the month, 1 to 12, in which years begin.
  package func split(into grain: Grain, yearStarts: Int = 1) -> [Period] {
    var parts: [Period] = []
    var start = first
    while start <= last {
      let whole = Period(grain, holding: start, yearStarts: yearStarts)
      let end = min(whole.last, last)
      parts.append(start == whole.first && end == whole.last ? whole : Period(start, end, .day))
      start = end.adding(days: 1)
    }
    return parts
  }

  /// The period of the same grain and length so many steps on; a range steps by its own length.
  package func advanced(by steps: Int) -> Period {
    guard let unit = grain.months else {
      return Period(first.adding(days: steps * days), last.adding(days: steps * days), grain)
    }
    let length = months / unit * unit * steps
    return Period(
      first.adding(months: length), last.adding(days: 1).adding(months: length).adding(days: -1), grain, yearStarts)
  }

  /// The period as a plan writes it: `2025Q1`, `2024Q4..2025Q1`, `2025-03-01..2025-03-15`. Reads back to the same.
  package var text: String {
    let start = name(first)
    return holding(first).last == last ? start : start + ".." + name(holding(last).first)
  }

  private func holding(_ date: CivilDate) -> Period { Period(grain, holding: date, yearStarts: yearStarts) }

  /// The year, by its name, that its first day falls in.
  package var nameOfYear: Int { nameOfYear(first) }

  private func nameOfYear(_ date: CivilDate) -> Int { date.month < yearStarts ? date.year - 1 : date.year }

  private func name(_ date: CivilDate) -> String {
    let month = Period.monthsIntoYear(date, yearStarts)
    let long = padded(nameOfYear(date), 4)
    return switch grain {
    case .day: date.text
    case .week: Period.weekName(date)
    case .month: "\(long)-\(padded(month + 1, 2))"
    case .quarter: "\(long)Q\(month / 3 + 1)"
    case .half: "\(long)H\(month / 6 + 1)"
    case .year: long
    }
  }

  private static func weekName(_ date: CivilDate) -> String {
    let year = date.adding(days: 4 - date.weekday.rawValue).year
    let start = Period(year: year, week: 1)?.first ?? date
    return "\(padded(year, 4))-W\(padded(start.days(until: date) / 7 + 1, 2))"
  }
}

extension Period: Comparable {
  /// By first day, then by last.
  package static func < (a: Period, b: Period) -> Bool {
    a.first == b.first ? a.last < b.last : a.first < b.first
  }
}

extension Period: Phrased {
  /// As a plan writes it in English; with the Chinese words for year, quarter and month in Chinese.
  package func phrase(in language: Language) -> String {
    if language == .english { return text }
    let start = chineseName(first)
    return holding(first).last == last ? start : start + "至" + chineseName(holding(last).first)
  }

  private func chineseName(_ date: CivilDate) -> String {
    let (year, month) = (nameOfYear(date), Period.monthsIntoYear(date, yearStarts))
    return switch grain {
    case .day: date.phrase(in: .simplified)
    case .week: Period.weekName(date)
    case .month: "\(year)年\(month + 1)月"
    case .quarter: "\(year)年Q\(month / 3 + 1)"
    case .half: "\(year)年\(month < 6 ? "上" : "下")半年"
    case .year: "\(year)年"
    }
  }
}
