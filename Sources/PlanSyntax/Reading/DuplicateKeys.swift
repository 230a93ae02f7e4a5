import PlanText

/// Finds keys that stand twice in a mapping: bytes are compared in small mappings, hashed in large ones.
struct DuplicateKeys {
  /// Keys of the mapping at hand, in order; kept between mappings for its memory.
  private var keys: [Key] = []
  private static let large = 24

  struct Key {
    let node: Int
    /// The length and the first bytes: two keys that differ here are different.
    let print: UInt64
  }

  mutating func begin() { keys.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func add(_ node: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    keys.append(Key(node: node, print: Self.print(of: bytes)))
  }

  @inline(__always)
  private static func print(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let length = UInt64(truncatingIfNeeded: bytes.count)
    guard let base = bytes.baseAddress, bytes.count > 0 else { return 0 }
    let raw = UnsafeRawPointer(base)
    if bytes.count >= 8 { return raw.loadUnaligned(as: UInt64.self) &+ length << 56 }
    if bytes.count >= 4 {
      let last = UInt64(raw.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
      return UInt64(raw.loadUnaligned(as: UInt32.self)) ^ last << 24 ^ length << 56
    }
    return bytes.reduce(length << 56) { $0 ^ ($0 << 8 | UInt64($1)) }
  }

  /// Calls `report` with each later key and the first of the same bytes.
  func find(value: (Int) -> UnsafeBufferPointer<UInt8>, report: (_ later: Int, _ first: Int) -> Void) {
    if keys.count > Self.large {
      var firsts: [Bytes: Int] = Dictionary(minimumCapacity: keys.count)
      for key in keys {
        let bytes = Bytes(buffer: value(key.node))
        if let first = firsts[bytes] { report(key.node, first) } else { firsts[bytes] = key.node }
      }
      return
    }
    keys.withUnsafeBufferPointer { keys in
      for later in keys.indices {
        for first in 0..<later where keys[first].print == keys[later].print {
          let bytes = value(keys[later].node)
          let others = value(keys[first].node)
          if bytes.count == others.count, bytes.has(others, at: 0) {
            report(keys[later].node, keys[first].node)
            break
          }
        }
      }
    }
  }

  private struct Bytes: Hashable {
    let buffer: UnsafeBufferPointer<UInt8>
    static func == (a: Bytes, b: Bytes) -> Bool { a.buffer.count == b.buffer.count && a.buffer.has(b.buffer, at: 0) }
    func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(buffer)) }
  }
}

extension TreeBuilder {
  /// Reports the keys of a closed mapping that stood there before; the first one holds.
  mutating func findDuplicateKeys(_ mapping: Int) {
    guard nodes.base[mapping].children > 2 else { return }
    duplicates.begin()
    let end = Int(nodes.base[mapping].next)
    var index = mapping + 1
    while index < end {
      let node = nodes.base[index]
      if node.kind == .scalar, !node.flags.contains(.swallowed) { duplicates.add(index, value(index)) }
      index = Int(nodes.base[Int(node.next)].next)
    }
    var pairs: [(later: Int, first: Int)] = []
    duplicates.find(value: { value($0) }, report: { pairs.append(($0, $1)) })
    for pair in pairs {
      nodes.base[pair.later].flags.insert(.swallowed)
      guard hasRoom(at: Int(nodes.base[pair.later].start)) else { continue }
      problems.append(
        DuplicateKey.diagnostic(
          key: String(decoding: value(pair.later), as: UTF8.self), at: range(ofNode: pair.later),
          first: range(ofNode: pair.first)))
    }
  }
}
