extension LiteralScanner {
  /// Percentages, points, scores and ratios: what makes a plain number of the figure just read, or nil.
  mutating func markedFigure(_ span: WrittenSpan) throws(LiteralProblem) -> Quantity? {
    switch byte(at) {
    case UInt8(ascii: "%"):
      at += 1
      return try share(span, .percent, -2)
    case UInt8(ascii: ":"): return try proportion(span)
    case UInt8(ascii: "/"): return try outOf(span)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      if isWordByte(at + 1) || isDigit(at + 1) { return nil }
      at += 1
      return marked(span, .ratio, 0)
    case UInt8(ascii: "p"), 0xE2...0xE9: return try word(span, at)
    case 0x20:
      let next = blanksSkipped(at)
      if byte(next) == UInt8(ascii: "%") {
        // Between blanks in an expression the sign would still be the figure's: no operator is written so.
        at = next + 1
        return try share(span, .percent, -2)
      }
      return byte(next) == UInt8(ascii: "p") || byte(next) >= 0xE2 ? try word(span, next) : nil
    default: return nil
    }
  }

  /// How percentage points are written in Chinese, the longer before what they end in.
  private static let points: [StaticString] = ["个百分点", "個百分點", "百分点", "百分點"]
  /// How a ratio is written in Chinese.
  private static let times: StaticString = "倍"

  /// Whether a whole word is a Chinese mark, which is no counted thing.
  static func isMark(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.equals(times) || points.contains { word.equals($0) }
  }

  private mutating func word(_ span: WrittenSpan, _ start: Int) throws(LiteralProblem) -> Quantity? {
    if bytes.has("‰", at: start) {
      at = start + 3
      return try share(span, .permille, -3)
    }
    for points in LiteralScanner.points where bytes.has(points, at: start) {
      at = start + points.utf8CodeUnitCount
      return marked(span, .points, -2)
    }
    if bytes.has(LiteralScanner.times, at: start) {
      at = start + 3
      return marked(span, .ratio, 0)
    }
    let end = wordEnd(start)
    let word = piece(start..<end)
    if word.equals("pp") {
      at = end
      return marked(span, .points, -2)
    }
    if word.equals("points") || word.equals("point") {
      at = end
      return marked(span, .score(0), 0)
    }
    if word.equals("分") {
      at = end
      return try score(span, start)
    }
    return nil
  }

  private func marked(_ span: WrittenSpan, _ mark: Mark, _ shift: Int) -> Quantity {
    var scaled = span
    scaled.magnitude += shift
    var written = WrittenUnit()
    written.mark = mark
    return figure(scaled, written)
  }

  /// A percentage, by itself or by time: `6%/年`.
  private mutating func share(_ span: WrittenSpan, _ mark: Mark, _ shift: Int) throws(LiteralProblem) -> Quantity {
    guard byte(at) == UInt8(ascii: "/"), isWordByte(at + 1) else { return marked(span, mark, shift) }
    var written = WrittenUnit()
    written.mark = mark
    try denominator(&written)
    var scaled = span
    scaled.magnitude += shift
    return figure(scaled, written)
  }

  /// `1:3.5`, `3:1`: the side that is 1 is the base.
  private mutating func proportion(_ span: WrittenSpan) throws(LiteralProblem) -> Quantity? {
    guard isDigit(at + 1), span.high == nil, span.magnitude == 0 else { return nil }
    at += 1
    let right = try number()
    if span.low.isOne { return marked(WrittenSpan(low: right), .ratio, 0) }
    if right.isOne { return marked(span, .ratio, 0) }
    throw LiteralProblem(.ratioWithoutOne, span.low.range.lowerBound..<at)
  }

  /// `8.6/10`: a score out of 5, 10 or 100.
  private mutating func outOf(_ span: WrittenSpan) throws(LiteralProblem) -> Quantity? {
    guard isDigit(at + 1), span.magnitude == 0 else { return nil }
    let start = at + 1
    var end = start
    while isDigit(end) { end += 1 }
    let scale = piece(start..<end)
    guard scale.equals("5") || scale.equals("10") || scale.equals("100"), byte(end) != UInt8(ascii: ".") else {
      if inExpression { return nil }
      throw LiteralProblem(.badScale, span.low.range.lowerBound..<end)
    }
    at = end
    return try onScale(span, whole(start..<end))
  }

  /// `15分`, `8.6分(满分10分)`.
  private mutating func score(_ span: WrittenSpan, _ start: Int) throws(LiteralProblem) -> Quantity {
    let place = at
    guard take("("), take("满分") || take("滿分"), isDigit(at) else {
      at = place
      return marked(span, .score(0), 0)
    }
    let scale = try number()
    _ = take("分")
    guard take(")"), scale.long == nil, let full = scale.value(0).int, full >= 1 else {
      throw LiteralProblem(.badScale, place..<at)
    }
    return try onScale(span, full)
  }

  private func onScale(_ span: WrittenSpan, _ full: Int) throws(LiteralProblem) -> Quantity {
    let score = marked(span, .score(full), 0)
    guard score.high <= Fraction(full), !score.low.isNegative else {
      throw LiteralProblem(.badScale, span.low.range.lowerBound..<at)
    }
    return score
  }
}
