import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A financial target that the plan's own flows cannot reach by its date.
///
/// - zh-Hans: 按计划自身现金流，到期达不到的财务目标
/// - zh-Hant: 按計畫自身現金流，到期達不到的財務目標
///
/// ## Why it matters
/// Somebody will be held to this target, and the plan itself shows that it cannot be met.
///
/// ## How to mend
/// Move the date to when the flows reach the target, lower the target, or say which return is meant.
///
/// ## Bad
/// ```yaml
/// kpis:
///   roi:
///     unit: x
///     formula: feasibility.roi_gross
///     direction: up
///     baseline: none
///     cadence: quarterly
///     source: accounts
///     owner: cmo
///     kind: activity
/// objectives:
///   roi: {title: Return of 2 to 1 by September 2025, kpi: roi, target: 2:1, due: 2025-09-30, owner: cmo}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 16m, 2026: CNY 18m}
///   net_of: [operating]
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   roi:
///     unit: x
///     formula: feasibility.roi_gross
///     direction: up
///     baseline: none
///     cadence: quarterly
///     source: accounts
///     owner: cmo
///     kind: activity
/// objectives:
///   roi: {title: Return of 1.2 to 1 by September 2025, kpi: roi, target: 1.2:1, due: 2025-09-30, owner: cmo}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 16m, 2026: CNY 18m}
///   net_of: [operating]
/// ```
package struct UnreachableTarget: Rule {
  package static let code = "F917"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let kpis = context.plan.kpis, kpis.entries.contains(where: { $0.value.formula.map(Self.isFinancial) == true })
    else { return }
    var told: [Diagnostic] = []
    var places: [Target.Demand: Int] = [:]
    for target in targets(context) {
      guard let kpi = kpis[target.kpi], let formula = kpi.formula, Self.isFinancial(formula),
        let finding = finding(target, kpi, formula, context)
      else { continue }
      // The objective and the milestone of one day ask for one thing.
      if let place = places[target.demand] {
        let again = Message(en: "asked for again here", hans: "此处再次要求", hant: "此處再次要求")
        told[place].labels.append(.init(target.level.range, again))
      } else {
        places[target.demand] = told.count
        told.append(finding)
      }
    }
    for finding in told { context.report(finding) }
  }

  /// What a KPI is to reach on a day.
  private struct Target {
    let kpi: String
    let level: Located<Quantity>
    let day: Located<Period>

    /// What it asks for, wherever it is written.
    struct Demand: Hashable {
      let kpi: String
      let day: CivilDate
      let level: Fraction
    }

    var demand: Demand { Demand(kpi: kpi, day: day.value.last, level: level.value.low) }
  }

  private func targets(_ context: RuleContext) -> [Target] {
    var targets: [Target] = []
    for entry in context.plan.objectives?.entries ?? [] {
      guard let kpi = entry.value.kpi?.value, let due = entry.value.due, entry.value.scope == nil,
        let day = Period(first: due.value, last: due.value), let level = entry.value.target
      else { continue }
      targets.append(Target(kpi: kpi, level: level, day: Located(day, at: due.range)))
    }
    for entry in context.plan.milestones?.entries ?? [] {
      guard let date = entry.value.date else { continue }
      for target in entry.value.targets?.entries ?? [] {
        targets.append(Target(kpi: target.id.value, level: target.value, day: date))
      }
    }
    return targets
  }

  /// Whether a formula speaks of what the plan's money brings. How much of a budget line is spent by a day may be open,
  /// so that formulas of the budget alone are left aside.
  private static func isFinancial(_ formula: Located<Expression>) -> Bool {
    formula.value.paths.contains { $0.segments.first?.name == "feasibility" }
  }

  private func finding(
    _ target: Target, _ kpi: KPI, _ formula: Located<Expression>, _ context: RuleContext
  ) -> Diagnostic? {
    guard let isUp = kpi.direction.flatMap({ $0.value == .hold ? nil : $0.value == .up }) else { return nil }
    guard let last = Period(first: target.day.value.last, last: target.day.value.last) else { return nil }
    var reached: (evaluation: Evaluation, value: Quantity, meaning: Definitions.ROI?)?
    var all: [(meaning: Definitions.ROI?, value: Quantity)] = []
    for meaning in Self.meanings(formula, context) {
      let evaluation = context.figures.evaluate(formula, at: last, roi: meaning)
      // Unless every meaning is known and fails, nothing can be said.
      guard evaluation.problems.isEmpty, let value = evaluation.value.quantity, !value.isRange,
        value.unit == target.level.value.unit, fails(target.level.value, value, isUp: isUp)
      else { return nil }
      all.append((meaning, value))
      if let best = reached, (value.value > best.value.value) != isUp { continue }
      reached = (evaluation, value, meaning)
    }
    guard let reached else { return nil }
    return diagnostic(target, formula, reached.evaluation, reached.value, reached.meaning, all)
  }

  /// What `feasibility.roi` may mean where nobody says; one that is nothing where that does not matter.
  private static func meanings(_ formula: Located<Expression>, _ context: RuleContext) -> [Definitions.ROI?] {
    let isOpen =
      formula.value.paths.contains { $0.text == "feasibility.roi" }
      && !context.resolved.definitions.contains { $0.roi != nil }
    return isOpen ? Definitions.ROI.allCases.map { $0 } : [nil]
  }

  private func fails(_ target: Quantity, _ value: Quantity, isUp: Bool) -> Bool {
    let reach = target.grain * Fraction(1, 2)
    return isUp ? value.value < target.low - reach : value.value > target.high + reach
  }

  private func diagnostic(
    _ target: Target, _ formula: Located<Expression>, _ evaluation: Evaluation, _ value: Quantity,
    _ meaning: Definitions.ROI?, _ all: [(meaning: Definitions.ROI?, value: Quantity)]
  ) -> Diagnostic {
    let level = target.level.value
    let day = target.day.value.last
    let shown = Shown(Quantity(value.value, value.unit, mark: value.mark), like: level)
    let name = meaning?.path ?? formula.value.text
    var labels = [Diagnostic.Label(target.day.range, Message(en: "by then", hans: "届时", hant: "屆時"))]
    if meaning == nil {
      labels += evaluation.inputs.prefix(4).compactMap { input in
        input.place.map { .init($0, .figure(input.name, Shown(input.value))) }
      }
    }
    let notes = all.map { meaning, value in
      let name = meaning?.path ?? formula.value.text
      let figure = Shown(Quantity(value.value, value.unit, mark: value.mark), like: level)
      return Message(
        en: "at(\(name), \(day)) = \(figure)", hans: "at(\(name), \(day)) = \(figure)",
        hant: "at(\(name), \(day)) = \(figure)")
    }
    return Diagnostic(
      Self.self, at: target.level.range,
      Message(
        en: "\(target.kpi) is to reach \(level) by \(day), but by then the plan's own figures give \(shown)",
        hans: "\(target.kpi) 须在 \(day)前达到 \(level)，而按计划自身数字届时为 \(shown)",
        hant: "\(target.kpi) 須在 \(day)前達到 \(level)，而按計畫自身數字屆時為 \(shown)"),
      label: Message(en: "out of reach", hans: "达不到", hant: "達不到"), labels: labels,
      notes: notes,
      help: Message(
        en: "set the date to when the plan reaches \(level), or ask for \(shown) by \(day)",
        hans: "请将日期改到计划可达到 \(level) 之时，或将目标改为 \(day)前 \(shown)",
        hant: "請將日期改到計畫可達到 \(level) 之時，或將目標改為 \(day)前 \(shown)")
    ).contradicting(
      Contradiction(
        "\(target.kpi).target", stated: level, recomputed: value, formula: "at(\(name), \(day.text))",
        inputs: evaluation.inputs.map(\.name)))
  }
}
