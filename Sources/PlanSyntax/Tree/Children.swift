/// The entries of a mapping, in order.
public struct Entries: Sequence, IteratorProtocol {
  @usableFromInline let nodes: UnsafeMutablePointer<Node>
  @usableFromInline var index: UInt32
  @usableFromInline let end: UInt32
  /// Keeps the memory the entries lie in.
  @usableFromInline let tree: NodeTree

  @inlinable
  init(_ tree: NodeTree, _ mapping: NodeID) {
    let node = tree[mapping]
    self.tree = tree
    nodes = tree.nodes
    index = UInt32(mapping.index) + 1
    end = node.kind == .mapping ? node.next : 0
  }

  @inlinable
  public mutating func next() -> (key: NodeID, value: NodeID)? {
    guard index < end else { return nil }
    let key = NodeID(index: Int32(index))
    let value = nodes[Int(index)].next
    index = nodes[Int(value)].next
    return (key, NodeID(index: Int32(value)))
  }
}

/// The items of a sequence, in order.
public struct Items: Sequence, IteratorProtocol {
  @usableFromInline let nodes: UnsafeMutablePointer<Node>
  @usableFromInline var index: UInt32
  @usableFromInline let end: UInt32
  /// Keeps the memory the items lie in.
  @usableFromInline let tree: NodeTree

  @inlinable
  init(_ tree: NodeTree, _ sequence: NodeID) {
    let node = tree[sequence]
    self.tree = tree
    nodes = tree.nodes
    index = UInt32(sequence.index) + 1
    end = node.kind == .sequence ? node.next : 0
  }

  @inlinable
  public mutating func next() -> NodeID? {
    guard index < end else { return nil }
    let item = NodeID(index: Int32(index))
    index = nodes[Int(index)].next
    return item
  }
}

extension NodeTree {
  /// The entries of a mapping, in order, keys given twice included; none of anything else. Allocates nothing.
  @inlinable
  public func entries(_ mapping: NodeID) -> Entries { Entries(self, mapping) }

  /// The items of a sequence, in order; none of anything else. Allocates nothing.
  @inlinable
  public func items(_ sequence: NodeID) -> Items { Items(self, sequence) }
}
