import PlanText
import Seeded
import Testing

@Test(arguments: [("amuont", "amount"), ("tehcnology", "technology"), ("ownr", "owner"), ("du", "due")])
func nearMissIsSuggested(word: String, expected: String) {
  #expect(didYouMean(word, among: ["amount", "owner", "technology", "due", "date"]) == expected)
}

@Test func farWordIsNotSuggested() {
  #expect(didYouMean("budget", among: ["milestones", "kpis"]) == nil)
}

/// A long list made ready once answers as each comparison by itself does.
@Test func manyWordsAreComparedAsOne() {
  var random = SeededGenerator(7)
  func word() -> String {
    String((0..<Int.random(in: 1...9, using: &random)).map { _ in "abcdö".randomElement(using: &random) ?? "a" })
  }
  var suggested = 0
  for _ in 0..<200 {
    let words = (0..<20).map { _ in word() }
    let known = KnownWords(words)
    let misspelt = word()
    var effort = Int.max
    let found = known.nearest(to: misspelt, effort: &effort)
    let allowed = { (other: String) in max(max(misspelt.count, other.count) / 3, misspelt.count >= 4 ? 2 : 1) }
    let near = words.filter { $0 != misspelt && edits(misspelt, $0) <= allowed($0) }
    let least = near.map { edits(misspelt, $0) }.min()
    #expect(found?.word == near.first { edits(misspelt, $0) == least }, "\(misspelt) among \(words)")
    #expect(found?.distance == least)
    if found != nil { suggested += 1 }
  }
  #expect((20...180).contains(suggested))
}

/// Of names that are nowhere, thousands beside thousands, the first get suggestions.
@Test func effortComesToAnEnd() {
  let known = KnownWords((0..<1000).map { "line-number-\($0)" })
  var effort = 1_000_000
  let found = (0..<1000).map { known.nearest(to: "lime-number-\($0)", effort: &effort) }
  #expect(found.first??.word == "line-number-0")
  #expect(found.contains { $0 == nil })
  #expect(effort < 0)
}

/// Insertions, deletions, substitutions and swaps of neighbours, by the whole table.
private func edits(_ first: String, _ second: String) -> Int {
  let (a, b) = (Array(first), Array(second))
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { table[i][0] = i }
  for j in 0...b.count { table[0][j] = j }
  for i in stride(from: 1, through: a.count, by: 1) {
    for j in stride(from: 1, through: b.count, by: 1) {
      table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
      }
    }
  }
  return table[a.count][b.count]
}
