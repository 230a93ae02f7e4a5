import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A line, channel, category, phase, period or KPI is over its cap.
///
/// - zh-Hans: 科目、渠道、类别、阶段、期间或指标超出上限
/// - zh-Hant: 科目、通路、類別、階段、期間或指標超出上限
///
/// ## Why it matters
/// A cap was set by those who answer for the money. A plan over it will come back, or be cut where it was not planned.
///
/// ## How to mend
/// Take the excess off. Where the policy lets a plan loosen the limit (`overridable`), restate it under the same id
/// with a `reason`.
///
/// ## Policy
/// `limits` with `at_most`, of the policy and of the plan; a share is of `of`, or of `budget.total`. Of several limits on
/// one thing that are broken, the gravest is told, and of those the tightest. `each: line` means the lines directly under
/// the budget; months, quarters and a limit with a `period` need to know when money is spent (`phasing`, `months`, a
/// line's `period`). A limit on a KPI bounds the target. Of `goals.budget_growth_at_most`, the last budget is the
/// assumption `last-budget`. Figures are judged as written; A405 judges them after each adjustment.
///
/// ## Bad
/// ```yaml
/// limits:
///   media-cap: {line: media, at_most: 40%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
///     media: {amount: CNY 450k, owner: cmo, for: search and social advertising}
/// ```
///
/// ## Mended
/// ```yaml
/// limits:
///   media-cap: {line: media, at_most: 40%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
/// ```
package struct CapExceeded: Rule {
  package static let code = "B302"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.hasLimits || !context.resolved.house.isEmpty else { return }
    for breach in context.passedCaps where !breach.held.isConcentration {
      context.report(Self.self, at: breach.bounded.place, severity: breach.limit.severity?.value.severity) {
        Self.finding(breach, context)
      }
    }
  }

  private static func finding(_ breach: LimitBreach, _ context: RuleContext) -> Diagnostic {
    let model = breach.model(context)
    let (name, asked) = (breach.bounded.name, breach.words(context))
    let (money, bar) = (Said(breach.money, like: model), Said(breach.bar, like: model))
    let excess = Said(Quantity(breach.bounded.money.low - breach.bar.low, breach.bar.unit), like: model)
    let part = breach.share(context) ?? Message(verbatim: "")
    let remedy =
      breach.limit.kpi == nil
      ? Message(
        en: "take \(excess) off: up to \(bar) is allowed", hans: "请调减\(excess)：最多允许\(bar)",
        hant: "請調減\(excess)：最多允許\(bar)")
      : Message(en: "aim at \(bar) or less", hans: "请把目标定在不超过\(bar)", hant: "請把目標定在不超過\(bar)")
    let message =
      breach.growth.map { grown(breach, $0.rate, $0.last, money) }
      ?? Message(
        en: "\(name) \(breach.verb) \(money)\(part), over the cap of \(asked)",
        hans: "\(name)为\(money)\(part)，超出上限\(asked)",
        hant: "\(name)為\(money)\(part)，超出上限\(asked)")
    return Diagnostic(
      Self.self, at: breach.bounded.place, message, labels: [breach.label],
      notes: breach.growth.map { growthNotes(breach, $0.rate, $0.last, bar) } ?? breach.notes(context),
      help: breach.loosening(remedy)
    ).contradicting(breach.contradiction)
  }

  private static func grown(_ breach: LimitBreach, _ rate: Quantity, _ last: Quantity, _ money: Said) -> Message {
    let before = Said(last, like: last)
    let grown = breach.money.value.divided(by: last.high).map { Quantity($0 - 1, mark: .percent) }
    let growth = grown.map { Said($0, like: rate) }
    let policy = breach.held.policy?.value ?? ""
    return Message(
      en:
        "the total of \(money) is \(growth ?? money) above the last budget of \(before), over the growth of \(rate) that policy `\(policy)` allows",
      hans: "总额\(money.on)比上期预算\(before.on)增长\(growth ?? money)，超过政策 `\(policy)` 允许的 \(rate)",
      hant: "總額\(money.on)比上期預算\(before.on)成長\(growth ?? money)，超過政策 `\(policy)` 允許的 \(rate)")
  }

  /// How growth became money: `last-budget * (1 + 12%) = 7200万元 * 112% = 8064万元`.
  private static func growthNotes(_ breach: LimitBreach, _ rate: Quantity, _ last: Quantity, _ bar: Said) -> [Message] {
    let factor = Quantity(1 + rate.high, mark: .percent)
    return [
      Message(
        en: "last-budget * (1 + \(rate)) = \(last) * \(factor) = \(bar)",
        hans: "last-budget * (1 + \(rate)) = \(last) * \(factor) =\(bar)",
        hant: "last-budget * (1 + \(rate)) = \(last) * \(factor) =\(bar)")
    ]
  }
}
