import PlanAnalysis
import PlanExpressions
import PlanText

extension FigureTree {
  /// The derivation as JSON: each figure as `plan.json` has it, with its inputs inside.
  package func json(_ plan: CompiledPlan) -> String {
    var json = JSONWriter()
    write(plan, &json)
    return json.finished()
  }

  private func write(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      PlanJSON.write(value, dimension: dimension, plan, &json)
      json.member("how", manner.rawValue)
      json.key("formula")
      if let formula { json.string(formula) } else { json.null() }
      PlanJSON.write(place, plan, &json)
      json.array("inputs", inputs) { json, input in input.write(plan, &json) }
    }
  }
}
