package import PlanText

/// A dotted path to a figure, such as `budget.technology` or `feasibility.flows.2025`.
///
/// Two paths are equal when their names are, wherever they were written.
package struct Path: Sendable, Phrased {
  /// One name of a path and where it stands.
  package struct Segment: Sendable {
    /// The name with full-width letters folded to plain ones.
    package let name: String
    package let range: SourceRange

    package init(_ name: String, at range: SourceRange) {
      self.name = name
      self.range = range
    }
  }

  /// The names from the outermost in; never empty in a path that was parsed.
  package let segments: [Segment]
  /// The path as one text, its names joined by dots.
  package let text: String
  /// The whole path in its file.
  package let range: SourceRange

  package init(_ segments: [Segment], at range: SourceRange) {
    self.segments = segments
    text = segments.dropFirst().reduce(into: segments.first?.name ?? "") { text, segment in
      text += "."
      text += segment.name
    }
    self.range = range
  }

  /// The names alone.
  package var names: [String] { segments.map(\.name) }

  package func phrase(in language: Language) -> String { text }
}

extension Path: Hashable {
  package static func == (a: Path, b: Path) -> Bool {
    a.segments.count == b.segments.count && zip(a.segments, b.segments).allSatisfy { $0.name == $1.name }
  }

  package func hash(into hasher: inout Hasher) {
    for segment in segments { hasher.combine(segment.name) }
  }
}
