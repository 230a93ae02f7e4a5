package import BigInt

/// A fraction too long for sixty-four bits, in lowest terms with a positive denominator.
final class LongFraction: Sendable {
  private let numerator: BigInt
  private let denominator: BigInt

  private init(reduced numerator: BigInt, _ denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private convenience init(_ top: BigInt, over bottom: BigInt) {
    let divisor = top.greatestCommonDivisor(with: bottom)
    let sign: BigInt = bottom.sign == .minus ? -1 : 1
    self.init(reduced: top / divisor * sign, bottom / divisor * sign)
  }

  convenience init(_ top: Int128, _ bottom: Int128) { self.init(BigInt(whole: top), over: BigInt(whole: bottom)) }

  static func powerOfTen(_ exponent: Int) -> LongFraction { LongFraction(reduced: BigInt(10).power(exponent), 1) }

  /// A whole number from its decimal digits; nil where another character stands among them.
  convenience init?(digits: String) {
    guard let whole = BigInt(digits) else { return nil }
    self.init(reduced: whole, 1)
  }

  /// A whole number over a power of ten, whose only common factors are twos and fives.
  fileprivate convenience init(decimal whole: BigInt, places: Int) {
    let twos = min(whole.magnitude.trailingZeroBitCount, places)
    var top = whole.magnitude >> twos
    var fives = places
    while fives > 0 {
      let (quotient, remainder) = top.quotientAndRemainder(dividingBy: 5)
      if !remainder.isZero { break }
      top = quotient
      fives -= 1
    }
    self.init(
      reduced: BigInt(sign: whole.sign, magnitude: top), BigInt(5).power(fives) << (places - twos))
  }

  /// The same fraction in sixty-four bits, where it fits.
  var small: (Int64, Int64)? {
    guard numerator.magnitude <= BigUInt(Int64.max), denominator.magnitude <= BigUInt(Int64.max) else { return nil }
    return (Int64(numerator), Int64(denominator))
  }

  var isNegative: Bool { numerator.sign == .minus && !numerator.isZero }
  var isWhole: Bool { denominator == 1 }
  var bits: Int { max(numerator.bitWidth, denominator.bitWidth) }
  var negated: LongFraction { LongFraction(reduced: -numerator, denominator) }
  var inverted: LongFraction { LongFraction(denominator, over: numerator) }

  var floor: LongFraction {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let below = remainder.isZero || !isNegative ? quotient : quotient - 1
    return LongFraction(reduced: below, 1)
  }

  /// The numerator's digits without a sign.
  var digits: String { String(numerator.magnitude) }

  /// How often two and five divide the denominator, or nil where another prime does too.
  var decimalPlaces: Int? {
    var rest = denominator.magnitude
    let twos = rest.trailingZeroBitCount
    rest >>= twos
    var fives = 0
    while rest > 1 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
      guard remainder.isZero else { return nil }
      rest = quotient
      fives += 1
    }
    return max(twos, fives)
  }

  static func + (a: LongFraction, b: LongFraction) -> LongFraction {
    LongFraction(
      a.numerator * b.denominator + b.numerator * a.denominator, over: a.denominator * b.denominator)
  }

  static func * (a: LongFraction, b: LongFraction) -> LongFraction {
    LongFraction(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  static func < (a: LongFraction, b: LongFraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  static func == (a: LongFraction, b: LongFraction) -> Bool {
    a.numerator == b.numerator && a.denominator == b.denominator
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }
}

extension Fraction {
  /// A decimal: a whole number of any length over ten to a power that is not negative.
  package init(decimal whole: BigInt, places: Int) {
    guard !whole.isZero else {
      self.init(0)
      return
    }
    let long = LongFraction(decimal: whole, places: places)
    if let (top, bottom) = long.small {
      self.init(reducedNumerator: top, denominator: bottom)
    } else {
      self.init(long: long)
    }
  }
}

extension BigInt {
  /// The same number. The library's initializers from any type of integer search the binary for what that type conforms to.
  fileprivate init(whole number: Int128) {
    let (high, low) = (UInt64(truncatingIfNeeded: number.magnitude >> 64), UInt64(truncatingIfNeeded: number.magnitude))
    var magnitude = BigUInt(integerLiteral: low)
    if high != 0 { magnitude += BigUInt(integerLiteral: high) << 64 }
    self.init(sign: number < 0 ? .minus : .plus, magnitude: magnitude)
  }
}
