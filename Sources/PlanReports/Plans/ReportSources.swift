import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What the plan rests on, and where that comes from.
  mutating func addAssumptions() {
    let entries = plan.plan.assumptions?.entries ?? []
    guard !entries.isEmpty else { return }
    heading(ReportWord.assumptions)
    let rows = entries.map { entry in
      let assumption = entry.value
      return Report.Row([
        [Report.Span(plan.name(assumption.common, id: entry.id.value))], figure("assumptions.\(entry.id.value)"),
        range(assumption.low?.value, assumption.high?.value), .text(assumption.confidence.map { word($0.value.word) }),
        text(assumption.common.source), period(assumption.common.asOf?.value),
      ])
    }
    add(
      ReportWord.assumptions,
      [
        column(ReportWord.assumption), figures(ReportWord.value), figures(ReportWord.range),
        column(ReportWord.confidence),
        column(ReportWord.source), column(ReportWord.asOf),
      ], rows)
  }

  private func range(_ low: Quantity?, _ high: Quantity?) -> [Report.Span] {
    guard low != nil || high != nil else { return [] }
    let ends = [low, high].map { $0?.computedPhrase(in: plan.language) ?? "…" }
    return [Report.Span(ends.joined(separator: " – "))]
  }

  /// Figures said again, beside what they must equal.
  mutating func addClaims() {
    let entries = plan.plan.claims?.entries ?? []
    guard !entries.isEmpty else { return }
    heading(ReportWord.claims)
    let rows = entries.map { entry in
      let claim = entry.value
      let expression = claim.equals ?? claim.holds
      return Report.Row([
        [Report.Span(plan.name(claim.common, id: entry.id.value))],
        literal(claim.says?.value, isDoubtful: plan.isDoubtful("claims.\(entry.id.value)")),
        .text(expression.map { oneLine($0.value.text) }, .code),
        expression.map { value(plan.figures.evaluate($0).value) } ?? [], text(claim.whereSaid),
        text(claim.common.source),
      ])
    }
    add(
      ReportWord.claims,
      [
        column(ReportWord.claim), figures(ReportWord.says), column(ReportWord.mustEqual),
        figures(ReportWord.recomputed),
        column(ReportWord.whereSaid), column(ReportWord.source),
      ], rows)
  }
}
