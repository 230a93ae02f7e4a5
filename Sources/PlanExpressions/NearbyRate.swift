import PlanQuantities

/// Binary places of the numbers of the first search: products of two of them stay within 128 bits.
private let places = 56
private let one: Int128 = 1 << 56
/// How near two guesses are when the search ends.
private let settled: Int128 = 1 << 10

extension Steps {
  /// The root between zero and one to some forty binary places, found with machine numbers; nil where these do not
  /// suffice, as for many terms or a rate of thousands of percent.
  ///
  /// The search in full precision then ends after a step or two, to the same digits: long numbers cost it nearly all
  /// its time.
  func nearby() -> Bracket? {
    guard terms.count <= 8, let last = terms.last?.exponent, last <= 64, perYear <= 12 else { return nil }
    let rows = terms.compactMap { term in
      term.part.terms.map { (share: (Int128($0.numerator) << places) / Int128($0.denominator), term.exponent) }
    }
    guard rows.count == terms.count, var (low, high) = bracket(rows) else { return nil }
    let ends = (low: low, high: high)
    var guess = (low + high) / 2
    for _ in 0..<100 {
      let (height, slope) = valueAndSlope(rows, guess)
      if (height < 0) == terms[0].amount.isNegative { low = guess } else { high = guess }
      let move = slope == 0 ? one : -(height << places) / slope
      let next = guess + move
      guess = low < next && next < high || move.magnitude < settled ? next : (low + high) / 2
      if move.magnitude < settled { break }
    }
    return Bracket(
      low: Fixed(ends.low, places: places), high: Fixed(ends.high, places: places),
      guess: Fixed(guess, places: places), lowIsNegative: terms[0].amount.isNegative)
  }

  /// Two values of v with the root between them, whose heights are far enough from zero for their signs to be sure.
  private func bracket(_ rows: [(share: Int128, exponent: Int)]) -> (low: Int128, high: Int128)? {
    let least: Int128 = 1 << 20
    guard valueAndSlope(rows, one).height.magnitude > least else { return nil }
    var near = one
    var step = one / Int128(4 * perYear)
    while step < 8 * one, growth(one + step) < 256 * one {
      let far = one * one / (one + step)
      let height = valueAndSlope(rows, far).height
      guard height.magnitude > least else { return nil }
      if (height < 0) == terms[0].amount.isNegative { return (far, near) }
      near = far
      step *= 2
    }
    return nil
  }

  /// What one grows to in a year, cut at a few hundred.
  private func growth(_ perStep: Int128) -> Int128 {
    var result = one
    for _ in 0..<perYear where result < 256 * one { result = (result * perStep) >> places }
    return result
  }

  /// Horner's scheme from the last term down.
  private func valueAndSlope(
    _ rows: [(share: Int128, exponent: Int)], _ v: Int128
  ) -> (height: Int128, slope: Int128) {
    var (height, slope): (Int128, Int128) = (0, 0)
    for place in rows.indices.reversed() {
      height += rows[place].share
      guard place > 0 else { break }
      for _ in rows[place - 1].exponent..<rows[place].exponent {
        slope = (slope * v) >> places + height
        height = (height * v) >> places
      }
    }
    return (height, slope)
  }
}
