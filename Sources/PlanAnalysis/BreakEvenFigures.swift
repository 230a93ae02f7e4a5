import PlanExpressions
package import PlanModel
package import PlanQuantities
package import PlanText

/// Where a result turns: solved exactly where it moves along a straight line, and else by narrowing it down.
extension Figures {
  /// How many times its own value a driver has where a result reaches a level.
  package struct Turn: Sendable {
    package let driver: Driver
    /// How many times the plan's own value.
    package let factor: Fraction
    /// The driver's value there.
    package let value: Quantity
    package let inputs: [FigureInput]
  }

  /// Where a break-even's result reaches its level; a failure says why it cannot be told.
  package func turn(_ row: BreakEven) -> Result<Turn, BreakEvenGap> {
    turn(at: row.common.keyRange) { searchedTurn(row) }
  }

  private func searchedTurn(_ row: BreakEven) -> Result<Turn, BreakEvenGap> {
    guard let path = row.driver?.value.bareReference, let driver = driver(path), let base = value(of: driver),
      !base.isRange, !base.value.isZero
    else { return .failure(.noDriver(row.driver?.value.text ?? "")) }
    let result = row.result?.value ?? .npv
    guard let level = level(of: row, result) else { return .failure(.noLevel(result.rawValue)) }
    var unknown: Message?
    let search = TurnSearch { factor in
      let found = self.result(
        result.rawValue,
        supposing: [driver: SupposedValue(value: base.scaled(by: factor), factor: factor)])
      switch found.value {
      case .quantity(let quantity) where !quantity.isRange:
        return .finite(quantity.value - level)
      case .undefined where result == .payback || result == .discountedPayback: return .never
      default:
        unknown = unknown ?? found.value.reason
        return nil
      }
    }
    guard let factor = search.root() else {
      return .failure(unknown.map { .unknown($0) } ?? .never(result.rawValue))
    }
    let own = FigureInput(driver.path, .quantity(base), place: figure(driver.path)?.place)
    return .success(
      Turn(
        driver: driver, factor: factor, value: base.scaled(by: factor),
        inputs: [own] + (figure("feasibility.\(result.rawValue)")?.inputs.filter { $0.name != driver.path } ?? [])))
  }

  /// The level at which a result turns: the stated one, else zero, the discount rate, or the policies' limit.
  private func level(of row: BreakEven, _ result: Sensitivity.Result) -> Fraction? {
    if let reaches = row.reaches?.value { return reaches.isRange ? nil : reaches.value }
    switch result {
    case .npv: return 0
    case .irr: return figure("feasibility.discount_rate")?.quantity?.value
    case .payback, .discountedPayback:
      return resolved.house.lowest { $0.finance?.paybackAtMost }?.value.high
    case .roiGross, .roiNet: return resolved.house.highest { $0.finance?.roiAtLeast }?.value.low
    }
  }

  /// Why no value can be told at which a result turns.
  package enum BreakEvenGap: Error, Sendable {
    case noDriver(String)
    case noLevel(String)
    case unknown(Message)
    /// No value between nothing and a thousand times the plan's own.
    case never(String)

    package var message: Message {
      switch self {
      case .noDriver(let text):
        Message(
          en: "\(text) is not a figure that can be given another value", hans: "\(text) 不是可以另行取值的数",
          hant: "\(text) 不是可以另行取值的數")
      case .noLevel(let result):
        Message(
          en: "`reaches` does not say which \(result)", hans: "`reaches` 未写明 \(result) 应达到多少",
          hant: "`reaches` 未寫明 \(result) 應達到多少")
      case .unknown(let reason): reason
      case .never(let result):
        Message(
          en: "no value of it makes \(result) turn", hans: "取任何值都不会使 \(result) 翻转",
          hant: "取任何值都不會使 \(result) 翻轉")
      }
    }
  }

  /// `feasibility.break_even.ROW`, the driver's value where the result turns; `.share` of the plan's own value, and
  /// `.change` from it.
  func breakEvenFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let row = plan.feasibility?.breakEven?[names[0]],
      names.count == 1 || ["at", "share", "change"].contains(names[1])
    else { return nil }
    let place = row.driver?.range
    switch turn(row) {
    case .failure(let gap): return Figure(path, .unknown(gap.message), place: place)
    case .success(let turn):
      let result = row.result?.value.rawValue ?? "npv"
      let level = row.reaches?.value.phrase(in: .english) ?? (result == "npv" ? "0" : "its limit")
      let formula = "\(turn.driver.path): feasibility.\(result) = \(level)"
      switch names.dropFirst().first {
      case "share":
        return Figure(
          path, .quantity(Quantity(turn.factor, mark: .percent)), formula: "(\(formula)) / \(turn.driver.path)",
          inputs: turn.inputs, place: place)
      case "change":
        return Figure(
          path, .quantity(Quantity(turn.factor - 1, mark: .percent)), formula: "(\(formula)) / \(turn.driver.path) - 1",
          inputs: turn.inputs, place: place)
      default:
        return Figure(path, .quantity(turn.value), formula: formula, inputs: turn.inputs, place: place)
      }
    }
  }

  // MARK: Without a row

  /// The largest investment that still earns the discount rate: the present value of the flows, where all is spent at
  /// the start.
  func largestInvestment(_ path: String) -> Figure? {
    index(path) { index, model in (.quantity(Quantity(model.flows.investment * index, model.unit)), "Σ pv") }
  }

  /// The least part of the flows at which the investment still earns the discount rate.
  func smallestBenefits(_ path: String) -> Figure? {
    index(path) { index, _ in
      let share = Fraction(1).divided(by: index).map { Value.quantity(Quantity($0, mark: .percent)) }
      return (share ?? .undefined(UndefinedReturn.noInvestment.message), "1 / feasibility.pi")
    }
  }

  private func index(_ path: String, _ figure: (Fraction, CashFlowModel) -> (Value, String)) -> Figure? {
    guard let pi = self.figure("feasibility.pi"), case .success(let model)? = cashFlows else { return nil }
    guard let index = pi.quantity else { return Figure(path, pi.value, place: pi.place) }
    let (value, formula) = figure(index.value, model)
    return Figure(path, value, formula: formula, inputs: pi.inputs, place: pi.place)
  }
}

/// The search for the factor at which a result reaches its level.
struct TurnSearch {
  /// How far a result is from its level.
  enum Gap {
    case finite(Fraction)
    /// Further than any figure: never paid back.
    case never

    var isAbove: Bool {
      switch self {
      case .finite(let gap): gap > 0
      case .never: true
      }
    }
  }

  /// The gap at a factor; nil where it cannot be told.
  let gap: (Fraction) -> Gap?

  /// The nearest factor to one, from nothing to 1,024, at which the gap closes; nil without one.
  func root() -> Fraction? {
    guard let own = gap(1) else { return nil }
    if case .finite(0) = own { return 1 }
    if case .finite(let here) = own, case .finite(let there)? = gap(2), let straight = root(1, here, 2, there),
      !straight.isNegative, straight <= 1024, closes(straight)
    {
      return straight
    }
    return bracket(own).flatMap(narrowed)
  }

  /// Where a straight line through two points meets zero.
  private func root(_ a: Fraction, _ atA: Fraction, _ b: Fraction, _ atB: Fraction) -> Fraction? {
    (atA * (b - a)).divided(by: atA - atB).map { a + $0 }
  }

  private func closes(_ factor: Fraction) -> Bool {
    if case .finite(0)? = gap(factor) { true } else { false }
  }

  /// Two factors between which the gap changes its side, looked for upwards and downwards from one.
  private func bracket(_ own: Gap) -> (Fraction, Fraction)? {
    let steps: [(Int, Int)] = [(5, 4), (3, 2), (2, 1), (3, 1), (4, 1), (8, 1), (16, 1), (64, 1), (256, 1), (1024, 1)]
    var (above, below) = (Fraction(1), Fraction(1))
    for (top, bottom) in steps {
      let up = Fraction(top, bottom)
      if let there = gap(up), there.isAbove != own.isAbove { return (above, up) }
      above = up
      let down = bottom == 1 && top == 1024 ? Fraction(0) : Fraction(bottom, top)
      if let there = gap(down), there.isAbove != own.isAbove { return (down, below) }
      below = down
    }
    return nil
  }

  /// Narrows a bracket until it is small, then tries the straight line through its ends.
  ///
  /// Every gap takes a what-if. So the straight line through the ends says where to look next; an end that stays where it
  /// is twice counts half (the Illinois method), and where that does not halve the bracket in two steps, its middle is tried.
  private func narrowed(_ bracket: (Fraction, Fraction)) -> Fraction? {
    var (low, high) = bracket
    guard var atLow = gap(low), var atHigh = gap(high) else { return nil }
    let isLowAbove = atLow.isAbove
    let small = (high - low) * Fraction(1, 1 << 44)
    var (weightOfLow, weightOfHigh) = (Fraction(1), Fraction(1))
    var movedLow: Bool?
    var (before, beforeThat) = (high - low, (high - low) * 2)
    while high - low > small {
      let isSlow = (high - low) * 2 > beforeThat
      var guess = (low + high) * Fraction(1, 2)
      if !isSlow, case .finite(let a) = atLow, case .finite(let b) = atHigh,
        let straight = root(low, a * weightOfLow, high, b * weightOfHigh)
      {
        // Beside an end, the bracket closes over the root in one step.
        guess = min(max(straight.rounded(places: 20), low + small * Fraction(1, 2)), high - small * Fraction(1, 2))
      }
      guard let here = gap(guess) else { return nil }
      if case .finite(0) = here { return guess }
      (beforeThat, before) = (before, high - low)
      let movesLow = here.isAbove == isLowAbove
      if movesLow {
        (low, atLow, weightOfLow) = (guess, here, 1)
        if movedLow == true { weightOfHigh = weightOfHigh * Fraction(1, 2) }
      } else {
        (high, atHigh, weightOfHigh) = (guess, here, 1)
        if movedLow == false { weightOfLow = weightOfLow * Fraction(1, 2) }
      }
      movedLow = movesLow
    }
    if case .finite(let a) = atLow, case .finite(let b) = atHigh, let straight = root(low, a, high, b), closes(straight)
    {
      return straight
    }
    return ((low + high) * Fraction(1, 2)).rounded(places: 12)
  }
}
