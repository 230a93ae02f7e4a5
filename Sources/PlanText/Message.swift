/// A value that can be named inside a message, in the reader's language.
package protocol Phrased: Sendable {
  /// The value as a reader of `language` would write it.
  func phrase(in language: Language) -> String
}

extension String: Phrased {
  package func phrase(in language: Language) -> String { self }

  /// The text; of one that nobody reads through, its beginning.
  fileprivate var readable: String {
    utf8.count <= 2_000 ? self : String(self[..<utf8.index(startIndex, offsetBy: 2_000)]) + "…"
  }
}

extension Int: Phrased {
  package func phrase(in language: Language) -> String { String(self) }
}

extension Message: Phrased {
  package func phrase(in language: Language) -> String { text(in: language) }
}

/// A language as a type, so that a wording knows whose it is.
package protocol Tongue: Sendable { static var language: Language { get } }
package enum English: Tongue { package static var language: Language { .english } }
package enum SimplifiedChinese: Tongue { package static var language: Language { .simplified } }
package enum TraditionalChinese: Tongue { package static var language: Language { .traditional } }

/// Words with values between, put together when somebody reads them: of thousands of findings of one kind a file is told
/// the first ones, and in one language.
private struct Words: Sendable {
  private var start = ""
  /// Each value with the words after it.
  private var rest: [(value: any Phrased, words: String)] = []

  init(_ words: String = "") { start = words }

  mutating func append(_ words: String) {
    if rest.isEmpty { start += words } else { rest[rest.count - 1].words += words }
  }

  mutating func append(_ value: any Phrased) { rest.append((value, "")) }

  func text(in language: Language) -> String {
    rest.reduce(into: start) { $0 += $1.value.phrase(in: language).readable + $1.words }
  }
}

/// One language's wording of a message: literal text with values between, each written as that language writes it.
package struct Wording<Speech: Tongue>: Sendable, ExpressibleByStringInterpolation {
  fileprivate let words: Words

  package init(stringLiteral value: String) { words = Words(value) }
  package init(stringInterpolation: Interpolation) { words = stringInterpolation.words }

  package typealias Interpolation = WordInterpolation
}

/// Words that every language has alike, such as a formula's, with values between that each writes in its own way.
package struct Formula: Sendable, ExpressibleByStringInterpolation {
  fileprivate let words: Words

  package init(stringLiteral value: String) { words = Words(value) }
  package init(stringInterpolation: Interpolation) { words = stringInterpolation.words }

  package typealias Interpolation = WordInterpolation
}

/// How wordings and formulas are written in code.
package struct WordInterpolation: StringInterpolationProtocol {
  fileprivate var words = Words()

  package init(literalCapacity: Int, interpolationCount: Int) {}
  package mutating func appendLiteral(_ literal: String) { words.append(literal) }
  package mutating func appendInterpolation(_ value: String) { words.append(value.readable) }
  package mutating func appendInterpolation(_ value: some Phrased) { words.append(value) }
  package mutating func appendInterpolation(_ value: any Phrased) { words.append(value) }
}

/// A sentence for the reader in the three languages the tool speaks.
package struct Message: Sendable {
  private let wordings: Wordings

  /// One object, since findings are sorted and handed on many times with all their messages.
  private final class Wordings: Sendable {
    let english: Words
    let simplified: Words
    let traditional: Words

    init(_ english: Words, _ simplified: Words, _ traditional: Words) {
      self.english = english
      self.simplified = simplified
      self.traditional = traditional
    }
  }

  /// A message, worded in each language as a native would write it; values are interpolated: `"\(amount) is over"`.
  package init(en: Wording<English>, hans: Wording<SimplifiedChinese>, hant: Wording<TraditionalChinese>) {
    wordings = Wordings(en.words, hans.words, hant.words)
  }

  /// A message with the same words in every language.
  package init(_ formula: Formula) { wordings = Wordings(formula.words, formula.words, formula.words) }

  /// Text that is the same in every language, such as a formula.
  package init(verbatim: String) {
    let words = Words(verbatim)
    wordings = Wordings(words, words, words)
  }

  /// What is written in each language as told.
  package init(_ words: (Language) -> String) {
    wordings = Wordings(Words(words(.english)), Words(words(.simplified)), Words(words(.traditional)))
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
  /// Whether both say the same, for which their English stands: no two sentences have one English and differ in Chinese.
  package static func == (a: Message, b: Message) -> Bool { a.text(in: .english) == b.text(in: .english) }

  package func hash(into hasher: inout Hasher) { hasher.combine(text(in: .english)) }
}
