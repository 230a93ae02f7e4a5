import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// An amount is not what its own `equals` gives.
///
/// - zh-Hans: 金额与自身的推导式不符
/// - zh-Hant: 金額與自身的推導式不符
///
/// ## Why it matters
/// The derivation is why the amount is believed. Where the two differ, either the number of people or the money for
/// them is wrong, and the line will be short or over from the first month.
///
/// ## How to mend
/// State what the derivation gives, or correct the derivation. The amount may be rounded: it agrees within half of its
/// last written digit.
///
/// ## Policy
/// `approximate`: how far a figure written with ≈ or 约 reaches.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 2200k
///   lines:
///     people: {amount: CNY 2200k, equals: 5 heads * 450000 CNY/head, owner: cmo, for: the team}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 2250k
///   lines:
///     people: {amount: CNY 2250k, equals: 5 heads * 450000 CNY/head, owner: cmo, for: the team}
/// ```
package struct DerivedAmountMismatch: Rule {
  package static let code = "B312"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    if let budget = context.plan.budget {
      if let total = budget.total, let equals = budget.equals {
        context.compare(total, with: equals, "budget.total", key: "total", Self.self)
      }
      let entries = context.resolved.lines.entries
      for place in entries.indices {
        guard let equals = entries[place].line.equals, let amount = entries[place].line.amount else { continue }
        context.compare(amount, with: equals, "budget.\(entries[place].id.value)", key: "amount", Self.self)
      }
    }
    for channel in context.plan.channels?.entries ?? [] {
      for cost in channel.value.costs?.entries ?? [] {
        let name = "channels.\(channel.id.value).costs.\(cost.id.value)"
        guard let amount = cost.value.amount else { continue }
        if let equals = cost.value.equals {
          context.compare(amount, with: equals, name, key: "amount", Self.self)
        } else {
          checkRate(cost.value, amount, name, context)
        }
      }
    }
    for entry in context.plan.commitments?.entries ?? [] {
      guard let equals = entry.value.equals, let amount = entry.value.amount else { continue }
      context.compare(amount, with: equals, "commitments.\(entry.id.value)", key: "amount", Self.self)
    }
  }

  /// A cost that says its amount and also its rate.
  private func checkRate(_ cost: Cost, _ amount: Located<Quantity>, _ name: String, _ context: RuleContext) {
    guard let rate = cost.rate, cost.base != nil || cost.volume != nil,
      let charge = context.figures.charge(name, rate, of: cost.base, volume: cost.volume), let result = charge.quantity
    else { return }
    let derived = context.figures.converted(result, to: amount.value.unit) ?? result
    guard case .differs? = context.agreement(amount.value, with: .quantity(derived)) else { return }
    let derivation = Derivation(charge, like: amount.value)
    let (said, should) = (Said(amount.value, like: amount.value), Said(derived, like: amount.value))
    context.report(
      Diagnostic(
        Self.self, at: amount.range,
        Message(
          en: "`\(name)` states \(said), but its own rate gives \(should)",
          hans: "`\(name)` 写作\(said)，按自身费率应为\(should)",
          hant: "`\(name)` 寫作\(said)，按自身費率應為\(should)"), label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: derivation.labels, notes: [derivation.note],
        help: Message(
          en: "write `amount: \(Writable(derived, like: amount.value))`, or leave it out: the rate says it",
          hans: "改为 `amount: \(Writable(derived, like: amount.value))`，或删去：费率已说明金额",
          hant: "改為 `amount: \(Writable(derived, like: amount.value))`，或刪去：費率已說明金額")
      ).contradicting(
        Contradiction(name, stated: amount.value, recomputed: derived, formula: charge.formula)))
  }
}
