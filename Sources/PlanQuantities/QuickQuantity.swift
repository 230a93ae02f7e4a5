/// The commonest literals by the shortest way: plain digits with a short ending or a currency's code before them
/// (`2200万元`, `CNY 120000`, `695万元/年`, `25%`, `6w`, `50人`). Gives nil for everything else, which the scanner then
/// reads; both give the same quantity.
func quickQuantity(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> Quantity? {
  guard bytes.count <= 28, let first = bytes.first else { return nil }
  var at = 0
  var unit = Unit()
  if first > 0x39 {
    guard bytes.count > 4, bytes[3] == 0x20, CurrencyWords.isCode(UnsafeBufferPointer(rebasing: bytes[0..<3])) else {
      return nil
    }
    unit = Unit(letters: Unit.packed(first, bytes[1], bytes[2]))
    at = 4
  }
  guard let number = quickNumber(bytes, &at) else { return nil }
  var ending = QuickEnding()
  guard quickEnding(bytes, at, hasCode: !unit.isNone, dialect, &ending) else { return nil }
  let exponent = number.exponent + ending.exponent
  var value = Fraction(mantissa: number.mantissa, exponent: exponent)
  var grain = Fraction(mantissa: 1, exponent: exponent)
  if let time = ending.time, ending.unit.isTime {
    value *= time.years
    grain *= time.years
  }
  return Quantity(
    low: value, high: value, unit * ending.unit, mark: ending.mark, grain: grain, writtenTime: ending.time,
    spelling: String(decoding: bytes, as: UTF8.self))
}

private func quickNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> (mantissa: Int, exponent: Int)? {
  let isNegative = bytes[at] == UInt8(ascii: "-")
  if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
  let start = at
  var mantissa = 0
  while at < bytes.count, bytes[at] &- 0x30 < 10 {
    mantissa = mantissa &* 10 &+ Int(bytes[at] &- 0x30)
    at += 1
  }
  guard at > start, quickGroups(bytes, start, &at, &mantissa) else { return nil }
  var exponent = 0
  if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), bytes[at + 1] &- 0x30 < 10 {
    let point = at
    at += 1
    while at < bytes.count, bytes[at] &- 0x30 < 10 {
      mantissa = mantissa &* 10 &+ Int(bytes[at] &- 0x30)
      at += 1
    }
    exponent = point + 1 - at
  }
  return at - start <= 18 ? (isNegative ? -mantissa : mantissa, exponent) : nil
}

/// Groups of three digits after commas; false where they are not of three.
private func quickGroups(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: inout Int, _ mantissa: inout Int
) -> Bool {
  guard at + 3 < bytes.count, bytes[at] == UInt8(ascii: ",") else { return true }
  if at - start > 3 { return false }
  while at + 3 < bytes.count, bytes[at] == UInt8(ascii: ",") {
    for place in at + 1...at + 3 {
      guard bytes[place] &- 0x30 < 10 else { return false }
      mantissa = mantissa &* 10 &+ Int(bytes[place] &- 0x30)
    }
    at += 4
  }
  return at == bytes.count || bytes[at] &- 0x30 >= 10
}

/// What stands after a quickly read number, or by itself as a unit.
struct QuickEnding {
  var unit = Unit()
  var mark = Mark.none
  var exponent = 0
  /// The one word of time in the unit; in a rate it is the year, which divides by one.
  var time: TimeWord?
}

/// An ending from a place to the end of the text: a magnitude, what is counted, and by what; false for rarer ones.
///
/// - Parameter hasCode: whether a currency's code stands before the number; then no further unit may follow.
func quickEnding(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, hasCode: Bool, _ dialect: Dialect, _ ending: inout QuickEnding
) -> Bool {
  var at = start
  guard at < bytes.count else { return true }
  if hasCode {
    if let exponent = quickLatin(bytes, at) {
      ending.exponent = exponent
      at += 1
    }
  } else if let exponent = quickMagnitude(bytes, at) {
    ending.exponent = exponent
    at += 3
  } else if quickMark(bytes, at, &ending) {
    return true
  }
  if hasCode || at == bytes.count {
  } else if bytes.has("元", at: at) {
    guard let yuan = quickYuan(dialect) else { return false }
    ending.unit = yuan
    at += 3
  } else if bytes.has("人", at: at) {
    guard countsPeople(dialect) else { return false }
    ending.unit = Unit(thing: UnitWords.person, thingPower: 1)
    at += 3
  } else {
    // What begins with four digits may be a year of the calendar to some fields.
    if bytes.has("年", at: at), start >= 4, bytes[..<4].allSatisfy({ $0 &- 0x30 < 10 }) { return false }
    guard let time = TimeWord.word(UnsafeBufferPointer(rebasing: bytes[at...]), each: false) else { return false }
    ending.unit = .time
    ending.time = time
    return true
  }
  return quickDenominator(bytes, at, &ending, dialect)
}

/// `/年`, `/y`, `/人`, `/人·年` or nothing to the end of the text; false for anything else.
private func quickDenominator(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ ending: inout QuickEnding, _ dialect: Dialect
) -> Bool {
  if start == bytes.count { return true }
  switch bytes.count - start {
  case 2 where bytes.has("/y", at: start), 4 where bytes.has("/年", at: start):
    ending.unit = ending.unit * .perTime
    ending.time = .year
    return true
  case 4 where bytes.has("/人", at: start) && countsPeople(dialect):
    ending.unit = ending.unit * Unit(thing: UnitWords.person, thingPower: -1)
    return true
  case 9 where bytes.has("/人·年", at: start) && countsPeople(dialect):
    ending.unit = ending.unit * Unit(time: -1, thing: UnitWords.person, thingPower: -1)
    ending.time = .year
    return true
  default: return false
  }
}

/// A mark of a plain number, to the end of the text.
private func quickMark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ ending: inout QuickEnding) -> Bool {
  switch bytes.count - at {
  case 1 where bytes[at] == UInt8(ascii: "%"): (ending.mark, ending.exponent) = (.percent, -2)
  case 1 where bytes[at] == UInt8(ascii: "x"): ending.mark = .ratio
  case 2 where bytes.has("pp", at: at): (ending.mark, ending.exponent) = (.points, -2)
  case 3 where bytes.has("分", at: at): ending.mark = .score(0)
  case 7 where bytes.has(" points", at: at): ending.mark = .score(0)
  default: return false
  }
  return true
}

private func quickMagnitude(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  if bytes.has("万", at: start) || bytes.has("萬", at: start) { return 4 }
  return bytes.has("亿", at: start) || bytes.has("億", at: start) ? 8 : nil
}

/// `k` or `m` where no word goes on.
private func quickLatin(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
  guard at + 1 == bytes.count || bytes[at + 1] == UInt8(ascii: "/") else { return nil }
  return switch bytes[at] {
  case UInt8(ascii: "k"): 3
  case UInt8(ascii: "m"): 6
  default: nil
  }
}

/// Whether 人 is a person, as it is unless a policy makes it another name of something else.
private func countsPeople(_ dialect: Dialect) -> Bool { dialect.units.isEmpty || dialect.units["人"] == nil }

/// What 元 is to a plan in yuan, or to one that does not say.
private func quickYuan(_ dialect: Dialect) -> Unit? {
  guard dialect.currency == nil || dialect.currency == "CNY" else { return nil }
  guard dialect.currencyWords.isEmpty || dialect.currencyWords["元"] == nil else { return nil }
  return Unit(letters: Unit.packed(UInt8(ascii: "C"), UInt8(ascii: "N"), UInt8(ascii: "Y")))
}
