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

  /// How many there are of each severity, and how many are hidden.
  package var counts: FindingCounts {
    var counts = FindingCounts(hidden: hiddenCount)
    for diagnostic in diagnostics { counts.add(diagnostic.severity) }
    return counts
  }
}

/// How many findings a run has of each severity, and how many comments in the files hide.
package struct FindingCounts: Sendable, Equatable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var advice = 0
  package var hidden: Int

  package init(hidden: Int = 0) { self.hidden = hidden }

  package mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .advice: advice += 1
    }
  }

  /// Whether nothing was found that comments do not hide.
  package var isEmpty: Bool { errors + warnings + advice == 0 }

  /// Whether there are findings of a severity, or of a worse one.
  package func reach(_ severity: Severity) -> Bool {
    switch severity {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .advice: !isEmpty
    }
  }

  package subscript(severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .advice: advice
    }
  }
}

/// A way to print findings; each lives in a file of its own.
package protocol DiagnosticFormat: Sendable {
  /// What `--format` calls it.
  static var name: String { get }

  /// Each finding as it stands in the output, by itself: in the same order, whatever else is found.
  func pieces(_ findings: Findings) -> [String]

  /// The whole output made of such pieces in order, ending in a line feed: handed over as UTF-8, part by part.
  func write(_ pieces: [String], _ counts: FindingCounts, _ language: Language, to write: ([UInt8]) -> Void)
}

extension DiagnosticFormat {
  /// The whole output, ending in a line feed.
  package func render(_ findings: Findings) -> String {
    var bytes: [UInt8] = []
    write(pieces(findings), findings.counts, findings.language) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
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
