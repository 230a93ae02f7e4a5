import PlanQuantities
import PlanSchedule
import Testing

/// Days of events, and the rules that say them.
@Suite struct EventTests {
  func event(_ fields: String, calendar: String = "") throws -> ScheduledEvent {
    let events = scheduledEvents(try plan("\(calendar)\nevents:\n  e: {kind: review, \(fields)}\n"))
    return try #require(events.first)
  }

  func days(_ event: ScheduledEvent) -> [String] { event.occurrences.map(\.text) }

  @Test func weekly() throws {
    let event = try event("cadence: weekly, day: wed, period: 2025-01-06..2025-01-29")
    #expect(days(event) == ["2025-01-08", "2025-01-15", "2025-01-22", "2025-01-29"])
    #expect(event.recurrence?.rule == "FREQ=WEEKLY;BYDAY=WE;UNTIL=20250129")
    #expect(event.recurrence?.first.text == "2025-01-08")
  }

  @Test func everyOtherWeekFromTheFirstDayOfItsPeriod() throws {
    let event = try event("cadence: biweekly, period: 2025-01-09..2025-02-10")
    #expect(days(event) == ["2025-01-09", "2025-01-23", "2025-02-06"])
    #expect(event.recurrence?.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20250210")
  }

  @Test func everyOtherWeekOnADay() throws {
    let event = try event("cadence: biweekly, day: mon, period: 2025-01-09..2025-02-11")
    #expect(days(event) == ["2025-01-13", "2025-01-27", "2025-02-10"])
  }

  @Test func lastWorkingDayOfTheMonthUnderHolidays() throws {
    let event = try event("cadence: monthly, day: last-wd, period: 2025-01..2025-03", calendar: "calendar: spring")
    #expect(days(event) == ["2025-01-27", "2025-02-28", "2025-03-31"])
    #expect(event.recurrence?.rule == "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20250331")
    #expect(event.recurrence?.excluded.map(\.text) == ["2025-01-31"])
    #expect(event.recurrence?.added.map(\.text) == ["2025-01-27"])
  }

  @Test func aDayThatShortMonthsLack() throws {
    let event = try event("cadence: monthly, day: 31, period: 2025-01..2025-04")
    #expect(days(event) == ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"])
    #expect(event.recurrence?.rule == "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;UNTIL=20250430")
  }

  @Test func quarterlyAtTheEnd() throws {
    let event = try event("cadence: quarterly, day: last, period: 2025")
    #expect(days(event) == ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"])
    #expect(event.recurrence?.rule == "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20251231")
  }

  @Test func yearlyAtTheEndOfAFiscalYear() throws {
    let event = try event("cadence: yearly, day: last, period: 2025..2026", calendar: "calendar: fiscal")
    #expect(days(event) == ["2026-03-31", "2027-03-31"])
    let halves = try self.event("cadence: half-yearly, day: last, period: 2025", calendar: "calendar: fiscal")
    #expect(days(halves) == ["2025-09-30", "2026-03-31"])
  }

  @Test func halfYearlyOnTheFirstMonday() throws {
    let event = try event("cadence: half-yearly, day: mon, period: 2025")
    #expect(days(event) == ["2025-01-06", "2025-07-07"])
    #expect(event.recurrence?.rule == "FREQ=MONTHLY;INTERVAL=6;BYDAY=MO;BYSETPOS=1;UNTIL=20251231")
  }

  @Test func dailyIsEveryWorkingDay() throws {
    let event = try event("cadence: daily, period: 2025-01-24..2025-02-09", calendar: "calendar: spring")
    #expect(
      days(event) == [
        "2025-01-24", "2025-01-26", "2025-01-27", "2025-02-05", "2025-02-06", "2025-02-07", "2025-02-08",
      ])
    #expect(event.recurrence?.added.map(\.text) == ["2025-01-26", "2025-02-08"])
    #expect(event.recurrence?.excluded.count == 6)
  }

  @Test func datesAsWrittenAndTimesWithoutDays() throws {
    let dated = try event("dates: [2025-03-10, 2025-02]")
    #expect(days(dated) == ["2025-02", "2025-03-10"])
    #expect(dated.recurrence == nil)
    let unsettled = try event("times: 2-3/y")
    #expect(unsettled.occurrences.isEmpty && unsettled.times != nil)
  }

  @Test func eventsPastTheLimitHaveNoDays() throws {
    let event = try event("cadence: daily, period: 1000..9999")
    #expect(event.occurrences.isEmpty && event.recurrence == nil)
    let long = try self.event("cadence: daily, period: 2000..2049")
    #expect(long.occurrences.count > 10_000)
  }
}
