import Testing

@testable import PlanReports

@Suite struct MatrixSheetsTests {
  @Test(arguments: [(0, 0), (1, 1), (12, 1), (13, 2), (25, 3)])
  func twelveColumnsStandOnASheet(columns: Int, sheets: Int) {
    let made = MatrixSheets(columns: columns, marks: [[], []]).sheets
    #expect(made.count == sheets)
    #expect(made.flatMap { Array($0.columns) } == Array(0..<columns))
    #expect(made.first.map(\.rows) ?? [0, 1] == [0, 1], "the first sheet has every row")
    #expect(made.dropFirst().map(\.rows) == Array(repeating: [], count: max(sheets - 1, 0)))
  }

  @Test func furtherSheetsHaveTheRowsWithSomethingOnThem() {
    let made = MatrixSheets(columns: 30, marks: [[0, 13, 14], [29], [], [12, 24, 3]]).sheets
    #expect(made.map(\.rows) == [[0, 1, 2, 3], [0, 3], [1, 3]])
  }
}
