import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// The plan spends money before it is released
///
/// - zh-Hans: 资金尚未到位即已支出
/// - zh-Hant: 資金尚未到位即已支出
///
/// ## Why it matters
/// `released` says how much is at hand from a day on. Where the phasing spends more before that, invoices come in that
/// nobody can pay, or work stands still until the next release.
///
/// ## How to mend
/// Have the money released earlier, or spend later: by the budget's `phasing` or `months`, or by the `phasing` or `period`
/// of a line. A phase's money is reckoned to be spent every day alike.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
///   phasing: {pilot: 60%, rollout: 40%}
///   released: {2025-01-01: CNY 400k, 2025-07-01: CNY 1m}
/// phases:
///   pilot: {period: 2025H1, title: Pilot, deliverables: [report]}
///   rollout: {period: 2025H2, title: Roll-out, deliverables: [every store open]}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
///   phasing: {pilot: 40%, rollout: 60%}
///   released: {2025-01-01: CNY 400k, 2025-07-01: CNY 1m}
/// phases:
///   pilot: {period: 2025H1, title: Pilot, deliverables: [report]}
///   rollout: {period: 2025H2, title: Roll-out, deliverables: [every store open]}
/// ```
package struct SpendBeforeMoney: Rule {
  package static let code = "B315"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let released = context.plan.budget?.released, !released.isIncomplete,
      let money = context.figures.moneyOverTime,
      released.entries.allSatisfy({ $0.value.value.isExact && $0.value.value.unit == money.unit })
    else { return }
    let releases = released.entries.sorted { $0.period.value.first < $1.period.value.first }
    guard let last = money.months.last?.last else { return }
    // On the eve of each release, and at the end, what is spent must be covered by what was released before.
    for place in 0...releases.count {
      let eve = place < releases.count ? releases[place].period.value.first.adding(days: -1) : last
      let atHand = place > 0 ? releases[place - 1].value.value : Quantity(0, money.unit)
      let spent = money.spent(by: eve)
      guard spent.value > atHand.value else { continue }
      let next = place < releases.count ? releases[place] : nil
      return Self.report(
        spent, by: eve, atHand, at: place > 0 ? releases[place - 1].value.range : releases[0].period.range,
        next: place > 0 ? next?.period.range : nil, context)
    }
  }

  private static func report(
    _ spent: Quantity, by day: CivilDate, _ atHand: Quantity, at range: SourceRange, next: SourceRange?,
    _ context: RuleContext
  ) {
    let message =
      atHand.value.isZero
      ? Message(
        en: "by \(day) the plan spends \(spent), before any money is released",
        hans: "截至\(day)计划支出 \(spent)，此前没有资金到位", hant: "截至\(day)計畫支出 \(spent)，此前沒有資金到位")
      : Message(
        en: "by \(day) the plan spends \(spent), but only \(atHand) is released until then",
        hans: "截至\(day)计划支出 \(spent)，而此前到位的只有 \(atHand)", hant: "截至\(day)計畫支出 \(spent)，而此前到位的只有 \(atHand)")
    var gap = spent
    gap.mapEnds { $0 - atHand.value }
    gap.spelling = nil
    let further = next.map {
      [Diagnostic.Label($0, Message(en: "the next release", hans: "下一次到位", hant: "下一次到位"))]
    }
    context.report(
      Diagnostic(
        Self.self, at: range, message, labels: further ?? [],
        notes: [
          Message(
            en: "the money of a phase or month is spent every day alike; \(gap) is missing",
            hans: "各阶段或月份的资金按天均匀支出；缺口为 \(gap)", hant: "各階段或月份的資金按天平均支出；缺口為 \(gap)")
        ],
        help: Message(
          en: "release \(gap) more by then, or move spending past that day",
          hans: "届时多安排 \(gap) 到位，或将支出推迟到该日之后", hant: "屆時多安排 \(gap) 到位，或將支出延後到該日之後")))
  }
}
