package import PlanText

/// What a person reads on a terminal: each finding with the lines it points at, underlined.
///
/// ```
/// error[B307]: the share 45% contradicts 160万 of 400万, which is 40%
///   --> plans/autumn.yaml:12:12
///    |
/// 12 |     share: 45%
///    |            ^^^ the share
/// 13 |     amount: 160万
///    |             ----- the amount
///    |
///    = help: write 40%, or change the amount
/// ```
package struct TextFormat: DiagnosticFormat {
  package static let name = "text"

  package init() {}

  package func pieces(_ findings: Findings) -> [String] {
    let locator = SourceLocator(findings.sources)
    return findings.diagnostics.map {
      Self.text($0, locator, findings.language, isColoured: findings.isColoured)
    }
  }

  package func write(
    _ pieces: [String], _ counts: FindingCounts, _ language: Language, to write: ([UInt8]) -> Void
  ) {
    var part: [UInt8] = []
    for line in pieces + [counts.summary.text(in: language)] {
      part += line.utf8
      part.append(UInt8(ascii: "\n"))
      if part.count > 65_536 {
        write(part)
        part.removeAll(keepingCapacity: true)
      }
    }
    write(part)
  }

  /// One finding, without the blank line that parts it from the next.
  package static func text(
    _ diagnostic: Diagnostic, sources: SourceMap, language: Language, isColoured: Bool = false
  ) -> String {
    text(diagnostic, SourceLocator(sources), language, isColoured: isColoured)
  }

  private static func text(
    _ diagnostic: Diagnostic, _ locator: SourceLocator, _ language: Language, isColoured: Bool
  ) -> String {
    terminalText(lines(diagnostic, locator, language, isColoured: isColoured), isColoured: isColoured)
  }

  private static func lines(
    _ diagnostic: Diagnostic, _ locator: SourceLocator, _ language: Language, isColoured: Bool
  ) -> String {
    let colon = Word.colon(language)
    let style = TerminalStyle.severity(diagnostic.severity)
    let head = "\(diagnostic.severity.word.text(in: language))[\(diagnostic.code)]"
    let message = colon + visible(diagnostic.message.text(in: language))
    var text = style.applied(to: head, isColoured: isColoured)
    text += TerminalStyle.strong.applied(to: message, isColoured: isColoured) + "\n"
    let snippet = Snippet(diagnostic, locator, language)
    text += snippet.text(isColoured: isColoured)
    let remarks = remarks(diagnostic)
    guard !remarks.isEmpty else { return text }
    let margin = String(repeating: " ", count: snippet.gutter)
    if !snippet.isEmpty { text += TerminalStyle.aside.applied(to: margin + " |", isColoured: isColoured) + "\n" }
    for (word, message) in remarks {
      text += TerminalStyle.aside.applied(to: margin + " = ", isColoured: isColoured)
      text += TerminalStyle.strong.applied(to: word.text(in: language), isColoured: isColoured)
      text += colon + visible(message.text(in: language)) + "\n"
    }
    return text
  }

  private static func remarks(_ diagnostic: Diagnostic) -> [(word: Message, message: Message)] {
    var remarks = diagnostic.notes.map { (Word.note, $0) }
    if let help = diagnostic.help { remarks.append((Word.help, help)) }
    if let fix = diagnostic.fix { remarks.append((fix.isSafe ? Word.fix : Word.unsafeFix, fix.title)) }
    return remarks
  }
}
