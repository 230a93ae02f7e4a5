import PlanReports
import PlanText
import Testing

@Suite struct CSVTests {
  func rows(_ text: String) -> [[String]] {
    text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  static let budget = """
    budget:
      total: CNY 100
      lines: {media: {lines: {search: CNY 33.34, social: CNY 16.66}}, people: CNY 40}
      reserves: {contingency: 10%}
      phasing: {a: 33.3%, b: 33.3%, c: 33.4%}
    phases: {a: 2025-01, b: 2025-02, c: 2025-03}

    """

  @Test func phasesAddUpToTheAmountInEveryRow() throws {
    let rows = rows(try BudgetCSV().render(compiled(Self.budget)))
    #expect(
      rows.first == [
        "path", "line", "parent", "category", "owner", "amount", "currency", "share_of_total", "phase.a", "phase.b",
        "phase.c",
      ])
    #expect(
      rows.map { $0[0] } == [
        "path", "budget.media", "budget.search", "budget.social", "budget.people", "budget.contingency", "budget.total",
      ])
    func cents(_ text: String) -> Int? {
      let parts = text.split(separator: ".")
      guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
      let fraction = parts.count > 1 ? String(parts[1]) + "0" : "00"
      return Int(fraction.prefix(2)).map { whole * 100 + $0 }
    }
    for row in rows.dropFirst() {
      let parts = row[8...10].compactMap { cents($0) }
      #expect(parts.count == 3)
      #expect(parts.reduce(0, +) == cents(row[5]), "\(row)")
    }
    #expect(rows[2][7] == "0.3334")
    #expect(rows[2][2] == "budget.media")
  }

  @Test func rowsHaveAsManyCellsAsTheHead() throws {
    let rows = rows(try ScheduleCSV().render(compiled(CalendarTests.plan.replacing(", 二", with: ""))))
    #expect(rows.allSatisfy { $0.count == 11 })
    #expect(rows[1][0...5] == ["phase", "pilot", "试点；一", "2025-01-01", "2025-03-31", "90"])
    #expect(rows[4][5] == "14")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\\t=1", "＝1+1"])
  func wordsAreNeverFormulas(title: String) throws {
    let text = try ScheduleCSV().render(compiled("phases: {p: {title: \"\(title)\", period: 2025Q1}}\n"))
    let cell = rows(text)[1][2]
    #expect(cell.hasPrefix("'"), "\(cell)")
  }

  @Test func commasAndQuotesAreQuoted() throws {
    let text = try ScheduleCSV().render(compiled("phases: {p: {title: 'A, \"B\"', period: 2025Q1}}\n"))
    #expect(text.contains(#","A, ""B""","#))
  }
}
