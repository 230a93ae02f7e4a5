package import PlanExpressions
package import PlanModel
package import PlanQuantities
package import PlanText

/// Returns as they stand at a time: what has come in by then, against what was invested by then.
extension Figures {
  /// The returns that grow with time. A payback is what it is on every day.
  private static let growing: Set<String> = ["npv", "pi", "roi_gross", "roi_net", "roi_annual", "roi"]

  /// How many flows a return that grows with time is made of; nil for every other path, and without flows.
  func flowsBehind(_ path: Path) -> Int? {
    guard path.segments.count == 2, path.segments[0].name == "feasibility",
      Self.growing.contains(path.segments[1].name), case .success(let model)? = cashFlows
    else { return nil }
    return model.periods.count
  }

  /// Such a return by the end of a period.
  func returnFigure(_ path: Path, by moment: Period) -> Figure? {
    returnFigure(path.text, path.segments[1].name, by: moment)
  }

  private func returnFigure(_ path: String, _ name: String, by moment: Period) -> Figure? {
    guard case .success(let model)? = cashFlows else { return figure(path) }
    let end = years(from: model.start, to: moment.last.adding(days: 1))
    guard end > 0 else {
      return undefined(path, UndefinedReturn.noTime.message, ReturnMeasure.all[name]?.dimension(nil))
    }
    return returnFigure(path, name, of: model.until(end)).map {
      Figure(
        path, $0.value, dimension: $0.dimension, formula: $0.formula.map { "\($0), until \(moment.last.text)" },
        inputs: $0.inputs, place: $0.place)
    }
  }

  /// What an expression comes to at a time, as `at(…, when)` has it.
  ///
  /// - Parameter meaning: what `feasibility.roi` means where nobody defines it.
  package func evaluate(
    _ expression: Located<Expression>, at moment: Period, roi meaning: Definitions.ROI? = nil
  ) -> Evaluation {
    PlanExpressions.evaluate(expression.value, in: FiguresAtMoment(figures: self, meaning: meaning), at: moment)
  }
}

/// The plan's figures, with a meaning of `feasibility.roi`.
private struct FiguresAtMoment: FiguresScope {
  let figures: Figures
  let meaning: Definitions.ROI?

  func lookup(_ path: Path, at moment: Period?) -> Lookup {
    guard let meaning, let moment, path.text == "feasibility.roi", let range = path.segments.last?.range else {
      return figures.lookup(path, at: moment)
    }
    let named = Path(
      [path.segments[0], Path.Segment("roi_\(meaning.rawValue)", at: range)], at: path.range)
    return figures.lookup(named, at: moment)
  }
}

extension CashFlowModel {
  /// What has been paid and has come in by a moment, counted in years from time zero.
  fileprivate func until(_ end: Fraction) -> CashFlowModel {
    func cut(_ flow: CashFlow) -> CashFlow? {
      if flow.to <= end { return flow }
      guard flow.from < end, let part = (end - flow.from).divided(by: flow.to - flow.from) else { return nil }
      return CashFlow(flow.amount * part, from: flow.from, to: end)
    }
    return CashFlowModel(
      flows: CashFlows(
        outlays: flows.outlays.compactMap(cut), flows: flows.flows.compactMap(cut), timing: flows.timing),
      periods: periods, unit: unit, rate: rate, inputs: inputs, rateInput: rateInput, start: start)
  }
}
