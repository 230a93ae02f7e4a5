import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

/// Money by phase, month and quarter, for limits on them.
extension RuleContext {
  func boundedPlan(_ limit: Limit, _ total: Located<Quantity>) -> [Bounded] {
    let name = Message(en: "the total", hans: "总额", hant: "總額")
    let unit = total.value.unit
    guard let when = limit.period?.value, let period = plan.period?.value, !when.contains(period) else {
      return [Bounded(name: name, money: span(total.value), unit: unit, place: total.range)]
    }
    return boundedSpend(in: when, total.value, at: total.range).map { [$0] } ?? []
  }

  func boundedPeriods(_ grain: Period.Grain, _ limit: Limit, _ total: Quantity) -> [Bounded] {
    guard let whole = plan.period?.value, let at = plan.budget?.total?.range else { return [] }
    return whole.split(into: grain).compactMap { period in
      if let when = limit.period?.value, !when.contains(period) { return nil }
      return boundedSpend(in: period, total, at: at)
    }
  }

  /// What is spent in a period by the budget's months or, without them, its phases, every day alike; nil without
  /// either.
  private func boundedSpend(in period: Period, _ total: Quantity, at range: SourceRange) -> Bounded? {
    guard total.isExact, let budget = plan.budget else { return nil }
    var share: Fraction = 0
    var place: SourceRange?
    func add(_ part: Quantity, _ when: Period, _ range: SourceRange) -> Bool {
      guard let common = when.intersection(period) else { return true }
      guard part.isExact else { return false }
      share += part.value * Fraction(common.days, when.days)
      place = place ?? range
      return true
    }
    if let months = budget.months, !months.isEmpty {
      for entry in months.entries where !add(entry.value.value, entry.period.value, entry.value.range) { return nil }
    } else if let phasing = budget.phasing, !phasing.isEmpty {
      for entry in phasing.entries {
        guard let when = plan.phases?[entry.id.value]?.period?.value,
          add(entry.value.value, when, entry.value.range)
        else { return nil }
      }
    } else {
      return nil
    }
    let money = total.value * share
    return Bounded(
      name: Message(en: "\(period)", hans: "\(period) ", hant: "\(period) "), money: MoneySpan(low: money, high: money),
      unit: total.unit, place: place ?? range)
  }

  /// A phase's money: its share of the total, or of a line where the line has a phasing of its own.
  func boundedPhase(_ id: String, _ unit: Unit) -> Bounded? {
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
      money: MoneySpan(low: money, high: isWhole ? money : nil), unit: unit, place: place)
  }

  /// A phase's share of a line with phasing; nil where it is no one figure.
  private func ownShare(_ id: String, ofLine line: Int) -> Fraction? {
    guard let share = resolved.lines.entries[line].line.phasing?[id]?.value else { return 0 }
    return share.isExact ? share.value : nil
  }

  /// A phase's share by the nearest line upwards that has phasing of its own.
  private func inheritedShare(_ id: String, from line: Int) -> Fraction? {
    var next: Int? = line
    while let place = next {
      if resolved.lines.entries[place].line.phasing != nil { return ownShare(id, ofLine: place) }
      next = resolved.lines.entries[place].parent
    }
    return nil
  }
}
