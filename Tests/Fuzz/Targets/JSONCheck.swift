/// Reads JSON by RFC 8259, keeping nothing: a reader of the tests' own, so that writer and reader share no mistake.
struct JSONCheck {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ text: Substring) { bytes = Array(text.utf8) }

  /// Whether a text is one JSON value.
  static func isWellFormed(_ text: some StringProtocol) -> Bool {
    var check = JSONCheck(Substring(text))
    guard check.value(depth: 0) else { return false }
    check.blanks()
    return check.index == check.bytes.count
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func blanks() { while let byte, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 } }

  private mutating func take(_ expected: Character) -> Bool {
    blanks()
    guard byte == expected.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    blanks()
    guard depth < 200, let byte else { return false }
    switch Character(Unicode.Scalar(byte)) {
    case "{": return members("}", depth) { check in check.string() && check.take(":") && check.value(depth: depth + 1) }
    case "[": return members("]", depth) { check in check.value(depth: depth + 1) }
    case "\"": return string()
    case "t": return word("true")
    case "f": return word("false")
    case "n": return word("null")
    default: return number()
    }
  }

  private mutating func members(_ end: Character, _ depth: Int, _ member: (inout JSONCheck) -> Bool) -> Bool {
    index += 1
    if take(end) { return true }
    repeat {
      guard member(&self) else { return false }
    } while take(",")
    return take(end)
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case 0..<0x20: return false
      case UInt8(ascii: "\\"):
        guard let escaped = self.byte else { return false }
        index += 1
        if escaped == UInt8(ascii: "u") {
          let digits = bytes[index...].prefix(4)
          guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return false }
          index += 4
        } else if !"\"\\/bfnrt".utf8.contains(escaped) {
          return false
        }
      default: break
      }
    }
    return false
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte, byte &- 0x30 < 10 { index += 1 }
    return index - start
  }

  private mutating func number() -> Bool {
    if byte == UInt8(ascii: "-") { index += 1 }
    let startsWithZero = byte == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if byte == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { return false }
    }
    return true
  }
}
