import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// `schedule.ics`: phases, milestones, tasks and what recurs as all-day events, by RFC 5545.
///
/// An event's UID is made from the plan's, the kind's and the noun's names, so that a calendar that imports a newer
/// version replaces what it has; its stamp is the plan's day, never the clock's. What recurs by a rule is one event with
/// an RRULE, and with EXDATE and RDATE where holidays move it; where no rule says its days, each is an event of its own,
/// named by its day.
package struct Calendar: PlanFormat {
  package static let fileName = "schedule.ics"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//marplan//marplan//EN")
    lines.add("CALSCALE", "GREGORIAN")
    if let title = plan.text(plan.plan.common.title) {
      lines.addText("NAME", title)
      lines.addText("X-WR-CALNAME", title)
    }
    let entries = plan.scheduleRows.compactMap { Self.entry($0, plan) } + plan.events.flatMap { Self.entries($0, plan) }
    let stamp = plan.resolved.today ?? plan.plan.period?.value.first ?? entries.map(\.days.first).min()
    if let stamp {
      for entry in entries { Self.write(entry, stamp: stamp, &lines) }
    }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  /// What becomes one VEVENT.
  private struct Entry {
    let uid: String
    let days: Period
    var rule: Recurrence?
    let summary: String
    /// A line each.
    let description: [String]
    let category: String
    let status: String
  }

  private static func write(_ entry: Entry, stamp: CivilDate, _ lines: inout CalendarLines) {
    lines.add("BEGIN", "VEVENT")
    lines.addText("UID", entry.uid)
    lines.add("DTSTAMP", date(stamp) + "T000000Z")
    lines.add("DTSTART;VALUE=DATE", date(entry.days.first))
    let end = entry.days.last.adding(days: 1)
    // The day after the last year a date can hold has no date.
    if end.year <= 9999 {
      lines.add("DTEND;VALUE=DATE", date(end))
    } else {
      lines.add("DURATION", "P\(entry.days.days)D")
    }
    if let rule = entry.rule {
      lines.add("RRULE", rule.rule)
      for (name, days) in [("EXDATE", rule.excluded), ("RDATE", rule.added)] where !days.isEmpty {
        lines.add("\(name);VALUE=DATE", days.map(date).joined(separator: ","))
      }
    }
    lines.addText("SUMMARY", entry.summary)
    if !entry.description.isEmpty { lines.addText("DESCRIPTION", entry.description) }
    lines.add("CATEGORIES", entry.category)
    lines.add("STATUS", entry.status)
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }

  private static func date(_ day: CivilDate) -> String {
    String(decoding: day.text.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  private static func uid(_ plan: CompiledPlan, _ kind: String, _ id: String) -> String {
    oneLine("\(plan.plan.id?.value ?? "plan")/\(kind)/\(id)@marplan")
  }

  // MARK: What has its days

  private static func entry(_ row: ScheduleRow, _ plan: CompiledPlan) -> Entry? {
    row.period.map { days in
      Entry(
        uid: uid(plan, row.kind.rawValue, row.id), days: days, summary: row.name, description: description(row, plan),
        category: row.kind.rawValue.uppercased(), status: status(row, plan.plan.life))
    }
  }

  /// Deliverable, owner, phase and what else there is to say, a line each.
  private static func description(_ row: ScheduleRow, _ plan: CompiledPlan) -> [String] {
    let isMoved = row.planned != nil && row.planned != row.period?.last
    return described(
      [
        (ReportWord.deliverable, plan.text(row.deliverable)), (ReportWord.owner, row.owner.map { plan.person($0) }),
        (ReportWord.phase, row.phase.map { plan.name(plan.plan.phases?[$0]?.common ?? Common(), id: $0) }),
        (ReportWord.planned, isMoved ? row.planned?.phrase(in: plan.language) : nil),
        (ReportWord.doneOn, row.doneOn?.phrase(in: plan.language)),
      ], plan)
  }

  private static func described(_ parts: [(Message, String?)], _ plan: CompiledPlan) -> [String] {
    parts.compactMap { word, value in
      value.map { word.text(in: plan.language) + ReportWord.colon(plan.language) + $0 }
    }
  }

  /// What was dropped is cancelled; what is approved, under way or done is confirmed; the rest may still change.
  private static func status(_ row: ScheduleRow, _ life: Plan.Life) -> String {
    switch (row.status, life) {
    case (.dropped, _): "CANCELLED"
    case (.started, _), (.done, _), (_, .approved), (_, .closed): "CONFIRMED"
    default: "TENTATIVE"
    }
  }

  // MARK: What recurs

  private static func entries(_ event: ScheduledEvent, _ plan: CompiledPlan) -> [Entry] {
    let people = event.attend.map { plan.person($0) }.joined(separator: plan.language == .english ? ", " : "、")
    let description = described(
      [
        (ReportWord.owner, event.owner.map { plan.person($0) }), (ReportWord.attend, people.isEmpty ? nil : people),
        (ReportWord.recurs, event.cadence?.word.text(in: plan.language)),
        (ReportWord.length, event.length?.phrase(in: plan.language)),
      ], plan)
    let isSettled = plan.plan.life == .approved || plan.plan.life == .closed
    func entry(_ uid: String, _ days: Period, _ rule: Recurrence?) -> Entry {
      Entry(
        uid: uid, days: days, rule: rule, summary: plan.text(event.title) ?? oneLine(event.id),
        description: description, category: (event.kind?.rawValue ?? "event").uppercased(),
        status: isSettled ? "CONFIRMED" : "TENTATIVE")
    }
    let uid = uid(plan, "event", event.id)
    if let rule = event.recurrence, let first = Period(first: rule.first, last: rule.first) {
      return [entry(uid, first, rule)]
    }
    var seen: Set<String> = []
    return event.occurrences.compactMap { days in
      let name = days.days == 1 ? days.first.text : "\(days.first.text)..\(days.last.text)"
      return seen.insert(name).inserted ? entry(Self.uid(plan, "event", "\(event.id)/\(name)"), days, nil) : nil
    }
  }
}

/// Content lines: folded at 75 octets, never inside a character, each ended by CRLF (RFC 5545, section 3.1). No value has a
/// line end of its own, or anything that hides.
struct CalendarLines {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ name: String, _ value: String) {
    let value = visible(value, breaks: .blanks)
    let fits = name.utf8.count + 1 + value.utf8.count <= 75
    if fits {
      bytes += name.utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += value.utf8
    } else {
      addFolded("\(name):\(value)")
    }
    bytes += "\r\n".utf8
  }

  private mutating func addFolded(_ line: String) {
    var length = 0
    for byte in line.utf8 {
      // A character's first byte says how many it has; the line is folded before it, never within.
      let more = byte < 0xC0 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
      if byte & 0xC0 != 0x80, length + 1 + more > 75 {
        bytes += "\r\n ".utf8
        length = 1
      }
      bytes.append(byte)
      length += 1
    }
  }

  /// A value of type TEXT, escaped as section 3.3.11 asks.
  mutating func addText(_ name: String, _ value: String) { addText(name, [value]) }

  /// A value of type TEXT that has several lines.
  mutating func addText(_ name: String, _ lines: [String]) {
    add(name, lines.map(Self.escaped).joined(separator: "\\n"))
  }

  private static func escaped(_ text: String) -> String {
    let text = visible(text, breaks: .blanks)
    func mark(_ byte: UInt8) -> StaticString? {
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: ";"): "\\;"
      case UInt8(ascii: ","): "\\,"
      default: nil
      }
    }
    guard text.utf8.contains(where: { mark($0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.append(text, replacing: mark)
    return String(decoding: escaped, as: UTF8.self)
  }
}
