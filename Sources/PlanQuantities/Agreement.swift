/// How a stated figure and the figure derived for it stand to each other.
package enum Agreement: Hashable, Sendable {
  /// They agree at the precision in which the figure was stated.
  case agrees
  /// Less than one unit of the last written digit apart: rounded the wrong way, or just beyond what 近 allows.
  /// The difference is derived less stated.
  case roundedTheWrongWay(difference: Quantity)
  /// A strict bound, and the derived value lies exactly on it: 超5.4亿 of 5.4亿.
  case onTheBound
  /// They differ; the difference is derived less stated, from the nearer end of a range.
  case differs(difference: Quantity)
  /// They overlap without one holding the other, so that nothing can be said.
  case unknown
  /// They are different things: other units, a percentage against points, another scale.
  case unlike
}

/// Compares a stated figure with the one derived for it, at the precision in which it was stated.
///
/// The reach is half a grain, or `approximate` (a share of the figure, such as 0.05) where the figure is vague and that
/// is wider. 近 also wants the derived value not above the stated one. A bound holds on its side only, and takes no
/// reach. A stated range agrees with what it holds, widened by half a grain. Both must be in one currency already.
package func agreement(stated: Quantity, derived: Quantity, approximate: Fraction) -> Agreement {
  guard stated.unit == derived.unit, Mark.compare(stated.mark, derived.mark) else { return .unlike }
  if let bound = stated.bound { return agreement(stated, bound, derived) }
  let half = stated.grain * Fraction(1, 2)
  var reach = half
  if stated.vagueness != nil { reach = max(reach, stated.middle.magnitude * approximate) }
  if derived.isRange { return overlap(stated, derived, reach) }
  let value = derived.value
  let beyond = value > stated.high ? value - stated.high : value < stated.low ? value - stated.low : 0
  let difference = stated.difference(beyond)
  if stated.vagueness == .nearly, beyond > 0 {
    return beyond <= reach ? .roundedTheWrongWay(difference: difference) : .differs(difference: difference)
  }
  if beyond.magnitude <= reach { return .agrees }
  return beyond.magnitude < stated.grain
    ? .roundedTheWrongWay(difference: difference) : .differs(difference: difference)
}

private func agreement(_ stated: Quantity, _ bound: Bound, _ derived: Quantity) -> Agreement {
  let isLower = bound == .over || bound == .atLeast
  let figure = isLower ? stated.low : stated.high
  let (low, high) = (bound.holds(derived.low, against: figure), bound.holds(derived.high, against: figure))
  if low, high { return .agrees }
  if low != high { return .unknown }
  if derived.low == figure, derived.high == figure { return .onTheBound }
  return .differs(difference: stated.difference((isLower ? derived.high : derived.low) - figure))
}

private func overlap(_ stated: Quantity, _ derived: Quantity, _ reach: Fraction) -> Agreement {
  let (low, high) = (stated.low - reach, stated.high + reach)
  if derived.low >= low, derived.high <= high { return .agrees }
  if derived.low > high { return .differs(difference: stated.difference(derived.low - stated.high)) }
  if derived.high < low { return .differs(difference: stated.difference(derived.high - stated.low)) }
  return .unknown
}

extension Mark {
  /// Whether two marks may stand on both sides of a comparison: percent and points never, scores of two scales never.
  package static func compare(_ a: Mark, _ b: Mark) -> Bool {
    switch (a, b) {
    case (.points, .points): true
    case (.points, .none), (.none, .points): true
    case (.points, _), (_, .points): false
    case (.score(let one), .score(let other)): one == other || one == 0 || other == 0
    default: true
    }
  }
}

extension Quantity {
  /// A difference between two figures of this kind: of two percentages it is in points.
  func difference(_ value: Fraction) -> Quantity {
    Quantity(value, unit, mark: mark == .percent || mark == .permille ? .points : mark)
  }
}
