import PlanModel
import PlanQuantities
import PlanSchedule
import Testing

/// Counting by weeks and exceptions gives what walking from day to day gives.
@Suite struct WorkdaysTests {
  @Test(arguments: [nil, "spring", "six-day", "every-day"])
  func countingAgreesWithWalking(_ name: String?) throws {
    let workdays = try plan("").workdays(name)
    let first = try day("2025-01-01")
    for start in 0..<60 {
      var count = 0
      for length in 1..<60 {
        let (from, last) = (first.adding(days: start), first.adding(days: start + length))
        count += workdays.isWorked(last) ? 1 : 0
        #expect(workdays.workdays(after: from, through: last) == count)
        #expect(workdays.workdays(after: last, through: from) == -count)
      }
      let here = first.adding(days: start)
      #expect(workdays.isWorked(workdays.next(here)) && workdays.next(here) >= here)
      #expect(workdays.isWorked(workdays.previous(here)) && workdays.previous(here) <= here)
      if workdays.isWorked(here) { #expect(workdays.next(here) == here && workdays.previous(here) == here) }
    }
  }

  @Test func springFestival() throws {
    let workdays = try plan("").workdays("spring")
    let (sunday, newYearsEve, last) = (try day("2025-01-26"), try day("2025-01-28"), try day("2025-02-04"))
    #expect(workdays.isWorked(sunday))
    #expect(!workdays.isWorked(newYearsEve))
    #expect(workdays.next(newYearsEve).text == "2025-02-05")
    #expect(workdays.previous(last).text == "2025-01-27")
    let festival = try #require(Period(first: try day("2025-01-24"), last: try day("2025-02-08")))
    #expect(workdays.workdays(in: festival) == 7)
  }

  @Test func farAwayDays() throws {
    let workdays = Workdays.weekdays
    #expect(workdays.workdays(after: try day("0001-01-05"), through: try day("0001-01-12")) == 5)
    #expect(workdays.workdays(after: try day("1969-12-29"), through: try day("1970-01-05")) == 5)
    // 2000-01-03 and 2400-01-03 are Mondays: the calendar repeats itself every 400 years of 20,871 weeks.
    #expect(workdays.workdays(after: try day("2000-01-03"), through: try day("2400-01-03")) == 20_871 * 5)
  }
}
