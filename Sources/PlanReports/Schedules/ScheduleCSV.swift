import PlanModel
import PlanQuantities
import PlanText

/// `schedule.csv`: every phase, milestone and task, a row each, with early and late dates and float.
///
/// `duration_days` counts calendar days, `working_days` and the floats count days of the task's calendar. What is not
/// known is empty: late dates and floats without any link, dates on a circle.
package struct ScheduleCSV: PlanFormat {
  package static let fileName = "schedule.csv"

  package init() {}

  private static let columns = [
    "kind", "id", "title", "phase", "owner", "start", "finish", "duration_days", "working_days", "early_start",
    "early_finish", "late_start", "late_finish", "total_float", "free_float", "critical", "predecessors", "status",
    "due",
    "done_on", "deliverable",
  ]

  package func render(_ plan: CompiledPlan) -> String {
    var csv = CSVWriter()
    csv.row(Self.columns.map { .plain($0) })
    for row in plan.scheduleRows { csv.row(Self.cells(row, plan)) }
    return csv.text
  }

  private static func cells(_ row: ScheduleRow, _ plan: CompiledPlan) -> [CSVWriter.Cell] {
    [
      .plain(row.kind.rawValue), .text(row.id), .text(row.name), .text(optional: row.phase), .text(optional: row.owner),
      date(row.period?.first), date(row.period?.last), number(row.period?.days), number(row.workingDays),
      date(row.earlyStart), date(row.earlyFinish), date(row.lateStart), date(row.lateFinish), number(row.totalFloat),
      number(row.freeFloat), .plain(optional: row.isCritical.map { $0 ? "true" : "false" }),
      .text(row.predecessors.joined(separator: "; ")),
      row.kind == .phase ? .empty : .plain(row.status.rawValue), date(row.due), date(row.doneOn),
      .text(optional: plan.text(row.deliverable)),
    ]
  }

  private static func date(_ day: CivilDate?) -> CSVWriter.Cell { .plain(optional: day?.text) }
  private static func number(_ number: Int?) -> CSVWriter.Cell { .plain(optional: number.map { String($0) }) }
}
