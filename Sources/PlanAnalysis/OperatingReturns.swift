import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// Returns after the yearly operating cost: `feasibility.with_operating.npv` and its fellows.
extension Figures {
  func flowsLessOperating() -> Result<CashFlowModel, OperatingGap>? {
    guard let feasibility = plan.feasibility, case .success(let model)? = cashFlows,
      let operating = plan.budget?.operating
    else { return nil }
    if feasibility.netOf?.contains(where: { $0.value == .operating }) == true { return .failure(.takenOff) }
    guard let figure = figure("budget.operating"), let cost = figure.quantity, !cost.isRange,
      cost.unit == model.unit || cost.unit == model.unit * .perTime
    else { return .failure(.unknown) }
    let from = operating.from.map { years(from: model.start, to: $0.value) }
    let flows = model.flows.flows.map { flow in
      let first = from.map { min(max($0, flow.from), flow.to) } ?? flow.from
      return CashFlow(flow.amount - cost.value * (flow.to - first), from: flow.from, to: flow.to)
    }
    return .success(model.with(flows: flows, [FigureInput(figure)]))
  }

  /// Why operating cost cannot be taken off the flows.
  package enum OperatingGap: Error, Sendable {
    /// `net_of` says that the flows have it off already.
    case takenOff
    /// It is no single sum of money.
    case unknown

    package var message: Message {
      switch self {
      case .takenOff:
        Message(
          en: "the flows have operating cost off already (`net_of`)", hans: "现金流已扣除运营成本（见 `net_of`）",
          hant: "現金流已扣除營運成本（見 `net_of`）")
      case .unknown:
        Message(
          en: "budget.operating is not one figure", hans: "budget.operating 不是一个确定的数",
          hant: "budget.operating 不是一個確定的數")
      }
    }
  }

  func operatingReturn(_ path: String, _ name: String) -> Figure? {
    guard name != "benefits", Self.returns.contains(name), let result = flowsWithOperating else { return nil }
    switch result {
    case .failure(let gap): return undefined(path, gap.message, ReturnMeasure.all[name]?.dimension(nil))
    case .success(let model):
      // Return is over all that is spent: operating cost counts beside the investment and not against the flows.
      let isRatio = name.hasPrefix("roi")
      guard let figure = returnFigure(path, name, of: isRatio ? operatingSpent(model) : model) else { return nil }
      let formula = figure.formula.map {
        isRatio ? "\($0), with investment + Σ budget.operating" : "\($0), with flows(t) - budget.operating"
      }
      return Figure(
        path, figure.value, dimension: figure.dimension, formula: formula, inputs: figure.inputs, place: figure.place)
    }
  }

  /// The plan's own flows against the investment and the operating cost of their time.
  private func operatingSpent(_ model: CashFlowModel) -> CashFlowModel {
    guard case .success(let own)? = cashFlows else { return model }
    let costs = zip(own.flows.flows, model.flows.flows).map { own, net in
      CashFlow(own.amount - net.amount, from: own.from, to: own.to)
    }
    return CashFlowModel(
      flows: CashFlows(outlays: own.flows.outlays + costs, flows: own.flows.flows, timing: own.flows.timing),
      periods: own.periods, unit: own.unit, rate: own.rate, inputs: model.inputs, rateInput: own.rateInput,
      start: own.start)
  }

  func operatingFlow(_ path: String, _ period: String) -> Figure? {
    guard let flow = figure("feasibility.flows.\(period)"), let result = flowsWithOperating else { return nil }
    let model: CashFlowModel
    switch result {
    case .failure(let gap): return undefined(path, gap.message, flow.dimension)
    case .success(let found): model = found
    }
    guard let place = model.periods.firstIndex(where: { $0.text == period }), let cost = model.inputs.last else {
      return nil
    }
    return Figure(
      path, .quantity(Quantity(model.flows.flows[place].amount, model.unit)),
      formula: "feasibility.flows.\(period) - budget.operating * years", inputs: [FigureInput(flow), cost],
      place: flow.place)
  }
}
