/// The commonest literals by the shortest way: plain digits with a short ending or a currency's code before them
/// (`2200万元`, `CNY 120000`, `25%`, `6w`, `50人`). Gives nil for everything else, which the scanner then reads; both
/// give the same quantity.
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
  guard let ending = quickEnding(bytes, at, dialect) else { return nil }
  if at < bytes.count, !unit.isNone, ending.unit != .none || ending.mark != .none { return nil }
  let exponent = number.exponent + ending.exponent
  var quantity = Quantity(
    Fraction(mantissa: number.mantissa, exponent: exponent), ending.unit.isNone ? unit : ending.unit, mark: ending.mark)
  quantity.setGrain(exponent: exponent)
  if let time = ending.time {
    quantity.mapEnds { $0 * time.years }
    quantity.grain *= time.years
    quantity.writtenTime = time
  }
  quantity.spelling = String(decoding: bytes, as: UTF8.self)
  return quantity
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

/// What stands after a quickly read number.
private struct QuickEnding {
  var unit = Unit()
  var mark = Mark.none
  var exponent = 0
  var time: TimeWord?
}

private func quickEnding(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ dialect: Dialect) -> QuickEnding? {
  switch bytes.count - start {
  case 0: return QuickEnding()
  case 1:
    if bytes[start] == UInt8(ascii: "%") { return QuickEnding(mark: .percent, exponent: -2) }
    return quickTime(bytes, start)
  case 2:
    if bytes.has("pp", at: start) { return QuickEnding(mark: .points, exponent: -2) }
    return quickTime(bytes, start)
  case 3:
    if let exponent = quickMagnitude(bytes, start) { return QuickEnding(exponent: exponent) }
    if bytes.has("人", at: start), dialect.units.isEmpty {
      return QuickEnding(unit: Unit(thing: UnitWords.person, thingPower: 1))
    }
    if bytes.has("元", at: start) { return quickYuan(bytes, start, 0, dialect) }
    // Four digits before 年 are a year of the calendar to some fields.
    return bytes.has("年", at: start) && start >= 4 ? nil : quickTime(bytes, start)
  case 6:
    guard let exponent = quickMagnitude(bytes, start) else { return quickTime(bytes, start) }
    return quickYuan(bytes, start + 3, exponent, dialect)
  default: return nil
  }
}

private func quickMagnitude(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  if bytes.has("万", at: start) || bytes.has("萬", at: start) { return 4 }
  return bytes.has("亿", at: start) || bytes.has("億", at: start) ? 8 : nil
}

private func quickYuan(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ exponent: Int, _ dialect: Dialect
) -> QuickEnding? {
  guard bytes.has("元", at: start), dialect.currency == nil || dialect.currency == "CNY" else { return nil }
  guard dialect.currencyWords.isEmpty || dialect.currencyWords["元"] == nil else { return nil }
  let yuan = Unit.packed(UInt8(ascii: "C"), UInt8(ascii: "N"), UInt8(ascii: "Y"))
  return QuickEnding(unit: Unit(letters: yuan), exponent: exponent)
}

private func quickTime(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> QuickEnding? {
  guard let time = TimeWord.word(UnsafeBufferPointer(rebasing: bytes[start...]), each: false) else { return nil }
  return QuickEnding(unit: .time, time: time)
}
