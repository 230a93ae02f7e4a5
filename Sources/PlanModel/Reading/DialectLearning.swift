import PlanQuantities

extension Dialect {
  /// Adds a unit under its own name; blank, marks such as `%` and what is a unit to every plan add nothing.
  mutating func learn(unit name: String) {
    guard name.unicodeScalars.first.map({ $0.properties.isAlphabetic }) == true, !Dialect.isBuiltIn(unit: name) else {
      return
    }
    // Room at once: a table that grows has the runtime search all conformances of the program.
    if units.isEmpty { units = Dictionary(minimumCapacity: 8) }
    for word in name.split(whereSeparator: { $0 == "/" || $0 == "·" }).map(String.init)
    where units[word] == nil && !word.isEmpty && !Dialect.isBuiltIn(unit: word) {
      units[word] = word
    }
  }

  /// Adds another name of a unit.
  mutating func learn(synonym word: String, of unit: String) { units[word] = unit }

  /// Adds a sign or word of a currency.
  mutating func learn(currencyWord word: String, of code: String) { currencyWords[word] = code }
}
