import PlanSyntax
import PlanText
import Testing

/// A spelling that YAML swallows, what is underlined, and the file after the fix.
struct Trap: Sendable, CustomTestStringConvertible {
  let written: String
  let underlined: String
  let mended: String?

  init(_ written: String, _ underlined: String, _ mended: String?) {
    self.written = written
    self.underlined = underlined
    self.mended = mended
  }

  var testDescription: String { written }
}

@Suite("Swallowed by YAML") struct SwallowedTests {
  @Test(arguments: [
    Trap("a: >=15%\n", ">=15%", "a: ≥15%\n"),
    Trap("a: >= 15%  # why\nb: 1\n", ">= 15%", "a: ≥15%  # why\nb: 1\n"),
    Trap("a: >15%\n", ">15%", "a: \">15%\"\n"),
    Trap("a: >5\nb: 1\n", ">5", "a: \">5\"\nb: 1\n"),
    Trap("a: >0\n", ">0", "a: \">0\"\n"),
    Trap("a: | text\n", "| text", "a: \"| text\"\n"),
    Trap("a: *x\n", "*x", "a: \"*x\"\n"),
    Trap("a: *x y\nb: 1\n", "*x y", "a: \"*x y\"\nb: 1\n"),
    Trap("a: *重点* 客户\n", "*重点* 客户", "a: \"*重点* 客户\"\n"),
    Trap("a: **bold**\n", "**bold**", "a: \"**bold**\"\n"),
    Trap("a: {b: *2, c: 1}\n", "*2", "a: {b: \"*2\", c: 1}\n"),
    Trap("a: &x\nb: 1\n", "&x", "a: \"&x\"\nb: 1\n"),
    Trap("a: &重\n", "&重", "a: \"&重\"\n"),
    Trap("a: @x y\n", "@x y", "a: \"@x y\"\n"),
    Trap("- @x\n", "@x", "- \"@x\"\n"),
    Trap("a: `x`\n", "`x`", "a: \"`x`\"\n"),
    Trap("a: %20\n", "%20", "a: \"%20\"\n"),
    Trap("a: {b: %20, c: 1}\n", "%20", "a: {b: \"%20\", c: 1}\n"),
    Trap("a: !重要\n", "!重要", "a: \"!重要\"\n"),
    Trap("a: !important\nb: 1\n", "!important", "a: \"!important\"\nb: 1\n"),
    Trap("note: 预算: 三成\nb: 1\n", ":", "note: \"预算: 三成\"\nb: 1\n"),
    Trap("- a: b: c \"d\"\n", ":", "- a: 'b: c \"d\"'\n"),
    Trap("colour: #0055aa\n", "#0055aa", "colour: \"#0055aa\"\n"),
    Trap("a:\n- #tag\n- b\n", "#tag", "a:\n- \"#tag\"\n- b\n"),
    Trap("a: \"x\"#y\nb: 1\n", "#y", nil),
    Trap("a: 提升 \"品牌 #1\"\n", "#1\"", "a: '提升 \"品牌 #1\"'\n"),
    Trap("a: 提升（见 #3）\n", "#3）", "a: \"提升（见 #3）\"\n"),
    Trap("{amount: 12,600万元, b: 1}\n", ",", "{amount: 12600万元, b: 1}\n"),
    Trap("{amount: 1,200,000元}\n", ",", "{amount: 1200000元}\n"),
    Trap("{equals: max(a, b)}\n", ",", "{equals: \"max(a, b)\"}\n"),
    Trap("{equals: max(a, b, c), d: 1}\n", ",", "{equals: \"max(a, b, c)\", d: 1}\n"),
    Trap("a: 1\nshare：45%\nb: 2\n", "：", "a: 1\nshare: 45%\nb: 2\n"),
    Trap("x:\n  share：45%\n  b: 2\n", "：", "x:\n  share: 45%\n  b: 2\n"),
    Trap("x:\n  a: 1\n  份额： 45%\n", "：", "x:\n  a: 1\n  份额: 45%\n"),
    Trap("a: 1\nb:2\n", ":", "a: 1\nb: 2\n"),
    Trap("kind：plan\nid: a\n", "：", "kind: plan\nid: a\n"),
    Trap("kind:plan\nid: a\n", ":", "kind: plan\nid: a\n"),
    Trap("kind：plan\n", "：", "kind: plan\n"),
    Trap("{a：1, b: 2}\n", "：", "{a: 1, b: 2}\n"),
    Trap("{a: 1, b:2}\n", ":", "{a: 1, b: 2}\n"),
    Trap("{a: 1，b: 2}\n", "，", "{a: 1, b: 2}\n"),
  ]) func isSaidOnceAndMended(_ trap: Trap) {
    let read = Reading(trap.written)
    #expect(read.codes == ["S024"], "\(read.said)")
    #expect(read.underlined == [trap.underlined])
    if let mended = trap.mended {
      #expect(read.mended == mended)
      #expect(Reading(read.mended).codes.isEmpty)
    } else {
      #expect(read.diagnostics.first?.fix == nil)
    }
  }

  @Test(arguments: [
    "a: ≥15%\n", "a: \">=15%\"\n", "a: >\n  text\n", "a: |2\n    text\n", "a: &x 1\nb: *x\n", "a: x@y\n", "a: 20%\n",
    "a: !x text\n",
    "a: !!null\n", "note: 预算：三成\n", "at: 12:30\nurl: https://example.com\n", "a: # later\nb: 1\n", "a: #注\n  b: 1\n",
    "a: 'x' # y\n", "a: 提升 #1\n", "a: \"#1\"\n", "a: #\n", "{a, b}\n", "{a: \"1,200\", b: [max(a, b)]}\n",
    "{a: 1, b: , c: }\n", "- share：45%\n",
    "a:\n  结论：可行\n", "a: the CEO's plan # don't\n", "a: \"x\"\n#y\n", "a: (b # c\n",
  ]) func isLeftAlone(_ written: String) {
    let read = Reading(written)
    #expect(read.codes.isEmpty, "\(read.said)")
  }

  @Test func whatIsLostIsMarked() {
    #expect(Reading("{amount: 12,600万元, b: 1}\n").shape == "{amount: !12, !600万元: , b: 1}")
    #expect(Reading("colour: #0055aa\n").shape == "{colour: !}")
    #expect(Reading("b: 1\na: 预算: 三成\n").shape == "{b: 1, a: !}")
    #expect(Reading("{amount: 1,000,000}").shape == "{amount: !1, !000: , !000: }")
  }

  @Test func aDecoderAsksForAColonWhereAMappingIsDue() throws {
    let read = Reading("budget:\n  share：45%\n  other：3\nnote: 结论：可行\nrest:\n  some text\n")
    #expect(read.codes.isEmpty)
    let root = try #require(read.tree.roots.first)
    let found = read.tree.entries(root).map { read.tree.gluedColon($0.value).map { read.tree.file.text($0.range) } }
    #expect(found == ["：", "：", nil])
  }
}
