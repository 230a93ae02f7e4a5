import PlanText

extension ExpressionParser {
  /// A figure, a path, a call or an expression in parentheses.
  mutating func atom() throws(Unreadable) -> Expression.Node {
    index = letters.skippingBlanks(index)
    guard index < letters.count else { throw nothing() }
    if letters[index] == "(" { return try parentheses() }
    guard letters[index].isLetter else { return try figureOnly() }

    let nameEnd = letters.nameEnd(index)
    if isReserved(index, nameEnd) { throw unexpectedWord(span(index, nameEnd)) }
    if letters[letters.skippingBlanks(nameEnd)] == "(" {
      let name = letters.text(index, nameEnd)
      if letters[nameEnd] == "(" || Function.named(name) != nil { return try call(name, nameEnd) }
    }
    let pathEnd = self.pathEnd(index)
    if mayHoldFigure(to: pathEnd), case .success(let figure) = figure(), figure.end >= pathEnd {
      if figure.end > pathEnd || !isKnown(letters.text(index, pathEnd)) { return try take(figure) }
    }
    return try path(to: pathEnd)
  }

  /// Whether digits stand in what looks like a path or right after it: `CNY 380`, `约5%`, `超5.4亿元`.
  private func mayHoldFigure(to pathEnd: Int) -> Bool {
    let next = letters[letters.skippingBlanks(pathEnd)]
    return next.isDigit || next == "¥" || next == "$" || (index..<pathEnd).contains { letters[$0].isDigit }
  }

  private mutating func parentheses() throws(Unreadable) -> Expression.Node {
    let open = index
    index += 1
    try spend()
    let inner = try choice()
    index = letters.skippingBlanks(index)
    guard letters[index] == ")" else { throw unclosed(span(open, open + 1)) }
    index += 1
    try spend()
    return node(inner.form, span(open, index))
  }

  // MARK: Paths

  /// The end of the path that begins at a letter; a dot belongs to it only before another name.
  private func pathEnd(_ start: Int) -> Int {
    var end = letters.nameEnd(start)
    while letters[end] == ".", letters[end + 1].isLetter || letters[end + 1].isDigit {
      end = letters.nameTail(end + 1)
      // A segment may be a period such as 2025Q1..2025Q2 or one with a day's blankless form.
      if letters[end] == ".", letters[end + 1] == ".", letters[end + 2].isDigit { end = letters.nameTail(end + 2) }
    }
    return end
  }

  private mutating func path(to end: Int) throws(Unreadable) -> Expression.Node {
    let whole = span(index, end)
    var segments: [Path.Segment] = []
    var start = index
    while start < end {
      var stop = letters.nameTail(start)
      if letters[stop] == ".", letters[stop + 1] == "." { stop = letters.nameTail(stop + 2) }
      segments.append(Path.Segment(letters.text(start, stop), at: source.range(span(start, stop))))
      start = stop + 1
    }
    index = end
    try spend()
    let path = Path(segments, at: source.range(whole))
    paths.append(path)
    return node(.path(path), whole)
  }

  // MARK: Calls

  private mutating func call(_ name: String, _ nameEnd: Int) throws(Unreadable) -> Expression.Node {
    let start = index
    let nameSpan = span(start, nameEnd)
    guard let function = Function.named(name) else { throw unknownFunction(name, nameSpan) }
    index = letters.skippingBlanks(nameEnd) + 1
    try spend()
    let arguments = try self.arguments(of: nameSpan)
    let whole = span(start, index)
    guard function.arity.contains(arguments.count) else { throw wrongArity(function, arguments.count, whole) }
    return node(.call(function, arguments), whole)
  }

  /// The arguments after an opened parenthesis, and its closing one.
  private mutating func arguments(of name: Span) throws(Unreadable) -> [Expression.Node] {
    index = letters.skippingBlanks(index)
    var arguments: [Expression.Node] = []
    if letters[index] == ")" {
      index += 1
      return []
    }
    while true {
      arguments.append(try choice())
      index = letters.skippingBlanks(index)
      let next = letters[index]
      guard next == "," || next == ")" else { throw index < letters.count ? adjacent() : unclosed(name) }
      index += 1
      try spend()
      if next == ")" { return arguments }
    }
  }
}
