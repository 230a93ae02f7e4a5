package import PlanExpressions
import PlanModel
package import PlanQuantities
import PlanText

/// A figure of the plan that a sensitivity, a break-even value or a scenario gives another value.
package enum Driver: Hashable, Sendable {
  case assumption(String)
  /// A KPI's planned level: its target, and its path with it.
  case kpi(String)
  /// Where a KPI stands today.
  case baseline(String)
  case line(String)
  case total, operating
  case investment, discountRate, margin
  /// All flows alike.
  case flows
  case flow(String)
  /// All benefits alike.
  case benefits
  case benefit(String)

  /// The path of the figure it changes; for flows, of the series.
  package var path: String {
    switch self {
    case .assumption(let id): id
    case .kpi(let id): "\(id).target"
    case .baseline(let id): "\(id).baseline"
    case .line(let id): "budget.\(id)"
    case .total: "budget.total"
    case .operating: "budget.operating"
    case .investment: "feasibility.investment"
    case .discountRate: "feasibility.discount_rate"
    case .margin: "feasibility.margin"
    case .flows: "feasibility.flows"
    case .flow(let period): "feasibility.flows.\(period)"
    case .benefits: "feasibility.benefits"
    case .benefit(let id): "feasibility.benefits.\(id)"
    }
  }
}

/// Another value of a driver.
package struct SupposedValue: Hashable, Sendable {
  /// The value; nil for flows, which have one for each period.
  package let value: Quantity?
  /// How many times the plan's own it is; nil where that is zero.
  package let factor: Fraction?
}

/// Drivers with other values, and the figures without them.
struct Supposition {
  let values: [Driver: SupposedValue]
  /// The plan's own figures, which keep those of the last suppositions.
  unowned let base: Figures
  let reach: Reach

  init(_ values: [Driver: SupposedValue], base: Figures) {
    self.values = values
    self.base = base
    reach = Reach(values.keys)
  }

  /// What a stated figure comes to when its derivation no longer gives what it gave: it moves in proportion, so that
  /// one that was rounded stays as it is where nothing changes.
  func moved(_ stated: Quantity, from old: Value, to new: Value) -> Value {
    guard case .quantity(let old) = old, !old.isRange else { return .quantity(stated) }
    guard case .quantity(let new) = new else { return new.reason == nil ? .quantity(stated) : new }
    guard !new.isRange, new.unit == old.unit, new.value != old.value else { return .quantity(stated) }
    guard let factor = new.value.divided(by: old.value) else { return .quantity(new) }
    return .quantity(stated.scaled(by: factor))
  }
}

/// The suppositions that were made last, with their figures: a row of the sensitivity analysis for NPV is followed by one
/// for payback, and a driver at its low end by the same at its high one.
struct LastSuppositions {
  private static let count = 2
  private var kept: [Figures] = []

  /// How many figures the last of them has: the next will ask for about as many.
  var usualCount: Int { kept.last?.knownCount ?? 0 }

  /// The figures with drivers at other values; nil where they are not kept.
  subscript(values: [Driver: SupposedValue]) -> Figures? { kept.first { $0.supposition?.values == values } }

  mutating func keep(_ figures: Figures) {
    if kept.count == Self.count { kept.removeFirst() }
    kept.append(figures)
  }
}

extension Quantity {
  /// The figure so many times, as a computed one.
  func scaled(by factor: Fraction) -> Quantity {
    var scaled = Quantity(low: low, high: high, unit, mark: mark)
    scaled.mapEnds { $0 * factor }
    return factor.isNegative && isRange ? Quantity(low: scaled.high, high: scaled.low, unit, mark: mark) : scaled
  }
}

extension Figures {
  /// The driver that a path names; nil for one that no other value can be given to.
  package func driver(_ path: Path) -> Driver? { driver(named: path.names) }

  func driver(named names: [String]) -> Driver? {
    guard let first = names.first else { return nil }
    let rest = Array(names.dropFirst())
    switch first {
    case "assumptions", "kpis": return rest.first.flatMap { factDriver($0, Array(rest.dropFirst())) }
    case "budget": return budgetDriver(rest)
    case "feasibility": return feasibilityDriver(rest)
    default: return factDriver(first, rest)
    }
  }

  private func factDriver(_ id: String, _ rest: [String]) -> Driver? {
    if plan.assumptions?.place(of: id) != nil { return rest.isEmpty || rest == ["value"] ? .assumption(id) : nil }
    guard let kpi = plan.kpis?[id] else { return nil }
    switch rest {
    case ["baseline"]: return .baseline(id)
    case ["target"]: return .kpi(id)
    case []:
      let hasLevel = figure("\(id).target")?.quantity != nil || (kpi.formula != nil && figure(id)?.quantity != nil)
      return hasLevel || kpi.baseline?.value.quantity == nil ? .kpi(id) : .baseline(id)
    default: return nil
    }
  }

  private func budgetDriver(_ names: [String]) -> Driver? {
    var names = names
    if names.last == "amount" { names.removeLast() }
    switch names.first {
    case nil, "total": return names.count <= 1 ? .total : nil
    case "operating" where names.count == 1: return .operating
    case "lines" where names.count > 1: names.removeFirst()
    default: break
    }
    return names.last.flatMap { resolved.lines.place(of: $0) == nil ? nil : .line($0) }
  }

  private func feasibilityDriver(_ names: [String]) -> Driver? {
    switch (names.first, names.count) {
    case ("investment", 1): .investment
    case ("discount_rate", 1): .discountRate
    case ("margin", 1): .margin
    case ("flows", 1): .flows
    case ("flows", 2): flowPlaces[names[1]] == nil ? nil : .flow(names[1])
    case ("benefits", 1): .benefits
    case ("benefits", 2): plan.feasibility?.benefits?.place(of: names[1]) == nil ? nil : .benefit(names[1])
    default: nil
    }
  }

  // MARK: Values

  /// What a driver comes to in the plan; nil for flows, and where the plan does not say.
  package func value(of driver: Driver) -> Quantity? {
    if case .kpi(let id) = driver {
      if let target = figure("\(id).target")?.quantity { return target }
      return figure(id)?.quantity
    }
    return figure(driver.path)?.quantity
  }

  /// A driver's value after a change; nil where the two do not go together.
  package func supposed(_ driver: Driver, changed change: Literal) -> SupposedValue? {
    if driver == .flows {
      guard let change = change.quantity, !change.isRange else { return nil }
      switch change.mark {
      case .percent, .permille: return SupposedValue(value: nil, factor: 1 + change.value)
      case .ratio: return SupposedValue(value: nil, factor: change.value)
      default: return nil
      }
    }
    guard let base = value(of: driver), let level = level(base, after: change) else { return nil }
    return supposed(driver, at: level)
  }

  /// A driver at another value, in its own unit; nil where it is not one figure.
  package func supposed(_ driver: Driver, at level: Quantity) -> SupposedValue? {
    guard driver != .flows, !level.isRange, let base = value(of: driver), !base.isRange, base.unit == level.unit else {
      return nil
    }
    let value = Quantity(level.value, level.unit, mark: base.mark)
    return SupposedValue(value: value, factor: level.value.divided(by: base.value))
  }

  /// The plan's figures with drivers at other values.
  func supposing(_ values: [Driver: SupposedValue]) -> Figures {
    let base = supposition?.base ?? self
    if let kept = base.supposed[values] { return kept }
    let figures = Figures(resolved, Supposition(values, base: base))
    base.supposed.keep(figures)
    return figures
  }
}
