/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Marks come in almost ascending order, so one cursor walks the text once, eight bytes a step.
struct MarkCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var byte = 0
  /// Code points that start before `byte`.
  private var points = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte offset of a code point; past the end gives the end.
  @inline(__always)
  mutating func offset(_ mark: Int) -> Int {
    if mark < points { retreat(to: mark) }
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let end = bytes.count
    var byte = byte
    var points = points
    while points < mark, byte + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 == 0 {
        let step = min(mark - points, 8)
        points += step
        byte += step
      } else {
        // Bytes 10xxxxxx continue a code point, all others start one.
        let continuing = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
        let starting = 8 - continuing.nonzeroBitCount
        guard points + starting <= mark else { break }
        points += starting
        byte += 8
      }
    }
    while byte < end, points < mark || base[byte] & 0xC0 == 0x80 {
      if base[byte] & 0xC0 != 0x80 { points += 1 }
      byte += 1
    }
    self.byte = byte
    self.points = points
    return byte
  }

  private mutating func retreat(to mark: Int) {
    while byte > 0, points > max(mark, 0) {
      byte -= 1
      if bytes[byte] & 0xC0 != 0x80 { points -= 1 }
    }
  }
}
