import PlanQuantities
import PlanText

/// One row of the function table that works on flows.
struct CashRow {
  let function: Function
  let parameters: [Function.CashParameter]
  let result: Function.CashResult
  let work: (Function.CashCall) -> Result<Fraction, UndefinedReturn>
}

extension Evaluator {
  /// A measure of return on flows by period; time zero is the first day of the first period.
  mutating func returns(_ row: CashRow, _ nodes: [Expression.Node], _ values: [Outcome]) -> Outcome {
    guard let unit = checkedUnit(row, nodes, values) else { return Outcome(.unknown(unlikeReason), .unknown) }
    let dimension = dimension(of: row.result, unit)
    if let absence = Value.absence(among: values.map(\.value)) { return Outcome(absence, dimension) }
    guard case .series(let series) = values[0].value else { return Outcome(Figures.nothing, dimension) }
    if let absence = Value.absence(among: series.points.map(\.value)) { return Outcome(absence, dimension) }
    let figures = series.points.map(\.value.quantity) + values.dropFirst().map(\.value.quantity)
    guard let start = series.points.first?.period.first else { return Outcome(Figures.nothing, dimension) }
    guard figures.allSatisfy({ $0?.isSingle == true }) else { return Outcome(Figures.notSingle, dimension) }
    let flows = series.points.map { point in
      CashFlow(
        point.value.quantity?.low ?? 0, from: Arithmetic.years(from: start, to: point.period.first),
        to: Arithmetic.years(from: start, to: point.period.last.adding(days: 1)))
    }
    var investment = Fraction(0)
    var rates: [Fraction] = []
    for (parameter, value) in zip(row.parameters, values.dropFirst()) {
      let figure = value.value.quantity?.low ?? 0
      switch parameter {
      case .money: investment = figure
      case .rate: rates.append(figure)
      }
    }
    let cash = CashFlows(outlays: [CashFlow(investment, at: 0)], flows: flows)
    switch row.work(Function.CashCall(flows: cash, rates: rates)) {
    case .success(let figure): return Outcome(result(figure, row.result, unit), dimension)
    case .failure(let reason): return Outcome(.undefined(reason.message), dimension)
    }
  }

  private func result(_ figure: Fraction, _ kind: Function.CashResult, _ unit: Unit) -> Value {
    switch kind {
    case .money: Arithmetic.checked(Quantity(figure, unit))
    case .percent: .quantity(Quantity(figure, .none, mark: .percent))
    case .duration: Arithmetic.checked(Quantity(figure, .time))
    }
  }

  private func dimension(of kind: Function.CashResult, _ unit: Unit) -> Dimension {
    switch kind {
    case .money: unit.isNone ? .unknown : .quantity(unit, .none)
    case .percent: .quantity(.none, .percent)
    case .duration: .quantity(.time, .none)
    }
  }

  /// The unit of the money, a plain number's where it is not known; nil after noting what does not fit.
  private mutating func checkedUnit(_ row: CashRow, _ nodes: [Expression.Node], _ values: [Outcome]) -> Unit? {
    var money: Unit?
    switch values[0].dimension {
    case .unknown, .series(.unknown), .series(.zero): break
    case .series(.quantity(let unit, _)) where unit.isMoney: money = unit
    default:
      problems.append(noFlows(row.function, nodes[0], values[0]))
      return nil
    }
    for (place, parameter) in row.parameters.enumerated() {
      let (node, value) = (nodes[place + 1], values[place + 1])
      if value.dimension == .unknown || value.dimension == .zero { continue }
      let unit = value.dimension.unit
      switch parameter {
      case .money:
        guard let unit, unit.isMoney else {
          problems.append(noInvestment(row.function, node, value))
          return nil
        }
        if let money, money != unit {
          problems.append(noRate(node.range, money.currency ?? "", unit.currency ?? ""))
          return nil
        }
        money = unit
      case .rate:
        guard let unit, unit.isPure || unit.isPerTime else {
          problems.append(noRateOfInterest(row.function, node, value))
          return nil
        }
      }
    }
    return money ?? Unit.none
  }
}
