package import PlanQuantities

/// Decimal places that fractional powers are computed to; what is shown never needs half of them.
let rootPlaces = 30

/// The positive `degree`-th root of a positive number, to 30 decimal places.
///
/// Newton's method on numbers of fixed precision, begun from above (Bernoulli: 1 + (x − 1)/n is no less than the
/// root), after halving that interval until the method converges quadratically. Gives nil for numbers not above zero.
package func root(_ number: Fraction, _ degree: Int) -> Fraction? {
  fixedRoot(number, degree)?.rounded(places: rootPlaces)
}

private func fixedRoot(_ number: Fraction, _ degree: Int) -> Fixed? {
  guard degree > 0, number > 0 else { return nil }
  if number < 1 {
    return Fraction(1).divided(by: number).flatMap { fixedRoot($0, degree) }.flatMap { Fixed.one.divided(by: $0) }
  }
  let target = Fixed(number)
  if degree == 1 || number == 1 { return target }
  var guess = upperBound(target, degree)
  for _ in 0..<80 {
    guard let share = target.divided(by: guess.power(degree - 1)) else { return nil }
    let next = (guess * (degree - 1) + share).divided(by: degree)
    if next >= guess { return guess }
    guess = next
  }
  return guess
}

/// A number no less than the root of a number above 1 and near enough for Newton's method.
private func upperBound(_ number: Fixed, _ degree: Int) -> Fixed {
  var low = Fixed.one
  var high = Fixed.one + (number - Fixed.one).divided(by: degree) + Fixed.twoToMinus(220)
  let near = Fixed.one.divided(by: 2 * degree)
  while high - low > near {
    let middle = (low + high).half
    if middle.power(degree) < number { low = middle } else { high = middle }
  }
  return high
}

/// A positive number to a fractional power: exact for a whole power while it is short, else to 30 decimal places.
package func power(_ base: Fraction, _ exponent: Fraction) -> Fraction? {
  var powers = Powers(of: base)
  return powers[exponent]?.fraction
}

/// Powers of one positive number, such as the growth of many periods at one rate.
struct Powers {
  /// A power, or what follows from one: exact, or of fixed precision where the exact one is long or is none.
  enum Result {
    case exact(Fraction)
    case fixed(Fixed)

    /// The number; one of fixed precision to 30 decimal places.
    var fraction: Fraction {
      switch self {
      case .exact(let number): number
      case .fixed(let number): number.rounded(places: rootPlaces)
      }
    }
  }

  private let base: Fraction
  private var fixedBase: Fixed?
  /// Whole powers by their exponent: the months of a year share theirs.
  private var wholes: [Int: Fixed] = [:]
  /// Roots of the number by their degree: months of a year need but five.
  private var roots: [Int: Fixed] = [:]
  /// Powers between nought and one by their exponents.
  private var parts: [Fraction: Fixed] = [:]

  init(of base: Fraction) { self.base = base }

  /// Nil for a base that is not positive, and past any range on either side.
  subscript(exponent: Fraction) -> Result? {
    mutating get {
      guard let whole = exponent.floor.int else { return nil }
      let rest = exponent - Fraction(whole)
      if rest.isZero, isShortPower(base, whole) { return base.power(whole).map { .exact($0) } }
      guard let power = fixedPower(whole) else { return nil }
      if rest.isZero { return .fixed(power) }
      return fixedPart(rest).map { .fixed(power * $0) }
    }
  }

  private mutating func fixedPart(_ exponent: Fraction) -> Fixed? {
    if let known = parts[exponent] { return known }
    guard let (top, bottom) = exponent.parts, let root = roots[bottom] ?? fixedRoot(base, bottom) else { return nil }
    roots[bottom] = root
    let power = root.power(top)
    parts[exponent] = power
    return power
  }

  private mutating func fixedPower(_ exponent: Int) -> Fixed? {
    if let known = wholes[exponent] { return known }
    guard base > 0, let size = base.floor.int, let steps = Int(exactly: exponent.magnitude) else { return nil }
    let (bits, isTooLong) = (Int.bitWidth - size.leadingZeroBitCount).multipliedReportingOverflow(by: steps)
    guard !isTooLong, bits <= 4_096 else { return nil }
    let fixed = fixedBase ?? Fixed(base)
    fixedBase = fixed
    let power = exponent < 0 ? Fixed.one.divided(by: fixed.power(steps)) : fixed.power(steps)
    wholes[exponent] = power
    return power
  }
}

/// Whether a whole power runs to no more than some eighty digits. Time in arithmetic with longer ones grows with the
/// square of their length, which itself grows with the years: two centuries of flows would take minutes.
func isShortPower(_ base: Fraction, _ exponent: Int) -> Bool {
  guard let (top, bottom) = base.terms, exponent.magnitude <= 256 else { return false }
  let bits = Int.bitWidth - max(top.magnitude, bottom.magnitude).leadingZeroBitCount
  return bits * Int(exponent.magnitude) <= 256
}

extension Fraction {
  /// Numerator and denominator, where the denominator is at most a hundred thousand.
  var parts: (numerator: Int, denominator: Int)? {
    terms.flatMap { $0.denominator <= 100_000 ? $0 : nil }
  }
}

func commonDivisor(_ a: Int, _ b: Int) -> Int {
  var (x, y) = (a, b)
  while y != 0 { (x, y) = (y, x % y) }
  return max(1, x)
}
