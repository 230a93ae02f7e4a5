import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// One adjustment, or those of a year together, move more than the policy allows
///
/// - zh-Hans: 单次或全年调整金额超过政策上限
/// - zh-Hant: 單次或全年調整金額超過政策上限
///
/// ## Why it matters
/// The bounds keep the budget that was approved recognisable. What moves more is not an adjustment but another budget, and
/// belongs before those who approved the first.
///
/// ## How to mend
/// Move less, spread it over years, or take the plan back to draft and have it approved anew.
///
/// ## Policy
/// `adjustments.each_at_most` and `year_at_most`, shares of the approved total; `line_at_most`, a share of the approved line
/// that the money leaves (reserves are there to be drawn on and have none); `reallocation_at_most`, the share of the lines
/// under `budget.reallocation.within`, or of the total, that one reallocation may move; the plan's own
/// `budget.reallocation.at_most` bounds it too. An entry counts with all its moves together. The base is always what was
/// approved, so that one adjustment does not make room for the next.
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
///     moves: {amount: CNY 150k, from: media, to: content}
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
/// adjustments: {each_at_most: 10%}
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
///     moves: {amount: CNY 100k, from: media, to: content}
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
/// adjustments: {each_at_most: 10%}
/// ```
package struct AdjustmentTooLarge: Rule {
  package static let code = "A402"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.adjustments != nil else { return }
    let (reallocation, house) = (context.plan.budget?.reallocation, context.resolved.house)
    guard context.hasAdjustmentRules || reallocation?.atMost != nil else { return }
    var tooLarge: Set<Int> = []
    if let share = house.adjustmentAtMost?.stated {
      for entry in context.countedEntries where Self.isOver(entry, share, context) { tooLarge.insert(entry.place) }
    }
    if let share = house.adjustmentOfLineAtMost?.stated {
      for entry in context.countedEntries { Self.checkLines(of: entry, share, context) }
    }
    if let share = house.adjustmentsOfYearAtMost?.stated { Self.checkYears(share, but: tooLarge, context) }
    let own = [house.reallocationAtMost?.stated, reallocation?.atMost].compactMap { $0 }
    if let share = own.min(by: { $0.value.high < $1.value.high }) { Self.checkReallocations(share, context) }
  }

  private static func isOver(_ entry: Ledger.Entry, _ share: Located<Quantity>, _ context: RuleContext) -> Bool {
    guard let amount = entry.amount, let total = context.approved(Ledger.total) else { return false }
    let bound = Bound(share, of: "budget.total", total)
    guard amount > bound.money.value else { return false }
    let (name, moved) = (EntryName(entry, context), bound.said(amount, context))
    report(
      bound, amount, at: entry.range,
      Message(en: "\(name) moves \(moved)", hans: "\(name)调动\(moved)", hant: "\(name)調動\(moved)"),
      notes: sum(entry, context), context, subject: "adjustments.\(entry.id.value)")
    return true
  }

  /// What leaves each line; a reserve is there to be drawn on.
  private static func checkLines(of entry: Ledger.Entry, _ share: Located<Quantity>, _ context: RuleContext) {
    let sources = Dictionary(grouping: entry.moves) { $0.from?.value }
    var told: Set<String> = []
    for move in entry.moves {
      guard let from = move.from, context.resolved.lines.place(of: from.value) != nil, told.insert(from.value).inserted
      else { continue }
      let own = sources[from.value] ?? []
      var amount: Fraction = 0
      for move in own { amount += move.amount ?? 0 }
      guard own.allSatisfy({ $0.amount != nil }), let line = context.approved(from.value) else { continue }
      let bound = Bound(share, of: "budget.\(from.value)", line)
      guard amount > bound.money.value else { continue }
      let (name, moved) = (EntryName(entry, context), bound.said(amount, context))
      report(
        bound, amount, at: move.range,
        Message(
          en: "\(name) takes \(moved) out of `\(from.value)`", hans: "\(name)从 `\(from.value)` 调出\(moved)",
          hant: "\(name)從 `\(from.value)` 調出\(moved)"),
        context, subject: "adjustments.\(entry.id.value)")
    }
  }

  /// A year's adjustments together; told at the one that passes the bound, unless that alone was too large already.
  private static func checkYears(_ share: Located<Quantity>, but told: Set<Int>, _ context: RuleContext) {
    guard let total = context.approved(Ledger.total) else { return }
    let bound = Bound(share, of: "budget.total", total)
    var year: Period?
    var (sum, terms, isTold): (Fraction, [(name: String, value: Quantity)], Bool) = (0, [], false)
    for entry in context.countedEntries {
      let own = context.year(of: entry.date)
      if own != year { (year, sum, terms, isTold) = (own, 0, [], false) }
      guard let amount = entry.amount, !isTold else { continue }
      sum += amount
      terms.append((entry.id.value, Quantity(amount, bound.money.unit)))
      guard sum > bound.money.value else { continue }
      isTold = true
      if told.contains(entry.place) { continue }
      let (name, moved) = (EntryName(entry, context), bound.said(sum, context))
      report(
        bound, sum, at: entry.range,
        Message(
          en: "with \(name) the adjustments of \(own) move \(moved)", hans: "加上\(name.last)，\(own)各次调整共调动\(moved)",
          hant: "加上\(name.last)，\(own)各次調整共調動\(moved)"),
        notes: [Sum(terms, like: context.plan.budget?.total?.value).note(Quantity(sum, bound.money.unit))], context,
        subject: "adjustments.\(entry.id.value)")
    }
  }

  private static func checkReallocations(_ share: Located<Quantity>, _ context: RuleContext) {
    let within = context.plan.budget?.reallocation?.within?.map(\.value) ?? []
    let accounts = within.isEmpty ? [Ledger.total] : within
    guard let base = context.approved(accounts) else { return }
    let name = accounts.map { "budget.\($0)" }.joined(separator: " + ")
    let bound = Bound(share, of: name, base)
    for entry in context.ledger.entries where context.adjustment(entry).kind?.value == .reallocation {
      guard let amount = entry.amount, amount > bound.money.value else { continue }
      let (name, moved) = (EntryName(entry, context), bound.said(amount, context))
      report(
        bound, amount, at: entry.range,
        Message(en: "\(name) moves \(moved)", hans: "\(name)调动\(moved)", hant: "\(name)調動\(moved)"),
        notes: sum(entry, context), context, subject: "adjustments.\(entry.id.value)", isReallocation: true)
    }
  }

  /// Several moves of an entry as a sum; nothing for one alone.
  private static func sum(_ entry: Ledger.Entry, _ context: RuleContext) -> [Message] {
    guard entry.moves.count > 1, let amount = entry.amount else { return [] }
    let unit = context.ledger.unit
    let terms = entry.moves.compactMap { move in
      move.amount.map {
        (name: "\(move.from?.value ?? "…") → \(move.to?.value ?? "…")", value: move.stated?.value ?? Quantity($0, unit))
      }
    }
    return [Sum(terms, like: context.plan.budget?.total?.value).note(Quantity(amount, unit))]
  }

  /// A share of approved money, and what it comes to.
  private struct Bound {
    let share: Located<Quantity>
    let base: String
    let whole: Quantity
    let money: Quantity

    init(_ share: Located<Quantity>, of base: String, _ whole: Quantity) {
      self.share = share
      self.base = base
      self.whole = whole
      money = Quantity(share.value.high * whole.value, whole.unit)
    }

    func said(_ amount: Fraction, _ context: RuleContext) -> Said {
      Said(Quantity(amount, money.unit), like: context.plan.budget?.total?.value)
    }

    /// `10% * budget.total = 10% * 1000万元 = 100万元`.
    func note(_ context: RuleContext) -> Message {
      let model = context.plan.budget?.total?.value
      let (whole, money) = (Shown(whole, like: model), Shown(money, like: model))
      let named = base.contains(" ") ? "(\(base))" : base
      return Message("\(share.value) * \(named) = \(share.value) * \(whole) = \(money)")
    }
  }

  private static func report(
    _ bound: Bound, _ amount: Fraction, at range: SourceRange, _ subject: Message, notes: [Message] = [],
    _ context: RuleContext, subject path: String, isReallocation: Bool = false
  ) {
    let part = amount.divided(by: bound.whole.value).map { Quantity($0, mark: .percent) }
    let share =
      part.map {
        Message(en: ", \($0) of \(bound.base)", hans: "，为 \(bound.base) 的 \($0)", hant: "，為 \(bound.base) 的 \($0)")
      }
      ?? Message(verbatim: "")
    let allowed = Said(bound.money, like: context.plan.budget?.total?.value)
    let remedy =
      isReallocation
      ? Message(
        en: "move at most \(allowed), or have it approved as an `adjustment`",
        hans: "最多调剂\(allowed)，或按 `adjustment` 报批", hant: "最多調劑\(allowed)，或按 `adjustment` 報核")
      : Message(en: "up to \(allowed) may be moved", hans: "最多可调动\(allowed)", hant: "最多可調動\(allowed)")
    context.report(
      Diagnostic(
        Self.self, at: range,
        Message(
          en: "\(subject)\(share); at most \(bound.share.value) is allowed",
          hans: "\(subject)\(share)，超过允许的 \(bound.share.value)", hant: "\(subject)\(share)，超過允許的 \(bound.share.value)"),
        labels: [.init(bound.share.range, Message(en: "the bound", hans: "上限", hant: "上限"))],
        notes: notes + [bound.note(context)], help: remedy
      ).contradicting(Contradiction(path, stated: bound.money, recomputed: Quantity(amount, bound.money.unit))))
  }
}
