import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension RuleContext {
  /// The caps that are passed, in the order of the limits: of several on one thing the gravest, of those the tightest.
  func allPassedCaps() -> [LimitBreach] {
    var found = BrokenLimits(isCap: true)
    eachLimit { held in
      guard let stated = held.atMost else { return }
      let group = bounded(by: held.limit)
      guard let first = group.all.first, let greatest = group.greatest,
        let cap = bar(stated.value, base: held.limit.base, in: first.unit), let top = cap.high,
        isComparable(stated.value, first, held.limit), greatest > top, found.mayAdd(group, held.severity, top)
      else { return }
      let most = MoneySpan(low: top, high: top, isConverted: cap.isConverted)
      let bar = Quantity(top, first.unit, mark: first.mark)
      for bounded in group.all
      where bounded.money.exceeds(most, by: reach(bounded.money, most, stated: bar)) {
        found.add(LimitBreach(held: held, stated: stated, bounded: bounded, bar: bar))
      }
    }
    for growth in passedGrowth() { found.add(growth) }
    return found.all
  }

  /// The floors that are missed, in the order of the limits: of several on one thing the gravest, of those the tightest.
  ///
  /// - Parameter ofReserves: whether floors for reserves are asked for, or all others.
  func missedFloors(ofReserves: Bool) -> [LimitBreach] {
    var found = BrokenLimits(isCap: false)
    eachLimit { held in
      guard let stated = held.atLeast, (held.reserve != nil) == ofReserves else { return }
      let group = bounded(by: held.limit)
      guard let first = group.all.first, let lowest = group.least,
        let bar = bar(stated.value, base: held.limit.base, in: first.unit),
        isComparable(stated.value, first, held.limit), bar.low > lowest,
        found.mayAdd(group, held.severity, bar.low)
      else { return }
      let least = MoneySpan(low: bar.low, high: bar.low, isConverted: bar.isConverted)
      let floor = Quantity(bar.low, first.unit, mark: first.mark)
      for bounded in group.all
      where least.exceeds(bounded.money, by: reach(bounded.money, least, stated: floor)) {
        found.add(LimitBreach(held: held, stated: stated, bounded: bounded, bar: floor))
      }
    }
    return found.all
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

/// The limits found broken: of several on one thing the gravest, of those the tightest.
private struct BrokenLimits {
  let isCap: Bool
  private(set) var all: [LimitBreach] = []
  /// The place of each thing's breach.
  private var places: [String: Int] = [:]
  private var tightest: [Kind: Fraction] = [:]

  private struct Kind: Hashable {
    let noun: LimitedNoun
    let severity: Severity
  }

  init(isCap: Bool) { self.isCap = isCap }

  /// Whether a bar on a group may find more than is found: what it breaks, a tighter or equal one before it on the same
  /// group broke as gravely.
  mutating func mayAdd(_ group: BoundedGroup, _ severity: Severity, _ bar: Fraction) -> Bool {
    let kind = Kind(noun: group.noun, severity: severity)
    if let known = tightest[kind] {
      let isTighter = isCap ? bar < known : bar > known
      guard isTighter else { return false }
    }
    tightest[kind] = bar
    return true
  }

  mutating func add(_ breach: LimitBreach) {
    guard let known = places[breach.bounded.key] else {
      places[breach.bounded.key] = all.count
      all.append(breach)
      return
    }
    if breach.outweighs(all[known], isCap: isCap) { all[known] = breach }
  }
}
