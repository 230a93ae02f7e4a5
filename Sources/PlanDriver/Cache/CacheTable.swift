import Glibc

/// What a cache file holds: a row a file, in the order of their paths as bytes.
///
/// A row says which bytes a file had in which state, and, if the file was checked, what came of it. The whole begins with
/// the key of the run it belongs to and a digest of all that follows; what does not match them is as if it were not there.
struct CacheTable: Sendable {
  private let bytes: [UInt8]
  /// How many rows there are.
  let count: Int

  private static let mark: [UInt8] = Array("marplan\n".utf8)
  /// Where the digested part begins: behind mark, key and digest.
  private static let start = 8 + 2 * Digest.size

  /// A file of the table.
  struct Row {
    /// The state it was in; nil where it may have been written again in the same tick of the clock.
    var stamp: FileStamp?
    var digest: Digest
    /// Where in the table it is said what came of checking it.
    var outcome: Range<Int>?
  }

  /// - Parameters:
  ///   - bytes: those of a cache file, however damaged.
  ///   - key: that of this run.
  init?(_ bytes: [UInt8], key: Digest) {
    var reader = CacheReader(bytes, bytes.indices)
    guard reader.raw(Self.mark.count).elementsEqual(Self.mark), reader.digest() == key else { return nil }
    let digest = reader.digest()
    guard !reader.isBroken,
      digest == bytes.withUnsafeBytes({ blake2b(UnsafeRawBufferPointer(rebasing: $0[Self.start...])) })
    else { return nil }
    count = Int(reader.uint32())
    guard !reader.isBroken, count <= (bytes.count - reader.place) / 4 else { return nil }
    self.bytes = bytes
  }

  /// The place of a path's row.
  func place(of path: String) -> Int? {
    var path = path
    return path.withUTF8 { path in
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        var reader = reader(ofRow: middle)
        let range = reader.textRange()
        let order = bytes.withUnsafeBytes {
          compare(UnsafeRawBufferPointer(rebasing: $0[range]), UnsafeRawBufferPointer(path))
        }
        if order == 0 { return middle }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  func row(_ place: Int) -> Row? {
    var reader = reader(ofRow: place)
    _ = reader.textRange()
    let isSettled = reader.bool()
    let stamp = reader.stamp()
    var row = Row(stamp: isSettled ? stamp : nil, digest: reader.digest(), outcome: nil)
    if reader.bool() { row.outcome = reader.textRange() }
    return reader.isBroken ? nil : row
  }

  /// The path of a row.
  func path(_ place: Int) -> String {
    var reader = reader(ofRow: place)
    return reader.text()
  }

  /// Reads a stretch of the table.
  func reader(_ range: Range<Int>) -> CacheReader { CacheReader(bytes, range) }

  /// The bytes of a stretch of the table.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  private func reader(ofRow place: Int) -> CacheReader { CacheReader(bytes, range(ofRow: place)) }

  private func range(ofRow place: Int) -> Range<Int> {
    func offset(_ place: Int) -> Int {
      var reader = CacheReader(bytes, Self.start + 4 + 4 * place..<bytes.count)
      return min(Int(reader.uint32()), bytes.count)
    }
    let start = offset(place)
    return start..<max(start, place + 1 < count ? offset(place + 1) : bytes.count)
  }

  /// The bytes of a row.
  subscript(row place: Int) -> ArraySlice<UInt8> { bytes[range(ofRow: place)] }

  // MARK: Writing

  /// The bytes of a new row.
  ///
  /// - Parameter outcome: what came of checking the file, as it is written.
  static func row(_ path: String, _ stamp: FileStamp?, _ digest: Digest, outcome: ArraySlice<UInt8>?) -> [UInt8] {
    var row = CacheWriter()
    row.write(path)
    row.write(stamp != nil)
    row.write(stamp ?? FileStamp(size: 0, modified: 0, changed: 0, inode: 0, device: 0))
    row.write(digest)
    row.write(outcome != nil)
    if let outcome {
      row.write(count: outcome.count)
      row.write(raw: outcome)
    }
    return row.bytes
  }

  /// The bytes of a table with these rows, each path once.
  static func bytes(_ rows: [(path: String, row: ArraySlice<UInt8>)], key: Digest) -> [UInt8] {
    let rows = rows.sorted { first, second in
      var (first, second) = (first.path, second.path)
      return first.withUTF8 { first in
        second.withUTF8 { compare(UnsafeRawBufferPointer(first), UnsafeRawBufferPointer($0)) < 0 }
      }
    }
    var table = CacheWriter()
    table.reserve(start + 4 + 4 * rows.count + rows.reduce(0) { $0 + $1.row.count })
    table.write(raw: mark[...])
    table.write(key)
    table.write(key)
    table.write(count: rows.count)
    let offsets = table.bytes.count
    for _ in rows { table.write(UInt32(0)) }
    for (place, entry) in rows.enumerated() {
      table.replace(at: offsets + 4 * place, by: UInt32(clamping: table.bytes.count))
      table.write(raw: entry.row)
    }
    let digest = table.bytes.withUnsafeBytes { blake2b(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    table.replace(at: start - Digest.size, by: digest)
    return table.bytes
  }
}

/// Less than, equal to or greater than 0 as the first text stands before, at or after the second by its bytes.
private func compare(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Int {
  if let a = first.baseAddress, let b = second.baseAddress {
    let order = memcmp(a, b, min(first.count, second.count))
    if order != 0 { return Int(order) }
  }
  return first.count - second.count
}
