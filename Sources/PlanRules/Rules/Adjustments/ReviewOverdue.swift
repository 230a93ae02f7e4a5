import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// Nobody has said whether an adjustment worked
///
/// - zh-Hans: 调整效果未按期评估
/// - zh-Hant: 調整效果未按期評估
///
/// ## Why it matters
/// The review is the step that tells an adjustment from a guess. Left out, the next one repeats it.
///
/// ## How to mend
/// Write what came of it as `result` (with `done_on`), or as a `log` entry of kind `result` that names the adjustment. Today is
/// `--as-of`, else the plan's `as_of`; without either nothing is overdue.
///
/// ## Policy
/// `adjustments.review_within`: the longest time from an adjustment's `date` to the `due` of its review. Without it any day will
/// do.
///
/// ## Bad
/// ```yaml
/// as_of: 2025-08-01
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
///     approved_on: 2025-02-24
///     review: {due: 2025-06-30}
/// ```
///
/// ## Mended
/// ```yaml
/// as_of: 2025-08-01
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
///     approved_on: 2025-02-24
///     review: {due: 2025-06-30, result: the saved money paid for two more films, done_on: 2025-06-27}
/// ```
package struct ReviewOverdue: Rule {
  package static let code = "A410"
  package static let severity = Severity.warning
  package static let needsToday = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let entries = context.plan.adjustments?.entries else { return }
    let within = context.resolved.house.reviewWithin
    let answered = Set(
      (context.plan.log ?? []).compactMap { $0.kind?.value == .result ? $0.adjustment?.value : nil })
    let calendar = context.resolved.calendarName(nil)
    for place in entries.indices {
      let (id, adjustment) = (entries[place].id, entries[place].value)
      guard let due = adjustment.review?.due else { continue }
      if let date = adjustment.date, let within {
        Self.checkDistance(id, adjustment, date, due, within, context.workdays(calendar), context)
      }
      guard let today = context.resolved.today, due.value < today, adjustment.review?.result?.isEmpty != false,
        adjustment.review?.wrote("result") != true || adjustment.review?.result != nil, !answered.contains(id.value)
      else { continue }
      Self.report(id, adjustment, due, today, context)
    }
  }

  private static func report(
    _ id: Located<String>, _ adjustment: Adjustment, _ due: Located<CivilDate>, _ today: CivilDate,
    _ context: RuleContext
  ) {
    let name = EntryName(id.value, adjustment)
    let kpi = adjustment.review?.kpi
    let measured =
      kpi.map {
        Message(en: ": what became of `\($0.value)`", hans: "：`\($0.value)` 有何变化", hant: "：`\($0.value)` 有何變化")
      }
      ?? Message(verbatim: "")
    context.report(
      Diagnostic(
        Self.self, at: due.range,
        Message(
          en: "the effect of \(name) was to be reviewed by \(due.value); today is \(today), and there is no result",
          hans: "\(name)的效果应于\(due.value)前评估，今天是\(today)，仍无结果",
          hant: "\(name)的效果應於\(due.value)前評估，今天是\(today)，仍無結果"),
        labels: kpi.map { [.init($0.range, Message(en: "what should have moved", hans: "应改善的指标", hant: "應改善的指標"))] }
          ?? [],
        help: Message(
          en: "write `result` and `done_on`\(measured)", hans: "请写 `result` 与 `done_on`\(measured)",
          hant: "請寫 `result` 與 `done_on`\(measured)")))
  }

  private static func checkDistance(
    _ id: Located<String>, _ adjustment: Adjustment, _ date: Located<CivilDate>, _ due: Located<CivilDate>,
    _ within: PolicyValue<Quantity>, _ workdays: Workdays, _ context: RuleContext
  ) {
    guard let last = workdays.day(within.value, after: date.value), due.value > last else { return }
    let name = EntryName(id.value, adjustment)
    context.report(
      Diagnostic(
        Self.self, at: due.range,
        Message(
          en: "the effect of \(name) is reviewed by \(due.value), later than \(within.value) after it takes effect",
          hans: "\(name)的效果评估定于\(due.value)，晚于生效后 \(within.value)",
          hant: "\(name)的效果評估定於\(due.value)，晚於生效後 \(within.value)"),
        labels: [
          .init(date.range, Message(en: "takes effect", hans: "生效日", hant: "生效日")),
          within.label,
        ],
        help: Message(en: "review it by \(last)", hans: "请于\(last)前评估", hant: "請於\(last)前評估")))
  }
}
