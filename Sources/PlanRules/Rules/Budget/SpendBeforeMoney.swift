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
/// `released` says how much is at hand from a day on, and `funding` when the money of each source comes in. Where the
/// phasing spends more before that, invoices come in that nobody can pay, or work stands still until the next release.
///
/// ## How to mend
/// Have the money released earlier, or spend later: by the budget's `phasing` or `months`, or by the `phasing` or `period`
/// of a line. A phase's money is reckoned to be spent every day alike. Sources are asked only where each has a `period`; its
/// money is taken to be there from the first day of it.
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
    guard let budget = context.plan.budget, budget.released != nil || budget.funding != nil,
      let money = context.figures.moneyOverTime
    else { return }
    if let released = budget.released, Self.check(Self.releases(released, money.unit), money, isFunding: false, context)
    {
      return
    }
    if let funding = budget.funding {
      Self.check(Self.arrivals(funding, money.unit, context), money, isFunding: true, context)
    }
  }

  /// Money at hand from a day on.
  private struct Release {
    let day: CivilDate
    /// All that is at hand from then on.
    let sum: Quantity
    /// Where the day is written, and where the amount.
    let dayRange: SourceRange
    let range: SourceRange
  }

  private static func releases(_ released: PeriodTable<Located<Quantity>>, _ unit: Unit) -> [Release] {
    guard !released.isIncomplete, released.entries.allSatisfy({ $0.value.value.isExact && $0.value.value.unit == unit })
    else { return [] }
    return released.entries.map {
      Release(day: $0.period.value.first, sum: $0.value.value, dayRange: $0.period.range, range: $0.value.range)
    }.sorted { $0.day < $1.day }
  }

  /// The sources in the order in which they come in, if each says when.
  private static func arrivals(_ funding: Table<Funding>, _ unit: Unit, _ context: RuleContext) -> [Release] {
    guard !funding.isIncomplete else { return [] }
    var sources: [(day: Located<CivilDate>, amount: Located<Quantity>)] = []
    for entry in funding.entries {
      guard let period = entry.value.period, let amount = entry.value.amount,
        let money = context.figures.converted(amount.value, to: unit),
        money.isExact
      else { return [] }
      sources.append((Located(period.value.first, at: period.range), Located(money, at: amount.range)))
    }
    var sum: Fraction = 0
    return sources.sorted { $0.day.value < $1.day.value }.map { day, amount in
      sum += amount.value.value
      return Release(day: day.value, sum: Quantity(sum, unit), dayRange: day.range, range: amount.range)
    }
  }

  /// On the eve of each release, and at the end, what is spent must be covered by what was released before; gives whether
  /// it is not.
  @discardableResult
  private static func check(
    _ releases: [Release], _ money: MoneyOverTime, isFunding: Bool, _ context: RuleContext
  ) -> Bool {
    guard let last = money.months.last?.last, !releases.isEmpty else { return false }
    // That the sources do not cover the whole is a finding of its own.
    let eves = isFunding ? releases.count - 1 : releases.count
    for place in 0...eves {
      let eve = place < releases.count ? releases[place].day.adding(days: -1) : last
      let atHand = place > 0 ? releases[place - 1].sum : Quantity(0, money.unit)
      let spent = money.spent(by: eve)
      guard spent.value > atHand.value else { continue }
      let next = place < releases.count ? releases[place] : nil
      report(
        spent, by: eve, atHand, at: place > 0 ? releases[place - 1].range : releases[0].dayRange,
        next: place > 0 ? next?.dayRange : nil, isFunding: isFunding, context)
      return true
    }
    return false
  }

  private static func report(
    _ spent: Quantity, by day: CivilDate, _ atHand: Quantity, at range: SourceRange, next: SourceRange?,
    isFunding: Bool, _ context: RuleContext
  ) {
    let came = isFunding ? "comes in" : "is released"
    let message =
      atHand.value.isZero
      ? Message(
        en: "by \(day) the plan spends \(spent), before any money \(came)",
        hans: "截至\(day)计划支出 \(spent)，此前没有资金到位", hant: "截至\(day)計畫支出 \(spent)，此前沒有資金到位")
      : Message(
        en: "by \(day) the plan spends \(spent), but only \(atHand) \(came) until then",
        hans: "截至\(day)计划支出 \(spent)，而此前到位的只有 \(atHand)", hant: "截至\(day)計畫支出 \(spent)，而此前到位的只有 \(atHand)")
    var gap = spent
    gap.mapEnds { $0 - atHand.value }
    gap.spelling = nil
    let further = next.map {
      [
        Diagnostic.Label(
          $0,
          Message(en: isFunding ? "the next money" : "the next release", hans: "下一次到位", hant: "下一次到位"))
      ]
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
          en: "\(isFunding ? "have" : "release") \(gap) more by then, or move spending past that day",
          hans: "届时多安排 \(gap) 到位，或将支出推迟到该日之后", hant: "屆時多安排 \(gap) 到位，或將支出延後到該日之後")))
  }
}
