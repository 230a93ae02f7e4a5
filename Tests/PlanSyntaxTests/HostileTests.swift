import PlanSyntax
import PlanText
import Testing

// Each of these keeps an unguarded libyaml busy for seconds to minutes: a missing guard shows as a test that hangs.
@Suite("Hostile files") struct HostileTests {
  @Test(arguments: ["[", "{a: ", "- ", "? "]) func nestingIsRefused(_ opening: String) {
    let read = Reading(String(repeating: opening, count: 100_000))
    // A mapping where a key is due is told of once, however deep it goes.
    #expect(read.codes == (opening == "? " ? ["S001", "S010"] : ["S010"]))
    #expect(read.tree.isPartial)
  }

  @Test func nestingUpToTheLimitIsRead() {
    let deepest = String(repeating: "[", count: 64) + "a" + String(repeating: "]", count: 64)
    #expect(Reading(deepest).codes.isEmpty)
    #expect(Reading("[\(deepest)]").codes == ["S010"])
  }

  @Test func directivesAreRefused() {
    let text = (0..<30_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a\n"
    let read = Reading(text)
    #expect(read.codes == ["S010"])
    #expect(read.underlined == ["%TAG !a16! x"])
  }

  @Test func percentagesAreNoDirectives() {
    #expect(Reading((0..<100).map { "a\($0): 5%\n" }.joined()).codes.isEmpty)
  }

  @Test func sizeIsRefused() {
    var limits = Limits()
    limits.bytes = 100
    #expect(Reading("a: " + String(repeating: "x", count: 97), limits: limits).codes.isEmpty)
    let read = Reading("a: " + String(repeating: "x", count: 98), limits: limits)
    #expect(read.codes == ["S010"])
    #expect(read.diagnostics.first?.message.text(in: .english) == "the file has more than 100 bytes and is not read")
  }

  @Test(arguments: [
    "- *a\n", "- #a\n", "- &a\n", "- {a: 1,b}\n", "- {a:1}\n", "- {a: 1, a: 1}\n", "- \"\"#\n", "- {[]: }\n",
  ])
  func mistakesWithoutEndAreSummedUp(_ mistake: String) {
    let read = Reading("- &b 1\n" + String(repeating: mistake, count: 20_000))
    #expect(read.diagnostics.count == Limits().problems + 1)
    #expect(read.codes.filter { $0 == "S010" }.count == 1)
  }

  @Test func aliasesInsideThemselvesBehindLongComments() {
    let text = "a: &a #" + String(repeating: "x", count: 200_000) + "\n" + String(repeating: "  - *a\n", count: 20_000)
    #expect(Reading(text).diagnostics.count == Limits().problems + 1)
  }

  @Test func unknownAliasesBesideManyAnchors() {
    let anchors = (0..<20_000).map { "- &a\($0) 1\n" }.joined()
    #expect(Reading(anchors + String(repeating: "- *b\n", count: 20_000)).diagnostics.count == Limits().problems + 1)
  }

  @Test func bytesThatAreNoTextThroughout() {
    #expect(Reading(bytes: Array(repeating: 0xFF, count: 1_000_000)).codes == ["S014"])
    #expect(Reading(bytes: [0xFF, 0xFE] + Array(repeating: 0xD8, count: 1_000_000)).codes == ["S014"])
  }

  @Test func documentsAreLimited() {
    let read = Reading(String(repeating: "---\na: 1\n", count: 100_000))
    #expect(read.codes == ["S010"])
    #expect(read.tree.roots.count == Limits().documents && read.tree.isPartial)
    #expect(Reading(String(repeating: "---\na: 1\n", count: 1000)).codes.isEmpty)
  }

  @Test func aliasesStandForALimitedNumberOfValues() {
    let list = "a: &a [" + String(repeating: "x, ", count: 999) + "x]\n"
    #expect(Reading(list + "b: [" + String(repeating: "*a, ", count: 90) + "]").codes.isEmpty)
    #expect(Reading(list + "b: [" + String(repeating: "*a, ", count: 5000) + "]").codes == ["S010"])
  }

  @Test func longTextsAreReadOrRefusedWhole() {
    let long = String(repeating: "x", count: 2_000_000)
    for text in ["a: \(long)", "a: '\(long)'", "a: |\n  \(long)", "# \(long)"] { #expect(Reading(text).codes.isEmpty) }
    // A key of more than 1024 characters has no colon for YAML.
    #expect(Reading("\(long): 1\n").codes.allSatisfy { $0 == "S001" })
  }

  /// With `?` in front YAML takes a key of any length; what is no name is read no further, and its mapping is not whole.
  @Test func longKeysAreRefused() {
    let most = Limits().wordBytes
    let long = String(repeating: "x", count: most)
    #expect(Reading("? \(long)\n: 1\n").codes.isEmpty)
    let read = Reading("a: 1\n? \(long)y\n: 2\nb: 3\n")
    #expect(read.codes == ["S010"])
    #expect(read.underlined == [long + "y"])
    let root = read.tree.roots[0]
    #expect(read.tree.isCut(root))
    #expect(read.tree.entries(root).map { read.tree.isSwallowed($0.key) } == [false, true, false])
  }
}
