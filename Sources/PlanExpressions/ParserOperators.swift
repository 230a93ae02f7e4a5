import PlanText

/// An operator as it was found in the text.
struct Sign {
  let meaning: Operator
  let span: Span
  /// Its first index and the one after it.
  let start: Int
  let end: Int
  /// The sign the language has for it, where another was written.
  let correction: String?
}

/// Signs of other languages and of keyboards, with what they mean; longer ones first.
private let spellings: [Spelling] = [
  Spelling("<=", .atMost), Spelling(">=", .atLeast), Spelling("!=", .unequal), Spelling("≤", .atMost),
  Spelling("≥", .atLeast), Spelling("≠", .unequal), Spelling("==", .equal, isOurs: false),
  Spelling("=<", .atMost, isOurs: false), Spelling("=>", .atLeast, isOurs: false),
  Spelling("<>", .unequal, isOurs: false), Spelling("**", .power, isOurs: false), Spelling("&&", .and, isOurs: false),
  Spelling("||", .or, isOurs: false), Spelling("<", .less), Spelling(">", .greater), Spelling("=", .equal),
  Spelling("+", .plus), Spelling("-", .minus), Spelling("*", .times), Spelling("×", .times), Spelling("/", .over),
  Spelling("÷", .over), Spelling("^", .power),
]

/// One way to write an operator.
private struct Spelling {
  let text: [Unicode.Scalar]
  let meaning: Operator
  /// Whether the language writes it so.
  let isOurs: Bool

  init(_ text: String, _ meaning: Operator, isOurs: Bool = true) {
    self.text = Array(text.unicodeScalars)
    self.meaning = meaning
    self.isOurs = isOurs
  }
}

/// Words that end a name or a figure and are no names themselves.
let keywords: Set<String> = ["for", "then", "else", "and", "or", "not", "if"]

extension ExpressionParser {
  /// The operator that comes next, if one does; nothing is consumed.
  func peekSign() -> Sign? {
    let start = letters.skippingBlanks(index)
    guard letters[start].isOperator else { return nil }
    for spelling in spellings where spelling.text.indices.allSatisfy({ letters[start + $0] == spelling.text[$0] }) {
      let end = start + spelling.text.count
      let correction = spelling.isOurs ? nil : spelling.meaning.rawValue
      return Sign(meaning: spelling.meaning, span: span(start, end), start: start, end: end, correction: correction)
    }
    return nil
  }

  /// Consumes the next operator if it is one of those wanted, and notes where blanks round it are missing.
  mutating func sign(where isWanted: (Operator) -> Bool) throws(Unreadable) -> Sign? {
    guard let sign = peekSign(), isWanted(sign.meaning) else { return nil }
    let isSpaced = letters[sign.start - 1].isBlank && (letters[sign.end].isBlank || sign.end >= letters.count)
    if let correction = sign.correction {
      problems.append(misspelt(sign, correction))
    } else if !isSpaced {
      problems.append(unspaced(sign))
    }
    index = sign.end
    try spend()
    return sign
  }

  /// Consumes a word of the language and gives its place.
  mutating func keyword(_ word: String) throws(Unreadable) -> Span? {
    let start = letters.skippingBlanks(index)
    let end = letters.nameEnd(start)
    if end > start, end - start == word.unicodeScalars.count, letters.text(start, end) == word {
      index = end
      try spend()
      return span(start, end)
    }
    guard word == "and" || word == "or", let sign = peekSign(), sign.meaning.rawValue == word else { return nil }
    return try self.sign(where: { $0 == sign.meaning })?.span
  }
}
