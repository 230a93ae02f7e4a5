/// What a text says, whatever it is; a bare four-digit number is a number, since only a field can ask for a year.
package func parseLiteral(
  _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect
) -> Result<Literal, LiteralProblem> {
  if let quick = quickQuantity(text, dialect) { return .success(.quantity(quick)) }
  return withFolding(text) { bytes in
    read(bytes, dialect) { scanner throws(LiteralProblem) in try scanner.literal() }
  }
}

/// The quantity a text says. `2025` is a number and `2025年` a length of time; a period, pair or hours is a problem.
package func parseQuantity(
  _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect
) -> Result<Quantity, LiteralProblem> {
  if let quick = quickQuantity(text, dialect) { return .success(quick) }
  return withFolding(text) { bytes in
    read(bytes, dialect) { scanner throws(LiteralProblem) in
      if case .quantity(let quantity) = try scanner.literal(quantityOnly: true) { return quantity }
      throw LiteralProblem(.notAQuantity, 0..<bytes.count)
    }
  }
}

/// The period a text says: `2025`, `2025H1`, `2025Q1`, `2025-03`, `2025-W14`, a date, or a range of them.
package func parsePeriod(
  _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect = Dialect()
) -> Result<Period, LiteralProblem> {
  withFolding(text) { bytes in
    read(bytes, dialect) { scanner throws(LiteralProblem) in
      if bytes.isEmpty { throw LiteralProblem(.empty, 0..<0) }
      guard let period = try scanner.period(bareYear: true) else {
        throw LiteralProblem(.notAPeriod, 0..<bytes.count)
      }
      return period
    }
  }
}

/// The day a text says: `2025-03-01` or `2025年3月1日`.
package func parseDate(
  _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect = Dialect()
) -> Result<CivilDate, LiteralProblem> {
  withFolding(text) { bytes in
    read(bytes, dialect) { scanner throws(LiteralProblem) in
      if bytes.isEmpty { throw LiteralProblem(.empty, 0..<0) }
      guard let period = try scanner.period(bareYear: true), period.grain == .day, period.days == 1 else {
        throw LiteralProblem(.notADate, 0..<bytes.count)
      }
      return period.first
    }
  }
}

/// The unit a text names, as a KPI's `unit` does: `CNY/customer`, `万元`, `%`, `pp`, `points`, `x`, `h`, `users`.
package func parseUnit(
  _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect
) -> Result<WrittenUnit, LiteralProblem> {
  var quick = QuickEnding()
  if !text.isEmpty, quickEnding(text, 0, hasCode: false, dialect, &quick) {
    let scale = Fraction(mantissa: 1, exponent: quick.exponent)
    return .success(
      WrittenUnit(
        unit: quick.unit, mark: quick.mark, scale: quick.unit.isTime ? scale * (quick.time?.years ?? 1) : scale,
        writtenTime: quick.time))
  }
  return withFolding(text) { bytes in
    var one: [UInt8] = [UInt8(ascii: "1")]
    let needsBlank = bytes.first.map { $0 &- 0x30 < 10 } ?? true
    if needsBlank { return .failure(LiteralProblem(bytes.isEmpty ? .empty : .missingUnit, 0..<bytes.count)) }
    one.append(contentsOf: bytes)
    return one.withUnsafeBufferPointer { counted in
      read(counted, dialect) { scanner throws(LiteralProblem) in try scanner.quantity() }
    }
    .mapError { problem in
      let range = max(0, problem.range.lowerBound - 1)..<max(0, problem.range.upperBound - 1)
      return LiteralProblem(problem.kind, range, suggestion: problem.suggestion)
    }
    .map { WrittenUnit(unit: $0.unit, mark: $0.mark, scale: $0.low, writtenTime: $0.writtenTime) }
  }
}

/// The longest literal that begins at a place inside an expression and the place after it; nil where none begins.
///
/// It has no minus sign of its own, and ends before a blank unless a unit that the tool or the dialect knows follows.
package func parseLiteralPrefix(
  _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ dialect: Dialect
) -> Result<(literal: Literal, end: Int), LiteralProblem>? {
  guard start >= 0, start < text.count else { return nil }
  let rest = UnsafeBufferPointer(rebasing: text[start...])
  // Most figures end where the text given does.
  if rest[0] != UInt8(ascii: "-"), let quick = quickQuantity(rest, dialect) {
    return .success((.quantity(quick), text.count))
  }
  guard let folded = FoldedText(rest) else { return prefix(rest, dialect).map { shifted($0) { start + $0 } } }
  return folded.bytes.withUnsafeBufferPointer { prefix($0, dialect) }.map {
    shifted($0) { start + Int(folded.places[min($0, folded.bytes.count)]) }
  }
}

private func prefix(
  _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect
) -> Result<(literal: Literal, end: Int), LiteralProblem>? {
  var scanner = LiteralScanner(bytes, dialect, inExpression: true)
  guard scanner.beginsLiteral() else { return nil }
  do {
    let literal = try scanner.literal()
    return .success((literal, scanner.at))
  } catch {
    return error.kind == .notAFigure ? nil : .failure(error)
  }
}

private func shifted(
  _ result: Result<(literal: Literal, end: Int), LiteralProblem>, _ place: (Int) -> Int
) -> Result<(literal: Literal, end: Int), LiteralProblem> {
  switch result {
  case .success((let literal, let end)): .success((literal, place(end)))
  case .failure(let problem):
    .failure(
      LiteralProblem(
        problem.kind, place(problem.range.lowerBound)..<place(problem.range.upperBound),
        suggestion: problem.suggestion))
  }
}

extension LiteralScanner {
  /// Whether what stands here could be a literal and no name or operator of an expression.
  func beginsLiteral() -> Bool {
    switch byte(0) {
    case UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("): false
    case UInt8(ascii: "+"): isDigit(1)
    default: true
    }
  }
}

/// Runs a scanner over a whole text.
private func read<Value>(
  _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect,
  _ body: (inout LiteralScanner) throws(LiteralProblem) -> Value
) -> Result<Value, LiteralProblem> {
  var scanner = LiteralScanner(bytes, dialect)
  do throws(LiteralProblem) {
    scanner.skipBlanks()
    let value = try body(&scanner)
    try scanner.finish()
    return .success(value)
  } catch {
    return .failure(error)
  }
}

extension String {
  /// Reads a text that is already a string, such as a test's or a table's.
  package func withLiteralBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    var copy = self
    return copy.withUTF8(body)
  }
}
