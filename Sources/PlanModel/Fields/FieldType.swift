import PlanSyntax

/// What a field holds: how it is described, and how it is read from a node.
///
/// Reading never fails as a whole: what cannot be read is a diagnostic, and the field stays empty.
package struct FieldType<Value: Sendable>: Sendable {
  package let shape: Shape
  /// Whether a second file may add to a value that is already there.
  let unites: Bool
  /// Reads a node; the last argument is the value the plan holds already, where the type unites.
  let read: @Sendable (NodeID, inout Decoder, Value?) -> Value?

  init(_ shape: Shape, read: @escaping @Sendable (NodeID, inout Decoder) -> Value?) {
    self.shape = shape
    unites = false
    self.read = { node, decoder, _ in read(node, &decoder) }
  }

  init(uniting shape: Shape, read: @escaping @Sendable (NodeID, inout Decoder, Value?) -> Value?) {
    self.shape = shape
    unites = true
    self.read = read
  }
}
