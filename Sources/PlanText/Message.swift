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
package struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The wording; each value's place holds its text in every language.
  fileprivate var pieces: [Piece]

  fileprivate enum Piece: Sendable, Hashable {
    case literal(String)
    case value([String])
  }

  package init(stringLiteral value: String) { pieces = [.literal(value)] }
  package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []
    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
    }
    package mutating func appendInterpolation(_ value: some Phrased) {
      pieces.append(.value(Language.allCases.map { value.phrase(in: $0) }))
    }
    package mutating func appendInterpolation(_ value: any Phrased) {
      pieces.append(.value(Language.allCases.map { value.phrase(in: $0) }))
    }
  }

  fileprivate func text(_ language: Language) -> String {
    let place = Language.allCases.firstIndex(of: language) ?? 0
    return pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .value(let values): text += values[place]
      }
    }
  }
}

/// A sentence for the reader in the three languages the tool speaks.
package struct Message: Sendable, Hashable {
  private let english: Phrase
  private let simplified: Phrase
  private let traditional: Phrase

  /// A message, worded in each language as a native would write it; values are interpolated: `"\(amount) is over"`.
  package init(en: Phrase, hans: Phrase, hant: Phrase) {
    english = en
    simplified = hans
    traditional = hant
  }

  /// Text that is the same in every language, such as a formula.
  package init(verbatim: String) {
    self.init(en: "\(verbatim)", hans: "\(verbatim)", hant: "\(verbatim)")
  }

  /// The message in one language, each value written as that language writes it.
  package func text(in language: Language) -> String {
    switch language {
    case .english: english.text(language)
    case .simplified: simplified.text(language)
    case .traditional: traditional.text(language)
    }
  }
}
