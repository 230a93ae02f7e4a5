package import PlanQuantities
package import PlanText

/// Which days are worked.
package struct WorkCalendar: Noun {
  package var common = Common()
  package var weekend: [Located<WeekdayWord>]?
  package var holidays: [Located<Period>]?
  package var workdays: [Located<CivilDate>]?
  package var hours: Located<Quantity>?
  package var yearStarts: Located<MonthWord>?

  package init() {}

  package static let nounName = "calendar"

  package static let table = NounTable<WorkCalendar>(
    Doc("which days are worked", "工作日历"),
    example: """
      calendars:
        china-2025:
          title: {en: China 2025, zh-Hans: 2025年中国工作日历}
          weekend: [sat, sun]
          holidays: [2025-01-28..2025-02-04, 2025-04-04..2025-04-06]
          workdays: [2025-01-26, 2025-02-08]
          hours: 8h
      """,
    [
      Field("weekend", \.weekend, .list(.choice(WeekdayWord.self)), Doc("sat and sun if left out", "周末，默认 sat sun")),
      Field("holidays", \.holidays, .list(.period), Doc("days on which nobody works", "放假的日子")),
      Field(
        "workdays", \.workdays, .list(.date),
        Doc("days of a weekend or holiday that are worked all the same", "调休上班的日子")),
      Field("hours", \.hours, .duration, Doc("working time of a day; 8h if left out", "每天工时，默认 8h")),
      Field(
        "year_starts", \.yearStarts, .month,
        Doc(
          "month in which the fiscal year starts, 01 if left out: with 04, a plan's `2025` is 2025-04 to 2026-03 and its `2025Q1` 2025-04 to 2025-06",
          "财年起始月，默认 01；写 04 时，计划中的 2025 指 2025-04 至 2026-03，2025Q1 指 2025-04 至 2025-06")),
    ])
}

/// A day of the week as a plan writes it.
package enum WeekdayWord: String, Choice {
  case mon, tue, wed, thu, fri, sat, sun

  /// The day it names.
  package var weekday: Weekday {
    switch self {
    case .mon: .monday
    case .tue: .tuesday
    case .wed: .wednesday
    case .thu: .thursday
    case .fri: .friday
    case .sat: .saturday
    case .sun: .sunday
    }
  }
}

/// A month by its two digits: `01` to `12`.
package struct MonthWord: Choice, Hashable {
  /// 1 to 12.
  package let month: Int

  package init?(rawValue: String) {
    guard rawValue.utf8.count == 2, let month = Int(rawValue), (1...12).contains(month) else { return nil }
    self.month = month
  }

  package var rawValue: String { month < 10 ? "0\(month)" : "\(month)" }
  package static let allCases: [MonthWord] = (1...12).compactMap { MonthWord(rawValue: $0 < 10 ? "0\($0)" : "\($0)") }
}

extension FieldType where Value == Located<MonthWord> {
  /// A month by its two digits. To a schema it is a word: YAML may take it for a number.
  static var month: Self { FieldType(.word) { node, decoder in decoder.choice(node, MonthWord.self) } }
}
