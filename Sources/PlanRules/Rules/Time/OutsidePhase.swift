import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A milestone, task or phase lies outside its phase or the plan.
///
/// - zh-Hans: 里程碑、任务或阶段超出所属阶段或计划期间
/// - zh-Hant: 里程碑、任務或階段超出所屬階段或計畫期間
///
/// ## Why it matters
/// Work dated outside its phase has neither the phase's money nor its people; work outside the plan has no plan.
///
/// ## How to mend
/// Correct the date, name the phase it belongs to, or move the phase's end. A milestone given as a month or quarter
/// stands for its last day. What comes after the plan may lie in its `evaluation`.
///
/// ## Bad
/// ```yaml
/// phases:
///   launch: {period: 2025Q1, title: Launch}
/// milestones:
///   shop-open: {date: 2025-04-15, phase: launch, deliverable: web shop, accept: first order paid, owner: cmo}
///   launch-end: {date: 2025-03-31, deliverable: report, accept: read by the board, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// phases:
///   launch: {period: 2025Q1, title: Launch}
/// milestones:
///   shop-open: {date: 2025-03-15, phase: launch, deliverable: web shop, accept: first order paid, owner: cmo}
///   launch-end: {date: 2025-03-31, deliverable: report, accept: read by the board, owner: cmo}
/// ```
package struct OutsidePhase: Rule {
  package static let code = "T601"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    if let phases = context.plan.phases { checkPhases(phases, context) }
    if let milestones = context.plan.milestones {
      for place in milestones.entries.indices where milestones.entries[place].value.status?.value != .dropped {
        guard let date = milestones.entries[place].value.date else { continue }
        let day = date.value.last
        guard let period = Period(first: day, last: day) else { continue }
        let id = milestones.entries[place].id.value
        check(Dated(kind: .milestone, id, period, date.range, milestones.entries[place].value.phase), context)
      }
    }
    guard let tasks = context.plan.tasks else { return }
    for place in tasks.entries.indices where tasks.entries[place].value.status?.value != .dropped {
      guard let (period, range) = Self.period(of: tasks.entries[place].value) else { continue }
      check(Dated(kind: .task, tasks.entries[place].id.value, period, range, tasks.entries[place].value.phase), context)
    }
  }

  /// A task's dates: its period, or the day it is due.
  private static func period(of task: WorkTask) -> (Period, SourceRange)? {
    if let period = task.period { return (period.value, period.range) }
    guard let due = task.due, let day = Period(first: due.value, last: due.value) else { return nil }
    return (day, due.range)
  }

  /// What has a date and may name a phase.
  private struct Dated {
    let kind: TimetableRow.Kind
    let id: String
    let period: Period
    let range: SourceRange
    let phase: Located<String>?

    init(kind: TimetableRow.Kind, _ id: String, _ period: Period, _ range: SourceRange, _ phase: Located<String>?) {
      self.kind = kind
      self.id = id
      self.period = period
      self.range = range
      self.phase = phase
    }

    var name: Message {
      switch kind {
      case .phase: Message(en: "phase `\(id)`", hans: "阶段 `\(id)` ", hant: "階段 `\(id)` ")
      case .milestone: Message(en: "milestone `\(id)`", hans: "里程碑 `\(id)` ", hant: "里程碑 `\(id)` ")
      case .task: Message(en: "task `\(id)`", hans: "任务 `\(id)` ", hant: "任務 `\(id)` ")
      }
    }
  }

  private func checkPhases(_ phases: Table<Phase>, _ context: RuleContext) {
    for place in phases.entries.indices {
      guard let period = phases.entries[place].value.period else { continue }
      check(Dated(kind: .phase, phases.entries[place].id.value, period.value, period.range, nil), context)
    }
  }

  private func check(_ dated: Dated, _ context: RuleContext) {
    if let phase = dated.phase {
      guard let period = context.plan.phases?[phase.value]?.period else { return }
      if !period.value.contains(dated.period) { report(dated, phase.value, period, context) }
    } else if let period = context.plan.period, !period.value.contains(dated.period) {
      let evaluation = context.plan.evaluation?.value
      if evaluation.flatMap({ period.value.through($0) })?.contains(dated.period) == true { return }
      report(dated, period, context)
    }
  }

  private func report(_ dated: Dated, _ phase: String, _ period: Located<Period>, _ context: RuleContext) {
    let (name, when, whole) = (dated.name, dated.period, period.value)
    context.report(
      Diagnostic(
        Self.self, at: dated.range,
        Message(
          en: "\(name) is dated \(when), outside its phase `\(phase)`, \(whole)",
          hans: "\(name)的日期为 \(when)，超出所属阶段 `\(phase)`（\(whole)）",
          hant: "\(name)的日期為 \(when)，超出所屬階段 `\(phase)`（\(whole)）"),
        labels: [.init(period.range, Message(en: "the phase", hans: "所属阶段", hant: "所屬階段"))],
        help: Message(
          en: "date it from \(whole.first) to \(whole.last), name another `phase`, or move the phase",
          hans: "日期应在 \(whole.first) 至 \(whole.last) 之间；否则请改写 `phase`，或调整该阶段",
          hant: "日期應在 \(whole.first) 至 \(whole.last) 之間；否則請改寫 `phase`，或調整該階段")))
  }

  private func report(_ dated: Dated, _ period: Located<Period>, _ context: RuleContext) {
    let (name, when, whole) = (dated.name, dated.period, period.value)
    context.report(
      Diagnostic(
        Self.self, at: dated.range,
        Message(
          en: "\(name) is dated \(when), outside the plan's period \(whole)",
          hans: "\(name)的日期为 \(when)，超出计划期间 \(whole)",
          hant: "\(name)的日期為 \(when)，超出計畫期間 \(whole)"),
        labels: [.init(period.range, Message(en: "the plan's period", hans: "计划期间", hant: "計畫期間"))],
        help: Message(
          en: "date it from \(whole.first) to \(whole.last), or extend the plan's `period`",
          hans: "日期应在 \(whole.first) 至 \(whole.last) 之间，或延长计划的 `period`",
          hant: "日期應在 \(whole.first) 至 \(whole.last) 之間，或延長計畫的 `period`")))
  }
}
