/// What a plan and its policies add to the built-in words.
package struct Dialect: Sendable {
  /// The plan's currency by ISO code, which 元, ¥ and $ mean if they are among its signs. Otherwise they mean the one
  /// of theirs that `currencyWords` names; with none or several of those they are a problem. Nil where the plan's
  /// currency is not known: then they mean the likeliest.
  package var currency: String?
  /// Signs, words and codes of `policy.currencies`, each with the ISO code it stands for.
  package var currencyWords: [String: String]
  /// Other names of units from `policy.units`, each with the unit's name; a name may stand for itself.
  package var units: [String: String]
  /// The month, 1 to 12, in which the plan's years, halves and quarters begin: `2025Q1` are the three months from it on
  /// in 2025.
  package var yearStarts: Int = 1

  /// A dialect; by default the built-in words alone.
  package init(currency: String? = nil, currencyWords: [String: String] = [:], units: [String: String] = [:]) {
    self.currency = currency
    self.currencyWords = currencyWords
    self.units = units
  }
}

extension Dialect {
  /// Whether a word is a counted thing, a stretch of time or a currency without any plan's or policy's saying so.
  package static func isBuiltIn(unit word: String) -> Bool {
    // Not by the table of all spellings, which is made only for plans that write words for units.
    if UnitWords.things.contains(where: { $0.isCalled(word) }) { return true }
    return word.withLiteralBytes { TimeWord.word($0, each: false) != nil || CurrencyWords.isCode($0) }
  }
}
