package import PlanQuantities

/// Decimal places that fractional powers are computed to; what is shown never needs half of them.
private let rootPlaces = 30

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

/// A positive number to a fractional power: exact where the power is whole, else its fractional part to 30 places.
package func power(_ base: Fraction, _ exponent: Fraction) -> Fraction? {
  guard let whole = exponent.floor.int, let exact = base.power(whole) else { return nil }
  let rest = exponent - Fraction(whole)
  if rest.isZero { return exact }
  guard let (top, bottom) = rest.parts, let root = fixedRoot(base, bottom) else { return nil }
  return exact * root.power(top).rounded(places: rootPlaces)
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
