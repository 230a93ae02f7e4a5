import PlanModel
import PlanQuantities
package import PlanText

/// The weights of a scorecard do not make 100%.
///
/// - zh-Hans: 评分卡各项权重之和不等于 100%
/// - zh-Hant: 評分卡各項權重之和不等於 100%
///
/// ## Why it matters
/// Weights that make 95% mark everybody down, weights that make 110% let a weak score pass; and whoever wins the tender
/// by half a point may have won it by the missing weight.
///
/// ## How to mend
/// Add or take what is missing or too much.
///
/// ## Bad
/// ```yaml
/// scorecards:
///   app-maker:
///     purpose: selection
///     criteria: {maturity: 40%, price: 35%, service: 20%}
/// ```
///
/// ## Mended
/// ```yaml
/// scorecards:
///   app-maker:
///     purpose: selection
///     criteria: {maturity: 40%, price: 35%, service: 25%}
/// ```
package struct WeightsOff: Rule {
  package static let code = "K204"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let scorecards = context.plan.scorecards else { return }
    for entry in scorecards {
      guard let off = off(entry.value, context) else { continue }
      let (id, total, difference) = (entry.id.value, off.total, off.difference)
      let message =
        off.isOver
        ? Message(
          en: "the weights of scorecard \(id) make \(total), \(difference) more than 100%",
          hans: "评分卡 \(id) 的权重合计 \(total)，比 100% 多 \(difference)",
          hant: "評分卡 \(id) 的權重合計 \(total)，比 100% 多 \(difference)")
        : Message(
          en: "the weights of scorecard \(id) make \(total), \(difference) less than 100%",
          hans: "评分卡 \(id) 的权重合计 \(total)，比 100% 少 \(difference)",
          hant: "評分卡 \(id) 的權重合計 \(total)，比 100% 少 \(difference)")
      context.report(
        Diagnostic(
          Self.self, at: off.place, message,
          labels: [.init(entry.id.range, Message(en: "of this scorecard", hans: "所属评分卡", hant: "所屬評分卡"))],
          notes: [off.note], help: off.help))
    }
  }

  /// The weights, where each is known and they surely make another sum.
  private func off(_ scorecard: Scorecard, _ context: RuleContext) -> ShareSum? {
    guard let criteria = scorecard.criteria, !criteria.isEmpty, !criteria.isIncomplete else { return nil }
    var sum = MoneySpan.nothing
    var terms: [(name: String, share: Located<Quantity>)] = []
    for criterion in criteria {
      guard let weight = criterion.value.weight else { return nil }
      sum = sum + context.span(weight.value)
      terms.append((criterion.id.value, weight))
    }
    return context.isOff(sum) ? ShareSum(terms: terms, sum: sum) : nil
  }
}
