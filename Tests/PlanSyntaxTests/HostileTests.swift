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
    #expect(read.diagnostics.first?.message.text(in: .english) == "the file has 101 bytes; at most 100 are read")
  }
}
