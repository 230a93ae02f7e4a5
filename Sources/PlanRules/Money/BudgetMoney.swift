import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension RuleContext {
  /// What the plan's money is counted in: the unit of its total, else its currency.
  func wholeUnit() -> Unit {
    if let total = plan.budget?.total { return total.value.unit }
    return plan.currencyCode.map { Unit.currency($0) } ?? .none
  }

  // MARK: Lines

  /// What a line comes to: as stated, else as derived, else as its children add up; nil where that cannot be told.
  func money(line place: Int, in unit: Unit) -> MoneySpan? {
    if unit == moneyUnit, !resolved.lines.entries[place].isOperating { return lineMoney[place] }
    if unit == self.unit(ofLine: place) { return lineMoney[place] }
    let entries = resolved.lines.entries
    let isStated = entries[place].line.amount != nil || entries[place].line.equals != nil
    return isStated ? ownMoney(line: place, in: unit) : money(lines: entries[place].children, in: unit)
  }

  /// What every line comes to in its unit, in the order of the line book.
  func allLineMoney() -> [MoneySpan?] {
    let entries = resolved.lines.entries
    var all = [MoneySpan?](repeating: nil, count: entries.count)
    // Children stand after their parents, so from the end on every sum has its terms.
    for place in entries.indices.reversed() {
      if entries[place].line.amount != nil || entries[place].line.equals != nil {
        all[place] = ownMoney(line: place, in: unit(ofLine: place))
      } else if !entries[place].children.isEmpty {
        var sum: MoneySpan? = resolved.lines.isIncomplete ? nil : .nothing
        for child in entries[place].children {
          guard let part = all[child], let so = sum else {
            sum = nil
            break
          }
          sum = so + part
        }
        all[place] = sum
      }
    }
    return all
  }

  /// A line's money as it says itself: its amount, or its derivation.
  private func ownMoney(line place: Int, in unit: Unit) -> MoneySpan? {
    let entries = resolved.lines.entries
    if let amount = entries[place].line.amount { return span(amount.value, in: unit) }
    return entries[place].line.equals.flatMap { money($0, in: unit) }
  }

  /// What a line is counted in: money, or for operating lines money a year.
  func unit(ofLine place: Int) -> Unit {
    resolved.lines.entries[place].isOperating ? moneyUnit * .perTime : moneyUnit
  }

  /// What an expression comes to, as money in a unit; nil where that cannot be told.
  func money(_ expression: Located<Expression>, in unit: Unit) -> MoneySpan? {
    guard case .quantity(let quantity) = figures.evaluate(expression).value else { return nil }
    return span(quantity, in: unit)
  }

  /// The sum of lines; nil without any, or where one of them cannot be told.
  func money(lines places: [Int], in unit: Unit) -> MoneySpan? {
    guard !places.isEmpty, !resolved.lines.isIncomplete else { return nil }
    var sum = MoneySpan.nothing
    for place in places {
      guard let money = money(line: place, in: unit) else { return nil }
      sum = sum + money
    }
    return sum
  }

  /// The sum of the lines directly under the budget; nil without any, or where one of them cannot be told.
  func moneyOfTopLines() -> MoneySpan? {
    guard !resolved.lines.isIncomplete else { return nil }
    var sum: MoneySpan?
    for place in resolved.lines.topPlaces() {
      guard let money = lineMoney[place] else { return nil }
      sum = sum.map { $0 + money } ?? money
    }
    return sum
  }

  /// Where a line's money is written: its amount, its derivation, or its id where its children make it.
  func place(ofLine place: Int) -> SourceRange {
    let entries = resolved.lines.entries
    return entries[place].line.amount?.range ?? entries[place].line.equals?.range ?? entries[place].id.range
  }

  // MARK: Reserves

  /// What a reserve comes to: its amount, or its share of its base; nil where that cannot be told.
  func money(reserve place: Int, in unit: Unit) -> MoneySpan? {
    guard let reserves = plan.budget?.reserves, reserves.entries.indices.contains(place) else { return nil }
    if let amount = reserves.entries[place].value.amount { return span(amount.value, in: unit) }
    guard let share = reserves.entries[place].value.share?.value, share.unit.isPure else { return nil }
    let base: MoneySpan?
    if let other = reserves.entries[place].value.base {
      base = money(other, in: unit)
    } else {
      base = plan.budget?.total.flatMap { span($0.value, in: unit) }
    }
    return base.map { shareSpan(share) * $0 }
  }

  /// A share as it multiplies money: one written with decimals was rounded, and may be half of its last digit off.
  private func shareSpan(_ share: Quantity) -> MoneySpan {
    var span = span(share)
    guard share.grain < Fraction(1, 100) else { return span }
    let half = share.grain * Fraction(1, 2)
    span.low -= half
    span.high = span.high.map { $0 + half }
    return span
  }

  /// The sum of the reserves: nothing where there are none; nil where one of them cannot be told.
  ///
  /// - Parameter purpose: only reserves for it; nil, like `any`, takes all.
  func moneyOfReserves(for purpose: Reserve.Purpose? = nil, in unit: Unit) -> MoneySpan? {
    guard let reserves = plan.budget?.reserves else { return .nothing }
    guard !reserves.isIncomplete else { return nil }
    var sum = MoneySpan.nothing
    for place in reserves.entries.indices {
      if let purpose, purpose != .any, reserves.entries[place].value.purpose?.value != purpose { continue }
      guard let money = money(reserve: place, in: unit) else { return nil }
      sum = sum + money
    }
    return sum
  }

  /// Where a reserve's money is written.
  func place(ofReserve entry: Table<Reserve>.Entry) -> SourceRange {
    entry.value.amount?.range ?? entry.value.share?.range ?? entry.id.range
  }
}

// MARK: For the reader

extension RuleContext {
  /// A line's money for the reader: its own literal, else what it comes to.
  func shownMoney(line place: Int, in unit: Unit) -> Quantity? {
    resolved.lines.entries[place].line.amount?.value ?? money(line: place, in: unit)?.quantity(unit)
  }

  /// Money for the reader, in the manner of the total.
  func said(_ money: Quantity) -> Shown { Shown(money, like: plan.budget?.total?.value) }

  /// Lines with their money, as terms of a sum.
  func sum(ofLines places: [Int], in unit: Unit) -> Sum {
    Sum(
      places.compactMap { place in
        shownMoney(line: place, in: unit).map { (resolved.lines.entries[place].id.value, $0) }
      }, like: plan.budget?.total?.value)
  }

  /// The first lines at their places, each with its money.
  func labels(ofLines places: [Int]) -> [Diagnostic.Label] {
    places.prefix(6).compactMap { line in
      shownMoney(line: line, in: unit(ofLine: line)).map {
        Diagnostic.Label(place(ofLine: line), .figure(resolved.lines.entries[line].id.value, said($0)))
      }
    }
  }
}
