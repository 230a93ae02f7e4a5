/// UTF-16 with a byte order mark, as UTF-8.
struct UTF16Text {
  private(set) var bytes: [UInt8] = []
  /// The first thousand damages.
  private(set) var damages: [Damage] = []
  private let stored: [UInt8]
  private let isLittle: Bool

  /// Half a pair of surrogates, or the last byte of an odd number: U+FFFD stands for it.
  struct Damage {
    /// Its offset in the UTF-8 text.
    let at: Int
    /// Its offset in the file as it is stored.
    let offset: Int
    let bytes: [UInt8]
  }

  /// Reads a file that begins with FF FE (little end first) or FE FF.
  init(_ stored: [UInt8]) {
    self.stored = stored
    isLittle = stored.first == 0xFF
    bytes.reserveCapacity(stored.count)
    var index = 2
    while index < stored.count {
      let length = Self.length(stored, index, isLittle)
      if let scalar = Self.scalar(stored, index, length, isLittle) {
        bytes += Array(String(scalar).utf8)
      } else {
        if damages.count < 1000 {
          damages.append(Damage(at: bytes.count, offset: index, bytes: Array(stored[index..<index + length])))
        }
        bytes += [0xEF, 0xBF, 0xBD]
      }
      index += length
    }
  }

  /// The offset in the stored file of what stands at an offset of the UTF-8 text.
  func offset(ofByte target: Int) -> Int {
    var index = 2
    var byte = 0
    while byte < target, index < stored.count {
      let length = Self.length(stored, index, isLittle)
      byte += Self.scalar(stored, index, length, isLittle).map { UTF8.width($0) } ?? 3
      index += length
    }
    return index
  }

  private static func unit(_ stored: [UInt8], _ index: Int, _ isLittle: Bool) -> UInt16? {
    guard index + 1 < stored.count else { return nil }
    let (low, high) = isLittle ? (stored[index], stored[index + 1]) : (stored[index + 1], stored[index])
    return UInt16(high) << 8 | UInt16(low)
  }

  /// How many bytes the character at `index` takes, damaged or not.
  private static func length(_ stored: [UInt8], _ index: Int, _ isLittle: Bool) -> Int {
    guard let first = unit(stored, index, isLittle) else { return 1 }
    guard UTF16.isLeadSurrogate(first), let second = unit(stored, index + 2, isLittle), UTF16.isTrailSurrogate(second)
    else {
      return 2
    }
    return 4
  }

  private static func scalar(_ stored: [UInt8], _ index: Int, _ length: Int, _ isLittle: Bool) -> Unicode.Scalar? {
    guard let first = unit(stored, index, isLittle) else { return nil }
    guard length == 4, let second = unit(stored, index + 2, isLittle) else { return Unicode.Scalar(UInt32(first)) }
    return Unicode.Scalar(0x1_0000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
  }
}
