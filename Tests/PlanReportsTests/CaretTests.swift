import PlanReports
import PlanText
import Testing

/// Every underline stands in the column its text is shown in, whatever stands before it.
@Suite struct CaretTests {
  /// Pieces of text, how they are shown, and the columns they take; a tab's columns depend on where it stands.
  static let pieces: [(source: String, shown: String, width: Int)] = [
    ("a", "a", 1), ("中", "中", 2), ("：", "：", 2), ("é", "é", 1), ("e\u{301}", "e\u{301}", 1), ("💰", "💰", 2),
    ("👩‍👩‍👧", "👩‍👩‍👧", 2), ("👍🏽", "👍🏽", 2), ("☂️", "☂️", 2), ("☂", "☂", 1), ("🇭🇰", "🇭🇰", 2), ("한", "한", 2),
    ("각", "각", 2), ("ｱ", "ｱ", 1), ("\t", "", 0), ("\u{1B}", #"\u{1B}"#, 6), ("\u{202E}", #"\u{202E}"#, 8),
    ("\u{200B}", #"\u{200B}"#, 8), ("\u{2028}", #"\u{2028}"#, 8), (" ", " ", 1), ("𠮷", "𠮷", 2), ("…", "…", 1),
  ]

  /// Pieces put in a row, of `count` pieces chosen by `next`.
  static func line(_ count: Int, _ next: () -> Int, from column: Int = 0) -> (source: String, shown: String, end: Int) {
    var (source, shown, end) = ("", "", column)
    for _ in 0..<count {
      let piece = pieces[next() % pieces.count]
      let width = piece.source == "\t" ? 4 - end % 4 : piece.width
      source += piece.source
      shown += piece.source == "\t" ? String(repeating: " ", count: width) : piece.shown
      end += width
    }
    return (source, shown, end)
  }

  @Test(arguments: ["\n", "\r\n"]) func everyCaretStandsUnderItsText(lineEnd: String) {
    var state: UInt64 = 20_250_101
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<500 {
      let before = Self.line(next() % 8, next)
      let marked = Self.line(1 + next() % 4, next, from: before.end + 1)
      let after = Self.line(next() % 4, next, from: marked.end + 1)
      let sample = Sample("x: 1\(lineEnd)\(before.source)[\(marked.source)]\(after.source)\(lineEnd)")
      let start = 4 + lineEnd.utf8.count + before.source.utf8.count
      let diagnostic = Diagnostic(
        ShareOff.self, at: sample.bytes(start, start + 1), Message("off"), label: Message("here"))
      let lines = TextFormat.text(diagnostic, sources: SourceMap([sample.file]), language: .english)
        .split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[3].hasPrefix("2 | \(before.shown)["))
      #expect(lines[4] == "  | \(String(repeating: " ", count: before.end))^ here")
      #expect(displayWidth(before.shown) == before.end)
    }
  }

  @Test(arguments: pieces.indices) func underlinesWholeCharacters(index: Int) {
    let piece = Self.pieces[index]
    let sample = Sample("a\(piece.source)b\n")
    let count = piece.source.utf8.count
    let width = piece.source == "\t" ? 3 : piece.width
    for (start, end) in [(0, count), (count - 1, count), (0, 1)] {
      let diagnostic = Diagnostic(ShareOff.self, at: sample.bytes(1 + start, 1 + end), Message("off"))
      let text = TextFormat.text(diagnostic, sources: SourceMap([sample.file]), language: .english)
      let row = text.split(separator: "\n")[4]
      #expect(row == "  |  " + String(repeating: "^", count: width))
    }
  }
}
