/// A value that can be named inside a message, in the reader's language.
package protocol Phrased: Sendable {
  /// The value as a reader of `language` would write it.
  func phrase(in language: Language) -> String
}

extension String: Phrased {
  package func phrase(in language: Language) -> String { self }

  /// The text; of one that nobody reads through, its beginning.
  ///
  /// - Parameter limit: bytes of UTF-8 from which on a text is cut, between characters.
  package func readable(_ limit: Int = 2_000) -> String {
    utf8.count <= limit ? self : String(self[..<utf8.index(startIndex, offsetBy: limit)]) + "…"
  }
}

extension Int: Phrased {
  package func phrase(in language: Language) -> String { String(self) }
}

extension Message: Phrased {
  package func phrase(in language: Language) -> String { text(in: language) }
}

/// One wording of a message: words with values between, each written as the reader's language writes it.
///
/// It is put together when somebody reads it: of thousands of findings of one kind a file is told the first ones, and in
/// one language.
package struct Wording: Sendable, ExpressibleByStringInterpolation {
  private var start: String
  /// Each value with the words after it.
  private var rest: [(value: any Phrased, words: String)] = []

  package init(stringLiteral value: String) { start = value }
  package init(stringInterpolation: Interpolation) { self = stringInterpolation.wording }

  fileprivate func text(in language: Language) -> String {
    rest.reduce(into: start) { $0 += $1.value.phrase(in: language).readable() + $1.words }
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var wording: Wording = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { wording.append(literal) }
    package mutating func appendInterpolation(_ value: String) { wording.append(value.readable()) }
    package mutating func appendInterpolation(_ value: some Phrased) { wording.rest.append((value, "")) }
    package mutating func appendInterpolation(_ value: any Phrased) { wording.rest.append((value, "")) }
  }

  fileprivate mutating func append(_ words: String) {
    if rest.isEmpty { start += words } else { rest[rest.count - 1].words += words }
  }
}

/// A sentence for the reader in the three languages the tool speaks.
package struct Message: Sendable {
  private let wordings: Wordings

  /// One object, since findings are sorted and handed on many times with all their messages.
  private final class Wordings: Sendable {
    let english: Wording
    let simplified: Wording
    let traditional: Wording

    init(_ english: Wording, _ simplified: Wording, _ traditional: Wording) {
      self.english = english
      self.simplified = simplified
      self.traditional = traditional
    }
  }

  /// A message, worded in each language as a native would write it; values are interpolated: `"\(amount) is over"`.
  package init(en: Wording, hans: Wording, hant: Wording) { wordings = Wordings(en, hans, hant) }

  /// A message with the same words in every language, such as a formula's; values between are written as each writes them.
  package init(_ wording: Wording) { wordings = Wordings(wording, wording, wording) }

  /// Text that is the same in every language, such as a formula.
  package init(verbatim: String) { self.init(Wording(stringLiteral: verbatim)) }

  /// What is written in each language as told.
  package init(_ words: (Language) -> String) {
    func wording(_ language: Language) -> Wording { Wording(stringLiteral: words(language)) }
    wordings = Wordings(wording(.english), wording(.simplified), wording(.traditional))
  }

  /// The message in one language, each value written as that language writes it.
  package func text(in language: Language) -> String {
    switch language {
    case .english: wordings.english.text(in: language)
    case .simplified: wordings.simplified.text(in: language)
    case .traditional: wordings.traditional.text(in: language)
    }
  }
}

extension Message: Hashable {
  /// Whether both say the same in every language.
  package static func == (a: Message, b: Message) -> Bool {
    Language.allCases.allSatisfy { a.text(in: $0) == b.text(in: $0) }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text(in: .english)) }
}
