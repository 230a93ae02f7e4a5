package import PlanText

/// A word for a stretch of time.
///
/// Arithmetic counts in years: 1 y = 12 mo = 4 q exactly; 1 w = 7 d = 168 h exactly; between the two families
/// 1 y = 365.25 d. Five working days make a week (1 wd = 1.4 d), which is right on average and wrong on any one
/// week: on a calendar, months are calendar months and working days are counted, from the amount as written.
package enum TimeWord: UInt8, Hashable, Sendable, CaseIterable {
  case millisecond, second, minute, hour, day, workingDay, week, month, quarter, year

  /// How many years one of them is.
  package var years: Fraction {
    switch self {
    case .millisecond: Fraction(1, 31_557_600_000)
    case .second: Fraction(1, 31_557_600)
    case .minute: Fraction(1, 525_960)
    case .hour: Fraction(1, 8766)
    case .day: Fraction(4, 1461)
    case .workingDay: Fraction(28, 7305)
    case .week: Fraction(28, 1461)
    case .month: Fraction(1, 12)
    case .quarter: Fraction(1, 4)
    case .year: 1
    }
  }

  /// The word in a plan: `min`, `wd`, `mo`.
  package var symbol: String {
    switch self {
    case .millisecond: "ms"
    case .second: "s"
    case .minute: "min"
    case .hour: "h"
    case .day: "d"
    case .workingDay: "wd"
    case .week: "w"
    case .month: "mo"
    case .quarter: "q"
    case .year: "y"
    }
  }

  /// The word after a number: `mo`, `个月`, `個月`.
  package func counted(in language: Language) -> String {
    switch (self, language) {
    case (_, .english): symbol
    case (.workingDay, .simplified): "个工作日"
    case (.workingDay, .traditional): "個工作日"
    case (.month, .simplified): "个月"
    case (.month, .traditional): "個月"
    case (.quarter, .simplified): "个季度"
    case (.quarter, .traditional): "個季度"
    default: each(in: language)
    }
  }

  /// The word after a stroke or 每: `y`, `年`, `月`.
  package func each(in language: Language) -> String {
    if language == .english { return symbol }
    let traditional = language == .traditional
    return switch self {
    case .millisecond: "毫秒"
    case .second: "秒"
    case .minute: traditional ? "分鐘" : "分钟"
    case .hour: traditional ? "小時" : "小时"
    case .day: "天"
    case .workingDay: "工作日"
    case .week: traditional ? "週" : "周"
    case .month: "月"
    case .quarter: traditional ? "季" : "季度"
    case .year: "年"
    }
  }

  /// The word that a piece of text is, in any of its spellings; 月 and 日 only where `each` says it follows / or 每.
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, each: Bool) -> TimeWord? {
    guard let first = bytes.first, bytes.count <= 24 else { return nil }
    return first < 0x80 ? latin(bytes) : bytes.count < 3 ? nil : chinese(bytes, each: each)
  }

  private static func latin(_ bytes: UnsafeBufferPointer<UInt8>) -> TimeWord? {
    if bytes.count == 1 {
      return switch bytes[0] {
      case UInt8(ascii: "s"): .second
      case UInt8(ascii: "h"): .hour
      case UInt8(ascii: "d"): .day
      case UInt8(ascii: "w"): .week
      case UInt8(ascii: "q"): .quarter
      case UInt8(ascii: "y"): .year
      default: nil
      }
    }
    for (name, word) in latinWords where bytes.equals(name) { return word }
    return nil
  }

  private static func chinese(_ bytes: UnsafeBufferPointer<UInt8>, each: Bool) -> TimeWord? {
    for (name, word) in chineseWords where name.utf8Start[1] == bytes[1] && bytes.equals(name) { return word }
    if each { for (name, word) in chineseEach where bytes.equals(name) { return word } }
    return nil
  }

  private static let latinWords: [(StaticString, TimeWord)] = [
    ("mo", .month), ("min", .minute), ("wd", .workingDay), ("ms", .millisecond), ("year", .year), ("years", .year),
    ("month", .month), ("months", .month), ("week", .week), ("weeks", .week), ("day", .day), ("days", .day),
    ("hour", .hour), ("hours", .hour), ("quarter", .quarter), ("quarters", .quarter), ("minute", .minute),
    ("minutes", .minute), ("second", .second), ("seconds", .second), ("sec", .second),
  ]
  private static let chineseWords: [(StaticString, TimeWord)] = [
    ("年", .year), ("个月", .month), ("個月", .month), ("天", .day), ("周", .week), ("週", .week), ("小时", .hour),
    ("小時", .hour), ("分钟", .minute), ("分鐘", .minute), ("季度", .quarter), ("个季度", .quarter), ("個季度", .quarter),
    ("个工作日", .workingDay), ("個工作日", .workingDay), ("工作日", .workingDay), ("秒", .second), ("秒钟", .second),
    ("秒鐘", .second), ("毫秒", .millisecond), ("星期", .week), ("个星期", .week), ("個星期", .week), ("季", .quarter),
    ("个小时", .hour), ("個小時", .hour),
  ]
  private static let chineseEach: [(StaticString, TimeWord)] = [("月", .month), ("日", .day)]

  /// Every spelling that is long enough to be mistyped recognisably.
  static var longNames: [String] { ["minutes", "seconds", "quarters", "months", "quarter", "minute", "second"] }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are exactly this text.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    for place in 0..<count where self[place] != text.utf8Start[place] { return false }
    return true
  }

  /// Whether this text stands at a place.
  @inline(__always)
  func has(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= count else { return false }
    for place in 0..<text.utf8CodeUnitCount where self[start + place] != text.utf8Start[place] { return false }
    return true
  }
}
