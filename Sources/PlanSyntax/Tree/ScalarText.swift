import PlanText

extension NodeTree {
  /// A scalar's value ("" of anything else).
  package func text(_ node: NodeID) -> String {
    withBytes(node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with a scalar's value (no bytes for anything else), without copying it.
  @inlinable
  package func withBytes<R>(_ node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let node = self[node]
    let start = Int(node.valueStart)
    let length = Int(node.valueLength)
    if node.flags.contains(.decoded) {
      return body(UnsafeBufferPointer(start: side + start, count: length))
    }
    return file.bytes.withUnsafeBufferPointer { source in
      body(UnsafeBufferPointer(rebasing: source[start..<start + length]))
    }
  }

  /// The byte offset in the file from which the value's bytes stand one to one; nil where escapes, folding or
  /// indentation moved them.
  @inlinable
  package func contentStart(_ node: NodeID) -> Int? {
    let node = self[node]
    return node.kind == .scalar && !node.flags.contains(.decoded) ? Int(node.valueStart) : nil
  }

  /// Whether a scalar's value is these bytes.
  @inlinable
  package func isText(_ node: NodeID, _ text: StaticString) -> Bool {
    withBytes(node) { bytes in
      bytes.count == text.utf8CodeUnitCount
        && bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: bytes.count))
    }
  }
}
