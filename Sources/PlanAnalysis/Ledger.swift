package import PlanModel
package import PlanQuantities
package import PlanText

/// What adjustments and reallocations moved, entry by entry, in the order of their dates.
///
/// Lines, reserves and the total stay as approved for ever; what they come to later is the approved figure plus what was
/// moved. Amounts are in the plan's currency, exact.
package struct Ledger: Sendable {
  /// The entries by date; those of one day as written. One whose date could not be read is in no order, and left out.
  package let entries: [Entry]
  /// What amounts are counted in.
  package let unit: Unit
  /// How many entries have taken effect: those dated today or before, or all where nobody said what day it is.
  package let effective: Int
  /// What each account got from which move, in the order of the entries.
  private let history: [String: [Change]]

  /// The name under which the total is kept.
  package static let total = "total"

  /// What one move did to one account.
  private struct Change {
    let entry: Int
    let move: Int
    /// What it brought; nil where it cannot be told.
    let amount: Fraction?
    /// What the account got up to this one; nil where one of these cannot be told.
    let sum: Fraction?
  }

  /// One adjustment or reallocation.
  package struct Entry: Sendable {
    package let id: Located<String>
    /// Its place in the plan's table.
    package let place: Int
    package let date: CivilDate
    package let moves: [Move]

    /// What it moves in all; nil where one of its moves cannot be told.
    package var amount: Fraction? {
      moves.reduce(Fraction(0)) { sum, move in sum.flatMap { sum in move.amount.map { sum + $0 } } }
    }
  }

  /// Money of an entry that goes from one line or reserve to another.
  package struct Move: Sendable {
    /// The amount as written; nil where it could not be read.
    package let stated: Located<Quantity>?
    /// The amount in the plan's currency; nil where it is no one figure or of no known rate.
    package let amount: Fraction?
    /// Where it comes from; nil for new money.
    package let from: Located<String>?
    /// Where it goes to; nil for money given back.
    package let to: Located<String>?
    /// Where it is written.
    package let range: SourceRange
  }

  /// - Parameter convert: an amount in another unit of money; nil where it is of another kind or no rate is known.
  init(_ resolved: ResolvedPlan, convert: (Quantity, Unit) -> Quantity?) {
    let plan = resolved.plan
    let unit = plan.budget?.total?.value.unit ?? plan.currencyCode.map { Unit.currency($0) } ?? .none
    var entries: [Entry] = []
    for (place, entry) in (plan.adjustments?.entries ?? []).enumerated() {
      guard let date = entry.value.date?.value else { continue }
      let moves = (entry.value.moves ?? []).map { move in
        let isYearly = [move.from, move.to].contains { $0.flatMap { resolved.lines[$0.value] }?.isOperating == true }
        let amount = move.amount.flatMap { $0.value.isExact && !isYearly ? convert($0.value, unit)?.value : nil }
        return Move(
          stated: move.amount, amount: amount, from: move.from, to: move.to,
          range: move.amount?.range ?? move.common.range)
      }
      entries.append(Entry(id: entry.id, place: place, date: date, moves: moves))
    }
    self.unit = unit
    let order = entries.indices.sorted { (entries[$0].date, $0) < (entries[$1].date, $1) }
    self.entries = order.map { entries[$0] }
    effective = resolved.today.map { today in entries.count { $0.date <= today } } ?? entries.count
    var history: [String: [Change]] = [:]
    for (place, entry) in self.entries.enumerated() {
      for (index, move) in entry.moves.enumerated() {
        for (account, isIn) in Self.accounts(move, resolved.lines) {
          let amount = move.amount.map { isIn ? $0 : -$0 }
          let before = history[account].map(\.last?.sum) ?? 0
          let sum = before.flatMap { before in amount.map { before + $0 } }
          history[account, default: []].append(Change(entry: place, move: index, amount: amount, sum: sum))
        }
      }
    }
    self.history = history
  }

  /// The ids of lines and reserves that an entry touches, those above them included, and `total` where it changes.
  package func accounts(of entry: Entry, _ lines: LineBook) -> Set<String> {
    Set(entry.moves.flatMap { Self.accounts($0, lines).map(\.account) })
  }

  /// What a move takes from and what it adds to: the lines it names with those above them, and the total where money is
  /// new or given back.
  private static func accounts(_ move: Move, _ lines: LineBook) -> [(account: String, isIn: Bool)] {
    let sources = move.from.map { lineage($0.value, lines) } ?? []
    let targets = move.to.map { lineage($0.value, lines) } ?? []
    var found = sources.filter { !targets.contains($0) }.map { ($0, false) }
    found += targets.filter { !sources.contains($0) }.map { ($0, true) }
    if (move.from == nil) != (move.to == nil) { found.append((total, move.from == nil)) }
    return found
  }

  private static func lineage(_ id: String, _ lines: LineBook) -> [String] {
    lines.place(of: id).map { lines.lineage(of: $0).map { lines.entries[$0].id.value } } ?? [id]
  }

  /// The ids of lines and reserves that an entry touches, those above them included.
  package var accounts: Set<String> { Set(history.keys) }

  /// What a line, a reserve or `total` got from the first so many entries; nil where one of their moves cannot be told.
  package func moved(_ account: String, after count: Int) -> Fraction? {
    guard let changes = history[account] else { return 0 }
    let after = changes.firstPlace { $0.entry >= count }
    return after == 0 ? 0 : changes[after - 1].sum
  }

  /// The moves that changed a line, a reserve or `total` by today, each with its entry and, where it can be told, with
  /// what it brought.
  package func moves(of account: String) -> [(entry: Entry, move: Move, amount: Fraction?)] {
    (history[account] ?? []).prefix { $0.entry < effective }.map {
      (entries[$0.entry], entries[$0.entry].moves[$0.move], $0.amount)
    }
  }
}
