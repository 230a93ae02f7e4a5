/// A figure of a plan: an exact number or range, what it is measured in, and how it was meant and written.
package struct Quantity: Hashable, Sendable {
  /// The figure, or the lower end of a range. Percentages and points as fractions (21% is 0.21), time in years,
  /// rates a year, money in whole units of its currency.
  package var low: Fraction
  /// The upper end, where it is a range: most are not, and need no room for it.
  private var upper: UpperEnd?
  /// What it is measured in.
  package var unit: Unit
  /// How a plain number is meant.
  package var mark: Mark
  /// On which side of the figure the value lies.
  package var bound: Bound?
  /// How loosely the figure is meant.
  package var vagueness: Vagueness?
  private var grainNumerator: Int64 = 0
  private var grainDenominator: Int64 = 1
  /// The word of time it was written in, where it has exactly one: a calendar counts months and working days by it.
  package var writtenTime: TimeWord?
  /// The literal's own text, full-width forms folded; nil for what was computed.
  package var spelling: String?

  /// A computed figure.
  package init(
    _ value: Fraction, _ unit: Unit = .none, mark: Mark = .none, bound: Bound? = nil, vagueness: Vagueness? = nil
  ) {
    self.init(low: value, high: value, unit, mark: mark, bound: bound, vagueness: vagueness)
  }

  /// A computed range, or one with all that a literal says.
  package init(
    low: Fraction, high: Fraction, _ unit: Unit = .none, mark: Mark = .none, bound: Bound? = nil,
    vagueness: Vagueness? = nil, grain: Fraction = 0, writtenTime: TimeWord? = nil, spelling: String? = nil
  ) {
    self.low = low
    upper = high == low ? nil : UpperEnd(high)
    self.unit = unit
    self.mark = mark
    self.bound = bound
    self.vagueness = vagueness
    (grainNumerator, grainDenominator) = Quantity.packed(grain)
    self.writtenTime = writtenTime
    self.spelling = spelling
  }

  /// The upper end of a range; equals `low` otherwise. Set `low` first.
  package var high: Fraction {
    get { upper?.value ?? low }
    set { upper = newValue == low ? nil : UpperEnd(newValue) }
  }

  /// The place of the last written digit times its magnitude, in the value's own unit; zero for what was computed, and
  /// for what was written so finely that sixty-four bits do not hold it.
  package var grain: Fraction {
    get { Fraction(reducedNumerator: grainNumerator, denominator: grainDenominator) }
    set { (grainNumerator, grainDenominator) = Quantity.packed(newValue) }
  }

  /// Sets the grain to a power of ten.
  mutating func setGrain(exponent: Int) {
    guard exponent.magnitude <= 18 else {
      grain = Fraction(mantissa: 1, exponent: exponent)
      return
    }
    var power: Int64 = 1
    for _ in 0..<exponent.magnitude { power &*= 10 }
    (grainNumerator, grainDenominator) = exponent < 0 ? (1, power) : (power, 1)
  }

  private static func packed(_ grain: Fraction) -> (Int64, Int64) {
    grain.isSmall ? (grain.numerator, grain.denominator) : (0, 1)
  }

  /// Both ends through one function, so that a change of the lower one never makes a range of a figure.
  package mutating func mapEnds(_ change: (Fraction) -> Fraction) {
    let top = upper.map { change($0.value) }
    low = change(low)
    high = top ?? low
  }

  /// Money, or a rate of money, in another currency at a rate; as it was meant, but no longer as it was spelt.
  package func converted(to currency: String, at rate: Fraction) -> Quantity {
    var other = self
    other.mapEnds { $0 * rate }
    other.unit = unit.replacingCurrency(with: currency)
    other.grain = grain * rate
    other.spelling = nil
    return other
  }

  /// Whether it is a range and not one figure.
  package var isRange: Bool { upper != nil }
  /// The figure; a range's lower end.
  package var value: Fraction { low }
  /// A range's middle, or the figure.
  package var middle: Fraction { isRange ? (low + high) * Fraction(1, 2) : low }
  /// Whether it is one exact figure: no range, bound or vagueness.
  package var isExact: Bool { !isRange && bound == nil && vagueness == nil }
  /// Whether it is a number without unit or mark.
  package var isBareNumber: Bool { unit.isNone && mark == .none }

  /// The figure in the word of time it was written in: 4 for `4mo`; nil where it was written in none.
  package var writtenAmount: Fraction? {
    guard let writtenTime else { return nil }
    return unit.timePower < 0 ? value * writtenTime.years : value.divided(by: writtenTime.years)
  }

  /// Whether two say the same: value, unit, mark, bound and vagueness, however they were written.
  package func says(theSameAs other: Quantity) -> Bool {
    low == other.low && high == other.high && unit == other.unit && mark == other.mark && bound == other.bound
      && vagueness == other.vagueness
  }
}

/// The upper end of a range.
private final class UpperEnd: Hashable, Sendable {
  let value: Fraction

  init(_ value: Fraction) { self.value = value }

  static func == (a: UpperEnd, b: UpperEnd) -> Bool { a.value == b.value }

  func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
