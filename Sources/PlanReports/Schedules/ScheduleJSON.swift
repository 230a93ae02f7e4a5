import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// What `marplan schedule --format json` prints: the schedule and what recurs as `plan.json` has them, with the chain that
/// decides the end.
package struct ScheduleJSON {
  package init() {}

  /// The whole document, ending in a line feed.
  package func render(_ plan: CompiledPlan) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("plan", plan.plan.id?.value ?? "")
      json.member("language", plan.language.rawValue)
      json.member("as_of", plan.resolved.today?.text)
      json.array("critical_chain", plan.criticalChain) { json, end in
        json.object { json in
          json.member("kind", end.kind.rawValue)
          json.member("id", end.id)
        }
      }
      PlanJSON.writeSchedule(plan, &json)
    }
    return json.finished()
  }
}
