import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What the money brings back, each figure with what it means.
  mutating func addFeasibility() {
    guard let feasibility = plan.plan.feasibility else { return }
    heading(ReportWord.feasibility)
    let separator = plan.language == .english ? ", " : "、"
    let netOf = feasibility.netOf?.map { word($0.value.word) }.joined(separator: separator)
    let facts: [(Message, [Report.Span])] = [
      (ReportWord.start, day(feasibility.start?.value)), (ReportWord.investment, figure("feasibility.investment")),
      (ReportWord.discountRate, figure("feasibility.discount_rate")),
      (ReportWord.netOf, .text(netOf ?? word(ReportWord.notSaid))),
    ]
    add(.facts(facts.filter { !$0.1.isEmpty }.map { (word($0.0), $0.1) }))
    addFlows(feasibility)
    addMeasures()
  }

  private mutating func addFlows(_ feasibility: Feasibility) {
    let rows = (feasibility.flows?.entries ?? []).map { entry in
      let name = entry.period.value.text
      return Report.Row([
        period(entry.period.value), figure("feasibility.flows.\(name)"), figure("feasibility.pv.\(name)"),
        text(entry.value.common.source ?? entry.value.common.note),
      ])
    }
    add(
      ReportWord.flows,
      [
        column(ReportWord.period), figures(ReportWord.flow), figures(ReportWord.presentValue),
        column(ReportWord.source),
      ],
      rows)
  }

  private mutating func addMeasures() {
    let rows = plan.measures.compactMap { measure -> Report.Row? in
      let path = "feasibility.\(measure.name)"
      guard let figure = plan.figures.figure(path) else { return nil }
      return Report.Row([
        .text(word(measure.title)), value(figure.value, isDoubtful: plan.isDoubtful(path)),
        .message(word(measure.meaning)),
        .text(figure.formula, .code),
      ])
    }
    add(
      ReportWord.results,
      [column(ReportWord.figure), column(ReportWord.value), column(ReportWord.meaning), column(ReportWord.formula)],
      rows)
  }
}
