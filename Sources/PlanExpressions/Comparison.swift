import PlanQuantities
import PlanText

/// Comparing values: true, false, or unknown with the reason.
enum Comparison {
  static func compare(_ sign: Operator, _ a: Value, _ b: Value) -> Value {
    if let absence = Value.absence(a, b) { return .unknown(absence.reason ?? overlap) }
    let truth: Bool?
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)): truth = intervals(sign, Interval(x), Interval(y))
    case (.period(let x), .period(let y)): truth = periods(sign, x, y)
    default: return .unknown(Arithmetic.unlike.reason ?? overlap)
    }
    return truth.map { .truth($0) } ?? .unknown(overlap)
  }

  private static func intervals(_ sign: Operator, _ a: Interval, _ b: Interval) -> Bool? {
    switch sign {
    case .less: Interval.isLess(a, b)
    case .greater: Interval.isLess(b, a)
    case .atMost: Interval.isAtMost(a, b)
    case .atLeast: Interval.isAtMost(b, a)
    case .equal: Interval.isEqual(a, b)
    default: Interval.isEqual(a, b).map { !$0 }
    }
  }

  /// A period is before another when it ends before the other begins, and at most the other when it does not end
  /// after it; a day equals a period it lies in.
  private static func periods(_ sign: Operator, _ a: Period, _ b: Period) -> Bool {
    switch sign {
    case .less: a.last < b.first
    case .greater: a.first > b.last
    case .atMost: a.last <= b.last
    case .atLeast: a.first >= b.first
    case .equal: isSame(a, b)
    default: !isSame(a, b)
    }
  }

  private static func isSame(_ a: Period, _ b: Period) -> Bool {
    if a.days == 1 { return b.contains(a) }
    if b.days == 1 { return a.contains(b) }
    return a.first == b.first && a.last == b.last
  }

  private static let overlap = Message(
    en: "the figures are known only as ranges that overlap", hans: "两个数值只知道范围，且范围重叠",
    hant: "兩個數值只知道範圍，且範圍重疊")

  // MARK: Kleene's logic

  static func and(_ a: Value, _ b: Value) -> Value {
    if a.truth == false || b.truth == false { return .truth(false) }
    if a.truth == true, b.truth == true { return .truth(true) }
    return doubt(a, b)
  }

  static func or(_ a: Value, _ b: Value) -> Value {
    if a.truth == true || b.truth == true { return .truth(true) }
    if a.truth == false, b.truth == false { return .truth(false) }
    return doubt(a, b)
  }

  static func not(_ a: Value) -> Value { a.truth.map { .truth(!$0) } ?? doubt(a) }

  static func doubt(_ values: Value...) -> Value {
    .unknown(Value.absence(among: values)?.reason ?? Arithmetic.unlike.reason ?? overlap)
  }
}
