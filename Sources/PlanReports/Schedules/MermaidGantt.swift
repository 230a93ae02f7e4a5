import PlanModel
import PlanQuantities
import PlanText

/// `schedule.mmd`: a Gantt chart in the language of Mermaid, with explicit dates, phase by phase.
///
/// Links are not written as `after`, for Mermaid would reckon with other calendars than the plan. Mermaid's own line for
/// today follows the clock, so it is switched off, and the plan's day stands as a milestone.
package struct MermaidGantt: PlanFormat {
  package static let fileName = "schedule.mmd"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String { Self.lines(plan).joined(separator: "\n") + "\n" }

  /// The chart's lines, for a file of its own or a fenced block of a report.
  static func lines(_ plan: CompiledPlan) -> [String] {
    var lines = ["gantt"]
    let title = plan.text(plan.plan.common.title) ?? plan.plan.id.map { oneLine($0.value) }
    if let title, !title.isEmpty { lines.append("    title \(escaped(title))") }
    lines.append("    dateFormat YYYY-MM-DD")
    let groups = plan.scheduleGroups
    let rows = groups.flatMap { ($0.phase.map { [$0] } ?? []) + $0.rows }
    lines += axis(rows.compactMap(\.period))
    lines += ["    inclusiveEndDates", "    todayMarker off"]
    if let today = plan.resolved.today {
      let word = ReportWord.asOf.text(in: plan.language)
      lines.append("    section \(escaped(word))")
      lines.append("    \(name(today.text)) :milestone, now, \(today.text), 0d")
    }
    var number = 0
    for group in groups {
      let heading = group.phase?.name ?? ReportWord.otherWork.text(in: plan.language)
      lines.append("    section \(escaped(heading))")
      for row in (group.phase.map { [$0] } ?? []) + group.rows {
        number += 1
        lines.append("    " + line(row, id: "\(row.kind.rawValue.prefix(1))\(number)"))
      }
    }
    return lines
  }

  /// A row's line; one without dates is a comment, for Mermaid would put it after the row before.
  private static func line(_ row: ScheduleRow, id: String) -> String {
    guard let period = row.period else { return "%% \(escaped(row.name))" }
    var tags: [String] = []
    if row.isDone { tags.append("done") } else if row.status == .started { tags.append("active") }
    if row.isCritical == true { tags.append("crit") }
    let dates: [String]
    if row.kind == .milestone {
      tags.append("milestone")
      dates = [period.first.text, "0d"]
    } else {
      dates = [period.first.text, period.last.text]
    }
    return "\(name(row.name)) :" + (tags + [id] + dates).joined(separator: ", ")
  }

  private static func axis(_ periods: [Period]) -> [String] {
    guard let first = periods.map(\.first).min(), let last = periods.map(\.last).max(),
      let days = Period(first: first, last: last)
    else { return [] }
    switch TimeScale(days).grain {
    case .day, .week: return ["    axisFormat %m-%d", "    tickInterval 1week", "    weekday monday"]
    case .month: return ["    axisFormat %Y-%m", "    tickInterval 1month"]
    case .quarter: return ["    axisFormat %Y-%m", "    tickInterval 3month"]
    case .half, .year: return ["    axisFormat %Y-%m", "    tickInterval 6month"]
    }
  }

  /// A task's name: where it begins like a statement, its first character is written as a code, so that it is none.
  private static func name(_ text: String) -> String {
    let text = text.isEmpty ? "-" : text
    let start = text.lowercased()
    let isStatement = statements.contains { start.hasPrefix($0) } || startsWithDate(text)
    guard isStatement, let first = text.unicodeScalars.first else { return escaped(text) }
    return code(first) + escaped(String(text.dropFirst()))
  }

  /// The words by which Mermaid's grammar takes a line for something else than a task.
  private static let statements = [
    "gantt", "dateformat", "inclusiveenddates", "topaxis", "axisformat", "tickinterval", "includes", "excludes",
    "todaymarker", "weekday", "weekend", "title", "acctitle", "accdescr", "section", "click", "call", "href", "vert",
    "---",
  ]

  private static func startsWithDate(_ text: String) -> Bool {
    text.utf8.count >= 10
      && text.utf8.prefix(10).enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

  /// A text without the characters that end a name, begin a comment or are markup: they are written as Mermaid's codes.
  static func escaped(_ text: String) -> String {
    visible(text, breaks: .blanks).unicodeScalars.reduce(into: "") { text, scalar in
      if "#:;%<>&{}\"`\\".unicodeScalars.contains(scalar) {
        text += code(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String { "#\(scalar.value);" }
}
