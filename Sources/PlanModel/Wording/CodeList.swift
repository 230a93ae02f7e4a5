package import PlanText

/// Words as a message lists them: `a`, `b`, `c`; past the limit, an ellipsis.
package struct CodeList: Phrased {
  let words: [String]
  let limit: Int

  /// - Parameter limit: how many words are shown at most.
  package init(_ words: [String], limit: Int = 12) {
    self.words = words
    self.limit = limit
  }

  package func phrase(in language: Language) -> String {
    let separator = language == .english ? ", " : "、"
    let shown = words.prefix(limit).map { "`\($0)`" } + (words.count > limit ? ["…"] : [])
    return shown.joined(separator: separator)
  }
}

extension Fix {
  /// A word in place of another that is most likely a slip; only offered, for it may be wrong.
  static func guess(_ word: String, at range: SourceRange) -> Fix {
    Fix(
      Message(en: "write `\(word)`", hans: "改为 `\(word)`", hant: "改為 `\(word)`"), [Edit(range, word)], isSafe: false)
  }
}

/// A value inside a Chinese sentence, with a blank between Chinese and what is written in Latin letters, figures or
/// code; unchanged in English.
struct Spaced<Value: Phrased>: Phrased {
  /// Where Chinese stands next to the value.
  enum Side: Sendable { case before, after, both }

  let value: Value
  let side: Side

  init(_ value: Value, _ side: Side = .before) {
    self.value = value
    self.side = side
  }

  func phrase(in language: Language) -> String {
    let text = value.phrase(in: language)
    guard language != .english, let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return text
    }
    return (side != .after && first.isASCII ? " " : "") + text + (side != .before && last.isASCII ? " " : "")
  }
}
