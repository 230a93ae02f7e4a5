import PlanExpressions
import PlanModel
package import PlanQuantities
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
    case ("discount_rate", 1): return stated(path, feasibility.discountRate, or: .discountRate)
    case ("margin", 1): return stated(path, feasibility.margin, or: .margin)
    case ("start", 1): return feasibility.start.flatMap { day(path, $0.value, at: $0.range) }
    case ("flows", 1): return flowSeries(path, feasibility)
    case ("flows", 2): return flow(path, feasibility, names[1])
    case ("benefits", 1): return benefitTotal(path, feasibility)
    case ("benefits", 2): return feasibility.benefits?[names[1]].flatMap { benefit(path, names[1], $0) }
    case ("pv", 2): return presentValue(path, names[1])
    case ("with_operating", 2): return operatingReturn(path, names[1])
    case ("with_operating", 3) where names[1] == "flows": return operatingFlow(path, names[2])
    case ("largest_investment", 1): return largestInvestment(path)
    case ("smallest_benefits", 1): return smallestBenefits(path)
    case ("sensitivity", 3), ("sensitivity", 4): return sensitivityFigure(path, Array(names.dropFirst()))
    case ("break_even", 2), ("break_even", 3): return breakEvenFigure(path, Array(names.dropFirst()))
    case ("scenarios", 3): return scenarioFigure(path, Array(names.dropFirst()))
    case (_, 1) where Self.returns.contains(name): return returnFigure(path, name)
    default: return nil
    }
  }

  private func investmentFigure(_ path: String, _ feasibility: Feasibility) -> Figure? {
    if let value = supposed(.investment)?.value {
      return Figure(path, .quantity(value), place: feasibility.investment?.range ?? feasibility.common.keyRange)
    }
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
    guard let place = flowPlaces[period], let entry = feasibility.flows?.entries[place] else {
      return nil
    }
    let figure = stated(path, entry.value.amount, equals: entry.value.equals)
    return supposition == nil ? figure : figure.map { supposedFlow($0, period, entry) }
  }

  /// A flow as supposed: its own other value; where it is only stated, what it is before operating cost in proportion to
  /// the benefits of its period, and less the operating cost where `net_of` says that it is off.
  private func supposedFlow(_ figure: Figure, _ period: String, _ entry: (period: Located<Period>, value: Flow))
    -> Figure
  {
    if let value = supposed(.flow(period))?.value {
      return Figure(figure.path, .quantity(value), place: figure.place)
    }
    guard let flow = figure.quantity else { return figure }
    let factor = supposed(.flows)?.factor ?? 1
    guard entry.value.equals == nil, let base = supposition?.base else {
      return factor == 1 ? figure : Figure(figure.path, .quantity(flow.scaled(by: factor)), place: figure.place)
    }
    let (new, old) = (benefits(in: entry.period.value), base.benefits(in: entry.period.value))
    let more = new.flatMap { new in old.flatMap { new.divided(by: $0) } } ?? 1
    let offBefore = base.operatingOff(in: entry.period.value, flow.unit)
    let off = operatingOff(in: entry.period.value, flow.unit)
    guard factor != 1 || more != 1 || off != offBefore else { return figure }
    var supposed = flow.scaled(by: 1)
    supposed.mapEnds { (($0 + offBefore) * more - off) * factor }
    return Figure(figure.path, .quantity(supposed), place: figure.place)
  }

  /// The operating cost that a period's flow has off already: nothing where `net_of` does not say so, or where it is no
  /// one sum.
  private func operatingOff(in period: Period, _ unit: Unit) -> Fraction {
    guard let cost = costOff, cost.unit == unit * .perTime else { return 0 }
    let first = plan.budget?.operating?.from.map { max($0.value, period.first) } ?? period.first
    guard let years = yearCount(of: Period(first: first, last: period.last)) else { return 0 }
    return cost.value * years.value
  }

  /// The yearly operating cost that flows have off already; nil where they have not, or where it is no one sum.
  func operatingCostOff() -> Quantity? {
    guard plan.feasibility?.netOf?.contains(where: { $0.value == .operating }) == true,
      let cost = figure("budget.operating")?.quantity, !cost.isRange
    else { return nil }
    return cost
  }

  func sumOfBenefits(in period: Period) -> Fraction? {
    yearlyBenefits.map { benefits in
      benefits.reduce(Fraction(0)) { total, benefit in
        let common = benefit.period.map { $0.intersection(period)?.days ?? 0 } ?? period.days
        return total + benefit.money * Fraction(common * 4, 1461)
      }
    }
  }

  func benefitsByPeriod() -> [(period: Period?, money: Fraction)]? {
    guard let benefits = plan.feasibility?.benefits, !benefits.isEmpty else { return nil }
    var sums: [(period: Period?, money: Fraction)] = []
    var places: [Period?: Int] = [:]
    for place in benefits.entries.indices where benefits.entries[place].value.kind?.value != .value {
      guard let worth = cash(ofBenefit: place) else { return nil }
      let period = benefits.entries[place].value.period?.value
      if let known = places[period] {
        sums[known].money += worth.value
      } else {
        places[period] = sums.count
        sums.append((period, worth.value))
      }
    }
    return sums
  }

  /// What a benefit brings a year in cash: revenue times the margin; all of it where there is none.
  package func cash(ofBenefit place: Int) -> Quantity? {
    benefitCash.indices.contains(place) ? benefitCash[place] : nil
  }

  func cashOfBenefits() -> [Quantity?] {
    let margin = figure("feasibility.margin")?.quantity
    return (plan.feasibility?.benefits?.entries ?? []).map { entry in
      guard let money = figure("feasibility.benefits.\(entry.id.value)")?.quantity, !money.isRange else { return nil }
      guard entry.value.kind?.value == .revenue, let margin else { return money }
      return money.scaled(by: margin.value)
    }
  }

  private func benefit(_ path: String, _ id: String, _ benefit: Benefit) -> Figure? {
    guard let figure = stated(path, benefit.amount, equals: benefit.equals), supposition != nil else {
      return stated(path, benefit.amount, equals: benefit.equals)
    }
    if let value = supposed(.benefit(id))?.value { return Figure(path, .quantity(value), place: figure.place) }
    guard let factor = supposed(.benefits)?.factor, let money = figure.quantity else { return figure }
    return Figure(path, .quantity(money.scaled(by: factor)), place: figure.place)
  }

  /// A stated figure, or the value its driver is supposed to have.
  private func stated(_ path: String, _ value: Located<Quantity>?, or driver: Driver) -> Figure? {
    guard let value else { return nil }
    return Figure(path, .quantity(supposed(driver)?.value ?? value.value), place: value.range)
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
      if entry.value.kind?.value == .revenue, let margin = self.figure("feasibility.margin") {
        value = Arithmetic.product(margin.value, value)
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
}
