/// What a plan and its policies add to the built-in words.
package struct Dialect: Sendable {
  /// The plan's currency by ISO code, which 元, ¥ and $ mean if they are among its signs; nil where it is not known.
  package var currency: String?
  /// Signs, words and codes of `policy.currencies`, each with the ISO code it stands for.
  package var currencyWords: [String: String]
  /// Other names of units from `policy.units`, each with the unit's name; a name may stand for itself.
  package var units: [String: String]

  /// A dialect; by default the built-in words alone.
  package init(currency: String? = nil, currencyWords: [String: String] = [:], units: [String: String] = [:]) {
    self.currency = currency
    self.currencyWords = currencyWords
    self.units = units
  }
}
