/// A unit as written: what it measures, and what one of it is in base units.
package struct WrittenUnit: Hashable, Sendable {
  /// What it measures.
  package var unit = Unit.none
  /// How a number in it is meant.
  package var mark = Mark.none
  /// How many base units one of it is: 10,000 for 万元, a twelfth for `mo`, a hundredth for `%`.
  package var scale: Fraction = 1
  /// The one word of time in it.
  package var writtenTime: TimeWord?
  var timeWords = 0

  mutating func multiply(_ time: TimeWord, _ power: Int) {
    let years = time.years
    scale = power < 0 ? scale.divided(by: years) ?? scale : scale * years
    unit = unit * (power < 0 ? .perTime : .time)
    timeWords += 1
    writtenTime = timeWords == 1 ? time : nil
  }

  /// A number of times a year is a rate without a counted thing.
  mutating func dropTimes() {
    if unit == Unit.word("time") * .perTime { unit = .perTime }
  }
}

extension LiteralScanner {
  /// Whether a byte can begin or continue a unit's word: a letter of any script.
  func isWordByte(_ place: Int) -> Bool {
    let first = byte(place)
    if first < 0x80 { return first | 0x20 &- 0x61 < 26 }
    switch first {
    case 0xC3: return byte(place + 1) != 0x97 && byte(place + 1) != 0xB7
    case 0xC4...0xDF: return true
    case 0xE2: return byte(place + 1) == 0x84
    case 0xE3: return byte(place + 1) >= 0x81 || byte(place + 1) == 0x80 && byte(place + 2) >= 0x85
    case 0xE0, 0xE1, 0xE4...0xEE, 0xF0...0xF4: return true
    default: return false
    }
  }

  private func letterLength(_ place: Int) -> Int {
    switch byte(place) {
    case 0..<0x80: 1
    case 0x80..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  /// The end of the word that begins at a place: letters, digits and hyphens inside it, up to a tail such as 以上.
  func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if isWordByte(end) {
        if bytes[end] >= 0xE4, end > start, endsWord(end) { break }
        end += letterLength(end)
      } else if end > start, bytes[end - 1] < 0x80, joinsWord(end) {
        end += 1
      } else {
        break
      }
    }
    return min(end, bytes.count)
  }

  private func joinsWord(_ place: Int) -> Bool {
    if isDigit(place) { return true }
    return (bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "_")) && isWordByte(place + 1)
      && byte(place + 1) < 0x80
  }

  /// Whether a tail or the mark of a range begins here, inside what looks like one word.
  func endsWord(_ place: Int) -> Bool {
    switch bytes[place] {
    case 0xE4:
      for tail in ["以上", "以下", "以内", "以內"] as [StaticString] where bytes.has(tail, at: place) { return true }
      return false
    case 0xE5: return bytes.has("左右", at: place) || bytes.has("到", at: place) && beginsNumber(place + 3)
    case 0xE8: return bytes.has("至", at: place) && beginsNumber(place + 3)
    default: return false
    }
  }

  private func beginsWord(_ place: Int) -> Bool {
    isWordByte(place) && (bytes[place] < 0xE4 || !endsWord(place))
  }

  static func isReserved(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch word.count {
    case 2: word.equals("or") || word.equals("if") || word.equals("to")
    case 3: word.equals("for") || word.equals("and") || word.equals("not")
    case 4: word.equals("then") || word.equals("else")
    default: false
    }
  }

  /// The product of words from here on: `人`, `CNY/customer`, `人·年`, `元/人·年`.
  mutating func unit(_ written: inout WrittenUnit) throws(LiteralProblem) {
    if beginsWord(at) || beginsSign(at) {
      try factor(&written, 1)
      while take("·") { try factor(&written, 1) }
    }
    if byte(at) == UInt8(ascii: "/"), !isDigit(at + 1) { try denominator(&written) }
    written.dropTimes()
  }

  /// What follows a stroke: every word divides.
  mutating func denominator(_ written: inout WrittenUnit) throws(LiteralProblem) {
    guard isWordByte(at + 1) else {
      if inExpression { return }
      throw LiteralProblem(.missingUnit, at..<at + 1)
    }
    at += 1
    try factor(&written, -1)
    while bytes.has("·", at: at) || byte(at) == UInt8(ascii: "/") {
      let length = byte(at) == UInt8(ascii: "/") ? 1 : 2
      guard isWordByte(at + length) else { break }
      at += length
      try factor(&written, -1)
    }
  }

  private func beginsSign(_ place: Int) -> Bool {
    switch byte(place) {
    case UInt8(ascii: "$"): true
    case 0xC2: byte(place + 1) == 0xA5 || byte(place + 1) == 0xA3
    case 0xE2: byte(place + 1) == 0x82
    default: false
    }
  }

  private mutating func factor(_ written: inout WrittenUnit, _ power: Int) throws(LiteralProblem) {
    let start = at
    if beginsSign(at), let (meaning, length) = CurrencyWords.leading(bytes, at: at, dialect) {
      at += length
      let code = try currency(meaning, start..<at)
      written.unit = written.unit * Unit([Unit.Factor(base: .currency(code), power: power)])
      return
    }
    at = wordEnd(at)
    let word = piece(start..<at)
    if word.isEmpty { throw LiteralProblem(.missingUnit, max(start - 1, 0)..<start) }
    if let time = timeWord(word, each: power < 0) {
      written.multiply(time, power)
    } else if let meaning = money(word) {
      let code = try currency(meaning, start..<at)
      written.unit = written.unit * (power == 1 ? .currency(code) : Unit.currency(code).inverted)
    } else {
      if power > 0, let exponent = Magnitudes.chinese(bytes, at: start)?.exponent, exponent >= 4,
        UnitWords.known(text(start..<at), dialect) == nil
      {
        throw LiteralProblem(.secondMagnitude(text(start..<at)), start..<at)
      }
      let name = try counted(start..<at)
      written.unit = written.unit * (power == 1 ? .word(name) : Unit.word(name).inverted)
    }
  }

  /// The currency that a sign or word means in this plan.
  func currency(_ meaning: CurrencyWords.Meaning, _ range: Range<Int>) throws(LiteralProblem) -> String {
    switch meaning {
    case .code(let code): return code
    case .oneOf(let codes):
      guard let plan = dialect.currency else { return codes[0] }
      if codes.contains(plan) { return plan }
      // A foreign sign is plain where the policy knows only one of its currencies.
      let declared = codes.filter { code in dialect.currencyWords.contains { $0.value == code } }
      if declared.count == 1 { return declared[0] }
      throw LiteralProblem(.ambiguousCurrency(text(range), plan: plan, meanings: codes), range, suggestion: codes[0])
    }
  }

  /// The canonical name of a counted thing.
  private func counted(_ range: Range<Int>) throws(LiteralProblem) -> String {
    let word = text(range)
    if let known = UnitWords.known(word, dialect) { return known }
    if LiteralScanner.isReserved(piece(range)) { throw LiteralProblem(.trailingText(word), range) }
    if let known = UnitWords.misspelt(word, dialect) {
      throw LiteralProblem(.misspeltUnit(word, known: known), range, suggestion: known)
    }
    if let plan = dialect.currency, word.utf8.count == 3, word.utf8.sorted() == plan.utf8.sorted() {
      throw LiteralProblem(.unknownCurrency(word), range, suggestion: plan)
    }
    if word == "月" { throw LiteralProblem(.monthName(word), range, suggestion: "个月") }
    // A mark that does not stand right after the figure, as in `1+倍`.
    if LiteralScanner.isMark(piece(range)) { throw LiteralProblem(.trailingText(word), range) }
    let folded = UnitWords.folded(word)
    if isExponent(word) || isExponent(folded) { throw LiteralProblem(.exponent, range) }
    // What the new name would be read as is something else.
    for known in [word.lowercased(), folded] where known != word && isTaken(known) {
      throw LiteralProblem(.misspeltUnit(word, known: known), range, suggestion: known)
    }
    return folded
  }

  /// Whether a word is the power of ten of `1e04`.
  private func isExponent(_ word: String) -> Bool {
    (word.utf8.first == 0x65 || word.utf8.first == 0x45) && word.utf8.dropFirst().allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Whether a word after a number is a time, money, a magnitude, a mark or part of an expression.
  private func isTaken(_ word: String) -> Bool {
    word.withLiteralBytes { bytes in
      if timeWord(bytes, each: false) != nil || money(bytes) != nil || Magnitudes.latin(bytes) != nil { return true }
      for mark in ["x", "pp", "point", "points"] as [StaticString] where bytes.equals(mark) { return true }
      return LiteralScanner.isReserved(bytes)
    }
  }

  /// The stretch of time that a word is, also where it begins with a capital as in `30 Days`.
  private func timeWord(_ word: UnsafeBufferPointer<UInt8>, each: Bool) -> TimeWord? {
    TimeWord.word(word, each: each)
      ?? uncapitalised(word)?.withUnsafeBufferPointer { TimeWord.word($0, each: each) }
  }

  /// The currency that a word is, also where it begins with a capital as in `100 Euro`.
  func money(_ word: UnsafeBufferPointer<UInt8>) -> CurrencyWords.Meaning? {
    CurrencyWords.meaning(word, dialect)
      ?? uncapitalised(word)?.withUnsafeBufferPointer { CurrencyWords.meaning($0, dialect) }
  }

  /// A word of three letters or more with a capital at its start alone, in small letters; nil for any other.
  private func uncapitalised(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard word.count > 2, 0x41...0x5A ~= word[0], word.dropFirst().allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
    if !dialect.units.isEmpty, dialect.units[String(decoding: word, as: UTF8.self)] != nil { return nil }
    return [word[0] | 0x20] + word.dropFirst()
  }

  /// Whether a word that stands after a blank is one the tool or the dialect knows.
  func isKnownWord(_ start: Int) -> Bool {
    if beginsSign(start) { return true }
    guard beginsWord(start) else { return false }
    var end = wordEnd(start)
    if let (_, length) = Magnitudes.chinese(bytes, at: start) {
      if start + length == end { return true }
      end = wordEnd(start + length)
    }
    let word = piece(start..<end)
    if LiteralScanner.isReserved(word) { return false }
    if !inExpression { return true }
    if timeWord(word, each: false) != nil || Magnitudes.latin(word) != nil || money(word) != nil { return true }
    for known in ["pp", "points", "point"] as [StaticString] where word.equals(known) { return true }
    return UnitWords.known(text(start..<end), dialect) != nil
  }
}
