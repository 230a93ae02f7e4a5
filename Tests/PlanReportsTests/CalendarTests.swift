import PlanReports
import PlanText
import Testing

@Suite struct CalendarTests {
  static let plan = """
    phases: {pilot: {title: "试点；一, 二", period: 2025Q1, deliverables: [报告]}}
    milestones:
      go: {title: Go live, date: 2025-03-31, deliverable: Platform, accept: CMO signs, owner: cmo}
    tasks:
      build: {title: Build, period: 2025-01-06..2025-02-28, owner: cmo, status: dropped}
      wait: {title: Wait, duration: 2w, owner: cmo}

    """

  /// The content lines, unfolded.
  func lines(_ yaml: String) throws -> [String] {
    try Calendar().render(compiled(yaml)).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test func eventsAreWholeDaysWithAnEndThatIsNotInThem() throws {
    let lines = try lines(Self.plan)
    #expect(lines.contains("DTSTART;VALUE=DATE:20250101"))
    #expect(lines.contains("DTEND;VALUE=DATE:20250401"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20250331"))
    // The task that waits has days too: they follow from its duration.
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 4)
  }

  @Test func namesAndStampsAreStable() throws {
    let lines = try lines(Self.plan)
    #expect(
      lines.filter { $0.hasPrefix("UID:") } == [
        "UID:case/phase/pilot@marplan", "UID:case/milestone/go@marplan", "UID:case/task/build@marplan",
        "UID:case/task/wait@marplan",
      ])
    #expect(lines.filter { $0.hasPrefix("DTSTAMP") }.allSatisfy { $0 == "DTSTAMP:20250101T000000Z" })
    let dated = try self.lines("as_of: 2025-02-03\n" + Self.plan)
    #expect(dated.contains("DTSTAMP:20250203T000000Z"))
  }

  @Test func textIsEscapedAndDescribed() throws {
    let lines = try lines(Self.plan)
    #expect(lines.contains("SUMMARY:试点；一\\, 二"))
    #expect(lines.contains("DESCRIPTION:Deliverable: Platform\\nOwner: Marketing head\\nPhase: 试点；一\\, 二"))
    #expect(lines.contains("STATUS:CANCELLED"))
  }

  @Test func linesFoldAt75OctetsBetweenCharacters() throws {
    let title = String(repeating: "整合营销💰", count: 30)
    let text = try Calendar().render(compiled("phases: {pilot: {title: \(title), period: 2025Q1}}\n"))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(title)\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" || $0 == "\r\n" })
  }

  @Test func aTitleCannotAddALine() throws {
    let lines = try lines("phases: {pilot: {title: \"A\\r\\nATTENDEE:x\", period: 2025Q1}}\n")
    #expect(!lines.contains { $0.hasPrefix("ATTENDEE") })
  }

  @Test func whatRecursHasARule() throws {
    let lines = try lines(
      """
      events:
        review: {title: Review, kind: review, cadence: weekly, day: mon, owner: cmo, period: 2025-01-01..2025-03-31}
        fair: {title: Fair, kind: meeting, dates: [2025-03-04, 2025-05-06..2025-05-08], owner: cmo}

      """)
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3)
    #expect(lines.contains("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20250331"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20250106"))
    #expect(
      lines.filter { $0.hasPrefix("UID:") } == [
        "UID:case/event/review@marplan", "UID:case/event/fair/2025-03-04@marplan",
        "UID:case/event/fair/2025-05-06..2025-05-08@marplan",
      ])
    #expect(lines.contains("DTEND;VALUE=DATE:20250509"))
  }

  @Test func onlyWhatWasDoneIsSaidToBeDone() throws {
    let lines = try lines(
      """
      tasks:
        a: {title: A, period: 2025-01-06..2025-01-10, owner: cmo, status: done, done_on: 2025-01-09}
        b: {title: B, period: 2025-01-06..2025-01-10, owner: cmo, status: started}

      """)
    #expect(!lines.contains { $0.hasPrefix("COMPLETED") })
    #expect(lines.filter { $0.contains("Done on") } == ["DESCRIPTION:Owner: Marketing head\\nDone on: 2025-01-09"])
  }
}
