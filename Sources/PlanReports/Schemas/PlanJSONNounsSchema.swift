import PlanModel

/// The nouns of `plan.json` that say where and with whom the plan works, and what may go wrong.
extension PlanJSONSchema {
  /// The document's members for them, each a list that may be empty.
  static let nounMembers: SchemaValue = [
    "segments": list("segment", "Whom the plan aims at."), "journey": list("stage", "Stages of the customer journey."),
    "channels": list("channel", "Where the plan meets its customers."),
    "flights": list("flight", "Scheduled activity in channels."),
    "units": list("unit", "Organisational units."), "duties": list("duty", "Standing work."),
    "modules": list("module", "Technology."), "service_levels": list("service_level", "What systems promise."),
    "partners": list("partner", "Who works on the plan from outside."),
    "commitments": list("commitment", "Promises that cost."), "risks": list("risk", "What may go wrong."),
    "alerts": list("alert", "Conditions that are watched."), "log": list("entry", "What was written down on the way."),
    "evidence": list("fact", "Facts about the world."), "scorecards": list("scorecard", "Weighted criteria."),
    "glossary": list("term", "Terms with one meaning each."), "chapters": list("chapter", "Prose of the report."),
  ]

  static let requiredNouns = [
    "segments", "journey", "channels", "flights", "units", "duties", "modules", "service_levels",
    "partners", "commitments", "risks", "alerts", "log", "evidence", "scorecards", "glossary", "chapters",
  ]

  static let furtherDefinitions: [SchemaValue.Member] = [
    SchemaValue.Member(
      "payment",
      record(
        "A line that pays", ["line": text("Its id."), "amount": ref("value", "Its part, where several pay.")],
        required: ["line"])),
    noun(
      "segment",
      [
        "dimension": text("The way of dividing the audience it belongs to."), "share": .reference("value"),
        "value": ref("value", "What one of its customers is worth."),
        "target": ["description": "Whether the plan aims at it.", "type": "boolean"], "traits": .reference("texts"),
      ], required: ["dimension", "target"]),
    noun("stage", [:]),
    noun(
      "channel",
      costed.adding([
        "side": text("online, offline or both."), "parent": text("The channel whose money holds its own."),
        "role": .reference("texts"), "stages": words("Stages it serves."), "segments": words("Segments it reaches."),
        "owner": owner, "tier": text("high, medium or low."), "kind": text("Its class of benchmarks."),
        "stated_share": .reference("value"), "roi": ref("value", "The return expected."),
        "locked": ["description": "Whether its amount is settled.", "type": "boolean"],
        "costs": list("cost", "What makes up its amount."),
      ]), required: ["stages", "segments", "paid_by", "locked", "costs"]),
    noun(
      "cost",
      [
        "figure": text("Its path among the figures."), "amount": .reference("value"),
        "class": text("direct, hidden or opportunity."),
      ]),
    noun(
      "flight",
      costed.adding([
        "channel": text("Its channel."), "period": .reference("period"), "pattern": text("even, front, back or pulse."),
        "segments": words("Whom it is for."), "kpi": text("The KPI it delivers."), "target": .reference("value"),
        "owner": owner,
      ]), required: ["segments", "paid_by"]),
    noun(
      "unit",
      [
        "lead": text("Who leads it."), "parent": text("The unit it belongs to."), "headcount": .reference("value"),
        "temporary": ["description": "Whether it is a task force.", "type": "boolean"],
        "paid_by": list("payment", "The lines that pay its people."),
      ], required: ["temporary", "paid_by"]),
    noun(
      "duty",
      [
        "owner": owner,
        "raci": [
          "description": "Letters out of A, R, C, I by role.", "type": "object",
          "additionalProperties": ["type": "string"],
        ],
      ], required: ["raci"]),
    noun(
      "module",
      costed.adding([
        "benefit": ref("value", "Benefit a year."), "stated_payback": .reference("value"),
        "payback": ref("value", "Cost over benefit."), "go_live": .reference("period"),
        "pilot": text("The phase that pilots it."), "needs": words("Modules it connects to."),
        "existing": ["description": "Whether it is there already.", "type": "boolean"],
        "scorecard": text("How it was chosen."), "kpis": words("KPIs that show its effect."), "owner": owner,
      ]), required: ["paid_by", "needs", "existing", "kpis"]),
    noun(
      "service_level",
      [
        "system": text("The system."), "availability": .reference("value"), "respond_within": .reference("value"),
        "recover_within": .reference("value"), "hours": text("24x7 or 8x5."), "staffed_by": text("The unit on duty."),
      ]),
    noun(
      "partner",
      costed.adding([
        "kind": text("vendor, store, creator, agency, insurer or supplier."), "number": .reference("value"),
        "provides": words("Modules or channels."), "service_level": text("What it promises."),
        "backup": text("Who steps in."),
      ]), required: ["paid_by", "provides"]),
    noun(
      "commitment", costed.adding(["rate": .reference("value"), "of": text("What the rate is of.")]),
      required: ["paid_by"]),
    noun(
      "risk",
      [
        "category": text("One of the policy's."), "origin": text("internal or external."),
        "likelihood": .reference("value"), "impact": .reference("value"), "loss": .reference("value"),
        "expected": ref("value", "Likelihood times loss."), "grade": text("low, medium or high, as stated."),
        "response": text("avoid, transfer, mitigate or accept."),
        "transfer_to": text("The partner that takes it over."),
        "reason": .reference("texts"), "actions": words("Work that answers it."),
        "indicators": words("Alerts that tell of it."), "contingency": .reference("texts"),
        "contingency_amount": .reference("value"), "strikes": .reference("period"), "owner": owner,
        "reviewed": .reference("day"), "about": words("What it can hurt."), "status": text("open, closed or struck."),
      ], required: ["actions", "indicators", "about", "status"]),
    noun(
      "alert",
      [
        "kpi": text("The KPI it watches."), "when": text("The condition."), "each": text("For each what."),
        "cadence": text("How often it is looked at."), "grade": text("low, medium or high."),
        "owes": words("What is owed when it fires."), "within": .reference("value"),
        "causes": list("texts", "What to look at first."), "advice": .reference("texts"), "owner": owner,
      ], required: ["each", "owes", "causes"]),
    SchemaValue.Member(
      "entry",
      record(
        "An entry of the log",
        [
          "date": .reference("day"), "kind": text("What it is."), "alert": text("The alert it answers."),
          "risk": text("The risk it is about."), "adjustment": text("The adjustment it is about."),
          "scope": text("The channel, line or flight."), "period": .reference("period"), "text": .reference("texts"),
          "action": .reference("texts"), "by": text("Who wrote it."), "due": .reference("day"),
        ], required: [])),
    noun(
      "fact",
      [
        "measure": text("What is measured."), "says": .reference("literal"), "change": .reference("literal"),
        "kind": text("market, survey, case, benchmark or forecast."), "place": .reference("texts"),
        "source": .reference("texts"), "as_of": text("When it was true."), "parts": list("fact_part", "A split."),
      ], required: ["kind", "parts"]),
    noun("fact_part", ["share": .reference("value")]),
    noun(
      "scorecard",
      [
        "purpose": text("evaluation, selection or people."), "criteria": list("criterion", "What is weighed."),
        "chosen": text("The option taken."),
      ], required: ["purpose", "criteria"]),
    noun("criterion", ["weight": .reference("value"), "kpi": text("The KPI that measures it.")]),
    noun("term", ["term": .reference("texts"), "meaning": .reference("texts")]),
    noun("chapter", ["text": .reference("texts"), "after": text("The section it follows.")]),
  ]

  private static let owner: SchemaValue = text("Who answers for it.")

  private static let costed: SchemaValue = [
    "figure": text("Its path among the figures."), "amount": .reference("value"),
    "paid_by": list("payment", "The lines that pay for it."),
  ]

  private static func words(_ description: SchemaValue) -> SchemaValue {
    ["description": description, "type": "array", "items": ["type": "string"]]
  }
}
