import PlanText

/// Every rule the tool runs and every problem it can raise.
///
/// Its lists `rules` and `documentation` are written at build time from the files of the rules and problems, by the
/// plugin RuleRegistry: a rule is entered nowhere by hand.
package enum Registry {
  /// The documentation of a rule or problem by its code (`B307`) or its name (`share-contradicts-amount`), in any case
  /// of letters; nil for what is neither.
  package static func documentation(of codeOrName: String) -> RuleDocumentation? {
    byWord[codeOrName.lowercased()].map { documentation[$0] }
  }

  /// Whether a rule says nothing while nobody says what day it is.
  static func needsToday(_ code: String) -> Bool { codesNeedingToday.contains(code) }

  /// The places of all documentation by code, in small letters, and by name; of two alike, the first.
  private static let byWord: [String: Int] = Dictionary(
    documentation.indices.flatMap { place in
      [(documentation[place].code.lowercased(), place), (documentation[place].name, place)]
    }, uniquingKeysWith: { first, _ in first })

  private static let codesNeedingToday: Set<String> = Set(
    rules.filter { type(of: $0).needsToday }.map { type(of: $0).code })
}
