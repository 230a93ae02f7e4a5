import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// Shares by phase, month or week do not make 100%, or fall outside the plan's or the flight's period.
///
/// - zh-Hans: 各阶段或各月占比合计不为 100%，或超出计划或投放期间
/// - zh-Hant: 各階段或各月占比合計不為 100%，或超出計畫或投放期間
///
/// ## Why it matters
/// Phasing says when the money is needed. What is missing from it nobody will have ready; what lies outside the plan's
/// period belongs to another year's budget.
///
/// ## How to mend
/// Let the shares make 100%, to the last digit: thirds are 33.3%, 33.3% and 33.4%. Every month lies inside the plan's
/// `period`, and every part of a flight's `weights` inside the flight's.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
///   months: {2025-03: 40%, 2025-06: 40%, 2025-09: 10%}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
///   months: {2025-03: 40%, 2025-06: 40%, 2025-09: 20%}
/// ```
package struct PhasingOff: Rule {
  package static let code = "B306"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    checkFlights(context)
    guard let budget = context.plan.budget else { return }
    if let off = context.sharesOff(budget.phasing) { Self.report(off, "budget.phasing", context) }
    if let off = context.sharesOff(budget.months) { Self.report(off, "budget.months", context) }
    let entries = context.resolved.lines.entries
    for place in entries.indices where entries[place].line.phasing != nil {
      if let off = context.sharesOff(entries[place].line.phasing) {
        Self.report(off, "budget.\(entries[place].id.value).phasing", context)
      }
    }
    guard let months = budget.months, let period = context.plan.period else { return }
    for entry in months.entries where !period.value.contains(entry.period.value) {
      Self.reportOutside(entry.period, entry.value, period, context)
    }
  }

  private func checkFlights(_ context: RuleContext) {
    guard let flights = context.plan.flights else { return }
    for flight in flights.entries where flight.value.weights != nil {
      let name = "flights.\(flight.id.value).weights"
      if let off = context.sharesOff(flight.value.weights) { Self.report(off, name, context) }
      guard let period = flight.value.period else { continue }
      for entry in flight.value.weights?.entries ?? [] where !period.value.contains(entry.period.value) {
        // A month that the flight begins or ends in holds its part of it.
        if entry.period.value.overlaps(period.value) { continue }
        context.report(
          Diagnostic(
            Self.self, at: entry.period.range,
            Message(
              en:
                "\(entry.value.value) of `flights.\(flight.id.value)` falls into \(entry.period.value), outside its period \(period.value)",
              hans:
                "`flights.\(flight.id.value)` 的 \(entry.value.value) 落在 \(entry.period.value)，超出其期间 \(period.value)",
              hant: "`flights.\(flight.id.value)` 的 \(entry.value.value) 落在 \(entry.period.value)，超出其期間 \(period.value)"
            ),
            labels: [.init(period.range, Message(en: "the flight's period", hans: "投放期间", hant: "投放期間"))],
            help: Message(
              en: "move the share into \(period.value), or extend the flight's `period`",
              hans: "将该占比移到 \(period.value) 之内，或延长投放的 `period`",
              hant: "將該占比移到 \(period.value) 之內，或延長投放的 `period`")))
      }
    }
  }

  private static func report(_ off: ShareSum, _ name: String, _ context: RuleContext) {
    let (total, difference) = (off.total, off.difference)
    let message =
      off.isOver
      ? Message(
        en: "the shares of `\(name)` make \(total), \(difference) more than 100%",
        hans: "`\(name)` 各项合计 \(total)，比 100% 多 \(difference)", hant: "`\(name)` 各項合計 \(total)，比 100% 多 \(difference)")
      : Message(
        en: "the shares of `\(name)` make \(total), \(difference) less than 100%",
        hans: "`\(name)` 各项合计 \(total)，比 100% 少 \(difference)", hant: "`\(name)` 各項合計 \(total)，比 100% 少 \(difference)")
    context.report(Diagnostic(Self.self, at: off.place, message, notes: [off.note], help: off.help))
  }

  private static func reportOutside(
    _ month: Located<Period>, _ share: Located<Quantity>, _ period: Located<Period>, _ context: RuleContext
  ) {
    context.report(
      Diagnostic(
        Self.self, at: month.range,
        Message(
          en: "\(share.value) of the total falls into \(month.value), outside the plan's period \(period.value)",
          hans: "总额的 \(share.value) 落在 \(month.value)，超出计划期间 \(period.value)",
          hant: "總額的 \(share.value) 落在 \(month.value)，超出計畫期間 \(period.value)"),
        labels: [.init(period.range, Message(en: "the plan's period", hans: "计划期间", hant: "計畫期間"))],
        help: Message(
          en: "move the share to a month of \(period.value), or extend the plan's `period`",
          hans: "将该占比移到 \(period.value) 之内，或延长计划的 `period`", hant: "將該占比移到 \(period.value) 之內，或延長計畫的 `period`")))
  }
}
