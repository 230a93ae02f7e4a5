import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A stated change is not what base and new value give.
///
/// - zh-Hans: 所写变化与基线和目标值不符
/// - zh-Hant: 所寫變化與基線和目標值不符
///
/// ## Why it matters
/// An objective that asks for +30% and for a level that is +20% asks for two things; whoever is measured picks the
/// easier one.
///
/// ## How to mend
/// State the change that the target makes of the KPI's baseline, relative (`+30%`) or in points (`+10.5pp`); or mend
/// the target or the baseline.
///
/// ## Bad
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket, kpi: ticket, target: 400元, change: +30%, due: 2025-12-31, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket, kpi: ticket, target: 400元, change: +25%, due: 2025-12-31, owner: cmo}
/// ```
package struct ChangeOff: Rule {
  package static let code = "F911"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] {
      let objective = entry.value
      guard let change = objective.change, let target = objective.target, !target.value.isRange,
        let kpi = objective.kpi.flatMap({ context.plan.kpis?[$0.value] }), let baseline = kpi.baseline,
        let level = baseline.value.quantity
      else { continue }
      check(change, target, level, at: baseline.range, context)
    }
  }

  private func check(
    _ change: Located<Literal>, _ target: Located<Quantity>, _ baseline: Quantity, at place: SourceRange,
    _ context: RuleContext
  ) {
    switch change.value {
    case .pair(let from, let to):
      guard differs(from, baseline, context) || differs(to, target.value, context) else { return }
      let given = Message(en: "\(baseline) to \(target.value)", hans: "\(baseline) 到 \(target.value)", hant: "\(baseline) 到 \(target.value)")
      report(change, target, baseline, place, given, "baseline → target", context)
    case .quantity(let stated):
      guard let derived = derived(stated, from: baseline, to: target.value), differs(stated, derived.value, context) else {
        return
      }
      let shown = Shown(derived.value, like: stated)
      let result = Message(en: "\(shown)", hans: "\(shown)", hant: "\(shown)")
      report(change, target, baseline, place, result, derived.formula, context)
    case .period, .hours: return
    }
  }

  private func differs(_ stated: Quantity, _ derived: Quantity, _ context: RuleContext) -> Bool {
    switch agreement(stated: stated, derived: derived, approximate: context.resolved.approximate) {
    case .differs, .unlike: true
    // A step in the last place is how changes are rounded in speech.
    case .agrees, .onTheBound, .unknown: false
    case .roundedTheWrongWay: true
    }
  }

  /// The change in the stated one's own way of counting; nil where the two figures have none.
  private func derived(_ stated: Quantity, from: Quantity, to: Quantity) -> (value: Quantity, formula: String)? {
    switch stated.mark {
    case .percent, .permille:
      return relativeChange(from: from, to: to).map { ($0, "target / baseline - 1") }
    case .points: return pointChange(from: from, to: to).map { ($0, "target - baseline") }
    case .score(let scale):
      guard from.unit == to.unit else { return nil }
      return (Quantity(to.value - from.value, mark: .score(scale)), "target - baseline")
    case .ratio:
      guard from.unit == to.unit else { return nil }
      return to.value.divided(by: from.value).map { (Quantity($0, mark: .ratio), "target / baseline") }
    case .none:
      guard from.unit == to.unit, stated.unit == to.unit else { return nil }
      return (Quantity(to.value - from.value, to.unit), "target - baseline")
    }
  }

  private func report(
    _ change: Located<Literal>, _ target: Located<Quantity>, _ baseline: Quantity, _ place: SourceRange,
    _ derived: Message, _ formula: String, _ context: RuleContext
  ) {
    context.report(
      Diagnostic(
        Self.self, at: change.range,
        Message(
          en: "the change is stated as \(change.value), but from \(baseline) to \(target.value) it is \(derived)",
          hans: "变化写作 \(change.value)，但从 \(baseline) 到 \(target.value) 应为 \(derived)",
          hant: "變化寫作 \(change.value)，但從 \(baseline) 到 \(target.value) 應為 \(derived)"),
        label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: [
          .init(target.range, .figure("target", target.value)), .init(place, .figure("baseline", baseline)),
        ],
        notes: [
          Message(
            en: "\(formula): \(target.value), \(baseline) = \(derived)", hans: "\(formula)：\(target.value)、\(baseline) = \(derived)",
            hant: "\(formula)：\(target.value)、\(baseline) = \(derived)")
        ],
        help: Message(
          en: "write \(derived), or mend the target or the KPI's baseline; points are written as pp",
          hans: "请写 \(derived)，或更正目标值或指标基线；百分点写作 pp", hant: "請寫 \(derived)，或更正目標值或指標基線；百分點寫作 pp")))
  }
}
