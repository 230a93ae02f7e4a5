import PlanReports
import PlanText
import Testing

@Suite struct TextGanttTests {
  static let plan = """
    as_of: 2025-02-01
    phases: {pilot: {title: 试点阶段, period: 2025-01}, rollout: {title: Roll-out, period: 2025-02..2025-03}}
    milestones: {go: {title: Go live, date: 2025-03-31, owner: cmo, after: [build]}}
    tasks:
      prepare: {title: 准备, period: 2025-01-06..2025-01-17, phase: pilot, owner: cmo, status: done, done_on: 2025-01-17}
      build: {title: Build, duration: 50wd, after: [prepare], phase: rollout, owner: cmo}
      print: {title: Print, duration: 5wd, after: [prepare], phase: rollout, owner: cmo}
      check: {title: Check, duration: 1wd, after: [build, print], phase: rollout, owner: cmo}

    """

  func lines(_ yaml: String, width: Int = 60, signs: TextGantt.Signs = .unicode) throws -> [String] {
    try TextGantt(compiled(yaml), width: width, signs: signs).text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [40, 60, 100, 200])
  func barsBeginAtOneColumnAndFit(width: Int) throws {
    let lines = try lines(Self.plan, width: width)
    #expect(lines.allSatisfy { displayWidth($0) <= width })
    let edges = Set(lines.compactMap { line in line.firstIndex(of: "│").map { displayWidth(String(line[..<$0])) } })
    #expect(edges.count == 1)
  }

  @Test func everyKindHasAShapeOfItsOwn() throws {
    let lines = try lines(Self.plan, width: 100)
    func row(_ name: String) -> String { lines.first { $0.contains(name + " ") } ?? "" }
    #expect(row("准备").contains("▪▪"))
    #expect(row("Build").contains("██"))
    #expect(row("Print").contains("▒·") || row("Print").contains("▒▒"))
    #expect(row("Print").contains("·"))
    #expect(row("Go live").contains("◇"))
    #expect(row("试点阶段").contains("├─"))
    #expect(row("Roll-out").contains("┤"))
    #expect(lines.contains { $0.contains("┊ as of 2025-02-01") })
    #expect(lines.contains { $0.hasPrefix("what decides the end: build → check") })
  }

  @Test func theScaleFollowsTheLength() throws {
    func axis(_ period: String) throws -> String {
      try lines("phases: {p: {title: P, period: \(period)}}\n", width: 120)[1]
    }
    #expect(try axis("2025-01-06..2025-02-28").contains("01-06"))
    #expect(try axis("2025-01..2025-08").contains("2025-03"))
    #expect(try axis("2025..2026").contains("25Q1"))
    #expect(try axis("2025..2029").contains("25H1"))
  }

  @Test func plainTerminalsGetPlainSigns() throws {
    let text = try TextGantt(compiled(Self.plan), width: 80, signs: .ascii).text
    let drawn = text.replacing("试点阶段", with: "").replacing("准备", with: "").replacing("→", with: "")
    #expect(drawn.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("##"))
  }

  @Test func withoutLinksNothingIsCalledCritical() throws {
    let text = try TextGantt(
      compiled("tasks: {a: {title: A, period: 2025-01-06..2025-01-17, owner: cmo}}\n"), width: 80
    ).text
    #expect(!text.contains("█"))
    #expect(text.contains("no links declared: criticality unknown"))
    #expect(
      try TextGantt(compiled("log: []\n"), width: 80).text == "the plan has no phase, milestone or task with a date\n")
  }
}
