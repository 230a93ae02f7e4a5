import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension RuleContext {
  /// Compares an amount with what its own expression gives, and reports as `rule` where they part.
  ///
  /// - Parameters:
  ///   - name: the amount's path.
  ///   - key: the field it stands in.
  func compare(
    _ amount: Located<Quantity>, with equals: Located<Expression>, _ name: String, key: String, _ rule: any Rule.Type
  ) {
    let evaluation = figures.evaluate(equals)
    guard evaluation.problems.isEmpty, case .quantity(let result) = evaluation.value else { return }
    let derived = figures.converted(result, to: amount.value.unit) ?? result
    guard let agreement = agreement(amount.value, with: .quantity(derived)) else { return }
    switch agreement {
    case .agrees, .unknown: return
    case .unlike where derived.unit.currency != amount.value.unit.currency && derived.unit.currency != nil: return
    case .unlike:
      report(DimensionMismatch.stated(amount.value, derived, at: amount.range, equals: equals.range))
    case .differs: report(amount, equals, evaluation, derived, name, key: key, rule)
    case .roundedTheWrongWay, .onTheBound:
      report(amount, equals, evaluation, derived, name, key: key, rule, severity: .advice)
    }
  }

  private func report(
    _ amount: Located<Quantity>, _ equals: Located<Expression>, _ evaluation: Evaluation, _ derived: Quantity,
    _ name: String, key: String, _ rule: any Rule.Type, severity: Severity? = nil
  ) {
    let stated = amount.value
    let derivation = Derivation(equals.value, evaluation, figures, like: stated)
    let written = Writable(derived, like: stated)
    let (said, result) = (Said(stated, like: stated), Said(derived, like: stated))
    let message =
      severity == nil
      ? Message(
        en: "`\(name)` states \(said), but its own derivation gives \(result)",
        hans: "`\(name)` 写作\(said)，按自身推导式应为\(result)",
        hant: "`\(name)` 寫作\(said)，按自身推導式應為\(result)")
      : Message(
        en: "`\(name)` states \(said), one step off \(result) in the last place",
        hans: "`\(name)` 写作\(said)，与\(result.on)末位相差一个单位",
        hant: "`\(name)` 寫作\(said)，與\(result.on)末位相差一個單位")
    report(
      Diagnostic(
        rule, at: amount.range, message, label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: [.init(equals.range, Message(en: "gives \(result)", hans: "得\(result)", hant: "得\(result)"))]
          + derivation.labels.filter { !equals.range.holds($0.range) },
        notes: [derivation.note],
        help: Message(
          en: "write `\(key): \(written)`, or correct `equals`; the sums above it must follow",
          hans: "改为 `\(key): \(written)`，或更正 `equals`，并相应调整上级合计",
          hant: "改為 `\(key): \(written)`，或更正 `equals`，並相應調整上級合計"),
        severity: severity
      ).contradicting(
        Contradiction(name, stated: .quantity(stated), recomputed: .quantity(derived), by: equals.value)))
  }
}

extension SourceRange {
  /// Whether another range lies inside this one.
  fileprivate func holds(_ other: SourceRange) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}
