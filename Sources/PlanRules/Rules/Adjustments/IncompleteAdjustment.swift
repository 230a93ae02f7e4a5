import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// An adjustment lacks one of its four steps
///
/// - zh-Hans: 调整缺少规定步骤
/// - zh-Hant: 調整缺少規定步驟
///
/// ## Why it matters
/// An adjustment is a small plan: a problem that is shown, a way to mend it, somebody who approves it, and a day on which it
/// is asked whether it worked. Without one of these it is a change that nobody can account for later.
///
/// ## How to mend
/// Write what is missing: `problem` and `evidence`; `proposal`; `requested_by`, `approved_by` and `approved_on`; `review` with
/// its `due`. Where a machine moves the money under `budget.reallocation` with `automatic: true` and `counts_as:
/// reallocation`, its reallocations need no request and no approval of their own.
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
///     proposal: films instead of search
///     requested_by: cmo
///     approved_by: board
///     approved_on: 2025-02-24
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
///     approved_on: 2025-02-24
///     review: {due: 2025-06-30}
/// ```
package struct IncompleteAdjustment: Rule {
  package static let code = "A403"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let entries = context.plan.adjustments?.entries else { return }
    for place in entries.indices {
      let missing = Self.missing(entries[place].value, isApproved: context.isAutomatic(entries[place].value))
      if !missing.isEmpty { Self.report(entries[place].id, entries[place].value, missing, context) }
    }
  }

  /// The keys that say nothing; one that was written and could not be read was told by the reading.
  private static func missing(_ adjustment: Adjustment, isApproved: Bool) -> [String] {
    func isSilent(_ key: String, _ isThere: Bool, isEmpty: Bool = false) -> Bool {
      isEmpty || !isThere && !adjustment.wrote(key)
    }
    var missing: [String] = []
    func check(_ key: String, _ isThere: Bool, isEmpty: Bool = false) {
      if isSilent(key, isThere, isEmpty: isEmpty) { missing.append(key) }
    }
    check("problem", adjustment.problem != nil, isEmpty: adjustment.problem?.isEmpty == true)
    check(
      "evidence", adjustment.evidence != nil,
      isEmpty: adjustment.evidence?.allSatisfy(\.isEmpty) == true)
    check("proposal", adjustment.proposal != nil, isEmpty: adjustment.proposal?.isEmpty == true)
    if !isApproved {
      check("requested_by", adjustment.requestedBy != nil)
      check("approved_by", adjustment.approvedBy != nil, isEmpty: adjustment.approvedBy?.isEmpty == true)
      check("approved_on", adjustment.approvedOn != nil)
    }
    check("review", adjustment.review != nil)
    return missing
  }

  private static func report(
    _ id: Located<String>, _ adjustment: Adjustment, _ missing: [String], _ context: RuleContext
  ) {
    let name = EntryName(id.value, adjustment)
    let keys = CodeList(missing, limit: .max)
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(
          en: "\(name) does not say its \(keys): a step is missing",
          hans: "\(name)未写 \(keys)，步骤不完整", hant: "\(name)未寫 \(keys)，步驟不完整"),
        help: Message(
          en:
            "write what is wrong and what shows it, what is to be done, who approved it when, and when its effect is reviewed",
          hans: "请写明问题与依据、方案、何人何时批准，以及何时评估效果",
          hant: "請寫明問題與依據、方案、何人何時核准，以及何時評估效果")))
  }
}
