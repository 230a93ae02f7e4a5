/// What a node of the tree is.
@usableFromInline
package enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  case scalar
  case mapping
  case sequence
  case alias
}

/// How a scalar is written.
@usableFromInline
package enum ScalarStyle: UInt8, Sendable, BitwiseCopyable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block that keeps its line ends: `|`.
  case literal
  /// A block that folds its line ends: `>`.
  case folded
}

/// Names one node of one `NodeTree`.
package struct NodeID: Hashable, Sendable {
  package let index: Int32

  @inlinable
  package init(index: Int32) { self.index = index }
}

/// What else is known of a node.
@usableFromInline
package struct NodeFlags: OptionSet, Sendable, BitwiseCopyable {
  @usableFromInline package let rawValue: UInt16
  @usableFromInline package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Written with brackets or braces.
  @usableFromInline package static let flow = NodeFlags(rawValue: 1)
  /// The value was decoded into the side buffer.
  @usableFromInline package static let decoded = NodeFlags(rawValue: 2)
  /// YAML took what was written for something else; a diagnostic says so.
  @usableFromInline package static let swallowed = NodeFlags(rawValue: 4)
  /// A syntax error cut the mapping or sequence short.
  @usableFromInline package static let cut = NodeFlags(rawValue: 8)
  /// Carries an anchor.
  @usableFromInline package static let anchored = NodeFlags(rawValue: 16)
}

/// One node of the arena: 32 bytes, in preorder, so that a node's children follow it.
@usableFromInline
package struct Node: Sendable, BitwiseCopyable {
  @usableFromInline package var kind: NodeKind
  @usableFromInline package var style: ScalarStyle
  @usableFromInline package var flags: NodeFlags
  @usableFromInline package var start: UInt32
  @usableFromInline package var end: UInt32
  /// Where a scalar's value starts: in the source, or in the side buffer if `decoded`.
  @usableFromInline package var valueStart: UInt32
  @usableFromInline package var valueLength: UInt32
  /// The index of the first node after this one and all below it; 0 while the node is still open.
  @usableFromInline package var next: UInt32
  /// Children: of a mapping, keys and values both.
  @usableFromInline package var children: UInt32
  /// The node an alias stands for; -1 for none.
  @usableFromInline package var target: Int32

  init(_ kind: NodeKind, style: ScalarStyle = .plain, flags: NodeFlags = [], start: Int, end: Int) {
    self.kind = kind
    self.style = style
    self.flags = flags
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    valueStart = 0
    valueLength = 0
    next = 0
    children = 0
    target = -1
  }
}
