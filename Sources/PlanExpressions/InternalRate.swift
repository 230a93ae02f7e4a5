package import PlanQuantities

extension CashFlows {
  /// Internal rate of return: the yearly rate at which the net present value is zero, to 12 decimal places.
  ///
  /// Undefined without a change of sign. With several changes there may be several rates; then one is given only where
  /// Norstrøm's criterion (*Journal of Financial and Quantitative Analysis*, 1972) leaves a single positive one.
  package var irr: Result<Fraction, UndefinedReturn> {
    Result { () throws(UndefinedReturn) in
      guard let steps = Steps(self) else { throw .noSignChange }
      let changes = signChanges(steps.terms.map(\.amount))
      guard changes > 0 else { throw .noSignChange }
      guard changes == 1 || steps.hasOnePositiveRate else { throw .severalRates(signChanges: changes) }
      return try steps.rate()
    }
  }

  /// Modified internal rate of return:
  /// (future value of what comes in ÷ present value of what goes out)^(1 ÷ years) − 1.
  ///
  /// - Parameters:
  ///   - finance: the yearly rate at which what goes out is discounted to time zero.
  ///   - reinvest: the yearly rate at which what comes in grows until the last flow.
  package func mirr(finance: Fraction, reinvest: Fraction) -> Result<Fraction, UndefinedReturn> {
    Result { () throws(UndefinedReturn) in
      let all = outlays.map { CashFlow(-$0.amount, from: $0.from, to: $0.to) } + flows
      guard let end = all.map(timing.time(of:)).max(), end > 0 else { throw .noTime }
      let paid = try -worth(all.filter { $0.amount < 0 }, finance)
      let received = try worth(all.filter { $0.amount > 0 }, reinvest)
      guard paid > 0, received > 0 else { throw .noSignChange }
      guard let growth = power(1 + reinvest, end), let ratio = (received * growth).divided(by: paid),
        let years = Fraction(1).divided(by: end), let result = power(ratio, years)
      else { throw .pastRange }
      return (result - 1).rounded(places: 12)
    }
  }
}

private func signChanges(_ amounts: [Fraction]) -> Int {
  let signs = amounts.filter { !$0.isZero }.map(\.isNegative)
  return zip(signs, signs.dropFirst()).count { $0 != $1 }
}

/// Net flows as a polynomial in v, where 1 + rate = v^−m and flows fall on whole steps of 1/m year.
struct Steps {
  struct Term {
    let exponent: Int
    let amount: Fraction
    /// The amount over the largest of all.
    let part: Fraction
    let share: Fixed
  }

  private(set) var terms: [Term]
  /// Steps a year.
  let perYear: Int

  /// Two values of v with the root between them, the lower first, and a guess at it.
  struct Bracket {
    var low: Fixed
    var high: Fixed
    var guess: Fixed
    let lowIsNegative: Bool
  }

  /// Nil where nothing is paid or received, or the times have no common step.
  init?(_ cash: CashFlows) {
    var net: [Fraction: Fraction] = [:]
    for flow in cash.flows { net[cash.timing.time(of: flow), default: 0] += flow.amount }
    for flow in cash.outlays { net[cash.timing.time(of: flow), default: 0] -= flow.amount }
    let paid = net.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
    guard let start = paid.first?.key, let largest = paid.map(\.value.magnitude).max() else { return nil }
    var perYear = 1
    for (time, _) in paid {
      guard let bottom = (time - start).parts?.denominator else { return nil }
      perYear = perYear / commonDivisor(perYear, bottom) * bottom
      if perYear > 1_000_000 { return nil }
    }
    self.perYear = perYear
    terms = paid.compactMap { time, amount in
      guard let exponent = ((time - start) * Fraction(perYear)).int, let part = amount.divided(by: largest) else {
        return nil
      }
      return Term(exponent: exponent, amount: amount, part: part, share: Fixed(part))
    }
    guard terms.count == paid.count, (terms.last?.exponent ?? 0) < 10_000_000 else { return nil }
  }

  /// Whether the running total starts negative, ends positive and changes its sign once.
  var hasOnePositiveRate: Bool {
    var running = Fraction(0)
    let totals = terms.map { term in
      running += term.amount
      return running
    }
    return signChanges(totals) == 1 && (totals.last ?? 0) > 0
  }

  func rate() throws(UndefinedReturn) -> Fraction {
    let sum = terms.reduce(Fraction(0)) { $0 + $1.amount }
    if sum.isZero { return 0 }
    let isBelowOne = sum.isNegative != terms[0].amount.isNegative
    var search: Bracket
    if isBelowOne, let found = nearby() { search = found } else { search = try bracket(isBelowOne: isBelowOne) }
    for _ in 0..<500 {
      let (height, slope) = valueAndSlope(search.guess)
      if height.isZero { break }
      if height.isNegative == search.lowIsNegative { search.low = search.guess } else { search.high = search.guess }
      var next = height.divided(by: slope).map { search.guess - $0 } ?? search.low
      if next <= search.low || next >= search.high { next = (search.low + search.high).half }
      let move = (next - search.guess).magnitude
      search.guess = next
      if move < precision { break }
    }
    guard let growth = Fixed.one.divided(by: search.guess.power(perYear)) else { throw .pastRange }
    return (growth - Fixed.one).rounded(places: 12)
  }

  /// The root between two values of v, guessed at where a straight line through their heights meets zero; rates of ten
  /// million and more are past any range.
  private func bracket(isBelowOne: Bool) throws(UndefinedReturn) -> Bracket {
    let startIsNegative = terms[0].amount.isNegative
    var (near, nearHeight) = (Fixed.one, valueAndSlope(.one).value)
    var step = Fixed.one.divided(by: 4 * perYear)
    while (Fixed.one + step).power(perYear) < Fixed(10_000_000) {
      let away = Fixed.one + step
      let far = isBelowOne ? Fixed.one.divided(by: away) ?? near : away
      let height = valueAndSlope(far).value
      if height.isZero || (height.isNegative == startIsNegative) == isBelowOne {
        let part = nearHeight.divided(by: nearHeight - height) ?? Fixed.one.half
        let guess = near + (far - near) * part
        return isBelowOne
          ? Bracket(low: far, high: near, guess: guess, lowIsNegative: height.isNegative)
          : Bracket(low: near, high: far, guess: guess, lowIsNegative: nearHeight.isNegative)
      }
      (near, nearHeight) = (far, height)
      step = step * 2
    }
    throw .pastRange
  }

  /// Horner's scheme from the last term down.
  private func valueAndSlope(_ v: Fixed) -> (value: Fixed, slope: Fixed) {
    var height = Fixed.zero
    var slope = Fixed.zero
    for (place, term) in terms.enumerated().reversed() {
      height = height + term.share
      let gap = term.exponent - (place > 0 ? terms[place - 1].exponent : 0)
      guard gap > 0 else { continue }
      if gap == 1 {
        slope = slope * v + height
        height = height * v
      } else {
        let below = v.power(gap - 1)
        let factor = below * v
        slope = slope * factor + height * gap * below
        height = height * factor
      }
    }
    return (height, slope)
  }
}

/// How near two guesses of v are when the search ends: each step of Newton's method squares what is left, so that the
/// last guess is right to about twice as many digits.
private let precision = Fixed.twoToMinus(90)
