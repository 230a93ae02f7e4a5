import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// A part of the budget with its stated share, its money, and what it is a share of.
struct ShareOfBase {
  /// Its path.
  let name: String
  let share: Located<Quantity>
  /// The stated amount; nil where the money is derived or the sum of children.
  let amount: Located<Quantity>?
  let money: MoneySpan
  /// Where the money is written.
  let place: SourceRange
  let base: ShareBase
}

/// What a share is of: a figure with its path or formula.
struct ShareBase {
  let name: String
  /// As the reader sees it.
  let shown: Quantity
  let money: MoneySpan
  let unit: Unit
  let place: SourceRange

  /// A base that was worked out; nil where it cannot be shown.
  init?(name: String, shown: Quantity?, money: MoneySpan, unit: Unit, place: SourceRange) {
    guard let shown else { return nil }
    self.name = name
    self.shown = shown
    self.money = money
    self.unit = unit
    self.place = place
  }

  /// A stated figure.
  init(_ name: String, _ figure: Located<Quantity>, _ context: RuleContext) {
    self.name = name
    shown = figure.value
    money = context.span(figure.value)
    unit = figure.value.unit
    place = figure.range
  }

  /// The base that `of` names; nil where it comes to no figure.
  init?(_ of: Located<Expression>, _ context: RuleContext) {
    guard let figure = context.figures.evaluate(of).value.quantity else { return nil }
    name = of.value.text
    shown = figure
    money = context.span(figure)
    unit = figure.unit
    place = of.range
  }
}
