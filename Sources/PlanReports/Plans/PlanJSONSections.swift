import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// The plan's nouns in `plan.json`, in plain form; what they come to stands under `figures`, at the path in `figure`.
extension PlanJSON {
  static func writeSections(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    writeBudget(plan, &json)
    writeSpend(plan, &json)
    writeLedger(plan, &json)
    writeTimetable(plan, &json)
    writeSchedule(plan, &json)
    writeGoals(plan, &json)
    writeFacts(plan, &json)
    writeNouns(plan, &json)
  }

  // MARK: Budget

  private static func writeBudget(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    let lines = plan.resolved.lines
    json.array("lines", lines.topPlaces()) { json, place in json.object { write(line: place, plan, &$0) } }
    json.array("operating", lines.topPlaces(isOperating: true)) { json, place in
      json.object { write(line: place, plan, &$0) }
    }
    json.array("reserves", plan.plan.budget?.reserves?.entries ?? []) { json, entry in
      let path = "budget.\(entry.id.value)"
      json.object { json in
        json.member("id", entry.id.value)
        write("title", entry.value.common.title, plan, &json)
        json.member("figure", path)
        json.member("for", entry.value.purpose?.value.rawValue)
        json.member("owner", entry.value.owner?.value)
        write("share", entry.value.share?.value, plan, &json)
        write("amount", plan.figures.figure(path)?.quantity, plan, &json)
        write("share_of_total", plan.shareOfTotal(path), plan, &json)
      }
    }
  }

  private static func write(line place: Int, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    let entry = plan.resolved.lines.entries[place]
    let path = "budget.\(entry.id.value)"
    json.member("id", entry.id.value)
    write("title", entry.line.common.title, plan, &json)
    json.member("figure", path)
    json.member("category", entry.category?.value)
    json.member("owner", entry.owner?.value)
    write("amount", plan.figures.figure(path)?.quantity, plan, &json)
    write("share_of_total", plan.shareOfTotal(path), plan, &json)
    write("stated_share", entry.line.share?.value, plan, &json)
    json.array("lines", entry.children) { json, child in json.object { write(line: child, plan, &$0) } }
  }

  // MARK: Time

  private static func writeTimetable(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    let rows = timetable(plan.plan)
    json.array("phases", rows.filter { $0.kind == .phase }) { json, row in
      json.object { json in
        write(head: row, plan, &json)
        let phase = plan.plan.phases?[row.id]
        json.member("track", phase?.trackName)
        json.member("kind", phase?.kind?.value.rawValue)
        let own = plan.figures.phaseSpending[row.id]
        write("share", own?.share, plan, &json)
        write("money", own?.money, plan, &json)
      }
    }
    json.array("milestones", rows.filter { $0.kind == .milestone }) { json, row in
      json.object { write(head: row, plan, &$0) }
    }
    json.array("tasks", rows.filter { $0.kind == .task }) { json, row in
      json.object { json in
        write(head: row, plan, &json)
        let task = plan.plan.tasks?[row.id]
        write("duration", row.duration, plan, &json)
        json.member("due", task?.due?.value.text)
        write("amount", task?.amount?.value, plan, &json)
      }
    }
  }

  private static func write(head row: TimetableRow, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.member("id", row.id)
    write("title", row.title, plan, &json)
    json.member("start", row.period?.first.text)
    json.member("end", row.period?.last.text)
    json.member("owner", row.owner)
    json.member("phase", row.phase)
    if row.kind != .phase {
      json.member("status", row.status.rawValue)
      json.array("after", row.after) { $0.string($1.text) }
    }
    write("deliverable", row.deliverable, plan, &json)
  }

  // MARK: Goals

  private static func writeGoals(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("objectives", plan.plan.objectives?.entries ?? []) { json, entry in
      let objective = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", objective.common.title, plan, &json)
        json.member("kpi", objective.kpi?.value)
        write("target", plan.figures.figure("objectives.\(entry.id.value).target")?.quantity, plan, &json)
        write("change", plan.figures.figure("objectives.\(entry.id.value).change")?.quantity, plan, &json)
        json.member("due", objective.due?.value.text)
        json.member("owner", objective.owner?.value)
      }
    }
    json.array("kpis", plan.plan.kpis?.entries ?? []) { json, entry in
      json.object { write(entry.id.value, entry.value, plan, &$0) }
    }
  }

  private static func write(_ id: String, _ kpi: KPI, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.member("id", id)
    write("title", kpi.common.title, plan, &json)
    json.member("unit", kpi.unit?.value)
    json.member("direction", kpi.direction?.value.rawValue)
    json.member("formula", kpi.formula?.value.text)
    write("share_of", kpi.shareOf, plan, &json)
    write("baseline", kpi.baseline?.value.quantity, plan, &json)
    write("limit", kpi.limit?.value, plan, &json)
    json.array("path", kpi.path?.entries ?? []) { json, point in
      json.object { json in
        json.member("period", point.period.value.text)
        write(.quantity(point.value.value), dimension: nil, plan, &json)
      }
    }
    json.member("cadence", kpi.cadence?.value.rawValue)
    json.member("owner", kpi.owner?.value)
    json.member("dimension", kpi.dimension?.value.rawValue)
    json.member("nature", kpi.nature?.value.rawValue)
    json.member("kind", kpi.kind?.value.rawValue ?? KPI.Kind.outcome.rawValue)
  }

  // MARK: Facts

  private static func writeFacts(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("assumptions", plan.plan.assumptions?.entries ?? []) { json, entry in
      let assumption = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", assumption.common.title, plan, &json)
        write("amount", plan.figures.figure("assumptions.\(entry.id.value)")?.value, plan, &json)
        write("low", assumption.low?.value, plan, &json)
        write("high", assumption.high?.value, plan, &json)
        json.member("equals", assumption.equals?.value.text)
        json.member("confidence", assumption.confidence?.value.rawValue)
        write("source", assumption.common.source, plan, &json)
        json.member("as_of", assumption.common.asOf?.value.text)
      }
    }
    json.array("claims", plan.plan.claims?.entries ?? []) { json, entry in
      let claim = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", claim.common.title, plan, &json)
        write("says", claim.says?.value, plan, &json)
        json.member("equals", claim.equals?.value.text)
        write("recomputed", claim.equals.map { plan.figures.evaluate($0).value }, plan, &json)
        json.member("holds", claim.holds?.value.text)
        write("true", claim.holds.map { plan.figures.evaluate($0).value }, plan, &json)
        write("where", claim.whereSaid, plan, &json)
        write("source", claim.common.source, plan, &json)
      }
    }
  }
}

extension Link {
  /// The dependency as a plan writes it: `build SS+2w`; a plain one is the id alone.
  var text: String {
    if kind == .finishToStart, lag == nil { return id.value }
    guard let lag else { return "\(id.value) \(kind.rawValue)" }
    let amount = lag.canonicalText.filter { $0 != " " }
    return "\(id.value) \(kind.rawValue)" + (lag.value.isNegative ? "" : "+") + amount
  }
}
