import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Money over time in `plan.json`: amounts as plain numbers, one a month and one a phase, in the order of `months` and
/// `phases`.
extension PlanJSON {
  /// Nothing where the plan does not say when all of its money is spent.
  static func writeSpend(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    guard let money = plan.figures.moneyOverTime else { return }
    let monthly = money.monthly(plan.plan)
    json.object("spend") { json in
      json.member("unit", money.unit.code)
      json.array("months", money.months) { $0.string($1.text) }
      json.array("phases", money.phases) { $0.string($1) }
      json.object("total") { json in
        writeParts(money.total, &json)
        json.array("cumulative", monthly) { $0.string($1.cumulative.value.decimalText) }
        if monthly.contains(where: { $0.released != nil }) {
          json.array("released", monthly) { json, month in
            if let released = month.released { json.string(released.value.decimalText) } else { json.null() }
          }
        }
      }
      json.array("rows", money.rows) { json, row in
        json.object { json in
          json.member("id", row.id)
          json.member("figure", "budget.\(row.id)")
          writeParts(row, &json)
        }
      }
    }
  }

  private static func writeParts(_ row: MoneyOverTime.Row, _ json: inout JSONWriter) {
    json.member("amount", row.amount.value.decimalText)
    json.array("by_month", row.months) { $0.string($1.value.decimalText) }
    json.array("by_phase", row.phases) { $0.string($1.value.decimalText) }
  }
}
