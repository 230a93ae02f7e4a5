/// What may stand in a field, as the schema and the reference describe it.
package enum Shape: Sendable {
  /// A text that may be left empty.
  case prose
  case text, word, flag, integer, date, period, expression, condition, link, file, payer, colour
  case quantity(QuantityKind)
  case choice([String])
  case reference(Target)
  /// A reference or the word `none`, or a quantity or `none`.
  indirect case orNone(Shape)
  indirect case list(Shape)
  /// A mapping from ids to nouns.
  indirect case map(Shape)
  /// A mapping from something else than ids (periods, phases) to values.
  indirect case keyed(by: Shape, Shape)
  case noun(String)
}

/// What an id in a field refers to.
package enum Target: String, Sendable, CaseIterable {
  case role, kpi, line, phase, milestone, task, objective, assumption, claim
  /// A role or an organisational unit.
  case roleOrUnit = "role or unit"
  case category, calendar, channel, stage, segment, unit, module, partner, alert, risk, adjustment, scorecard, duty,
    evidence
  case serviceLevel = "service_level"
  /// What an objective serves.
  case served = "pillar or objective"
  /// What stands behind an objective.
  case means = "channel, module, milestone or event"
  /// The part of a KPI that an objective speaks of.
  case audience = "channel, segment or line"
  /// What a partner provides.
  case provided = "module or channel"
  /// What a risk can hurt.
  case exposed = "channel, module, line or partner"
}

/// What kind of quantity a field asks for.
package enum QuantityKind: String, Sendable, CaseIterable {
  /// Money: `120万元`.
  case money
  /// Money, or money a year: `2160万元/年`.
  case amount
  /// A percentage, or money per unit: `266 CNY/customer`.
  case rate
  /// From 0% to 100%.
  case share
  case percent
  /// `+30%`, `+10.5pp`, `+15 points`, `3x`, `72h→4h`.
  case change
  case ratio
  case duration
  /// A number with a unit: `50人`.
  case count
  /// So many times in a stretch of time: `2-3/y`.
  case often
  /// Any quantity.
  case quantity
}
