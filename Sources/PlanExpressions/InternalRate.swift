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

  /// Modified internal rate of return: (future value of what comes in ÷ present value of what goes out)^(1 ÷ years) − 1.
  ///
  /// - Parameters:
  ///   - finance: the yearly rate at which what goes out is discounted to time zero.
  ///   - reinvest: the yearly rate at which what comes in grows until the last flow.
  package func mirr(finance: Fraction, reinvest: Fraction) -> Result<Fraction, UndefinedReturn> {
    Result { () throws(UndefinedReturn) in
      let all = outlays.map { CashFlow(-$0.amount, from: $0.from, to: $0.to) } + flows
      guard let end = all.map(timing.time(of:)).max(), end > 0 else { throw .noTime }
      let paid = try discounted(all.filter { $0.amount < 0 }, finance).reduce(Fraction(0)) { $0 - $1.amount }
      let received = try discounted(all.filter { $0.amount > 0 }, reinvest).reduce(Fraction(0)) { $0 + $1.amount }
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
private struct Steps {
  struct Term {
    let exponent: Int
    let amount: Fraction
  }

  private(set) var terms: [Term]
  /// Steps a year.
  private let perYear: Int

  /// Nil where nothing is paid or received, or the times have no common step.
  init?(_ cash: CashFlows) {
    var net: [Fraction: Fraction] = [:]
    for flow in cash.flows { net[cash.timing.time(of: flow), default: 0] += flow.amount }
    for flow in cash.outlays { net[cash.timing.time(of: flow), default: 0] -= flow.amount }
    var perYear = 1
    for time in net.keys {
      guard let bottom = time.parts?.1, perYear <= 1_000_000 else { return nil }
      var (a, b) = (perYear, bottom)
      while b != 0 { (a, b) = (b, a % b) }
      perYear = perYear / a * bottom
    }
    let paid = net.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
    guard let start = paid.first?.key, let largest = paid.map(\.value.magnitude).max() else { return nil }
    self.perYear = perYear
    terms = paid.compactMap { time, amount in
      guard let exponent = ((time - start) * Fraction(perYear)).int, let scaled = amount.divided(by: largest) else {
        return nil
      }
      return Term(exponent: exponent, amount: scaled)
    }
    guard terms.count == paid.count, exponentLimit > (terms.last?.exponent ?? 0) else { return nil }
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
    if value(1).isZero { return 0 }
    var (low, high) = try bracket()
    let lowIsNegative = value(low).isNegative
    var guess = ((low + high) * Fraction(1, 2)).rounded(places: stepPlaces)
    for _ in 0..<500 {
      let (height, slope) = valueAndSlope(guess)
      if height.isZero { break }
      if height.isNegative == lowIsNegative { low = guess } else { high = guess }
      var next = height.divided(by: slope).map { (guess - $0).rounded(places: stepPlaces) } ?? low
      if next <= low || next >= high { next = ((low + high) * Fraction(1, 2)).rounded(places: stepPlaces) }
      let move = (next - guess).magnitude
      guess = next
      if move < precision || high - low < precision { break }
    }
    guard let growth = Fraction(1).divided(by: roundedPower(guess, perYear)) else { throw .pastRange }
    return (growth - 1).rounded(places: 12)
  }

  /// Two values of v with the root between them.
  private func bracket() throws(UndefinedReturn) -> (Fraction, Fraction) {
    let startIsNegative = terms[0].amount.isNegative
    let isBelowOne = value(1).isNegative != startIsNegative
    var near = Fraction(1)
    for doubling in 0..<24 {
      let away = 1 + Fraction(1 << doubling, 4 * perYear)
      let far = isBelowOne ? Fraction(1).divided(by: away)?.rounded(places: stepPlaces) ?? 1 : away
      let height = value(far)
      if height.isZero || (height.isNegative == startIsNegative) == isBelowOne {
        return isBelowOne ? (far, near) : (near, far)
      }
      near = far
    }
    throw .pastRange
  }

  private func value(_ v: Fraction) -> Fraction { valueAndSlope(v).0 }

  /// Horner's scheme from the last term down, rounded at every step.
  private func valueAndSlope(_ v: Fraction) -> (Fraction, Fraction) {
    var height = Fraction(0)
    var slope = Fraction(0)
    for (place, term) in terms.enumerated().reversed() {
      height += term.amount
      let gap = term.exponent - (place > 0 ? terms[place - 1].exponent : 0)
      guard gap > 0 else { continue }
      let below = roundedPower(v, gap - 1)
      let factor = (below * v).rounded(places: stepPlaces)
      slope = (slope * factor + height * Fraction(gap) * below).rounded(places: stepPlaces)
      height = (height * factor).rounded(places: stepPlaces)
    }
    return (height, slope)
  }
}

/// Places carried while a rate is sought.
private let stepPlaces = 60
private let precision = Fraction(mantissa: 1, exponent: -34)
private let exponentLimit = 10_000_000
