import PlanText

/// An operator as it was found in the text.
struct Sign {
  let meaning: Operator
  /// Its first index and the one after it.
  let start: Int
  let end: Int
  /// Whether the language writes it otherwise.
  let isForeign: Bool
}

extension ExpressionParser {
  /// The operator that comes next, if one does; nothing is consumed.
  func peekSign() -> Sign? {
    let start = letters.skippingBlanks(index)
    guard letters[start].isOperator else { return nil }
    let found: (meaning: Operator, length: Int, isForeign: Bool)
    switch (letters[start], letters[start + 1]) {
    case ("<", "="): found = (.atMost, 2, false)
    case (">", "="): found = (.atLeast, 2, false)
    case ("!", "="): found = (.unequal, 2, false)
    case ("=", "="): found = (.equal, 2, true)
    case ("=", "<"): found = (.atMost, 2, true)
    case ("=", ">"): found = (.atLeast, 2, true)
    case ("<", ">"): found = (.unequal, 2, true)
    case ("*", "*"): found = (.power, 2, true)
    case ("&", "&"): found = (.and, 2, true)
    case ("|", "|"): found = (.or, 2, true)
    case ("≤", _): found = (.atMost, 1, false)
    case ("≥", _): found = (.atLeast, 1, false)
    case ("≠", _): found = (.unequal, 1, false)
    case ("<", _): found = (.less, 1, false)
    case (">", _): found = (.greater, 1, false)
    case ("=", _): found = (.equal, 1, false)
    case ("+", _): found = (.plus, 1, false)
    case ("-", _): found = (.minus, 1, false)
    case ("*", _), ("×", _): found = (.times, 1, false)
    case ("/", _), ("÷", _): found = (.over, 1, false)
    case ("^", _): found = (.power, 1, false)
    default: return nil
    }
    return Sign(meaning: found.meaning, start: start, end: start + found.length, isForeign: found.isForeign)
  }

  /// Consumes the next operator if it is one of those wanted, and notes where blanks round it are missing.
  mutating func sign(where isWanted: (Operator) -> Bool) throws(Unreadable) -> Sign? {
    guard let sign = peekSign(), isWanted(sign.meaning) else { return nil }
    let isSpaced = letters[sign.start - 1].isBlank && (letters[sign.end].isBlank || sign.end >= letters.count)
    if sign.isForeign {
      problems.append(misspelt(sign))
    } else if !isSpaced {
      problems.append(unspaced(sign))
    }
    index = sign.end
    try spend()
    return sign
  }

  /// Consumes a word of the language and gives its place.
  mutating func keyword(_ word: Word) throws(Unreadable) -> Span? {
    let start = letters.skippingBlanks(index)
    guard letters.starts(with: word, start), !letters[start + word.points.count].isNamePart else { return nil }
    index = start + word.points.count
    try spend()
    return span(start, index)
  }

  /// Consumes `and` or `or`, also as the signs that other languages have for them.
  mutating func connective(_ meaning: Operator) throws(Unreadable) -> Span? {
    if let place = try keyword(meaning == .and ? Word.and : Word.or) { return place }
    return try sign(where: { $0 == meaning }).map { span($0.start, $0.end) }
  }

  /// Whether a word of the language stands between two indices.
  func isReserved(_ start: Int, _ end: Int) -> Bool {
    end - start <= 4 && Word.reserved.contains { letters.holds($0, start, end) }
  }

  /// Whether a Chinese window begins at an index.
  func opensWindow(_ start: Int) -> Bool {
    letters[start].value >= 0x80 && Word.windowOpenings.contains { letters.starts(with: $0, start) }
  }
}
