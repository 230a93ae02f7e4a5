import BigInt
import PlanQuantities

/// A number of fixed precision for roots and the search of rates, whose exact fractions would grow without end.
///
/// Kept in units of 2^−224, about 67 decimal places; every operation is right to a unit or two of that.
struct Fixed: Equatable, Comparable {
  private static let bits = 224
  private static let scale = Fraction(2).power(bits) ?? 1

  private let raw: BigInt

  static let zero = Fixed(raw: 0)
  static let one = Fixed(raw: BigInt(1) << bits)

  private init(raw: BigInt) { self.raw = raw }

  init(_ whole: Int) { raw = BigInt(whole) << Fixed.bits }

  init(_ number: Fraction) {
    if let (top, bottom) = number.terms {
      let (quotient, remainder) = (BigInt(top) << Fixed.bits).quotientAndRemainder(dividingBy: BigInt(bottom))
      raw = remainder.sign == .minus && !remainder.isZero ? quotient - 1 : quotient
    } else {
      raw = BigInt((number * Fixed.scale).floor.text(places: 0)) ?? 0
    }
  }

  /// A number of so many binary places, which are no more than its own.
  init(_ number: Int128, places: Int) { raw = BigInt(number) << max(0, Fixed.bits - places) }

  /// Two to a power that is not positive.
  static func twoToMinus(_ exponent: Int) -> Fixed { Fixed(raw: BigInt(1) << max(0, bits - exponent)) }

  /// The number rounded to so many decimal places, halves away from zero.
  func rounded(places: Int) -> Fraction {
    // By magnitude: the library's shift of a negative number rounds neither down nor towards zero.
    let step = BigInt(10).power(places)
    let scaled = (BigInt(raw.magnitude) * step + (BigInt(1) << (Fixed.bits - 1))) >> Fixed.bits
    return Fraction(decimal: isNegative ? -scaled : scaled, places: places)
  }

  var isZero: Bool { raw.isZero }
  var isNegative: Bool { raw.sign == .minus && !raw.isZero }
  var magnitude: Fixed { Fixed(raw: BigInt(raw.magnitude)) }
  var half: Fixed { Fixed(raw: raw >> 1) }

  static func < (a: Fixed, b: Fixed) -> Bool { a.raw < b.raw }
  static func + (a: Fixed, b: Fixed) -> Fixed { Fixed(raw: a.raw + b.raw) }
  static func - (a: Fixed, b: Fixed) -> Fixed { Fixed(raw: a.raw - b.raw) }
  static func * (a: Fixed, b: Fixed) -> Fixed { Fixed(raw: (a.raw * b.raw) >> bits) }
  static func * (a: Fixed, b: Int) -> Fixed { Fixed(raw: a.raw * BigInt(b)) }

  func divided(by divisor: Fixed) -> Fixed? {
    divisor.raw.isZero ? nil : Fixed(raw: (raw << Fixed.bits) / divisor.raw)
  }

  func divided(by divisor: Int) -> Fixed { divisor == 0 ? self : Fixed(raw: raw / BigInt(divisor)) }

  /// A power by repeated squaring; negative exponents give one.
  func power(_ exponent: Int) -> Fixed {
    var result = Fixed.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}
