import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// An adjustment changes nothing
///
/// - zh-Hans: 调整没有任何效果
/// - zh-Hant: 調整沒有任何效果
///
/// ## Why it matters
/// An entry that moves nothing takes one of the year's adjustments and tells nobody anything; mostly a figure or a line was
/// mistyped, and the change that was meant is missing.
///
/// ## How to mend
/// Write the line and the amount that were meant, above zero: the direction is said by `from` and `to`. Take out what cancels
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
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
/// adjustments:
///   spring:
///     kind: adjustment
///     date: 2025-03-03
///     moves: {amount: CNY 20k, from: media, to: media}
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
package struct AdjustmentWithoutEffect: Rule {
  package static let code = "A411"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.adjustments?.isEmpty == false else { return }
    for entry in context.ledger.entries {
      let told = entry.moves.indices.count { check($0, of: entry, context) }
      if told == 0, entry.moves.count > 1 { checkBalance(of: entry, context) }
      for change in context.adjustment(entry).changes ?? [] { Self.check(change, of: entry, context) }
    }
  }

  /// Reports a move without effect; gives whether there was something to report.
  private func check(_ place: Int, of entry: Ledger.Entry, _ context: RuleContext) -> Bool {
    let (move, name) = (entry.moves[place], EntryName(entry, context))
    if let amount = move.stated, amount.value.high <= 0 {
      let isNegative = amount.value.high < 0
      Self.report(
        amount.range,
        isNegative
          ? Message(
            en: "\(name) moves \(amount.value), less than nothing", hans: "\(name)调动 \(amount.value)，为负数",
            hant: "\(name)調動 \(amount.value)，為負數")
          : Message(
            en: "\(name) moves \(amount.value): nothing", hans: "\(name)调动 \(amount.value)，即没有调动",
            hant: "\(name)調動 \(amount.value)，即沒有調動"),
        isNegative
          ? Message(
            en: "write it above zero, and turn `from` and `to` round", hans: "请写正数，并对调 `from` 与 `to`",
            hant: "請寫正數，並對調 `from` 與 `to`")
          : Message(en: "write what is moved, or take it out", hans: "请写实际金额，或删去", hant: "請寫實際金額，或刪去"), context)
      return true
    }
    if let from = move.from, let to = move.to, from.value == to.value {
      Self.report(
        to.range,
        Message(
          en: "\(name) takes from `\(from.value)` what it gives to it", hans: "\(name)从 `\(from.value)` 调出，又调回同一科目",
          hant: "\(name)從 `\(from.value)` 調出，又調回同一科目"),
        Message(en: "name another line", hans: "请写另一科目", hant: "請寫另一科目"), context,
        labels: [.init(from.range, Message(en: "the same line", hans: "同一科目", hant: "同一科目"))])
      return true
    }
    guard move.from == nil, move.to == nil else { return false }
    // The ledger keeps the moves of an entry as they are written, each in its place.
    let raw = context.adjustment(entry).moves?[place]
    guard raw?.wrote("from") != true, raw?.wrote("to") != true else { return false }
    Self.report(
      move.range,
      Message(
        en: "\(name) does not say where its money goes or comes from", hans: "\(name)未写资金从何处来、到何处去",
        hant: "\(name)未寫資金從何處來、到何處去"),
      Message(
        en: "write `from`, `to` or both: new money has only `to`, money given back only `from`",
        hans: "请写 `from`、`to` 或两者：新增资金只写 `to`，退回资金只写 `from`",
        hant: "請寫 `from`、`to` 或兩者：新增資金只寫 `to`，退回資金只寫 `from`"), context)
    return true
  }

  /// Several moves of one entry that cancel each other.
  private func checkBalance(of entry: Ledger.Entry, _ context: RuleContext) {
    var net: [String: Fraction] = [:]
    for move in entry.moves {
      guard let amount = move.amount else { return }
      net[move.from?.value ?? Ledger.total, default: 0] -= amount
      net[move.to?.value ?? Ledger.total, default: 0] += amount
    }
    guard net.values.allSatisfy(\.isZero) else { return }
    let name = EntryName(entry, context)
    Self.report(
      entry.id.range,
      Message(
        en: "the moves of \(name) cancel each other: every line ends where it began",
        hans: "\(name)的各笔调动相互抵销，各科目均无变化", hant: "\(name)的各筆調動相互抵銷，各科目均無變化"),
      Message(en: "take out what cancels", hans: "请删去相互抵销的调动", hant: "請刪去相互抵銷的調動"), context,
      labels: entry.moves.map { .init($0.range, Message(en: "moved", hans: "调动", hant: "調動")) })
  }

  private static func check(_ change: FieldChange, of entry: Ledger.Entry, _ context: RuleContext) {
    guard let was = change.was, let now = change.now, was.value.canonicalText == now.value.canonicalText else { return }
    let name = EntryName(entry, context)
    report(
      now.range,
      Message(
        en: "\(name) changes \(was.value) to \(now.value), the same",
        hans: "\(name)将 \(was.value) 改为 \(now.value)，并无变化",
        hant: "\(name)將 \(was.value) 改為 \(now.value)，並無變化"),
      Message(en: "write what it says now, or take it out", hans: "请写变更后的值，或删去", hant: "請寫變更後的值，或刪去"), context,
      labels: [.init(was.range, Message(en: "what it was", hans: "原值", hant: "原值"))])
  }

  private static func report(
    _ range: SourceRange, _ message: Message, _ help: Message, _ context: RuleContext,
    labels: [Diagnostic.Label] = []
  ) {
    context.report(Diagnostic(Self.self, at: range, message, labels: labels, help: help))
  }
}
