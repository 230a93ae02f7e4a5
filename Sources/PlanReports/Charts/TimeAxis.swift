import PlanQuantities
import PlanText

/// The marks and names of a time axis: weeks to fourteen of them, months to nine, quarters to three years, then halves;
/// whole years where even those are too many.
struct TimeAxis {
  struct Tick {
    let day: CivilDate
    /// The name of the period that begins here; nil for a mark between names.
    let name: String?
  }

  let ticks: [Tick]
  /// Whether days can be told apart on it.
  let isWeekly: Bool

  /// - Parameters:
  ///   - scale: the days and the length they have; names that would touch are left out, evenly.
  ///   - yearStarts: the month in which years begin.
  init(_ scale: DateScale, _ language: Language, _ style: TextStyle, yearStarts: Int) {
    let days = scale.first.days(until: scale.last) + 1
    let months = days / 30
    isWeekly = days <= 14 * 7
    let grains: [Grain] = [.week, .month, .quarter, .half, .years(1), .years(2), .years(5), .years(10), .years(100)]
    let natural: Int = isWeekly ? 0 : months <= 9 ? 1 : months <= 36 ? 2 : 3
    for grain in grains[natural...] {
      for stride in grain == .week ? [1, 2] : [1] {
        if let ticks = TimeAxis.ticks(grain, every: stride, scale, language, style, yearStarts) {
          self.ticks = ticks
          return
        }
      }
    }
    ticks = []
  }

  private enum Grain: Equatable {
    case week, month, quarter, half
    case years(Int)
  }

  /// Nil where a name has no room; those of periods cut off by the axis's ends need none.
  private static func ticks(
    _ grain: Grain, every stride: Int, _ scale: DateScale, _ language: Language, _ style: TextStyle,
    _ yearStarts: Int
  ) -> [Tick]? {
    var starts: [CivilDate] = []
    var day = first(grain, onOrBefore: scale.first, yearStarts)
    while day <= scale.last {
      starts.append(day)
      if starts.count > 60 { return nil }
      day = next(grain, day)
    }
    var ticks: [Tick] = []
    for (place, start) in starts.enumerated() {
      var name: String?
      if place % stride == 0 {
        let end = place + stride < starts.count ? scale.start(of: starts[place + stride]) : scale.end
        let wordings = names(
          start, grain, language, isFirst: ticks.allSatisfy { $0.name == nil }, yearStarts)
        name = fitting(wordings, style, within: end - scale.start(of: start) - 5_0)
        if name == nil, place > 0, place + stride < starts.count { return nil }
      }
      ticks.append(Tick(day: max(start, scale.first), name: name))
      if grain == .quarter {
        ticks += [1, 2].map { start.adding(months: $0) }.filter { scale.first < $0 && $0 <= scale.last }
          .map { Tick(day: $0, name: nil) }
      }
    }
    return ticks
  }

  private static func first(_ grain: Grain, onOrBefore day: CivilDate, _ yearStarts: Int) -> CivilDate {
    switch grain {
    case .week: return day.adding(days: 1 - day.weekday.rawValue)
    case .month: return day.firstOfMonth
    case .quarter: return Period(.quarter, holding: day, yearStarts: yearStarts).first
    case .half: return Period(.half, holding: day, yearStarts: yearStarts).first
    case .years(let count):
      let year = Period(.year, holding: day, yearStarts: yearStarts).nameOfYear
      return CivilDate(max(1, year - year % count), yearStarts, 1) ?? day
    }
  }

  private static func next(_ grain: Grain, _ day: CivilDate) -> CivilDate {
    switch grain {
    case .week: day.adding(days: 7)
    case .month: day.adding(months: 1)
    case .quarter: day.adding(months: 3)
    case .half: day.adding(months: 6)
    case .years(let count): day.adding(years: count)
    }
  }

  /// The wordings of a period's name, longest first.
  private static func names(
    _ day: CivilDate, _ grain: Grain, _ language: Language, isFirst: Bool, _ yearStarts: Int
  ) -> [String] {
    let (year, month, date) = day.components
    switch grain {
    case .week:
      let plain = language == .english ? "\(date) \(monthName(month, .english))" : "\(month)/\(date)"
      return [plain]
    case .month:
      let plain = monthName(month, language)
      let isNewYear = month == 1 || isFirst
      return isNewYear ? [language == .english ? "\(plain) \(year)" : "\(year)年\(plain)", plain] : [plain]
    case .quarter: return [String(Period(.quarter, holding: day, yearStarts: yearStarts).text.dropFirst(2))]
    case .half: return [String(Period(.half, holding: day, yearStarts: yearStarts).text.dropFirst(2))]
    case .years: return ["\(Period(.year, holding: day, yearStarts: yearStarts).nameOfYear)"]
    }
  }
}

/// A month by name in English, by number in Chinese.
func monthName(_ month: Int, _ language: Language) -> String {
  guard language == .english else { return "\(month)月" }
  let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
}

/// The words beside the line of the report's date.
func asOf(_ day: CivilDate, _ language: Language) -> String {
  let (year, month, date) = day.components
  let english = "\(date) \(monthName(month, .english)) \(year)"
  return Message(
    en: "as of \(english)", hans: "截至\(year)年\(month)月\(date)日", hant: "截至\(year)年\(month)月\(date)日"
  ).text(in: language)
}

extension Drawing {
  /// The dashed line of the report's date with its words at the line's top, on whichever side has room.
  mutating func today(_ day: CivilDate, _ language: Language, x: Tenths, from top: Tenths, to bottom: Tenths) {
    line(x, top, x, bottom, .today)
    let style = TextStyle.smallBold.toned(.accent).haloed
    let words = asOf(day, language)
    let right = label(words, x + 4_0, top + 8_0, style)
    let left = label(words, x - 4_0, top + 8_0, style, .end)
    if isFree(right) { draw(right) } else if isFree(left) { draw(left) }
  }
}
