import PlanSyntax
import PlanText
import Testing

@Suite("Trees") struct TreeTests {
  @Test func valuesOfEveryStyle() {
    let read = Reading("a: 一\nb: 'it''s'\nc: \"x\\ty\"\nd: |\n  l\n  m\ne: >-\n  l\n  m\nf: [1, {g: h}]\ni:\n- j\n-\n")
    #expect(read.shape == "{a: 一, b: it's, c: x\ty, d: l\nm\n, e: l m, f: [1, {g: h}], i: [j, ]}")
    #expect(read.codes.isEmpty)
  }

  @Test func emptyFilesHaveNoRoots() {
    for text in ["", "\n\n", "# only a comment\n"] {
      let read = Reading(text)
      #expect(read.tree.roots.isEmpty)
      #expect(read.codes.isEmpty)
      #expect(!read.tree.isPartial)
    }
  }

  @Test func severalDocuments() {
    let read = Reading("--- # first\na: 1\n---\nb: 2\n...\n")
    #expect(read.shape == "{a: 1} --- {b: 2}")
  }

  @Test func aBlockMappingEndsWithItsLastEntry() throws {
    let read = Reading("a:\n  b: 1\n  c: [2]  # note\n\n\nd: 3\n")
    let root = try #require(read.tree.roots.first)
    let first = try #require(read.tree.entries(root).first { _ in true })
    #expect(read.tree.file.text(read.tree.range(first.value)) == "b: 1\n  c: [2]")
    #expect(read.tree.file.text(read.tree.range(root)) == "a:\n  b: 1\n  c: [2]  # note\n\n\nd: 3")
    #expect(read.tree.count(root) == 2)
    #expect(read.tree.count(first.value) == 2)
  }

  @Test func valuesLeftOutStandAfterTheirColon() throws {
    let read = Reading("a:\n\nb:   # later\n? c\nd: {e: , f}\ng:\n")
    #expect(read.shape == "{a: , b: , c: , d: {e: , f: }, g: }")
    let empties = read.nodes.filter { read.tree.isEmpty($0) }
    for node in empties {
      let range = read.tree.range(node)
      #expect(range.start == range.end)
      #expect(":cf".utf8.contains(read.tree.file.bytes[Int(range.start) - 1]))
    }
    #expect(empties.count == 5 + 1)
  }

  @Test func anchorsAndTagsAreNoPartOfARange() {
    let read = Reading("a: &x !t  # why\n  text\nb: &y {c: 1}\nd: &z\n  e: 1\nf: !!str 12\n")
    let texts = read.nodes.map { read.tree.file.text(read.tree.range($0)) }
    #expect(texts.contains("text"))
    #expect(texts.contains("{c: 1}"))
    #expect(texts.contains("e: 1"))
    #expect(texts.contains("12"))
    #expect(read.codes.isEmpty)
    #expect(read.tree.comments.map { read.tree.file.text($0) } == ["# why"])
  }

  @Test func blockScalarsEndWithTheirText() {
    let read = Reading("a: |+  # kept\n  l\n   m\n\n\nb: >2\n    n\n\n# after\nc: |\n  one\n")
    let texts = read.nodes.map { read.tree.file.text(read.tree.range($0)) }
    #expect(texts.contains("|+  # kept\n  l\n   m"))
    #expect(texts.contains(">2\n    n"))
    #expect(read.tree.comments.map { read.tree.file.text($0) } == ["# kept", "# after"])
    #expect(read.shape == "{a: l\n m\n\n\n, b:   n\n, c: one\n}")
  }

  @Test func contentStandsWhereItSays() {
    let text = "a: plain 文字\nb: 'quoted'\nc: \"escaped\\n\"\nd: \"预算 €\"\ne: |\n  one line\nf: two\n  lines\n"
    let read = Reading(text)
    var slices = 0
    for node in read.nodes {
      guard let start = read.tree.contentStart(node) else { continue }
      let length = read.tree.withBytes(node) { $0.count }
      let slice = read.tree.file.text(SourceRange(file: FileID(1), start: start, end: start + length))
      #expect(slice == read.tree.text(node))
      slices += 1
    }
    // Six keys, and the values of a, b, d and e.
    #expect(slices == 10)
  }

  @Test func aMergeKeyIsAKey() {
    #expect(Reading("a: &x {b: 1}\nc:\n  <<: *x\n").shape == "{a: {b: 1}, c: {<<: *{b: 1}}}")
  }

  @Test func comments() {
    let read = Reading("# 一\na: [1, # two\n  2]#flow\nb: x#y # three\nc: '# no' # four\nd: \"#\n  no\"\n#last")
    #expect(
      read.tree.comments.map { read.tree.file.text($0) } == ["# 一", "# two", "#flow", "# three", "# four", "#last"])
  }
}
