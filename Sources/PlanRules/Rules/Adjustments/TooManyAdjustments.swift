import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// More adjustments in a year than the policy allows
///
/// - zh-Hans: 一年内预算调整次数超过政策规定
/// - zh-Hant: 一年內預算調整次數超過政策規定
///
/// ## Why it matters
/// Every adjustment takes a round of approvals and makes earlier reports hard to read. A budget that needs more of them
/// than the policy foresees was not planned well enough, or is steered without a plan.
///
/// ## How to mend
/// Put the change off to the next year. If the money only goes between lines that the plan declared movable under
/// `budget.reallocation`, call it a `reallocation`: these do not count.
///
/// ## Policy
/// `adjustments.per_year`. Years are those of the plan's calendar, and an adjustment falls into the year of its `date`.
/// Without it the rule is off.
///
/// ## Bad
/// ```yaml
/// policy: policy.yaml
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
///   summer:
///     kind: adjustment
///     date: 2025-06-02
///     moves: {amount: CNY 10k, from: content, to: media}
///     problem: films are late
///     evidence: May report
///     proposal: articles instead
///     requested_by: cmo
///     approved_by: board
///     approved_on: 2025-05-26
///     review: {due: 2025-09-30}
/// # file: policy.yaml
/// kind: policy
/// schema: 1
/// id: finance
/// title: Finance
/// owner: board
/// adjustments: {per_year: 1}
/// ```
///
/// ## Mended
/// ```yaml
/// period: 2025-01..2026-06
/// policy: policy.yaml
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
///   summer:
///     kind: adjustment
///     date: 2026-01-12
///     moves: {amount: CNY 10k, from: content, to: media}
///     problem: films are late
///     evidence: May report
///     proposal: articles instead
///     requested_by: cmo
///     approved_by: board
///     approved_on: 2025-12-22
///     review: {due: 2026-03-31}
/// # file: policy.yaml
/// kind: policy
/// schema: 1
/// id: finance
/// title: Finance
/// owner: board
/// adjustments: {per_year: 1}
/// ```
package struct TooManyAdjustments: Rule {
  package static let code = "A401"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.adjustments != nil, let most = context.resolved.house.adjustmentsPerYear else { return }
    var years: [(year: Period, entries: [Ledger.Entry])] = []
    for entry in context.countedEntries {
      let year = context.year(of: entry.date)
      if years.last?.year == year {
        years[years.count - 1].entries.append(entry)
      } else {
        years.append((year, [entry]))
      }
    }
    for (year, entries) in years where entries.count > max(most.value, 0) {
      Self.report(entries, in: year, most, context)
    }
  }

  /// One finding a year, at the first adjustment too many.
  private static func report(
    _ entries: [Ledger.Entry], in year: Period, _ most: PolicyValue<Int>, _ context: RuleContext
  ) {
    let allowed = max(most.value, 0)
    func date(_ entry: Ledger.Entry) -> SourceRange { context.adjustment(entry).date?.range ?? entry.id.range }
    var labels = entries.enumerated().filter { $0.offset != allowed }.map { place, entry in
      Diagnostic.Label(
        date(entry),
        Message(
          en: "adjustment \(place + 1) of \(year)", hans: "\(year)第 \(place + 1) 次", hant: "\(year)第 \(place + 1) 次"))
    }
    labels.append(most.label)
    let name = EntryName(entries[allowed], context)
    context.report(
      Diagnostic(
        Self.self, at: date(entries[allowed]),
        Message(
          en: "\(name) makes \(entries.count) in \(year), where the policy allows \(allowed)",
          hans: "加上\(name.last)，\(year)共 \(entries.count) 次调整，而政策只允许 \(allowed) 次",
          hant: "加上\(name.last)，\(year)共 \(entries.count) 次調整，而政策只允許 \(allowed) 次"),
        labels: labels,
        help: Message(
          en: "put it off to the next year; money that stays inside lines declared movable may be a `reallocation`",
          hans: "请推迟到下一年度；若只在已声明可调剂的科目之间移动，可记为 `reallocation`",
          hant: "請延後到下一年度；若只在已宣告可調劑的科目之間移動，可記為 `reallocation`")
      ).contradicting(Contradiction("adjustments.per_year", stated: allowed, recomputed: entries.count)))
  }
}
