/// A family of rules: how its codes begin, and its name in `RuleFamily` and as a folder of `Rules`.
struct RuleFamily {
  let prefix: String
  let name: String

  /// All families, in the catalogue's order.
  static let all = [
    RuleFamily(prefix: "S0", name: "structure"),
    RuleFamily(prefix: "G1", name: "goals"),
    RuleFamily(prefix: "K2", name: "kpis"),
    RuleFamily(prefix: "B3", name: "budget"),
    RuleFamily(prefix: "A4", name: "adjustments"),
    RuleFamily(prefix: "C5", name: "channels"),
    RuleFamily(prefix: "T6", name: "time"),
    RuleFamily(prefix: "P7", name: "people"),
    RuleFamily(prefix: "R8", name: "risk"),
    RuleFamily(prefix: "F9", name: "feasibility"),
    RuleFamily(prefix: "M0", name: "monitoring"),
    RuleFamily(prefix: "D1", name: "technology"),
  ]

  /// The family of a code such as `B307`: a letter, its family's digit and two digits more; nil for anything else.
  static func of(code: String) -> RuleFamily? {
    let digits = code.dropFirst()
    guard digits.count == 3, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return all.first { code.hasPrefix($0.prefix) }
  }
}
