import ArgumentParser

/// A word of a closed list as an option's value.
///
/// ArgumentParser's own way to the words of such a list prints each of them by what its type can do, which is looked up
/// among all types of the binary at every start.
protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension WordArgument {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  static var allValueDescriptions: [String: String] { [:] }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  var defaultValueDescription: String { rawValue }
}
