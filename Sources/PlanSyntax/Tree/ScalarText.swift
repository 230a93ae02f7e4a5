import PlanText

/// FNV-1a over a key's bytes: <http://www.isthe.com/chongo/tech/comp/fnv/>.
package func keyHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}

extension NodeTree {
  /// A scalar's value ("" of anything else).
  package func text(_ node: NodeID) -> String {
    withBytes(node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with a scalar's value (no bytes for anything else), without copying it.
  @inlinable
  public func withBytes<R>(_ node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let node = self[node]
    let start = Int(node.valueStart)
    let length = Int(node.valueLength)
    if node.flags.contains(.decoded) {
      return body(UnsafeBufferPointer(start: side + start, count: length))
    }
    return source.withUnsafeBufferPointer { source in
      body(UnsafeBufferPointer(rebasing: source[start..<start + length]))
    }
  }

  /// A hash of a scalar's value, as `keyHash` gives it.
  package func keyHash(_ node: NodeID) -> UInt64 { withBytes(node) { PlanSyntax.keyHash($0) } }

  /// The byte offset in the file from which the value's bytes stand one to one; nil where escapes, folding or
  /// indentation moved them.
  @inlinable
  public func contentStart(_ node: NodeID) -> Int? {
    let node = self[node]
    return node.kind == .scalar && !node.flags.contains(.decoded) ? Int(node.valueStart) : nil
  }

  /// Whether a scalar's value is these bytes.
  @inlinable
  public func isText(_ node: NodeID, _ text: StaticString) -> Bool {
    withBytes(node) { bytes in
      bytes.count == text.utf8CodeUnitCount
        && bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: bytes.count))
    }
  }
}
