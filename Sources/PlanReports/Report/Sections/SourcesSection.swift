import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What the plan takes for granted, and the figures it says again beside what they must equal.
  var sourcesSection: Report.Section? {
    let assumptions = plan.plan.assumptions?.entries ?? []
    let claims = plan.plan.claims?.entries ?? []
    let facts = plan.plan.evidence?.count ?? 0
    guard !assumptions.isEmpty || !claims.isEmpty || facts > 0 else { return nil }
    var section = Report.Section(
      id: "sources", name: word(Message(en: "Assumptions and claims", hans: "假设与引用数字", hant: "假設與引用數字")),
      headline: sentence(
        Sentence.sources(
          assumptions: assumptions.count, withSource: assumptions.count { $0.value.common.source != nil }, facts: facts)
      ))
    section.blocks = assumptionTable(assumptions) + evidenceTable + claimTable(claims)
    return section
  }

  private func assumptionTable(_ entries: [Table<Assumption>.Entry]) -> [Report.Block] {
    let rows = entries.map { entry in
      let assumption = entry.value
      return Report.Row(cells: [
        [.text(plan.name(assumption.common, id: entry.id.value), .plain)],
        figure("assumptions.\(entry.id.value)", .table), range(assumption.low?.value, assumption.high?.value),
        .text(assumption.confidence.map { word($0.value.word) }), text(assumption.common.source),
        period(assumption.common.asOf?.value),
      ])
    }
    return table(
      ReportWord.takenForGranted,
      [
        column(ReportWord.assumption, .name), column(ReportWord.value, .figures), column(ReportWord.range, .figures),
        column(ReportWord.confidence), column(ReportWord.source), column(ReportWord.asOf),
      ], rows, isLong: rows.count > 20)
  }

  private func range(_ low: Quantity?, _ high: Quantity?) -> [Report.Span] {
    guard low != nil || high != nil else { return [] }
    let ends = [low, high].map { $0.map { amounts.text($0, .table, isInText: true) } ?? "…" }
    return [.text(ends.joined(separator: " – "), .plain)]
  }

  /// Figures said again, beside what they must equal.
  private func claimTable(_ entries: [Table<Claim>.Entry]) -> [Report.Block] {
    let rows = entries.map { entry in
      let claim = entry.value
      let expression = claim.equals ?? claim.holds
      let finding = summary.ordered.first { $0.diagnostic.contradiction?.subject == "claims.\(entry.id.value)" }
      let state: [Report.Span] =
        finding.map { finding in
          finding.diagnostic.severity == .advice
            ? [.status(.advice, word(ReportWord.roundedOff))] : [.status(.bad, word(ReportWord.differs))]
        } ?? verdict(expression)
      return Report.Row(cells: [
        .text(plan.name(ofFigure: "claims.\(entry.id.value)")),
        claim.says.map { said in side(said.value.quantity ?? said.value.period ?? said.value as any Phrased) } ?? [],
        expression.map { recomputed($0, beside: claim.says?.value.quantity) } ?? [], state,
        .text(expression.map { oneLine($0.value.text) }, .code), text(claim.whereSaid ?? claim.common.source),
      ])
    }
    return table(
      ReportWord.saidAgain,
      [
        column(ReportWord.claim, .name), column(ReportWord.says, .figures), column(ReportWord.recomputed, .figures),
        column(ReportWord.status), column(ReportWord.mustEqual, .wide), column(ReportWord.whereSaid),
      ], rows, isLong: true)
  }

  private func verdict(_ expression: Located<Expression>?) -> [Report.Span] {
    guard let expression else { return [] }
    let value = plan.figures.evaluate(expression).value
    if value.reason != nil { return [.status(.unknown, word(ReportWord.undefined))] }
    if case .truth(let holds) = value {
      return [holds ? .status(.good, word(ReportWord.agrees)) : .status(.bad, word(ReportWord.differs))]
    }
    return [.status(.good, word(ReportWord.agrees))]
  }

  /// What an expression comes to; a plain number as a percentage or multiple where the stated figure is one.
  private func recomputed(_ expression: Located<Expression>, beside stated: Quantity?) -> [Report.Span] {
    var value = plan.figures.evaluate(expression).value
    if value.reason != nil { return none }
    if case .quantity(let quantity) = value, let stated { value = .quantity(quantity.inManner(of: stated)) }
    let text = value.quantity.map(shown) ?? amounts.text(value, .table, isInText: true)
    if let path = expression.value.bareReference, plan.figures.figure(path.text) != nil {
      return figure(path.text, printed: oneLine(text))
    }
    return .text(oneLine(text))
  }
}
