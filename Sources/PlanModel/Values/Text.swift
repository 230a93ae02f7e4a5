package import PlanText

/// A text in the plan's first language, or in several.
package struct Text: Sendable, Phrased {
  /// Language tag and wording; one entry with an empty tag is plain text in the plan's first language.
  package let wordings: [(tag: String, text: String)]
  package let range: SourceRange

  package init(_ wordings: [(tag: String, text: String)], at range: SourceRange) {
    self.wordings = wordings
    self.range = range
  }

  /// The wording for a reader: in the language itself, else in its other script, else the first there is.
  package func phrase(in language: Language) -> String {
    if wordings.count == 1 { return wordings[0].text }
    if let exact = wordings.first(where: { $0.tag == language.rawValue }) { return exact.text }
    if let near = wordings.first(where: { Language(tag: $0.tag) == language }) { return near.text }
    if language != .english, let chinese = wordings.first(where: { $0.tag.hasPrefix("zh") }) { return chinese.text }
    return wordings.first?.text ?? ""
  }

  /// Whether nothing but blanks is written.
  package var isEmpty: Bool { wordings.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
