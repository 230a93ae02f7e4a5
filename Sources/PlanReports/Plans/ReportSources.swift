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
      ReportWord.takenForGranted,
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
        expression.map { recomputed($0, beside: claim.says?.value.quantity) } ?? [], text(claim.whereSaid),
        text(claim.common.source),
      ])
    }
    add(
      ReportWord.saidAgain,
      [
        column(ReportWord.claim), figures(ReportWord.says), column(ReportWord.mustEqual),
        figures(ReportWord.recomputed),
        column(ReportWord.whereSaid), column(ReportWord.source),
      ], rows)
  }

  /// What an expression comes to; a plain number as a percentage or multiple where the stated figure is one.
  private func recomputed(_ expression: Located<Expression>, beside stated: Quantity?) -> [Report.Span] {
    var value = plan.figures.evaluate(expression).value
    if case .quantity(var quantity) = value, let stated, quantity.unit.isPure, stated.unit.isPure,
      [quantity.mark, stated.mark].allSatisfy({ [.none, .percent, .permille, .ratio].contains($0) })
    {
      quantity.mark = stated.mark
      quantity.spelling = nil
      value = .quantity(quantity)
    }
    return self.value(value)
  }
}
