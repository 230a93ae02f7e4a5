/// Reads one literal from bytes, left to right.
struct LiteralScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let dialect: Dialect
  /// Inside an expression a literal ends before a blank unless a known unit follows, and has no sign of its own.
  let inExpression: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, at start: Int = 0, inExpression: Bool = false) {
    self.bytes = bytes
    self.dialect = dialect
    at = start
    self.inExpression = inExpression
  }

  var isAtEnd: Bool { at >= bytes.count }

  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  @inline(__always)
  func isDigit(_ place: Int) -> Bool { byte(place) &- 0x30 < 10 }

  mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
  }

  func blanksSkipped(_ place: Int) -> Int {
    var next = place
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    return next
  }

  /// Steps over a text if it stands here.
  mutating func take(_ text: StaticString) -> Bool {
    guard bytes.has(text, at: at) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func piece(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// The literal from here on; a quantity field reads `2025年` as a length of time and not as a year.
  mutating func literal(quantityOnly: Bool = false) throws(LiteralProblem) -> Literal {
    skipBlanks()
    if isAtEnd { throw LiteralProblem(.empty, 0..<bytes.count) }
    if isDigit(at), isDigit(at + 3) {
      let start = at
      if let period = try period(bareYear: false) {
        guard quantityOnly, period.grain == .year, bytes.has("年", at: start + 4) else { return .period(period) }
        at = start
      }
    }
    if isDigit(at), let hours = try hours() { return hours }
    let start = at
    let first = try quantity()
    let place = at
    at = blanksSkipped(at)
    guard take("→") || take("->") else {
      at = place
      return .quantity(first)
    }
    skipBlanks()
    let second = try quantity()
    return try pair(first, second, start..<at)
  }

  /// Two figures of a change; a side without unit takes the other's, as in `72→4小时`.
  private func pair(_ first: Quantity, _ second: Quantity, _ range: Range<Int>) throws(LiteralProblem) -> Literal {
    guard first.unit == second.unit, first.mark == second.mark else {
      guard first.isBareNumber, !second.isBareNumber else { throw LiteralProblem(.unlikePair, range) }
      return .pair(first.taking(second), second)
    }
    return .pair(first, second)
  }

  /// Opening hours, `24x7` or `7×24小时`: the side of seven or less counts the days.
  private mutating func hours() throws(LiteralProblem) -> Literal? {
    var next = at
    while isDigit(next) { next += 1 }
    guard next > at, next - at <= 3 else { return nil }
    var second = next
    if byte(next) == UInt8(ascii: "x") || byte(next) == UInt8(ascii: "X") {
      second += 1
    } else if bytes.has("×", at: next) {
      second += 2
    } else {
      return nil
    }
    var end = second
    while isDigit(end) { end += 1 }
    guard end > second, end - second <= 3 else { return nil }
    let start = at
    let (left, right) = (whole(at..<next), whole(second..<end))
    at = end
    if !(take("小时") || take("小時")), byte(at) == UInt8(ascii: "h"), !isWordByte(at + 1) { at += 1 }
    let (perDay, days) = right <= 7 ? (left, right) : (right, left)
    guard 1...24 ~= perDay, 1...7 ~= days else { throw LiteralProblem(.badHours, start..<at) }
    return .hours(perDay: perDay, days: days)
  }

  /// A few digits as a number.
  func whole(_ range: Range<Int>) -> Int {
    var value = 0
    for place in range { value = value * 10 + Int(bytes[place] &- 0x30) }
    return value
  }

  /// Throws unless nothing but blanks is left.
  mutating func finish() throws(LiteralProblem) {
    skipBlanks()
    if !isAtEnd { throw LiteralProblem(.trailingText(text(at..<bytes.count)), at..<bytes.count) }
  }
}

extension Quantity {
  /// This bare number in another's unit and mark: `72` before `→4小时`.
  func taking(_ other: Quantity) -> Quantity {
    var result = self
    var scale = Fraction(1).divided(by: other.mark.divisor) ?? 1
    if let time = other.writtenTime {
      scale = other.unit.timePower < 0 ? scale.divided(by: time.years) ?? scale : scale * time.years
    }
    result.mapEnds { $0 * scale }
    result.grain *= scale
    (result.unit, result.mark, result.writtenTime) = (other.unit, other.mark, other.writtenTime)
    return result
  }
}
