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

  /// A row to be written.
  enum NewRow: Sendable {
    /// One of the table before, as it is.
    case kept(Int)
    case fresh(FreshRow)
  }

  /// A file that has been read.
  struct FreshRow: Sendable {
    var stamp: FileStamp?
    var digest: Digest
    /// What came of checking it, as it is written.
    var outcome: ArraySlice<UInt8>?
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
      return Int(reader.uint32())
    }
    let start = offset(place)
    return start..<max(start, place + 1 < count ? offset(place + 1) : bytes.count)
  }

  // MARK: Writing

  /// The bytes of a table with these rows.
  ///
  /// - Parameter old: the table that rows are kept from.
  static func bytes(_ rows: [String: NewRow], key: Digest, keptFrom old: CacheTable?) -> [UInt8] {
    let paths = rows.keys.sorted { first, second in
      var (first, second) = (first, second)
      return first.withUTF8 { first in
        second.withUTF8 { compare(UnsafeRawBufferPointer(first), UnsafeRawBufferPointer($0)) < 0 }
      }
    }
    var table = CacheWriter()
    table.write(raw: mark[...])
    table.write(key)
    table.write(key)
    table.write(count: paths.count)
    let offsets = table.bytes.count
    for _ in paths { table.write(UInt32(0)) }
    for (place, path) in paths.enumerated() {
      table.replace(at: offsets + 4 * place, by: UInt32(clamping: table.bytes.count))
      switch rows[path] {
      case .kept(let place): if let old { table.write(raw: old.bytes[old.range(ofRow: place)]) }
      case .fresh(let row): row.write(path, to: &table)
      case nil: break
      }
    }
    let digest = table.bytes.withUnsafeBytes { blake2b(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    table.replace(at: start - Digest.size, by: digest)
    return table.bytes
  }
}

extension CacheTable.FreshRow {
  fileprivate func write(_ path: String, to table: inout CacheWriter) {
    table.write(path)
    table.write(stamp != nil)
    table.write(stamp ?? FileStamp(size: 0, modified: 0, changed: 0, inode: 0, device: 0))
    table.write(digest)
    table.write(outcome != nil)
    if let outcome {
      table.write(count: outcome.count)
      table.write(raw: outcome)
    }
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
