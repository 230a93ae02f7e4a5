import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A stated number of things is not how many the plan has.
///
/// - zh-Hans: 所写个数与计划所列不符
/// - zh-Hant: 所寫個數與計畫所列不符
///
/// ## Why it matters
/// "Four risks" over a list of three means that one was dropped or never written down, and nobody can tell which.
///
/// ## How to mend
/// State the number that is there, or add what is missing.
///
/// ## Bad
/// ```yaml
/// journey: {awareness: Awareness, interest: Interest, purchase: Purchase, loyalty: Loyalty}
/// claims:
///   stages: {says: 5 stages, equals: count(journey)}
/// ```
///
/// ## Mended
/// ```yaml
/// journey: {awareness: Awareness, interest: Interest, purchase: Purchase, loyalty: Loyalty}
/// claims:
///   stages: {says: 4 stages, equals: count(journey)}
/// ```
package struct CountClaimOff: Rule {
  package static let code = "F915"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    for stated in context.statedFigures where !stated.isModelled { check(stated, context) }
  }

  private func check(_ stated: StatedFigure, _ context: RuleContext) {
    let evaluation = context.figures.evaluate(stated.equals)
    guard evaluation.dimension == .tally, evaluation.problems.isEmpty, let counted = evaluation.value.quantity,
      case .quantity(var said) = stated.literal.value
    else { return }
    // A count of nouns compares with any counted unit.
    if said.unit.isCount { said.unit = .none }
    switch context.agreement(said, with: .quantity(counted)) {
    case .differs, .roundedTheWrongWay: break
    case .unlike:
      context.report(DimensionMismatch.stated(said, counted, at: stated.literal.range, equals: stated.equals.range))
      return
    case .agrees, .onTheBound, .unknown, nil: return
    }
    let number = Shown(counted)
    let literal = stated.literal.value
    context.report(
      Diagnostic(
        Self.self, at: stated.literal.range,
        Message(
          en: "\(stated.name) says \(literal), but there are \(number)",
          hans: "\(stated.name) 写作 \(literal)，实际有 \(number) 个", hant: "\(stated.name) 寫作 \(literal)，實際有 \(number) 個"),
        label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: [.init(stated.equals.range, .figure(stated.equals.value.text, counted))],
        help: Message(
          en: "write \(number), or add to the plan what is missing", hans: "请改为 \(number)，或在计划中补齐所缺的内容",
          hant: "請改為 \(number)，或在計畫中補齊所缺的內容")
      ).contradicting(
        Contradiction(stated.name, stated: literal, recomputed: evaluation.value, by: stated.equals.value)))
  }
}
