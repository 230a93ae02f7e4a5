import PlanModel

/// The part of the schema of `plan.json` that speaks of adjustments.
extension PlanJSONSchema {
  static let ledgerDefinitions: [SchemaValue.Member] = [
    SchemaValue.Member(
      "ledger",
      record(
        "What adjustments made of the approved budget",
        [
          "entries": list("ledger_entry", "Adjustments and reallocations, by date."),
          "accounts": list("account", "The total, and every line and reserve that an entry touches."),
        ], required: ["entries", "accounts"])),
    SchemaValue.Member(
      "account",
      record(
        "What was approved, what was moved by today, and what both make",
        [
          "figure": text("Its path among the figures."), "approved": .reference("value"), "moved": .reference("value"),
          "today": .reference("value"),
        ], required: ["figure"])),
    noun(
      "ledger_entry",
      [
        "kind": ["enum": ["adjustment", "reallocation"]], "date": .reference("day"),
        "effective": [
          "description": "Whether it holds today; without a today every entry does.", "type": "boolean",
        ],
        "moves": list("move", "The money it moves."), "changes": list("field_change", "The frozen fields it changes."),
        "problem": .reference("texts"), "proposal": .reference("texts"), "requested_by": text("Who asked for it."),
        "approved_by": ["description": "Who signed.", "type": "array", "items": ["type": "string"]],
        "approved_on": .reference("day"), "review": .reference("effect_review"),
      ], required: ["date", "effective", "moves", "changes", "approved_by"]),
    SchemaValue.Member(
      "move",
      record(
        "Money that goes from one line to another",
        [
          "amount": .reference("value"), "from": text("Where it comes from; new money without."),
          "to": text("Where it goes to; given back without."),
        ], required: [])),
    SchemaValue.Member(
      "field_change",
      record(
        "A frozen field that changed",
        ["path": text("The field."), "was": .reference("literal"), "now": .reference("literal")], required: [])),
    SchemaValue.Member(
      "effect_review",
      record(
        "Whether it worked",
        [
          "due": .reference("day"), "kpi": text("What should have moved."), "result": .reference("texts"),
          "done_on": .reference("day"),
        ], required: [])),
  ]
}
