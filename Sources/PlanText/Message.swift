/// A value that can be named inside a message, in the reader's language.
package protocol Phrased: Sendable {
  /// The value as a reader of `language` would write it.
  func phrase(in language: Language) -> String
}

extension String: Phrased {
  package func phrase(in language: Language) -> String { self }
}

extension Int: Phrased {
  package func phrase(in language: Language) -> String { String(self) }
}

extension Message: Phrased {
  package func phrase(in language: Language) -> String { text(in: language) }
}

/// One language's wording of a message: literal text with values between.
///
/// A value is written as each language writes it, for only the message knows whose wording this is; it keeps no more
/// than that language's text.
package struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  fileprivate var texts: Texts

  /// The wording with its values in English, in simplified and in traditional Chinese.
  fileprivate struct Texts: Sendable, Hashable {
    var english = ""
    var simplified = ""
    var traditional = ""
  }

  package init(stringLiteral value: String) { texts = Texts(english: value, simplified: value, traditional: value) }
  package init(stringInterpolation: Interpolation) { texts = stringInterpolation.texts }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var texts = Texts()
    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) {
      texts.english += literal
      texts.simplified += literal
      texts.traditional += literal
    }
    package mutating func appendInterpolation(_ value: some Phrased) { append(value) }
    package mutating func appendInterpolation(_ value: any Phrased) { append(value) }

    private mutating func append(_ value: some Phrased) {
      texts.english += value.phrase(in: .english)
      texts.simplified += value.phrase(in: .simplified)
      texts.traditional += value.phrase(in: .traditional)
    }
  }
}

/// A sentence for the reader in the three languages the tool speaks.
package struct Message: Sendable, Hashable {
  private let english: String
  private let simplified: String
  private let traditional: String

  /// A message, worded in each language as a native would write it; values are interpolated: `"\(amount) is over"`.
  package init(en: Phrase, hans: Phrase, hant: Phrase) {
    english = en.texts.english
    simplified = hans.texts.simplified
    traditional = hant.texts.traditional
  }

  /// Text that is the same in every language, such as a formula.
  package init(verbatim: String) {
    (english, simplified, traditional) = (verbatim, verbatim, verbatim)
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
