import Foundation

/// A JSON value as a parser not our own reads it, and as much of JSON Schema as our schemas use.
enum JSONValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(parsing text: String) throws {
    self = try JSONDecoder().decode([JSONValue].self, from: Data("[\(text)]".utf8))[0]
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

  private var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// What in this value a schema forbids, each with its path.
  func violations(of schema: JSONValue, in root: JSONValue, at path: String = "$") -> [String] {
    if schema == .boolean(false) { return ["\(path): may not be there"] }
    var found: [String] = []
    if let reference = schema["$ref"]?.text, let name = reference.split(separator: "/").last {
      guard let target = root["$defs"]?[String(name)] else { return ["\(path): \(reference) leads nowhere"] }
      found += violations(of: target, in: root, at: path)
    }
    if let type = schema["type"], !isOf(type) { found.append("\(path): is \(typeName), not \(type)") }
    found += choices(of: schema, in: root, at: path)
    if let allowed = schema["enum"], !allowed.items.contains(self) { found.append("\(path): is not one of the enum") }
    if let only = schema["const"], only != self { found.append("\(path): is not the constant") }
    if let pattern = schema["pattern"]?.text, let text, (try? Regex(pattern).firstMatch(in: text)) == nil {
      found.append("\(path): \(text) does not match \(pattern)")
    }
    if case .integer(let least)? = schema["minimum"], case .integer(let value) = self, value < least {
      found.append("\(path): is under \(least)")
    }
    if let items = schema["items"] {
      for (index, item) in self.items.enumerated() {
        found += item.violations(of: items, in: root, at: "\(path)[\(index)]")
      }
    }
    for name in schema["required"]?.items.compactMap(\.text) ?? [] where members[name] == nil {
      found.append("\(path): lacks \(name)")
    }
    for (name, member) in members {
      if let property = schema["properties"]?[name] {
        found += member.violations(of: property, in: root, at: "\(path).\(name)")
      } else if schema["additionalProperties"] == .boolean(false) {
        found.append("\(path): may not have \(name)")
      } else if let others = schema["additionalProperties"] {
        found += member.violations(of: others, in: root, at: "\(path).\(name)")
      }
      if let names = schema["propertyNames"] {
        found += JSONValue.string(name).violations(of: names, in: root, at: "\(path).\(name)")
      }
    }
    return found
  }

  private func isOf(_ type: JSONValue) -> Bool {
    if let name = type.text { return name == typeName || (name == "number" && typeName == "integer") }
    return type.items.contains { isOf($0) }
  }

  /// What a choice between schemas forbids.
  private func choices(of schema: JSONValue, in root: JSONValue, at path: String) -> [String] {
    var found: [String] = []
    if let condition = schema["if"] {
      let isMet = violations(of: condition, in: root, at: path).isEmpty
      if let branch = schema[isMet ? "then" : "else"] { found += violations(of: branch, in: root, at: path) }
    }
    if let any = schema["anyOf"], !any.items.contains(where: { violations(of: $0, in: root, at: path).isEmpty }) {
      found.append("\(path): is none of what anyOf offers")
    }
    for (name, dependent) in schema["dependentSchemas"]?.members ?? [:] where members[name] != nil {
      found += violations(of: dependent, in: root, at: path)
    }
    for part in schema["allOf"]?.items ?? [] { found += violations(of: part, in: root, at: path) }
    if case .integer(let least)? = schema["minProperties"], members.count < least {
      found.append("\(path): has fewer than \(least) members")
    }
    return found
  }
}
