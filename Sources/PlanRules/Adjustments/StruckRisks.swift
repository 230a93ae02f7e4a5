import PlanAnalysis
import PlanModel
import PlanText

extension RuleContext {
  /// Reports, as a rule's advice, a risk that struck and whose contingency a reserve pays, while the ledger never drew on
  /// that reserve: it is never drawn on by itself.
  func checkStruckRisks(_ rule: any Rule.Type) {
    guard let risks = plan.risks, plan.life >= .approved, let reserves = plan.budget?.reserves else { return }
    var drawn: Set<String>?
    for place in risks.entries.indices where risks.entries[place].value.status?.value == .struck {
      guard let contingency = risks.entries[place].value.contingency, let amount = contingency.amount,
        case .one(let payer) = contingency.paidBy, reserves.place(of: payer.value) != nil
      else { continue }
      let sources = drawn ?? self.sources
      drawn = sources
      if sources.contains(payer.value) { continue }
      let id = risks.entries[place].id.value
      report(
        Diagnostic(
          rule, at: payer.range,
          Message(
            en:
              "risk `\(id)` struck, and reserve `\(payer.value)` is to pay \(amount.value), but the ledger never drew on it",
            hans: "风险 `\(id)` 已发生，应由预留 `\(payer.value)` 支付 \(amount.value)，而台账中没有从中调出的记录",
            hant: "風險 `\(id)` 已發生，應由預留 `\(payer.value)` 支付 \(amount.value)，而台帳中沒有從中調出的記錄"),
          help: Message(
            en: "write the move from `\(payer.value)` to the line that spends it; nothing is drawn on by itself",
            hans: "请写明从 `\(payer.value)` 调往支出科目的调动；预留不会自动动用",
            hant: "請寫明從 `\(payer.value)` 調往支出科目的調動；預留不會自動動用"), severity: .advice))
    }
  }

  /// The lines and reserves that the ledger drew on.
  private var sources: Set<String> {
    var found: Set<String> = []
    for entry in ledger.entries { for move in entry.moves { if let from = move.from { found.insert(from.value) } } }
    return found
  }
}
