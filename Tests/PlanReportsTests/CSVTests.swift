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
        "phase.c", "month.2025-01", "month.2025-02", "month.2025-03",
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
      for columns in [8...10, 11...13] {
        let parts = row[columns].compactMap { cents($0) }
        #expect(parts.count == 3)
        #expect(parts.reduce(0, +) == cents(row[5]), "\(row)")
      }
    }
    // Lines and reserves make the total in every phase and month.
    for column in 8...13 {
      let parts = rows.filter { ["budget.media", "budget.people", "budget.contingency"].contains($0[0]) }
      #expect(parts.compactMap { cents($0[column]) }.reduce(0, +) == rows.last.flatMap { cents($0[column]) })
    }
    #expect(rows[2][7] == "0.3334")
    #expect(rows[2][2] == "budget.media")
  }

  @Test func rowsHaveAsManyCellsAsTheHead() throws {
    let rows = rows(try ScheduleCSV().render(compiled(CalendarTests.plan.replacing(", 二", with: ""))))
    #expect(rows.allSatisfy { $0.count == 21 })
    #expect(rows[1][0...7] == ["phase", "pilot", "试点；一", "", "", "2025-01-01", "2025-03-31", "90"])
    #expect(rows[4][5...8] == ["2025-01-01", "2025-01-14", "14", "10"])
  }

  @Test func tasksHaveTheirDatesAndFloats() throws {
    let rows = rows(
      try ScheduleCSV().render(
        compiled(
          """
          tasks:
            first: {title: First, period: 2025-01-06..2025-01-10, owner: cmo, status: done, done_on: 2025-01-09}
            long: {title: Long, duration: 10wd, after: [first], owner: cmo}
            short: {title: Short, duration: 2wd, after: [first], owner: cmo}
            last: {title: Last, duration: 1wd, after: [long, short SS+1wd], owner: cmo}

          """)))
    let head = rows[0]
    func cell(_ id: String, _ column: String) -> String? {
      guard let place = head.firstIndex(of: column) else { return nil }
      return rows.first { $0[1] == id }?[place]
    }
    #expect(cell("first", "done_on") == "2025-01-09")
    #expect(cell("long", "critical") == "true")
    #expect(cell("long", "total_float") == "0")
    #expect(cell("short", "critical") == "false")
    #expect(cell("short", "working_days") == "2")
    #expect(cell("last", "predecessors") == "long; short SS+1wd")
    #expect(cell("last", "start") == cell("last", "late_start"))
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
