import PlanModel
import PlanQuantities
package import PlanText

/// A target lies on the wrong side of the baseline.
///
/// - zh-Hans: 目标值在基线的反方向
/// - zh-Hant: 目標值在基線的反方向
///
/// ## Why it matters
/// An objective that asks for less of what should rise rewards doing worse; most often a sign or two figures were
/// exchanged.
///
/// ## How to mend
/// Put the target on the KPI's good side, or mend the KPI's `direction` or `baseline`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   cac: {unit: CNY/customer, direction: down, baseline: 380元/customer}
/// objectives:
///   cac: {title: Bring acquisition cost to 420, kpi: cac, target: 420元/customer, due: 2025-12-31, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   cac: {unit: CNY/customer, direction: down, baseline: 380元/customer}
/// objectives:
///   cac: {title: Bring acquisition cost to 266, kpi: cac, target: 266元/customer, due: 2025-12-31, owner: cmo}
/// ```
package struct TargetAgainstDirection: Rule {
  package static let code = "G106"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] {
      guard let target = entry.value.target, let kpi = entry.value.kpi.flatMap({ context.plan.kpis?[$0.value] }),
        let direction = kpi.direction, let baseline = kpi.baseline, let level = baseline.value.quantity,
        level.unit == target.value.unit, level.mark == target.value.mark
      else { continue }
      // Of a range, the bound nearer the baseline speaks.
      let isWrong =
        switch direction.value {
        case .up: target.value.low < level.low
        case .down: target.value.high > level.high
        case .hold: false
        }
      guard isWrong else { continue }
      context.report(finding(entry.id.value, target, direction, level, at: baseline.range))
    }
  }

  private func finding(
    _ id: String, _ target: Located<Quantity>, _ direction: Located<Direction>, _ baseline: Quantity,
    at place: SourceRange
  ) -> Diagnostic {
    let isUp = direction.value == .up
    let way = isUp ? Message(en: "up", hans: "上升", hant: "上升") : Message(en: "down", hans: "下降", hant: "下降")
    let side = isUp ? Message(en: "above", hans: "高于", hant: "高於") : Message(en: "below", hans: "低于", hant: "低於")
    return Diagnostic(
      Self.self, at: target.range,
      Message(
        en: "objective \(id) aims at \(target.value) from \(baseline), but its KPI should go \(way)",
        hans: "目标 \(id) 由 \(baseline) 到 \(target.value)，而指标应\(way)",
        hant: "目標 \(id) 由 \(baseline) 到 \(target.value)，而指標應\(way)"),
      label: .figure("target", target.value),
      labels: [
        .init(place, .figure("baseline", baseline)),
        .init(direction.range, Message(en: "good is \(way)", hans: "以\(way)为好", hant: "以\(way)為好")),
      ],
      help: Message(
        en: "a target \(side) \(baseline) is needed; else mend `direction` or `baseline`",
        hans: "目标值应\(side) \(baseline)；否则请更正 `direction` 或 `baseline`",
        hant: "目標值應\(side) \(baseline)；否則請更正 `direction` 或 `baseline`"))
  }
}
