import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// An adjustment takes effect before it was approved, too soon after the last, or after the plan has ended
///
/// - zh-Hans: 调整早于批准、未过冷却期或晚于计划结束
/// - zh-Hant: 調整早於核准、未過冷卻期或晚於計畫結束
///
/// ## Why it matters
/// Money that moves before anybody approved it was spent without approval. Adjustments that follow each other within weeks
/// answer to noise, and nobody can tell which of them worked. After the plan has ended there is nothing left to adjust.
///
/// ## How to mend
/// Let `date` be the day from which the adjustment holds: not before `approved_on`, nor before the plan itself was approved, and
/// not after its `period` ends. Keep the policy's distance to the last adjustment. Of a closed plan only the `log` goes on.
///
/// ## Policy
/// `adjustments.cooling_off`: the least time between the dates of two adjustments; reallocations are free of it. What concerns
/// approval and the plan's end needs no policy.
///
/// ## Bad
/// ```yaml
/// status: approved
/// approval: {by: board, date: 2024-12-10}
/// team: {roles: {cmo: Marketing head, board: Budget board}}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
/// adjustments:
///   spring:
///     kind: adjustment
///     date: 2025-03-03
///     moves: {amount: CNY 20k, from: media, to: content}
///     problem: search prices rose
///     evidence: February report
///     proposal: films instead of search
///     requested_by: cmo
///     approved_by: board
///     approved_on: 2025-03-10
///     review: {due: 2025-06-30}
/// ```
///
/// ## Mended
/// ```yaml
/// status: approved
/// approval: {by: board, date: 2024-12-10}
/// team: {roles: {cmo: Marketing head, board: Budget board}}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
/// adjustments:
///   spring:
///     kind: adjustment
///     date: 2025-03-03
///     moves: {amount: CNY 20k, from: media, to: content}
///     problem: search prices rose
///     evidence: February report
///     proposal: films instead of search
///     requested_by: cmo
///     approved_by: board
///     approved_on: 2025-03-03
///     review: {due: 2025-06-30}
/// ```
package struct AdjustmentDatesWrong: Rule {
  package static let code = "A408"
  package static let severity = Severity.error
  package static let needsToday = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.adjustments?.isEmpty == false else { return }
    for entry in context.ledger.entries {
      let adjustment = context.adjustment(entry)
      guard let date = adjustment.date else { continue }
      if let approved = adjustment.approvedOn, date.value < approved.value {
        Self.report(
          EntryName(entry, context), date, Self.before(approved.value),
          .init(approved.range, Message(en: "approved", hans: "批准日", hant: "核准日")),
          Message(
            en: "let it hold from \(approved.value) on, or correct the dates",
            hans: "请自\(approved.value)起生效，或更正日期", hant: "請自\(approved.value)起生效，或更正日期"), context)
      }
      checkPlan(entry, date, context)
    }
    if let pause = context.resolved.house.coolingOff { checkDistances(pause, context) }
  }

  private static func before(_ day: CivilDate) -> Message {
    Message(
      en: "before it was approved on \(day)", hans: "早于其批准日\(day)", hant: "早於其核准日\(day)")
  }

  // MARK: The plan's own days

  private func checkPlan(_ entry: Ledger.Entry, _ date: Located<CivilDate>, _ context: RuleContext) {
    let (plan, name) = (context.plan, EntryName(entry, context))
    if let approval = plan.approval?.date, date.value < approval.value {
      Self.report(
        name, date,
        Message(
          en: "before the plan itself was approved on \(approval.value)", hans: "早于计划本身的批准日\(approval.value)",
          hant: "早於計畫本身的核准日\(approval.value)"),
        .init(approval.range, Message(en: "the plan approved", hans: "计划批准日", hant: "計畫核准日")),
        Message(
          en: "until a plan is approved its figures change in their place; correct the date, or take the entry out",
          hans: "计划批准之前可直接修改数字；请更正日期或删去该条目", hant: "計畫核准之前可直接修改數字；請更正日期或刪去該條目"), context)
    }
    if let period = plan.period, date.value > period.value.last {
      Self.report(
        name, date,
        Message(
          en: "after the plan ended on \(period.value.last)", hans: "晚于计划结束日\(period.value.last)",
          hant: "晚於計畫結束日\(period.value.last)"),
        .init(period.range, Message(en: "the plan's period", hans: "计划期间", hant: "計畫期間")), Self.afterwards, context)
    } else if plan.life == .closed, let status = plan.status, let today = context.resolved.today, date.value > today {
      Self.report(
        name, date,
        Message(en: "after the plan was closed", hans: "晚于计划关闭", hant: "晚於計畫關閉"),
        .init(status.range, Message(en: "nothing but the log goes on", hans: "此后只可写日志", hant: "此後只可寫日誌")),
        Self.afterwards, context)
    }
  }

  private static let afterwards = Message(
    en: "put it into the next plan, or say under `log` what was decided", hans: "请写入下一份计划，或在 `log` 中说明所作决定",
    hant: "請寫入下一份計畫，或在 `log` 中說明所作決定")

  // MARK: Distance

  private func checkDistances(_ pause: PolicyValue<Quantity>, _ context: RuleContext) {
    let entries = context.countedEntries
    let workdays = context.workdays(context.resolved.calendarName(nil))
    for (last, next) in zip(entries, entries.dropFirst()) {
      guard let date = context.adjustment(next).date, let first = workdays.day(pause.value, after: last.date),
        date.value < first
      else { continue }
      let days = last.date.days(until: date.value)
      let (name, before) = (EntryName(next, context), EntryName(last, context))
      context.report(
        Diagnostic(
          Self.self, at: date.range,
          Message(
            en: "\(name) follows \(before) after \(days) days; the policy wants \(pause.value) between two",
            hans: "\(name)距\(before)仅 \(days) 天，而政策要求间隔 \(pause.value)",
            hant: "\(name)距\(before)僅 \(days) 天，而政策要求間隔 \(pause.value)"),
          labels: [
            .init(
              context.adjustment(last).date?.range ?? last.id.range,
              Message(en: "the one before", hans: "上一次调整", hant: "上一次調整")),
            pause.label,
          ],
          help: Message(
            en: "let it hold from \(first) on, or make it part of the one before",
            hans: "请自\(first)起生效，或并入上一次调整", hant: "請自\(first)起生效，或併入上一次調整")))
    }
  }

  private static func report(
    _ name: EntryName, _ date: Located<CivilDate>, _ wrong: Message, _ label: Diagnostic.Label, _ help: Message,
    _ context: RuleContext
  ) {
    context.report(
      Diagnostic(
        Self.self, at: date.range,
        Message(
          en: "\(name) takes effect on \(date.value), \(wrong)", hans: "\(name)于\(date.value)生效，\(wrong)",
          hant: "\(name)於\(date.value)生效，\(wrong)"), labels: [label], help: help))
  }
}
