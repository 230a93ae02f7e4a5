import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures of what else costs money: partners, promises and events.
extension Figures {
  func partnerFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let partner = plan.partners?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case [], ["amount"]: return spenderAmount(path, "partners.\(id)", partner.amount, partner.paidBy)
    case ["number"]: return stated(path, partner.number, equals: nil)
    case ["spend"]: return spend(path, "partners.\(id)", during: nil)
    default: return nil
    }
  }

  /// A promise's money: as stated, else by `equals`, else its rate of its base.
  func commitmentFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let commitment = plan.commitments?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case [], ["amount"]:
      return stated(path, commitment.amount, equals: commitment.equals)
        ?? charge(path, commitment.rate, of: commitment.base)
        ?? spenderAmount(path, "commitments.\(id)", nil, commitment.paidBy)
        ?? Figure(path, .missing(noAmount("commitments.\(id)")), dimension: money, place: commitment.common.keyRange)
    case ["rate"]: return stated(path, commitment.rate, equals: nil)
    case ["spend"]: return spend(path, "commitments.\(id)", during: nil)
    default: return nil
    }
  }

  func eventFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let event = plan.events?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case [], ["amount"]: return spenderAmount(path, "events.\(id)", event.amount, event.paidBy)
    case ["times"]: return stated(path, event.times, equals: nil)
    case ["spend"]: return spend(path, "events.\(id)", during: event.period)
    default: return nil
    }
  }

  /// An amount as stated, else what several lines pay, else what its line leaves; nil where nothing says.
  private func spenderAmount(
    _ path: String, _ spender: String, _ amount: Located<Quantity>?, _ payer: Payer?
  ) -> Figure? {
    if let figure = stated(path, amount, equals: nil) { return figure }
    if case .several(let parts) = payer { return payments(path, parts) }
    return spending.place(of: spender).flatMap { rest(path, of: $0) }
  }

  /// What something costs while the plan runs: a yearly amount for the years of its period.
  private func spend(_ path: String, _ noun: String, during period: Located<Period>?) -> Figure? {
    guard let amount = figure(noun) else { return nil }
    guard amount.quantity?.unit.isMoneyPerTime == true, let when = period ?? plan.period else {
      return Figure(path, amount.value, formula: noun, inputs: [FigureInput(amount)], place: amount.place)
    }
    guard let years = yearCount(of: when.value) else { return nil }
    return Figure(
      path, Arithmetic.product(amount.value, .quantity(years)), formula: "\(noun) * years of the period",
      inputs: [FigureInput(amount), FigureInput("period", .period(when.value), place: when.range)], place: amount.place)
  }
}
