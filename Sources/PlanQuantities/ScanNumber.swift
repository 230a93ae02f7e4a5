/// A decimal as written: a mantissa times a power of ten.
struct WrittenNumber {
  var mantissa: Int = 0
  /// The mantissa where it is too long for sixty-four bits.
  var long: LongFraction?
  /// The power of ten of the last written digit.
  var exponent = 0
  var range: Range<Int>

  /// The number times ten to a further power.
  func value(_ shift: Int) -> Fraction {
    if let long { return Fraction.settled(long) * Fraction(mantissa: 1, exponent: exponent + shift) }
    return Fraction(mantissa: mantissa, exponent: exponent + shift)
  }

  var isOne: Bool { long == nil && value(0) == 1 }
}

/// One figure or two, low to high, with their common magnitude.
struct WrittenSpan {
  var low: WrittenNumber
  var high: WrittenNumber?
  var magnitude = 0
}

extension LiteralScanner {
  /// As many digits as any figure needs; more would only be noise or an attack.
  static let mostDigits = 40

  func beginsNumber(_ place: Int) -> Bool {
    isDigit(place) || (byte(place) == UInt8(ascii: "-") || byte(place) == UInt8(ascii: "+")) && isDigit(place + 1)
  }

  /// The number that begins here, sign and grouping commas included.
  mutating func number() throws(LiteralProblem) -> WrittenNumber {
    let start = at
    let isNegative = byte(at) == UInt8(ascii: "-")
    if isNegative || byte(at) == UInt8(ascii: "+") { at += 1 }
    let first = at
    var mantissa = 0
    var digits = 0
    while isDigit(at) {
      if digits < 18 { mantissa = mantissa &* 10 &+ Int(bytes[at] &- 0x30) }
      digits += 1
      at += 1
    }
    if byte(at) == UInt8(ascii: ","), isDigit(at + 1) { try groups(from: first, digits: &digits, mantissa: &mantissa) }
    var places = 0
    if byte(at) == UInt8(ascii: "."), isDigit(at + 1) {
      at += 1
      while isDigit(at) {
        if digits < 18 { mantissa = mantissa &* 10 &+ Int(bytes[at] &- 0x30) }
        digits += 1
        places += 1
        at += 1
      }
    }
    guard digits <= LiteralScanner.mostDigits else {
      throw LiteralProblem(.tooManyDigits(LiteralScanner.mostDigits), start..<at)
    }
    let range = start..<at
    if digits <= 18 {
      return WrittenNumber(mantissa: isNegative ? -mantissa : mantissa, exponent: -places, range: range)
    }
    let all = String(decoding: bytes[first..<at].filter { $0 &- 0x30 < 10 }, as: UTF8.self)
    let long = LongFraction(digits: all)
    return WrittenNumber(long: isNegative ? long?.negated : long, exponent: -places, range: range)
  }

  /// Reads on over commas, which group digits by three from the right.
  private mutating func groups(
    from first: Int, digits: inout Int, mantissa: inout Int
  ) throws(LiteralProblem) {
    var isRight = digits <= 3
    while byte(at) == UInt8(ascii: ","), isDigit(at + 1) {
      var end = at + 1
      while isDigit(end) { end += 1 }
      // Between a function's arguments the comma is not the number's.
      if end - at != 4, inExpression { return }
      isRight = isRight && end - at == 4
      for place in at + 1..<end {
        if digits < 18 { mantissa = mantissa &* 10 &+ Int(bytes[place] &- 0x30) }
        digits += 1
      }
      at = end
    }
    guard !isRight, digits <= LiteralScanner.mostDigits else { return }
    let plain = String(decoding: bytes[first..<at].filter { $0 &- 0x30 < 10 }, as: UTF8.self)
    throw LiteralProblem(.grouping(plain), first..<at, suggestion: plain)
  }

  /// The length of a mark between the two figures of a range if one stands at a place and a figure follows.
  func separator(_ place: Int) -> Int? {
    let length: Int
    switch byte(place) {
    case UInt8(ascii: "-"), UInt8(ascii: "~"): length = 1
    case 0xE2 where bytes.has("–", at: place): length = 3
    case 0xE8 where bytes.has("至", at: place): length = 3
    case 0xE5 where bytes.has("到", at: place): length = 3
    case UInt8(ascii: " "):
      let next = blanksSkipped(place)
      if bytes.has("to ", at: next) {
        length = blanksSkipped(next + 3) - place
      } else if byte(next) == UInt8(ascii: "~") || bytes.has("–", at: next) || bytes.has("至", at: next) {
        length = blanksSkipped(next + (byte(next) == UInt8(ascii: "~") ? 1 : 3)) - place
      } else {
        return nil
      }
    default: return nil
    }
    return beginsNumber(place + length) ? length : nil
  }

  /// One number or two, then a Chinese magnitude.
  mutating func span() throws(LiteralProblem) -> WrittenSpan {
    var span = WrittenSpan(low: try number())
    if let length = separator(at) {
      at += length
      span.high = try number()
    }
    let next = byte(at) == 0x20 ? blanksSkipped(at) : at
    if let (exponent, length) = Magnitudes.chinese(bytes, at: next) {
      span.magnitude = exponent
      at = next + length
    }
    return span
  }
}
