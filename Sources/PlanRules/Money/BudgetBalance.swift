import PlanModel
import PlanQuantities
import PlanText

/// How a budget's total stands to the lines and reserves that should make it.
enum BudgetBalance {
  /// A figure is missing, or so loose that nothing can be said.
  case unknown
  case even
  /// Lines and reserves are not the total.
  case off(BudgetSides)
  /// The lines alone are the total, and the reserves come on top.
  case unfunded(BudgetSides)
}

/// The total, and what lines and reserves come to.
struct BudgetSides {
  let stated: Located<Quantity>
  let total: MoneySpan
  let lines: MoneySpan
  /// Nil where a reserve cannot be told.
  let reserves: MoneySpan?

  var unit: Unit { stated.value.unit }
  var sum: MoneySpan { lines + (reserves ?? .nothing) }

  /// How far the sum is over the total, or below it; of loose figures the least that it can be.
  var difference: (amount: Quantity, isOver: Bool) {
    if let top = total.high, sum.low > top { return (Quantity(sum.low - top, unit), true) }
    return (Quantity(total.low - (sum.high ?? total.low), unit), false)
  }
}

extension RuleContext {
  /// The total against lines and reserves: it holds both.
  func workedOutBalance() -> BudgetBalance {
    guard let stated = plan.budget?.total else { return .unknown }
    let unit = stated.value.unit
    guard let lines = moneyOfTopLines() else { return .unknown }
    let total = span(stated.value)
    let reserves = moneyOfReserves(in: unit)
    let sides = BudgetSides(stated: stated, total: total, lines: lines, reserves: reserves)
    let reach = reach(lines, reserves ?? .nothing, stated: stated.value)
    if lines.exceeds(total, by: reach) { return .off(sides) }
    guard let reserves else { return .unknown }
    let sum = lines + reserves
    if sum.exceeds(total, by: reach) { return total.exceeds(lines, by: reach) ? .off(sides) : .unfunded(sides) }
    return total.exceeds(sum, by: reach) ? .off(sides) : .even
  }

  /// Whether the reserves come on top of lines that spend the whole total already.
  var isReserveUnfunded: Bool {
    if case .unfunded = balance { true } else { false }
  }
}
