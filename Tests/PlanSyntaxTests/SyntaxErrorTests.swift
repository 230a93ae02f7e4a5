import PlanSyntax
import PlanText
import Testing

/// A file with one error of syntax, and where and how it is told.
struct Mistake: Sendable, CustomTestStringConvertible {
  let written: String
  let underlined: String
  let message: String
  let shape: String

  init(_ written: String, _ underlined: String, _ message: String, _ shape: String) {
    self.written = written
    self.underlined = underlined
    self.message = message
    self.shape = shape
  }

  var testDescription: String { written }
}

@Suite("Syntax errors") struct SyntaxErrorTests {
  @Test(arguments: [
    Mistake("a: 1\nb: \"x\nc: 2\n", "\"x", "this quote is never closed", "{a: 1, b: !, c: 2}"),
    Mistake("a: 'x\n", "'x", "this quote is never closed", "{a: !}"),
    Mistake("a: 1\nb: \"x\nc: \"y\"\n", "\"x", "this quote is never closed", "{a: 1, b: !, c: y}"),
    Mistake("a: {b: 1\nc: 2\n", "{", "this `{` is never closed", "{a: !, c: 2}"),
    Mistake("a: [1, 2\nb: 2\n", "[", "this `[` is never closed", "{a: !, b: 2}"),
    Mistake("a: [1, 2", "[", "this `[` is never closed", "{a: !}"),
    Mistake("a: {b: 1 c: 2}\n", ":", "a comma or the closing bracket is missing before this", "{a: !}"),
    Mistake(
      "a: 1\nno colon here\nb: 2\n", "no colon here", "this line is neither `key: value` nor a list item",
      "{a: 1, b: 2}"),
    Mistake(
      "x:\n  total 5\n  b: 2\n", "total 5", "this line is neither `key: value` nor a list item", "{x: {b: 2}}"),
    Mistake("a: 1\n  b: 2\n", "b", "this key is indented below a key that has a value already", "{a: 1}"),
    Mistake("a:\n  b: 1\n c: 2\n", "c: 2", "this line is indented unlike the others of its mapping", "{a: {b: 1}}"),
    Mistake("a: \"x\" y\n", "y", "text follows a closing quote", "{a: !}"),
    Mistake("a:\n\tb: 1\n", "\t", "a tab is used to indent", "{a: !}"),
    Mistake("a: \"\\q\"\n", "\"\\q", "this escape is unknown inside double quotes", "{a: !}"),
    Mistake("a:\n- 1\nb\n- 2\n", "b", "this line is neither `key: value` nor a list item", "{a: [1, 2]}"),
    Mistake("a: - b\n", "-", "a list item cannot begin here", "{a: !}"),
    Mistake("a: 1\n%x\n", "%x", "a line cannot begin with `%` here", "{a: 1}"),
    Mistake("%YAML 3.0\n---\na: 1\n", "%YAML 3.0", "only YAML 1.1 and 1.2 can be read", "{a: 1}"),
  ]) func isToldOnce(_ mistake: Mistake) {
    let read = Reading(mistake.written)
    #expect(read.codes == ["S001"])
    #expect(read.underlined == [mistake.underlined])
    #expect(read.diagnostics.first?.message.text(in: .english) == mistake.message)
    #expect(read.shape == mistake.shape)
    #expect(read.tree.isPartial)
  }

  @Test func whatTheErrorCutIsMarked() throws {
    let read = Reading("a:\n  b: 1\nc:\n  d: 2\n  no colon\ne:\n  f: 3\n")
    let root = try #require(read.tree.roots.first)
    #expect(read.tree.isCut(root))
    let cut = read.tree.entries(root).map { read.tree.isCut($0.value) }
    #expect(cut == [false, true, false])
  }

  @Test func noLibyamlTextReachesTheReader() {
    // One file for each of libyaml's complaints that a file can cause.
    for text in [
      "a: [b: c: d]", "a: {b: c: d}", "- a\n b", "a: b\n- c", "? a\n b: c\n  - d", "[a]]", "}", "a: ]",
      "--- a\n--- b\n c: d\nx", "!<a b",
      "!a!b c", "!<> a", "! !a b", "&a &b c", "%TAG ! !\n%TAG ! !\n---\na", "%YAML 1.1\n%YAML 1.1\n---\na", "%\na",
      "%FOO bar\n---\na",
      "%YAML x\n---", "a: \"\\u12\"", "a: \"\\ud800\"", "a: \"x\n---\n\"", "a: |x\n b", "a: |0\n b", "a: |\n\tb",
      "[a, b: {]", "{a: [}", "- - a\n - b\n  c",
      "a: 'b' 'c'", "key: \"a\": b", "a\n:\n- b: c\n d", "- a: b\n   c: d", "[ a:b:c, {", "{,}", "[,]", "a: !!", "&",
      "*", "? ", ": :", "a: {? b c: d}",
      "a:\n  - b\n  c: d", "%TAG x\n---\na", "%TAG !a b\n---\na", "!%z a", "!a%4 b",
    ] {
      for diagnostic in Reading(text).diagnostics {
        for phrase in ["did not find", "not allowed in this context", "could not find", "found u", "while "] {
          #expect(!diagnostic.message.text(in: .english).contains(phrase), "\(text)")
        }
      }
    }
  }
}
