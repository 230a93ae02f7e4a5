/// Every rule the tool runs and every problem it can raise.
///
/// Its lists `rules` and `documentation` are written at build time from the files of the rules and problems, by the
/// plugin RuleRegistry: a rule is entered nowhere by hand.
package enum Registry {
  /// The documentation of a rule or problem by its code (`B307`) or its name (`share-contradicts-amount`), in any case
  /// of letters; nil for what is neither.
  package static func documentation(of codeOrName: String) -> RuleDocumentation? {
    let wanted = codeOrName.lowercased()
    return documentation.first { $0.code.lowercased() == wanted || $0.name == wanted }
  }
}
