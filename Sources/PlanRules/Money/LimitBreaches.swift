import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension RuleContext {
  /// The caps that are passed, in the order of the limits: of several on one thing the gravest, of those the tightest.
  func passedCaps() -> [LimitBreach] {
    var found: [LimitBreach] = []
    eachLimit { held in
      guard let stated = held.atMost else { return }
      for bounded in bounded(by: held.limit) {
        guard let cap = bar(stated.value, base: held.limit.base, in: bounded.unit), let top = cap.high,
          isComparable(stated.value, bounded, held.limit)
        else { continue }
        let most = MoneySpan(low: top, high: top, isConverted: cap.isConverted)
        let bar = Quantity(top, bounded.unit, mark: bounded.mark)
        guard bounded.money.exceeds(most, by: reach(bounded.money, most, stated: bar)) else { continue }
        found.add(LimitBreach(held: held, stated: stated, bounded: bounded, bar: bar), isCap: true)
      }
    }
    for growth in passedGrowth() { found.add(growth, isCap: true) }
    return found
  }

  /// The floors that are missed, in the order of the limits: of several on one thing the gravest, of those the tightest.
  ///
  /// - Parameter ofReserves: whether floors for reserves are asked for, or all others.
  func missedFloors(ofReserves: Bool) -> [LimitBreach] {
    var found: [LimitBreach] = []
    eachLimit { held in
      guard let stated = held.atLeast, (held.reserve != nil) == ofReserves else { return }
      for bounded in bounded(by: held.limit) {
        guard let bar = bar(stated.value, base: held.limit.base, in: bounded.unit),
          isComparable(stated.value, bounded, held.limit)
        else { continue }
        let least = MoneySpan(low: bar.low, high: bar.low, isConverted: bar.isConverted)
        let floor = Quantity(bar.low, bounded.unit, mark: bounded.mark)
        guard least.exceeds(bounded.money, by: reach(bounded.money, least, stated: floor)) else { continue }
        found.add(LimitBreach(held: held, stated: stated, bounded: bounded, bar: floor), isCap: false)
      }
    }
    return found
  }

  /// Whether a limit on a KPI is a level of its kind: points, scores and percentages are kinds of their own.
  private func isComparable(_ stated: Quantity, _ bounded: Bounded, _ limit: Limit) -> Bool {
    limit.kpi == nil || limit.base != nil || stated.mark == bounded.mark
  }

  /// Where the total grows past what policies allow over the last budget, which the assumption `last-budget` says.
  private func passedGrowth() -> [LimitBreach] {
    let bounds = resolved.house.budgetGrowthAtMost
    guard !bounds.isEmpty, let total = plan.budget?.total, plan.assumptions?["last-budget"] != nil,
      let last = figures.figure("last-budget")?.quantity, let before = span(last, in: total.value.unit)
    else { return [] }
    return bounds.compactMap { bound in
      guard let rate = figures.evaluate(bound.stated).value.quantity, rate.isPercentage, let most = before.high,
        let allowed = span(rate).high
      else { return nil }
      let unit = total.value.unit
      let bar = Quantity(most * (1 + allowed), unit)
      let cap = MoneySpan(low: bar.low, high: bar.low, isConverted: before.isConverted)
      let money = span(total.value)
      guard money.exceeds(cap, by: reach(money, cap, stated: bar)) else { return nil }
      var limit = Limit()
      limit.each = Located(.plan, at: bound.range)
      let bounded = Bounded(
        name: Message(en: "the total", hans: "总额", hant: "總額"), money: money, unit: unit, place: total.range,
        key: "plan")
      let id = Located("budget_growth_at_most", at: bound.range)
      return LimitBreach(
        held: HeldLimit(id: id, limit: limit, policy: bound.policy), stated: Located(bar, at: bound.range),
        bounded: bounded, bar: bar, growth: (rate, last))
    }
  }
}

extension [LimitBreach] {
  fileprivate mutating func add(_ breach: LimitBreach, isCap: Bool) {
    guard let known = firstIndex(where: { $0.bounded.key == breach.bounded.key }) else {
      append(breach)
      return
    }
    if breach.outweighs(self[known], isCap: isCap) { self[known] = breach }
  }
}
