import PlanModel
import PlanQuantities
import PlanSchedule

/// The schedule in `plan.json`: what the dates of tasks and milestones come to, and how far they may slip.
extension PlanJSON {
  static func writeSchedule(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    let schedule = plan.schedule
    json.object("schedule") { json in
      json.member("finish", schedule.finish?.text)
      json.array("tasks", schedule.tasks) { json, task in json.object { write(task, &$0) } }
      json.array("milestones", schedule.milestones) { json, milestone in json.object { write(milestone, &$0) } }
      json.array("links", schedule.links) { json, link in json.object { write(link, plan, &$0) } }
      json.array("circles", schedule.circles) { json, circle in
        json.array { json in for id in circle { json.string(id) } }
      }
    }
    json.array("events", plan.events) { json, event in json.object { write(event, plan, &$0) } }
  }

  private static func write(_ task: ScheduledTask, _ json: inout JSONWriter) {
    json.member("id", task.id)
    json.member("fixed", task.isFixed)
    json.member("calendar", task.calendar)
    number("duration", task.duration, &json)
    json.member("start", task.start?.text)
    json.member("finish", task.finish?.text)
    json.member("late_start", task.lateStart?.text)
    json.member("late_finish", task.lateFinish?.text)
    number("total_float", task.totalFloat, &json)
    number("free_float", task.freeFloat, &json)
    json.member("critical", task.isCritical)
  }

  private static func write(_ milestone: ScheduledMilestone, _ json: inout JSONWriter) {
    json.member("id", milestone.id)
    json.member("calendar", milestone.calendar)
    json.member("day", milestone.day?.text)
    json.member("earliest", milestone.earliest?.text)
    json.member("expected", milestone.expected?.text)
    json.member("latest", milestone.latest?.text)
    number("slip", milestone.slip, &json)
    number("float", milestone.float, &json)
    json.member("critical", milestone.isCritical)
  }

  private static func write(_ link: ScheduledLink, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.object("from") { write(link.from, &$0) }
    json.object("to") { write(link.to, &$0) }
    json.member("kind", link.kind.rawValue)
    if let lag = link.lag {
      json.object("lag") { json in
        json.member("count", lag.count)
        json.member("unit", lag.unit.word)
      }
    }
    json.member("gate", link.isGate)
    json.member("driving", link.isDriving)
    json.member("critical", link.isCritical)
    json.member("broken", link.isBroken)
    json.object("place") { write(link.range, plan, &$0) }
  }

  private static func write(_ end: ScheduledLink.End, _ json: inout JSONWriter) {
    json.member("kind", end.kind.rawValue)
    json.member("id", end.id)
  }

  private static func write(_ event: ScheduledEvent, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.member("id", event.id)
    write("title", event.title, plan, &json)
    json.member("kind", event.kind?.rawValue)
    json.member("owner", event.owner)
    json.member("cadence", event.cadence?.rawValue)
    if let recurrence = event.recurrence {
      json.object("recurrence") { json in
        json.member("first", recurrence.first.text)
        json.member("rule", recurrence.rule)
        json.array("excluded", recurrence.excluded) { $0.string($1.text) }
        json.array("added", recurrence.added) { $0.string($1.text) }
      }
    }
    json.array("occurrences", event.occurrences) { json, period in
      json.object { json in
        json.member("start", period.first.text)
        json.member("end", period.last.text)
      }
    }
    write("times", event.times, plan, &json)
  }

  private static func number(_ name: String, _ value: Int?, _ json: inout JSONWriter) {
    if let value { json.member(name, value) }
  }
}

extension Lag.Unit {
  /// The unit as `plan.json` names it.
  var word: String {
    switch self {
    case .workingDays: "working_days"
    case .days: "days"
    case .months: "months"
    }
  }
}
