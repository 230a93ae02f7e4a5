import PlanQuantities
import PlanText

/// A figure found at the parser's place.
struct FoundFigure {
  let literal: Literal
  /// The index after it.
  let end: Int
}

/// The longest figure the grammar has room for, in code points.
private let figureReach = 200

extension ExpressionParser {
  /// The figure that begins here, or why none can be read; nil where none begins. Nothing is consumed.
  func figure() -> Result<FoundFigure, LiteralProblem>? {
    let reach = figureEnd()
    guard let found = read(to: reach) else { return nil }
    // `5+3` is no `5+` (five or more) before a 3.
    if case .success(let figure) = found, letters[figure.end - 1] == "+", figure.end - 1 > index,
      letters[figure.end].isNamePart || letters[figure.end] == "("
    {
      return read(to: figure.end - 1)
    }
    return found
  }

  /// Consumes a figure as a part of the expression.
  mutating func take(_ figure: FoundFigure) throws(Unreadable) -> Expression.Node {
    let place = span(index, figure.end)
    switch figure.literal {
    case .quantity, .period: break
    case .pair, .hours: throw notReckonable(place)
    }
    index = figure.end
    try spend()
    return node(.literal(figure.literal), place)
  }

  /// A figure where nothing but a figure can stand.
  mutating func figureOnly() throws(Unreadable) -> Expression.Node {
    switch figure() {
    case .success(let figure): return try take(figure)
    case .failure(let problem): throw unreadable(problem)
    case nil: throw unexpected()
    }
  }

  private func read(to reach: Int) -> Result<FoundFigure, LiteralProblem>? {
    let text = source.bytes[..<letters.offset(reach)]
    let found = text.withUnsafeBufferPointer { parseLiteralPrefix($0, from: letters.offset(index), dialect) }
    switch found {
    case .success((let literal, let end)):
      let stop = letters.index(atOffset: end)
      return stop > index ? .success(FoundFigure(literal: literal, end: stop)) : nil
    case .failure(let problem): return .failure(problem)
    case nil: return nil
    }
  }

  /// Where a figure that begins here has to end at the latest: before an operator or word of the language that follows
  /// a blank, an argument's comma, a closing parenthesis, or a stroke before a name of the plan.
  private func figureEnd() -> Int {
    var open = 0
    var at = index
    while at < letters.count, at - index < figureReach {
      let point = letters[at]
      if point.isBlank {
        let next = letters.skippingBlanks(at)
        if endsFigure(next) { break }
        at = next
        continue
      }
      if point == "(" { open += 1 }
      if point == ")" {
        if open == 0 { break }
        open -= 1
      }
      if point == ",", open == 0, !(letters[at - 1].isDigit && letters[at + 1].isDigit) { break }
      if point == "/", at > index, letters[at + 1].isLetter, isKnown(letters.text(at + 1, letters.nameEnd(at + 1))) {
        break
      }
      at += 1
    }
    return at
  }

  private func endsFigure(_ next: Int) -> Bool {
    if next >= letters.count { return true }
    if letters[next].isOperator { return !(letters[next] == "-" && letters[next + 1] == ">") }
    return isReserved(next, letters.nameEnd(next)) || opensWindow(next)
  }
}
