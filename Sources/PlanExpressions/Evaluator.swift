import PlanQuantities
import PlanText

/// One walk over an expression. Its parts are in further files: names, operators, calls, messages.
struct Evaluator<Names: Scope> {
  let expression: Expression
  let scope: Names
  var trace: Trace
  var problems: [ExpressionProblem] = []
  /// The time `at` asks for, inside its first argument.
  var moment: Period?

  init(expression: Expression, scope: Names) {
    self.expression = expression
    self.scope = scope
    trace = Trace(text: expression.text)
  }

  mutating func outcome(_ node: Expression.Node) -> Outcome {
    switch node.form {
    case .literal(let literal): return self.literal(literal, node)
    case .path(let path): return self.path(path, node)
    case .call(let function, let arguments): return call(function, arguments, node)
    case .negate(let operand): return negated(outcome(operand), operand)
    case .not(let operand):
      let truth = self.truth(outcome(operand), operand)
      return Outcome(Comparison.not(truth.value), .truth)
    case .binary: return chain(node)
    case .choice(let condition, let then, let otherwise): return choice(condition, then, otherwise)
    }
  }

  /// Chains of operators lean to the left; they are walked in a loop, so that a long sum needs no deep stack.
  private mutating func chain(_ node: Expression.Node) -> Outcome {
    var links: [(Operator, SourceRange, Expression.Node, Expression.Node)] = []
    var innermost = node
    while case .binary(let sign, let place, let left, let right) = innermost.form {
      links.append((sign, place, left, right))
      innermost = left
    }
    var result = outcome(innermost)
    for (sign, place, left, right) in links.reversed() {
      let other = outcome(right)
      result = combined(Operation(sign: sign, place: place, left: left, right: right), result, other)
    }
    return result
  }

  private mutating func literal(_ literal: Literal, _ node: Expression.Node) -> Outcome {
    let value: Value
    switch literal {
    case .quantity(let quantity): value = .quantity(quantity)
    case .period(let period): value = .period(period)
    // The parser lets no other literal through.
    case .pair, .hours: value = Arithmetic.unlike
    }
    note(value, node, place: node.range, isLiteral: true)
    if let quantity = value.quantity, quantity.isBareNumber, quantity.isSingle, quantity.low.isZero {
      return Outcome(value, .zero)
    }
    return Outcome(value)
  }

  mutating func note(_ value: Value, _ node: Expression.Node, place: SourceRange?, isLiteral: Bool = false) {
    trace.inputs.append(
      Trace.Input(
        whole: expression.text, span: node.span, value: value, range: node.range, place: place, isLiteral: isLiteral))
  }

  private mutating func negated(_ operand: Outcome, _ node: Expression.Node) -> Outcome {
    switch operand.dimension {
    case .date, .truth, .figures: return notAFigure(operand, node)
    default: return Outcome(Arithmetic.negative(operand.value), operand.dimension)
    }
  }

  private mutating func choice(
    _ condition: Expression.Node, _ then: Expression.Node, _ otherwise: Expression.Node
  ) -> Outcome {
    let truth = self.truth(outcome(condition), condition)
    let first = outcome(then)
    let second = outcome(otherwise)
    let dimension: Dimension
    if let common = Dimension.common(first.dimension, second.dimension) {
      dimension = common
    } else {
      dimension = unlikeBranches(then, first, otherwise, second)
    }
    switch truth.value {
    case .truth(let truth): return Outcome(truth ? first.value : second.value, dimension)
    default: return Outcome(Comparison.doubt(truth.value), dimension)
    }
  }

  /// A part that has to be true or false.
  mutating func truth(_ part: Outcome, _ node: Expression.Node) -> Outcome {
    switch part.dimension {
    case .truth: return part
    case .unknown:
      return Outcome(part.value.truth == nil ? Comparison.doubt(part.value) : part.value, .truth)
    default: return notACondition(part, node)
    }
  }
}
