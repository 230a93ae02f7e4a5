import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// The ledger in `plan.json`: every adjustment and reallocation, and what the lines they touch came to.
extension PlanJSON {
  /// Nothing without adjustments.
  static func writeLedger(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    guard plan.plan.adjustments?.isEmpty == false else { return }
    let ledger = plan.figures.ledger
    json.object("ledger") { json in
      json.array("entries", Array(ledger.entries.enumerated())) { json, entry in
        json.object { write(entry.element, isEffective: entry.offset < ledger.effective, plan, &$0) }
      }
      json.array("accounts", accounts(plan)) { json, id in
        let path = "budget.\(id)"
        json.object { json in
          json.member("figure", path)
          write("approved", plan.figures.figure(path)?.value, plan, &json)
          write("moved", plan.figures.figure(path + ".moved")?.value, plan, &json)
          write("today", plan.figures.figure(path + ".today")?.value, plan, &json)
        }
      }
    }
  }

  /// The total, then the lines and reserves that were touched, in the order of the budget.
  private static func accounts(_ plan: CompiledPlan) -> [String] {
    let touched = plan.figures.ledger.accounts
    let lines = plan.resolved.lines.entries.filter { !$0.isOperating }.map(\.id.value)
    return [Ledger.total] + (lines + (plan.plan.budget?.reserves?.ids ?? [])).filter { touched.contains($0) }
  }

  private static func write(
    _ entry: Ledger.Entry, isEffective: Bool, _ plan: CompiledPlan, _ json: inout JSONWriter
  ) {
    guard let adjustment = plan.plan.adjustments?.entries[entry.place].value else { return }
    json.member("id", entry.id.value)
    write("title", adjustment.common.title, plan, &json)
    json.member("kind", adjustment.kind?.value.rawValue)
    json.member("date", entry.date.text)
    json.member("effective", isEffective)
    json.array("moves", entry.moves) { json, move in
      json.object { json in
        write("amount", move.stated?.value, plan, &json)
        json.member("from", move.from?.value)
        json.member("to", move.to?.value)
      }
    }
    json.array("changes", adjustment.changes ?? []) { json, change in
      json.object { json in
        json.member("path", change.path?.value.text)
        write("was", change.was?.value, plan, &json)
        write("now", change.now?.value, plan, &json)
      }
    }
    write("problem", adjustment.problem, plan, &json)
    write("proposal", adjustment.proposal, plan, &json)
    json.member("requested_by", adjustment.requestedBy?.value)
    json.array("approved_by", adjustment.approvedBy ?? []) { $0.string($1.value) }
    json.member("approved_on", adjustment.approvedOn?.value.text)
    guard let review = adjustment.review else { return }
    json.object("review") { json in
      json.member("due", review.due?.value.text)
      json.member("kpi", review.kpi?.value)
      write("result", review.result, plan, &json)
      json.member("done_on", review.doneOn?.value.text)
    }
  }
}
