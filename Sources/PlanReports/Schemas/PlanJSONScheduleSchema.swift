import PlanModel

/// The part of the schema of `plan.json` that speaks of dates.
extension PlanJSONSchema {
  static let scheduleDefinitions: [SchemaValue.Member] = [
    SchemaValue.Member(
      "schedule",
      record(
        "When everything happens, in whole days: from the morning of the first to the evening of the last",
        [
          "finish": .reference("day"), "tasks": list("scheduled_task", "Every task that is not dropped."),
          "milestones": list("scheduled_milestone", "Every milestone that is not dropped."),
          "links": list("link", "What waits for what."),
          "circles": [
            "description": "Ids of what waits for each other, each for the next and the last for the first.",
            "type": "array", "items": ["type": "array", "items": ["type": "string"]],
          ],
        ], required: ["tasks", "milestones", "links", "circles"])),
    SchemaValue.Member("scheduled_task", record("A task with its dates", task, required: ["id", "fixed", "critical"])),
    SchemaValue.Member(
      "scheduled_milestone", record("A milestone with its day", milestone, required: ["id", "critical"])),
    SchemaValue.Member(
      "end",
      record(
        "One end of a link", ["kind": ["enum": ["task", "milestone"]], "id": text("Its id.")], required: ["kind", "id"])
    ),
    SchemaValue.Member(
      "link",
      record(
        "One thing that waits for another", link,
        required: ["from", "to", "kind", "gate", "driving", "critical", "broken"])),
    SchemaValue.Member("event", record("Something that recurs", event, required: ["id", "occurrences"])),
  ]

  private static func days(_ description: SchemaValue) -> SchemaValue {
    ["description": description, "type": "integer"]
  }

  private static func flag(_ description: SchemaValue) -> SchemaValue {
    ["description": description, "type": "boolean"]
  }

  private static let task: SchemaValue = [
    "id": text("Its id."), "fixed": flag("Whether its dates are written; nothing moves them."),
    "calendar": text("Its working calendar; Monday to Friday without one."),
    "duration": days("Working days from its first day to its last."), "start": .reference("day"),
    "finish": .reference("day"), "late_start": .reference("day"), "late_finish": .reference("day"),
    "total_float": days("Working days it may slip before it holds up the end, or a date that is promised or fixed."),
    "free_float": days("Working days it may slip before it moves anything that waits for it."),
    "critical": flag("Whether its total float is used up."),
  ]

  private static let milestone: SchemaValue = [
    "id": text("Its id."), "calendar": text("Its working calendar; Monday to Friday without one."),
    "day": ref("day", "The day it is planned for."), "earliest": ref("day", "The earliest day its links allow."),
    "expected": ref("day", "The later of both, or the day it was done."),
    "latest": ref("day", "The latest day that holds up nothing."),
    "slip": days("Working days that the earliest day lies after the planned one."),
    "float": days("Working days between the earliest day and the latest."),
    "critical": flag("Whether its float is used up."),
  ]

  private static let link: SchemaValue = [
    "from": .reference("end"), "to": .reference("end"), "kind": ["enum": ["FS", "SS", "FF", "SF"]],
    "lag": record(
      "How far after; negative for a lead",
      ["count": ["type": "integer"], "unit": ["enum": ["working_days", "days", "months"]]], required: ["count", "unit"]),
    "gate": flag("Whether it is the gate of a phase."),
    "driving": flag("Whether what waits could not come earlier by it."),
    "critical": flag("Whether it is driving between critical ends."),
    "broken": flag("Whether the dates of its ends contradict it."), "place": .reference("place"),
  ]

  private static let event: SchemaValue = [
    "id": text("Its id."), "title": .reference("texts"), "kind": text("What it is."), "owner": text("Who runs it."),
    "cadence": text("How often it recurs."),
    "recurrence": record(
      "The rule its days follow, by RFC 5545",
      [
        "first": .reference("day"), "rule": text("The RRULE."),
        "excluded": ["description": "Days of the rule that are off.", "type": "array", "items": .reference("day")],
        "added": ["description": "Days besides the rule's.", "type": "array", "items": .reference("day")],
      ], required: ["first", "rule", "excluded", "added"]),
    "occurrences": [
      "description": "Its days, one stretch each.", "type": "array",
      "items": record(
        "A stretch of days", ["start": .reference("day"), "end": .reference("day")], required: ["start", "end"]),
    ],
    "times": .reference("value"),
  ]
}
