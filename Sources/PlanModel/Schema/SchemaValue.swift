/// A piece of JSON, as schemas are made of; the members of an object keep their order.
package indirect enum SchemaValue: Sendable, Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SchemaValue])
  case object([Member])

  /// One member of an object.
  package struct Member: Sendable, Hashable {
    package let key: String
    package let value: SchemaValue
    package init(_ key: String, _ value: SchemaValue) {
      self.key = key
      self.value = value
    }
  }

  /// A reference to a definition of the same schema.
  package static func reference(_ name: String) -> SchemaValue { ["$ref": "#/$defs/\(name)"] }

  /// The value under a key; nil where this is no object or lacks the key.
  package subscript(key: String) -> SchemaValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// This object's members and then those of others; what is no object adds nothing.
  package func adding(_ others: SchemaValue...) -> SchemaValue {
    .object(([self] + others).flatMap(\.members))
  }

  /// The members of an object, else none.
  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}

extension SchemaValue: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension SchemaValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .number(value) }
}

extension SchemaValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension SchemaValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: SchemaValue...) { self = .list(elements) }
}

extension SchemaValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, SchemaValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
