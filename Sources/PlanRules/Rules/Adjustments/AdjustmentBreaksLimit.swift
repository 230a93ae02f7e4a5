import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSyntax
package import PlanText

/// The plan as it stands after an adjustment breaks a cap, a floor or a reserve
///
/// - zh-Hans: 调整之后超出上限、低于下限或动用了应保留的预留
/// - zh-Hant: 調整之後超出上限、低於下限或動用了應保留的預留
///
/// ## Why it matters
/// A plan that keeps its limits on the day it is approved and loses them by its third adjustment has lost them all the same.
/// Each limit is therefore asked again after each entry of the ledger, in the order of dates.
///
/// ## How to mend
/// Move less, or from another line. Where the limit itself has to give way, have the policy or the plan's own limit changed
/// first.
///
/// ## Policy
/// `limits` of the policy and of the plan, as B302, B303, B305 and B309 read them; the finding names the one that breaks. A
/// `reallocation` has a limit of its own: it stays between lines that `budget.reallocation.within` declares movable. Where a
/// policy bounds adjustments, one that no such declaration covers is no reallocation.
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
/// limits:
///   media-floor: {line: media, at_least: 35%}
/// adjustments:
///   spring:
///     kind: adjustment
///     date: 2025-03-03
///     moves: {amount: CNY 60k, from: media, to: content}
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
/// status: approved
/// approval: {by: board, date: 2024-12-10}
/// team: {roles: {cmo: Marketing head, board: Budget board}}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
/// limits:
///   media-floor: {line: media, at_least: 35%}
/// adjustments:
///   spring:
///     kind: adjustment
///     date: 2025-03-03
///     moves: {amount: CNY 50k, from: media, to: content}
///     problem: search prices rose
///     evidence: February report
///     proposal: films instead of search
///     requested_by: cmo
///     approved_by: board
///     approved_on: 2025-02-24
///     review: {due: 2025-06-30}
/// ```
package struct AdjustmentBreaksLimit: Rule {
  package static let code = "A405"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.adjustments?.isEmpty == false else { return }
    checkReallocations(context)
    if context.hasLimits { checkStates(context) }
  }

  // MARK: Limits

  /// How much may be looked at in all states of a plan together.
  private static let mostLooks = 2_000_000

  private func checkStates(_ context: RuleContext) {
    let ledger = context.ledger
    let counts = ledger.entries.indices.map { $0 + 1 }.filter { !ledger.entries[$0 - 1].moves.isEmpty }
    guard let last = counts.last else { return }
    let lastChanges = Self.lastChanges(context)
    let looks = Self.looks(context)
    var left = Self.mostLooks
    var known = Set(Self.breaches(context.resolved).map(\.place))
    var amounts: [String: Quantity] = [:]
    for count in counts {
      // What no entry touched yet stands as approved.
      for account in ledger.accounts(of: ledger.entries[count - 1], context.resolved.lines) {
        guard let money = context.figures.balance(of: account, after: count) else { return }
        amounts[account] = money
      }
      let entry = ledger.entries[count - 1]
      if left >= 0 {
        left -= looks
        if left < 0, count != last {
          context.report(ResourceLimit.tooManyStates(at: entry.range, limit: Self.mostLooks))
        }
      }
      if left < 0, count != last { continue }
      let breaches = Self.breaches(context.resolved.adjusted(amounts))
      for breach in breaches where !known.contains(breach.place) {
        // What a limit was before a later entry changed it cannot be asked of the limit as it is now.
        if lastChanges[breach.subject].map({ $0 >= count }) == true { continue }
        Self.report(breach.finding, after: count, context)
      }
      known = Set(breaches.map(\.place))
    }
  }

  /// How much is looked at in one state: the nouns that money is spread over, again for every limit that takes them all.
  private static func looks(_ context: RuleContext) -> Int {
    let (budget, resolved) = (context.plan.budget, context.resolved)
    let nouns = resolved.lines.entries.count + (budget?.reserves?.count ?? 0) + context.figures.spending.spenders.count
    let limits = resolved.house.limits
    let broad = limits.count { $0.limit.each != nil || $0.limit.category != nil || $0.limit.reserve != nil }
    return nouns * (1 + broad) + limits.count
  }

  /// One limit that is broken in a state of the plan.
  private struct Breach {
    let finding: Diagnostic
    /// The limit's path.
    var subject: String { finding.contradiction?.subject ?? "" }
    /// What tells it from the others in every state.
    var place: Place { Place(code: finding.code, range: finding.range, subject: subject) }

    struct Place: Hashable {
      let code: String
      let range: SourceRange
      let subject: String
    }
  }

  /// What the rules on limits find in a state of the plan.
  private static func breaches(_ resolved: ResolvedPlan) -> [Breach] {
    let context = RuleContext(resolved)
    for rule in limitRules { rule.check(context) }
    return context.takeFindings().map { Breach(finding: $0.diagnostic) }
  }

  private static let limitRules: [any Rule] = [CapExceeded(), FloorMissed(), ReserveTooSmall(), OverConcentration()]

  /// The place in the ledger of the last entry that changes a limit, by the limit's path.
  private static func lastChanges(_ context: RuleContext) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, entry) in context.ledger.entries.enumerated() {
      for change in context.adjustment(entry).changes ?? [] {
        guard let names = change.path?.value.bareReference?.names, names.count > 1 else { continue }
        places["\(names[0]).\(names[1])"] = place
      }
    }
    return places
  }

  private static func report(_ breach: Diagnostic, after count: Int, _ context: RuleContext) {
    let entry = context.ledger.entries[count - 1]
    let name = EntryName(entry, context)
    let usual = Registry.documentation(of: breach.code)?.severity
    context.report(
      Diagnostic(
        Self.self, at: entry.range,
        Message(
          en: "\(name) breaks \(breach.code): \(breach.message)",
          hans: "\(name)违反 \(breach.code)：\(breach.message)",
          hant: "\(name)違反 \(breach.code)：\(breach.message)"),
        labels: [.init(breach.range, Message(en: "as approved", hans: "批准时的数字", hant: "核准時的數字"))] + breach.labels,
        notes: states(after: count, context) + breach.notes, help: breach.help,
        severity: breach.severity == usual ? nil : breach.severity
      ).contradicting(breach.contradiction))
  }

  /// What each line the entry names was when approved, and is after it.
  private static func states(after count: Int, _ context: RuleContext) -> [Message] {
    let entry = context.ledger.entries[count - 1]
    var ids: [String] = []
    for move in entry.moves where ids.count < 4 {
      for id in [move.from?.value, move.to?.value] {
        if let id, !ids.contains(id) { ids.append(id) }
      }
    }
    return ids.prefix(4).compactMap { id in
      guard let approved = context.approved(id), let after = context.figures.balance(of: id, after: count) else {
        return nil
      }
      let (was, now) = (context.said(approved), context.said(after))
      return Message(
        en: "budget.\(id): \(was) as approved, \(now) after `\(entry.id.value)`",
        hans: "budget.\(id)：批准时 \(was)，`\(entry.id.value)` 之后 \(now)",
        hant: "budget.\(id)：核准時 \(was)，`\(entry.id.value)` 之後 \(now)")
    }
  }

  // MARK: Reallocations

  private func checkReallocations(_ context: RuleContext) {
    let declared = context.plan.budget?.reallocation
    let within = declared?.within?.map(\.value) ?? []
    let movable = Set(within)
    if declared == nil, !context.hasAdjustmentRules || context.plan.budget?.wrote("reallocation") == true { return }
    for entry in context.ledger.entries where context.adjustment(entry).kind?.value == .reallocation {
      guard declared != nil else {
        Self.reportUndeclared(entry, context)
        continue
      }
      for move in entry.moves { Self.check(move, of: entry, within, movable, context) }
    }
  }

  private static func check(
    _ move: Ledger.Move, of entry: Ledger.Entry, _ within: [String], _ movable: Set<String>, _ context: RuleContext
  ) {
    let name = EntryName(entry, context)
    guard move.from != nil, move.to != nil else {
      if move.from == nil, move.to == nil { return }
      context.report(
        Diagnostic(
          Self.self, at: move.range,
          Message(
            en: "\(name) changes the total, which only an adjustment may", hans: "\(name)改变了总额，而总额只能由 adjustment 变更",
            hant: "\(name)改變了總額，而總額只能由 adjustment 變更"), help: asAdjustment))
      return
    }
    guard !within.isEmpty else { return }
    for id in [move.from, move.to].compactMap({ $0 }) where !context.isInside(id.value, movable) {
      context.report(
        Diagnostic(
          Self.self, at: id.range,
          Message(
            en:
              "\(name) reaches `\(id.value)`, which the plan does not declare movable: only \(CodeList(within, limit: .max)) are",
            hans: "\(name)涉及 `\(id.value)`，而计划声明可调剂的只有 \(CodeList(within, limit: .max))",
            hant: "\(name)涉及 `\(id.value)`，而計畫宣告可調劑的只有 \(CodeList(within, limit: .max))"),
          labels: (context.plan.budget?.reallocation?.within?.first).map {
            [.init($0.range, Message(en: "declared movable", hans: "可调剂的科目", hant: "可調劑的科目"))]
          } ?? [], help: asAdjustment))
    }
  }

  private static func reportUndeclared(_ entry: Ledger.Entry, _ context: RuleContext) {
    let name = EntryName(entry, context)
    context.report(
      Diagnostic(
        Self.self, at: context.adjustment(entry).kind?.range ?? entry.id.range,
        Message(
          en: "\(name) rests on no right: the plan declares no line movable under `budget.reallocation`",
          hans: "\(name)没有依据：计划未在 `budget.reallocation` 中声明可调剂的科目",
          hant: "\(name)沒有依據：計畫未在 `budget.reallocation` 中宣告可調劑的科目"), help: asAdjustment))
  }

  private static let asAdjustment = Message(
    en: "have it approved as an `adjustment`, which counts against the year's limit",
    hans: "请按 `adjustment` 报批，并计入年度次数", hant: "請按 `adjustment` 報核，並計入年度次數")
}
