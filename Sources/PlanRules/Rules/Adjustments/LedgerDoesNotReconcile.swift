import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// What was approved, with the ledger, does not give what the plan says today
///
/// - zh-Hans: 批准数加台账与计划所写的现数不符
/// - zh-Hant: 核准數加台帳與計畫所寫的現數不符
///
/// ## Why it matters
/// Lines stay as approved, and the ledger says what became of them. That only holds if every move leaves something behind, if
/// parents and their lines move together, and if what the plan says of today follows from the two.
///
/// ## How to mend
/// Correct the entry, or the figure that was stated: `now` of a line is its approved amount with every move until today. Name the
/// line that pays, not one that others make. Money goes under `moves`; `changes` are for the other fields that approval freezes,
/// and the file then says what `now` says. If a risk struck and a reserve pays, write the move: a reserve is never drawn on by
/// itself.
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
///     media: {amount: CNY 400k, now: CNY 390k, owner: cmo, for: search and social advertising}
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
/// status: approved
/// approval: {by: board, date: 2024-12-10}
/// team: {roles: {cmo: Marketing head, board: Budget board}}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, now: CNY 380k, owner: cmo, for: search and social advertising}
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
package struct LedgerDoesNotReconcile: Rule {
  package static let code = "A407"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    checkToday(context)
    context.checkStruckRisks(Self.self)
    guard context.plan.adjustments?.isEmpty == false else { return }
    for place in context.ledger.entries.indices { checkMoves(of: place, context) }
    checkChanges(context)
  }

  // MARK: Today

  /// A line's `now` against its approved amount with the ledger. Without today, it may be that of any day.
  private func checkToday(_ context: RuleContext) {
    let entries = context.resolved.lines.entries
    for place in entries.indices {
      guard let now = entries[place].line.now, !entries[place].isOperating else { continue }
      let (id, ledger) = (entries[place].id, context.ledger)
      let states = Self.states(of: id.value, context)
      guard let last = states.last, states.allSatisfy({ isOff(now.value, $0, context) }) else { continue }
      let figure = context.figures.figure("budget.\(id.value).today")
      let derivation = figure.map { Derivation($0, like: now.value) }
      let moves = context.ledger.moves(of: id.value).map { entry, move, amount in
        Diagnostic.Label(
          move.range,
          .figure(entry.id.value, context.said(Quantity(amount ?? 0, ledger.unit))))
      }
      let today = Said(last, like: now.value)
      context.report(
        Diagnostic(
          Self.self, at: now.range,
          Message(
            en: "`\(id.value)` is said to be \(now.value) now, but approved and moved it comes to \(today)",
            hans: "`\(id.value)` 现数写作 \(now.value)，而批准数加台账为\(today)",
            hant: "`\(id.value)` 現數寫作 \(now.value)，而核准數加台帳為\(today)"),
          labels: [.init(context.place(ofLine: place), Message(en: "as approved", hans: "批准数", hant: "核准數"))] + moves,
          notes: derivation.map { [$0.note] } ?? [],
          help: Message(
            en: "write `now: \(Writable(last, like: now.value))`, or the entry that is missing from the ledger",
            hans: "请改为 `now: \(Writable(last, like: now.value))`，或补上台账中缺少的条目",
            hant: "請改為 `now: \(Writable(last, like: now.value))`，或補上台帳中缺少的條目")
        ).contradicting(Contradiction("budget.\(id.value).now", stated: now.value, recomputed: last)))
    }
  }

  /// What a line comes to today; where nobody said what day it is, what it was when approved and after each entry that
  /// moved it. None where one of them cannot be told.
  private static func states(of id: String, _ context: RuleContext) -> [Quantity] {
    let ledger = context.ledger
    if context.resolved.today != nil {
      return context.figures.balance(of: id, after: ledger.effective).map { [$0] } ?? []
    }
    guard var money = context.approved(id) else { return [] }
    var states = [money]
    var mover: Int?
    for (entry, _, amount) in ledger.moves(of: id) {
      guard let amount else { return [] }
      money = Quantity(money.value + amount, money.unit)
      // Several moves of one entry make one state.
      if entry.place == mover { states[states.count - 1] = money } else { states.append(money) }
      mover = entry.place
    }
    return states
  }

  private func isOff(_ stated: Quantity, _ derived: Quantity, _ context: RuleContext) -> Bool {
    switch context.agreement(stated, with: .quantity(derived)) {
    case .differs, .roundedTheWrongWay: true
    case .agrees, .onTheBound, .unknown, .unlike, nil: false
    }
  }

  // MARK: Moves

  private func checkMoves(of place: Int, _ context: RuleContext) {
    let entry = context.ledger.entries[place]
    var told: Set<String> = []
    for move in entry.moves {
      if let amount = move.stated, !amount.value.isExact { Self.reportLoose(amount, entry, context) }
      for end in [move.from, move.to].compactMap({ $0 }) {
        guard let line = context.resolved.lines[end.value] else { continue }
        if line.isOperating {
          Self.reportYearly(end, entry, context)
        } else if !line.isLeaf {
          Self.reportParent(end, line, entry, context)
        }
      }
      guard let from = move.from, context.resolved.lines[from.value]?.isLeaf != false,
        told.insert(from.value).inserted,
        let before = context.figures.balance(of: from.value, after: place),
        let after = context.figures.balance(of: from.value, after: place + 1), after.value < 0, before.value >= 0
      else { continue }
      Self.reportOverdrawn(from, move, before, after, entry, context)
    }
  }

  private static func reportLoose(_ amount: Located<Quantity>, _ entry: Ledger.Entry, _ context: RuleContext) {
    let name = EntryName(entry, context)
    context.report(
      Diagnostic(
        Self.self, at: amount.range,
        Message(
          en: "\(name) moves \(amount.value), which is no one figure: what its lines come to cannot be told",
          hans: "\(name)调动 \(amount.value)，并非确定的金额，无法得出相关科目的现数",
          hant: "\(name)調動 \(amount.value)，並非確定的金額，無法得出相關科目的現數"),
        help: Message(en: "write the amount that was moved", hans: "请写实际调动的金额", hant: "請寫實際調動的金額")))
  }

  private static func reportYearly(_ end: Located<String>, _ entry: Ledger.Entry, _ context: RuleContext) {
    let name = EntryName(entry, context)
    context.report(
      Diagnostic(
        Self.self, at: end.range,
        Message(
          en: "\(name) moves money once, but `\(end.value)` is a cost by the year and no part of the total",
          hans: "\(name)调动的是一次性资金，而 `\(end.value)` 是年度运营成本，不在总额之内",
          hant: "\(name)調動的是一次性資金，而 `\(end.value)` 是年度營運成本，不在總額之內"),
        help: Message(
          en: "name a line of the investment, or change the yearly cost under `changes`",
          hans: "请写投入科目，或在 `changes` 中变更年度成本", hant: "請寫投入科目，或在 `changes` 中變更年度成本")))
  }

  private static func reportParent(
    _ end: Located<String>, _ line: LineBook.Entry, _ entry: Ledger.Entry, _ context: RuleContext
  ) {
    let name = EntryName(entry, context)
    let children = CodeList(line.children.prefix(6).map { context.resolved.lines.entries[$0].id.value })
    context.report(
      Diagnostic(
        Self.self, at: end.range,
        Message(
          en: "\(name) names `\(end.value)`, which its lines make: they no longer add up to it",
          hans: "\(name)写的是 `\(end.value)`，该科目由下级合计而成，调整后下级合计与其不符",
          hant: "\(name)寫的是 `\(end.value)`，該科目由下級合計而成，調整後下級合計與其不符"),
        labels: [.init(line.id.range, Message(en: "made of lines", hans: "由下级合计", hant: "由下級合計"))],
        help: Message(
          en: "name the line it is: \(children)", hans: "请写明是哪个下级科目：\(children)", hant: "請寫明是哪個下級科目：\(children)")
      ))
  }

  private static func reportOverdrawn(
    _ from: Located<String>, _ move: Ledger.Move, _ before: Quantity, _ after: Quantity, _ entry: Ledger.Entry,
    _ context: RuleContext
  ) {
    let model = context.plan.budget?.total?.value
    let name = EntryName(entry, context)
    let taken = Said(Quantity(before.value - after.value, before.unit), like: model)
    let left = Said(before, like: model)
    context.report(
      Diagnostic(
        Self.self, at: move.range,
        Message(
          en: "\(name) takes \(taken) out of `\(from.value)`, where \(left) is left",
          hans: "\(name)从 `\(from.value)` 调出\(taken)，而其中只剩\(left)",
          hant: "\(name)從 `\(from.value)` 調出\(taken)，而其中只剩\(left)"),
        notes: [
          context.said("budget.\(from.value)", context.approved(from.value), before, before: entry)
        ].compactMap { $0 },
        help: Message(en: "move at most \(left)", hans: "最多可调出\(left)", hant: "最多可調出\(left)")
      ).contradicting(
        Contradiction(
          "budget.\(from.value).today", stated: Quantity(before.value - after.value, before.unit), recomputed: before)))
  }

  // MARK: Frozen fields

  private func checkChanges(_ context: RuleContext) {
    for history in fieldHistories(context) { history.check(Self.self, context) }
  }
}

extension RuleContext {
  /// What a line was when approved, and what it is before an entry.
  fileprivate func said(_ path: String, _ approved: Quantity?, _ left: Quantity, before entry: Ledger.Entry) -> Message?
  {
    guard let approved, approved.value != left.value else { return nil }
    let (was, now, id) = (said(approved), said(left), entry.id.value)
    return Message(
      en: "\(path): \(was) as approved, \(now) before `\(id)`", hans: "\(path)：批准时 \(was)，`\(id)` 之前 \(now)",
      hant: "\(path)：核准時 \(was)，`\(id)` 之前 \(now)")
  }
}
