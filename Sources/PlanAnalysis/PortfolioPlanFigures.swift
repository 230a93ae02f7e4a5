import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures of one plan as its portfolio sees them: in the portfolio's currency.
extension PortfolioFigures {
  func planFigure(_ path: String, _ place: Int, _ names: [String]) -> Figure? {
    let plan = plans[place]
    switch names {
    case [], ["total"]: return converted(path, place, plan.figure("budget.total")) ?? withoutTotal(path, place)
    case ["share"]: return shareOfPlanned(path, place)
    case ["reserved"]: return converted(path, place, plan.figure("budget.reserved"))
    case ["operating"]: return converted(path, place, plan.figure("budget.operating"))
    case ["investment"]: return converted(path, place, plan.figure("feasibility.investment"))
    case ["returns"]: return converted(path, place, returns(place))
    case ["npv"], ["roi_gross"], ["roi_net"]: return converted(path, place, plan.figure("feasibility.\(names[0])"))
    case let names where names.count == 2 && names[0] == "categories":
      return converted(path, place, category(names[1], place))
    default: return converted(path, place, plan.figure(names.joined(separator: ".")))
    }
  }

  private func withoutTotal(_ path: String, _ place: Int) -> Figure {
    let id = ids[place]
    let reason = Message(en: "plan `\(id)` has no total", hans: "计划 `\(id)` 没有总额", hant: "計畫 `\(id)` 沒有總額")
    return Figure(path, .missing(reason), dimension: money, place: resolved.members[place].id.range)
  }

  private func shareOfPlanned(_ path: String, _ place: Int) -> Figure? {
    guard let part = figure("plans.\(ids[place]).total"), let whole = figure("portfolio.planned") else { return nil }
    var value = Arithmetic.quotient(part.value, whole.value, divisor: whole.path)
    if case .quantity(var quantity) = value {
      quantity.mark = .percent
      value = .quantity(quantity)
    }
    return Figure(
      path, value, dimension: .quantity(.none, .percent), formula: "\(part.path) / \(whole.path)",
      inputs: [FigureInput(part), FigureInput(whole)], place: part.place)
  }

  /// All flows of a plan's study together.
  private func returns(_ place: Int) -> Figure? {
    let plan = plans[place]
    guard let entries = plan.plan.feasibility?.flows?.entries, !entries.isEmpty else { return nil }
    return plan.sum(
      "feasibility.flows", of: entries.map { "feasibility.flows.\($0.period.value.text)" },
      at: plan.plan.feasibility?.common.keyRange ?? .nowhere)
  }

  /// The lines of a category together.
  private func category(_ category: String, _ place: Int) -> Figure? {
    let plan = plans[place]
    let lines = plan.resolved.lines.entries.filter {
      $0.isLeaf && !$0.isOperating && $0.category?.value == category
    }
    guard let first = lines.first else { return nil }
    return plan.sum(
      "categories.\(category)", of: lines.map { "budget.\($0.id.value)" }, at: first.category?.range ?? first.id.range)
  }

  /// A plan's figure in the portfolio's currency, under the portfolio's path.
  private func converted(_ path: String, _ place: Int, _ figure: Figure?) -> Figure? {
    guard let figure else { return nil }
    let input = FigureInput("\(ids[place]): \(figure.path)", figure.value, place: figure.place)
    guard case .quantity(let quantity) = figure.value, let from = quantity.unit.currency, let to = currency,
      from != to
    else {
      return Figure(
        path, figure.value, dimension: figure.dimension, formula: "\(ids[place]): \(figure.path)", inputs: [input],
        place: figure.place)
    }
    guard let rate = resolved.house.exchangeRate(from: from, to: to) else {
      let reason = Message(
        en: "there is no rate from \(from) to \(to)", hans: "没有 \(from) 兑 \(to) 的汇率", hant: "沒有 \(from) 兌 \(to) 的匯率")
      return Figure(path, .missing(reason), dimension: money, inputs: [input], place: figure.place)
    }
    let rates = rate.entries.compactMap { entry in
      entry.value.rate.map { FigureInput(entry.id.value, .quantity($0.value), place: $0.range) }
    }
    let formula = "\(ids[place]): \(figure.path) * \(from)/\(to)"
    return Figure(
      path, .quantity(quantity.converted(to: to, at: rate.worth)), formula: formula, inputs: [input] + rates,
      place: figure.place)
  }
}
