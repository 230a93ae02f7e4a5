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

/// One language's wording of a message: literal text with values between, each written as that language writes it.
package struct Wording<Speech: Tongue>: Sendable, ExpressibleByStringInterpolation {
  fileprivate let text: String

  package init(stringLiteral value: String) { text = value }
  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }
    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ value: some Phrased) {
      text += value.phrase(in: Speech.language).readable
    }
    package mutating func appendInterpolation(_ value: any Phrased) {
      text += value.phrase(in: Speech.language).readable
    }
  }
}

/// Words that every language has alike, such as a formula's, with values between that each writes in its own way.
package struct Formula: Sendable, ExpressibleByStringInterpolation {
  fileprivate let all: (english: String, simplified: String, traditional: String)

  package init(stringLiteral value: String) { all = (value, value, value) }
  package init(stringInterpolation: Interpolation) { all = stringInterpolation.all }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var all = (english: "", simplified: "", traditional: "")
    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) {
      all.english += literal
      all.simplified += literal
      all.traditional += literal
    }
    package mutating func appendInterpolation(_ value: some Phrased) {
      all.english += value.phrase(in: .english).readable
      all.simplified += value.phrase(in: .simplified).readable
      all.traditional += value.phrase(in: .traditional).readable
    }
  }
}

/// A sentence for the reader in the three languages the tool speaks.
package struct Message: Sendable, Hashable {
  private let english: String
  private let simplified: String
  private let traditional: String

  /// A message, worded in each language as a native would write it; values are interpolated: `"\(amount) is over"`.
  package init(en: Wording<English>, hans: Wording<SimplifiedChinese>, hant: Wording<TraditionalChinese>) {
    english = en.text
    simplified = hans.text
    traditional = hant.text
  }

  /// A message with the same words in every language.
  package init(_ formula: Formula) { (english, simplified, traditional) = formula.all }

  /// Text that is the same in every language, such as a formula.
  package init(verbatim: String) {
    (english, simplified, traditional) = (verbatim, verbatim, verbatim)
  }

  /// What is written in each language as told.
  package init(_ words: (Language) -> String) {
    (english, simplified, traditional) = (words(.english), words(.simplified), words(.traditional))
  }

  /// The message in one language, each value written as that language writes it.
  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplified: simplified
    case .traditional: traditional
    }
  }
}
