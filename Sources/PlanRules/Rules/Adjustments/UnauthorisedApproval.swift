import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// An amount is approved by somebody who may not approve it
///
/// - zh-Hans: 审批人无权批准该金额
/// - zh-Hant: 核准人無權核准該金額
///
/// ## Why it matters
/// Approval is worth something only if those who sign answer for the money and do not sign their own requests, nor those of
/// the people they report to.
///
/// ## How to mend
/// Have it signed by all roles of the row of `approvals` that covers the amount, and by nobody who asked for it or reports to
/// who did.
///
/// ## Policy
/// `approvals`: rows of roles that must all sign for amounts `up_to` a bound; a row without `up_to` covers any amount, and rows
/// with the same bound are alternatives. Any row that covers the amount will do. The moves of an entry count together. The
/// approval of the plan itself is held to the row for its total. Without `approvals` the rule is off.
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
///     requested_by: board
///     approved_by: cmo
///     approved_on: 2025-02-24
///     review: {due: 2025-06-30}
/// # file: policy.yaml
/// kind: policy
/// schema: 1
/// id: finance
/// title: Finance
/// owner: board
/// approvals: [{up_to: CNY 10k, by: cmo}, {by: board}]
/// ```
///
/// ## Mended
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
/// # file: policy.yaml
/// kind: policy
/// schema: 1
/// id: finance
/// title: Finance
/// owner: board
/// approvals: [{up_to: CNY 10k, by: cmo}, {by: board}]
/// ```
package struct UnauthorisedApproval: Rule {
  package static let code = "A404"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.adjustments != nil || context.plan.approval != nil else { return }
    let tables = context.resolved.house.approvals.map(\.value).filter { !$0.isEmpty }.map { Rows($0, context) }
    guard !tables.isEmpty else { return }
    if context.plan.life >= .approved, let signers = context.plan.approval?.by,
      let total = context.approved(Ledger.total)
    {
      let name = Message(en: "the plan's approval", hans: "计划的批准", hant: "計畫的核准")
      for table in tables { Self.check(name, total.value, signers, table, context) }
    }
    let reporting = ReportingLines(context.plan.team?.roles)
    for entry in context.ledger.entries {
      let adjustment = context.adjustment(entry)
      guard let signers = adjustment.approvedBy, !signers.isEmpty else { continue }
      let name = EntryName(entry, context)
      if let amount = entry.amount {
        for table in tables { Self.check(name, amount, signers, table, context) }
      }
      if let requester = adjustment.requestedBy {
        Self.checkIndependence(of: signers, requester, reporting, name, context)
      }
    }
  }

  // MARK: Rows

  /// The rows of one policy, with what they cover in the plan's money.
  private struct Rows {
    /// One row, and what it covers.
    struct Row {
      let rule: ApprovalRule
      /// The most it covers; nil for any amount.
      let most: Fraction?

      func covers(_ amount: Fraction) -> Bool { most.map { amount <= $0 } ?? true }

      /// Whether it covers more than another.
      func isWider(than other: Row) -> Bool {
        guard let least = other.most else { return false }
        return most.map { $0 > least } ?? true
      }
    }

    /// The rows that cover more than all before them: the first to cover an amount is one of these.
    private var widening: [Row] = []
    /// The widest row of all that ask for the same roles.
    private var widest: [Set<String>: Row] = [:]
    let last: ApprovalRule?

    init(_ table: [ApprovalRule], _ context: RuleContext) {
      last = table.last
      for rule in table {
        if rule.upTo == nil, rule.wrote("up_to") { continue }
        let most = rule.upTo.flatMap { context.figures.converted($0.value, to: context.ledger.unit)?.high }
        let row = Row(rule: rule, most: most)
        if widening.last.map({ row.isWider(than: $0) }) ?? true { widening.append(row) }
        let roles = Set((rule.by ?? []).map(\.value))
        if widest[roles].map({ row.isWider(than: $0) }) ?? true { widest[roles] = row }
      }
    }

    /// The first row that covers an amount.
    func first(covering amount: Fraction) -> ApprovalRule? {
      let place = widening.firstPlace { $0.covers(amount) }
      return place < widening.count ? widening[place].rule : nil
    }

    /// Whether these roles may approve an amount together.
    func allow(_ signed: Set<String>, _ amount: Fraction) -> Bool {
      widest.contains { roles, row in row.covers(amount) && roles.isSubset(of: signed) }
    }
  }

  private static func check(
    _ name: any Phrased, _ amount: Fraction, _ signers: [Located<String>], _ rows: Rows, _ context: RuleContext
  ) {
    let signed = Set(signers.map(\.value))
    if rows.allow(signed, amount) { return }
    let covering = rows.first(covering: amount)
    guard let place = signers.first?.range, let row = covering ?? rows.last else { return }
    let asked = (row.by ?? []).map(\.value)
    let money = Said(Quantity(amount, context.ledger.unit), like: context.plan.budget?.total?.value)
    let label = Diagnostic.Label(
      row.upTo?.range ?? row.by?.first?.range ?? row.common.range,
      covering == nil
        ? Message(en: "the highest bound", hans: "最高权限", hant: "最高權限")
        : Message(en: "who must sign", hans: "应由谁签署", hant: "應由誰簽署"))
    guard covering != nil else {
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en: "\(name) is for \(money), more than anybody may approve by the policy",
            hans: "\(name)金额为\(money)，超出政策规定的全部审批权限", hant: "\(name)金額為\(money)，超出政策規定的全部核准權限"),
          labels: [label],
          help: Message(
            en: "split what is not one decision, or have the policy say who approves such amounts",
            hans: "请拆分并非同一决定的部分，或由政策规定此类金额由谁批准", hant: "請拆分並非同一決定的部分，或由政策規定此類金額由誰核准")))
      return
    }
    let lacking = CodeList(asked.filter { !signed.contains($0) }, limit: .max)
    context.report(
      Diagnostic(
        Self.self, at: place,
        Message(
          en: "\(name) is for \(money), which needs the signature of \(lacking)",
          hans: "\(name)金额为\(money)，须由 \(lacking) 签署", hant: "\(name)金額為\(money)，須由 \(lacking) 簽署"),
        label: Message(en: "who signed", hans: "签署人", hant: "簽署人"), labels: [label],
        help: Message(
          en: "have it signed by \(lacking) as well, and write that down", hans: "请由 \(lacking) 签署并补写",
          hant: "請由 \(lacking) 簽署並補寫")))
  }

  // MARK: Independence

  /// Nobody approves a request of their own, or of who they report to.
  private static func checkIndependence(
    of signers: [Located<String>], _ requester: Located<String>, _ reporting: ReportingLines, _ name: EntryName,
    _ context: RuleContext
  ) {
    for signer in signers {
      let label = Diagnostic.Label(requester.range, Message(en: "who asked for it", hans: "申请人", hant: "申請人"))
      if signer.value == requester.value {
        context.report(
          Diagnostic(
            Self.self, at: signer.range,
            Message(
              en: "`\(signer.value)` approves \(name), which is their own request",
              hans: "\(name)由 `\(signer.value)` 申请，又由其本人批准", hant: "\(name)由 `\(signer.value)` 申請，又由其本人核准"),
            labels: [label], help: another))
      } else if reporting.has(signer.value, under: requester.value) {
        context.report(
          Diagnostic(
            Self.self, at: signer.range,
            Message(
              en: "`\(signer.value)` approves \(name), but reports to `\(requester.value)`, who asked for it",
              hans: "批准\(name)的 `\(signer.value)` 是申请人 `\(requester.value)` 的下级",
              hant: "核准\(name)的 `\(signer.value)` 是申請人 `\(requester.value)` 的下屬"),
            labels: [label], help: another))
      }
    }
  }

  private static let another = Message(
    en: "have somebody sign who neither asked for it nor reports to who did",
    hans: "请由既非申请人、也非其下级的人签署", hant: "請由既非申請人、也非其下屬的人簽署")
}
