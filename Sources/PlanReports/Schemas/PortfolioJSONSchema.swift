import PlanModel

/// The schema of `portfolio.json`.
enum PortfolioJSONSchema {
  static let document: SchemaValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A compiled portfolio",
    "description":
      "What `marplan build` writes as portfolio.json: every figure with its trace, the plans, the findings.",
    "type": "object",
    "additionalProperties": false,
    "required": ["marplan", "language", "id", "as_of", "files", "figures", "plans", "rates", "shared", "findings"],
    "properties": [
      "marplan": [
        "description": "The version of this format; it grows when a reader of the old one would be misled.", "const": 1,
      ],
      "language": [
        "description": "The language of `text`, `reason` and the findings.", "enum": ["en", "zh-Hans", "zh-Hant"],
      ],
      "id": text("The portfolio's id; empty where it has none."),
      "title": ["description": "Its name.", "$ref": "#/$defs/texts"],
      "period": ["description": "When it runs.", "$ref": "#/$defs/period"],
      "currency": text("The currency its sums are in, by ISO 4217."),
      "as_of": ["description": "Today, as it was given; null where nobody gave it.", "type": ["string", "null"]],
      "owner": text("Who answers for it."),
      "files": [
        "description": "Every file read for it, its own first.", "type": "array", "items": ["type": "string"],
      ],
      "figures": [
        "description": "Every figure by its path: `portfolio.planned`, `plans.ID.total`.", "type": "object",
        "additionalProperties": .reference("figure"),
      ],
      "plans": ["description": "Its plans, in the order written.", "type": "array", "items": .reference("plan")],
      "rates": [
        "description": "The rates that money of its plans was converted at.", "type": "array",
        "items": .reference("rate"),
      ],
      "shared": [
        "description": "Roles that are one person in all plans.", "type": "array", "items": .reference("shared"),
      ],
      "findings": [
        "description": "What does not hold of the portfolio itself; those of its plans are in their own outputs.",
        "type": "array", "items": .reference("finding"),
      ],
    ],
    "$defs": .object(own + PlanJSONSchema.figureDefinitions + DiagnosticsSchema.definitions),
  ]

  private static let own: [SchemaValue.Member] = [
    SchemaValue.Member(
      "plan",
      [
        "title": "One plan of the portfolio", "type": "object", "additionalProperties": false,
        "required": ["id", "file", "status", "findings"],
        "properties": [
          "id": text("What the portfolio calls it."), "title": .reference("texts"), "file": text("Its file."),
          "status": [
            "description": "Where it stands in its life.", "enum": ["draft", "proposed", "approved", "closed"],
          ],
          "period": .reference("period"), "currency": text("Its own currency."),
          "owner": text("The role that answers for it."),
          "findings": [
            "title": "How many findings it has", "type": "object", "additionalProperties": false,
            "required": ["errors", "warnings", "advice"],
            "properties": [
              "errors": .reference("count"), "warnings": .reference("count"), "advice": .reference("count"),
            ],
          ],
        ],
      ]),
    SchemaValue.Member(
      "rate",
      [
        "title": "An exchange rate", "type": "object", "additionalProperties": false,
        "required": ["currency", "policy"],
        "properties": [
          "currency": text("The currency it is of."), "rate": .reference("value"),
          "as_of": text("The day or period it is of."), "source": text("Whose rate it is."),
          "policy": text("The policy that says it."),
        ],
      ]),
    SchemaValue.Member(
      "shared",
      [
        "title": "A shared role", "type": "object", "additionalProperties": false, "required": ["role", "plans"],
        "properties": [
          "role": text("The role's id."),
          "plans": ["description": "The plans that have it.", "type": "array", "items": ["type": "string"]],
        ],
      ]),
  ]

  private static func text(_ description: String) -> SchemaValue {
    ["description": .text(description), "type": "string"]
  }
}
