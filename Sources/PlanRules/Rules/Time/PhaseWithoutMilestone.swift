import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A phase ends in nothing: no milestone is dated inside it.
///
/// - zh-Hans: 阶段内没有里程碑
/// - zh-Hant: 階段內沒有里程碑
///
/// ## Why it matters
/// A phase without a milestone cannot be late and cannot be done. The money goes out, and the next phase starts because
/// the calendar says so.
///
/// ## How to mend
/// Date a milestone inside the phase, or list the phase's `deliverables`. Only phases of the main timetable are asked.
///
/// ## Bad
/// ```yaml
/// phases:
///   pilot: {period: 2025Q1, title: Pilot}
///   rollout: {period: 2025Q2, title: Roll-out}
/// milestones:
///   pilot-done: {date: 2025-03-31, deliverable: report, accept: read by the board, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// phases:
///   pilot: {period: 2025Q1, title: Pilot}
///   rollout: {period: 2025Q2, title: Roll-out}
/// milestones:
///   pilot-done: {date: 2025-03-31, deliverable: report, accept: read by the board, owner: cmo}
///   all-stores: {date: 2025-06-30, deliverable: every store open, accept: visited by the board, owner: cmo}
/// ```
package struct PhaseWithoutMilestone: Rule {
  package static let code = "T611"
  package static let severity = Severity.warning
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let phases = context.plan.phases else { return }
    let marks = Marks(context.plan.milestones)
    for place in phases.entries.indices {
      guard let period = phases.entries[place].value.period,
        phases.entries[place].value.deliverables?.isEmpty ?? true,
        phases.entries[place].value.track.map({ $0.value == "main" }) ?? true
      else { continue }
      if marks.have(phases.entries[place].id.value, period.value) { continue }
      Self.report(phases.entries[place].id, period, context)
    }
  }

  /// What milestones mark.
  private struct Marks {
    private var named: Set<String> = []
    /// The days they are due, by number, ascending.
    private var days: [Int] = []
    /// Whether one has no date that could be read, and may lie anywhere.
    private var isOpen = false

    init(_ milestones: Table<Milestone>?) {
      for entry in milestones?.entries ?? [] where entry.value.status?.value != .dropped {
        if let phase = entry.value.phase { named.insert(phase.value) }
        if let date = entry.value.date { days.append(date.value.last.dayNumber) } else { isOpen = true }
      }
      days.sort()
    }

    /// Whether a milestone is dated inside, names the phase, or cannot be told to lie elsewhere.
    func have(_ id: String, _ period: Period) -> Bool {
      if isOpen || named.contains(id) { return true }
      let next = days.firstPlace { $0 >= period.first.dayNumber }
      return next < days.count && days[next] <= period.last.dayNumber
    }
  }

  private static func report(_ id: Located<String>, _ period: Located<Period>, _ context: RuleContext) {
    let when = period.value
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(
          en: "phase `\(id.value)`, \(when), has no milestone: it ends in nothing",
          hans: "阶段 `\(id.value)`（\(when)）没有里程碑，结束时没有任何成果",
          hant: "階段 `\(id.value)`（\(when)）沒有里程碑，結束時沒有任何成果"),
        help: Message(
          en: "date a milestone from \(when.first) to \(when.last), or list the phase's `deliverables`",
          hans: "请在 \(when.first) 至 \(when.last) 之间设一个里程碑，或列出该阶段的 `deliverables`",
          hant: "請在 \(when.first) 至 \(when.last) 之間設一個里程碑，或列出該階段的 `deliverables`")))
  }
}
