import PlanModel
import PlanQuantities
import PlanText

extension Figures {
  /// Every path the plan has a figure for, in the order of its sections.
  package var allPaths: [String] {
    budgetPaths + goalPaths + timePaths + riskPaths + feasibilityPaths
      + (plan.team?.headcount == nil ? [] : ["team.headcount"]) + (plan.claims?.ids ?? []).map { "claims.\($0)" }
  }

  /// Every figure of the plan, worked out.
  package var all: [Figure] { allPaths.compactMap { figure($0) } }

  private var budgetPaths: [String] {
    guard let budget = plan.budget else { return [] }
    var paths = ["budget.total", "budget.lines"] + resolved.lines.entries.map { "budget.\($0.id.value)" }
    if let reserves = budget.reserves { paths += ["budget.reserved"] + reserves.ids.map { "budget.\($0)" } }
    if budget.operating != nil { paths.append("budget.operating") }
    return paths + ledgerPaths
  }

  private var goalPaths: [String] {
    let assumptions = (plan.assumptions?.ids ?? []).map { "assumptions.\($0)" }
    let kpis = (plan.kpis?.ids ?? []).flatMap { ["kpis.\($0).baseline", "kpis.\($0).target", "kpis.\($0).change"] }
    let objectives = (plan.objectives?.ids ?? []).flatMap { ["objectives.\($0).target", "objectives.\($0).change"] }
    let evidence = (plan.evidence?.entries ?? []).filter { $0.value.value != nil }.map { "evidence.\($0.id.value)" }
    return assumptions + evidence + kpis + objectives
  }

  private var timePaths: [String] {
    (plan.phases?.ids ?? []).flatMap { ["phases.\($0)", "phases.\($0).start", "phases.\($0).end"] }
      + (plan.milestones?.ids ?? []).map { "milestones.\($0)" }
  }

  private var feasibilityPaths: [String] {
    guard let feasibility = plan.feasibility else { return [] }
    let periods = (feasibility.flows?.entries ?? []).map(\.period.value.text)
    return plainPaths(feasibility, periods) + operatingPaths(periods) + whatIfPaths(feasibility)
  }

  private func plainPaths(_ feasibility: Feasibility, _ periods: [String]) -> [String] {
    ["feasibility.investment", "feasibility.discount_rate"] + periods.map { "feasibility.flows.\($0)" }
      + periods.map { "feasibility.pv.\($0)" } + (feasibility.benefits?.ids ?? []).map { "feasibility.benefits.\($0)" }
      + Self.returns.map { "feasibility.\($0)" }
  }

  /// Returns after operating cost, where the plan has one that the flows do not have off already.
  private func operatingPaths(_ periods: [String]) -> [String] {
    guard case .success? = flowsWithOperating else { return [] }
    let names = periods.map { "flows.\($0)" } + Self.returns.filter { $0 != "benefits" }
    return names.map { "feasibility.with_operating.\($0)" }
  }

  /// Break-even values, rows of the sensitivity analysis and scenarios. A row also tells of NPV and payback, whichever
  /// result it is about.
  private func whatIfPaths(_ feasibility: Feasibility) -> [String] {
    let common = ["npv", "payback"]
    let rows = (feasibility.sensitivity?.entries ?? []).flatMap { entry in
      let row = "feasibility.sensitivity.\(entry.id.value)"
      let others = common.filter { $0 != entry.value.result?.value.rawValue }
      return End.allCases.map { "\(row).\($0.rawValue)" }
        + [End.low, .high].flatMap { end in others.map { "\(row).\(end.rawValue).\($0)" } }
    }
    let breakEvens = (feasibility.breakEven?.ids ?? []).flatMap { id in
      ["", ".share", ".change"].map { "feasibility.break_even.\(id)\($0)" }
    }
    let scenarios = (feasibility.scenarios?.ids ?? []).flatMap { id in
      common.map { "feasibility.scenarios.\(id).\($0)" }
    }
    return ["feasibility.largest_investment", "feasibility.smallest_benefits"] + rows + breakEvens + scenarios
  }
}
