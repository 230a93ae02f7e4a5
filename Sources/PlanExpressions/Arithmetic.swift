import PlanQuantities
import PlanText

/// The greatest exponent: compound interest by the day for a year, and some more.
private let exponentLimit = 400

/// Exact arithmetic on values: intervals for ranges and bounds, marks as the grammar has them, absent values handed on.
///
/// Units are taken as checked; what still does not combine is undefined.
package enum Arithmetic {
  /// The sum; a date and a duration give a date.
  package static func sum(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)): added(x, y, mark: sumMark(x.mark, y.mark))
    case (.period(let date), .quantity(let span)), (.quantity(let span), .period(let date)): shifted(date, by: span)
    default: pointwise(a, b, sum)
    }
  }

  /// The difference; two dates give a duration in days.
  package static func difference(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)): added(x, negated(y), mark: differenceMark(x.mark, y.mark))
    case (.period(let date), .quantity(let span)): shifted(date, by: negated(span))
    case (.period(let end), .period(let start)):
      .quantity(Quantity(Fraction(4 * start.last.days(until: end.last), 1461), .time))
    default: pointwise(a, b, difference)
    }
  }

  /// The product; its mark is dropped.
  package static func product(_ a: Value, _ b: Value) -> Value {
    guard case .quantity(let x) = a, case .quantity(let y) = b else { return pointwise(a, b, product) }
    if isPlain(x), isPlain(y) { return checked(Quantity(x.low * y.low, x.unit * y.unit)) }
    return checked((Interval(x) * Interval(y)).quantity(x.unit * y.unit, .none))
  }

  /// The quotient, undefined where the divisor is or may be zero.
  ///
  /// - Parameter divisor: the divisor's own text, for the reason where it is zero.
  package static func quotient(_ a: Value, _ b: Value, divisor: @autoclosure () -> String) -> Value {
    guard case .quantity(let x) = a, case .quantity(let y) = b else {
      return pointwise(a, b) { quotient($0, $1, divisor: divisor()) }
    }
    if isPlain(x), isPlain(y) {
      guard let quotient = x.low.divided(by: y.low) else { return byZero(divisor(), surely: true) }
      return checked(Quantity(quotient, x.unit / y.unit))
    }
    guard let inverse = Interval(y).inverted else { return byZero(divisor(), surely: Interval(y).point != nil) }
    return checked((Interval(x) * inverse).quantity(x.unit / y.unit, .none))
  }

  static func power(_ base: Value, _ exponent: Int) -> Value {
    guard case .quantity(let x) = base else { return base.absence ?? unlike }
    let unit = x.unit.power(exponent)
    if isPlain(x) {
      if exponent < 0, x.low.isZero { return byZero(x.low.decimalText, surely: true) }
      guard exponent.magnitude <= exponentLimit else { return pastRange }
      return x.low.power(exponent).map { checked(Quantity($0, unit)) } ?? pastRange
    }
    guard let start = exponent < 0 ? Interval(x).inverted : Interval(x) else {
      return byZero("0", surely: false)
    }
    return start.power(exponent.magnitude).map { checked($0.quantity(unit, .none)) } ?? pastRange
  }

  static func negative(_ value: Value) -> Value {
    switch value {
    case .quantity(let quantity): .quantity(negated(quantity))
    case .series(let series):
      .series(Series(series.nature, series.points.map { Series.Point($0.period, negative($0.value)) }))
    default: value.absence ?? unlike
    }
  }

  // MARK: Quantities

  private static func isPlain(_ quantity: Quantity) -> Bool { !quantity.isRange && quantity.bound == nil }

  private static func added(_ x: Quantity, _ y: Quantity, mark: Mark) -> Value {
    guard x.unit == y.unit || x.unit.isNone || y.unit.isNone else { return unlike }
    let unit = x.unit.isNone ? y.unit : x.unit
    if isPlain(x), isPlain(y) { return checked(Quantity(x.low + y.low, unit, mark: mark)) }
    return checked((Interval(x) + Interval(y)).quantity(unit, mark))
  }

  static func negated(_ x: Quantity) -> Quantity {
    if isPlain(x) { return Quantity(-x.low, x.unit, mark: x.mark) }
    return (-Interval(x)).quantity(x.unit, x.mark) ?? x
  }

  static func sumMark(_ a: Mark, _ b: Mark) -> Mark {
    switch (a, b) {
    case (.percent, .points), (.points, .percent): .percent
    default: .none
    }
  }

  static func differenceMark(_ a: Mark, _ b: Mark) -> Mark {
    switch (a, b) {
    case (.percent, .percent): .points
    case (.percent, .points): .percent
    case (.score(let scale), .score(let other)) where scale == other: a
    default: .none
    }
  }

  /// A quantity no longer than any figure needs; formulas that multiply each other could else grow without end.
  static func checked(_ quantity: Quantity?) -> Value {
    guard let quantity else {
      return .missing(
        Message(
          en: "its inputs are bounds that leave it open on both sides", hans: "其输入均为界限，结果上下均无约束",
          hant: "其輸入均為界限，結果上下均無約束"))
    }
    let isLong = quantity.low.isTooLong || (quantity.isRange && quantity.high.isTooLong)
    return isLong ? pastRange : .quantity(quantity)
  }

  // MARK: Series

  /// Applies an operation period by period; a period that only one of two series has is missing.
  private static func pointwise(_ a: Value, _ b: Value, _ operation: (Value, Value) -> Value) -> Value {
    if let absence = Value.absence(a, b) { return absence }
    switch (a, b) {
    case (.series(let x), .quantity):
      return .series(Series(x.nature, x.points.map { Series.Point($0.period, operation($0.value, b)) }))
    case (.quantity, .series(let y)):
      return .series(Series(y.nature, y.points.map { Series.Point($0.period, operation(a, $0.value)) }))
    case (.series(let x), .series(let y)):
      let left = Dictionary(x.points.map { ($0.period, $0.value) }) { first, _ in first }
      let right = Dictionary(y.points.map { ($0.period, $0.value) }) { first, _ in first }
      let points = Set(left.keys).union(right.keys).map { period in
        Series.Point(period, operation(left[period] ?? hole(period), right[period] ?? hole(period)))
      }
      return .series(Series(x.nature == y.nature ? x.nature : .level, points))
    default: return unlike
    }
  }

  private static func hole(_ period: Period) -> Value {
    .missing(
      Message(
        en: "there is no figure for \(period)", hans: "\(period)没有数值", hant: "\(period)沒有數值"))
  }

  // MARK: Reasons

  private static func byZero(_ divisor: String, surely: Bool) -> Value {
    .undefined(
      surely
        ? Message(
          en: "it divides by `\(divisor)`, which is zero", hans: "除数 `\(divisor)` 为零",
          hant: "除數 `\(divisor)` 為零")
        : Message(
          en: "it divides by `\(divisor)`, which may be zero", hans: "除数 `\(divisor)` 可能为零",
          hant: "除數 `\(divisor)` 可能為零"))
  }

  static let pastRange = Value.undefined(
    Message(en: "the figure is past any range", hans: "数值超出范围", hant: "數值超出範圍"))

  static let unlike = Value.undefined(
    Message(en: "its parts do not combine", hans: "其各部分无法合并计算", hant: "其各部分無法合併計算"))
}

extension Interval {
  /// The interval multiplied with itself so many times; nil past any range.
  func power(_ exponent: UInt) -> Interval? {
    guard let count = Int(exactly: exponent), count <= exponentLimit else { return nil }
    if count == 0 { return Interval(low: End(value: 1, isOpen: false), high: End(value: 1, isOpen: false)) }
    func raised(_ end: End?) -> End?? {
      guard let end else { return .some(nil) }
      return end.value.power(count).map { End(value: $0, isOpen: end.isOpen) }
    }
    guard let first = raised(low), let second = raised(high) else { return nil }
    let isBelow = high.map { $0.value <= 0 } ?? false
    let isAbove = low.map { $0.value >= 0 } ?? false
    if count % 2 == 1 || isAbove { return Interval(low: first, high: second) }
    if isBelow { return Interval(low: second, high: first) }
    let floor = End(value: 0, isOpen: false)
    guard let first, let second else { return Interval(low: floor, high: nil) }
    return Interval(low: floor, high: first.value > second.value ? first : second)
  }

  /// The interval of the lesser (or greater) of a number of each.
  static func extreme(_ a: Interval, _ b: Interval, greatest: Bool) -> Interval {
    if greatest { return -extreme(-a, -b, greatest: false) }
    func lesser(_ x: End, _ y: End) -> End { y.value < x.value || (y.value == x.value && x.isOpen) ? y : x }
    let low = a.low.flatMap { x in b.low.map { lesser(x, $0) } }
    let high = a.high.map { x in b.high.map { lesser(x, $0) } ?? x } ?? b.high
    return Interval(low: low, high: high)
  }
}
