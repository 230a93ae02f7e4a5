import PlanExpressions
package import PlanModel
package import PlanQuantities
package import PlanText

/// What comes out of one line or reserve, the lines below it included.
package struct LineTakings {
  /// What is paid from the line, in money of the plan.
  package var paid: [(taking: SpendBook.Taking, money: Quantity)] = []
  /// What says no amount: it takes what the others leave.
  package var rest: [SpendBook.Taking] = []
  /// What says an amount that cannot be told.
  package var unknown: [SpendBook.Taking] = []
  /// What is paid from the line only if a risk strikes.
  package var contingent: [(taking: SpendBook.Taking, money: Quantity)] = []

  package var isEmpty: Bool { paid.isEmpty && rest.isEmpty && unknown.isEmpty && contingent.isEmpty }
}

/// Money that spenders take from the budget.
extension Figures {
  /// What a spender costs while the plan runs: a yearly amount for the years of its period, another currency at the
  /// policy's rate. Nil where it does not say, or where that cannot be told.
  package func cost(of place: Int) -> Quantity? {
    let spender = spending.spenders[place]
    let stated: Quantity?
    switch spender.kind {
    case .channel, .cost, .commitment: stated = figure(spender.path)?.quantity
    default: stated = spender.amount?.value
    }
    if let stated { return inPlan(stated, during: spender.period) }
    guard case .several(let parts) = spender.payer else { return nil }
    return sum(parts.map { inPlan($0.amount.value) })
  }

  /// An amount as money of the plan; nil where it is no money, or no rate is known.
  func inPlan(_ amount: Quantity, during period: Period? = nil) -> Quantity? {
    guard let money = converted(amount) else { return nil }
    if money.unit.isMoney { return money }
    guard money.unit.isMoneyPerTime, let years = yearCount(of: period ?? plan.period?.value) else { return nil }
    return Arithmetic.product(.quantity(money), .quantity(years)).quantity
  }

  /// A period in years: whole months where it is made of such, else by days.
  func yearCount(of period: Period?) -> Quantity? {
    guard let period else { return nil }
    if period.first == period.first.firstOfMonth, period.last == period.last.lastOfMonth {
      return Quantity(Fraction(period.months, 12), .time)
    }
    return Quantity(Fraction(4 * period.days, 1461), .time)
  }

  /// An amount with its currency replaced by the plan's, at the policies' rate; itself where it has none, nil where no
  /// rate is known.
  func converted(_ amount: Quantity) -> Quantity? {
    guard let from = amount.unit.currency, let to = plan.currencyCode, from != to else { return amount }
    return exchangeRate(from: from, to: to).map { amount.converted(to: to, at: $0) }
  }

  /// Money as of another unit of money, at the policies' rate; nil where it is of another kind, or no rate is known.
  package func converted(_ amount: Quantity, to unit: Unit) -> Quantity? {
    if amount.unit == unit { return amount }
    guard let from = amount.unit.currency, let to = unit.currency, amount.unit.replacingCurrency(with: to) == unit
    else {
      return nil
    }
    return exchangeRate(from: from, to: to).map { amount.converted(to: to, at: $0) }
  }

  /// The sum of money; nil without any, or where one is not known.
  func sum(_ money: [Quantity?]) -> Quantity? {
    var sum: Value?
    for part in money {
      guard let part else { return nil }
      sum = sum.map { Arithmetic.sum($0, .quantity(part)) } ?? .quantity(part)
    }
    return sum?.quantity
  }

  /// What is paid from a line or reserve and from the lines below it, gathered anew; `takings` keeps it.
  func allTakings(of line: String) -> LineTakings {
    var found = LineTakings()
    var names = [line]
    if let place = resolved.lines.place(of: line) {
      var next = resolved.lines.entries[place].children
      while let child = next.popLast() {
        names.append(resolved.lines.entries[child].id.value)
        next += resolved.lines.entries[child].children
      }
    }
    for name in names { for taking in spending.takings(of: name) { add(taking, to: &found) } }
    return found
  }

  private func add(_ taking: SpendBook.Taking, to found: inout LineTakings) {
    let spender = spending.spenders[taking.spender]
    let money: Quantity?
    if let part = taking.part {
      money = inPlan(part.value, during: spender.period)
    } else if spender.saysAmount {
      money = isYearly(taking.line.value) ? yearlyCost(of: spender) : cost(of: taking.spender)
    } else {
      if spender.kind != .contingency { found.rest.append(taking) }
      return
    }
    switch (money, spender.kind) {
    case (let money?, .contingency): found.contingent.append((taking, money))
    case (let money?, _): found.paid.append((taking, money))
    case (nil, _): found.unknown.append(taking)
    }
  }

  private func isYearly(_ line: String) -> Bool { resolved.lines[line]?.isOperating == true }

  /// A yearly amount as it is, for lines that are yearly themselves; nil for money that is said once.
  private func yearlyCost(of spender: SpendBook.Spender) -> Quantity? {
    let stated = figure(spender.path)?.quantity ?? spender.amount?.value
    return stated.flatMap { converted($0) }.flatMap { $0.unit.isMoneyPerTime ? $0 : nil }
  }

  // MARK: What is left

  /// What spenders leave of a line: all of it where no noun names it and it does not say itself what it buys; nothing
  /// where one of them takes the rest.
  func unspent(_ path: String, of entry: LineBook.Entry) -> Figure? {
    let id = entry.id.value
    guard let amount = figure("budget.\(id)") else { return nil }
    let found = takings(of: id)
    let dimension = amount.dimension
    if spending.takings(of: id).isEmpty, !entry.isLeaf {
      let children = entry.children.map { "budget.\(resolved.lines.entries[$0].id.value).unspent" }
      return sum(path, of: children, at: entry.id.range)
    }
    func nothing(_ formula: String, _ inputs: [FigureInput]) -> Figure? {
      amount.quantity.map {
        Figure(path, .quantity(Quantity(0, $0.unit)), formula: formula, inputs: inputs, place: entry.id.range)
      }
    }
    if !found.rest.isEmpty {
      let names = found.rest.map { spending.spenders[$0.spender].path }
      return nothing("\(names.joined(separator: ", ")) take the rest", [FigureInput(amount)])
    }
    if found.paid.isEmpty, found.unknown.isEmpty, entry.line.purpose != nil || spending.isNamed(id) {
      return nothing("its purpose takes it", [FigureInput(amount)])
    }
    if let taking = found.unknown.first {
      return Figure(
        path, .missing(unknownCost(spending.spenders[taking.spender].path)), dimension: dimension, place: entry.id.range
      )
    }
    var terms = found.paid.map { paid in
      FigureInput(spending.spenders[paid.taking.spender].path, .quantity(paid.money), place: place(of: paid.taking))
    }
    var left = terms.reduce(amount.value) { Arithmetic.difference($0, $1.value) }
    // A partner of what the line pays is paid besides where there is room, else from that money.
    for place in spending.providers(from: id) {
      guard let money = cost(of: place), let room = left.quantity, room.low >= money.high else { continue }
      let spender = spending.spenders[place]
      left = Arithmetic.difference(left, .quantity(money))
      terms.append(FigureInput(spender.path, .quantity(money), place: spender.amount?.range))
    }
    return Figure(
      path, left, dimension: dimension, formula: (["budget.\(id)"] + terms.map(\.name)).joined(separator: " - "),
      inputs: [FigureInput(amount)] + terms, place: entry.id.range)
  }

  /// What no noun spends, of all lines.
  func unspentFigure(_ path: String, at place: SourceRange) -> Figure? {
    guard !spending.isEmpty else { return nil }
    return sum(path, of: resolved.lines.top.map { "budget.\($0.id.value).unspent" }, at: place)
  }

  /// Where it is written what a line pays.
  package func place(of taking: SpendBook.Taking) -> SourceRange {
    taking.part?.range ?? spending.spenders[taking.spender].amount?.range ?? taking.line.range
  }

  func unknownCost(_ path: String) -> Message {
    Message(
      en: "what \(path) costs is not known", hans: "\(path) 的金额无法得知", hant: "\(path) 的金額無法得知")
  }
}
