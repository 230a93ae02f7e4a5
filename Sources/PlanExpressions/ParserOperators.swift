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
private let spellings: [(text: [Unicode.Scalar], meaning: Operator, isOurs: Bool)] = [
  ("<=", .atMost, true), (">=", .atLeast, true), ("!=", .unequal, true), ("≤", .atMost, true), ("≥", .atLeast, true),
  ("≠", .unequal, true), ("==", .equal, false), ("=<", .atMost, false), ("=>", .atLeast, false),
  ("<>", .unequal, false), ("**", .power, false), ("&&", .and, false), ("||", .or, false), ("<", .less, true),
  (">", .greater, true), ("=", .equal, true), ("+", .plus, true), ("-", .minus, true), ("*", .times, true),
  ("×", .times, true), ("/", .over, true), ("÷", .over, true), ("^", .power, true),
].map { (Array($0.0.unicodeScalars), $0.1, $0.2) }

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
