import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Figures of the budget: the total, lines, reserves and yearly cost.
extension Figures {
  func budgetFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let budget = plan.budget else { return nil }
    if let figure = ledgerFigure(path, names, budget) { return figure }
    guard let name = names.first else { return totalFigure(path, budget) }
    switch (name, names.count) {
    case ("total", 1): return totalFigure(path, budget)
    case ("lines", 1):
      return sum(path, of: resolved.lines.top.map { "budget.\($0.id.value)" }, at: budget.common.keyRange)
    case ("reserved", 1), ("reserves", 1):
      return sum(path, of: (budget.reserves?.ids ?? []).map { "budget.\($0)" }, at: budget.common.keyRange)
    case ("operating", 1): return operatingFigure(path, budget)
    case ("lines", _), ("reserves", _): return figure("budget." + names.dropFirst().joined(separator: "."))
    case ("operating", 2) where names[1] == "amount": return operatingFigure(path, budget)
    case ("phasing", 2): return share(path, budget.phasing?[names[1]])
    case ("months", 2): return share(path, value(names[1], in: budget.months))
    case ("spend", 2), ("spend", 3): return spendFigure(path, Array(names.dropFirst()))
    default: break
    }
    if names == ["unspent"], resolved.lines["unspent"] == nil { return unspentFigure(path, at: budget.common.keyRange) }
    if names.count == 3, names[1] == "spend" { return lineSpendFigure(path, name, names[2]) }
    if let entry = resolved.lines[name] { return lineFigure(path, entry, Array(names.dropFirst())) }
    if let reserve = budget.reserves?[name] { return reserveFigure(path, reserve, Array(names.dropFirst())) }
    return nil
  }

  /// The total; where lines are supposed to be others, with what they add to it.
  private func totalFigure(_ path: String, _ budget: Budget) -> Figure? {
    guard let supposition, let total = budget.total else { return stated(path, budget.total, equals: budget.equals) }
    if let value = supposed(.total)?.value { return Figure(path, .quantity(value), place: total.range) }
    let figure = stated(path, total, equals: budget.equals)
    guard figure?.quantity?.value == total.value.value else { return figure }
    return Figure(path, added(total.value, under: nil, supposition), place: total.range)
  }

  /// A stated sum with what its parts are supposed to come to beyond the plan's own.
  private func added(_ sum: Quantity, under line: Int?, _ supposition: Supposition) -> Value {
    var added = Fraction(0)
    for new in movedLines(under: line) {
      guard let old = supposition.base.figure(new.path)?.quantity else { continue }
      guard let money = new.quantity else { return new.value }
      if money.unit == sum.unit, old.unit == sum.unit { added += money.value - old.value }
    }
    return .quantity(added.isZero ? sum : Quantity(sum.value + added, sum.unit, mark: sum.mark))
  }

  /// A line as supposed: its own other value, else in proportion to that of a line it is part of, else with what its
  /// own parts add.
  private func supposedLine(_ path: String, _ entry: LineBook.Entry, _ supposition: Supposition) -> Figure? {
    let place = entry.line.amount?.range ?? entry.id.range
    if let value = supposed(.line(entry.id.value))?.value { return Figure(path, .quantity(value), place: place) }
    if let parent = entry.parent {
      for above in resolved.lines.lineage(of: parent) {
        guard let change = supposed(.line(resolved.lines.entries[above].id.value)) else { continue }
        guard let factor = change.factor, let own = supposition.base.figure("budget.\(entry.id.value)")?.quantity else {
          return nil
        }
        return Figure(path, .quantity(own.scaled(by: factor)), place: place)
      }
    }
    guard let amount = entry.line.amount else { return nil }
    let figure = stated(path, amount, equals: entry.line.equals)
    guard figure?.quantity?.value == amount.value.value, !entry.isLeaf else { return figure }
    return Figure(path, added(amount.value, under: resolved.lines.place(of: entry.id.value), supposition), place: place)
  }

  private func share(_ path: String, _ share: Located<Quantity>?) -> Figure? {
    share.map { Figure(path, .quantity($0.value), place: $0.range) }
  }

  private func lineFigure(_ path: String, _ entry: LineBook.Entry, _ rest: [String]) -> Figure? {
    switch rest.first {
    case nil: return lineAmount(path, entry)
    case "amount" where rest.count == 1: return lineAmount(path, entry)
    case "share" where rest.count == 1: return share(path, entry.line.share)
    case "now" where rest.count == 1: return stated(path, entry.line.now, equals: nil)
    case "unspent" where rest.count == 1: return unspent(path, of: entry)
    case .some(let child):
      guard let place = resolved.lines.place(of: child) else { return nil }
      return lineFigure(path, resolved.lines.entries[place], Array(rest.dropFirst()))
    }
  }

  /// A line's stated amount, else its derivation, else the sum of its children.
  private func lineAmount(_ path: String, _ entry: LineBook.Entry) -> Figure? {
    if let supposition, let figure = supposedLine(path, entry, supposition) { return figure }
    if let figure = stated(path, entry.line.amount, equals: entry.line.equals) { return figure }
    guard !entry.isLeaf else { return nil }
    return sum(path, of: entry.children.map { "budget.\(resolved.lines.entries[$0].id.value)" }, at: entry.id.range)
  }

  /// A reserve's money: its amount, or its share of its base.
  private func reserveFigure(_ path: String, _ reserve: Reserve, _ rest: [String]) -> Figure? {
    switch rest {
    case ["share"]: return share(path, reserve.share)
    case [], ["amount"]: break
    default: return nil
    }
    if let amount = reserve.amount { return Figure(path, .quantity(amount.value), place: amount.range) }
    guard let share = reserve.share else { return nil }
    guard let base = reserve.base.map({ derived(path, $0) }) ?? figure("budget.total") else { return nil }
    let name = reserve.base?.value.text ?? "budget.total"
    return Figure(
      path, Arithmetic.product(.quantity(share.value), base.value), dimension: base.dimension,
      formula: "\(share.value.phrase(in: .english)) * \(name)",
      inputs: [
        FigureInput("\(path).share", .quantity(share.value), place: share.range),
        FigureInput(name, base.value, place: base.place),
      ],
      place: share.range)
  }

  private func operatingFigure(_ path: String, _ budget: Budget) -> Figure? {
    guard let operating = budget.operating else { return nil }
    if let value = supposed(.operating)?.value {
      return Figure(path, .quantity(value), place: operating.common.keyRange)
    }
    if let figure = stated(path, operating.amount, equals: operating.equals) { return figure }
    let ids = operating.lines?.ids ?? []
    return ids.isEmpty ? nil : sum(path, of: ids.map { "budget.\($0)" }, at: operating.common.keyRange)
  }

  /// The sum of figures at other paths; nil without any.
  func sum(_ path: String, of paths: [String], at place: SourceRange) -> Figure? {
    let figures = paths.compactMap { figure($0) }
    guard let first = figures.first else { return nil }
    let total = figures.dropFirst().reduce(first.value) { Arithmetic.sum($0, $1.value) }
    // Not `joined`, which has the runtime search all conformances of the program, at every start.
    let formula = paths.dropFirst().reduce(into: paths[0]) { $0 += " + \($1)" }
    return Figure(
      path, total, dimension: first.dimension, formula: formula,
      inputs: figures.map { FigureInput($0) }, place: place)
  }

  // MARK: Phases

  func phaseFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let phase = plan.phases?[id] else { return nil }
    switch names.dropFirst().first {
    case nil: return phaseMoney(path, id)
    case "start": return phase.period.flatMap { day(path, $0.value.first, at: $0.range) }
    case "end": return phase.period.flatMap { day(path, $0.value.last, at: $0.range) }
    case "period": return phase.period.map { Figure(path, .period($0.value), place: $0.range) }
    case "scale": return phase.scale.map { Figure(path, .quantity($0.value), place: $0.range) }
    default: return nil
    }
  }

  private func phaseMoney(_ path: String, _ id: String) -> Figure? {
    guard let share = plan.budget?.phasing?[id], let total = figure("budget.total"), let spend = phaseSpending[id]
    else { return nil }
    return Figure(
      path, .quantity(spend.money), formula: "budget.phasing.\(id) * budget.total",
      inputs: [FigureInput("budget.phasing.\(id)", .quantity(share.value), place: share.range), FigureInput(total)],
      place: share.range)
  }

  func day(
    _ path: String, _ day: CivilDate, at place: SourceRange, formula: String? = nil, inputs: [FigureInput] = []
  ) -> Figure? {
    Period(first: day, last: day).map {
      Figure(path, .period($0), formula: formula, inputs: inputs, place: place)
    }
  }
}
