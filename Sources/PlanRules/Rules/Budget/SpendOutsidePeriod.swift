import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A flight or a line spends outside the plan's period, or a flight outside its line's.
///
/// - zh-Hans: 投放或科目的期间超出计划期间，或投放超出所属科目的期间
/// - zh-Hant: 投放或科目的期間超出計畫期間，或投放超出所屬科目的期間
///
/// ## Why it matters
/// The budget is for the plan's period. What runs before it has no money yet, what runs after it is another year's, and
/// reports by month leave it out.
///
/// ## How to mend
/// Move the dates inside, or extend the plan's (or the line's) `period`. Operating lines may run later: they are the cost
/// after the plan.
///
/// ## Bad
/// ```yaml
/// period: 2025
/// budget: {total: CNY 400k, lines: {media: {amount: CNY 400k, owner: cmo}}}
/// channels: {search: {side: online, owner: cmo, paid_by: media, amount: CNY 400k}}
/// flights: {new-year: {channel: search, period: 2025-12-22..2026-01-11, amount: CNY 400k}}
/// ```
///
/// ## Mended
/// ```yaml
/// period: 2025
/// budget: {total: CNY 400k, lines: {media: {amount: CNY 400k, owner: cmo}}}
/// channels: {search: {side: online, owner: cmo, paid_by: media, amount: CNY 400k}}
/// flights: {new-year: {channel: search, period: 2025-12-11..2025-12-31, amount: CNY 400k}}
/// ```
package struct SpendOutsidePeriod: Rule {
  package static let code = "B308"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let plan = context.plan.period else { return }
    let entries = context.resolved.lines.entries
    for place in entries.indices where !entries[place].isOperating {
      guard let period = entries[place].line.period, !plan.value.contains(period.value) else { continue }
      // A line inside one that is told of is outside for the same reason.
      if entries[place].parent.flatMap({ entries[$0].line.period })?.value == period.value { continue }
      Self.report("budget.\(entries[place].id.value)", period, outside: plan, Self.planWords, context)
    }
    for flight in context.plan.flights?.entries ?? [] {
      guard let period = flight.value.period else { continue }
      let path = "flights.\(flight.id.value)"
      if !plan.value.contains(period.value) {
        Self.report(path, period, outside: plan, Self.planWords, context)
      } else if let (line, allowed) = Self.linePeriod(of: path, context), !allowed.value.contains(period.value) {
        Self.report(
          path, period, outside: allowed,
          Message(
            en: "the period of `budget.\(line)`, which pays it", hans: "支付科目 `budget.\(line)` 的期间",
            hant: "支付科目 `budget.\(line)` 的期間"), context)
      }
    }
  }

  private static let planWords = Message(en: "the plan's period", hans: "计划期间", hant: "計畫期間")

  /// The period of the one line that pays a flight, its own or its nearest parent's.
  private static func linePeriod(of path: String, _ context: RuleContext) -> (String, Located<Period>)? {
    guard let place = context.figures.spending.place(of: path),
      case .one(let line) = context.figures.spending.spenders[place].payer
    else { return nil }
    let lines = context.resolved.lines
    guard let own = lines.place(of: line.value) else { return nil }
    for place in lines.lineage(of: own) {
      if let period = lines.entries[place].line.period { return (lines.entries[place].id.value, period) }
    }
    return nil
  }

  private static func report(
    _ path: String, _ period: Located<Period>, outside allowed: Located<Period>, _ name: Message, _ context: RuleContext
  ) {
    let (own, whole) = (period.value, allowed.value)
    let inside = own.intersection(whole)?.days ?? 0
    let out = own.days - inside
    let message =
      inside == 0
      ? Message(
        en: "`\(path)` runs \(own), wholly outside \(name), \(whole)",
        hans: "`\(path)` 的期间 \(own) 完全在\(name) \(whole) 之外",
        hant: "`\(path)` 的期間 \(own) 完全在\(name) \(whole) 之外")
      : Message(
        en: "`\(path)` runs \(own): \(out) of its \(own.days) days are outside \(name), \(whole)",
        hans: "`\(path)` 的期间为 \(own)，共 \(own.days) 天，其中 \(out) 天超出\(name) \(whole)",
        hant: "`\(path)` 的期間為 \(own)，共 \(own.days) 天，其中 \(out) 天超出\(name) \(whole)")
    context.report(
      Diagnostic(
        Self.self, at: period.range, message, labels: [.init(allowed.range, name)],
        help: Message(
          en: "move it inside \(whole), or extend that period", hans: "将其移到 \(whole) 之内，或延长该期间",
          hant: "將其移到 \(whole) 之內，或延長該期間")
      ).contradicting(Contradiction(path, stated: own, recomputed: whole)))
  }
}
