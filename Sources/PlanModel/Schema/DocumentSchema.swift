/// A kind of document that plans are written in.
package enum DocumentKind: String, Sendable, CaseIterable {
  case plan, part, policy, portfolio, theme

  /// Whether it may be one of several documents that together say one plan.
  fileprivate var isUnited: Bool { self == .plan || self == .part }
}

/// The JSON Schema of a kind of document, made from the field tables.
///
/// It accepts whatever the compiler accepts, so that an editor never marks what `lint` lets pass. What sections united
/// from several files must hold together is left to `lint`, which sees them all.
package func documentSchema(_ kind: DocumentKind) -> SchemaValue {
  let nouns = NounDescription.all
  guard let root = NounDescription.named(kind.rawValue) else { return [:] }
  let reached = reachable(from: root)
  let united = kind.isUnited ? unitedNouns(from: root) : []
  let definitions = nouns.filter { reached.contains($0.name) }
    .map { SchemaValue.Member($0.name, schema(of: $0, isUnited: united.contains($0.name))) }
  let head: SchemaValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "\(root.doc.en) · \(root.doc.zh)",
    "description": "A marplan document of kind \(kind.rawValue), made from its field tables.",
  ]
  return head.adding(
    documentObject(root, kind), ["$defs": .object(texts + definitions)])
}

/// Names of the nouns that stand once in a plan, of which several files may each say a part.
private func unitedNouns(from root: NounDescription) -> Set<String> {
  var found: Set<String> = []
  var open = [root]
  while let noun = open.popLast() {
    for case .noun(let name) in noun.fields.map(\.shape) where found.insert(name).inserted {
      if let next = NounDescription.named(name) { open.append(next) }
    }
  }
  return found
}

/// Names of all nouns that a noun's fields lead to.
private func reachable(from root: NounDescription) -> Set<String> {
  var found: Set<String> = []
  var open = [root]
  while let noun = open.popLast() {
    for name in noun.fields.flatMap(\.shape.nouns) where found.insert(name).inserted {
      if let next = NounDescription.named(name) { open.append(next) }
    }
  }
  return found
}

private func documentObject(_ noun: NounDescription, _ kind: DocumentKind) -> SchemaValue {
  let properties = noun.fields.map { field -> SchemaValue.Member in
    switch field.key {
    case "kind": SchemaValue.Member(field.key, field.documented(["const": .text(kind.rawValue)]))
    case "schema": SchemaValue.Member(field.key, field.documented(["enum": [1, "1"]]))
    case "tasks": SchemaValue.Member(field.key, field.documented(datedTasks))
    default: SchemaValue.Member(field.key, field.schema)
    }
  }
  let required = ["kind", "schema"] + noun.fields.filter { $0.need.isRequired }.map(\.key)
  return [
    "type": "object", "properties": .object(properties), "required": .list(required.map { .text($0) }),
    "additionalProperties": false,
  ]
}

/// The plan's own tasks, which must have a date; of a task elsewhere a rule asks for it.
private let datedTasks: SchemaValue = [
  "type": "object",
  "additionalProperties": .reference(WorkTask.nounName).adding([
    "anyOf": .list(WorkTask.dates.map { ["required": [.text($0)]] })
  ]),
]

/// A noun's fields; with a short form, also the scalar that stands for its principal field.
private func schema(of noun: NounDescription, isUnited: Bool) -> SchemaValue {
  let title: SchemaValue = ["title": "\(noun.name): \(noun.doc.en) · \(noun.doc.zh)"]
  let fields = object(noun, isUnited: isUnited)
  guard let principal = noun.principal else { return title.adding(fields) }
  var mapping = fields
  switch principal.shape {
  case .text, .prose:
    // A mapping from language tags is the text itself.
    mapping = [
      "if": ["minProperties": 1, "propertyNames": ["pattern": languageTag]], "then": principal.shape.schema,
      "else": fields,
    ]
  default: break
  }
  return title.adding(Shape.either("object", mapping, else: principal.schema))
}

private func object(_ noun: NounDescription, isUnited: Bool) -> SchemaValue {
  let object: SchemaValue = [
    "type": "object", "properties": .object(noun.fields.map { SchemaValue.Member($0.key, $0.schema) }),
    "additionalProperties": false,
  ]
  return isUnited ? object.adding(exclusions(noun)) : object.adding(needs(noun), exclusions(noun))
}

/// Of fields that exclude each other, each forbids the others.
private func exclusions(_ noun: NounDescription) -> SchemaValue {
  let rows = noun.exclusive.flatMap { group in
    group.map { key in
      let others = group.filter { $0 != key }.map { SchemaValue.Member($0, false) }
      return SchemaValue.Member(key, ["properties": .object(others)])
    }
  }
  return rows.isEmpty ? [:] : ["dependentSchemas": .object(rows)]
}

/// Which fields must be there; a field that others may stand for is one of a choice.
private func needs(_ noun: NounDescription) -> SchemaValue {
  var members: [SchemaValue.Member] = []
  let required = noun.fields.filter { $0.need.isRequired }.map { SchemaValue.text($0.key) }
  if !required.isEmpty { members.append(SchemaValue.Member("required", .list(required))) }
  let choices = noun.fields.compactMap { field -> SchemaValue? in
    guard case .unless(let others) = field.need else { return nil }
    return ["anyOf": .list(([field.key] + others).map { ["required": [.text($0)]] })]
  }
  if !choices.isEmpty { members.append(SchemaValue.Member("allOf", .list(choices))) }
  return .object(members)
}

/// BCP 47, section 2.1, as far as it tells a tag from a field's name.
private let languageTag: SchemaValue = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"

/// A text in the plan's first language, or one for each language tag; prose may be left empty.
private let texts: [SchemaValue.Member] = [("text", false), ("prose", true)].map { name, mayBeEmpty in
  let scalars: [SchemaValue] = ["string", "number", "boolean"]
  let text: SchemaValue = ["type": .list(mayBeEmpty ? scalars + ["null"] : scalars)]
  let wordings: SchemaValue = [
    "minProperties": 1, "propertyNames": ["pattern": languageTag], "additionalProperties": text,
  ]
  return SchemaValue.Member(name, Shape.either("object", wordings, else: text))
}

extension FieldDescription {
  /// A schema with the field's documentation.
  fileprivate func documented(_ schema: SchemaValue) -> SchemaValue {
    let title: SchemaValue = ["title": "\(doc.en) · \(doc.zh)"]
    return title.adding(schema)
  }
}

extension Need {
  fileprivate var isRequired: Bool {
    if case .required = self { true } else { false }
  }
}
