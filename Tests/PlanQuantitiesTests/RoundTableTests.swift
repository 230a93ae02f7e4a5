import PlanQuantities
import Seeded
import Testing

@Suite struct RoundTableTests {
  /// Whether a rounded table keeps every row's sum and is less than one off in every cell, column and group.
  static func holds(_ rows: [[Fraction]], _ rounded: [[Int]], _ groups: [Int]) -> Bool {
    func isNear(_ a: Fraction, _ b: Int) -> Bool { (a - Fraction(b)).magnitude < 1 }
    for (row, cells) in zip(rows, rounded) {
      guard row.reduce(Fraction(0), +) == Fraction(cells.reduce(0, +)) else { return false }
      guard zip(row, cells).allSatisfy({ isNear($0, $1) }) else { return false }
      for group in Set(groups) {
        let columns = groups.indices.filter { groups[$0] == group }
        let sum = columns.reduce(Fraction(0)) { $0 + row[$1] }
        guard isNear(sum, columns.reduce(0) { $0 + cells[$1] }) else { return false }
      }
    }
    for column in groups.indices {
      let sum = rows.reduce(Fraction(0)) { $0 + $1[column] }
      guard isNear(sum, rounded.reduce(0) { $0 + $1[column] }) else { return false }
    }
    for group in Set(groups) {
      let columns = groups.indices.filter { groups[$0] == group }
      let sum = rows.reduce(Fraction(0)) { sum, row in columns.reduce(sum) { $0 + row[$1] } }
      guard isNear(sum, rounded.reduce(0) { sum, row in columns.reduce(sum) { $0 + row[$1] } }) else { return false }
    }
    return true
  }

  /// Tables whose rows share no weights, up to eight rows and nine columns in three groups: two thousand, and with
  /// optimisation a hundred thousand.
  @Test func tablesOfAnyShapeAddUpBothWays() throws {
    var generator = SeededGenerator(11)
    for round in 0..<(_isDebugAssertConfiguration() ? 2_000 : 100_000) {
      let width = Int.random(in: 1...9, using: &generator)
      var groups = (0..<width).map { _ in Int.random(in: 0...2, using: &generator) }.sorted()
      groups = groups.map { group in Set(groups).sorted().firstIndex(of: group) ?? 0 }
      let rows = (0..<Int.random(in: 1...8, using: &generator)).map { _ -> [Fraction] in
        let weights = (0..<width).map { _ in max(0, Int.random(in: -3...6, using: &generator)) }
        let sum = weights.reduce(0, +)
        let amount = Int.random(in: 0...30, using: &generator)
        return weights.map { sum == 0 ? 0 : Fraction(amount * $0, sum) }
      }
      let rounded = try #require(roundTable(rows, groups: groups))
      #expect(Self.holds(rows, rounded, groups), "table \(round): \(rows) in \(groups) gives \(rounded)")
    }
  }

  @Test func oneRowIsSplitByLargestRemainder() {
    #expect(roundTable([[Fraction(10, 3), Fraction(10, 3), Fraction(10, 3)]]) == [[4, 3, 3]])
    #expect(roundTable([[Fraction(5, 2), Fraction(1, 2)], [Fraction(1, 2), Fraction(5, 2)]]) == [[3, 0], [0, 3]])
  }

  @Test func whatCannotAddUpIsNotRounded() {
    #expect(roundTable([[Fraction(1, 2)]]) == nil)
    #expect(roundTable([[-1, 1]]) == nil)
    #expect(roundTable([[1, 2], [1]]) == nil)
    #expect(roundTable([]) == [])
  }
}
