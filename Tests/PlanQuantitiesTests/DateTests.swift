import PlanQuantities
import PlanText
import Testing

@Test func daysAreCountedThroughFourCenturies() throws {
  #expect(CivilDate(1970, 1, 1)?.dayNumber == 0)
  #expect(CivilDate(2000, 3, 1)?.dayNumber == 11_017)
  let start = try #require(CivilDate(1899, 12, 28))
  var expected = (year: 1899, month: 12, day: 28)
  for offset in 0..<150_000 {
    let parts = start.adding(days: offset).components
    guard parts == expected else {
      Issue.record("\(parts) for \(expected)")
      return
    }
    expected.day += 1
    if expected.day > CivilDate.days(inMonth: expected.month, of: expected.year) {
      expected = (expected.year, expected.month + 1, 1)
    }
    if expected.month == 13 { expected = (expected.year + 1, 1, 1) }
  }
}

@Test func monthsClampToTheirLastDay() throws {
  #expect(try date("2025-01-31").adding(months: 1) == date("2025-02-28"))
  #expect(try date("2024-02-29").adding(years: 1) == date("2025-02-28"))
  #expect(try date("2025-03-31").adding(months: -13) == date("2024-02-29"))
  #expect(try date("2025-12-15").adding(months: 1) == date("2026-01-15"))
}

@Test func weekdaysAreKnown() throws {
  #expect(try date("2026-11-21").weekday == .saturday)
  #expect(try date("1970-01-01").weekday == .thursday)
  #expect(try date("1969-12-29").weekday == .monday)
}

@Test func periodsHaveTheirEnds() throws {
  #expect(try period("2025Q1").last == date("2025-03-31"))
  #expect(try period("2024H2").first == date("2024-07-01"))
  #expect(try period("2024-02").days == 29)
  #expect(try period("2025-W01").first == date("2024-12-30"))
  #expect(try period("2020-W53").last == date("2021-01-03"))
  #expect(try period("2024Q4..2025Q4").months == 15)
  #expect(try period("2025").splitIntoMonths.count == 12)
  #expect(try period("2025").split(into: .quarter).map(\.text) == ["2025Q1", "2025Q2", "2025Q3", "2025Q4"])
  #expect(try period("2025-01-15..2025-03-02").splitIntoMonths.map(\.days) == [17, 28, 2])
  #expect(try period("2025Q2").contains(date("2025-06-30")))
  #expect(try !period("2025Q2").contains(date("2025-07-01")))
  #expect(try period("2025Q1").advanced(by: 1).text == "2025Q2")
  #expect(try period("2025-W14").advanced(by: -1).text == "2025-W13")
  #expect(try period("2024Q4..2025Q1").advanced(by: 1).text == "2025Q2..2025Q3")
  #expect(try period("2025-12").advanced(by: 3).text == "2026-03")
  #expect(try period("2025Q1") < period("2025Q2"))
}

@Test func periodsAreNamedInThreeLanguages() throws {
  #expect(try period("2025Q4").phrase(in: .simplified) == "2025年Q4")
  #expect(try period("2024Q4..2025Q1").phrase(in: .traditional) == "2024年Q4至2025年Q1")
  #expect(try period("2025H2").phrase(in: .simplified) == "2025年下半年")
  #expect(try date("2025-03-01").phrase(in: .simplified) == "2025年3月1日")
  #expect(try date("2025-03-01").phrase(in: .english) == "2025-03-01")
  for text in ["2025Q4", "2025", "2025-03", "2025H1", "2025-W14", "2025-03-01", "2024Q4..2025Q1", "2025-03..2025-05"] {
    let read = try period(text)
    for language in Language.allCases { #expect(try period(read.phrase(in: language)) == read) }
  }
}
