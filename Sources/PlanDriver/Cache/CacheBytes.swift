/// Writes values one after the other, as `CacheReader` reads them.
struct CacheWriter {
  private(set) var bytes: [UInt8] = []

  /// Makes room for so many bytes, and no more.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func write(_ value: UInt8) { bytes.append(value) }
  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }
  mutating func write(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
  mutating func write(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
  mutating func write(_ value: Int64) { write(UInt64(bitPattern: value)) }
  /// How many follow.
  mutating func write(count: Int) { write(UInt32(clamping: count)) }
  mutating func write(raw: ArraySlice<UInt8>) { bytes += raw }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ digest: Digest) { for word in digest.words { write(word) } }

  mutating func write(_ stamp: FileStamp) {
    for value in [stamp.size, stamp.modified, stamp.changed] { write(value) }
    for value in [stamp.inode, stamp.device] { write(value) }
  }

  /// Puts a word where another was written before.
  mutating func replace<Word: FixedWidthInteger>(at place: Int, by word: Word) {
    withUnsafeBytes(of: word.littleEndian) { bytes.replaceSubrange(place..<place + $0.count, with: $0) }
  }

  /// Puts a digest where another was written before.
  mutating func replace(at place: Int, by digest: Digest) {
    for (number, word) in digest.words.enumerated() { replace(at: place + 8 * number, by: word) }
  }
}

/// Reads values one after the other. Past the end, and after a value that cannot be, everything is empty and the reader
/// broken.
struct CacheReader {
  private let bytes: [UInt8]
  private(set) var place: Int
  private let end: Int
  private(set) var isBroken = false

  /// - Parameter range: where to read; what of it lies outside of the bytes is left out.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    place = min(max(0, range.lowerBound), bytes.count)
    end = min(max(place, range.upperBound), bytes.count)
  }

  mutating func byte() -> UInt8 { take(1).map { bytes[$0.lowerBound] } ?? 0 }

  mutating func bool() -> Bool {
    let value = byte()
    if value > 1 { isBroken = true }
    return value == 1
  }

  mutating func uint32() -> UInt32 { UInt32(littleEndian: load()) }
  mutating func uint64() -> UInt64 { UInt64(littleEndian: load()) }
  mutating func int64() -> Int64 { Int64(bitPattern: uint64()) }

  /// How many follow: never more than there are bytes left.
  mutating func count() -> Int {
    let count = Int(uint32())
    if count > end - place { isBroken = true }
    return isBroken ? 0 : count
  }

  /// The place of a text.
  mutating func textRange() -> Range<Int> {
    let count = count()
    return take(count) ?? place..<place
  }

  /// So many bytes as they are; none where there are not so many.
  mutating func raw(_ count: Int) -> ArraySlice<UInt8> { bytes[take(count) ?? place..<place] }
  mutating func skip(_ count: Int) { _ = take(count) }

  mutating func text() -> String { String(decoding: bytes[textRange()], as: UTF8.self) }
  mutating func digest() -> Digest { Digest(a: uint64(), b: uint64(), c: uint64(), d: uint64()) }

  mutating func stamp() -> FileStamp {
    FileStamp(size: int64(), modified: int64(), changed: int64(), inode: uint64(), device: uint64())
  }

  /// Reads as many values as it says there are.
  mutating func array<Value>(_ value: (inout CacheReader) -> Value) -> [Value] {
    let count = count()
    var values: [Value] = []
    values.reserveCapacity(min(count, 16))
    for _ in 0..<count where !isBroken { values.append(value(&self)) }
    return values
  }

  private mutating func load<Word: FixedWidthInteger & BitwiseCopyable>() -> Word {
    guard let range = take(Word.bitWidth / 8) else { return 0 }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Word.self) }
  }

  private mutating func take(_ count: Int) -> Range<Int>? {
    guard !isBroken, count >= 0, count <= end - place else {
      isBroken = true
      return nil
    }
    defer { place += count }
    return place..<place + count
  }
}
