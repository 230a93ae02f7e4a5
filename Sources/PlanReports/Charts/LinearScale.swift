import PlanQuantities

/// Maps exact values onto a length; rounded once, to a tenth of a pixel.
struct LinearScale {
  let low: Fraction
  let high: Fraction
  let start: Tenths
  let end: Tenths
  private let perUnit: Fraction

  /// - Parameters:
  ///   - low: the value at `start`.
  ///   - high: the value at `end`, above `low`; otherwise every value lies at `start`.
  init(_ low: Fraction, _ high: Fraction, from start: Tenths, to end: Tenths) {
    self.low = low
    self.high = high
    self.start = start
    self.end = end
    perUnit = low < high ? Fraction(end - start).divided(by: high - low) ?? 0 : 0
  }

  /// Where a value lies; values outside the scale lie at its ends.
  func callAsFunction(_ value: Fraction) -> Tenths {
    if value <= low { return start }
    if value >= high { return perUnit.isZero ? start : end }
    return start + (((value - low) * perUnit).rounded(places: 0).int ?? 0)
  }
}

/// Round values between two bounds: at most five besides zero, a step of 1, 2, 2.5 or 5 times a power of ten apart.
func niceTicks(from low: Fraction, to high: Fraction, atMost limit: Int = 5) -> [Fraction] {
  guard low < high else { return [low] }
  var power: Fraction = 1
  let range = high - low
  while power * 10 <= range { power *= 10 }
  while power > range { power *= Fraction(1, 10) }
  power *= Fraction(1, 10)
  while true {
    for factor in [Fraction(1), 2, Fraction(5, 2), 5] {
      let step = power * factor
      let first = -(-low).quotient(step).floor
      let last = high.quotient(step).floor
      guard let count = (last - first).int, count <= limit else { continue }
      let ticks = (0...max(count, 0)).map { (first + Fraction($0)) * step }.filter { $0 >= low && $0 <= high }
      if ticks.count(where: { !$0.isZero }) <= limit { return ticks }
    }
    power *= 10
  }
}

extension Fraction {
  fileprivate func quotient(_ divisor: Fraction) -> Fraction { divided(by: divisor) ?? 0 }
}
