import PlanSyntax
package import PlanText

/// A text in the plan's first language, or in several.
package struct Text: Sendable, Phrased {
  private let content: Content
  package let range: SourceRange

  /// Plain text stays in its file until somebody reads it, which checking seldom does.
  private enum Content: Sendable {
    case plain(NodeTree, NodeID)
    case several([(tag: String, text: String)])
  }

  init(plain node: NodeID, in tree: NodeTree) {
    content = .plain(tree, node)
    range = tree.range(node)
  }

  init(_ wordings: [(tag: String, text: String)], at range: SourceRange) {
    content = .several(wordings)
    self.range = range
  }

  /// Language tag and wording; one entry with an empty tag is plain text in the plan's first language.
  package var wordings: [(tag: String, text: String)] {
    switch content {
    case .plain(let tree, let node): [("", tree.text(node))]
    case .several(let wordings): wordings
    }
  }

  /// The wording for a reader: in the language itself, else in its other script, else the first there is.
  package func phrase(in language: Language) -> String { wording(in: language).text }

  /// The wording for a reader with its language tag, which is empty for plain text.
  package func wording(in language: Language) -> (tag: String, text: String) {
    let wordings = wordings
    if wordings.count == 1 { return wordings[0] }
    return wordings.first { $0.tag == language.rawValue } ?? wordings.first { Language(tag: $0.tag) == language }
      ?? (language == .english ? nil : wordings.first { $0.tag.hasPrefix("zh") }) ?? wordings.first ?? ("", "")
  }

  /// Whether it is in one language, the plan's first, and wholly in ASCII: a name or an English text.
  var isPlainASCII: Bool {
    guard case .plain(let tree, let node) = content else { return false }
    return tree.withBytes(node) { $0.allSatisfy { $0 < 0x80 } }
  }

  /// Whether nothing but blanks is written.
  package var isEmpty: Bool { wordings.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}

/// A text of the plan and the field it stands in.
package struct TextUse: Sendable {
  package let range: SourceRange
  /// The noun, by its table's name.
  package let noun: String
  /// The field.
  package let key: String
  /// The languages it is written in; none for a plain text, which is in the plan's first.
  package let tags: [String]
  /// Whether it is plain and wholly in ASCII: a name or an English text.
  package let isPlainASCII: Bool
}
