import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Figures of money over time: `budget.spend.2025-03`, `budget.spend.2025-03.cumulative`, `budget.media.spend.2025-03`.
///
/// They are worked out when asked for and not among all paths: `plan.json` has their amounts under `spend`.
extension Figures {
  /// What the whole plan spends in a month, or by its end.
  func spendFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let month = names.first, let money = moneyOverTime, let place = money.monthPlaces[month],
      let range = plan.budget?.common.keyRange
    else { return nil }
    switch Array(names.dropFirst()) {
    case []:
      let parts = money.rows.filter { !$0.months[place].value.isZero }.map { row in
        FigureInput("budget.\(row.id).spend.\(month)", .quantity(row.months[place]), place: rowPlace(row.id))
      }
      return Figure(
        path, .quantity(money.total.months[place]), formula: "Σ lines and reserves", inputs: parts, place: range)
    case ["cumulative"]:
      let total = money.total.months[...place].reduce(Fraction(0)) { $0 + $1.value }
      let inputs = money.months[...place].compactMap { figure("budget.spend.\($0.text)").map { FigureInput($0) } }
      return Figure(
        path, .quantity(Quantity(total, money.unit)), formula: "Σ budget.spend until \(month)", inputs: inputs,
        place: range)
    default: return nil
    }
  }

  /// What a line or reserve spends in a month; a line made of others, what they spend together.
  func lineSpendFigure(_ path: String, _ id: String, _ month: String) -> Figure? {
    guard let money = moneyOverTime, let place = money.monthPlaces[month] else { return nil }
    if let row = money.row(of: id) {
      let (formula, inputs) = derivation(id, money.months[place], money)
      return Figure(
        path, .quantity(row.months[place]), formula: formula, inputs: inputs, place: rowPlace(id))
    }
    guard let entry = resolved.lines[id], !entry.isLeaf, !entry.isOperating else { return nil }
    let children = entry.children.map { "budget.\(resolved.lines.entries[$0].id.value).spend.\(month)" }
    return sum(path, of: children, at: entry.id.range)
  }

  /// The amount times its share of the month: each stated share by the days it has there.
  private func derivation(_ id: String, _ month: Period, _ money: MoneyOverTime) -> (String, [FigureInput]) {
    let parts = money.parts(of: id, in: month)
    let terms = parts.map { part in
      let days = "\(part.common)/\(part.days.days)"
      return part.share.map { "\($0.value.computedPhrase(in: .english)) * \(days)" } ?? days
    }
    let factor = terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " + ")))"
    let amount = figure("budget.\(id)").map { FigureInput($0) }
    let inputs = parts.map { part in
      part.share.map { FigureInput(part.name, .quantity($0.value), place: $0.range) }
        ?? FigureInput(part.name, .period(part.days), place: part.place)
    }
    return (
      parts.isEmpty ? "nothing in \(month.text)" : "budget.\(id) * \(factor)", [amount].compactMap { $0 } + inputs
    )
  }

  private func rowPlace(_ id: String) -> SourceRange? {
    resolved.lines[id]?.id.range ?? plan.budget?.reserves?.range(of: id)
  }
}
