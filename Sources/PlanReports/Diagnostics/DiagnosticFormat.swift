package import PlanText

/// The findings of a run with what is needed to print them.
package struct Findings: Sendable {
  /// In the order of printing.
  package var diagnostics: [Diagnostic]
  /// How many findings comments in the files hide.
  package var hiddenCount: Int
  /// The files the findings point into.
  package var sources: SourceMap
  /// The language of the messages.
  package var language: Language
  /// Whether to colour what a person reads, which is for terminals only.
  package var isColoured: Bool
  /// A rule's name by its code, for formats that tell it; asked only for codes that were found.
  package var ruleName: @Sendable (_ code: String) -> String?

  package init(
    _ diagnostics: [Diagnostic], hiddenCount: Int = 0, sources: SourceMap, language: Language = .english,
    isColoured: Bool = false,
    ruleName: @escaping @Sendable (_ code: String) -> String? = { _ in nil }
  ) {
    self.diagnostics = diagnostics
    self.hiddenCount = hiddenCount
    self.sources = sources
    self.language = language
    self.isColoured = isColoured
    self.ruleName = ruleName
  }

  /// How many findings have a severity.
  package func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

/// A way to print findings; each lives in a file of its own.
package protocol DiagnosticFormat: Sendable {
  /// What `--format` calls it.
  static var name: String { get }

  /// The whole output, ending in a line feed.
  func render(_ findings: Findings) -> String
}

/// The formats there are.
package enum DiagnosticFormats {
  /// All formats; the first is what a person gets who asks for none.
  package static let all: [any DiagnosticFormat] = [TextFormat(), JSONFormat()]

  /// What `--format` may be.
  package static var names: [String] { all.map { type(of: $0).name } }

  /// The format of a name, or nil if there is none.
  package static func named(_ name: String) -> (any DiagnosticFormat)? { all.first { type(of: $0).name == name } }
}
