package import PlanQuantities
import PlanText

/// The most tokens an expression may have.
let tokenLimit = 1_000
/// How deep parentheses, calls, choices, signs and powers of an expression may nest.
let depthLimit = 64

/// Reads an expression or, with `condition`, a condition that may end in a window.
///
/// - Parameters:
///   - dialect: the words of plan and policy that figures may use.
///   - isKnown: whether a name is one of the plan's; decides where a text could be a name as well as a figure.
/// - Returns: nil and the problem where the text is no expression; a readable expression comes with the problems that
///   can be mended without guessing, such as missing blanks.
package func parseExpression(
  _ source: ExpressionSource, dialect: Dialect, condition: Bool = false,
  isKnown: ((String) -> Bool)? = nil
) -> (expression: Expression?, problems: [ExpressionProblem]) {
  if let expression = Expression(barePath: source) { return (expression, []) }
  let source = source.repaired
  var parser = ExpressionParser(source: source, dialect: dialect, isKnown: isKnown ?? { _ in false })
  do throws(Unreadable) {
    let root = try parser.choice()
    let window = condition ? try parser.window() : nil
    try parser.expectEnd(condition: condition, after: root)
    let expression = Expression(
      range: source.contentStart == nil ? source.range : source.range(Span(0, source.bytes.count)),
      text: String(decoding: source.bytes, as: UTF8.self), root: root, window: window, paths: parser.paths,
      isPlaced: source.contentStart != nil)
    return (expression, parser.problems)
  } catch {
    return (nil, parser.problems + [error.problem])
  }
}

/// The first thing that keeps a text from being an expression.
///
/// A class, for the parser goes deep, and each of its calls would keep room for a whole problem on the stack.
final class Unreadable: Error {
  let problem: ExpressionProblem
  init(problem: ExpressionProblem) { self.problem = problem }
}

/// Recursive descent over the grammar, weakest operator first.
///
/// Its parts are in further files: operators, atoms, figures, windows, messages.
struct ExpressionParser {
  let source: ExpressionSource
  let letters: Letters
  let dialect: Dialect
  let isKnown: (String) -> Bool
  var index = 0
  var tokens = 0
  var depth = 0
  var paths: [Path] = []
  var problems: [ExpressionProblem] = []

  init(source: ExpressionSource, dialect: Dialect, isKnown: @escaping (String) -> Bool) {
    self.source = source
    self.letters = Letters(source.bytes)
    self.dialect = dialect
    self.isKnown = isKnown
  }

  // MARK: Levels

  /// `if … then … else …`, or what binds tighter.
  mutating func choice() throws(Unreadable) -> Expression.Node {
    try enter()
    defer { depth -= 1 }
    guard let start = try keyword(.ifWord) else {
      return try chain(.or) { p throws(Unreadable) in try p.conjunction() }
    }
    let condition = try choice()
    guard try keyword(.then) != nil else { throw missing(.then, after: start) }
    let then = try choice()
    guard try keyword(.otherwise) != nil else { throw missing(.otherwise, after: start) }
    let otherwise = try choice()
    return node(.choice(condition: condition, then: then, otherwise: otherwise), start.through(otherwise.span))
  }

  private mutating func conjunction() throws(Unreadable) -> Expression.Node {
    try chain(.and) { p throws(Unreadable) in try p.negation() }
  }

  private mutating func chain(
    _ word: Operator, _ operand: (inout Self) throws(Unreadable) -> Expression.Node
  ) throws(Unreadable) -> Expression.Node {
    var left = try operand(&self)
    while let place = try connective(word) {
      let right = try operand(&self)
      left = node(.binary(word, source.range(place), left, right), left.span.through(right.span))
    }
    return left
  }

  private mutating func negation() throws(Unreadable) -> Expression.Node {
    guard let start = try keyword(.not) else { return try comparison() }
    try enter()
    defer { depth -= 1 }
    let operand = try negation()
    return node(.not(operand), start.through(operand.span))
  }

  private mutating func comparison() throws(Unreadable) -> Expression.Node {
    let left = try sum()
    guard let sign = try sign(where: { $0.isComparison }) else { return left }
    let right = try sum()
    let whole = binary(sign, left, right)
    if let second = peekSign(), second.meaning.isComparison { throw chained(whole, sign, right, second) }
    return whole
  }

  private mutating func sum() throws(Unreadable) -> Expression.Node {
    var left = try product()
    while let sign = try sign(where: { $0 == .plus || $0 == .minus }) {
      left = binary(sign, left, try product())
    }
    return left
  }

  private mutating func product() throws(Unreadable) -> Expression.Node {
    var left = try unary()
    while let sign = try sign(where: { $0 == .times || $0 == .over }) {
      left = binary(sign, left, try unary())
    }
    return left
  }

  /// A sign before a power: `-2 ^ 2` is −4.
  private mutating func unary() throws(Unreadable) -> Expression.Node {
    index = letters.skippingBlanks(index)
    guard letters[index] == "-" else { return try power() }
    let start = index
    index += 1
    try spend()
    try enter()
    defer { depth -= 1 }
    let operand = try power()
    return node(.negate(operand), span(start, start).through(operand.span))
  }

  /// Powers bind from the right: `2 ^ 3 ^ 2` is 2 ^ 9.
  private mutating func power() throws(Unreadable) -> Expression.Node {
    let base = try atom()
    guard let sign = try sign(where: { $0 == .power }) else { return base }
    try enter()
    defer { depth -= 1 }
    return binary(sign, base, try unary())
  }

  // MARK: Building

  func span(_ start: Int, _ end: Int) -> Span { Span(letters.offset(start), letters.offset(end)) }

  func node(_ form: Expression.Form, _ span: Span) -> Expression.Node {
    Expression.Node(form: form, span: span, range: source.range(span))
  }

  private func binary(_ sign: Sign, _ left: Expression.Node, _ right: Expression.Node) -> Expression.Node {
    node(.binary(sign.meaning, source.range(span(sign.start, sign.end)), left, right), left.span.through(right.span))
  }

  // MARK: Limits

  /// Counts one token.
  mutating func spend() throws(Unreadable) {
    tokens += 1
    if tokens > tokenLimit { throw tooLarge(tokens: true) }
  }

  /// Goes one level deeper.
  mutating func enter() throws(Unreadable) {
    depth += 1
    if depth > depthLimit { throw tooLarge(tokens: false) }
  }
}
