import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// One phase, milestone or task with its dates, as every timetable of the outputs shows it.
struct ScheduleRow {
  enum Kind: String { case phase, milestone, task }

  let kind: Kind
  let id: String
  /// The title, else the id; on one line.
  let name: String
  /// The phase it belongs to.
  let phase: String?
  let owner: String?
  let status: Status
  /// The days to reckon with: a phase's as written, a milestone's expected day, a task's as written or computed. Nil
  /// where they cannot be told.
  let period: Period?
  /// The day a milestone is planned for.
  let planned: CivilDate?
  /// Working days from first to last; nil for phases and milestones.
  let workingDays: Int?
  let earlyStart: CivilDate?
  let earlyFinish: CivilDate?
  let lateStart: CivilDate?
  let lateFinish: CivilDate?
  /// Working days; nil where not known.
  let totalFloat: Int?
  let freeFloat: Int?
  /// Nil for phases, and where the plan declares no links: then nobody knows.
  let isCritical: Bool?
  /// What it waits for, as written; gates of its phase last.
  let predecessors: [String]
  let due: CivilDate?
  let doneOn: CivilDate?
  let deliverable: Text?

  /// Whether it is done.
  var isDone: Bool { status == .done || doneOn != nil }
}

/// What belongs to one phase, or to none.
struct ScheduleGroup {
  /// The phase's own row; nil for what belongs to no phase.
  let phase: ScheduleRow?
  /// Its tasks and milestones, in the order written; milestones first.
  let rows: [ScheduleRow]
}

extension CompiledPlan {
  func allScheduleRows() -> [ScheduleRow] {
    timetable(plan).map { row in
      switch row.kind {
      case .phase: phaseRow(row)
      case .milestone: milestoneRow(row)
      case .task: taskRow(row)
      }
    }
  }

  /// The rows by phase, in the order of phases; then those of no phase. Rows that were dropped are left out.
  var scheduleGroups: [ScheduleGroup] {
    let rows = scheduleRows.filter { $0.status != .dropped }
    let phases = rows.filter { $0.kind == .phase }
    let known = Set(phases.map(\.id))
    let others = rows.filter { $0.kind != .phase }
    let rest = others.filter { row in row.phase.map { !known.contains($0) } ?? true }
    let byPhase = Dictionary(grouping: others) { $0.phase }
    return phases.map { phase in ScheduleGroup(phase: phase, rows: byPhase[phase.id] ?? []) }
      + (rest.isEmpty ? [] : [ScheduleGroup(phase: nil, rows: rest)])
  }

  private func phaseRow(_ row: TimetableRow) -> ScheduleRow {
    ScheduleRow(
      kind: .phase, id: row.id, name: text(row.title) ?? oneLine(row.id), phase: nil, owner: row.owner,
      status: row.status, period: row.period, planned: nil, workingDays: nil, earlyStart: nil, earlyFinish: nil,
      lateStart: nil, lateFinish: nil, totalFloat: nil, freeFloat: nil, isCritical: nil, predecessors: [], due: nil,
      doneOn: nil, deliverable: row.deliverable)
  }

  private func milestoneRow(_ row: TimetableRow) -> ScheduleRow {
    let found = schedule.milestone(row.id)
    let day = found?.expected ?? row.period?.last
    return ScheduleRow(
      kind: .milestone, id: row.id, name: text(row.title) ?? oneLine(row.id), phase: found?.phase ?? row.phase,
      owner: row.owner, status: row.status, period: day.flatMap { Period(first: $0, last: $0) },
      planned: row.period?.last, workingDays: nil, earlyStart: found?.earliest, earlyFinish: found?.earliest,
      lateStart: found?.latest, lateFinish: found?.latest, totalFloat: found?.float, freeFloat: nil,
      isCritical: found.flatMap { schedule.hasLinks ? $0.isCritical : nil },
      predecessors: predecessors(row, ScheduledLink.End(.milestone, row.id)), due: nil,
      doneOn: plan.milestones?[row.id]?.doneOn?.value, deliverable: row.deliverable)
  }

  private func taskRow(_ row: TimetableRow) -> ScheduleRow {
    let found = schedule.task(row.id)
    return ScheduleRow(
      kind: .task, id: row.id, name: text(row.title) ?? oneLine(row.id), phase: row.phase, owner: row.owner,
      status: row.status, period: found?.period ?? row.period, planned: nil, workingDays: found?.duration,
      earlyStart: found?.earlyStart, earlyFinish: found?.earlyFinish, lateStart: found?.lateStart,
      lateFinish: found?.lateFinish, totalFloat: found?.totalFloat, freeFloat: found?.freeFloat,
      isCritical: found.flatMap { schedule.hasLinks ? $0.isCritical : nil },
      predecessors: predecessors(row, ScheduledLink.End(.task, row.id)), due: plan.tasks?[row.id]?.due?.value,
      doneOn: plan.tasks?[row.id]?.doneOn?.value, deliverable: row.deliverable)
  }

  private func predecessors(_ row: TimetableRow, _ end: ScheduledLink.End) -> [String] {
    let written = row.after.map(\.text)
    return written + schedule.links(to: end).filter(\.isGate).map(\.from.id).filter { !written.contains($0) }
  }
}
