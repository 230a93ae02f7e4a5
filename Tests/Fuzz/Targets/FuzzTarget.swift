/// A part of the program that is fed bytes, and what must hold of it whatever they are.
///
/// It must not crash, nor take long, nor grow; beyond that `check` says what else does not hold.
package protocol FuzzTarget: Sendable {
  /// What `make fuzz` and the folders of cases call it.
  static var name: String { get }
  /// The most bytes an input is made of.
  static var longest: Int { get }
  /// Words of its inputs, for the dictionary of the fuzzer and for the exchange of words.
  static var words: [String] { get }

  /// A sentence on what does not hold for these bytes; nil where all does.
  func check(_ bytes: [UInt8]) -> String?

  /// Inputs to begin with, out of the plans and cases of a repository.
  func seeds(_ texts: SeedTexts) -> [[UInt8]]
}

/// The targets there are.
package enum FuzzTargets {
  /// In the order of running.
  package static let all: [any FuzzTarget] = [
    ParserTarget(), PlanTarget(), QuantityTarget(), ExpressionTarget(), DateTarget(),
  ]

  /// The target of a name; nil for none.
  package static func named(_ name: String) -> (any FuzzTarget)? { all.first { type(of: $0).name == name } }
}
