import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// `schedule.ics`: phases, milestones and dated tasks as all-day events, by RFC 5545.
///
/// An event's UID is made from the plan's, the kind's and the noun's names, so that a calendar that imports a newer
/// version replaces what it has; its stamp is the plan's day, never the clock's.
package struct Calendar: PlanFormat {
  package static let fileName = "schedule.ics"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//marplan//marplan//EN")
    lines.add("CALSCALE", "GREGORIAN")
    if let title = plan.text(plan.plan.common.title) { lines.addText("NAME", title) }
    let rows = timetable(plan.plan)
    let stamp = plan.resolved.today ?? plan.plan.period?.value.first ?? rows.lazy.compactMap(\.period?.first).min()
    if let stamp {
      for row in rows {
        if let period = row.period { Self.write(row, period, stamp: stamp, plan, &lines) }
      }
    }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  private static func write(
    _ row: TimetableRow, _ period: Period, stamp: CivilDate, _ plan: CompiledPlan, _ lines: inout CalendarLines
  ) {
    lines.add("BEGIN", "VEVENT")
    lines.addText("UID", oneLine("\(plan.plan.id?.value ?? "plan")/\(row.kind.rawValue)/\(row.id)@marplan"))
    lines.add("DTSTAMP", date(stamp) + "T000000Z")
    lines.add("DTSTART;VALUE=DATE", date(period.first))
    let end = period.last.adding(days: 1)
    // The day after the last year a date can hold has no date.
    if end.year <= 9999 { lines.add("DTEND;VALUE=DATE", date(end)) } else { lines.add("DURATION", "P\(period.days)D") }
    lines.addText("SUMMARY", plan.text(row.title) ?? oneLine(row.id))
    let description = description(row, plan)
    if !description.isEmpty { lines.addText("DESCRIPTION", description) }
    lines.add("CATEGORIES", row.kind.rawValue.uppercased())
    lines.add("STATUS", status(row, plan.plan.life))
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }

  /// Deliverable, owner and phase, a line each.
  private static func description(_ row: TimetableRow, _ plan: CompiledPlan) -> String {
    let parts: [(Message, String?)] = [
      (ReportWord.deliverable, plan.text(row.deliverable)), (ReportWord.owner, row.owner.map { plan.person($0) }),
      (ReportWord.phase, row.phase.map { plan.name(plan.plan.phases?[$0]?.common ?? Common(), id: $0) }),
    ]
    return parts.compactMap { word, value in
      value.map { word.text(in: plan.language) + ReportWord.colon(plan.language) + $0 }
    }.joined(separator: "\n")
  }

  /// What was dropped is cancelled; what is approved, under way or done is confirmed; the rest may still change.
  private static func status(_ row: TimetableRow, _ life: Plan.Life) -> String {
    switch (row.status, life) {
    case (.dropped, _): "CANCELLED"
    case (.started, _), (.done, _), (_, .approved), (_, .closed): "CONFIRMED"
    default: "TENTATIVE"
    }
  }

  private static func date(_ day: CivilDate) -> String { day.text.replacing("-", with: "") }
}

/// Content lines: folded at 75 octets, never inside a character, each ended by CRLF (RFC 5545, section 3.1).
struct CalendarLines {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ name: String, _ value: String) {
    var length = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let octets = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if length + octets.count > 75 {
        bytes += "\r\n ".utf8
        length = 1
      }
      bytes += octets
      length += octets.count
    }
    bytes += "\r\n".utf8
  }

  /// A value of type TEXT, escaped as section 3.3.11 asks.
  mutating func addText(_ name: String, _ value: String) {
    let escaped = value.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
    add(name, escaped)
  }
}
