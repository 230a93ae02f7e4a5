import PlanQuantities

/// Where a figure may lie: between two ends, of which each may be missing (no bound) or open (not reached).
struct Interval: Equatable {
  struct End: Equatable {
    var value: Fraction
    var isOpen: Bool
  }

  /// Nil where nothing bounds it below.
  var low: End?
  /// Nil where nothing bounds it above.
  var high: End?

  init(low: End?, high: End?) {
    self.low = low
    self.high = high
  }

  init(_ quantity: Quantity) {
    low = End(value: quantity.low, isOpen: quantity.bound == .over)
    high = End(value: quantity.high, isOpen: quantity.bound == .under)
    switch quantity.bound {
    case .over, .atLeast: high = nil
    case .under, .atMost: low = nil
    case nil: break
    }
  }

  /// The quantity that says the same; nil where nothing bounds the interval on either side.
  func quantity(_ unit: Unit, _ mark: Mark) -> Quantity? {
    switch (low, high) {
    case (let low?, let high?): Quantity(low: low.value, high: high.value, unit, mark: mark)
    case (let low?, nil): Quantity(low.value, unit, mark: mark, bound: low.isOpen ? .over : .atLeast)
    case (nil, let high?): Quantity(high.value, unit, mark: mark, bound: high.isOpen ? .under : .atMost)
    case (nil, nil): nil
    }
  }

  // MARK: Arithmetic

  static prefix func - (a: Interval) -> Interval {
    Interval(
      low: a.high.map { End(value: -$0.value, isOpen: $0.isOpen) },
      high: a.low.map { End(value: -$0.value, isOpen: $0.isOpen) })
  }

  static func + (a: Interval, b: Interval) -> Interval {
    Interval(low: plus(a.low, b.low), high: plus(a.high, b.high))
  }

  private static func plus(_ a: End?, _ b: End?) -> End? {
    guard let a, let b else { return nil }
    return End(value: a.value + b.value, isOpen: a.isOpen || b.isOpen)
  }

  static func * (a: Interval, b: Interval) -> Interval {
    // The product of two ends; a zero end keeps even an unbounded other side at zero.
    func times(_ x: End?, _ y: End?, signs: (Int, Int)) -> Corner {
      if let x, let y { return .at(End(value: x.value * y.value, isOpen: x.isOpen || y.isOpen)) }
      if let x, x.value.isZero { return .at(x) }
      if let y, y.value.isZero { return .at(y) }
      let left = x.map { $0.value.isNegative ? -1 : 1 } ?? signs.0
      let right = y.map { $0.value.isNegative ? -1 : 1 } ?? signs.1
      return left * right > 0 ? .above : .below
    }
    let corners = [
      times(a.low, b.low, signs: (-1, -1)), times(a.low, b.high, signs: (-1, 1)),
      times(a.high, b.low, signs: (1, -1)), times(a.high, b.high, signs: (1, 1)),
    ]
    return Interval(low: Corner.least(corners), high: Corner.greatest(corners))
  }

  private enum Corner {
    case below
    case at(End)
    case above

    static func least(_ corners: [Corner]) -> End? {
      var least: End?
      for corner in corners {
        switch corner {
        case .below: return nil
        case .above: continue
        case .at(let end):
          if let known = least, known.value < end.value || (known.value == end.value && !known.isOpen) { continue }
          least = end
        }
      }
      return least
    }

    static func greatest(_ corners: [Corner]) -> End? {
      var greatest: End?
      for corner in corners {
        switch corner {
        case .above: return nil
        case .below: continue
        case .at(let end):
          if let known = greatest, known.value > end.value || (known.value == end.value && !known.isOpen) { continue }
          greatest = end
        }
      }
      return greatest
    }
  }

  /// One over every number of it; nil where zero is among them.
  var inverted: Interval? {
    let isPositive = low.map { $0.value > 0 || ($0.value.isZero && $0.isOpen) } ?? false
    let isNegative = high.map { $0.value < 0 || ($0.value.isZero && $0.isOpen) } ?? false
    guard isPositive || isNegative else { return nil }
    func over(_ end: End?) -> End? {
      guard let end else { return End(value: 0, isOpen: true) }
      return Fraction(1).divided(by: end.value).map { End(value: $0, isOpen: end.isOpen) }
    }
    return Interval(low: over(high), high: over(low))
  }

  // MARK: Comparison

  /// Whether every number of `a` is below every number of `b`; nil where some are and some are not.
  static func isLess(_ a: Interval, _ b: Interval) -> Bool? {
    if let high = a.high, let low = b.low, high.value < low.value || meetsOpen(high, low) { return true }
    if let low = a.low, let high = b.high, low.value >= high.value { return false }
    return nil
  }

  /// Whether no number of `a` is above one of `b`; nil where some are and some are not.
  static func isAtMost(_ a: Interval, _ b: Interval) -> Bool? {
    if let high = a.high, let low = b.low, high.value <= low.value { return true }
    if let low = a.low, let high = b.high, low.value > high.value || meetsOpen(low, high) { return false }
    return nil
  }

  /// Whether both are one and the same number; nil where they may be.
  static func isEqual(_ a: Interval, _ b: Interval) -> Bool? {
    if let point = a.point, let other = b.point { return point == other }
    return isLess(a, b) == true || isLess(b, a) == true ? false : nil
  }

  private static func meetsOpen(_ a: End, _ b: End) -> Bool { a.value == b.value && (a.isOpen || b.isOpen) }

  /// The one number it holds, if it is but one.
  var point: Fraction? {
    guard let low, let high, low.value == high.value, !low.isOpen, !high.isOpen else { return nil }
    return low.value
  }
}
