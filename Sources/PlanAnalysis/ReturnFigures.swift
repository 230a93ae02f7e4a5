import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures that follow from the cash flows.
extension Figures {
  func undefined(_ path: String, _ reason: Message, _ dimension: Dimension?) -> Figure {
    Figure(path, .undefined(reason), dimension: dimension, place: plan.feasibility?.common.keyRange)
  }

  func presentValue(_ path: String, _ period: String) -> Figure? {
    guard case .success(let model)? = cashFlows, flowPlaces[period] != nil else { return nil }
    guard model.rate != nil else { return undefined(path, noRate, Dimension.quantity(model.unit, .none)) }
    guard let value = presentValues[period] else { return nil }
    let inputs = [figure("feasibility.flows.\(period)").map { FigureInput($0) }, model.rateInput].compactMap { $0 }
    return Figure(
      path, .quantity(Quantity(value, model.unit)),
      formula: "feasibility.flows.\(period) / (1 + feasibility.discount_rate) ^ t", inputs: inputs,
      place: plan.feasibility?.common.keyRange)
  }

  /// What each flow is worth at time zero, by its period: none without a rate that gives it; nil without cash flows.
  func workedOutPresentValues() -> [String: Fraction]? {
    guard case .success(let model)? = cashFlows else { return nil }
    guard let rate = model.rate, case .success(let values) = model.flows.presentValues(rate: rate) else { return [:] }
    return Dictionary(zip(model.periods.lazy.map(\.text), values), uniquingKeysWith: { first, _ in first })
  }

  var noRate: Message {
    Message(en: "there is no discount rate", hans: "没有折现率", hant: "沒有折現率")
  }

  func returnFigure(_ path: String, _ name: String) -> Figure? {
    guard let result = cashFlows else { return nil }
    switch result {
    case .failure(let gap): return undefined(path, gap.message, ReturnMeasure.all[name]?.dimension(nil))
    case .success(let model): return returnFigure(path, name, of: model)
    }
  }

  /// A measure of return of cash flows, be they the plan's own or others.
  func returnFigure(_ path: String, _ name: String, of model: CashFlowModel) -> Figure? {
    let measure = ReturnMeasure.all[name]
    switch name {
    case "roi": return chosenROI(path, model)
    case "payback": return paybackFigure(path, model)
    case "payback_on": return paybackDay(path, model)
    default: break
    }
    guard let measure else { return nil }
    var inputs = model.inputs
    if measure.needsRate {
      guard model.rate != nil else { return undefined(path, noRate, measure.dimension(model.unit)) }
      if let input = model.rateInput { inputs.append(input) }
    }
    // To discount a flow takes about twice what asking for it does, and more the longer the sum's fraction is; a rate of
    // return is searched for.
    let flows = model.periods.count
    takeSteps(name == "irr" ? flows * (7 + flows / 64) : measure.needsRate ? flows * (2 + flows / 32) : flows)
    switch measure.compute(model.flows, model.rate ?? 0) {
    case .failure(let reason): return undefined(path, reason.message, measure.dimension(model.unit))
    case .success(let value):
      let shown = name == "discounted_payback" ? value - clockStart(model) : value
      return Figure(
        path, .quantity(measure.quantity(shown, model.unit)), formula: measure.formula, inputs: inputs,
        place: plan.feasibility?.common.keyRange)
    }
  }

  /// The ROI that `definitions.roi` names; undefined without it.
  private func chosenROI(_ path: String, _ model: CashFlowModel) -> Figure? {
    guard let choice = resolved.definitions.lazy.compactMap({ $0.roi }).first else {
      let reason = Message(
        en: "`definitions.roi` does not say which: gross, net or annual", hans: "`definitions.roi` 未说明是毛、净还是年均",
        hant: "`definitions.roi` 未說明是毛、淨還是年均")
      return undefined(path, reason, .quantity(.none, .percent))
    }
    let name = "feasibility.roi_\(choice.value.rawValue)"
    return returnFigure(name, "roi_\(choice.value.rawValue)", of: model).map {
      Figure(path, $0.value, dimension: $0.dimension, formula: name, inputs: [FigureInput($0)], place: choice.range)
    }
  }

  private func paybackFigure(_ path: String, _ model: CashFlowModel) -> Figure {
    if let reason = unknownClock { return undefined(path, reason, .quantity(.time, .none)) }
    switch model.flows.payback {
    case .failure(let reason): return undefined(path, reason.message, .quantity(.time, .none))
    case .success(let years):
      return Figure(
        path, .quantity(Quantity(years - clockStart(model), .time)), formula: "Σ flows(t) = investment",
        inputs: model.inputs, place: plan.feasibility?.common.keyRange)
    }
  }

  /// The day on which the flows have paid the investment back: the days of a period alike.
  private func paybackDay(_ path: String, _ model: CashFlowModel) -> Figure {
    guard case .success(let years) = model.flows.payback else {
      return undefined(path, UndefinedReturn.neverPaidBack(missing: 0).message, .date)
    }
    for (flow, period) in zip(model.flows.flows, model.periods) where flow.to >= years {
      let part = (years - flow.from).divided(by: flow.to - flow.from) ?? 0
      let days = (part * Fraction(period.days)).floor.int ?? 0
      let date = period.first.adding(days: min(max(0, days), period.days - 1))
      guard let period = Period(first: date, last: date) else { break }
      return Figure(
        path, .period(period), formula: "feasibility.start + feasibility.payback", inputs: model.inputs,
        place: plan.feasibility?.common.keyRange)
    }
    return undefined(path, CashFlowGap.noFlows.message, .date)
  }

  /// Years from time zero to the start of payback's clock, by `definitions.payback_from`.
  private func clockStart(_ model: CashFlowModel) -> Fraction {
    switch resolved.definitions.lazy.compactMap({ $0.paybackFrom?.value }).first {
    case .firstSpend: model.flows.outlays.map(\.from).min() ?? 0
    case .start, .lastGoLive, nil: 0
    }
  }

  private var unknownClock: Message? {
    guard resolved.definitions.lazy.compactMap({ $0.paybackFrom?.value }).first == .lastGoLive else { return nil }
    return Message(
      en: "its clock starts at the last go-live, which no section of the plan gives", hans: "起算点为最后上线日，计划未给出",
      hant: "起算點為最後上線日，計畫未給出")
  }
}
