import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// `schedule.csv`: every phase, milestone and task, a row each.
package struct ScheduleCSV: PlanFormat {
  package static let fileName = "schedule.csv"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String {
    var csv = CSVWriter()
    csv.row(
      [
        "kind", "id", "title", "start", "finish", "duration_days", "owner", "phase", "after", "status", "deliverable",
      ].map { .plain($0) })
    for row in timetable(plan.plan) {
      csv.row([
        .plain(row.kind.rawValue), .text(row.id), .text(optional: plan.text(row.title)),
        .plain(optional: row.period?.first.text), .plain(optional: row.period?.last.text),
        .plain(optional: Self.days(row)), .text(optional: row.owner), .text(optional: row.phase),
        .text(row.after.map(\.text).joined(separator: "; ")), row.kind == .phase ? .empty : .plain(row.status.rawValue),
        .text(optional: plan.text(row.deliverable)),
      ])
    }
    return csv.text
  }

  /// Calendar days: of fixed dates, or of a duration in days or weeks; other durations depend on where they start.
  private static func days(_ row: TimetableRow) -> String? {
    if let period = row.period { return String(period.days) }
    guard let duration = row.duration, duration.isExact, let amount = duration.writtenAmount else { return nil }
    switch duration.writtenTime {
    case .day: return amount.decimalText
    case .week: return (amount * 7).decimalText
    default: return nil
    }
  }
}
