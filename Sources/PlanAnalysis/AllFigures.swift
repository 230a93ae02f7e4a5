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
    return assumptions + kpis + objectives
  }

  private var timePaths: [String] {
    (plan.phases?.ids ?? []).flatMap { ["phases.\($0)", "phases.\($0).start", "phases.\($0).end"] }
      + (plan.milestones?.ids ?? []).map { "milestones.\($0)" }
  }

  private var feasibilityPaths: [String] {
    guard let feasibility = plan.feasibility else { return [] }
    let periods = (feasibility.flows?.entries ?? []).map(\.period.value.text)
    return ["feasibility.investment", "feasibility.discount_rate"] + periods.map { "feasibility.flows.\($0)" }
      + periods.map { "feasibility.pv.\($0)" } + (feasibility.benefits?.ids ?? []).map { "feasibility.benefits.\($0)" }
      + Self.returns.map { "feasibility.\($0)" }
  }
}
