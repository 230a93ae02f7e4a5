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

  /// A field that may be left out.
  package init<Value>(
    _ key: String, _ path: any WritableKeyPath<N, Value?> & Sendable, _ type: FieldType<Value>, _ doc: Doc,
    principal: Bool = false, frozen: Bool = false, base: String? = nil, tightening: Tightening = .no, since: Int = 1
  ) {
    self.init(
      key, path, type, .optional, doc, principal: principal, frozen: frozen, base: base, tightening: tightening,
      since: since)
  }

  /// A field, where its value goes, what may stand in it and whether it must be there.
  package init<Value>(
    _ key: String, _ path: any WritableKeyPath<N, Value?> & Sendable, _ type: FieldType<Value>, _ need: Need,
    _ doc: Doc, principal: Bool = false, frozen: Bool = false, base: String? = nil, tightening: Tightening = .no,
    since: Int = 1
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
    let read = type.read
    if type.unites {
      decode = { node, decoder, noun in
        noun[keyPath: path] = read(node, &decoder, noun[keyPath: path])
      }
    } else {
      decode = { node, decoder, noun in
        if let value = read(node, &decoder, nil) { noun[keyPath: path] = value }
      }
    }
  }

  /// A row of the language that this version accepts but does not check.
  package init(unchecked key: String, _ doc: Doc) {
    self.key = key
    shape = .unchecked
    need = .optional
    self.doc = doc
    isPrincipal = false
    isFrozen = false
    base = nil
    tightening = .no
    since = 1
    decode = { node, decoder, _ in decoder.noteUnchecked(key, at: node) }
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
  /// It may not be restated.
  case no
}
