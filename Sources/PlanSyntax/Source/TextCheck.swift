import PlanText

/// Finds the first stretch of UTF-8 that is no text or that YAML forbids.
enum TextCheck {
  /// A stretch of bytes that cannot stay.
  struct Damage: Equatable {
    let start: Int
    let end: Int
    /// The character, if it is one: a control character.
    let scalar: UInt32?
  }

  /// The first damage at or after `start`; ASCII text passes eight bytes a step.
  ///
  /// - Parameter mayHide: set where a character was passed that may be one that nobody sees.
  static func firstDamage(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, mayHide: inout Bool) -> Damage? {
    guard let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    let end = bytes.count
    var index = start
    while index < end {
      while index + 8 <= end, isPlainText(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { index += 8 }
      // At most eight bytes one by one, then words again.
      let pause = min(index + 8, end)
      while index < pause {
        let byte = base[index]
        if byte < 0x80 {
          guard isAllowed(UInt32(byte)) else { return Damage(start: index, end: index + 1, scalar: UInt32(byte)) }
          index += 1
        } else if byte >= 0xE1, byte <= 0xEC, index + 2 < end, base[index + 1] & 0xC0 == 0x80,
          base[index + 2] & 0xC0 == 0x80
        {
          // U+1000 to U+CFFF, where most Chinese text lies: every such triple is a character.
          if byte <= 0xE3, isSuspect(byte, base[index + 1], base[index + 2]) { mayHide = true }
          index += 3
        } else {
          let (length, scalar) = decode(base + index, end - index)
          guard let scalar else { return Damage(start: index, end: index + length, scalar: nil) }
          guard isAllowed(scalar) else { return Damage(start: index, end: index + length, scalar: scalar) }
          if HiddenCharacters.mayHide(scalar) { mayHide = true }
          index += length
        }
      }
    }
    return nil
  }

  /// Whether three bytes may be a character that nobody sees: some of U+1100 to U+1FFF, U+200B to U+200F, U+202A to
  /// U+202E, U+2060 to U+206F, U+3164.
  @inline(__always)
  private static func isSuspect(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, _), (0xE2, 0x81), (0xE3, 0x85): true
    case (0xE2, 0x80): (0x8B...0x8F).contains(third) || (0xAA...0xAE).contains(third)
    default: false
    }
  }

  /// Whether eight bytes are printable ASCII or line feeds; tabs and carriage returns go the slow way.
  @inline(__always)
  private static func isPlainText(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    guard word & high == 0 else { return false }
    // No byte has its high bit set, so that none of these sums carries into its neighbour.
    let notControl = word &+ 0x60 &* ones
    let notLineFeed = (word ^ (0x0A &* ones)) &+ 0x7F &* ones
    let isDelete = word &+ ones
    return (notControl | ~notLineFeed) & ~isDelete & high == high
  }

  /// The characters libyaml reads.
  static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E, 0x0A, 0x0D, 0x09, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// The character that starts here and its bytes; without one, how many bytes are to be taken as one damage
  /// (the longest start of a character, as Unicode advises for U+FFFD).
  private static func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (length: Int, scalar: UInt32?) {
    let lead = bytes[0]
    let length: Int
    var scalar: UInt32
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF:
      (length, scalar) = (3, UInt32(lead & 0x0F))
      if lead == 0xE0 { lowest = 0xA0 }
      if lead == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (length, scalar) = (4, UInt32(lead & 0x07))
      if lead == 0xF0 { lowest = 0x90 }
      if lead == 0xF4 { highest = 0x8F }
    default: return (1, nil)
    }
    for place in 1..<length {
      guard place < count, bytes[place] >= lowest, bytes[place] <= highest else { return (place, nil) }
      scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
      lowest = 0x80
      highest = 0xBF
    }
    return (length, scalar)
  }
}
