import PlanExpressions
import PlanQuantities
import PlanSyntax
import PlanText

/// Reading one scalar as what the field asks for: the field's type decides, from the source text.
extension Decoder {
  /// The scalar at a node; anything else, or nothing written, is a diagnostic.
  private mutating func scalar(_ node: NodeID, _ shape: @autoclosure () -> Shape) -> NodeID? {
    guard let node = resolved(node), !tree.isSwallowed(node) else { return nil }
    guard tree.kind(node) == .scalar, !tree.isEmpty(node) else {
      report(
        WrongType.diagnostic(expected: shape(), found: tree.found(node), key: currentKey, at: placeOf(node)))
      return nil
    }
    return node
  }

  /// Where to point for a node: its key, if nothing is written.
  private func placeOf(_ node: NodeID) -> SourceRange {
    let range = tree.range(node)
    return range.start == range.end ? keyRange : range
  }

  func isWord(_ word: StaticString, _ node: NodeID) -> Bool { tree.kind(node) == .scalar && tree.isText(node, word) }

  // MARK: Words and texts

  mutating func text(_ node: NodeID, mayBeEmpty: Bool = false) -> Text? {
    guard let node = resolved(node), !tree.isSwallowed(node) else { return nil }
    switch tree.kind(node) {
    case .scalar where !tree.isEmpty(node):
      return kept(Text(plain: node, in: tree))
    case .scalar where mayBeEmpty:
      return Text([("", "")], at: placeOf(node))
    case .mapping where tree.count(node) > 0:
      return wordings(node, mayBeEmpty: mayBeEmpty).map { kept($0) }
    default:
      report(WrongType.diagnostic(expected: .text, found: tree.found(node), key: currentKey, at: placeOf(node)))
      return nil
    }
  }

  /// Notes a text where texts are kept.
  private mutating func kept(_ text: Text) -> Text {
    guard texts != nil, !text.isEmpty else { return text }
    let use = TextUse(text: text, noun: currentNoun, key: currentKey)
    texts?.append(use)
    return text
  }

  /// A text in several languages: every key must be a language tag.
  private mutating func wordings(_ node: NodeID, mayBeEmpty: Bool) -> Text? {
    var wordings: [(tag: String, text: String)] = []
    for (key, value) in tree.entries(node) where !tree.isSwallowed(key) {
      guard isLanguageTag(key) else {
        report(WrongType.languageTag(tree.text(key), key: currentKey, at: tree.range(key)))
        continue
      }
      if mayBeEmpty, let value = resolved(value), tree.isEmpty(value) {
        wordings.append((tree.text(key), ""))
        continue
      }
      guard let value = scalar(value, .text) else { continue }
      wordings.append((tree.text(key), tree.text(value)))
    }
    return wordings.isEmpty ? nil : Text(wordings, at: tree.range(node))
  }

  mutating func word(_ node: NodeID, shape: Shape) -> Located<String>? {
    guard let node = scalar(node, shape) else { return nil }
    if tree.withBytes(node, \.count) > Decoder.limits.wordBytes {
      report(ResourceLimit.tooLongWord(currentKey, at: tree.range(node), limit: Decoder.limits.wordBytes))
      return nil
    }
    checkAmbiguity(node, as: .word)
    return Located(tree.text(node), at: tree.range(node))
  }

  /// A colour as `#RRGGBB`; the sign may be left out, since YAML takes it for a comment where it is not in quotes.
  mutating func colour(_ node: NodeID) -> Located<String>? {
    guard let node = scalar(node, .colour) else { return nil }
    let text = tree.text(node)
    let digits = text.hasPrefix("#") ? text.dropFirst() : Substring(text)
    guard digits.utf8.count == 6, digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      report(WrongType.diagnostic(expected: .colour, found: .scalar(text), key: currentKey, at: tree.range(node)))
      return nil
    }
    return Located("#" + digits, at: tree.range(node))
  }

  mutating func reference(_ node: NodeID, to target: Target) -> Located<String>? {
    guard let word = word(node, shape: .reference(target)) else { return nil }
    note(reference: word, to: target)
    return word
  }

  mutating func choice<Word: Choice>(_ node: NodeID, _ type: Word.Type) -> Located<Word>? {
    func allowed() -> [String] { Word.allCases.map(\.rawValue) }
    guard let node = scalar(node, .choice(allowed())) else { return nil }
    let text = tree.text(node)
    if let word = Word(rawValue: text) { return Located(word, at: tree.range(node)) }
    report(WrongType.choice(text, allowed: allowed(), key: currentKey, at: tree.range(node)))
    return nil
  }

  mutating func flag(_ node: NodeID) -> Located<Bool>? {
    guard let node = scalar(node, .flag) else { return nil }
    if isWord("true", node) { return Located(true, at: tree.range(node)) }
    if isWord("false", node) { return Located(false, at: tree.range(node)) }
    if checkAmbiguity(node, as: .flag) { return nil }
    report(
      WrongType.choice(tree.text(node), allowed: ["true", "false"], key: currentKey, at: tree.range(node)))
    return nil
  }

  mutating func integer(_ node: NodeID) -> Located<Int>? {
    guard let node = scalar(node, .integer) else { return nil }
    if let number = Int(tree.text(node)) { return Located(number, at: tree.range(node)) }
    report(WrongType.diagnostic(expected: .integer, found: tree.found(node), key: currentKey, at: tree.range(node)))
    return nil
  }

  /// Says where YAML's versions disagree about a plain scalar that no type settles; gives whether they do.
  @discardableResult
  mutating func checkAmbiguity(_ node: NodeID, as use: AmbiguousScalar.Use) -> Bool {
    guard tree.kind(node) == .scalar, tree.style(node) == .plain,
      tree.withBytes(node, { AmbiguousScalar.isAmbiguous($0) })
    else { return false }
    report(AmbiguousScalar.diagnostic(tree.text(node), use: use, at: tree.range(node)))
    return true
  }

  // MARK: Quantities and dates

  /// Parses a scalar; a problem is told at its place within the scalar.
  private mutating func parse<Value>(
    _ node: NodeID, _ shape: Shape,
    _ parser: (UnsafeBufferPointer<UInt8>, Dialect) -> Result<Value, LiteralProblem>
  ) -> Located<Value>? {
    guard let node = scalar(node, shape) else { return nil }
    switch tree.withBytes(node, { parser($0, dialect) }) {
    case .success(let value): return Located(value, at: tree.range(node))
    case .failure(let problem):
      report(InvalidQuantity.diagnostic(problem, expected: shape, key: currentKey, at: place(problem.range, in: node)))
      return nil
    }
  }

  /// The place in the file of a stretch of a scalar's value; the whole scalar where escapes moved the bytes.
  private func place(_ stretch: Range<Int>, in node: NodeID) -> SourceRange {
    guard let start = tree.contentStart(node), !stretch.isEmpty else { return tree.range(node) }
    return SourceRange(file: tree.file.id, start: start + stretch.lowerBound, end: start + stretch.upperBound)
  }

  mutating func literal(_ node: NodeID, kind: QuantityKind) -> Located<Literal>? {
    guard let literal = parse(node, .quantity(kind), { parseLiteral($0, $1) }) else { return nil }
    if case .quantity(let quantity) = literal.value, !fits(quantity, kind, at: literal.range) { return nil }
    return literal
  }

  mutating func quantity(_ node: NodeID, kind: QuantityKind) -> Located<Quantity>? {
    guard let quantity = parse(node, .quantity(kind), { parseQuantity($0, $1) }),
      fits(quantity.value, kind, at: quantity.range)
    else { return nil }
    return quantity
  }

  /// Whether a quantity is of the kind a field asks for; says so if not.
  private mutating func fits(_ quantity: Quantity, _ kind: QuantityKind, at range: SourceRange) -> Bool {
    if kind.admits(quantity) { return true }
    if quantity.isBareNumber {
      report(UnitLeftOut.diagnostic(quantity, kind: kind, currency: dialect.currency, at: range))
    } else {
      report(DimensionMismatch.field(quantity, kind: kind, key: currentKey, at: range))
    }
    return false
  }

  mutating func date(_ node: NodeID) -> Located<CivilDate>? { parse(node, .date) { parseDate($0, $1) } }
  mutating func period(_ node: NodeID) -> Located<Period>? { parse(node, .period) { parsePeriod($0, $1) } }

  // MARK: Expressions, links, payers

  mutating func expression(_ node: NodeID, isCondition: Bool) -> Located<Expression>? {
    guard let node = scalar(node, isCondition ? .condition : .expression) else { return nil }
    let range = tree.range(node)
    let contentStart = tree.contentStart(node)
    let source = tree.withBytes(node) { bytes in
      ExpressionSource(bytes: Array(bytes), contentStart: contentStart, range: range)
    }
    let (expression, problems) = parseExpression(source, dialect: dialect, condition: isCondition)
    for problem in problems { report(diagnostic(problem)) }
    guard let expression else { return nil }
    let located = Located(expression, at: range)
    expressions.append(ExpressionUse(expression: located, noun: currentNoun, key: currentKey))
    return located
  }

  private func diagnostic(_ problem: ExpressionProblem) -> Diagnostic {
    switch problem.kind {
    case .tooLarge: problem.diagnostic(ResourceLimit.self)
    case _ where currentNoun == KPI.nounName: problem.diagnostic(KpiFormulaInvalid.self)
    default: InvalidQuantity.expression(problem, key: currentKey)
    }
  }

  mutating func link(_ node: NodeID) -> Link? {
    guard let node = scalar(node, .link) else { return nil }
    let parts = tree.text(node).split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    let whole = tree.range(node)
    guard let first = parts.first else { return nil }
    let idRange = place(0..<first.utf8.count, in: node)
    let id = Located(String(first), at: idRange)
    guard parts.count == 2 else { return Link(id: id, kind: .finishToStart, lag: nil, range: whole) }
    let rest = parts[1].filter { $0 != " " }
    guard let kind = Link.Kind(rawValue: String(rest.prefix(2))) else {
      report(
        WrongType.choice(String(parts[1]), allowed: Link.Kind.allCases.map(\.rawValue), key: currentKey, at: whole))
      return nil
    }
    var lagText = String(rest.dropFirst(2))
    if lagText.isEmpty { return Link(id: id, kind: kind, lag: nil, range: whole) }
    switch lagText.withUTF8({ parseQuantity($0, dialect) }) {
    case .success(let lag) where QuantityKind.duration.admits(lag):
      return Link(id: id, kind: kind, lag: lag, range: whole)
    case .success(let lag):
      report(DimensionMismatch.field(lag, kind: .duration, key: currentKey, at: whole))
      return nil
    case .failure(let problem):
      report(InvalidQuantity.diagnostic(problem, expected: .link, key: currentKey, at: whole))
      return nil
    }
  }

  mutating func payer(_ node: NodeID) -> Payer? {
    guard let node = resolved(node), !tree.isSwallowed(node) else { return nil }
    guard tree.kind(node) == .mapping else { return reference(node, to: .line).map { .one($0) } }
    var payers: [(line: Located<String>, amount: Located<Quantity>)] = []
    eachEntry(node, of: .payer) { decoder, id, value in
      decoder.note(reference: id, to: .line)
      if let amount = decoder.quantity(value, kind: .money) { payers.append((id, amount)) }
    }
    return payers.isEmpty ? nil : .several(payers)
  }
}
