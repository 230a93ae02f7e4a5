package import PlanAnalysis
package import PlanExpressions
import PlanModel
package import PlanQuantities
package import PlanText

/// A figure the plan states with its derivation beside it.
package struct StatedFigure {
  /// The path by which it is known, for the reader.
  package let name: String
  package let literal: Located<Literal>
  package let equals: Located<Expression>
  /// Whether it is a claim: a figure said again.
  package let isClaim: Bool
  /// Whether its derivation is the program's own, as far as the plan's other derivations go, and no word of the plan.
  package let isModelled: Bool

  /// Whether it only repeats a figure that is stated elsewhere, rather than one that is computed.
  package func isRepetition(in figures: Figures) -> Bool {
    guard isClaim, let path = equals.value.bareReference, let figure = figures.figure(path.text) else { return false }
    return figure.formula == nil && figure.value.reason == nil
  }
}

extension RuleContext {
  /// Claims, assumptions, flows, benefits and the investment that carry both a figure and its derivation; and results of
  /// sensitivities and break-even values, which are computed from the plan.
  ///
  /// Lines and the total are the budget's own rule.
  func allStatedFigures() -> [StatedFigure] {
    var stated: [StatedFigure] = []
    func add(
      _ name: @autoclosure () -> String, _ literal: Located<Literal>?, _ equals: Located<Expression>?,
      isClaim: Bool = false, isModelled: Bool = false
    ) {
      guard let literal, let equals else { return }
      stated.append(
        StatedFigure(name: name(), literal: literal, equals: equals, isClaim: isClaim, isModelled: isModelled))
    }
    func add(_ name: @autoclosure () -> String, _ quantity: Located<Quantity>?, _ equals: Located<Expression>?) {
      add(name(), quantity.map { $0.map { .quantity($0) } }, equals)
    }
    for entry in plan.claims?.entries ?? [] {
      add("claims.\(entry.id.value)", entry.value.says, entry.value.equals, isClaim: true)
    }
    for entry in plan.assumptions?.entries ?? [] {
      add("assumptions.\(entry.id.value)", entry.value.value, entry.value.equals)
    }
    guard let feasibility = plan.feasibility else { return stated }
    add("feasibility.investment", feasibility.investment, feasibility.equals)
    for entry in feasibility.flows?.entries ?? [] {
      add("feasibility.flows.\(entry.period.value.text)", entry.value.amount, entry.value.equals)
    }
    for entry in feasibility.benefits?.entries ?? [] {
      add("feasibility.benefits.\(entry.id.value)", entry.value.amount, entry.value.equals)
    }
    func add(_ name: String, _ literal: Located<Quantity>, as path: [String], at place: SourceRange) {
      let path = Path(path.map { Path.Segment($0, at: place) }, at: place)
      // Each has a place of its own, for evaluations are kept by place.
      add(
        name, literal.map { .quantity($0) }, Located(Expression(path), at: literal.range),
        isModelled: path.segments.count > 2)
    }
    for entry in feasibility.sensitivity?.entries ?? [] {
      guard let result = entry.value.result else { continue }
      let row = "feasibility.sensitivity.\(entry.id.value)"
      if let base = entry.value.atBase {
        add("\(row).at_base", base, as: ["feasibility", result.value.rawValue], at: result.range)
      }
      // A row that moves the wrong way is wrong as a whole, and said to be so.
      guard entry.value.atLow != nil || entry.value.atHigh != nil, !SensitivitySign.isReversed(entry.value, self) else {
        continue
      }
      for (end, figure) in [("at_low", entry.value.atLow), ("at_high", entry.value.atHigh)] {
        guard let figure else { continue }
        add("\(row).\(end)", figure, as: ["feasibility", "sensitivity", entry.id.value, end], at: figure.range)
      }
    }
    for entry in feasibility.breakEven?.entries ?? [] {
      guard let at = entry.value.at else { continue }
      add(
        "feasibility.break_even.\(entry.id.value).at", at, as: ["feasibility", "break_even", entry.id.value],
        at: at.range)
    }
    return stated
  }
}
