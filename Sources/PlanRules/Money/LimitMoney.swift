import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// What a limit bounds, and what it comes to.
struct Bounded {
  /// For the reader: category `media`, phase `pilot`, 2025-03.
  let name: Message
  let money: MoneySpan
  let unit: Unit
  /// How the figure is meant, where it is the target of a KPI.
  var mark: Mark = .none
  let place: SourceRange
  /// What tells it from all else that limits bound, such as `line media`: two limits on it that are broken are one cause.
  let key: String
}

extension HeldLimit {
  var atMost: Located<Quantity>? { limit.atMost }
  var atLeast: Located<Quantity>? { limit.atLeast }
  var reserve: Reserve.Purpose? { limit.reserve?.value }
  /// Whether it bounds what any one channel may take (B309).
  var isConcentration: Bool { limit.each?.value == .channel && limit.atMost != nil }
  /// How gravely its breach is reported.
  var severity: Severity { limit.severity?.value.severity ?? (isConcentration ? .warning : .error) }
}

extension RuleContext {
  /// Whether any limit stands over the plan; most plans need not look further.
  var hasLimits: Bool { !resolved.house.limits.isEmpty }

  /// Calls `body` with every limit that holds: of the policies, then of the plan.
  func eachLimit(_ body: (HeldLimit) -> Void) { resolved.house.limits.forEach(body) }

  /// A cap or floor as money in a unit: itself, or its share of `of`, or of the total; nil where that cannot be told.
  ///
  /// Its own bound is left aside, for `at_most` and `at_least` say it already. For a KPI in percent, a percentage
  /// without `of` is a level.
  func bar(_ stated: Quantity, base: Located<Expression>?, in unit: Unit) -> MoneySpan? {
    var figure = stated
    figure.bound = nil
    if !figure.unit.isPure || unit.isPure && base == nil { return span(figure, in: unit) }
    guard figure.isPercentage || figure.mark == .ratio, figure.low >= 0 else { return nil }
    let whole: MoneySpan?
    if let base {
      whole = money(base, in: unit)
    } else {
      whole = plan.budget?.total.flatMap { span($0.value, in: unit) }
    }
    return whole.map { span(figure) * $0 }
  }

  /// What a limit bounds, as far as its money can be told; nothing where its period shares no day with the plan's.
  func bounded(by limit: Limit) -> BoundedGroup {
    let noun = LimitedNoun(limit)
    if let known = limitMemo.groups[noun] { return known }
    let found = BoundedGroup(noun, allBounded(by: limit))
    limitMemo.groups.keep(found, for: noun, weight: found.all.count)
    return found
  }

  private func allBounded(by limit: Limit) -> [Bounded] {
    if let kpi = limit.kpi { return boundedKPI(kpi.value) }
    guard let total = plan.budget?.total, isInTime(limit) else { return [] }
    let unit = total.value.unit
    if let line = limit.line { return boundedLine(line.value, limit) }
    if let channel = limit.channel { return boundedChannel(channel.value, limit, unit) }
    if let phase = limit.phase { return boundedPhase(phase.value, limit, unit) }
    if let category = limit.category { return boundedCategory(category.value, limit, total) }
    if let purpose = limit.reserve?.value { return boundedReserves(purpose, limit, unit) }
    switch limit.each?.value {
    case .line: return resolved.lines.entries.indices.flatMap { topLine($0, limit) }
    case .category: return writtenCategories.flatMap { boundedCategory($0, limit, total) }
    case .channel: return eachChannel(limit, unit)
    case .phase: return (plan.budget?.phasing?.ids ?? []).flatMap { boundedPhase($0, limit, unit) }
    case .month: return boundedPeriods(.month, limit, total)
    case .quarter: return boundedPeriods(.quarter, limit, total)
    case .plan: return boundedPlan(limit, total)
    case nil: return []
    }
  }

  private func isInTime(_ limit: Limit) -> Bool {
    guard let when = limit.period?.value, let period = plan.period?.value else { return true }
    return when.overlaps(period)
  }
}
