extension UInt8 {
  static let closingBrace = UInt8(ascii: "}")
  static let closingBracket = UInt8(ascii: "]")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  @inline(__always)
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  @inline(__always)
  var isBreak: Bool { self == .lineFeed || self == .carriageReturn }
  @inline(__always)
  var isBlankOrBreak: Bool { isBlank || isBreak }
  /// Whether a value may follow this right away: `:`, `-`, `?`.
  var isEntryIndicator: Bool { self == UInt8(ascii: ":") || self == UInt8(ascii: "-") || self == UInt8(ascii: "?") }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// A letter, digit, `_` or `-`.
  var isWord: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || isDigit || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `value` stands at `start`.
  @inline(__always)
  func has(_ value: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + value.count <= count else { return false }
    guard value.count > 0, let mine = baseAddress, let other = value.baseAddress else { return true }
    let a = UnsafeRawPointer(mine + start)
    let b = UnsafeRawPointer(other)
    // Words that overlap at the end instead of single bytes: most values are short, and loops over them mispredict.
    let length = value.count
    if length >= 8 {
      var index = 0
      while index + 8 < length {
        if a.differs(from: b, at: index, as: UInt64.self) { return false }
        index += 8
      }
      return !a.differs(from: b, at: length - 8, as: UInt64.self)
    }
    if length >= 4 {
      return !a.differs(from: b, at: 0, as: UInt32.self) && !a.differs(from: b, at: length - 4, as: UInt32.self)
    }
    for index in 0..<length where mine[start + index] != other[index] { return false }
    return true
  }

  /// Whether these ASCII characters stand at `start`.
  func has(_ text: StaticString, at start: Int) -> Bool {
    has(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: start)
  }

  /// The offset of the first `%` at or after `start`, the count of bytes if there is none; eight bytes a step.
  func firstPercent(from start: Int) -> Int {
    guard let base = baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let percents = ones &* UInt64(UInt8(ascii: "%"))
    var index = start
    while index + 8 <= count {
      // A byte of `apart` is zero where a `%` stands; subtracting one then borrows into its high bit.
      let apart = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ percents
      let found = (apart &- ones) & ~apart & (ones << 7)
      if found != 0 { return index + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, base[index] != UInt8(ascii: "%") { index += 1 }
    return index
  }

  /// The offset of the line end (LF, CR, or the file's end) at or after `start`.
  func lineEnd(from start: Int) -> Int {
    var index = start
    while index < count, !self[index].isBreak { index += 1 }
    return index
  }

  /// The offset at which the line with `offset` in it starts.
  func lineStart(of offset: Int) -> Int {
    var index = Swift.min(offset, count)
    while index > 0, !self[index - 1].isBreak { index -= 1 }
    return index
  }

  /// The first offset at or after `start` that holds no space or tab.
  func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  /// The text of a stretch, cut at the file's end.
  func text(_ start: Int, _ end: Int) -> String {
    let from = Swift.min(Swift.max(0, start), count)
    return String(decoding: self[from..<Swift.max(from, Swift.min(end, count))], as: UTF8.self)
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  func differs<Word: FixedWidthInteger & BitwiseCopyable>(
    from other: UnsafeRawPointer, at offset: Int, as word: Word.Type
  ) -> Bool {
    loadUnaligned(fromByteOffset: offset, as: word) != other.loadUnaligned(fromByteOffset: offset, as: word)
  }
}
