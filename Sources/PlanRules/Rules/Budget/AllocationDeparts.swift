import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// Channels get other amounts than the plan's own method of allocation gives them, and nobody says why.
///
/// - zh-Hans: 渠道金额偏离计划所述的分配方法，且未说明理由
/// - zh-Hant: 通路金額偏離計畫所述的分配方法，且未說明理由
///
/// ## Why it matters
/// A plan that says "in proportion to return" and splits otherwise has two methods, and the real one is not written down.
///
/// ## How to mend
/// Give the channel what the method gives it, or write a `reason` on the channel; `locked: true` takes a channel out of
/// the split. Amounts may depart by `tolerance`, which is 5% of the total unless the plan says otherwise.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines: {media: {amount: CNY 1m, owner: cmo}}
///   allocation: {methods: {by_return: 100%}}
/// channels:
///   live: {side: online, owner: cmo, paid_by: media, amount: CNY 400k, roi: 8.2x}
///   search: {side: online, owner: cmo, paid_by: media, amount: CNY 600k, roi: 3.5x}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines: {media: {amount: CNY 1m, owner: cmo}}
///   allocation: {methods: {by_return: 100%}}
/// channels:
///   live: {side: online, owner: cmo, paid_by: media, amount: CNY 700k, roi: 8.2x}
///   search: {side: online, owner: cmo, paid_by: media, amount: CNY 300k, roi: 3.5x}
/// ```
package struct AllocationDeparts: Rule {
  package static let code = "B314"
  package static let severity = Severity.warning

  package init() {}

  /// One channel's money against what the method gives it.
  private struct Departure {
    let entry: Table<Channel>.Entry
    let amount: Quantity
    let due: Quantity
    var gap: Fraction { amount.low - due.low }
    var place: SourceRange { entry.value.amount?.range ?? entry.id.range }
  }

  package func check(_ context: RuleContext) {
    guard let allocation = context.plan.budget?.allocation, allocation.methods?.isEmpty == false,
      let total = context.plan.budget?.total?.value, total.isExact, context.figures.allocationGaps.isEmpty
    else { return }
    // The default, 5pp of the total, is written as a share or as points.
    let tolerance = allocation.tolerance?.value ?? Quantity(Fraction(5, 100), mark: .percent)
    guard tolerance.unit.isPure, let reach = context.span(tolerance).high.map({ $0 * total.value }) else { return }
    var departures: [Departure] = []
    for entry in context.figures.splitChannels {
      guard let amount = context.figures.figure("channels.\(entry.id.value)")?.quantity, amount.isExact,
        let due = context.figures.figure("allocation.\(entry.id.value).amount")?.quantity, due.isExact,
        amount.unit == due.unit, due.unit == total.unit
      else { return }
      let departure = Departure(entry: entry, amount: amount, due: rounded(due, for: total))
      if departure.gap.magnitude > reach { departures.append(departure) }
    }
    // What one channel gets on good grounds is missing from the others.
    let explained = departures.filter { $0.entry.value.reason?.isEmpty == false }
    let open = departures.filter { departure in
      departure.entry.value.reason?.isEmpty != false
        && !explained.contains { $0.gap.isNegative != departure.gap.isNegative }
    }
    guard let worst = open.max(by: { $0.gap.magnitude < $1.gap.magnitude }) else { return }
    report(worst, open, total, Quantity(reach, total.unit), context)
  }

  /// What a method gives, as a planner would write it: to a ten-thousandth of the total.
  private func rounded(_ amount: Quantity, for total: Quantity) -> Quantity {
    var step = Fraction(1)
    while step * 100_000 <= total.value { step *= 10 }
    guard let steps = amount.value.divided(by: step) else { return amount }
    return Quantity(steps.rounded(places: 0) * step, amount.unit)
  }

  private func report(
    _ worst: Departure, _ all: [Departure], _ total: Quantity, _ reach: Quantity, _ context: RuleContext
  ) {
    let id = worst.entry.id.value
    let (amount, due) = (Said(worst.amount, like: total), Said(worst.due, like: total))
    let gap = Said(Quantity(worst.gap.magnitude, total.unit), like: total)
    let allowed = Said(reach, like: total)
    let method = MethodWords(methods: context.plan.budget?.allocation?.methods)
    let more = Message(en: "more", hans: "多", hant: "多")
    let less = Message(en: "less", hans: "少", hant: "少")
    let word = worst.gap.isNegative ? less : more
    let others = all.filter { $0.entry.id.value != id }
    let derivation = context.figures.figure("allocation.\(id)").map { Derivation($0) }
    context.report(
      Diagnostic(
        Self.self, at: worst.place,
        Message(
          en: "`channels.\(id)` gets \(amount), \(gap) \(word) than the \(due) that \(method) gives it",
          hans: "`channels.\(id)` 得\(amount)，比按 \(method) 应得的\(due.on)\(word)\(gap)",
          hant: "`channels.\(id)` 得\(amount)，比按 \(method) 應得的\(due.on)\(word)\(gap)"),
        labels: others.prefix(5).map { other in
          let (has, should) = (Said(other.amount, like: total), Said(other.due, like: total))
          return .init(
            other.place,
            Message(
              en: "gets \(has), by the method \(should)", hans: "得\(has)，按方法应得\(should)", hant: "得\(has)，按方法應得\(should)"
            ))
        } + (derivation?.labels ?? []),
        notes: (derivation.map { [$0.note] } ?? [])
          + [
            Message(
              en: "amounts may depart by \(allowed)", hans: "允许偏离\(allowed)", hant: "允許偏離\(allowed)")
          ],
        help: Message(
          en: "write \(due), or say in the channel's `reason` why it departs", hans: "改为\(due)，或在渠道的 `reason` 中说明偏离的理由",
          hant: "改為\(due)，或在通路的 `reason` 中說明偏離的理由")
      ).contradicting(
        Contradiction(
          "channels.\(id)", stated: worst.amount, recomputed: worst.due, formula: "allocation.\(id).amount",
          inputs: ["allocation.\(id)"])))
  }
}

/// The methods with their weights: `80% by_return and 20% even`; alone, just its name.
private struct MethodWords: Phrased {
  let methods: Table<Located<Quantity>>?

  func phrase(in language: Language) -> String {
    let used = (methods?.entries ?? []).filter { !$0.value.value.high.isZero }
    if used.count == 1 { return "`\(used[0].id.value)`" }
    return used.map { "\($0.value.value.phrase(in: language)) `\($0.id.value)`" }
      .joined(separator: language == .english ? " and " : " + ")
  }
}
