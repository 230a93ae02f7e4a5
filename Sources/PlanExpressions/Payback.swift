package import PlanQuantities

extension CashFlows {
  /// Years from time zero until the flows have paid back all outlays; flows run evenly within their stretch.
  package var payback: Result<Fraction, UndefinedReturn> { Self.payback(of: flows, outlays: outlays) }

  /// Years from time zero until the present values of the flows have paid back those of the outlays.
  package func discountedPayback(rate: Fraction) -> Result<Fraction, UndefinedReturn> {
    Result { () throws(UndefinedReturn) in
      try Self.payback(of: discounted(flows, rate), outlays: discounted(outlays, rate)).get()
    }
  }

  /// The first moment at which what has come in equals all that is paid, interpolated on a straight line between the
  /// borders of the stretches.
  private static func payback(of flows: [CashFlow], outlays: [CashFlow]) -> Result<Fraction, UndefinedReturn> {
    let needed = outlays.reduce(Fraction(0)) { $0 + $1.amount }
    guard needed > 0 else { return .failure(.noInvestment) }
    let borders = Set(flows.flatMap { [$0.from, $0.to] }).sorted()
    var earlier = (time: Fraction(0), amount: Fraction(0))
    for time in borders {
      let amount = flows.reduce(Fraction(0)) { $0 + $1.received(by: time) }
      if amount >= needed { return .success(crossing(earlier, (time, amount), needed)) }
      earlier = (time, amount)
    }
    return .failure(.neverPaidBack(missing: needed - earlier.amount))
  }

  private static func crossing(
    _ a: (time: Fraction, amount: Fraction), _ b: (time: Fraction, amount: Fraction), _ level: Fraction
  ) -> Fraction {
    let share = (level - a.amount).divided(by: b.amount - a.amount) ?? 1
    return a.time + (b.time - a.time) * share
  }
}

extension CashFlow {
  /// The part of the amount that has come in by a moment.
  fileprivate func received(by time: Fraction) -> Fraction {
    if time >= to { return amount }
    guard time > from, let share = (time - from).divided(by: to - from) else { return 0 }
    return amount * share
  }
}
