import PlanText

/// One of libyaml's errors, in byte offsets.
struct SyntaxError {
  let problem: String
  let context: String
  /// Where the problem was noticed.
  let at: Int
  /// Where what could not be finished began; `at` if libyaml does not say.
  let from: Int
}

extension TreeBuilder {
  /// Turns libyaml's failure into one diagnostic that says what was most likely meant.
  mutating func explain(_ failure: EventParser.Failure) {
    if failure.isEncoding {
      let at = min(failure.byte, source.count)
      let bytes = Array(source[at..<min(at + 1, source.count)])
      problems.append(
        InvalidEncoding.notText(
          at: range(at, min(at + 1, source.count)), bytes: bytes, offset: at, encoding: "UTF-8", others: 0))
      isStopped = true
      return
    }
    let at = cursor.offset(failure.problemMark)
    let from = failure.context.isEmpty ? at : cursor.offset(failure.contextMark)
    let error = SyntaxError(problem: failure.problem, context: failure.context, at: at, from: min(from, at))
    let diagnostic =
      swallowed(error) ?? ExplainedError(error, source, file: file, quote: openQuote(before: at)).diagnostic
    // An alias that was found undefined may turn out to be the cause of the error.
    problems.removeAll { $0.range.start == diagnostic.range.start }
    self.error = diagnostic
    spoilValue(at: at)
  }

  /// The value on the line of the error was cut by it, and is nothing to judge.
  private mutating func spoilValue(at place: Int) {
    guard lastLeaf >= 0, place >= lastEnd, !source[lastEnd..<min(place, source.count)].contains(where: { $0.isBreak })
    else { return }
    nodes.base[lastLeaf].flags.insert(.swallowed)
  }

  /// The opening quote of the text that ends on this line, if it began on an earlier one, where it was meant to end.
  func openQuote(before place: Int) -> Int? {
    guard lastLeaf >= 0 else { return nil }
    let node = nodes.base[lastLeaf]
    guard node.style == .doubleQuoted || node.style == .singleQuoted, Int(node.end) <= place else { return nil }
    let isOnLine = !source[Int(node.end)..<min(place, source.count)].contains { $0.isBreak }
    let spansLines = source[Int(node.start)..<Int(node.end)].contains { $0.isBreak }
    return isOnLine && spansLines ? Int(node.start) : nil
  }
}

/// A syntax error with the place and the wording that help most.
struct ExplainedError {
  let diagnostic: Diagnostic

  init(_ error: SyntaxError, _ source: UnsafeBufferPointer<UInt8>, file: SourceFile, quote: Int?) {
    func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file.id, start: start, end: end) }
    func toLineEnd(_ start: Int) -> SourceRange {
      var end = source.lineEnd(from: start)
      while end > start, source[end - 1].isBlank { end -= 1 }
      return range(start, end)
    }
    let noticed = Message(en: "noticed here", hans: "在此处发现", hant: "在此處發現")
    let token = range(error.at, source.tokenEnd(at: error.at))
    let wording = SyntaxWording.of(libyaml: error.problem, context: error.context)

    if let quote {
      diagnostic = YamlSyntax.diagnostic(
        .unclosedQuote, at: toLineEnd(quote), labels: [Diagnostic.Label(token, noticed)])
      return
    }
    switch error.context {
    case "while scanning a quoted scalar" where error.problem == "found unexpected end of stream":
      diagnostic = YamlSyntax.diagnostic(.unclosedQuote, at: toLineEnd(error.from))
    case "while parsing a flow mapping", "while parsing a flow sequence":
      if source.closes(error.from) {
        diagnostic = YamlSyntax.diagnostic(
          wording, at: token,
          labels: [
            Diagnostic.Label(
              range(error.from, error.from + 1), Message(en: "opened here", hans: "在此处打开", hant: "在此處開啟"))
          ])
      } else {
        let isBrace = error.from < source.count && source[error.from] == UInt8(ascii: "{")
        diagnostic = YamlSyntax.diagnostic(
          isBrace ? .unclosedBrace : .unclosedBracket, at: range(error.from, min(error.from + 1, source.count)),
          labels: [Diagnostic.Label(token, noticed)])
      }
    case "while scanning a simple key":
      diagnostic = YamlSyntax.diagnostic(wording, at: toLineEnd(error.from))
    case "while parsing a block mapping", "while parsing a block collection":
      let isAfterQuote = source.quoteEnds(before: error.at)
      let begins = Message(en: "it begins here", hans: "它从此处开始", hant: "它從此處開始")
      diagnostic = YamlSyntax.diagnostic(
        isAfterQuote ? .afterQuote : wording, at: toLineEnd(error.at),
        labels: isAfterQuote ? [] : [Diagnostic.Label(range(error.from, source.tokenEnd(at: error.from)), begins)])
    default:
      if error.problem == "mapping values are not allowed in this context" {
        diagnostic = Self.misplacedColon(error, source, file: file)
      } else if error.at < source.count, source[error.at] == UInt8(ascii: "\t") {
        diagnostic = YamlSyntax.diagnostic(.tab, at: token)
      } else if error.from < source.count, source[error.from] == UInt8(ascii: "%") {
        diagnostic = YamlSyntax.diagnostic(wording, at: toLineEnd(error.from))
      } else {
        let isNear = error.from < error.at && !source[error.from..<error.at].contains { $0.isBreak }
        diagnostic = YamlSyntax.diagnostic(wording, at: isNear ? range(error.from, Int(token.end)) : token)
      }
    }
  }

  /// `: ` is the first on its line, so that the line above is at fault: it has no colon, or a value already.
  private static func misplacedColon(_ error: SyntaxError, _ source: UnsafeBufferPointer<UInt8>, file: SourceFile)
    -> Diagnostic
  {
    let lineStart = source.lineStart(of: error.at)
    let key = SourceRange(file: file.id, start: source.skippingBlanks(from: lineStart), end: error.at)
    guard let above = source.lineAbove(lineStart) else {
      return YamlSyntax.diagnostic(.of(libyaml: error.problem, context: ""), at: key)
    }
    if source.separator(in: above) != nil {
      let line = SourceRange(file: file.id, start: above.lowerBound, end: above.upperBound)
      let label = Message(en: "this key has its value", hans: "这个键已经有值", hant: "這個鍵已經有值")
      return YamlSyntax.diagnostic(.deeperThanValue, at: key, labels: [Diagnostic.Label(line, label)])
    }
    return YamlSyntax.diagnostic(
      .missingColon, at: SourceRange(file: file.id, start: above.lowerBound, end: above.upperBound))
  }
}
