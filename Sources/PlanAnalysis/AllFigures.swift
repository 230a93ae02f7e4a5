import PlanModel
import PlanQuantities
import PlanText

extension Figures {
  /// Every path the plan has a figure for, in the order of its sections.
  package var allPaths: [String] {
    budgetPaths + spenderPaths + goalPaths + timePaths + riskPaths + feasibilityPaths
      + (plan.team?.headcount == nil ? [] : ["team.headcount"]) + (plan.claims?.ids ?? []).map { "claims.\($0)" }
  }

  /// Every figure of the plan, worked out.
  package var all: [Figure] { allPaths.compactMap { figure($0) } }

  private var budgetPaths: [String] {
    guard let budget = plan.budget else { return [] }
    var paths = ["budget.total", "budget.lines"] + resolved.lines.entries.map { "budget.\($0.id.value)" }
    if let reserves = budget.reserves { paths += ["budget.reserved"] + reserves.ids.map { "budget.\($0)" } }
    if budget.operating != nil { paths.append("budget.operating") }
    if !spending.isEmpty {
      paths.append("budget.unspent")
      for entry in resolved.lines.entries where !entry.isOperating && spending.isNamed(entry.id.value) {
        paths.append("budget.\(entry.id.value).unspent")
      }
    }
    return paths + ledgerPaths
  }

  /// What channels, flights, modules, partners, promises and events cost and bring.
  private var spenderPaths: [String] {
    channelPaths + (plan.flights?.ids ?? []).map { "flights.\($0)" } + modulePaths
      + (plan.partners?.entries ?? []).flatMap { entry in
        let path = "partners.\(entry.id.value)"
        let spend = entry.value.amount != nil || entry.value.paidBy != nil ? [path, "\(path).spend"] : []
        return spend + (entry.value.number == nil ? [] : ["\(path).number"])
      }
      + (plan.commitments?.ids ?? []).map { "commitments.\($0)" }
      + (plan.events?.entries ?? []).flatMap { entry in
        entry.value.amount == nil ? [] : ["events.\(entry.id.value)", "events.\(entry.id.value).spend"]
      }
  }

  private var channelPaths: [String] {
    guard let channels = plan.channels else { return [] }
    let own = channels.entries.flatMap { entry -> [String] in
      let path = "channels.\(entry.id.value)"
      let costs = entry.value.costs.map { costs in
        ["\(path).cost"] + Cost.Class.allCases.map { "\(path).cost.\($0.rawValue)" }
          + costs.ids.map { "\(path).costs.\($0)" }
      }
      return [path, "\(path).share"] + (entry.value.roi == nil ? [] : ["\(path).roi"]) + (costs ?? [])
    }
    guard plan.budget?.allocation != nil else { return own }
    let split = splitChannels.map(\.id.value)
    return own + Self.allocationMethods.flatMap { method in split.map { "allocation.\(method).\($0)" } }
      + split.flatMap { ["allocation.\($0)", "allocation.\($0).amount"] }
  }

  private var modulePaths: [String] {
    guard let modules = plan.modules else { return [] }
    let own = modules.entries.flatMap { entry -> [String] in
      let path = "modules.\(entry.id.value)"
      guard entry.value.benefit != nil else { return [path] }
      return [path, "\(path).benefit", "\(path).payback"]
        + (entry.value.paidBy == nil ? [] : ["\(path).payback_by_line"])
    }
    return own + Self.moduleSums.map { "modules.\($0)" }.filter { figure($0) != nil }
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
