package import PlanText

/// One file's YAML as nodes with their places in the source.
///
/// Nodes lie in preorder in one block of memory. A scalar's value is a slice of the source wherever the two agree byte
/// for byte; only escapes, folding and indentation make a decoded copy. The tree of a file with a syntax error holds
/// what was read before the error.
///
/// Public, for only what is public is specialised in other modules.
public final class NodeTree: Sendable {
  package let file: SourceFile
  /// The top node of each YAML document, in order; none for an empty file.
  package let roots: [NodeID]
  /// Comments from their `#` to the end of the line, in order.
  package let comments: [SourceRange]
  /// Whether a syntax error or a limit ended the reading early.
  package let isPartial: Bool

  @usableFromInline nonisolated(unsafe) package let nodes: UnsafeMutablePointer<Node>
  @usableFromInline nonisolated(unsafe) package let side: UnsafeMutablePointer<UInt8>
  /// How many nodes the file has.
  public let nodeCount: Int

  /// Takes ownership of both blocks of memory.
  init(
    file: SourceFile, roots: [NodeID], comments: [SourceRange], isPartial: Bool,
    nodes: UnsafeMutablePointer<Node>, nodeCount: Int, side: UnsafeMutablePointer<UInt8>
  ) {
    self.file = file
    self.roots = roots
    self.comments = comments
    self.isPartial = isPartial
    self.nodes = nodes
    self.nodeCount = nodeCount
    self.side = side
  }

  /// A tree without nodes, for a file that could not be read at all.
  convenience init(unreadable file: SourceFile) {
    self.init(
      file: file, roots: [], comments: [], isPartial: true, nodes: .allocate(capacity: 1), nodeCount: 0,
      side: .allocate(capacity: 1))
  }

  deinit {
    nodes.deallocate()
    side.deallocate()
  }

  /// The file's bytes, which values are slices of.
  @usableFromInline var source: [UInt8] { file.bytes }

  @inlinable
  public subscript(node: NodeID) -> Node {
    precondition(node.index >= 0 && Int(node.index) < nodeCount, "a node of another tree")
    return nodes[Int(node.index)]
  }

  @inlinable
  public func kind(_ node: NodeID) -> NodeKind { self[node].kind }

  /// How a scalar is written; plain for what is no scalar.
  @inlinable
  public func style(_ node: NodeID) -> ScalarStyle { self[node].style }

  /// Whether a mapping or sequence is written with braces or brackets.
  @inlinable
  public func isFlow(_ node: NodeID) -> Bool { self[node].flags.contains(.flow) }

  /// Where the node stands, quotes and brackets included, its anchor and tag not.
  ///
  /// A block mapping or sequence ends with its last entry; a value left out has an empty range after its colon.
  package func range(_ node: NodeID) -> SourceRange {
    let node = self[node]
    return SourceRange(file: file.id, start: Int(node.start), end: Int(node.end))
  }

  /// Entries of a mapping, items of a sequence, 0 of anything else.
  @inlinable
  public func count(_ node: NodeID) -> Int {
    let node = self[node]
    return Int(node.children) / (node.kind == .mapping ? 2 : 1)
  }

  /// Whether YAML took what was written here for something else, for which a diagnostic (S001, S002, S010 or S024)
  /// has been raised.
  ///
  /// Of a key: the entry is to be skipped without a word. Of a value: the field is given, but what it says is lost.
  @inlinable
  public func isSwallowed(_ node: NodeID) -> Bool { self[node].flags.contains(.swallowed) }

  /// Whether a syntax error inside or right after this mapping or sequence may have cost it its last entries.
  @inlinable
  public func isCut(_ node: NodeID) -> Bool { self[node].flags.contains(.cut) }

  /// Whether the node is a value left out, or one of the words YAML has for that: `~`, `null`, `Null`, `NULL` in plain
  /// writing (YAML 1.2, section 10.3.2).
  @inlinable
  public func isEmpty(_ node: NodeID) -> Bool {
    let value = self[node]
    guard value.kind == .scalar, value.style == .plain else { return false }
    return value.valueLength == 0 || value.valueLength <= 4 && isNull(node)
  }

  @usableFromInline
  func isNull(_ node: NodeID) -> Bool {
    isText(node, "~") || isText(node, "null") || isText(node, "Null") || isText(node, "NULL")
  }

  /// What an alias stands for, never an alias itself; nil for anything else and for an alias that a diagnostic refuses
  /// (undefined, inside what it names, or past the limits).
  ///
  /// Following targets from any node comes to an end within the limits' depth and count of nodes.
  @inlinable
  public func target(_ alias: NodeID) -> NodeID? {
    let target = self[alias].target
    return target < 0 ? nil : NodeID(index: target)
  }

  /// The node itself, or what it stands for if it is an alias.
  @inlinable
  public func resolved(_ node: NodeID) -> NodeID { target(node) ?? node }
}
