import PlanReports
import PlanText
import Testing

@Suite struct MermaidTests {
  func lines(_ yaml: String, language: Language = .english) throws -> [String] {
    try MermaidGantt().render(compiled(yaml, language: language)).split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
  }

  @Test func barsHaveDatesAndMarksAndNoLinks() throws {
    let lines = try lines(
      """
      as_of: 2025-02-01
      phases: {pilot: {title: Pilot, period: 2025Q1}}
      milestones: {go: {title: Go live, date: 2025-03-31, owner: cmo, after: [build]}}
      tasks:
        prepare: {title: Prepare, period: 2025-01-06..2025-01-17, phase: pilot, owner: cmo, status: done, done_on: 2025-01-17}
        build: {title: Build, duration: 4w, after: [prepare], phase: pilot, owner: cmo, status: started}
        other: {title: Other, period: 2025-02-03..2025-02-07, owner: cmo}
        never: {title: Never, period: 2025-02-03..2025-02-07, owner: cmo, status: dropped}

      """)
    #expect(lines.first == "gantt")
    #expect(lines.contains("2025-02-01 :milestone, now, 2025-02-01, 0d") == false, "a name is no date")
    #expect(lines.contains("#50;025-02-01 :milestone, now, 2025-02-01, 0d"))
    #expect(lines.contains("Prepare :done, t3, 2025-01-06, 2025-01-17"))
    #expect(lines.contains { $0.hasPrefix("Build :active, ") })
    #expect(lines.contains { $0.hasPrefix("Go live :") && $0.contains("milestone, m2, 2025-03-31, 0d") })
    #expect(lines.contains("section Outside the phases"))
    #expect(lines.contains("todayMarker off"))
    #expect(!lines.contains { $0.contains("after") || $0.contains("Never") })
  }

  @Test(arguments: [
    ("A: b; c #1", "A#58; b#59; c #35;1"), ("50% more", "50#37; more"), ("Section two", "#83;ection two"),
    ("title", "#116;itle"), ("Call the shop", "#67;all the shop"), ("2025-01-01 start", "#50;025-01-01 start"),
    ("<b>x</b>", "#60;b#62;x#60;/b#62;"), ("整合：营销", "整合：营销"),
  ])
  func namesAreNoStatements(title: String, written: String) throws {
    let lines = try lines("tasks: {t: {title: \"\(title)\", period: 2025-01-06..2025-01-17, owner: cmo}}\n")
    #expect(lines.contains("\(written) :t1, 2025-01-06, 2025-01-17"))
  }

  @Test func whatHasNoDatesIsAComment() throws {
    let lines = try lines(
      "tasks: {a: {title: A, duration: 1w, after: [b], owner: cmo}, b: {title: B, duration: 1w, after: [a], owner: cmo}}\n"
    )
    #expect(lines.contains("%% A"))
    #expect(!lines.contains { $0.hasPrefix("A ") })
  }
}
