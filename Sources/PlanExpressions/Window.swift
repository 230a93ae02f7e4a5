package import PlanText

/// How long a condition has to hold without a break: `for 2 consecutive weeks`, `连续两周`.
package struct Window: Sendable, Hashable {
  /// Periods in a row, at least 1.
  package let count: Int
  /// The length of one period; nil where only the number was written and the alert's cadence decides.
  package let unit: Unit?
  package let range: SourceRange

  /// The length of one period of a window.
  package enum Unit: Sendable, Hashable, CaseIterable {
    case days, weeks, months, quarters
  }
}

extension Window.Unit {
  /// The unit an English word of a window stands for.
  static func named(_ word: String) -> Window.Unit? {
    switch word {
    case "day", "days": .days
    case "week", "weeks": .weeks
    case "month", "months": .months
    case "quarter", "quarters": .quarters
    default: nil
    }
  }

  /// The unit a Chinese word of a window stands for, in either script.
  static func chinese(_ word: some StringProtocol) -> Window.Unit? {
    switch String(word) {
    case "天", "日": .days
    case "周", "週", "星期": .weeks
    case "月", "个月", "個月": .months
    case "季", "季度", "个季度", "個季度": .quarters
    default: nil
    }
  }
}

/// The number that a Chinese numeral up to 99 or plain digits stand for; nil for anything else.
func chineseNumber(_ text: some StringProtocol) -> Int? {
  if let number = Int(text) { return number }
  let digits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  let parts = text.split(separator: "十", omittingEmptySubsequences: false)
  func digit(_ part: some StringProtocol, empty: Int) -> Int? {
    part.isEmpty ? empty : part.count == 1 ? part.first.flatMap { digits[$0] } : nil
  }
  switch parts.count {
  case 1: return digit(text, empty: 0)
  case 2:
    guard let tens = digit(parts[0], empty: 1), let ones = digit(parts[1], empty: 0) else { return nil }
    return tens * 10 + ones
  default: return nil
  }
}
