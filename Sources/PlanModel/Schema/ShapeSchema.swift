import PlanText

extension Shape {
  /// What JSON Schema can say of a value: its YAML type. What a quantity or an expression must look like, only the
  /// compiler tells, which then says what is wrong with it.
  var schema: SchemaValue {
    switch self {
    case .text: .reference("text")
    case .prose: .reference("prose")
    // Of words the compiler reads the text, whatever YAML takes it for.
    case .word, .expression, .condition, .reference, .file: Self.scalar
    // A plain `2025` is a number to YAML, and a year to a plan.
    case .period, .quantity: ["type": ["string", "number"]]
    case .date: ["type": "string"]
    case .link:
      Self.scalar.adding([
        "pattern": .text(#"^\s*\S+(\s+(\#(Link.Kind.allCases.map(\.rawValue).joined(separator: "|"))).*)?$"#)
      ])
    case .colour: Self.scalar.adding(["pattern": "^#?[0-9A-Fa-f]{6}$"])
    case .flag: ["enum": [true, false, "true", "false"]]
    case .integer: ["type": ["integer", "string"], "pattern": "^[-+]?[0-9]+$"]
    case .choice(let words): ["enum": .list(words.map { .text($0) })]
    case .orNone(let shape): shape.schema
    case .payer: Shape.either("object", ["additionalProperties": Shape.quantity(.money).schema], else: Self.scalar)
    case .list(let item): Shape.either("array", ["items": item.schema], else: item.schema)
    case .map(let item), .keyed(_, let item): ["type": "object", "additionalProperties": item.schema]
    case .noun(let name): .reference(name)
    }
  }

  private static let scalar: SchemaValue = ["type": ["string", "number", "boolean"]]

  /// A schema that the value's own type chooses between two, so that an error speaks of the one that was meant.
  static func either(_ type: SchemaValue, _ then: SchemaValue, else otherwise: SchemaValue) -> SchemaValue {
    ["if": ["type": type], "then": then, "else": otherwise]
  }
}

extension FieldDescription {
  /// The field's schema with its documentation in English and Chinese.
  var schema: SchemaValue {
    .object(
      [
        SchemaValue.Member("title", "\(doc.en) · \(doc.zh)"), SchemaValue.Member("description", .text(description)),
      ] + shape.schema.members)
  }

  private var description: String {
    var english = shape.phrase(in: .english)
    if let base { english += "; a percentage is of: \(base)" }
    if isFrozen { english += "; frozen once the plan is approved" }
    return english + "\n" + shape.phrase(in: .simplified) + (isFrozen ? "；计划批准后冻结" : "")
  }
}
