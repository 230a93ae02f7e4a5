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

  /// Whether it only repeats a figure that is stated elsewhere, rather than one that is computed.
  package func isRepetition(in figures: Figures) -> Bool {
    guard isClaim, let path = equals.value.bareReference, let figure = figures.figure(path.text) else { return false }
    return figure.formula == nil && figure.value.reason == nil
  }
}

extension RuleContext {
  /// Claims, assumptions, flows, benefits and the investment that carry both a figure and its derivation; and the
  /// base results of sensitivities, whose derivation is the result itself.
  ///
  /// Lines and the total are the budget's own rule.
  func allStatedFigures() -> [StatedFigure] {
    var stated: [StatedFigure] = []
    func add(
      _ name: @autoclosure () -> String, _ literal: Located<Literal>?, _ equals: Located<Expression>?,
      isClaim: Bool = false
    ) {
      guard let literal, let equals else { return }
      stated.append(StatedFigure(name: name(), literal: literal, equals: equals, isClaim: isClaim))
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
    for entry in feasibility.sensitivity?.entries ?? [] {
      guard let result = entry.value.result, let base = entry.value.atBase else { continue }
      let path = Path(
        ["feasibility", result.value.rawValue].map { Path.Segment($0, at: result.range) }, at: result.range)
      add("feasibility.sensitivity.\(entry.id.value).at_base", base, Located(Expression(path), at: result.range))
    }
    return stated
  }
}
