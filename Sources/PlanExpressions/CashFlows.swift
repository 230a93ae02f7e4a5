package import PlanQuantities

/// An amount that comes in evenly over a stretch of time, counted in years from time zero.
package struct CashFlow: Sendable, Hashable {
  /// The amount, in the currency of all of them; negative where money goes out.
  package let amount: Fraction
  /// Years from time zero to the first day of the stretch.
  package let from: Fraction
  /// Years from time zero to the end of its last day.
  package let to: Fraction

  package init(_ amount: Fraction, from: Fraction, to: Fraction) {
    self.amount = amount
    self.from = from
    self.to = max(from, to)
  }

  /// An amount paid at one moment.
  package init(_ amount: Fraction, at time: Fraction) { self.init(amount, from: time, to: time) }
}

/// When the amount of a stretch counts as paid, for discounting.
package enum CashFlowTiming: Sendable, Hashable, CaseIterable {
  case periodEnd, periodMiddle, periodStart

  /// Years from time zero to the moment the flow counts as paid.
  package func time(of flow: CashFlow) -> Fraction {
    switch self {
    case .periodEnd: flow.to
    case .periodMiddle: (flow.from + flow.to) * Fraction(1, 2)
    case .periodStart: flow.from
    }
  }
}

/// An investment and what it brings, and the measures of capital budgeting on them.
///
/// Formulas are those of Brealey, Myers and Allen, *Principles of Corporate Finance*, chapters 2 and 5. Rates are a
/// year, as fractions. Whole years are exact while that takes no more than some eighty digits; other present values are
/// computed to 30 decimal places (see `power`).
package struct CashFlows: Sendable, Hashable {
  /// What is paid, as positive amounts; one at time zero unless the investment is spread.
  package let outlays: [CashFlow]
  /// What comes back, first period first.
  package let flows: [CashFlow]
  /// When an amount of a period counts as paid.
  package let timing: CashFlowTiming

  package init(outlays: [CashFlow], flows: [CashFlow], timing: CashFlowTiming = .periodEnd) {
    self.outlays = outlays
    self.flows = flows.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    self.timing = timing
  }

  /// An investment at time zero and one flow for each year after it.
  package init(investment: Fraction, yearly: [Fraction], timing: CashFlowTiming = .periodEnd) {
    self.init(
      outlays: [CashFlow(investment, at: 0)],
      flows: yearly.enumerated().map { CashFlow($1, from: Fraction($0), to: Fraction($0 + 1)) }, timing: timing)
  }

  /// The sum of what is paid, undiscounted.
  package var investment: Fraction { outlays.reduce(0) { $0 + $1.amount } }
  /// The sum of what comes back, undiscounted.
  package var total: Fraction { flows.reduce(0) { $0 + $1.amount } }

  /// The present value of each flow: amount ÷ (1 + rate)^years.
  package func presentValues(rate: Fraction) -> Result<[Fraction], UndefinedReturn> {
    Result { () throws(UndefinedReturn) in try discounted(flows, rate).map(\.amount) }
  }

  /// Net present value: the present values of the flows less those of the outlays.
  package func npv(rate: Fraction) -> Result<Fraction, UndefinedReturn> {
    Result { () throws(UndefinedReturn) in
      try worth(flows, rate) - worth(outlays, rate)
    }
  }

  /// Profitability index: the present value of the flows over that of the outlays.
  package func profitabilityIndex(rate: Fraction) -> Result<Fraction, UndefinedReturn> {
    Result { () throws(UndefinedReturn) in
      guard let index = try worth(flows, rate).divided(by: worth(outlays, rate)) else { throw .noInvestment }
      return index
    }
  }

  /// Gross return: Σ flows ÷ investment.
  package var roiGross: Result<Fraction, UndefinedReturn> { overInvestment(total) }
  /// Net return: (Σ flows − investment) ÷ investment.
  package var roiNet: Result<Fraction, UndefinedReturn> { overInvestment(total - investment) }
  /// Mean yearly return: Σ flows ÷ years of flows ÷ investment.
  package var roiAnnual: Result<Fraction, UndefinedReturn> {
    let years = flows.reduce(Fraction(0)) { $0 + $1.to - $1.from }
    return total.divided(by: years).map(overInvestment) ?? .failure(.noTime)
  }

  private func overInvestment(_ amount: Fraction) -> Result<Fraction, UndefinedReturn> {
    amount.divided(by: investment).map { .success($0) } ?? .failure(.noInvestment)
  }

  // MARK: Discounting

  /// What flows are worth at time zero, together.
  func worth(_ flows: [CashFlow], _ rate: Fraction) throws(UndefinedReturn) -> Fraction {
    var exact = Fraction(0)
    // Fractions that share no divisor would make their sum grow by every one of them.
    var rest = Fixed.zero
    for value in try presentValues(of: flows, rate) {
      switch value {
      case .exact(let amount): exact += amount
      case .fixed(let amount): rest = rest + amount
      }
    }
    return exact + rest.rounded(places: rootPlaces)
  }

  /// The flows with their amounts as they are worth at time zero.
  func discounted(_ flows: [CashFlow], _ rate: Fraction) throws(UndefinedReturn) -> [CashFlow] {
    zip(flows, try presentValues(of: flows, rate)).map { flow, value in
      CashFlow(value.fraction, from: flow.from, to: flow.to)
    }
  }

  private func presentValues(of flows: [CashFlow], _ rate: Fraction) throws(UndefinedReturn) -> [Powers.Result] {
    var growth = Powers(of: 1 + rate)
    var values: [Powers.Result] = []
    for flow in flows {
      let value: Powers.Result? =
        switch growth[timing.time(of: flow)] {
        case .exact(let growth): flow.amount.divided(by: growth).map { .exact($0) }
        case .fixed(let growth): Fixed(flow.amount).divided(by: growth).map { .fixed($0) }
        case nil: nil
        }
      guard let value else { throw rate <= -1 ? .rateTooLow : .pastRange }
      values.append(value)
    }
    return values
  }
}
