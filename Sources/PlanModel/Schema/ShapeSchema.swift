import PlanText

extension Shape {
  /// What JSON Schema can say of a value: its YAML type. What a quantity or an expression must look like, only the
  /// compiler tells, which then says what is wrong with it.
  var schema: SchemaValue {
    switch self {
    case .text: .reference("text")
    // A plain `2025` is a number to YAML, and a year to a plan.
    case .word, .period, .expression, .condition, .reference, .quantity: ["type": ["string", "number"]]
    case .date, .link, .file: ["type": "string"]
    case .colour: ["type": ["string", "number"]]
    case .flag: ["type": "boolean"]
    case .integer: ["type": "integer"]
    case .choice(let words): ["enum": .list(words.map { .text($0) })]
    case .orNone(let shape): shape.schema
    case .payer:
      Shape.either(
        "object", ["additionalProperties": Shape.quantity(.money).schema], else: ["type": ["string", "number"]])
    case .list(let item): Shape.either("array", ["items": item.schema], else: item.schema)
    case .map(let item), .keyed(_, let item): ["type": "object", "additionalProperties": item.schema]
    case .noun(let name): .reference(name)
    }
  }

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
