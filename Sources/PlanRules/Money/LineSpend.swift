import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

/// What spenders take from one line or reserve, at the least.
struct LineSpend {
  /// Each spender by its path, with its money and where that is written.
  var terms: [(name: String, money: Quantity, place: SourceRange)] = []
  var sum = MoneySpan.nothing
  /// Whether some spender's money is not known, or takes what the others leave.
  var isOpen = false

  /// The terms as a sum, and what they make; nothing where there is but one.
  func notes(_ unit: Unit, like model: Quantity?) -> [Message] {
    terms.count < 2 ? [] : [Sum(terms.map { ($0.name, $0.money) }, like: model).note(sum.quantity(unit))]
  }

  /// The first spenders at their places.
  func labels(_ context: RuleContext) -> [Diagnostic.Label] {
    terms.prefix(6).map { .init($0.place, .figure($0.name, context.said($0.money))) }
  }
}

extension RuleContext {
  /// What is taken from a line or reserve itself, without the lines below it; what says no amount counts with what its
  /// flights or its costs come to.
  func spend(from id: String, in unit: Unit) -> LineSpend {
    var found = LineSpend()
    for taking in figures.spending.takings(of: id) {
      let spender = figures.spending.spenders[taking.spender]
      if spender.kind == .contingency { continue }
      var money: Quantity?
      if let part = taking.part {
        money = part.value
      } else if spender.saysAmount {
        money = unit.isMoney ? figures.cost(of: taking.spender) : figures.figure(spender.path)?.quantity
      } else {
        found.isOpen = true
        money = least(of: taking.spender)
        if money == nil { continue }
      }
      guard let money, let span = span(money, in: unit) else {
        found.isOpen = true
        continue
      }
      found.sum = found.sum + span
      found.terms.append((spender.path, money, figures.place(of: taking)))
    }
    return found
  }

  /// Whether the one noun that a line pays is a module with an amount of its own: where the two differ, that is one fact
  /// with two values.
  func isModuleAlone(on id: String) -> Bool {
    let takings = figures.spending.takings(of: id)
    guard takings.count == 1, takings[0].part == nil else { return false }
    let spender = figures.spending.spenders[takings[0].spender]
    return spender.kind == .module && spender.amount != nil
  }

  /// What a spender that says no amount takes at the least: the greater of its flights and its costs.
  private func least(of spender: Int) -> Quantity? {
    let flights = sum(ofParts: .flight, of: spender)
    let costs = sum(ofParts: .cost, of: spender)
    guard let flights, let costs else { return flights ?? costs }
    return flights.low < costs.low ? costs : flights
  }

  /// The sum of the parts of a kind that are within a spender's money, as far as they are known; nil without any.
  func sum(ofParts kind: SpendBook.Kind, of spender: Int) -> Quantity? {
    var sum: MoneySpan?
    for part in parts(kind, of: spender) {
      guard let span = span(part.money, in: moneyUnit) else { continue }
      sum = sum.map { $0 + span } ?? span
    }
    return sum.flatMap { $0.high == nil ? nil : $0.quantity(moneyUnit) }
  }

  /// The parts of a kind within a spender's money that are known; a shared cost as far as it is the channel's.
  func parts(_ kind: SpendBook.Kind, of spender: Int) -> [(name: String, money: Quantity, place: SourceRange)] {
    let book = figures.spending
    return book.parts(of: spender).compactMap { part in
      guard book.spenders[part].kind == kind, var money = figures.cost(of: part) else { return nil }
      if kind == .cost, let share = share(ofCost: part, in: spender) {
        money.spelling = nil
        money.mapEnds { $0 * share }
      }
      return (book.spenders[part].path, money, book.spenders[part].amount?.range ?? book.spenders[part].id.range)
    }
  }

  /// The channel's own share of a cost it shares with others; nil where it shares it with nobody.
  private func share(ofCost part: Int, in channel: Int) -> Fraction? {
    let book = figures.spending
    guard let cost = plan.channels?[book.spenders[channel].id.value]?.costs?[book.spenders[part].id.value],
      let split = cost.split
    else { return nil }
    return split[book.spenders[channel].id.value]?.value.low ?? 0
  }

  /// What a line or reserve has, and where that is written; nil where it cannot be told, or where there is none.
  func money(ofPayer id: String) -> (money: MoneySpan, unit: Unit, shown: Quantity, place: SourceRange)? {
    if let line = resolved.lines.place(of: id) {
      let unit = unit(ofLine: line)
      guard let money = money(line: line, in: unit), let shown = shownMoney(line: line, in: unit) else { return nil }
      return (money, unit, shown, place(ofLine: line))
    }
    guard let reserves = plan.budget?.reserves, let place = reserves.place(of: id),
      let money = money(reserve: place, in: moneyUnit)
    else { return nil }
    let entry = reserves.entries[place]
    return (money, moneyUnit, entry.value.amount?.value ?? money.quantity(moneyUnit), self.place(ofReserve: entry))
  }
}
