import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Money by phase, month and quarter, for limits on them.
extension RuleContext {
  func boundedPlan(_ limit: Limit, _ total: Located<Quantity>) -> [Bounded] {
    if let when = limit.period?.value, !isWhole(limit, plan.period?.value) {
      return [boundedSpend(in: when, total)].compactMap { $0 }
    }
    let name = Message(en: "the total", hans: "总额", hant: "總額")
    return [
      Bounded(name: name, money: span(total.value), unit: total.value.unit, place: total.range, key: "plan")
    ]
  }

  /// What is spent in each month or quarter of the plan that lies in the limit's period.
  func boundedPeriods(_ grain: Period.Grain, _ limit: Limit, _ total: Located<Quantity>) -> [Bounded] {
    guard let whole = plan.period?.value else { return [] }
    return whole.split(into: grain, yearStarts: resolved.yearStarts).compactMap { period in
      if let when = limit.period?.value, !when.contains(period) { return nil }
      return boundedSpend(in: period, total)
    }
  }

  /// What is spent in a period; nil where the plan does not say when all of its money is.
  private func boundedSpend(in period: Period, _ total: Located<Quantity>) -> Bounded? {
    guard let money = figures.moneyOverTime, money.unit == total.value.unit, let spent = money.spent(in: period) else {
      return nil
    }
    let name = Message(en: "spending in \(period)", hans: "\(period)的支出", hant: "\(period)的支出")
    return Bounded(
      name: name, money: MoneySpan(low: spent, high: spent), unit: money.unit, place: share(in: period) ?? total.range,
      key: "spend \(period.text)")
  }

  /// Where the plan says what is spent in a period: a month's share, else a phase's.
  private func share(in period: Period) -> SourceRange? {
    if let months = plan.budget?.months, !months.isEmpty {
      return months.entries.first { $0.period.value.overlaps(period) }?.value.range
    }
    return plan.budget?.phasing?.entries.first {
      plan.phases?[$0.id.value]?.period?.value.overlaps(period) == true
    }?.value.range
  }

  /// A phase's money: its share of the total, or of a line where the line has a phasing of its own.
  func boundedPhase(_ id: String, _ limit: Limit, _ unit: Unit) -> [Bounded] {
    guard isWhole(limit, plan.phases?[id]?.period?.value ?? plan.period?.value) else { return [] }
    return [phase(id, unit)].compactMap { $0 }
  }

  private func phase(_ id: String, _ unit: Unit) -> Bounded? {
    guard let budget = plan.budget, let total = budget.total?.value, total.isExact else { return nil }
    let share = budget.phasing?[id]
    var place = share?.range
    if let share, !share.value.isExact { return nil }
    let common = share?.value.value ?? 0
    var money = total.value * common
    let entries = resolved.lines.entries
    for line in entries.indices where entries[line].line.phasing != nil && !entries[line].isOperating {
      guard let amount = self.money(line: line, in: unit), amount.low == amount.high,
        let own = ownShare(id, ofLine: line)
      else { return nil }
      let outer = entries[line].parent.flatMap { inheritedShare(id, from: $0) } ?? common
      money += amount.low * (own - outer)
      place = place ?? entries[line].line.phasing?[id]?.range
    }
    guard let place else { return nil }
    let isWhole = budget.phasing != nil
    return Bounded(
      name: Message(en: "phase `\(id)`", hans: "阶段 `\(id)` ", hant: "階段 `\(id)` "),
      money: MoneySpan(low: money, high: isWhole ? money : nil), unit: unit, place: place, key: "phase \(id)")
  }

  /// A phase's share of a line with phasing; nil where it is no one figure.
  private func ownShare(_ id: String, ofLine line: Int) -> Fraction? {
    guard let share = resolved.lines.entries[line].line.phasing?[id]?.value else { return 0 }
    return share.isExact ? share.value : nil
  }

  /// A phase's share by the nearest line upwards that has phasing of its own.
  private func inheritedShare(_ id: String, from line: Int) -> Fraction? {
    resolved.lines.lineage(of: line).first { resolved.lines.entries[$0].line.phasing != nil }
      .flatMap { ownShare(id, ofLine: $0) }
  }
}
