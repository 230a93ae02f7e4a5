import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A milestone is dated on a day that its calendar does not work.
///
/// - zh-Hans: 里程碑落在非工作日
/// - zh-Hant: 里程碑落在非工作日
///
/// ## Why it matters
/// Nobody is there to accept it. The day it really happens is the next working day, or the work had to be done by the
/// last one before.
///
/// ## How to mend
/// Date it on a working day. A milestone given as a month or quarter is left alone, and so is a plan that names no
/// calendar; a fair on a Sunday is a task with dates, which no calendar moves.
///
/// ## Policy
/// The plan names one of the policy's `calendars`: `weekend`, `holidays`, and `workdays` for days of a weekend that are
/// worked.
///
/// ## Bad
/// ```yaml
/// policy: [policies/house.yaml]
/// calendar: office
/// milestones:
///   shop-open: {date: 2025-05-01, deliverable: web shop, accept: first order is paid, owner: cmo}
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House rules
/// owner: cfo
/// calendars: {office: {holidays: [2025-05-01..2025-05-05]}}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [policies/house.yaml]
/// calendar: office
/// milestones:
///   shop-open: {date: 2025-04-30, deliverable: web shop, accept: first order is paid, owner: cmo}
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House rules
/// owner: cfo
/// calendars: {office: {holidays: [2025-05-01..2025-05-05]}}
/// ```
package struct NonWorkingDate: Rule {
  package static let code = "T607"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let milestones = context.plan.milestones else { return }
    for place in milestones.entries.indices {
      let milestone = milestones.entries[place].value
      guard let date = milestone.date, date.value.first == date.value.last, !milestone.isDone,
        milestone.status?.value != .dropped, let name = context.resolved.calendarName(milestone.calendar)
      else { continue }
      let workdays = context.workdays(name)
      let day = date.value.last
      if workdays.isWorked(day) { continue }
      let (id, before, after) = (milestones.entries[place].id.value, workdays.previous(day), workdays.next(day))
      context.report(
        Diagnostic(
          Self.self, at: date.range,
          Message(
            en: "milestone `\(id)` is dated \(day), which is no working day of the calendar `\(name)`",
            hans: "里程碑 `\(id)` 的日期 \(day) 不是日历 `\(name)` 的工作日",
            hant: "里程碑 `\(id)` 的日期 \(day) 不是行事曆 `\(name)` 的工作日"),
          help: Message(
            en: "the nearest working days are \(before) and \(after)", hans: "最近的工作日是 \(before) 和 \(after)",
            hant: "最近的工作日是 \(before) 和 \(after)")))
    }
  }
}
