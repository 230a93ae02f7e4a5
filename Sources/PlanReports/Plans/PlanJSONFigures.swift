import PlanAnalysis
import PlanExpressions
import PlanQuantities
import PlanText

/// Figures in `plan.json`: value, unit, text, and what each was made from.
extension PlanJSON {
  static func write(_ figure: Figure, at path: String, _ plan: some Compiled, _ json: inout JSONWriter) {
    write(figure.value, dimension: figure.dimension, plan, &json)
    json.member("doubtful", plan.isDoubtful(path))
    json.member("stated", figure.formula == nil && figure.value.reason == nil)
    json.object("trace") { json in
      json.key("formula")
      if let formula = figure.formula { json.string(formula) } else { json.null() }
      json.array("inputs", figure.inputs) { json, input in
        json.object { json in
          json.member("name", input.name)
          write(input.value, dimension: nil, plan, &json)
          write(input.place, plan, &json)
        }
      }
    }
    if plan.place(figure.place) != nil { json.object("place") { write(figure.place, plan, &$0) } }
  }

  /// The members of a value: `value` is one number or date, or null with what there is instead.
  static func write(_ value: Value, dimension: Dimension?, _ plan: some Compiled, _ json: inout JSONWriter) {
    json.key("value")
    if let single = single(value) { json.string(single) } else { json.null() }
    json.member("unit", unit(value) ?? dimension?.code)
    switch value {
    case .quantity(let quantity): writeManner(quantity, &json)
    case .period(let period) where period.days > 1:
      json.member("low", period.first.text)
      json.member("high", period.last.text)
    case .series(let series):
      json.array("points", series.points) { json, point in
        json.object { json in
          json.member("period", point.period.text)
          write(point.value, dimension: nil, plan, &json)
        }
      }
    case .figures(let values):
      json.array("values", values) { json, value in json.object { write(value, dimension: nil, plan, &$0) } }
    default: break
    }
    json.member("text", oneLine(plan.text(value)))
    json.member("reason", value.reason?.text(in: plan.language))
  }

  /// One number in the base unit, exact where its decimals end and else to twelve places; a day or a period.
  private static func single(_ value: Value) -> String? {
    switch value {
    case .quantity(let quantity): quantity.isRange ? nil : quantity.value.decimalText
    case .period(let period): period.text
    case .truth(let truth): truth ? "true" : "false"
    default: nil
    }
  }

  private static func unit(_ value: Value) -> String? {
    switch value {
    case .quantity(let quantity): quantity.unit.code
    case .period(let period): period.days == 1 ? "date" : "period"
    case .truth: "truth"
    default: nil
    }
  }

  /// How a figure is meant: as a percentage, a range, a bound, loosely.
  private static func writeManner(_ quantity: Quantity, _ json: inout JSONWriter) {
    json.member("mark", quantity.mark.code)
    if quantity.isRange {
      json.member("low", quantity.low.decimalText)
      json.member("high", quantity.high.decimalText)
    }
    json.member("bound", quantity.bound?.code)
    json.member("vagueness", quantity.vagueness?.code)
  }

  /// A literal of the plan, written as the value it says; nothing where there is none.
  static func write(_ name: String, _ literal: Literal?, _ plan: some Compiled, _ json: inout JSONWriter) {
    switch literal {
    case .quantity(let quantity)?: write(name, Value.quantity(quantity), plan, &json)
    case .period(let period)?: write(name, Value.period(period), plan, &json)
    case .pair(let from, let to)?:
      json.object(name) { json in
        json.object("from") { write(.quantity(from), dimension: nil, plan, &$0) }
        json.object("to") { write(.quantity(to), dimension: nil, plan, &$0) }
        json.member("text", oneLine(Literal.pair(from, to).phrase(in: plan.language)))
      }
    case .hours(let perDay, let days)?:
      json.object(name) { json in
        json.member("hours_per_day", perDay)
        json.member("days_per_week", days)
        json.member("text", Literal.hours(perDay: perDay, days: days).phrase(in: plan.language))
      }
    case nil: break
    }
  }

  /// A value under a name; nothing where there is none.
  static func write(_ name: String, _ value: Value?, _ plan: some Compiled, _ json: inout JSONWriter) {
    guard let value else { return }
    json.object(name) { write(value, dimension: nil, plan, &$0) }
  }

  static func write(_ name: String, _ quantity: Quantity?, _ plan: some Compiled, _ json: inout JSONWriter) {
    write(name, quantity.map { Value.quantity($0) }, plan, &json)
  }
}
