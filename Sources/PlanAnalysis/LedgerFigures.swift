import PlanExpressions
import PlanModel
package import PlanQuantities
import PlanText

/// Figures of the ledger: `budget.technology.moved`, what was moved there by today, and `budget.technology.today`, what
/// it comes to with that; alike for reserves, for `budget.total`, and for the sums `budget.lines` and `budget.reserved`.
extension Figures {
  /// The paths that the ledger changed, in the order of the budget.
  var ledgerPaths: [String] {
    guard let budget = plan.budget, plan.adjustments?.isEmpty == false else { return [] }
    let touched = ledger.accounts
    let ids = resolved.lines.entries.map(\.id.value) + (budget.reserves?.ids ?? [])
    return ([Ledger.total] + ids.filter { touched.contains($0) }).flatMap {
      ["budget.\($0).moved", "budget.\($0).today"]
    }
  }

  /// The figure at a path under `budget` that ends in `today` or `moved`; nil for anything else.
  func ledgerFigure(_ path: String, _ names: [String], _ budget: Budget) -> Figure? {
    guard let last = names.last, last == "today" || last == "moved" else { return nil }
    var rest = names.dropLast()
    if rest.count > 1, rest.last == "amount" { rest.removeLast() }
    switch rest {
    case [], ["total"]: return balance(path, Ledger.total, last, plan.budget?.common.keyRange)
    case ["lines"]:
      return sum(path, of: resolved.lines.top.map { "budget.\($0.id.value).\(last)" }, at: budget.common.keyRange)
    case ["reserved"], ["reserves"]:
      return sum(path, of: (budget.reserves?.ids ?? []).map { "budget.\($0).\(last)" }, at: budget.common.keyRange)
    default: break
    }
    if rest.count > 1, let first = rest.first, first == "lines" || first == "reserves" { rest.removeFirst() }
    guard let id = rest.last, rest.allSatisfy({ resolved.lines.place(of: $0) != nil || $0 == id }) else { return nil }
    if let line = resolved.lines[id] {
      return line.isOperating ? nil : balance(path, id, last, line.id.range)
    }
    return budget.reserves?.range(of: id).flatMap { balance(path, id, last, $0) }
  }

  private func balance(_ path: String, _ account: String, _ name: String, _ place: SourceRange?) -> Figure? {
    if name == "moved" { return moved(path, account, place) }
    guard let approved = figure("budget.\(account)"), let moved = figure("budget.\(account).moved") else { return nil }
    return Figure(
      path, Arithmetic.sum(inPlanMoney(approved.value), moved.value), dimension: moved.dimension,
      formula: "budget.\(account) + budget.\(account).moved", inputs: [FigureInput(approved), FigureInput(moved)],
      place: place)
  }

  private func moved(_ path: String, _ account: String, _ place: SourceRange?) -> Figure {
    let inputs = ledger.moves(of: account).map { entry, move, amount in
      FigureInput(
        "adjustments.\(entry.id.value)", amount.map { .quantity(Quantity($0, ledger.unit)) } ?? untold(entry),
        place: move.range)
    }
    let sum = ledger.moved(account, after: ledger.effective)
    let value = sum.map { Value.quantity(Quantity($0, ledger.unit)) }
    let missing = inputs.first { $0.value.reason != nil }?.value
    return Figure(
      path, value ?? missing ?? .quantity(Quantity(0, ledger.unit)), dimension: .quantity(ledger.unit, .none),
      formula: "Σ moves in - Σ moves out", inputs: inputs, place: place)
  }

  private func untold(_ entry: Ledger.Entry) -> Value {
    let id = entry.id.value
    return .missing(
      Message(
        en: "a move of \(id) is not one figure of the plan's money", hans: "\(id) 的一笔调动不是以计划币种表示的确定金额",
        hant: "\(id) 的一筆調動不是以計畫幣別表示的確定金額"))
  }

  /// A figure in another currency as the plan's money; itself where that cannot be told.
  private func inPlanMoney(_ value: Value) -> Value {
    guard case .quantity(let quantity) = value else { return value }
    return converted(quantity, to: ledger.unit).map { .quantity($0) } ?? value
  }

  /// What a line, a reserve or `total` comes to after the first so many entries of the ledger, in the plan's currency; nil
  /// where the approved figure or one of the moves is no one figure.
  package func balance(of account: String, after count: Int) -> Quantity? {
    guard let approved = figure("budget.\(account)")?.quantity, approved.isExact,
      let amount = converted(approved, to: ledger.unit)?.value,
      let moved = ledger.moved(account, after: count)
    else { return nil }
    return Quantity(amount + moved, ledger.unit)
  }
}
