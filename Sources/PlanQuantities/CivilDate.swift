package import PlanText

/// A day of the proleptic Gregorian calendar, without time or zone.
package struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01; earlier days are negative.
  package let dayNumber: Int

  /// The day with this number; 0 is 1970-01-01.
  package init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// A day by year, month and day, or nil where the calendar has no such day or the year is not 1 to 9999.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= CivilDate.days(inMonth: month, of: year) else {
      return nil
    }
    self.init(unchecked: year, month, day)
  }

  /// Howard Hinnant's `days_from_civil`: years run from March, so that a leap day ends one.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch + (fromMarch < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// The year, such as 2025.
  package var year: Int { components.year }
  /// The month, 1 to 12.
  package var month: Int { components.month }
  /// The day of the month, 1 to 31.
  package var day: Int { components.day }
  /// The day of the week.
  package var weekday: Weekday { Weekday(rawValue: ((dayNumber + 3) % 7 + 7) % 7 + 1) ?? .monday }

  /// How many days a month has.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many days later; negative counts go back.
  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day so many months later, or that month's last day where it is shorter.
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + months
    let newYear = (total >= 0 ? total : total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    return CivilDate(unchecked: newYear, newMonth, min(day, CivilDate.days(inMonth: newMonth, of: newYear)))
  }

  /// The same day so many years later; 29 February becomes the 28th in a common year.
  package func adding(years: Int) -> CivilDate { adding(months: years * 12) }

  /// Days from this one to another; negative where the other is earlier.
  package func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The first day of this day's month.
  package var firstOfMonth: CivilDate { adding(days: 1 - day) }
  /// The last day of this day's month.
  package var lastOfMonth: CivilDate { firstOfMonth.adding(months: 1).adding(days: -1) }

  /// The date as ISO 8601 writes it: `2025-03-01`.
  package var text: String {
    let (year, month, day) = components
    guard 0...9999 ~= year else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    let digits = [year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10]
    return String(unsafeUninitializedCapacity: 10) { bytes in
      var place = 0
      for digit in digits {
        if place == 4 || place == 7 {
          bytes[place] = UInt8(ascii: "-")
          place += 1
        }
        bytes[place] = UInt8(ascii: "0") + UInt8(digit)
        place += 1
      }
      return place
    }
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension CivilDate: Comparable {
  package static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }
}

extension CivilDate: Phrased {
  /// ISO form in English, year, month and day by name in Chinese.
  package func phrase(in language: Language) -> String {
    if language == .english { return text }
    let (year, month, day) = components
    return String(year) + "年" + String(month) + "月" + String(day) + "日"
  }
}

/// A day of the week, counted from Monday as ISO 8601 does.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}
