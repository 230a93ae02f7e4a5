import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// One quantity is stated with two values in the plan.
///
/// - zh-Hans: 同一个量在计划中写了两个不同的值
/// - zh-Hant: 同一個量在計畫中寫了兩個不同的值
///
/// ## Why it matters
/// Readers take whichever figure they meet first; a decision then rests on a value the plan itself denies elsewhere.
///
/// ## How to mend
/// Decide which of the two holds, and state it in both places; or let the claim take the other figure's value. Facts of
/// one `measure` must agree, unless they are of other times or other companies (`kind: case`); two definitions are two
/// measures.
///
/// ## Bad
/// ```yaml
/// kpis:
///   clv: {unit: CNY, direction: up, baseline: 1.2万元}
/// objectives:
///   clv:
///     title: Raise customer lifetime value by 30%
///     kpi: clv
///     target: 1.56万元
///     change: +30%
///     due: 2025-12-31
///     owner: cmo
/// claims:
///   clv-benefit: {says: +25%, equals: objectives.clv.change}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   clv: {unit: CNY, direction: up, baseline: 1.2万元}
/// objectives:
///   clv:
///     title: Raise customer lifetime value by 30%
///     kpi: clv
///     target: 1.56万元
///     change: +30%
///     due: 2025-12-31
///     owner: cmo
/// claims:
///   clv-benefit: {says: +30%, equals: objectives.clv.change}
/// ```
package struct OneFactTwoValues: Rule {
  package static let code = "F914"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    for stated in context.statedFigures where stated.isRepetition(in: context.figures) {
      guard let path = stated.equals.value.bareReference, let other = context.figures.figure(path.text),
        differs(stated.literal.value, other.value, context)
      else { continue }
      context.report(finding(stated, other, context))
    }
    checkEvidence(context)
    checkModules(context)
    checkScales(context)
  }

  /// Whether two statements of one figure cannot both hold, each at its own precision.
  private func differs(_ literal: Literal, _ value: Value, _ context: RuleContext) -> Bool {
    switch (literal, value) {
    case (.quantity(let said), .quantity(let other)):
      let reach = context.resolved.approximate
      return [
        agreement(stated: said, derived: other, approximate: reach),
        agreement(stated: other, derived: said, approximate: reach),
      ].allSatisfy { result in
        switch result {
        case .differs, .roundedTheWrongWay, .unlike: true
        case .agrees, .unknown, .onTheBound: false
        }
      }
    case (.period(let said), .period(let other)): return !said.contains(other) && !other.contains(said)
    default: return false
    }
  }

  private func finding(_ stated: StatedFigure, _ other: Figure, _ context: RuleContext) -> Diagnostic {
    let said = stated.literal.value
    var labels: [Diagnostic.Label] = []
    if let place = other.place {
      labels.append(
        .init(
          place,
          Message(
            en: "\(other.path): \(other.value)", hans: "\(other.path)：\(other.value)",
            hant: "\(other.path)：\(other.value)")))
    }
    return Diagnostic(
      Self.self, at: stated.literal.range,
      Message(
        en: "\(stated.name) says \(said), \(other.path) says \(other.value): one figure, two values",
        hans: "\(stated.name) 写作 \(said)，而 \(other.path) 写作 \(other.value)：同一个量有两个值",
        hant: "\(stated.name) 寫作 \(said)，而 \(other.path) 寫作 \(other.value)：同一個量有兩個值"),
      label: Message(en: "says \(said)", hans: "写作 \(said)", hant: "寫作 \(said)"), labels: labels,
      notes: [Message(verbatim: "\(stated.name) = \(other.path)")] + changeNotes(other.path, context),
      help: Message(
        en: "state one of them in both places; \(other.value) would agree here",
        hans: "两处请写同一个值；此处写 \(other.value) 即一致", hant: "兩處請寫同一個值；此處寫 \(other.value) 即一致")
    ).contradicting(Contradiction(stated.name, stated: said, recomputed: other.value))
  }

  /// Where the figure is an objective's change, what its target and baseline give, in both ways of counting.
  private func changeNotes(_ path: String, _ context: RuleContext) -> [Message] {
    let names = Figures.names(of: path)
    guard names.count == 3, names[0] == "objectives", names[2] == "change",
      let objective = context.plan.objectives?[names[1]],
      let target = objective.target?.value, let kpi = objective.kpi.flatMap({ context.plan.kpis?[$0.value] }),
      let baseline = kpi.baseline?.value.quantity, let relative = relativeChange(from: baseline, to: target)
    else { return [] }
    let points = pointChange(from: baseline, to: target).map { " (\($0.phrase(in: .english)))" } ?? ""
    return [
      Message(
        en: "target / baseline - 1 = \(target) / \(baseline) - 1 = \(relative)\(points)",
        hans: "target / baseline - 1 = \(target) / \(baseline) - 1 = \(relative)\(points)",
        hant: "target / baseline - 1 = \(target) / \(baseline) - 1 = \(relative)\(points)")
    ]
  }
}
