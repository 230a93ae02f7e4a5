import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A line, category, phase or period is over its cap.
///
/// - zh-Hans: 科目、类别、阶段或期间超出上限
/// - zh-Hant: 科目、類別、階段或期間超出上限
///
/// ## Why it matters
/// A cap was set by those who answer for the money. A plan over it will come back, or be cut where it was not planned.
///
/// ## How to mend
/// Take the excess off. Where the policy lets a plan loosen the limit (`overridable`), restate it under the same id
/// with a `reason`.
///
/// ## Policy
/// `limits` with `at_most`, of the policy and of the plan; a share is of `of`, or of `budget.total`. Of two limits
/// under one id the tighter holds. `each: line` means the lines directly under the budget.
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
    guard context.hasLimits else { return }
    context.eachLimit { held in
      guard let stated = held.atMost else { return }
      let (id, limit) = (held.id, held.limit)
      for bounded in context.bounded(by: limit) {
        guard let cap = context.bar(stated.value, base: limit.base, in: bounded.unit), let top = cap.high else {
          continue
        }
        let most = MoneySpan(low: top, high: top, isConverted: cap.isConverted)
        let reach = context.reach(bounded.money, most, stated: Quantity(top, bounded.unit))
        if bounded.money.exceeds(most, by: reach) {
          Self.report(LimitBreach(id, limit, stated, bounded, Quantity(top, bounded.unit)), context)
        }
      }
    }
  }

  private static func report(_ breach: LimitBreach, _ context: RuleContext) {
    let model = breach.model(context)
    let (name, asked) = (breach.bounded.name, breach.words(context))
    let (money, bar) = (Said(breach.money, like: model), Said(breach.bar, like: model))
    let excess = Said(Quantity(breach.bounded.money.low - breach.bar.low, breach.bar.unit), like: model)
    let part = breach.share(context) ?? Message(verbatim: "")
    let remedy = Message(
      en: "take \(excess) off: up to \(bar) is allowed", hans: "请调减\(excess)：最多允许\(bar)",
      hant: "請調減\(excess)：最多允許\(bar)")
    context.report(
      Diagnostic(
        Self.self, at: breach.bounded.place,
        Message(
          en: "\(name) comes to \(money)\(part), over the cap of \(asked)",
          hans: "\(name)为\(money)\(part)，超出上限\(asked)",
          hant: "\(name)為\(money)\(part)，超出上限\(asked)"),
        labels: [breach.label], notes: breach.notes(context), help: breach.loosening(remedy),
        severity: breach.limit.severity?.value.severity
      ).contradicting(breach.contradiction))
  }
}
