/// Works out an expression that has to hold or not: gives a truth, or unknown with its reason. Anything but a condition
/// is a problem.
package func evaluateCondition(_ expression: Expression, in scope: some Scope) -> Evaluation {
  var evaluator = Evaluator(expression: expression, scope: scope)
  let outcome = evaluator.truth(evaluator.outcome(expression.root), expression.root)
  return Evaluation(
    value: outcome.value, dimension: outcome.dimension, trace: evaluator.trace, problems: evaluator.problems)
}
