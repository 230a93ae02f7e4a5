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
    // What begins and what ends to flow at each border, a year, and what is paid there at once.
    var changes: [Fraction: (speed: Fraction, sum: Fraction)] = [:]
    for flow in flows {
      guard let speed = flow.amount.divided(by: flow.to - flow.from) else {
        changes[flow.to, default: (0, 0)].sum += flow.amount
        continue
      }
      changes[flow.from, default: (0, 0)].speed += speed
      changes[flow.to, default: (0, 0)].speed -= speed
    }
    var earlier = (time: Fraction(0), amount: Fraction(0))
    var (last, speed) = (Fraction(0), Fraction(0))
    for (time, change) in changes.sorted(by: { $0.key < $1.key }) {
      let amount = earlier.amount + speed * (time - last) + change.sum
      if amount >= needed { return .success(crossing(earlier, (time, amount), needed)) }
      earlier = (time, amount)
      last = time
      speed += change.speed
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
