import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule

/// Money, or a share, that may be known only within limits: a range, a bound, a vague figure, or a sum of such.
struct MoneySpan {
  /// The least it can be.
  var low: Fraction
  /// The most it can be; nil without a limit.
  var high: Fraction?
  /// Whether an exchange rate went into it, so that it is no longer exact to the minor unit.
  var isConverted = false

  static let nothing = MoneySpan(low: 0, high: 0)

  static func + (a: MoneySpan, b: MoneySpan) -> MoneySpan {
    var high: Fraction?
    if let x = a.high, let y = b.high { high = x + y }
    return MoneySpan(low: a.low + b.low, high: high, isConverted: a.isConverted || b.isConverted)
  }

  /// The product of two spans of which neither is below zero.
  static func * (a: MoneySpan, b: MoneySpan) -> MoneySpan {
    var high: Fraction?
    if let x = a.high, let y = b.high { high = x * y }
    return MoneySpan(low: a.low * b.low, high: high, isConverted: a.isConverted || b.isConverted)
  }

  /// Whether it is surely more than another, by more than `reach`.
  func exceeds(_ other: MoneySpan, by reach: Fraction) -> Bool {
    guard let top = other.high else { return false }
    return low - top > reach
  }

  /// As a figure for the reader: one number, a range, or what it is at least.
  func quantity(_ unit: Unit, mark: Mark = .none) -> Quantity {
    guard let high else { return Quantity(low, unit, mark: mark, bound: .atLeast) }
    return Quantity(low: low, high: high, unit, mark: mark)
  }

  /// What it is of another, as a percentage; nil where either has no end, or the other is nothing.
  func share(of base: MoneySpan) -> Quantity? {
    guard let high, let most = base.high, let least = low.divided(by: most), let greatest = high.divided(by: base.low)
    else { return nil }
    return Quantity(low: least, high: greatest, mark: .percent)
  }
}

extension RuleContext {
  /// What a figure's range, bound and vagueness leave open; below zero only where it is written so.
  func span(_ quantity: Quantity) -> MoneySpan {
    var (low, high) = (quantity.low, quantity.high)
    if let vagueness = quantity.vagueness {
      let reach = max(quantity.grain * Fraction(1, 2), quantity.middle.magnitude * resolved.approximate)
      low -= reach
      if vagueness == .about { high += reach }
    }
    switch quantity.bound {
    case nil: return MoneySpan(low: low, high: high)
    case .over, .atLeast: return MoneySpan(low: low, high: nil)
    case .under, .atMost: return MoneySpan(low: min(0, low), high: high)
    }
  }

  /// Money in a unit, converted where its currency is another; nil where it is of another kind, or no rate is known.
  func span(_ quantity: Quantity, in unit: Unit) -> MoneySpan? {
    if quantity.unit == unit { return span(quantity) }
    guard let converted = figures.converted(quantity, to: unit) else { return nil }
    var span = span(converted)
    span.isConverted = true
    return span
  }

  /// How far two sums may lie apart and still be one: half a minor unit, or half the last digit of `stated` where an
  /// exchange rate went into one of them.
  func reach(_ a: MoneySpan, _ b: MoneySpan, stated: Quantity) -> Fraction {
    let half = Fraction(1, 2 * minorUnits(of: stated.unit.currency))
    return a.isConverted || b.isConverted ? max(half, stated.grain * Fraction(1, 2)) : half
  }
}
