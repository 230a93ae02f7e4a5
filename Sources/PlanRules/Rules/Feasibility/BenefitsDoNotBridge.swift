import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// The benefits by driver do not come to the flows.
///
/// - zh-Hans: 按动因列出的收益与现金流对不上
/// - zh-Hant: 按動因列出的收益與現金流對不上
///
/// ## Why it matters
/// The benefits say why the money comes, the flows say how much. If one does not lead to the other, the return rests on
/// figures that nobody has explained.
///
/// ## How to mend
/// State the `margin` that turns revenue into cash, what the flows are `net_of`, and the `period` of benefits that do
/// not run all the time; or derive the flows: `equals: feasibility.benefits * 1y`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   orders: {unit: orders, direction: up, cadence: weekly, source: shop, owner: cmo, kind: activity}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [cost_of_goods]
///   benefits:
///     more-orders: {amount: CNY 40m/y, kind: revenue, driver: orders}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   orders: {unit: orders, direction: up, cadence: weekly, source: shop, owner: cmo, kind: activity}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [cost_of_goods]
///   margin: 20%
///   benefits:
///     more-orders: {amount: CNY 40m/y, kind: revenue, driver: orders}
/// ```
package struct BenefitsDoNotBridge: Rule {
  package static let code = "F919"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility, let benefits = feasibility.benefits, !benefits.isEmpty,
      let bridge = Bridge(feasibility, benefits, context)
    else { return }
    let deductions = bridge.deductions(feasibility)
    // Whether operating cost is off the flows may be open: then neither way may bridge.
    guard deductions.allSatisfy({ bridge.fails($0, reach: context.resolved.approximate) }) else { return }
    report(bridge, feasibility, benefits, context)
  }

  private func report(
    _ bridge: Bridge, _ feasibility: Feasibility, _ benefits: Table<Benefit>, _ context: RuleContext
  ) {
    guard let first = bridge.years.first else { return }
    let model = first.flow
    let deducted = bridge.deductions(feasibility).last ?? 0
    let cash = bridge.cash(first, deducted: deducted)
    let total = Shown(Quantity(cash, model.unit), like: model)
    var labels = bridge.years.prefix(3).map { Diagnostic.Label($0.place, .figure($0.period.text, $0.flow)) }
    let modules = Self.modules(context)
    if let modules {
      labels.append(
        .init(modules.first.range, .figure("Σ modules.benefit", Shown(modules.money, like: modules.first.value))))
    }
    let part = first.flow.value.divided(by: cash).map { Quantity($0, mark: .percent) }
    let share = part.map { Shown($0) } ?? Shown(first.flow)
    context.report(
      Diagnostic(
        Self.self, at: benefits.entries[0].id.range,
        Message(
          en:
            "in \(first.period) the benefits come to \(total), but the flow is \(first.flow), \(share) of them, and no period joins the two",
          hans: "\(first.period) 各项收益合计 \(total)，而现金流为 \(first.flow)，为其 \(share)，且没有一期对得上",
          hant: "\(first.period) 各項收益合計 \(total)，而現金流為 \(first.flow)，為其 \(share)，且沒有一期對得上"),
        label: Message(en: "the benefits", hans: "各项收益", hant: "各項收益"), labels: labels,
        notes: notes(bridge, feasibility, model, modules.map { Shown($0.money, like: $0.first.value) }),
        help: feasibility.margin == nil && bridge.hasRevenue
          ? Message(
            en:
              "state `margin`, the part of revenue that stays as cash, and mend the benefits or the flows it does not join",
            hans: "请写明 `margin`（收入中留存为现金的比例），并更正与之不符的收益或现金流",
            hant: "請寫明 `margin`（收入中留存為現金的比例），並更正與之不符的收益或現金流")
          : Message(
            en: "mend the benefits or the flows, or say by `period` when each benefit runs",
            hans: "请更正收益或现金流，或以 `period` 写明各项收益的期间", hant: "請更正收益或現金流，或以 `period` 寫明各項收益的期間")))
  }

  private func notes(
    _ bridge: Bridge, _ feasibility: Feasibility, _ model: Quantity, _ modules: Shown?
  ) -> [Message] {
    guard let first = bridge.years.first else { return [] }
    let yearly = model.unit
    let revenue = Shown(Quantity(first.revenue, yearly), like: model)
    let saving = Shown(Quantity(first.saving, yearly), like: model)
    var notes: [Message] = []
    let margin = feasibility.margin.map { Shown($0.value) } ?? Shown(Quantity(1, mark: .percent))
    var terms: [Message] = []
    if bridge.hasRevenue {
      terms.append(
        Message(
          en: "revenue \(revenue) × margin \(margin)", hans: "收入 \(revenue) × 毛利率 \(margin)",
          hant: "收入 \(revenue) × 毛利率 \(margin)"))
    }
    if !first.saving.isZero {
      terms.append(Message(en: "savings \(saving)", hans: "节约 \(saving)", hant: "節約 \(saving)"))
    }
    let deducted = bridge.deductions(feasibility).last ?? 0
    let cost = Shown(Quantity(first.operating * deducted, yearly), like: model)
    let sum = Terms(terms)
    notes.append(
      deducted.isZero || first.operating.isZero
        ? Message(en: "\(sum)", hans: "\(sum)", hant: "\(sum)")
        : Message(
          en: "\(sum) - operating cost \(cost)", hans: "\(sum) - 运营成本 \(cost)", hant: "\(sum) - 營運成本 \(cost)"))
    let needed = bridge.neededMargins(deducted: deducted)
    if !needed.isEmpty {
      let list = Needed(needed)
      notes.append(
        Message(
          en: "the flows would need a margin of \(list)", hans: "要得到现金流，毛利率须为 \(list)",
          hant: "要得到現金流，毛利率須為 \(list)"))
    }
    if let modules {
      notes.append(
        Message(
          en: "the modules' own benefits come to \(modules)", hans: "各模块自列收益合计 \(modules)",
          hant: "各模組自列收益合計 \(modules)"))
    }
    return notes
  }

  /// What the modules say they bring a year, as a third total.
  private static func modules(_ context: RuleContext) -> (money: Quantity, first: Located<Quantity>)? {
    let stated = (context.plan.modules?.entries ?? []).compactMap(\.value.benefit)
    guard let first = stated.first, stated.allSatisfy({ $0.value.unit == first.value.unit && !$0.value.isRange }) else {
      return nil
    }
    let total = stated.reduce(Fraction(0)) { $0 + $1.value.value }
    return (Quantity(total, first.value.unit), first)
  }

  /// Terms of a sum.
  private struct Terms: Phrased {
    let terms: [Message]
    init(_ terms: [Message]) { self.terms = terms }

    func phrase(in language: Language) -> String { terms.map { $0.text(in: language) }.joined(separator: " + ") }
  }

  /// Margins by period.
  private struct Needed: Phrased {
    let margins: [(period: Period, margin: Quantity)]
    init(_ margins: [(period: Period, margin: Quantity)]) { self.margins = margins }

    func phrase(in language: Language) -> String {
      margins.prefix(5).map { period, margin in
        let (when, share) = (period.phrase(in: language), margin.phrase(in: language))
        return language == .english ? "\(share) in \(when)" : "\(when) \(share)"
      }.joined(separator: language == .english ? ", " : "、")
    }
  }
}

/// Benefits beside the flows of each period.
private struct Bridge {
  struct Year {
    let period: Period
    let place: SourceRange
    let flow: Quantity
    /// What benefits of kind revenue and saving bring in the period.
    let revenue: Fraction
    let saving: Fraction
    let operating: Fraction
  }

  let years: [Year]
  let margin: Fraction
  let hasRevenue: Bool

  /// Nil where a figure is missing, a range, or of another unit.
  init?(_ feasibility: Feasibility, _ benefits: Table<Benefit>, _ context: RuleContext) {
    let figures = context.figures
    if let margin = feasibility.margin, margin.value.isRange { return nil }
    margin = feasibility.margin?.value.value ?? 1
    var (revenue, saving) = (Yield(), Yield())
    var currencies: Set<String?> = []
    for entry in benefits.entries where entry.value.kind?.value != .value {
      guard let money = figures.figure("feasibility.benefits.\(entry.id.value)")?.quantity, !money.isRange,
        money.unit.isMoneyPerTime || money.unit.isMoney
      else { return nil }
      currencies.insert(money.unit.currency)
      switch entry.value.kind?.value {
      case .revenue: revenue.add(money.value, in: entry.value.period?.value)
      case .saving: saving.add(money.value, in: entry.value.period?.value)
      case .value, nil: break
      }
    }
    guard !currencies.isEmpty, let entries = feasibility.flows?.entries, !entries.isEmpty else { return nil }
    hasRevenue = !revenue.isEmpty
    var operating = Fraction(0)
    if context.plan.budget?.operating != nil {
      guard let cost = figures.figure("budget.operating")?.quantity, !cost.isRange else { return nil }
      operating = cost.value
    }
    let from = context.plan.budget?.operating?.from?.value
    var years: [Year] = []
    for entry in entries.sorted(by: { $0.period.value < $1.period.value }) {
      let period = entry.period.value
      guard let flow = figures.figure("feasibility.flows.\(period.text)")?.quantity, !flow.isRange,
        currencies == [flow.unit.currency]
      else { return nil }
      let running = from.map { max($0, period.first) } ?? period.first
      let cost =
        running <= period.last ? operating * PlanAnalysis.years(from: running, to: period.last.adding(days: 1)) : 0
      years.append(
        Year(
          period: period, place: entry.period.range, flow: flow, revenue: revenue.worth(in: period),
          saving: saving.worth(in: period), operating: cost))
    }
    self.years = years
  }

  /// What benefits of one kind bring a year: money by the time in which it comes.
  private struct Yield {
    /// Of benefits that run all the time.
    private var always = Fraction(0)
    /// Of those of a period, each period once.
    private var parts: [(period: Period, money: Fraction)] = []
    private var places: [Period: Int] = [:]
    /// Whether there is no benefit of the kind.
    private(set) var isEmpty = true

    mutating func add(_ money: Fraction, in period: Period?) {
      isEmpty = false
      guard let period else {
        always += money
        return
      }
      if let place = places[period] {
        parts[place].money += money
      } else {
        places[period] = parts.count
        parts.append((period, money))
      }
    }

    /// What comes in a period.
    func worth(in period: Period) -> Fraction {
      // What comes all through the period is multiplied once, however many benefits bring it.
      var (whole, cut) = (always, Fraction(0))
      for part in parts where part.period.overlaps(period) {
        if part.period.contains(period) {
          whole += part.money
        } else if let common = part.period.intersection(period) {
          cut += part.money * Bridge.years(of: common)
        }
      }
      return whole * Bridge.years(of: period) + cut
    }
  }

  private static func years(of period: Period) -> Fraction {
    PlanAnalysis.years(from: period.first, to: period.last.adding(days: 1))
  }

  /// How much of the operating cost may be off the flows: all, nothing, or either where `net_of` does not say.
  func deductions(_ feasibility: Feasibility) -> [Fraction] {
    guard let netOf = feasibility.netOf else { return [1, 0] }
    return netOf.contains { $0.value == .operating } ? [1] : [0]
  }

  /// What the benefits come to in a period, with so much of the operating cost taken off.
  func cash(_ year: Year, deducted: Fraction) -> Fraction {
    year.revenue * margin + year.saving - year.operating * deducted
  }

  /// Whether all flows lie on one side of the benefits, and none within reach: flows may grow past a year's benefits, or
  /// up to them, but not stay away from them.
  func fails(_ deducted: Fraction, reach: Fraction) -> Bool {
    var (isAbove, isBelow) = (false, false)
    for year in years {
      let gap = year.flow.value - cash(year, deducted: deducted)
      if gap.magnitude <= year.flow.value.magnitude * reach { return false }
      if gap.isNegative { isBelow = true } else { isAbove = true }
    }
    return isAbove != isBelow
  }

  /// The margins at which the benefits of each period would come to its flow.
  func neededMargins(deducted: Fraction) -> [(period: Period, margin: Quantity)] {
    years.compactMap { year in
      (year.flow.value + year.operating * deducted - year.saving).divided(by: year.revenue).map {
        (year.period, Quantity($0, mark: .percent))
      }
    }
  }
}
