package import PlanExpressions
import PlanModel
package import PlanQuantities
package import PlanText

/// A plan's feasibility as cash flows: what could be read of it, with the figures it came from.
package struct CashFlowModel: Sendable {
  package let flows: CashFlows
  /// The flows' periods, in the order of time.
  package let periods: [Period]
  package let unit: Unit
  package let rate: Fraction?
  /// Investment and flows, as inputs of what is computed from them.
  package let inputs: [FigureInput]
  package let rateInput: FigureInput?
  /// Time zero of the clock.
  package let start: CivilDate
}

/// Why a plan's cash flows cannot be computed with.
package enum CashFlowGap: Error, Sendable {
  case noFlows
  case noInvestment
  case noStart
  /// A figure that is missing, undefined, a range or of another unit.
  case unusable(path: String)

  package var message: Message {
    switch self {
    case .noFlows: Message(en: "there are no flows", hans: "没有现金流", hant: "沒有現金流")
    case .noInvestment: Message(en: "there is no investment", hans: "没有投资额", hant: "沒有投資額")
    case .noStart: Message(en: "there is no start", hans: "没有起始日", hant: "沒有起始日")
    case .unusable(let path):
      Message(en: "\(path) is not one figure", hans: "\(path) 不是一个确定的数", hant: "\(path) 不是一個確定的數")
    }
  }
}

extension CashFlowModel {
  /// The same investment with other flows, in the order of `periods`.
  func with(flows other: [CashFlow], _ more: [FigureInput]) -> CashFlowModel {
    CashFlowModel(
      flows: CashFlows(outlays: flows.outlays, flows: other, timing: flows.timing), periods: periods, unit: unit,
      rate: rate, inputs: inputs + more, rateInput: rateInput, start: start)
  }
}

extension Figures {
  func cashFlowModel(_ feasibility: Feasibility) -> Result<CashFlowModel, CashFlowGap> {
    guard let start = feasibility.start?.value else { return .failure(.noStart) }
    guard let entries = feasibility.flows?.entries, !entries.isEmpty else { return .failure(.noFlows) }
    guard let investment = figure("feasibility.investment") else { return .failure(.noInvestment) }
    guard let spent = investment.quantity, !spent.isRange, spent.unit.isMoney else {
      return .failure(.unusable(path: "feasibility.investment"))
    }
    var flows: [CashFlow] = []
    var inputs = [FigureInput(investment)]
    for place in entries.indices.sorted(by: { entries[$0].period.value < entries[$1].period.value }) {
      let path = "feasibility.flows.\(flowNames[place])"
      guard let figure = figure(path, names: ["feasibility", "flows", flowNames[place]]),
        let quantity = figure.quantity, !quantity.isRange, quantity.unit == spent.unit
      else { return .failure(.unusable(path: path)) }
      inputs.append(FigureInput(figure))
      flows.append(cashFlow(quantity.value, entries[place].period.value, from: start))
    }
    let rate = figure("feasibility.discount_rate")
    return .success(
      CashFlowModel(
        flows: CashFlows(outlays: outlays(feasibility, spent, start), flows: flows, timing: timing),
        periods: entries.map(\.period.value).sorted(), unit: spent.unit,
        rate: rate?.quantity.flatMap { $0.isRange ? nil : $0.value }, inputs: inputs,
        rateInput: rate.map { FigureInput($0) }, start: start))
  }

  /// The investment at time zero, or spread as `invested` says.
  private func outlays(_ feasibility: Feasibility, _ investment: Quantity, _ start: CivilDate) -> [CashFlow] {
    guard let spread = feasibility.invested?.entries, !spread.isEmpty else {
      return [CashFlow(investment.value, at: 0)]
    }
    // A spread investment that is supposed to be another is so in every period alike.
    let planned = supposition?.base.figure("feasibility.investment")?.quantity?.value
    let factor = planned.flatMap { investment.value.divided(by: $0) } ?? 1
    return spread.map { cashFlow($0.value.value.value * factor, $0.period.value, from: start) }
  }

  private func cashFlow(_ amount: Fraction, _ period: Period, from start: CivilDate) -> CashFlow {
    CashFlow(
      amount, from: years(from: start, to: period.first), to: years(from: start, to: period.last.adding(days: 1)))
  }

  private var timing: CashFlowTiming {
    switch resolved.definitions.lazy.compactMap({ $0.timing?.value }).first {
    case .periodStart: .periodStart
    case .periodMiddle: .periodMiddle
    case .periodEnd, nil: .periodEnd
    }
  }
}

/// Years between two days: whole months as twelfths, further days as parts of 365.25.
package func years(from start: CivilDate, to end: CivilDate) -> Fraction {
  if end < start { return -years(from: end, to: start) }
  var months = (end.year - start.year) * 12 + end.month - start.month
  if start.adding(months: months) > end { months -= 1 }
  let days = start.adding(months: months).days(until: end)
  return Fraction(months, 12) + Fraction(days * 4, 1461)
}
