import PlanReports
import PlanText
import Testing

@Suite struct TextFormatTests {
  /// One finding as printed.
  func text(
    _ samples: [Sample], at range: SourceRange, label: String? = nil, labels: [(SourceRange, String)] = []
  ) -> String {
    let diagnostic = Diagnostic(
      ShareOff.self, at: range, Message("off"), label: label.map { Message($0) },
      labels: labels.map { Diagnostic.Label($0, Message($1)) })
    return TextFormat.text(diagnostic, sources: SourceMap(samples.map(\.file)), language: .english)
  }

  @Test func longOutputIsHandedOverInPartsOfWholeFindings() {
    let pieces = (0..<7).map { String(repeating: String($0), count: 30_000) }
    var parts: [[UInt8]] = []
    TextFormat().write(pieces, FindingCounts(), .english) { parts.append($0) }
    #expect(parts.count == 3)
    #expect(parts.allSatisfy { $0.count < 100_000 && $0.last == UInt8(ascii: "\n") })
    let whole = String(decoding: parts.joined(), as: UTF8.self)
    #expect(whole.hasPrefix(pieces.map { $0 + "\n" }.joined()))
  }

  @Test func underlinesTheRange() {
    let sample = Sample("budget:\n  share: 45%\n")
    #expect(
      text([sample], at: sample.range("45%"), label: "the share") == """
        error[B307]: off
         --> plan.yaml:2:10
          |
        2 |   share: 45%
          |          ^^^ the share

        """)
  }

  @Test func alignsUnderWideCharacters() {
    let sample = Sample("预算: 线上ｗ：160万\n")
    #expect(
      text([sample], at: sample.range("160万")) == """
        error[B307]: off
         --> plan.yaml:1:9
          |
        1 | 预算: 线上ｗ：160万
          |               ^^^^^

        """)
  }

  @Test func alignsUnderEmojiAndMarks() {
    let sample = Sample("- 👩‍👩‍👧 ❤️ 🇨🇳 1️⃣ cafe\u{301} 45%\n")
    #expect(
      text([sample], at: sample.range("45%")) == """
        error[B307]: off
         --> plan.yaml:1:25
          |
        1 | - 👩‍👩‍👧 ❤️ 🇨🇳 1️⃣ cafe\u{301} 45%
          |                    ^^^

        """)
  }

  @Test func expandsTabs() {
    let sample = Sample("a:\tb\t45%\n")
    #expect(
      text([sample], at: sample.range("45%")) == """
        error[B307]: off
         --> plan.yaml:1:6
          |
        1 | a:  b   45%
          |         ^^^

        """)
  }

  @Test func leavesOutCarriageReturns() {
    let sample = Sample("budget:\r\n  share: 45%\r\n  amount: 160\r\n")
    #expect(
      text([sample], at: sample.range("45%\r\n"), labels: [(sample.range("160"), "the amount")]) == """
        error[B307]: off
         --> plan.yaml:2:10
          |
        2 |   share: 45%
          |          ^^^
        3 |   amount: 160
          |           --- the amount

        """)
  }

  @Test func putsTwoLabelsUnderOneLine() {
    let sample = Sample("total: {share: 45%, amount: 160}\n")
    #expect(
      text(
        [sample], at: sample.range("45%"), label: "the share",
        labels: [(sample.range("160"), "the amount"), (sample.range("total"), "of this")]) == """
          error[B307]: off
           --> plan.yaml:1:16
            |
          1 | total: {share: 45%, amount: 160}
            | -----          ^^^          --- the amount
            | |              |
            | |              the share
            | of this

          """)
  }

  @Test func tellsNestedAndEqualRangesApart() {
    let sample = Sample("total: {share: 45%}\n")
    #expect(
      text(
        [sample], at: sample.range("45%"), label: "the share",
        labels: [(sample.range("{share: 45%}"), "the mapping"), (sample.range("45%"), "again")]) == """
          error[B307]: off
           --> plan.yaml:1:16
            |
          1 | total: {share: 45%}
            |        --------^^^- the mapping
            |                |
            |                the share
            |                again

          """)
  }

  @Test func showsOtherFiles() {
    let plan = Sample("share: 45%\n")
    let policy = Sample("\n\n\n\n\n\n\n\n\nshare at most: 40%\n", path: "policies/house.yaml", id: 1)
    #expect(
      text([plan, policy], at: plan.range("45%"), labels: [(policy.range("40%"), "the cap")]) == """
        error[B307]: off
          --> plan.yaml:1:8
           |
         1 | share: 45%
           |        ^^^
           |
          ::: policies/house.yaml:10:16
           |
        10 | share at most: 40%
           |                --- the cap

        """)
  }

  @Test func shortensLongRanges() {
    let sample = Sample("a: 1\nbudget:\n  - x\n  - y\n  - z\n\nb: 2\n")
    #expect(
      text([sample], at: sample.range("budget:\n  - x\n  - y\n  - z\n\n"), label: "the budget") == """
        error[B307]: off
         --> plan.yaml:2:1
          |
        2 | budget:
          | ^^^^^^^
        ...
        5 |   - z
          |   ^^^ the budget

        """)
  }

  @Test func showsASingleLineBetween() {
    let sample = Sample("a: 1\nb: 2\nc: 3\n")
    #expect(
      text([sample], at: sample.range("1"), labels: [(sample.range("3"), "that")]) == """
        error[B307]: off
         --> plan.yaml:1:4
          |
        1 | a: 1
          |    ^
        2 | b: 2
        3 | c: 3
          |    - that

        """)
  }

  @Test func pointsAtTheEndOfTheFile() {
    let sample = Sample("a: 1\n")
    #expect(
      text([sample], at: sample.bytes(5, 5), label: "here") == """
        error[B307]: off
         --> plan.yaml:2:1
          |
        2 |
          | ^ here

        """)
    #expect(
      text([sample], at: sample.bytes(4, 4)) == """
        error[B307]: off
         --> plan.yaml:1:5
          |
        1 | a: 1
          |     ^

        """)
  }

  @Test func pointsIntoAnEmptyFile() {
    let sample = Sample("")
    #expect(
      text([sample], at: sample.bytes(0, 0)) == """
        error[B307]: off
         --> plan.yaml:1:1
          |
        1 |
          | ^

        """)
  }

  @Test func saysSoWithoutTheFile() {
    #expect(text([], at: Sample("").bytes(0, 0)) == "error[B307]: off\n")
  }

  @Test func sendsNoControlsToTheTerminal() {
    let sample = Sample("a: \u{1B}[31m\u{202E}b\u{7}\u{200D}c\u{85}\u{FEFF} 45%\n", path: "p\u{1B}[2J.yaml")
    let diagnostic = Diagnostic(
      ShareOff.self, at: sample.range("45%"), Message("key `x\u{1B}[1m\nerror[B301]: forged`"),
      label: Message("a\tb"), notes: [Message("\u{9B}1m")])
    #expect(
      TextFormat.text(diagnostic, sources: SourceMap([sample.file]), language: .english) == #"""
        error[B307]: key `x\u{1B}[1m\nerror[B301]: forged`
         --> p\u{1B}[2J.yaml:1:17
          |
        1 | a: \u{1B}[31m\u{202E}b\u{7}\u{200D}c\u{85}\u{FEFF} 45%
          |                                                    ^^^ a\tb
          |
          = note: \u{9B}1m

        """#)
  }

  @Test func cutsVeryLongLines() {
    let sample = Sample(String(repeating: "中", count: 100) + " 45% " + String(repeating: "x", count: 300) + "\n")
    let wide = String(repeating: "中", count: 20)
    #expect(
      text([sample], at: sample.range("45%")) == """
        error[B307]: off
         --> plan.yaml:1:102
          |
        1 | ...\(wide.dropLast()) 45% \(String(repeating: "x", count: 97))...
          |                                           ^^^

        """)
  }

  @Test func readsHugeLinesInPart() {
    let long = String(repeating: "好", count: 100_000)
    let sample = Sample(long + "45%" + long)
    let lines = text([sample], at: sample.range("45%")).split(separator: "\n")
    #expect(lines[3].utf8.count < 500)
    #expect(lines[3].contains("好45%好"))
  }

  @Test func speaksTheReadersLanguage() {
    let sample = Sample("share: 45%\n")
    let message = Message(en: "off", hans: "不符", hant: "不符合")
    let diagnostic = Diagnostic(
      ShareOff.self, at: sample.range("45%"), message, notes: [Message("160 / 400")],
      help: Message(en: "write 40%", hans: "改为 40%", hant: "改為 40%"),
      fix: Fix(Message(en: "replace it", hans: "替换", hant: "取代"), [], isSafe: false))
    let idle = Diagnostic(MoneyIdle.self, at: sample.range("share"), message)
    let findings = Findings([diagnostic, diagnostic, idle], sources: SourceMap([sample.file]), language: .traditional)
    let text = TextFormat().render(findings)
    #expect(
      text.hasPrefix(
        """
        錯誤[B307]：不符合
         --> plan.yaml:1:8
          |
        1 | share: 45%
          |        ^^^
          |
          = 依據：160 / 400
          = 辦法：改為 40%
          = 修正（須核對）：取代

        錯誤[B307]：不符合

        """))
    #expect(text.hasSuffix("\n\n建議[B320]：不符合\n --> plan.yaml:1:1\n  |\n1 | share: 45%\n  | ^^^^^\n\n2 個錯誤，1 則建議\n"))
  }

  @Test func countsFindings() {
    let sample = Sample("a\n")
    func summary(_ errors: Int, _ advice: Int, _ language: Language) -> String {
      let error = Diagnostic(ShareOff.self, at: sample.bytes(0, 1), Message("x"))
      let idle = Diagnostic(MoneyIdle.self, at: sample.bytes(0, 1), Message("x"))
      let all = Array(repeating: error, count: errors) + Array(repeating: idle, count: advice)
      return Findings(all, sources: SourceMap([sample.file])).counts.summary.text(in: language)
    }
    #expect(summary(3, 1, .english) == "3 errors, 1 piece of advice")
    #expect(summary(1, 2, .english) == "1 error, 2 pieces of advice")
    #expect(summary(3, 1, .simplified) == "3 个错误，1 条建议")
    #expect(summary(0, 0, .simplified) == "没有发现问题")
    #expect(summary(0, 0, .english) == "no problems found")
  }

  @Test func coloursOnlyWhenAsked() {
    let sample = Sample("share: 45%\n")
    let diagnostic = Diagnostic(ShareOff.self, at: sample.range("45%"), Message("off"), help: Message("mend"))
    var findings = Findings([diagnostic], sources: SourceMap([sample.file]))
    #expect(!TextFormat().render(findings).contains("\u{1B}"))
    findings.isColoured = true
    let text = TextFormat().render(findings)
    #expect(
      text.hasPrefix(
        "\u{1B}[1;31merror[B307]\u{1B}[0m\u{1B}[1m: off\u{1B}[0m\n \u{1B}[1;34m-->\u{1B}[0m plan.yaml:1:8\n"))
    #expect(text.contains("\u{1B}[1;34m  |\u{1B}[0m        \u{1B}[1;31m^^^\u{1B}[0m\n"))
  }
}
