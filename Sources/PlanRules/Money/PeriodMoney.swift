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
    if let known = limitMemo.spending[period] { return known }
    var found: Bounded?
    if let money = figures.moneyOverTime, money.unit == total.value.unit, let spent = money.spent(in: period) {
      found = Bounded(
        name: Message(en: "spending in \(period)", hans: "\(period)的支出", hant: "\(period)的支出"),
        money: MoneySpan(low: spent, high: spent), unit: money.unit, place: share(in: period) ?? total.range,
        key: "spend \(period.text)")
    }
    limitMemo.spending[period] = .some(found)
    return found
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
    guard let budget = plan.budget, let total = budget.total?.value, total.isExact, let lines = phasedLines() else {
      return nil
    }
    let (share, own) = (budget.phasing?[id], lines.phases[id])
    if let share, !share.value.isExact { return nil }
    guard own?.isLoose != true, let place = share?.range ?? own?.place else { return nil }
    let money = (total.value - lines.apart) * (share?.value.value ?? 0) + (own?.money ?? 0)
    let isWhole = budget.phasing != nil
    return Bounded(
      name: Message(en: "phase `\(id)`", hans: "阶段 `\(id)` ", hant: "階段 `\(id)` "),
      money: MoneySpan(low: money, high: isWhole ? money : nil), unit: unit, place: place, key: "phase \(id)")
  }

  /// What lines with phasing of their own add to phases; nil where the money of one of them is no one figure.
  private func phasedLines() -> PhasedLines? {
    if let known = limitMemo.phasedLines { return known }
    let found = allPhasedLines()
    limitMemo.phasedLines = .some(found)
    return found
  }

  private func allPhasedLines() -> PhasedLines? {
    let entries = resolved.lines.entries
    var found = PhasedLines()
    // The money to which each line's own phasing applies: without the lines below it that have phasing again.
    var money = [Fraction](repeating: 0, count: entries.count)
    // The nearest line with phasing, from each line upwards.
    var nearest = [Int?](repeating: nil, count: entries.count)
    for line in entries.indices where !entries[line].isOperating {
      let outer = entries[line].parent.flatMap { nearest[$0] }
      nearest[line] = entries[line].line.phasing == nil ? outer : line
      guard nearest[line] == line else { continue }
      guard let amount = self.money(line: line, in: moneyUnit), amount.low == amount.high else { return nil }
      money[line] += amount.low
      if let outer { money[outer] -= amount.low } else { found.apart += amount.low }
    }
    for line in entries.indices where nearest[line] == line {
      for share in entries[line].line.phasing?.entries ?? [] {
        var phase = found.phases[share.id.value] ?? PhasedLines.Phase(place: share.value.range)
        phase.money += share.value.value.value * money[line]
        if !share.value.value.isExact { phase.isLoose = true }
        found.phases[share.id.value] = phase
      }
    }
    return found
  }
}
