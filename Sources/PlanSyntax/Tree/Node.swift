/// What a node of the tree is.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  case scalar
  case mapping
  case sequence
  case alias
}

/// How a scalar is written.
public enum ScalarStyle: UInt8, Sendable, BitwiseCopyable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block that keeps its line ends: `|`.
  case literal
  /// A block that folds its line ends: `>`.
  case folded
}

/// Names one node of one `NodeTree`.
public struct NodeID: Hashable, Sendable {
  public let index: Int32

  @inlinable
  public init(index: Int32) { self.index = index }
}

/// What else is known of a node.
public struct NodeFlags: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Written with brackets or braces.
  public static let flow = NodeFlags(rawValue: 1)
  /// The value was decoded into the side buffer.
  public static let decoded = NodeFlags(rawValue: 2)
  /// YAML took what was written for something else; a diagnostic says so.
  public static let swallowed = NodeFlags(rawValue: 4)
  /// Something of the mapping or sequence was not read: a syntax error cut it short, or a key was too long.
  public static let cut = NodeFlags(rawValue: 8)
  /// Carries an anchor.
  public static let anchored = NodeFlags(rawValue: 16)
}

/// One node of the arena: 32 bytes, in preorder, so that a node's children follow it.
public struct Node: Sendable, BitwiseCopyable {
  public var kind: NodeKind
  public var style: ScalarStyle
  public var flags: NodeFlags
  public var start: UInt32
  public var end: UInt32
  /// Where a scalar's value starts: in the source, or in the side buffer if `decoded`.
  public var valueStart: UInt32
  public var valueLength: UInt32
  /// The index of the first node after this one and all below it; 0 while the node is still open.
  public var next: UInt32
  /// Children: of a mapping, keys and values both.
  public var children: UInt32
  /// The node an alias stands for; -1 for none.
  public var target: Int32

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
