import PlanSyntax
import PlanText
import Testing

@Suite("Keys given twice") struct DuplicateKeyTests {
  @Test func bothPlacesAreShown() {
    let read = Reading("a: 1\nb: 2\n\"a\": 3\n")
    #expect(read.said == ["S002 \"a\": `a` is given twice in one mapping"])
    #expect(read.diagnostics.first?.labels.map(\.range.start) == [0])
    #expect(read.shape == "{a: 1, b: 2, !a: 3}")
  }

  @Test func thricePointsAtTheFirst() {
    let read = Reading("{a: 1, a: 2, a: 3}")
    #expect(read.codes == ["S002", "S002"])
    #expect(read.diagnostics.allSatisfy { $0.labels.first?.range.start == 1 })
  }

  @Test func likePrefixesAreDifferent() {
    let keys = ["abcdefgh", "abcdefgi", "abcdefg", "abcdef", "预算", "预测", ""]
    #expect(Reading("{" + keys.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}").codes.isEmpty)
  }

  @Test(arguments: [23, 24, 25, 200, 20_000]) func inMappingsOfEverySize(_ count: Int) {
    let text = (0..<count).map { "key-number-\($0): 1\n" }.joined()
    #expect(Reading(text).codes.isEmpty)
    let read = Reading(text + "key-number-7: 2\n")
    #expect(read.codes == ["S002"])
    #expect(read.underlined == ["key-number-7"])
  }

  @Test func keysOfDifferentMappingsMayBeEqual() {
    #expect(Reading("a: {x: 1}\nb: {x: 1}\nx: {x: {x: 1}}\n").codes.isEmpty)
  }

  @Test(arguments: ["? [a]\n: 1\n", "? {a: b}\n: 1\n", "a: &x b\n*x : 1\n", "{[a]: 1}"]) func keysAreWords(
    _ text: String
  ) {
    let read = Reading(text)
    #expect(read.codes == ["S001"])
    #expect(read.diagnostics.first?.message.text(in: .english) == "a key must be a word")
  }
}
