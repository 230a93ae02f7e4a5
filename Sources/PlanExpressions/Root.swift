package import PlanQuantities

/// Decimal places that fractional powers are computed to; what is shown never needs half of them.
let rootPlaces = 30

/// Further places carried while computing, so that the last of `rootPlaces` is right.
private let workingPlaces = 60

/// The positive `degree`-th root of a positive number, to 30 decimal places.
///
/// Newton's method on decimals of fixed length, begun from above (Bernoulli: 1 + (x − 1)/n is no less than the root),
/// after halving that interval until the method converges quadratically. Gives nil for numbers not above zero.
package func root(_ number: Fraction, _ degree: Int) -> Fraction? {
  workingRoot(number, degree)?.rounded(places: rootPlaces)
}

private func workingRoot(_ number: Fraction, _ degree: Int) -> Fraction? {
  guard degree > 0, number > 0 else { return nil }
  if degree == 1 || number == 1 { return number }
  if number < 1 {
    return Fraction(1).divided(by: number).flatMap { workingRoot($0, degree) }
      .flatMap { Fraction(1).divided(by: $0) }
  }
  var guess = upperBound(number, degree)
  for _ in 0..<60 {
    guard let share = number.divided(by: roundedPower(guess, degree - 1)) else { return nil }
    let next = ((Fraction(degree - 1) * guess + share) * Fraction(1, degree)).rounded(places: workingPlaces)
    if next >= guess { return guess }
    guess = next
  }
  return guess
}

/// A number no less than the root of a number above 1 and near enough for Newton's method.
private func upperBound(_ number: Fraction, _ degree: Int) -> Fraction {
  var low = Fraction(1)
  var high = (Fraction(1) + (number - 1) * Fraction(1, degree)).rounded(places: workingPlaces) + tick
  while high - low > Fraction(1, 2 * degree) {
    let middle = ((low + high) * Fraction(1, 2)).rounded(places: workingPlaces)
    if roundedPower(middle, degree) < number { low = middle } else { high = middle }
  }
  return high
}

private let tick = Fraction(mantissa: 1, exponent: -workingPlaces)

/// A power by repeated squaring, each product rounded to 60 decimal places.
func roundedPower(_ base: Fraction, _ exponent: Int) -> Fraction {
  var result = Fraction(1)
  var square = base
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 { result = (result * square).rounded(places: workingPlaces) }
    rest >>= 1
    if rest > 0 { square = (square * square).rounded(places: workingPlaces) }
  }
  return result
}

/// A positive number to a fractional power: exact where the power is whole, else its fractional part to 30 places.
package func power(_ base: Fraction, _ exponent: Fraction) -> Fraction? {
  guard let whole = exponent.floor.int, let exact = base.power(whole) else { return nil }
  let rest = exponent - Fraction(whole)
  if rest.isZero { return exact }
  guard let (top, bottom) = rest.parts, let root = workingRoot(base, bottom) else { return nil }
  return exact * roundedPower(root, top).rounded(places: rootPlaces)
}

extension Fraction {
  /// Numerator and denominator, where the denominator is at most a hundred thousand.
  var parts: (Int, Int)? {
    // The multiple that makes it whole is the denominator; calendars give few of them.
    for bottom in [1, 2, 4, 12, 24, 1461, 2922, 5844] {
      if let top = (self * Fraction(bottom)).int { return lowest(top, bottom) }
    }
    for bottom in 1...100_000 {
      if let top = (self * Fraction(bottom)).int { return (top, bottom) }
    }
    return nil
  }

  private func lowest(_ top: Int, _ bottom: Int) -> (Int, Int) {
    var (a, b) = (abs(top), bottom)
    while b != 0 { (a, b) = (b, a % b) }
    return (top / a, bottom / a)
  }
}
