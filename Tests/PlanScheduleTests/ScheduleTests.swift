import PlanModel
import PlanQuantities
import PlanSchedule
import Testing

@Suite struct ScheduleTests {
  @Test func withoutLinksNothingIsCritical() throws {
    let schedule = schedule(try plan("tasks: {a: {duration: 5wd}, b: {period: 2025-02}}"))
    #expect(!schedule.hasLinks)
    #expect(schedule.tasks.allSatisfy { !$0.isCritical && $0.totalFloat == nil && $0.lateFinish == nil })
    #expect(schedule.finish?.text == "2025-02-28")
  }

  @Test func criticalPathAndWhatDrivesIt() throws {
    let schedule = schedule(
      try plan(
        """
        tasks:
          a: {duration: 5wd}
          b: {duration: 3wd, after: [a]}
          c: {duration: 2wd, after: [a]}
          d: {duration: 2wd, after: [c, b]}
        """))
    #expect(schedule.tasks.filter(\.isCritical).map(\.id) == ["a", "b", "d"])
    #expect(schedule.links.filter(\.isCritical).map { $0.from.id + $0.to.id } == ["ab", "bd"])
    #expect(schedule.chain(to: ScheduledLink.End(.task, "d")).map(\.id) == ["a", "b", "d"])
  }

  @Test func aCircleLeavesWhatHangsOnItWithoutDates() throws {
    let schedule = schedule(
      try plan(
        """
        tasks:
          a: {duration: 5wd, after: [c]}
          b: {duration: 3wd, after: [a]}
          c: {duration: 2wd, after: [b]}
          d: {duration: 2wd, after: [c]}
          e: {duration: 2wd}
          f: {duration: 1wd, after: [f]}
        """))
    #expect(schedule.circles == [["a", "c", "b"], ["f"]])
    #expect(schedule.tasks.filter { $0.start == nil }.map(\.id) == ["a", "b", "c", "d", "f"])
    #expect(schedule.task("e")?.start?.text == "2025-01-06")
  }

  @Test func twoCirclesThroughOneTask() throws {
    let schedule = schedule(
      try plan(
        """
        tasks:
          a: {period: 2025-01, after: [b, c]}
          b: {duration: 3wd, after: [a]}
          c: {duration: 2wd, after: [a]}
        """))
    #expect(schedule.circles == [["a", "b"]])
    #expect(schedule.task("a")?.finish?.text == "2025-01-31")
  }

  @Test func fixedDatesThatContradictTheirLinks() throws {
    let schedule = schedule(
      try plan("tasks: {a: {duration: 20wd}, b: {period: 2025-01-13..2025-01-17, after: [a, c]}, c: {duration: 5wd}}"))
    #expect(schedule.links.map(\.isBroken) == [true, false])
    #expect(schedule.task("b")?.start?.text == "2025-01-13")
    #expect(schedule.task("a")?.totalFloat == -15)
  }

  @Test func aGateInItsOwnPhaseIsACircle() throws {
    let schedule = schedule(
      try plan(
        """
        phases: {pilot: {period: 2025Q1, gate: go}}
        tasks: {a: {duration: 5wd, phase: pilot}}
        milestones: {go: {date: 2025-01-31, after: [a]}}
        """))
    #expect(schedule.circles == [["a", "go"]])
    #expect(schedule.circleLinks.first?.map(\.isGate) == [true, false])
  }

  @Test func whatWasDroppedIsLeftOut() throws {
    let schedule = schedule(
      try plan(
        "tasks: {a: {duration: 5wd, status: dropped}, b: {duration: 5wd, after: [a, nobody]}}\n"
          + "milestones: {m: {date: 2025-05-01, after: [a], status: dropped}}"))
    #expect(schedule.tasks.map(\.id) == ["b"])
    #expect(schedule.milestones.isEmpty && schedule.links.isEmpty)
    #expect(schedule.task("b")?.start?.text == "2025-01-06")
  }

  @Test func datesPastAllYearsAreUnknown() throws {
    let schedule = schedule(
      try plan(
        "tasks: {a: {duration: 9000y}, b: {duration: 99999999y}, c: {duration: 1wd, after: [a]}, d: {duration: 2wd}}"))
    #expect(schedule.task("a")?.start == nil && schedule.task("c")?.start == nil)
    #expect(schedule.task("d")?.finish?.text == "2025-01-07")
  }

  @Test func hoursAreWorkingTime() throws {
    let schedule = schedule(
      try plan("tasks: {a: {duration: 12h}, b: {duration: 8h}, c: {duration: 0wd}, d: {duration: 2-3wd}}"))
    #expect(schedule.tasks.map(\.duration) == [2, 1, 1, 3])
  }

  @Test func aMilestoneAfterAStartStandsAtTheEndOfThatDay() throws {
    let schedule = schedule(
      try plan(
        """
        tasks: {a: {duration: 5wd}, b: {duration: 5wd, after: [a]}}
        milestones:
          begun: {date: 2025-01-01, after: [b SS]}
          later: {date: 2025-01-01, after: [b SS+1wd]}
          before: {date: 2025-01-01, after: [b SS-1wd]}
          early: {date: 2025-01-01, after: [b FS-2wd]}
        """))
    #expect(
      schedule.milestones.compactMap { $0.earliest?.text } == ["2025-01-13", "2025-01-13", "2025-01-10", "2025-01-15"])
    #expect(schedule.milestones.first?.slip == 8)
  }

  @Test func aThousandTasksInARow() throws {
    let chain = (0..<1000).map { "  t\($0): {duration: 1wd\($0 == 0 ? "" : ", after: [t\($0 - 1)]")}" }
    let schedule = schedule(try plan("tasks:\n" + chain.joined(separator: "\n"), period: "2025..2030"))
    #expect(schedule.tasks.allSatisfy { $0.isCritical })
    #expect(schedule.finish?.text == "2028-10-31")
    #expect(schedule.chain(to: ScheduledLink.End(.task, "t999")).count == 1000)
  }
}
