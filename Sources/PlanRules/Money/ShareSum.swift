import PlanModel
import PlanQuantities
import PlanText

/// Shares that should make a whole, and what they come to.
struct ShareSum {
  let terms: [(name: String, share: Located<Quantity>)]
  let sum: MoneySpan

  var total: Quantity { sum.quantity(.none, mark: .percent) }
  var isOver: Bool { sum.low > 1 }
  /// How far they are from the whole, in points.
  var difference: Quantity {
    Quantity(isOver ? sum.low - 1 : 1 - (sum.high ?? 1), mark: .points)
  }

  /// The last share, where what is missing would stand.
  var place: SourceRange { terms.last?.share.range ?? .nowhere }

  /// `even 40% + by_return 50% = 90%`.
  var note: Message { Sum(terms.map { ($0.name, $0.share.value) }).note(total) }

  /// What to do: the difference, put where it belongs.
  var help: Message {
    isOver
      ? Message(
        en: "take \(difference) off, so that they make 100%", hans: "请调减 \(difference)，使合计为 100%",
        hant: "請調減 \(difference)，使合計為 100%")
      : Message(
        en: "add \(difference), so that they make 100%", hans: "请补足 \(difference)，使合计为 100%",
        hant: "請補足 \(difference)，使合計為 100%")
  }
}

extension RuleContext {
  /// Shares that surely do not make 100%; nil where they do, or where that cannot be told.
  func sharesOff(_ shares: Table<Located<Quantity>>?) -> ShareSum? {
    guard let shares, !shares.isEmpty, !shares.isIncomplete else { return nil }
    var sum = MoneySpan.nothing
    for place in shares.entries.indices { sum = sum + span(shares.entries[place].value.value) }
    return isOff(sum) ? ShareSum(terms: shares.entries.map { ($0.id.value, $0.value) }, sum: sum) : nil
  }

  /// Shares by period that surely do not make 100%.
  func sharesOff(_ shares: PeriodTable<Located<Quantity>>?) -> ShareSum? {
    guard let shares, !shares.isEmpty, !shares.isIncomplete else { return nil }
    var sum = MoneySpan.nothing
    for place in shares.entries.indices { sum = sum + span(shares.entries[place].value.value) }
    return isOff(sum) ? ShareSum(terms: shares.entries.map { ($0.period.value.text, $0.value) }, sum: sum) : nil
  }

  /// Whether a sum of shares is surely not the whole.
  func isOff(_ sum: MoneySpan) -> Bool { sum.low > 1 || sum.high.map { $0 < 1 } ?? false }
}
