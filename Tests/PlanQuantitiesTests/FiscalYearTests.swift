import PlanQuantities
import PlanText
import Testing

/// Years that do not begin in January: how periods of them read, print and divide.
@Suite struct FiscalYearTests {
  static let readings: [(starts: Int, text: String, first: String, last: String)] = [
    (4, "2025", "2025-04-01", "2026-03-31"), (4, "2025Q1", "2025-04-01", "2025-06-30"),
    (4, "2025Q4", "2026-01-01", "2026-03-31"), (4, "2025H1", "2025-04-01", "2025-09-30"),
    (4, "2025H2", "2025-10-01", "2026-03-31"), (4, "2025Q4..2026Q1", "2026-01-01", "2026-06-30"),
    (4, "2025Q3-Q4", "2025-10-01", "2026-03-31"), (4, "2024..2025", "2024-04-01", "2026-03-31"),
    (4, "2025年", "2025-04-01", "2026-03-31"), (4, "2025年下半年", "2025-10-01", "2026-03-31"),
    (4, "2025年第四季度", "2026-01-01", "2026-03-31"), (4, "2025年Q2", "2025-07-01", "2025-09-30"),
    // Months, weeks and days are the calendar's.
    (4, "2025-03", "2025-03-01", "2025-03-31"), (4, "2025年3月", "2025-03-01", "2025-03-31"),
    (4, "2025-W14", "2025-03-31", "2025-04-06"), (4, "2025-02-15", "2025-02-15", "2025-02-15"),
    (4, "2025-01..2025-12", "2025-01-01", "2025-12-31"),
    (10, "2025", "2025-10-01", "2026-09-30"), (10, "2025Q2", "2026-01-01", "2026-03-31"),
    (2, "2025Q4", "2025-11-01", "2026-01-31"), (7, "2023H2", "2024-01-01", "2024-06-30"),
    (12, "2023Q1", "2023-12-01", "2024-02-29"), (1, "2025Q4", "2025-10-01", "2025-12-31"),
  ]

  @Test(arguments: readings)
  func reads(_ row: (starts: Int, text: String, first: String, last: String)) throws {
    var dialect = Dialect()
    dialect.yearStarts = row.starts
    let period = try row.text.withLiteralBytes { parsePeriod($0, dialect) }.get()
    #expect(period.first.text == row.first)
    #expect(period.last.text == row.last)
    for text in [period.text, period.phrase(in: .simplified)] {
      let again = try text.withLiteralBytes { parsePeriod($0, dialect) }.get()
      #expect(again == period, "\(row.text) is written \(text), which reads back as another period")
    }
  }

  /// Every day of four years lies in exactly one quarter of its year, by its name, whatever month the year begins in.
  @Test func daysFallIntoTheirParts() throws {
    for starts in 1...12 {
      var dialect = Dialect()
      dialect.yearStarts = starts
      for offset in 0..<1461 {
        let day = try date("2023-01-01").adding(days: offset)
        for grain in [Period.Grain.quarter, .half, .year] {
          let part = Period(grain, holding: day, yearStarts: starts)
          #expect(part.contains(day))
          #expect(part.months == grain.months)
          #expect((part.first.month - starts + 12) % (grain.months ?? 1) == 0)
          let read = try part.text.withLiteralBytes { parsePeriod($0, dialect) }.get()
          #expect(read == part)
        }
      }
    }
  }

  @Test func dividesAndSteps() throws {
    var dialect = Dialect()
    dialect.yearStarts = 4
    let year = try "2025".withLiteralBytes { parsePeriod($0, dialect) }.get()
    let quarters = year.split(into: .quarter, yearStarts: 4)
    #expect(quarters.map(\.text) == ["2025Q1", "2025Q2", "2025Q3", "2025Q4"])
    #expect(quarters.map { $0.first.text } == ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"])
    #expect(year.splitIntoMonths.map(\.text).first == "2025-04")
    #expect(quarters[3].advanced(by: 1).text == "2026Q1")
    #expect(year.advanced(by: -1).text == "2024")
    #expect(quarters[0].through(quarters[1])?.text == "2025Q1..2025Q2")
    #expect(year.intersection(quarters[2]) == quarters[2])
    #expect(Period(first: quarters[0].first, last: quarters[3].last, grain: .year, yearStarts: 4) == year)
    // The same days without the fiscal year are months.
    #expect(Period(first: year.first, last: year.last, grain: .year)?.grain == .day)
  }

  @Test func aYearNeedsItsEnd() {
    var dialect = Dialect()
    dialect.yearStarts = 4
    for text in ["9999", "9999Q4"] {
      if case .success = text.withLiteralBytes({ parsePeriod($0, dialect) }) { Issue.record("\(text) ends past 9999") }
    }
  }
}
