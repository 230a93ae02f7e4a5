/// An exact rational number: every figure of a plan, never rounded before it is shown.
///
/// Always in lowest terms with a positive denominator. Sixty-four bits each way hold nearly every figure; what outgrows
/// them moves to long integers and comes back as soon as it fits, so equal numbers are always equal in form.
package struct Fraction: Sendable {
  let numerator: Int64
  /// Zero marks the long form.
  let denominator: Int64
  let long: LongFraction?

  /// A fraction that is in lowest terms already.
  init(reducedNumerator: Int64, denominator: Int64) {
    self.numerator = reducedNumerator
    self.denominator = denominator
    long = nil
  }

  init(long: LongFraction) {
    numerator = 0
    denominator = 0
    self.long = long
  }

  /// A whole number.
  package init(_ whole: Int) {
    if whole == .min {
      self.init(long: LongFraction(Int128(whole), 1))
    } else {
      self.init(reducedNumerator: Int64(whole), denominator: 1)
    }
  }

  /// A quotient of two whole numbers. The denominator must not be zero; where input decides it, use `divided(by:)`.
  package init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "a fraction's denominator is not zero")
    self = Fraction.reduced(Int128(numerator), Int128(denominator))
  }

  /// `mantissa` times ten to the power `exponent`: a decimal as it is written.
  package init(mantissa: Int, exponent: Int) {
    if exponent == 0 {
      self.init(mantissa)
    } else if exponent > 0 {
      self = Fraction(mantissa) * Fraction.powerOfTen(exponent)
    } else if exponent >= -18, mantissa != .min {
      self.init(decimal: Int64(mantissa), places: -exponent)
    } else {
      self = Fraction(mantissa).divided(by: Fraction.powerOfTen(-exponent)) ?? 0
    }
  }

  /// A mantissa over a power of ten of at most eighteen, whose only common factors are twos and fives.
  private init(decimal mantissa: Int64, places: Int) {
    guard mantissa != 0 else {
      self.init(reducedNumerator: 0, denominator: 1)
      return
    }
    let twos = min(mantissa.trailingZeroBitCount, places)
    var top = mantissa >> twos
    var fives = places
    while fives > 0 {
      let (quotient, remainder) = top.quotientAndRemainder(dividingBy: 5)
      if remainder != 0 { break }
      top = quotient
      fives -= 1
    }
    var bottom: Int64 = 1
    for _ in 0..<fives { bottom &*= 5 }
    self.init(reducedNumerator: top, denominator: bottom << (places - twos))
  }

  /// Brings a quotient of sixty-four bits each way to lowest terms; the denominator is above zero.
  private static func reduced(small top: Int64, _ bottom: Int64) -> Fraction? {
    guard top != .min, bottom > 0 else { return nil }
    let divisor = Int64(commonDivisor(top.magnitude, bottom.magnitude))
    return Fraction(reducedNumerator: top / divisor, denominator: bottom / divisor)
  }

  /// Brings a quotient to lowest terms and to the form it fits.
  static func reduced(_ top: Int128, _ bottom: Int128) -> Fraction {
    let sign: Int128 = bottom < 0 ? -1 : 1
    let divisor = commonDivisor(top.magnitude, bottom.magnitude)
    let (n, d) = divisor > 1 ? (top / Int128(divisor), bottom / Int128(divisor)) : (top, bottom)
    if n.magnitude <= UInt128(Int64.max), d.magnitude <= UInt128(Int64.max) {
      return Fraction(reducedNumerator: Int64(n * sign), denominator: Int64(d * sign))
    }
    return Fraction(long: LongFraction(n, d))
  }

  private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (x, y) = (a, b)
    while y != 0 {
      if x <= UInt128(UInt64.max), y <= UInt128(UInt64.max) {
        return UInt128(commonDivisor(UInt64(x), UInt64(y)))
      }
      (x, y) = (y, x % y)
    }
    return x
  }

  private static func commonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }

  /// Ten to a power that is not negative.
  package static func powerOfTen(_ exponent: Int) -> Fraction {
    var power: Int64 = 1
    for _ in 0..<min(exponent, 18) { power &*= 10 }
    let first = Fraction(reducedNumerator: power, denominator: 1)
    return exponent <= 18 ? first : Fraction(long: LongFraction.powerOfTen(exponent))
  }

  var isSmall: Bool { denominator != 0 }
}

extension Fraction: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Fraction: Hashable {
  /// Equal values are equal, whichever way they came about.
  package static func == (a: Fraction, b: Fraction) -> Bool {
    if let x = a.long { return b.long.map { x == $0 } ?? false }
    return a.numerator == b.numerator && a.denominator == b.denominator
  }

  package func hash(into hasher: inout Hasher) {
    if let long {
      long.hash(into: &hasher)
    } else {
      hasher.combine(numerator)
      hasher.combine(denominator)
    }
  }
}

extension Fraction: Comparable {
  package static func < (a: Fraction, b: Fraction) -> Bool {
    if a.isSmall, b.isSmall {
      if a.denominator == b.denominator { return a.numerator < b.numerator }
      let (left, leftOver) = a.numerator.multipliedReportingOverflow(by: b.denominator)
      let (right, rightOver) = b.numerator.multipliedReportingOverflow(by: a.denominator)
      if !leftOver, !rightOver { return left < right }
      return Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }
    return a.longForm < b.longForm
  }
}

extension Fraction {
  var longForm: LongFraction { long ?? LongFraction(Int128(numerator), Int128(denominator)) }

  /// Whether the number is zero.
  package var isZero: Bool { isSmall && numerator == 0 }
  /// Whether the number is below zero.
  package var isNegative: Bool { long?.isNegative ?? (numerator < 0) }
  /// Whether the number has no fractional part.
  package var isWhole: Bool { long?.isWhole ?? (denominator == 1) }
  /// The number as an integer, where it is whole and fits one.
  package var int: Int? { denominator == 1 ? Int(numerator) : nil }
  /// Numerator and denominator in lowest terms, where both fit sixty-four bits.
  package var terms: (numerator: Int, denominator: Int)? { isSmall ? (Int(numerator), Int(denominator)) : nil }
  /// The number without its sign.
  package var magnitude: Fraction { isNegative ? -self : self }

  package static func + (a: Fraction, b: Fraction) -> Fraction {
    guard a.isSmall, b.isSmall else { return Fraction.settled(a.longForm + b.longForm) }
    if a.denominator == b.denominator {
      if a.denominator == 1 {
        let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
        if !overflow, sum != .min { return Fraction(reducedNumerator: sum, denominator: 1) }
      }
      return reduced(Int128(a.numerator) + Int128(b.numerator), Int128(a.denominator))
    }
    let (left, leftOver) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, rightOver) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (sum, sumOver) = left.addingReportingOverflow(right)
    let (bottom, bottomOver) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    if !leftOver, !rightOver, !sumOver, !bottomOver, let short = reduced(small: sum, bottom) { return short }
    let top = Int128(a.numerator) * Int128(b.denominator) + Int128(b.numerator) * Int128(a.denominator)
    return reduced(top, Int128(a.denominator) * Int128(b.denominator))
  }

  package static func - (a: Fraction, b: Fraction) -> Fraction { a + -b }

  package static prefix func - (a: Fraction) -> Fraction {
    if let long = a.long { return settled(long.negated) }
    return Fraction(reducedNumerator: -a.numerator, denominator: a.denominator)
  }

  package static func * (a: Fraction, b: Fraction) -> Fraction {
    guard a.isSmall, b.isSmall else { return settled(a.longForm * b.longForm) }
    let (product, overflow) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    if a.denominator == 1, b.denominator == 1, !overflow, product != .min {
      return Fraction(reducedNumerator: product, denominator: 1)
    }
    let (bottom, bottomOver) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    if !overflow, !bottomOver, let short = reduced(small: product, bottom) { return short }
    return reduced(Int128(a.numerator) * Int128(b.numerator), Int128(a.denominator) * Int128(b.denominator))
  }

  package static func += (a: inout Fraction, b: Fraction) { a = a + b }
  package static func -= (a: inout Fraction, b: Fraction) { a = a - b }
  package static func *= (a: inout Fraction, b: Fraction) { a = a * b }

  /// The quotient, or nil where the divisor is zero.
  package func divided(by divisor: Fraction) -> Fraction? {
    guard !divisor.isZero else { return nil }
    guard isSmall, divisor.isSmall else { return Fraction.settled(longForm * divisor.longForm.inverted) }
    // The inverse keeps lowest terms; only the sign moves.
    let sign: Int64 = divisor.numerator < 0 ? -1 : 1
    return self * Fraction(reducedNumerator: sign * divisor.denominator, denominator: sign * divisor.numerator)
  }

  /// Whether numerator or denominator has more than some 2,400 digits. Figures that are made of each other by
  /// multiplication could else double their length with each step.
  package var isTooLong: Bool { !isSmall && longForm.bits > 1 << 13 }

  /// The number multiplied with itself `exponent` times; a negative exponent gives the inverse.
  ///
  /// Gives nil for zero to a negative power, and where the result would run to more than some twenty thousand digits.
  package func power(_ exponent: Int) -> Fraction? {
    if exponent < 0 { return isZero || exponent == .min ? nil : Fraction(1).divided(by: self)?.power(-exponent) }
    if exponent == 0 { return 1 }
    if exponent == 1 { return self }
    if isSmall, numerator.magnitude <= 1, denominator == 1 { return exponent % 2 == 0 ? magnitude : self }
    guard exponent.multipliedReportingOverflow(by: longForm.bits).overflow == false,
      exponent * longForm.bits <= 1 << 16
    else { return nil }
    var (result, base, rest) = (Fraction(1), self, exponent)
    while true {
      if rest & 1 == 1 { result *= base }
      rest >>= 1
      if rest == 0 { return result }
      base *= base
    }
  }

  /// The greatest whole number not above this one.
  package var floor: Fraction {
    if let long { return Fraction.settled(long.floor) }
    if denominator == 1 { return self }
    let quotient = numerator / denominator
    return Fraction(reducedNumerator: numerator < 0 ? quotient - 1 : quotient, denominator: 1)
  }

  /// The number rounded to so many decimal places, halves away from zero; negative places round to tens, hundreds …
  package func rounded(places: Int) -> Fraction {
    let scale = Fraction.powerOfTen(abs(places))
    let scaled = places >= 0 ? magnitude * scale : magnitude.divided(by: scale) ?? 0
    let whole = (scaled + Fraction(1, 2)).floor
    let result = places >= 0 ? whole.divided(by: scale) ?? 0 : whole * scale
    return isNegative ? -result : result
  }

  static func settled(_ long: LongFraction) -> Fraction {
    if let (n, d) = long.small { return Fraction(reducedNumerator: n, denominator: d) }
    return Fraction(long: long)
  }
}
