package import PlanQuantities
import PlanText

/// What one part of an expression came to.
struct Outcome {
  var value: Value
  var dimension: Dimension

  init(_ value: Value, _ dimension: Dimension? = nil) {
    self.value = value
    self.dimension = dimension ?? Dimension(value)
  }
}

/// What an expression came to, what it rested on, and what is wrong with it.
package struct Evaluation: Sendable {
  package let value: Value
  /// What kind of thing it is, known even where the value is not.
  package let dimension: Dimension
  package let trace: Trace
  /// Unknown names, circles and units that do not combine; the value is then unknown and not to be reported again.
  package let problems: [ExpressionProblem]
}

/// Works out an expression and checks its dimensions at every operator.
///
/// Every part is worked out, both branches of an `if` as well, so that all problems of an expression come at once.
///
/// - Parameter moment: the time at which figures are taken, as by `at(…, moment)`.
package func evaluate(_ expression: Expression, in scope: some Scope, at moment: Period? = nil) -> Evaluation {
  var evaluator = Evaluator(expression: expression, scope: scope)
  evaluator.moment = moment
  let outcome = evaluator.outcome(expression.root)
  return Evaluation(
    value: outcome.value, dimension: outcome.dimension, trace: evaluator.trace, problems: evaluator.problems)
}
