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
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3)
  }

  @Test func namesAndStampsAreStable() throws {
    let lines = try lines(Self.plan)
    #expect(
      lines.filter { $0.hasPrefix("UID:") } == [
        "UID:case/phase/pilot@marplan", "UID:case/milestone/go@marplan", "UID:case/task/build@marplan",
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
}
