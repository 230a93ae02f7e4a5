import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanSyntax
import PlanText

extension RuleContext {
  /// Evaluates every expression of the plan and reports names, units and circles that do not work.
  func reportExpressionProblems() {
    // Conditions of alerts speak of `actual` and `plan`, which are no figures of the plan.
    for use in resolved.expressions where use.noun != Alert.nounName {
      let evaluation = figures.evaluate(use.expression)
      // An adjustment may change a field that is no figure, such as a formula.
      if !evaluation.problems.isEmpty, use.noun == FieldChange.nounName, namesField(use.expression.value) { continue }
      report(evaluation.problems)
      if use.noun == Claim.nounName { reportBareKPIs(use) }
    }
    reportAlertProblems()
    for loop in figures.cycles { report(ReferenceCycle.diagnostic(loop.map { ($0, place(of: $0)) })) }
    if let path = figures.tooDeep {
      report(ResourceLimit.tooManySteps(path, at: place(of: path), limit: Figures.deepest))
    }
  }

  /// Reports what of the plan's figures is too much to be worked out.
  func reportLeftOut() {
    if let path = figures.leftOut {
      let place = figures.figure(path)?.place ?? plan.feasibility?.common.keyRange ?? plan.common.range
      report(ResourceLimit.tooManyWhatIfs(at: place, limit: figures.mostWhatIfSteps))
    }
    // Outputs ask for it where no rule does.
    let columns = (plan.period?.value.months ?? 0) + (plan.phases?.count ?? 0)
    if resolved.lines.entries.count * columns > MoneyOverTime.mostAmounts { _ = figures.moneyOverTime }
    if figures.isSpendTooLong, let budget = plan.budget {
      report(ResourceLimit.tooManyAmounts(at: budget.common.keyRange, limit: MoneyOverTime.mostAmounts))
    }
  }

  /// Reports problems of an expression, each under its code; where currencies meet, their rule does.
  func report(_ problems: [ExpressionProblem]) {
    for problem in problems where !mayBeLost(problem) {
      if problem.kind == .noRate { unconvertible.append(problem) } else { report(diagnostic(problem)) }
    }
  }

  /// Whether a name may stand for something that a syntax error cost the plan.
  private func mayBeLost(_ problem: ExpressionProblem) -> Bool {
    if case .unknownName = problem.kind { resolved.isDamaged } else { false }
  }

  func diagnostic(_ problem: ExpressionProblem) -> Diagnostic {
    switch problem.kind {
    case .unknownName: problem.diagnostic(UndefinedReference.self)
    case .tooLarge: problem.diagnostic(ResourceLimit.self)
    case .noRate: problem.diagnostic(UnconvertibleCurrency.self)
    case .dimension: DimensionMismatch.expression(problem)
    case .cycle: problem.diagnostic(ReferenceCycle.self)
    case .syntax, .literal: problem.diagnostic(InvalidQuantity.self)
    }
  }

  /// In a claim a KPI must name one of its figures: the KPI itself is a series that only actual data give.
  private func reportBareKPIs(_ use: ExpressionUse) {
    for path in use.expression.value.paths where path.names.count == 1 {
      guard let kpi = plan.kpis?[path.text], kpi.formula == nil else { continue }
      let known = ["baseline", "target", "change"].map { "\(path.text).\($0)" }
      report(UndefinedReference.series(path.text, figures: known, at: path.range))
    }
  }

  private func place(of path: String) -> SourceRange { figures.figure(path)?.place ?? plan.common.range }
}
