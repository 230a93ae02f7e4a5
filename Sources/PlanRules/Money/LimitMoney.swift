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
  let place: SourceRange
}

extension HeldLimit {
  var atMost: Located<Quantity>? { limit.atMost }
  var atLeast: Located<Quantity>? { limit.atLeast }
  var reserve: Reserve.Purpose? { limit.reserve?.value }
}

extension RuleContext {
  /// Whether any limit stands over the plan; most plans need not look further.
  var hasLimits: Bool { !resolved.house.limits.isEmpty }

  /// Calls `body` with every limit that holds: of the policies, then of the plan.
  func eachLimit(_ body: (HeldLimit) -> Void) { resolved.house.limits.forEach(body) }

  /// A cap or floor as money in a unit: itself, or its share of `of`, or of the total; nil where that cannot be told.
  ///
  /// Its own bound is left aside, for `at_most` and `at_least` say it already.
  func bar(_ stated: Quantity, base: Located<Expression>?, in unit: Unit) -> MoneySpan? {
    var figure = stated
    figure.bound = nil
    guard figure.unit.isPure else { return span(figure, in: unit) }
    guard figure.isPercentage || figure.mark == .ratio, figure.low >= 0 else { return nil }
    let whole: MoneySpan?
    if let base {
      whole = money(base, in: unit)
    } else {
      whole = plan.budget?.total.flatMap { span($0.value, in: unit) }
    }
    return whole.map { span(figure) * $0 }
  }

  /// What a limit bounds, as far as its money can be told; nothing where its period leaves that open.
  func bounded(by limit: Limit) -> [Bounded] {
    guard let total = plan.budget?.total else { return [] }
    let unit = total.value.unit
    if let line = limit.line { return boundedLine(line.value, limit) }
    if let phase = limit.phase { return [boundedPhase(phase.value, unit)].compactMap { $0 } }
    if let category = limit.category {
      return isWhole(limit, plan.period?.value) ? [boundedCategory(category.value, unit)].compactMap { $0 } : []
    }
    if let purpose = limit.reserve?.value { return boundedReserves(purpose, unit) }
    switch limit.each?.value {
    case .line: return resolved.lines.entries.indices.flatMap { topLine($0, limit) }
    case .category where isWhole(limit, plan.period?.value):
      return writtenCategories.compactMap { boundedCategory($0, unit) }
    case .phase: return (plan.budget?.phasing?.ids ?? []).compactMap { boundedPhase($0, unit) }
    case .month: return boundedPeriods(.month, limit, total.value)
    case .quarter: return boundedPeriods(.quarter, limit, total.value)
    case .plan: return boundedPlan(limit, total)
    case .category, .channel, nil: return []
    }
  }

  /// Whether a limit's period holds all of what is bounded; where it holds a part, what falls into it is not known.
  private func isWhole(_ limit: Limit, _ period: Period?) -> Bool {
    guard let when = limit.period?.value else { return true }
    return period.map { when.contains($0) } ?? false
  }

  // MARK: Lines, categories, reserves

  private func boundedLine(_ id: String, _ limit: Limit) -> [Bounded] {
    if let place = resolved.lines.place(of: id) { return line(place, limit) }
    guard let place = plan.budget?.reserves?.place(of: id), let entry = plan.budget?.reserves?.entries[place],
      isWhole(limit, plan.period?.value), let money = money(reserve: place, in: moneyUnit)
    else { return [] }
    return [Bounded(name: .code("budget.\(id)"), money: money, unit: moneyUnit, place: self.place(ofReserve: entry))]
  }

  private func topLine(_ place: Int, _ limit: Limit) -> [Bounded] {
    let entries = resolved.lines.entries
    return entries[place].parent == nil && !entries[place].isOperating ? line(place, limit) : []
  }

  private func line(_ place: Int, _ limit: Limit) -> [Bounded] {
    let entries = resolved.lines.entries
    let unit = unit(ofLine: place)
    guard isWhole(limit, entries[place].line.period?.value ?? plan.period?.value),
      let money = money(line: place, in: unit)
    else { return [] }
    return [
      Bounded(
        name: .code("budget.\(entries[place].id.value)"), money: money, unit: unit, place: self.place(ofLine: place))
    ]
  }

  /// The categories of the plan's lines, each once, in the order written.
  private var writtenCategories: [String] {
    var found: [String] = []
    for entry in resolved.lines.entries where entry.isLeaf && !entry.isOperating {
      if let category = entry.category?.value, !found.contains(category) { found.append(category) }
    }
    return found
  }

  /// The money of a category's lines; what lines of no category add could belong to it too.
  private func boundedCategory(_ category: String, _ unit: Unit) -> Bounded? {
    let entries = resolved.lines.entries
    var (sure, open) = (MoneySpan.nothing, MoneySpan.nothing)
    var first: SourceRange?
    for place in entries.indices where entries[place].isLeaf && !entries[place].isOperating {
      let own = entries[place].category?.value
      guard own == nil || own == category else { continue }
      guard let money = money(line: place, in: unit) else { return nil }
      if own == nil {
        open = open + money
      } else {
        sure = sure + money
        first = first ?? self.place(ofLine: place)
      }
    }
    let most = sure + open
    let name = Message(en: "category `\(category)`", hans: "类别 `\(category)` ", hant: "類別 `\(category)` ")
    guard let place = first ?? plan.budget?.total?.range else { return nil }
    let money = MoneySpan(low: sure.low, high: most.high, isConverted: most.isConverted)
    return Bounded(name: name, money: money, unit: unit, place: place)
  }

  private func boundedReserves(_ purpose: Reserve.Purpose, _ unit: Unit) -> [Bounded] {
    let entries = plan.budget?.reserves?.entries ?? []
    guard let first = entries.first(where: { purpose == .any || $0.value.purpose?.value == purpose }),
      let money = moneyOfReserves(for: purpose, in: unit)
    else { return [] }
    let words = ReservePurpose(purpose)
    let name = Message(en: "\(words)", hans: "\(words)", hant: "\(words)")
    return [Bounded(name: name, money: money, unit: unit, place: place(ofReserve: first))]
  }
}
