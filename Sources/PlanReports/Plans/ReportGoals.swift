import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What is to be reached, and the measures it is judged by.
  mutating func addGoals() {
    let objectives = plan.plan.objectives?.entries ?? []
    let kpis = plan.plan.kpis?.entries ?? []
    guard !objectives.isEmpty || !kpis.isEmpty else { return }
    heading(ReportWord.goals)
    add(
      ReportWord.objectives,
      [
        column(ReportWord.objective), column(ReportWord.kpi), figures(ReportWord.baseline), figures(ReportWord.target),
        figures(ReportWord.change), column(ReportWord.due), column(ReportWord.owner),
      ], objectives.map(row))
    add(
      ReportWord.kpis,
      [
        column(ReportWord.kpi), column(ReportWord.unit), column(ReportWord.formula), figures(ReportWord.baseline),
        figures(ReportWord.limit), column(ReportWord.cadence), column(ReportWord.source), column(ReportWord.owner),
      ], kpis.map(row))
  }

  private func row(_ entry: Table<Objective>.Entry) -> Report.Row {
    let objective = entry.value
    let path = "objectives.\(entry.id.value)"
    let kpi = objective.kpi.map { id in
      [Report.Span(plan.name(plan.plan.kpis?[id.value]?.common ?? Common(), id: id.value))]
    }
    let baseline = objective.kpi.flatMap { id -> [Report.Span]? in
      plan.plan.kpis?[id.value]?.baseline?.value.quantity.map {
        quantity($0, isDoubtful: plan.isDoubtful("kpis.\(id.value).baseline"))
      }
    }
    // A change is shown as the plan says it, a pair as a pair.
    let change = objective.change.map { change in
      signed(literal(change.value, isDoubtful: plan.isDoubtful("\(path).change")), change.value)
    }
    return Report.Row([
      [Report.Span(plan.name(objective.common, id: entry.id.value))], kpi ?? [], baseline ?? [],
      figure("\(path).target"), change ?? figure("\(path).change"), day(objective.due?.value),
      person(objective.owner?.value),
    ])
  }

  /// A change upwards with its sign; multiples have none.
  private func signed(_ spans: [Report.Span], _ change: Literal) -> [Report.Span] {
    guard let quantity = change.quantity, quantity.isExact, quantity.mark != .ratio, quantity.low > 0 else {
      return spans
    }
    return spans.map { Report.Span("+" + $0.text, $0.style) }
  }

  private func row(_ entry: Table<KPI>.Entry) -> Report.Row {
    let kpi = entry.value
    let baseline = kpi.baseline?.value.quantity
    return Report.Row([
      [Report.Span(plan.name(kpi.common, id: entry.id.value))], .text(kpi.unit.map { oneLine($0.value) }),
      .text(kpi.formula.map { oneLine($0.value.text) }, .code),
      quantity(baseline, isDoubtful: plan.isDoubtful("kpis.\(entry.id.value).baseline")), quantity(kpi.limit?.value),
      .text(kpi.cadence.map { word($0.value.word) }), text(kpi.common.source), person(kpi.owner?.value),
    ])
  }
}
