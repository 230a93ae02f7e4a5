import PlanExpressions
import PlanQuantities
import PlanText
import Seeded
import Testing

/// Whatever stands in a file, reading and evaluating it ends.
struct TokenSoupTests {
  static let tokens = [
    "a", "b.c", "data-platform", "预算", "5%", "1.2亿元", "0", "3", "2025Q1", "2025-03-01", "4w", "15pp", "+", "-", "*",
    "/",
    "^", "<", "<=", "=", "!=", "≥", "(", ")", ",", "if", "then", "else", "and", "or", "not", "sum(", "min(", "npv(",
    "irr(",
    "at(", "count(", "trailing(", "growth(", "cagr(", "for", "2", "weeks", "连续两周", "...", "≈", "超", "＋", "😀", "\"", "#",
    "1e9", "1,2,3", "→", "24x7", "-", "\u{301}", "\u{0}",
  ]

  @Test func randomTokensNeverCrash() {
    var random = SeededGenerator(42)
    var names = Names(["a": "5%", "b.c": "1.2亿元", "data-platform": "2200万元"])
    names.values["预算"] = series(.flow, [("2025", "5万元"), ("2026", "7万元")])
    names.counts["a"] = 3
    var read = 0
    for _ in 0..<6_000 {
      let count = Int.random(in: 1...14, using: &random)
      let parts = (0..<count).map { _ in Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)] }
      let text = parts.joined(separator: Bool.random(using: &random) ? " " : "")
      let (expression, problems) = parse(
        text, condition: Bool.random(using: &random), placed: Bool.random(using: &random))
      #expect(expression != nil || !problems.isEmpty)
      if let expression {
        read += 1
        let found = evaluate(expression, in: names)
        for language in Language.allCases {
          _ = found.trace.substituted(in: language) + found.value.phrase(in: language)
        }
      }
    }
    #expect(read > 100)
  }

  @Test func aLongSumNeedsNoDeepStack() throws {
    let text = Array(repeating: "1元", count: 500).joined(separator: " + ")
    #expect(result(text) == "CNY 500")
  }

  @Test func damagedBytesEnd() {
    var random = SeededGenerator(9)
    let sample = Array("if 预算.技术 / budget.total > 45% then sum(a, 5万元) else 0 - 3 ^ 2".utf8)
    for _ in 0..<2_000 {
      var bytes = sample
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      let range = SourceRange(file: FileID(0), start: 0, end: bytes.count)
      let source = ExpressionSource(bytes: bytes, contentStart: 0, range: range)
      let (expression, problems) = parseExpression(source, dialect: dialect)
      #expect(expression != nil || !problems.isEmpty)
    }
  }
}
