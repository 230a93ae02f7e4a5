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
    guard let budget = context.plan.budget else { return }
    if let total = budget.total, let equals = budget.equals {
      Self.compare(total, equals, "total", key: "total", context)
    }
    if let amount = budget.operating?.amount, let equals = budget.operating?.equals {
      Self.compare(amount, equals, "operating", key: "amount", context)
    }
    let entries = context.resolved.lines.entries
    for place in entries.indices {
      guard let equals = entries[place].line.equals, let amount = entries[place].line.amount else { continue }
      Self.compare(amount, equals, entries[place].id.value, key: "amount", context)
    }
  }

  private static func compare(
    _ amount: Located<Quantity>, _ equals: Located<Expression>, _ name: String, key: String, _ context: RuleContext
  ) {
    let evaluation = context.figures.evaluate(equals)
    guard evaluation.problems.isEmpty, case .quantity(let result) = evaluation.value else { return }
    let derived = context.converted(result, to: amount.value.unit) ?? result
    guard let agreement = context.agreement(amount.value, with: .quantity(derived)) else { return }
    switch agreement {
    case .agrees, .unknown: return
    case .unlike where derived.unit.currency != amount.value.unit.currency && derived.unit.currency != nil: return
    case .unlike:
      context.report(DimensionMismatch.stated(amount.value, derived, at: amount.range, equals: equals.range))
    case .differs: report(amount, equals, evaluation, derived, name, key: key, context)
    case .roundedTheWrongWay, .onTheBound:
      report(amount, equals, evaluation, derived, name, key: key, context, severity: .advice)
    }
  }

  private static func report(
    _ amount: Located<Quantity>, _ equals: Located<Expression>, _ evaluation: Evaluation, _ derived: Quantity,
    _ name: String, key: String, _ context: RuleContext, severity: Severity? = nil
  ) {
    let stated = amount.value
    let derivation = Derivation(equals.value, evaluation, context.figures, like: stated)
    let written = Writable(derived, like: stated)
    let (said, result) = (Said(stated, like: stated), Said(derived, like: stated))
    let message =
      severity == nil
      ? Message(
        en: "`budget.\(name)` states \(said), but its own derivation gives \(result)",
        hans: "`budget.\(name)` 写作\(said)，按自身推导式应为\(result)",
        hant: "`budget.\(name)` 寫作\(said)，按自身推導式應為\(result)")
      : Message(
        en: "`budget.\(name)` states \(said), one step off \(result) in the last place",
        hans: "`budget.\(name)` 写作\(said)，与\(result.on)末位相差一个单位",
        hant: "`budget.\(name)` 寫作\(said)，與\(result.on)末位相差一個單位")
    context.report(
      Diagnostic(
        Self.self, at: amount.range, message, label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: [.init(equals.range, Message(en: "gives \(result)", hans: "得\(result)", hant: "得\(result)"))]
          + derivation.labels.filter { !equals.range.holds($0.range) },
        notes: [derivation.note],
        help: Message(
          en: "write `\(key): \(written)`, or correct `equals`; the sums above it must follow",
          hans: "改为 `\(key): \(written)`，或更正 `equals`，并相应调整上级合计",
          hant: "改為 `\(key): \(written)`，或更正 `equals`，並相應調整上級合計"),
        severity: severity
      ).contradicting(
        Contradiction("budget.\(name)", stated: .quantity(stated), recomputed: .quantity(derived), by: equals.value)))
  }
}

extension SourceRange {
  /// Whether another range lies inside this one.
  fileprivate func holds(_ other: SourceRange) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}
