import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures of the feasibility study: stated flows, and what follows from them.
extension Figures {
  /// The figures that are computed from the cash flows, by name.
  package static let returns = [
    "npv", "irr", "mirr", "pi", "payback", "payback_on", "discounted_payback", "roi_gross", "roi_net", "roi_annual",
    "roi", "benefits",
  ]

  func feasibilityFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let feasibility = plan.feasibility, let name = names.first else { return nil }
    switch (name, names.count) {
    case ("investment", 1): return investmentFigure(path, feasibility)
    case ("discount_rate", 1): return stated(path, feasibility.discountRate, equals: nil)
    case ("margin", 1): return stated(path, feasibility.margin, equals: nil)
    case ("start", 1): return feasibility.start.flatMap { day(path, $0.value, at: $0.range) }
    case ("flows", 1): return flowSeries(path, feasibility)
    case ("flows", 2): return flow(path, feasibility, names[1])
    case ("benefits", 1): return benefitTotal(path, feasibility)
    case ("benefits", 2):
      return feasibility.benefits?[names[1]].flatMap { stated(path, $0.amount, equals: $0.equals) }
    case ("pv", 2): return presentValue(path, names[1])
    case (_, 1) where Self.returns.contains(name): return returnFigure(path, name)
    default: return nil
    }
  }

  private func investmentFigure(_ path: String, _ feasibility: Feasibility) -> Figure? {
    if let figure = stated(path, feasibility.investment, equals: feasibility.equals) { return figure }
    guard let spread = feasibility.invested?.entries, let first = spread.first else { return nil }
    let total = spread.dropFirst().reduce(Value.quantity(first.value.value)) {
      Arithmetic.sum($0, .quantity($1.value.value))
    }
    let inputs = spread.map {
      FigureInput("feasibility.invested.\($0.period.value.text)", .quantity($0.value.value), place: $0.value.range)
    }
    return Figure(path, total, formula: "Σ invested", inputs: inputs, place: first.period.range)
  }

  private func flow(_ path: String, _ feasibility: Feasibility, _ period: String) -> Figure? {
    guard let place = flowNames.firstIndex(of: period), let entry = feasibility.flows?.entries[place] else {
      return nil
    }
    return stated(path, entry.value.amount, equals: entry.value.equals)
  }

  private func flowSeries(_ path: String, _ feasibility: Feasibility) -> Figure? {
    guard let entries = feasibility.flows?.entries, !entries.isEmpty else { return nil }
    let points = zip(entries, flowNames).map { entry, name in
      Series.Point(
        entry.period.value,
        figure("feasibility.flows.\(name)", names: ["feasibility", "flows", name])?.value
          ?? .missing(CashFlowGap.noFlows.message))
    }
    return Figure(path, .series(Series(.flow, points)), place: feasibility.common.keyRange)
  }

  /// Revenue times margin plus savings, a year; benefits of kind value are no cash.
  private func benefitTotal(_ path: String, _ feasibility: Feasibility) -> Figure? {
    guard let benefits = feasibility.benefits, !benefits.isEmpty else { return nil }
    var total: Value?
    var inputs: [FigureInput] = []
    for entry in benefits where entry.value.kind?.value != .value {
      guard let figure = figure("feasibility.benefits.\(entry.id.value)") else { continue }
      inputs.append(FigureInput(figure))
      var value = figure.value
      if entry.value.kind?.value == .revenue, let margin = feasibility.margin {
        value = Arithmetic.product(.quantity(margin.value), value)
      }
      total = total.map { Arithmetic.sum($0, value) } ?? value
    }
    if let margin = feasibility.margin {
      inputs.append(FigureInput("feasibility.margin", .quantity(margin.value), place: margin.range))
    }
    return total.map {
      Figure(path, $0, formula: "Σ revenue × margin + Σ saving", inputs: inputs, place: feasibility.common.keyRange)
    }
  }

  // MARK: Returns

  private func undefined(_ path: String, _ reason: Message, _ dimension: Dimension?) -> Figure {
    Figure(path, .undefined(reason), dimension: dimension, place: plan.feasibility?.common.keyRange)
  }

  private func presentValue(_ path: String, _ period: String) -> Figure? {
    guard case .success(let model)? = cashFlows, let place = model.periods.firstIndex(where: { $0.text == period })
    else { return nil }
    let money = Dimension.quantity(model.unit, .none)
    guard let rate = model.rate else { return undefined(path, noRate, money) }
    guard case .success(let values) = model.flows.presentValues(rate: rate) else { return nil }
    let inputs = [figure("feasibility.flows.\(period)").map { FigureInput($0) }, model.rateInput].compactMap { $0 }
    return Figure(
      path, .quantity(Quantity(values[place], model.unit)),
      formula: "feasibility.flows.\(period) / (1 + feasibility.discount_rate) ^ t", inputs: inputs,
      place: plan.feasibility?.common.keyRange)
  }

  private var noRate: Message {
    Message(en: "there is no discount rate", hans: "没有折现率", hant: "沒有折現率")
  }

  private func returnFigure(_ path: String, _ name: String) -> Figure? {
    let measure = ReturnMeasure.all[name]
    guard let result = cashFlows else { return nil }
    let model: CashFlowModel
    switch result {
    case .failure(let gap): return undefined(path, gap.message, measure?.dimension(nil))
    case .success(let found): model = found
    }
    switch name {
    case "roi": return chosenROI(path)
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
  private func chosenROI(_ path: String) -> Figure? {
    guard let choice = resolved.definitions.lazy.compactMap({ $0.roi }).first else {
      let reason = Message(
        en: "`definitions.roi` does not say which: gross, net or annual", hans: "`definitions.roi` 未说明是毛、净还是年均",
        hant: "`definitions.roi` 未說明是毛、淨還是年均")
      return undefined(path, reason, .quantity(.none, .percent))
    }
    let name = "feasibility.roi_\(choice.value.rawValue)"
    return figure(name).map {
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

/// One measure of return: its formula, unit and computation.
struct ReturnMeasure: Sendable {
  enum Kind: Sendable { case money, share, years, index }

  let formula: String
  let kind: Kind
  let needsRate: Bool
  let compute: @Sendable (CashFlows, Fraction) -> Result<Fraction, UndefinedReturn>

  /// Every measure by its name; formulas as in Brealey, Myers and Allen, *Principles of Corporate Finance*, ch. 5.
  static let all: [String: ReturnMeasure] = [
    "npv": ReturnMeasure(
      formula: "Σ flows(t) / (1 + discount_rate)^t - investment", kind: .money, needsRate: true,
      compute: { $0.npv(rate: $1) }),
    "irr": ReturnMeasure(
      formula: "r: Σ flows(t) / (1 + r)^t = investment", kind: .share, needsRate: false,
      compute: { flows, _ in flows.irr }),
    "mirr": ReturnMeasure(
      formula: "(Σ flows(t) * (1 + discount_rate)^(n - t) / investment)^(1/n) - 1", kind: .share, needsRate: true,
      compute: { $0.mirr(finance: $1, reinvest: $1) }),
    "pi": ReturnMeasure(
      formula: "Σ flows(t) / (1 + discount_rate)^t / investment", kind: .index, needsRate: true,
      compute: { $0.profitabilityIndex(rate: $1) }),
    "discounted_payback": ReturnMeasure(
      formula: "Σ flows(t) / (1 + discount_rate)^t = investment", kind: .years, needsRate: true,
      compute: { $0.discountedPayback(rate: $1) }),
    "roi_gross": ReturnMeasure(
      formula: "Σ flows / investment", kind: .share, needsRate: false, compute: { flows, _ in flows.roiGross }),
    "roi_net": ReturnMeasure(
      formula: "(Σ flows - investment) / investment", kind: .share, needsRate: false,
      compute: { flows, _ in flows.roiNet }),
    "roi_annual": ReturnMeasure(
      formula: "Σ flows / years / investment", kind: .share, needsRate: false, compute: { flows, _ in flows.roiAnnual }),
  ]

  func quantity(_ value: Fraction, _ unit: Unit) -> Quantity {
    switch kind {
    case .money: Quantity(value, unit)
    case .share: Quantity(value, mark: .percent)
    case .years: Quantity(value, .time)
    case .index: Quantity(value, mark: .ratio)
    }
  }

  func dimension(_ unit: Unit?) -> Dimension {
    switch kind {
    case .money: unit.map { .quantity($0, .none) } ?? .unknown
    case .share: .quantity(.none, .percent)
    case .years: .quantity(.time, .none)
    case .index: .quantity(.none, .ratio)
    }
  }
}
