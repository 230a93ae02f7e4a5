import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// More benefit is counted in a period than the module, live for part of it, can bring.
///
/// - zh-Hans: 计入的收益超过模块上线后可带来的部分
/// - zh-Hant: 計入的收益超過模組上線後可帶來的部分
///
/// ## Why it matters
/// What goes live in July brings half a year's benefit at most. Counted in full, it makes the first year look better
/// than the plan allows, and the payback shorter.
///
/// ## How to mend
/// Count the part of the year after `go_live`, or go live earlier.
///
/// ## Bad
/// ```yaml
/// modules:
///   shop: {title: Shop, benefit: CNY 12m/y, go_live: 2025Q3, counted: {2025: CNY 12m}, existing: true}
/// ```
///
/// ## Mended
/// ```yaml
/// modules:
///   shop: {title: Shop, benefit: CNY 12m/y, go_live: 2025Q3, counted: {2025: CNY 6m, 2026: CNY 12m}, existing: true}
/// ```
package struct BenefitBeforeLaunch: Rule {
  package static let code = "F916"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let modules = context.plan.modules else { return }
    for entry in modules.entries {
      guard let counted = entry.value.counted, let goLive = entry.value.goLive, let benefit = entry.value.benefit,
        benefit.value.unit.isMoneyPerTime, !benefit.value.isRange
      else { continue }
      for point in counted.entries { check(entry.id, point, goLive, benefit, context) }
    }
  }

  private func check(
    _ id: Located<String>, _ counted: (period: Located<Period>, value: Located<Quantity>), _ goLive: Located<Period>,
    _ benefit: Located<Quantity>, _ context: RuleContext
  ) {
    let period = counted.period.value
    let live = max(goLive.value.first, period.first)
    let end = period.last.adding(days: 1)
    let span = live < end ? years(from: live, to: end) : 0
    let allowed = benefit.value.value * span
    let figure = counted.value.value
    guard !figure.isRange, figure.unit.isMoney, figure.value - allowed > figure.grain * Fraction(1, 2) else { return }
    let most = Shown(Quantity(allowed, figure.unit), like: figure)
    let months = Months(years: span)
    context.report(
      Diagnostic(
        Self.self, at: counted.value.range,
        Message(
          en: "\(figure) is counted in \(period), but `\(id.value)` is live for \(months) of it and can bring \(most)",
          hans: "\(period)计入 \(figure)，但 `\(id.value)` 在其中仅上线 \(months)，最多可带来 \(most)",
          hant: "\(period)計入 \(figure)，但 `\(id.value)` 在其中僅上線 \(months)，最多可帶來 \(most)"),
        label: Message(en: "counted", hans: "计入", hant: "計入"),
        labels: [
          .init(goLive.range, .figure("go_live", goLive.value)),
          .init(benefit.range, .figure("benefit", benefit.value)),
        ],
        notes: [
          Message(
            en: "\(benefit.value) * \(months) = \(most)", hans: "\(benefit.value) * \(months) = \(most)",
            hant: "\(benefit.value) * \(months) = \(most)")
        ],
        help: Message(
          en: "count \(most) at most in \(period), and lower the flows that it went into",
          hans: "\(period)最多计入 \(most)，并相应调低现金流", hant: "\(period)最多計入 \(most)，並相應調低現金流")
      ).contradicting(
        Contradiction(
          "modules.\(id.value).counted.\(period.text)", stated: figure, recomputed: Quantity(allowed, figure.unit))))
  }
}

/// A stretch of time in months, as far as they are whole.
private struct Months: Phrased {
  let years: Fraction

  func phrase(in language: Language) -> String {
    guard let months = (years * 12).int else { return Quantity(years, .time).phrase(in: language) }
    let words =
      months == 1
      ? Message(en: "1 month", hans: "1 个月", hant: "1 個月")
      : Message(en: "\(months) months", hans: "\(months) 个月", hant: "\(months) 個月")
    return words.text(in: language)
  }
}
