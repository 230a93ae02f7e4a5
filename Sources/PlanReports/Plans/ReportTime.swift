import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// Phases, milestones and tasks, a table each.
  mutating func addTimetable() {
    let rows = timetable(plan.plan)
    guard !rows.isEmpty else { return }
    heading(ReportWord.timetable)
    let span = [column(ReportWord.start), column(ReportWord.finish), figures(ReportWord.days)]
    add(
      ReportWord.phases, [column(ReportWord.phase)] + span + [column(ReportWord.deliverable)],
      rows.filter { $0.kind == .phase }.map { Report.Row([name($0)] + dates($0) + [text($0.deliverable)]) })
    add(
      ReportWord.milestones,
      [
        column(ReportWord.milestone), column(ReportWord.date), column(ReportWord.phase), column(ReportWord.owner),
        column(ReportWord.status), column(ReportWord.deliverable),
      ],
      rows.filter { $0.kind == .milestone }.map { row in
        Report.Row([
          name(row), marked(day(row.period?.last), "milestones.\(row.id)"), phase(row), person(row.owner),
          .text(word(row.status.word)), text(row.deliverable),
        ])
      })
    add(
      ReportWord.tasks,
      [column(ReportWord.task)] + span + [
        figures(ReportWord.duration), column(ReportWord.after), column(ReportWord.phase), column(ReportWord.owner),
        column(ReportWord.status), column(ReportWord.deliverable),
      ], rows.filter { $0.kind == .task }.map(task))
  }

  private func task(_ row: TimetableRow) -> Report.Row {
    let after = row.after.map { oneLine($0.text) }.joined(separator: plan.language == .english ? ", " : "、")
    return Report.Row(
      [name(row)] + dates(row) + [
        quantity(row.duration), .text(after), phase(row), person(row.owner), .text(word(row.status.word)),
        text(row.deliverable),
      ])
  }

  private func name(_ row: TimetableRow) -> [Report.Span] { [Report.Span(plan.text(row.title) ?? oneLine(row.id))] }

  private func phase(_ row: TimetableRow) -> [Report.Span] {
    .text(row.phase.map { plan.name(plan.plan.phases?[$0]?.common ?? Common(), id: $0) })
  }

  /// First day, last day and how many days.
  private func dates(_ row: TimetableRow) -> [[Report.Span]] {
    let path = row.kind == .phase ? "phases.\(row.id).start" : "tasks.\(row.id)"
    return [
      marked(day(row.period?.first), path), marked(day(row.period?.last), path),
      .text(row.period.map { String($0.days) }),
    ]
  }

  private func marked(_ spans: [Report.Span], _ path: String) -> [Report.Span] {
    plan.isDoubtful(path) ? spans.map { Report.Span($0.text, .doubtful) } : spans
  }
}
