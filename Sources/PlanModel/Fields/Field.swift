import PlanSyntax

/// One row of a noun's table: a key, what may stand under it, and where the value goes.
package struct Field<N: Noun>: Sendable {
  package let key: String
  package let shape: Shape
  package let need: Need
  package let doc: Doc
  /// Whether a bare scalar in place of the noun stands for this field (◆).
  package let isPrincipal: Bool
  /// Whether approval freezes it (❄).
  package let isFrozen: Bool
  /// What a percentage written here is a share of, in the words of the reference; nil where there is none.
  package let base: String?
  /// How a policy that extends another, or a plan under a policy, may restate it.
  package let tightening: Tightening
  /// The version of the language that brought the field.
  package let since: Int
  let decode: @Sendable (NodeID, inout Decoder, inout N) -> Void
  /// Where the value lies in the noun, in bytes, and its type; nil for fields that all nouns share.
  private let place: (offset: Int, type: Any.Type)?

  // The tables hold hundreds of rows, made at each start, and a key path takes many times what the rest of its row takes.
  // Put in line, where the path is a literal, its offset is known when compiling, and no key path is made. The private
  // initialisers behind are not put in line: that would cost compile time and gain nothing.

  /// A field that may be left out.
  @inline(__always)
  package init<Value>(
    _ key: String, _ path: any WritableKeyPath<N, Value?> & Sendable, _ type: FieldType<Value>, _ doc: Doc,
    principal: Bool = false, frozen: Bool = false, base: String? = nil, tightening: Tightening = .no, since: Int = 1
  ) {
    self.init(
      key, Slot(offset: MemoryLayout<N>.offset(of: path)), type, .optional, doc, principal: principal, frozen: frozen,
      base: base, tightening: tightening, since: since)
  }

  /// A field, where its value goes, what may stand in it and whether it must be there.
  @inline(__always)
  package init<Value>(
    _ key: String, _ path: any WritableKeyPath<N, Value?> & Sendable, _ type: FieldType<Value>, _ need: Need,
    _ doc: Doc, principal: Bool = false, frozen: Bool = false, base: String? = nil, tightening: Tightening = .no,
    since: Int = 1
  ) {
    self.init(
      key, Slot(offset: MemoryLayout<N>.offset(of: path)), type, need, doc, principal: principal, frozen: frozen,
      base: base, tightening: tightening, since: since)
  }

  @inline(never)
  private init<Value>(
    _ key: String, _ slot: Slot<N, Value>, _ type: FieldType<Value>, _ need: Need, _ doc: Doc, principal: Bool,
    frozen: Bool, base: String?, tightening: Tightening, since: Int
  ) {
    self.key = key
    shape = type.shape
    self.need = need
    self.doc = doc
    isPrincipal = principal
    isFrozen = frozen
    self.base = base
    self.tightening = tightening
    self.since = since
    decode = slot.reading(type)
    place = (slot.offset, Value.self)
  }

  /// A field that every noun may have.
  @inline(__always)
  init<Value>(
    common key: String, _ path: any WritableKeyPath<Common, Value?> & Sendable, _ type: FieldType<Value>, _ doc: Doc
  ) {
    self.init(common: key, Slot(offset: MemoryLayout<Common>.offset(of: path)), type, doc)
  }

  @inline(never)
  private init<Value>(common key: String, _ slot: Slot<Common, Value>, _ type: FieldType<Value>, _ doc: Doc) {
    let read = slot.reading(type)
    self.init(key, doc, type.shape) { node, decoder, noun in read(node, &decoder, &noun.common) }
  }

  /// A field that may be left out and of which nothing further is to be said.
  private init(
    _ key: String, _ doc: Doc, _ shape: Shape, decode: @escaping @Sendable (NodeID, inout Decoder, inout N) -> Void
  ) {
    self.key = key
    self.shape = shape
    need = .optional
    self.doc = doc
    isPrincipal = false
    isFrozen = false
    base = nil
    tightening = .no
    since = 1
    self.decode = decode
    place = nil
  }

  /// What a noun says in this field; nil where nothing was written, or nothing that could be read, and for fields that
  /// all nouns share.
  func value(in noun: N) -> Any? {
    guard let place else { return nil }
    func read<Value>(_ type: Value.Type) -> Any? {
      withUnsafeBytes(of: noun) { bytes in
        bytes.baseAddress.flatMap { ($0 + place.offset).assumingMemoryBound(to: Value?.self).pointee }
      }
    }
    return read(place.type)
  }
}

/// Where a value lies within a noun, or within what all nouns have in common, in bytes from its start.
///
/// Key paths are slow to follow, and every value of a plan goes through a slot.
private struct Slot<Whole: Sendable, Value: Sendable>: Sendable {
  let offset: Int

  /// - Parameter offset: what `MemoryLayout.offset(of:)` says; it says nil of a computed property, which no table may
  ///   name.
  init(offset: Int?) {
    guard let offset else { preconditionFailure("a field of \(Whole.self) is not stored") }
    self.offset = offset
  }

  /// Reads a node of a type into the slot; what cannot be read leaves it as it was.
  func reading(_ type: FieldType<Value>) -> @Sendable (NodeID, inout Decoder, inout Whole) -> Void {
    let (slot, read) = (self, type.read)
    guard type.unites else {
      return { node, decoder, whole in
        if let value = read(node, &decoder, nil) { slot.store(value, in: &whole) }
      }
    }
    return { node, decoder, whole in
      let present = slot.value(in: &whole)
      slot.store(read(node, &decoder, present), in: &whole)
    }
  }

  @inline(__always)
  private func value(in whole: inout Whole) -> Value? {
    withUnsafeBytes(of: &whole) { bytes in
      bytes.baseAddress.flatMap { ($0 + offset).assumingMemoryBound(to: Value?.self).pointee }
    }
  }

  @inline(__always)
  private func store(_ value: Value?, in whole: inout Whole) {
    withUnsafeMutableBytes(of: &whole) { bytes in
      if let start = bytes.baseAddress { (start + offset).assumingMemoryBound(to: Value?.self).pointee = value }
    }
  }
}

/// Whether a field must be there.
package enum Need: Sendable {
  case optional
  case required
  /// Required unless one of these other fields is there.
  case unless([String])
}

/// How a restated limit may differ from the one it restates.
package enum Tightening: String, Sendable {
  /// The lower bound of two holds: a cap.
  case lower
  /// The higher holds: a floor.
  case higher
  /// Both lists together hold.
  case superset
  /// A range inside the other holds.
  case narrower
  /// It may not be restated.
  case no
}
