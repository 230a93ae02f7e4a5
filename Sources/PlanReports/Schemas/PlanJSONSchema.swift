import PlanModel

/// The schema of `plan.json`.
enum PlanJSONSchema {
  static let document: SchemaValue = head.adding([
    "$defs": .object(
      figureDefinitions + nounDefinitions + furtherDefinitions + ledgerDefinitions + scheduleDefinitions
        + DiagnosticsSchema.definitions)
  ])

  private static let head: SchemaValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A compiled plan",
    "description":
      "What `marplan build` writes as plan.json: every figure with its trace, the plan's nouns, the findings.",
    "type": "object",
    "additionalProperties": false,
    "required": .list((requiredMembers + requiredNouns).map { .text($0) }),
    "properties": planMembers.adding(
      nounMembers, ["findings": list("finding", "What does not hold, in the order of output.")]),
  ]

  private static let planMembers: SchemaValue = [
    "marplan": [
      "description": "The version of this format; it grows when a reader of the old one would be misled.", "const": 1,
    ],
    "language": [
      "description": "The language of `text`, `reason` and the findings.", "enum": ["en", "zh-Hans", "zh-Hant"],
    ],
    "id": text("The plan's id; empty where it has none."),
    "title": ref("texts", "The plan's name."),
    "period": ref("period", "When the plan runs."),
    "evaluation": ref("period", "The years its feasibility looks at."),
    "currency": text("The plan's currency, by ISO 4217."),
    "status": [
      "description": "Where the plan stands in its life.", "enum": ["draft", "proposed", "approved", "closed"],
    ],
    "as_of": ["description": "Today, as it was given; null where nobody gave it.", "type": ["string", "null"]],
    "owner": text("The role that answers for the plan."),
    "sponsor": text("The executive who answers for it."),
    "manager": text("Its full-time project manager."),
    "files": [
      "description": "Every file read for the plan, its head first.", "type": "array", "items": ["type": "string"],
    ],
    "figures": [
      "description": "Every figure by its path, in the order of the plan's sections.", "type": "object",
      "additionalProperties": .reference("figure"),
    ],
    "lines": list("line", "The budget's lines."),
    "operating": list("line", "Yearly cost after the investment."),
    "reserves": list("reserve", "Money held back."),
    "spend": ref("spend", "What is spent when; left out where the plan does not say when all of it is."),
    "ledger": ref("ledger", "What adjustments made of the approved budget; left out without any."),
    "phases": list("phase", "The plan's phases."),
    "milestones": list("milestone", "Days by which something is there."),
    "tasks": list("task", "Pieces of work."),
    "schedule": .reference("schedule"), "events": list("event", "What recurs."),
    "objectives": list("objective", "What the plan is to reach."),
    "kpis": list("kpi", "Measures the plan is judged by."),
    "assumptions": list("assumption", "Named quantities the plan rests on."),
    "claims": list("claim", "Figures said again, with what they must equal."),
  ]

  private static let requiredMembers = [
    "marplan", "language", "id", "status", "as_of", "files", "figures", "lines", "operating", "reserves", "phases",
    "milestones", "tasks", "schedule", "events", "objectives", "kpis", "assumptions", "claims", "findings",
  ]

  // MARK: Figures

  static let figureDefinitions: [SchemaValue.Member] = [
    SchemaValue.Member(
      "texts",
      [
        "title": "A text by language tag", "type": "object", "additionalProperties": ["type": "string"],
      ]),
    SchemaValue.Member(
      "period",
      [
        "title": "A stretch of days", "type": "object", "additionalProperties": false,
        "required": ["text", "start", "end"],
        "properties": [
          "text": text("As a plan writes it."), "start": .reference("day"), "end": .reference("day"),
        ],
      ]),
    SchemaValue.Member("day", ["title": "A day", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]),
    SchemaValue.Member("place", record("Where it is written", place, required: ["file", "line"])),
    SchemaValue.Member("value", record("A value", value, required: ["value", "text"])),
    SchemaValue.Member(
      "point",
      record(
        "A value of a period", (["period": text("The period.")] as SchemaValue).adding(value),
        required: ["period", "value", "text"])),
    SchemaValue.Member(
      "literal",
      record(
        "A value as the plan says it: a quantity, a period, a pair or opening hours",
        value.adding([
          "from": .reference("value"), "to": .reference("value"), "hours_per_day": ["type": "integer"],
          "days_per_week": ["type": "integer"],
        ]), required: ["text"])),
    SchemaValue.Member(
      "input",
      record(
        "A figure that went into another",
        (["name": text("Its path, or the literal as written.")] as SchemaValue).adding(value, place),
        required: ["name", "value", "text"])),
    SchemaValue.Member(
      "trace",
      record(
        "What a figure was made from",
        [
          "formula": [
            "description": "How it is computed; null for a figure the plan states.", "type": ["string", "null"],
          ],
          "inputs": list("input", "What it was computed from."),
        ], required: ["formula", "inputs"])),
    SchemaValue.Member(
      "figure",
      record(
        "A figure",
        value.adding([
          "doubtful": [
            "description": "Whether an error or a warning bears on it or on what it rests on.", "type": "boolean",
          ],
          "stated": ["description": "Whether the plan states it; computed otherwise.", "type": "boolean"],
          "trace": .reference("trace"), "place": .reference("place"),
        ]), required: ["value", "text", "doubtful", "stated", "trace"])),
  ]

  private static let value: SchemaValue = [
    "value": [
      "description":
        """
      One number in its base unit (whole currency units, years, fractions: 12% is 0.12), exact where its decimals \
      end and else to twelve places; a day or period; null where there is not one.
      """,
      "type": ["string", "null"],
    ],
    "unit": text("CNY, y, CNY/y, person; 1 for a plain number, percentages included; date, period, truth."),
    "mark": [
      "description": "How a plain number is meant.", "enum": ["percent", "permille", "points", "ratio", "score"],
    ],
    "low": text("The lower end of a range, or the first day of a period."),
    "high": text("The upper end of a range, or the last day of a period."),
    "bound": [
      "description": "On which side of the figure the value lies.", "enum": ["over", "at_least", "under", "at_most"],
    ],
    "vagueness": ["description": "How loosely the figure is meant.", "enum": ["about", "nearly"]],
    "points": list("point", "Figures by period."),
    "values": list("value", "Figures of a map."),
    "text": text("The value for a reader, rounded."),
    "reason": text("Why there is no value."),
  ]

  private static let place: SchemaValue = [
    "file": text("The file, relative to the folder that marplan was started in."),
    "line": ["description": "The line, from 1.", "type": "integer", "minimum": 1],
  ]

  // MARK: Nouns

  private static let nounDefinitions: [SchemaValue.Member] = [
    noun(
      "line",
      money.adding([
        "category": text("Its category, inherited from the lines above."), "stated_share": .reference("value"),
        "lines": list("line", "The lines it is made of."),
      ]), required: ["figure", "lines"]),
    noun(
      "reserve", money.adding(["for": text("What it may be used for."), "share": .reference("value")]),
      required: ["figure"]),
    SchemaValue.Member(
      "spend",
      record(
        "Money over time, exact to the minor unit",
        [
          "unit": text("What all amounts are counted in."),
          "months": [
            "description": "The months from the first to the last with money.", "type": "array",
            "items": ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"],
          ],
          "phases": [
            "description": "The phases money is spread over.", "type": "array", "items": ["type": "string"],
          ],
          "total": .reference("spend_total"),
          "rows": list("spend_row", "Every line not made of others, and every reserve."),
        ], required: ["unit", "months", "phases", "total", "rows"])),
    SchemaValue.Member(
      "spend_total",
      record(
        "The total by month and phase",
        spendParts.adding([
          "cumulative": amounts("What is planned to be spent by the end of each month."),
          "released": [
            "description": "What may be spent by the end of each month; null before the first release.",
            "type": "array",
            "items": ["type": ["string", "null"]],
          ],
        ]), required: ["amount", "by_month", "by_phase", "cumulative"])),
    SchemaValue.Member(
      "spend_row",
      record(
        "A line or reserve by month and phase",
        spendParts.adding(["id": text("Its id."), "figure": text("Its path among the figures.")]),
        required: ["id", "figure", "amount", "by_month", "by_phase"])),
    noun(
      "phase",
      time.adding([
        "track": text("The timetable it belongs to."), "kind": text("What it is for."), "share": .reference("value"),
        "money": .reference("value"),
      ])),
    noun("milestone", time),
    noun(
      "task",
      time.adding([
        "duration": .reference("value"), "due": .reference("day"), "amount": .reference("value"),
      ])),
    noun(
      "objective",
      [
        "kpi": text("The KPI it moves."), "target": .reference("value"), "change": .reference("value"),
        "due": .reference("day"), "owner": text("Who answers for it."),
      ]),
    noun(
      "kpi",
      [
        "unit": text("What its figures are measured in."), "direction": text("Which way is good."),
        "formula": text("How it is computed; measured without."), "share_of": .reference("texts"),
        "baseline": .reference("value"), "limit": .reference("value"), "path": list("point", "Targets on the way."),
        "cadence": text("How often it is measured."), "owner": text("Who answers for it."),
        "dimension": text("economic, brand or social."), "nature": text("financial, customer, process or people."),
        "kind": text("outcome or activity."),
      ], required: ["path", "kind"]),
    noun(
      "assumption",
      [
        "amount": .reference("value"), "low": .reference("value"), "high": .reference("value"),
        "equals": text("Its derivation."), "confidence": text("low, medium or high."), "source": .reference("texts"),
        "as_of": text("When the figure was true."),
      ]),
    noun(
      "claim",
      [
        "says": .reference("literal"), "equals": text("What it must equal."), "recomputed": .reference("value"),
        "holds": text("A condition that must be true."), "true": .reference("value"), "where": .reference("texts"),
        "source": .reference("texts"),
      ]),
  ]

  private static let money: SchemaValue = [
    "figure": text("Its path among the figures."), "owner": text("Who answers for it."), "amount": .reference("value"),
    "share_of_total": .reference("value"),
  ]

  private static let spendParts: SchemaValue = [
    "amount": text("The whole amount."), "by_month": amounts("Its part of each month; together the amount."),
    "by_phase": amounts("Its part of each phase."),
  ]

  private static let time: SchemaValue = [
    "start": .reference("day"), "end": .reference("day"), "owner": text("Who answers for it."),
    "phase": text("The phase it belongs to."), "status": ["enum": ["planned", "started", "done", "dropped"]],
    "after": ["description": "What it waits for.", "type": "array", "items": ["type": "string"]],
    "deliverable": .reference("texts"),
  ]

  // MARK: Pieces

  static func text(_ description: SchemaValue) -> SchemaValue {
    ["description": description, "type": "string"]
  }

  static func ref(_ name: String, _ description: SchemaValue) -> SchemaValue {
    SchemaValue.object([SchemaValue.Member("description", description)]).adding(.reference(name))
  }

  static func list(_ name: String, _ description: SchemaValue) -> SchemaValue {
    ["description": description, "type": "array", "items": .reference(name)]
  }

  private static func amounts(_ description: SchemaValue) -> SchemaValue {
    ["description": description, "type": "array", "items": ["type": "string"]]
  }

  static func record(_ title: SchemaValue, _ properties: SchemaValue, required: SchemaValue) -> SchemaValue {
    [
      "title": title, "type": "object", "additionalProperties": false, "required": required, "properties": properties,
    ]
  }

  static func noun(_ name: String, _ properties: SchemaValue, required: [String] = []) -> SchemaValue.Member {
    let head: SchemaValue = ["id": text("Its id."), "title": .reference("texts")]
    return SchemaValue.Member(
      name,
      record("One \(name) of the plan", head.adding(properties), required: .list((["id"] + required).map { .text($0) }))
    )
  }
}
