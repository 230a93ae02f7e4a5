/// What stands before and after a figure: how loosely it is meant and on which side of it the value lies.
struct Manner {
  var vagueness: Vagueness?
  var bound: Bound?
}

extension LiteralScanner {
  private static let boundWords: [(StaticString, Bound)] = [
    (">=", .atLeast), (">", .over), ("<=", .atMost), ("<", .under), ("≥", .atLeast), ("≤", .atMost),
    ("超过", .over), ("超過", .over), ("超", .over), ("突破", .over), ("高于", .over), ("高於", .over),
    ("不低于", .atLeast), ("不低於", .atLeast), ("不少于", .atLeast), ("不少於", .atLeast),
    ("不超过", .atMost), ("不超過", .atMost), ("不高于", .atMost), ("不高於", .atMost),
    ("低于", .under), ("低於", .under), ("至少", .atLeast), ("至多", .atMost),
    ("at least ", .atLeast), ("at most ", .atMost), ("over ", .over), ("under ", .under),
  ]
  private static let vagueWords: [(StaticString, Vagueness)] = [
    ("≈", .about), ("~", .about), ("大约", .about), ("大約", .about), ("约", .about), ("約", .about),
    ("近", .nearly), ("about ", .about),
  ]

  /// The quantity that begins here, with everything round its figure.
  mutating func quantity() throws(LiteralProblem) -> Quantity {
    skipBlanks()
    let start = at
    var manner = Manner()
    if !isDigit(at) { takeManner(&manner) }
    var quantity = try figureOrWords()
    try takeTail(&manner)
    quantity.bound = manner.bound ?? quantity.bound
    quantity.vagueness = manner.vagueness
    quantity.spelling = text(start..<at)
    return quantity
  }

  private mutating func figureOrWords() throws(LiteralProblem) -> Quantity {
    if isDigit(at) { return try ranged() }
    if bytes.has("每", at: at) { return try recurring() }
    if let duration = hanDuration() { return duration }
    if !inExpression, take("ROI ") {
      skipBlanks()
      var ratio = try ranged()
      if ratio.isBareNumber { ratio.mark = .ratio }
      return ratio
    }
    return try ranged()
  }

  /// A number in characters before a word of time, as speech has it: 两周, 三个月, 十二个月.
  private mutating func hanDuration() -> Quantity? {
    guard byte(at) >= 0xE4 else { return nil }
    let start = at
    guard let number = hanNumber(), case let end = wordEnd(at), end > at,
      let time = TimeWord.word(piece(at..<end), each: false)
    else {
      at = start
      return nil
    }
    at = end
    return Quantity(
      low: Fraction(number) * time.years, high: Fraction(number) * time.years, .time, grain: time.years,
      writtenTime: time)
  }

  /// One to ninety-nine in characters.
  private mutating func hanNumber() -> Int? {
    let tens = hanDigit()
    guard take("十") else { return tens }
    return (tens ?? 1) * 10 + (hanDigit() ?? 0)
  }

  private mutating func hanDigit() -> Int? {
    let digits: [(StaticString, Int)] = [
      ("一", 1), ("二", 2), ("两", 2), ("兩", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
    ]
    for (character, value) in digits where take(character) { return value }
    return nil
  }

  /// Words before the figure; inside an expression comparison signs are operators and not the figure's.
  private mutating func takeManner(_ manner: inout Manner) {
    scan: while at < bytes.count {
      switch byte(at) {
      case 0x20:
        at += 1
        continue
      case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "~"), 0xE2...0xE9:
        break
      default: return
      }
      for (word, vagueness) in LiteralScanner.vagueWords where manner.vagueness == nil && take(word) {
        manner.vagueness = vagueness
        continue scan
      }
      for (word, bound) in LiteralScanner.boundWords where manner.bound == nil && take(word) {
        manner.bound = bound
        continue scan
      }
      return
    }
  }

  /// Words after the figure: `+`, 以上, 以下, 以内, 左右.
  private mutating func takeTail(_ manner: inout Manner) throws(LiteralProblem) {
    while at < bytes.count {
      let start = at
      if byte(at) == 0x20, !inExpression {
        let next = blanksSkipped(at)
        if byte(next) >= 0xE4, endsWord(next) { at = next }
      }
      switch byte(at) {
      case UInt8(ascii: "+"):
        if isDigit(at + 1) || isWordByte(at + 1) { return }
        at += 1
        try set(.atLeast, &manner, start)
      case 0xE4 where take("以上"): try set(.atLeast, &manner, start)
      case 0xE4 where take("以下"): try set(.atMost, &manner, start)
      case 0xE4 where take("以内") || take("以內"): try set(.atMost, &manner, start)
      case 0xE5 where take("左右"): manner.vagueness = .about
      default: return
      }
    }
  }

  private func set(_ bound: Bound, _ manner: inout Manner, _ start: Int) throws(LiteralProblem) {
    let isUpper = bound == .atLeast
    if let other = manner.bound, (other == .over || other == .atLeast) != isUpper {
      throw LiteralProblem(.contraryBounds, start..<at)
    }
    manner.bound = manner.bound ?? bound
  }

  /// `每年2-3次`, `每月3万元`: what follows happens once each stretch of time.
  private mutating func recurring() throws(LiteralProblem) -> Quantity {
    let start = at
    at += 3
    let wordStart = at
    at = wordEnd(at)
    guard let time = TimeWord.word(piece(wordStart..<at), each: true) else {
      // In an expression 每 may begin a name.
      throw inExpression ? notAFigure(start) : LiteralProblem(.missingUnit, start..<at)
    }
    skipBlanks()
    let figureStart = at
    var quantity = try ranged()
    switch quantity.mark {
    // So many times or points a year is no figure that could be written, or compared with another.
    case .ratio, .score: throw LiteralProblem(.missingUnit, figureStart..<at)
    default: break
    }
    let years = Fraction(1).divided(by: time.years) ?? 1
    quantity.writtenTime = quantity.unit.timePower == 0 ? time : nil
    var written = WrittenUnit(unit: quantity.unit * .perTime)
    written.dropTimes()
    quantity.unit = written.unit
    quantity.mapEnds { $0 * years }
    quantity.grain *= years
    return quantity
  }

  /// A figure, or two with a unit each: `2%-5%`, `3万-5万元`.
  private mutating func ranged() throws(LiteralProblem) -> Quantity {
    let start = at
    var first = try core()
    guard !first.isRange, let length = separator(at) ?? separatorBeforeSign(at) else { return first }
    at += length
    let second = try core()
    if first.isBareNumber { first = first.taking(second) }
    guard first.unit == second.unit, first.mark == second.mark, !second.isRange else {
      throw LiteralProblem(.unlikeSpan, start..<at)
    }
    guard first.low <= second.low else { throw descending(start..<at, first.canonicalText, second.canonicalText) }
    first.high = second.low
    first.grain = min(first.grain, second.grain)
    first.writtenTime = first.writtenTime == second.writtenTime ? first.writtenTime : nil
    return first
  }

  private func separatorBeforeSign(_ place: Int) -> Int? {
    guard byte(place) == UInt8(ascii: "-") || byte(place) == UInt8(ascii: "~") else { return nil }
    switch byte(place + 1) {
    case UInt8(ascii: "$"): return 1
    case 0xC2 where byte(place + 2) == 0xA5 || byte(place + 2) == 0xA3: return 1
    default: return nil
    }
  }

  private func descending(_ range: Range<Int>, _ low: String, _ high: String) -> LiteralProblem {
    LiteralProblem(.descendingSpan(low, high), range)
  }

  /// One figure or a span with its currency, magnitude, mark and unit.
  private mutating func core() throws(LiteralProblem) -> Quantity {
    let start = at
    var code: String?
    var isNegative = false
    if !beginsNumber(at) {
      if byte(at) == UInt8(ascii: "-") || byte(at) == UInt8(ascii: "+") {
        isNegative = byte(at) == UInt8(ascii: "-")
        at += 1
      }
      code = try leadingCurrency(start)
      skipBlanks()
      guard beginsNumber(at) else { throw notAFigure(start) }
    }
    let span = try self.span()
    if let high = span.high, span.low.value(0) > high.value(0) {
      throw descending(span.low.range.lowerBound..<high.range.upperBound, text(span.low.range), text(high.range))
    }
    var quantity: Quantity
    if code == nil, let marked = try markedFigure(span) {
      quantity = marked
    } else {
      quantity = try measured(span, code, start)
    }
    if isNegative {
      let (low, high) = (quantity.low, quantity.high)
      quantity.low = -high
      quantity.high = -low
    }
    return quantity
  }

  private func notAFigure(_ start: Int) -> LiteralProblem { LiteralProblem(.notAFigure, start..<bytes.count) }

  /// A currency before its figure.
  private mutating func leadingCurrency(_ start: Int) throws(LiteralProblem) -> String? {
    let sign = at
    if let (meaning, length) = CurrencyWords.leading(bytes, at: at, dialect), !isAsciiLetter(at + length) {
      at += length
      // A word that only looks like a currency is no figure at all.
      guard beginsNumber(blanksSkipped(at)) else { throw notAFigure(start) }
      return try currency(meaning, sign..<at)
    }
    var end = at
    while 0x41...0x5A ~= byte(end) { end += 1 }
    if end - at == 3, beginsNumber(blanksSkipped(end)) {
      throw LiteralProblem(.unknownCurrency(text(at..<end)), at..<end, suggestion: nearestCurrency(at..<end))
    }
    throw notAFigure(start)
  }

  private func isAsciiLetter(_ place: Int) -> Bool { byte(place) | 0x20 &- 0x61 < 26 }

  /// The plan's own currency if the code has its letters in another order or but one wrong.
  private func nearestCurrency(_ range: Range<Int>) -> String? {
    guard let plan = dialect.currency else { return nil }
    let word = bytes[range]
    let differing = zip(word, plan.utf8).count { $0 != $1 }
    return differing <= 1 || word.sorted() == plan.utf8.sorted() ? plan : nil
  }

  /// Money, counts, durations and rates: a magnitude and a unit after the figure.
  private mutating func measured(
    _ given: WrittenSpan, _ code: String?, _ start: Int
  ) throws(LiteralProblem) -> Quantity {
    var span = given
    var written = WrittenUnit()
    if let code { written.unit = .currency(code) }
    let isAtLeast = byte(at) == UInt8(ascii: "+") && isWordByte(at + 1)
    if isAtLeast { at += 1 }
    let million = try latinMagnitude(&span)
    let afterFigure = at
    let next = byte(at) == 0x20 ? blanksSkipped(at) : at
    if code == nil {
      if next == at || isKnownWord(next) {
        at = next
        try unit(&written)
      }
    } else if byte(at) == UInt8(ascii: "/"), !isDigit(at + 1) {
      try denominator(&written)
      written.dropTimes()
    }
    if let million, written.unit.isNone { throw LiteralProblem(.bareMillion, million) }
    if at == next, next != afterFigure { at = afterFigure }
    var quantity = figure(span, written)
    if isAtLeast { quantity.bound = .atLeast }
    return quantity
  }

  /// `k`, `m` or `bn` after the figure; gives the place of an `m`, which wants a currency or a counted thing beside it.
  private mutating func latinMagnitude(_ span: inout WrittenSpan) throws(LiteralProblem) -> Range<Int>? {
    let next = byte(at) == 0x20 ? blanksSkipped(at) : at
    guard byte(next) < 0x80, isWordByte(next), span.magnitude == 0 else { return nil }
    let word = next..<wordEnd(next)
    let end = magnitudeEnd(word) ?? word.upperBound
    guard end - next <= 2, let exponent = Magnitudes.latin(piece(next..<end)) else { return nil }
    span.magnitude = exponent
    at = end
    return exponent == 6 ? next..<end : nil
  }

  /// Where the Latin letters of a word end that money, a known thing or a Chinese magnitude follows: the `k` of `3k元`.
  private func magnitudeEnd(_ word: Range<Int>) -> Int? {
    guard let end = word.first(where: { bytes[$0] >= 0xE3 }), end > word.lowerBound else { return nil }
    let rest = end..<word.upperBound
    let isMagnitude = (Magnitudes.chinese(bytes, at: end)?.exponent ?? 0) >= 4
    return isMagnitude || money(piece(rest)) != nil || UnitWords.known(text(rest), dialect) != nil ? end : nil
  }

  /// The quantity of a span in a unit.
  func figure(_ span: WrittenSpan, _ written: WrittenUnit) -> Quantity {
    let place = min(span.low.exponent, span.high?.exponent ?? span.low.exponent) + span.magnitude
    var quantity = Quantity(span.low.value(span.magnitude), written.unit, mark: written.mark)
    if let high = span.high { quantity.high = high.value(span.magnitude) }
    quantity.setGrain(exponent: place)
    if written.timeWords > 0 {
      quantity.mapEnds { $0 * written.scale }
      quantity.grain *= written.scale
      quantity.writtenTime = written.writtenTime
    }
    return quantity
  }
}
