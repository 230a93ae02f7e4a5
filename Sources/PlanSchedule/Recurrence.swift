package import PlanQuantities

/// How an event recurs, in the terms of RFC 5545: a rule (section 3.3.10), its first day, and where the working calendar
/// makes it differ from the rule.
package struct Recurrence: Hashable, Sendable {
  package enum Frequency: String, Hashable, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
  }

  package let frequency: Frequency
  /// Every so many of them; 1 or more.
  package let interval: Int
  /// BYDAY, in the order of the week; empty for none.
  package let weekdays: [Weekday]
  /// BYMONTHDAY, 1 to 31, or -1 for the last day of the month; empty for none.
  package let monthDays: [Int]
  /// BYSETPOS: which of the days named in a week or month, -1 for the last; nil for all.
  package let position: Int?
  /// The first day by the rule: DTSTART.
  package let first: CivilDate
  /// The last day that may hold one.
  package let until: CivilDate
  /// Days of the rule on which it does not happen, for they are holidays: EXDATE.
  package let excluded: [CivilDate]
  /// Days on which it happens besides the rule's: RDATE.
  package let added: [CivilDate]

  /// The value of an RRULE property.
  package var rule: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    if !weekdays.isEmpty { parts.append("BYDAY=" + weekdays.map(\.code).joined(separator: ",")) }
    if !monthDays.isEmpty { parts.append("BYMONTHDAY=" + monthDays.map(String.init).joined(separator: ",")) }
    if let position { parts.append("BYSETPOS=\(position)") }
    return (parts + ["UNTIL=" + until.text.filter { $0 != "-" }]).joined(separator: ";")
  }
}

extension Weekday {
  /// The day as RFC 5545 writes it: `MO`.
  package var code: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }
}
