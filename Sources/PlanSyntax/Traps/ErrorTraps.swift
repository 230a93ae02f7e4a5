import PlanText

// Syntax errors that a value's own spelling explains.
extension TreeBuilder {
  /// The S024 that explains a syntax error; nil where it is an error of syntax and nothing else.
  func swallowed(_ error: SyntaxError) -> Diagnostic? {
    switch error.problem {
    case "mapping values are not allowed in this context": return colonOutOfPlace(error.at)
    case "could not find expected ':'": return gluedColon(onLineFrom: error.from)
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      return fullWidthComma(from: error.from, to: error.at) ?? aliasBefore(error.at)
    case "did not find expected key", "did not find expected '-' indicator": return aliasBefore(error.at)
    default: break
    }
    // What follows a text that ended too late is no value: its quote is what is wrong.
    guard error.from < source.count, openQuote(before: error.at) == nil else { return nil }
    let first = source[error.from]
    switch error.context {
    case "while scanning a block scalar"
    where error.problem != "found a tab character where an indentation space is expected":
      return YamlSwallowed.block(at: valueRange(from: error.from), in: file)
    case "while scanning an alias", "while scanning an anchor", "while scanning a tag", "while parsing a tag",
      "while parsing a node", "while scanning for the next token":
      return "*&!@`%".utf8.contains(first) ? indicator(from: error.from) : nil
    default: return nil
    }
  }

  private func indicator(from start: Int) -> Diagnostic {
    let value = valueRange(from: start)
    return YamlSwallowed.indicator(at: value, source.text(start, start + 1), value: value, in: file)
  }

  /// `says: *x y`: an alias with more text behind it on its line.
  private func aliasBefore(_ place: Int) -> Diagnostic? {
    guard lastLeaf >= 0, nodes.base[lastLeaf].kind == .alias else { return nil }
    let start = Int(nodes.base[lastLeaf].start)
    guard start < place, source.lineEnd(from: start) > place else { return nil }
    return indicator(from: start)
  }

  /// `note: 预算: 三成` holds a second colon; otherwise the line above may have one that separates nothing.
  private func colonOutOfPlace(_ colon: Int) -> Diagnostic? {
    let lineStart = source.lineStart(of: colon)
    var text = source.skippingBlanks(from: lineStart)
    while text + 1 < colon, source[text] == UInt8(ascii: "-"), source[text + 1].isBlank {
      text = source.skippingBlanks(from: text + 1)
    }
    if text < colon, let separator = source.separator(in: text..<colon) {
      let value = valueRange(from: source.skippingBlanks(from: separator + 1))
      let isQuoted = value.start < value.end && "\"'{[".utf8.contains(source[Int(value.start)])
      return isQuoted ? nil : YamlSwallowed.colonInText(at: range(colon, colon + 1), value: value, in: file)
    }
    guard let above = source.lineAbove(lineStart), source.separator(in: above) == nil else { return nil }
    return glue(in: above.lowerBound, above.upperBound).map { diagnostic($0) }
  }

  private func gluedColon(onLineFrom start: Int) -> Diagnostic? {
    glue(in: start, source.lineEnd(from: start)).map { diagnostic($0) }
  }

  /// `{a: 1，b: 2}`
  private func fullWidthComma(from start: Int, to end: Int) -> Diagnostic? {
    guard lastLeaf >= 0, nodes.base[lastLeaf].style == .plain, nodes.base[lastLeaf].kind == .scalar else { return nil }
    let leaf = Int(nodes.base[lastLeaf].start)..<Int(nodes.base[lastLeaf].end)
    guard leaf.lowerBound >= start, let comma = leaf.first(where: { source.has("，", at: $0) }) else { return nil }
    return YamlSwallowed.comma(at: range(comma, comma + 3))
  }
}
