import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// One thing past one limit, with what a finding says of it.
struct LimitBreach {
  let held: HeldLimit
  /// The cap or floor as written.
  let stated: Located<Quantity>
  let bounded: Bounded
  /// The cap or floor in money.
  let bar: Quantity
  /// For a limit on growth: how much is allowed, and the last budget.
  var growth: (rate: Quantity, last: Quantity)?

  var id: Located<String> { held.id }
  var limit: Limit { held.limit }

  /// How gravely it is reported.
  var severity: Severity { held.severity }

  /// What it comes to: over a cap the least that it is, under a floor the most.
  var money: Quantity { one(bounded.money) ?? end(of: bounded.money.quantity(bounded.unit, mark: bounded.mark)) }

  /// What an English sentence says of its figure: money comes to something, a target is.
  var verb: String { limit.kpi == nil ? "comes to" : "is" }

  func words(_ context: RuleContext) -> LimitWords { LimitWords(limit, stated.value, bar, like: model(context)) }

  /// The figure in whose manner money is written.
  func model(_ context: RuleContext) -> Quantity? {
    limit.kpi == nil ? context.plan.budget?.total?.value : stated.value
  }

  private func one(_ money: MoneySpan) -> Quantity? {
    money.low == money.high ? Quantity(money.low, bounded.unit, mark: bounded.mark) : nil
  }

  /// The end of a loose figure that lies past the limit, with its bound.
  private func end(of figure: Quantity) -> Quantity {
    let isOver = figure.low > bar.low
    let value = isOver ? figure.low : figure.high
    return Quantity(value, figure.unit, mark: figure.mark, bound: isOver ? .atLeast : .atMost)
  }

  /// What the limit allows against what it comes to.
  var contradiction: Contradiction {
    Contradiction("\(growth == nil ? "limits" : "goals").\(id.value)", stated: bar, recomputed: money)
  }

  var label: Diagnostic.Label {
    guard let policy = held.policy?.value else {
      return .init(
        stated.range, Message(en: "limit `\(id.value)`", hans: "限额 `\(id.value)`", hant: "限額 `\(id.value)`"))
    }
    return .init(
      stated.range,
      Message(
        en: "limit `\(id.value)` of policy `\(policy)`", hans: "政策 `\(policy)` 的限额 `\(id.value)`",
        hant: "政策 `\(policy)` 的限額 `\(id.value)`"))
  }

  /// Whether it is broken more gravely than another on the same thing, or as gravely by a tighter bound.
  func outweighs(_ other: LimitBreach, isCap: Bool) -> Bool {
    if severity != other.severity { return severity > other.severity }
    return isCap ? bar.low < other.bar.low : bar.low > other.bar.low
  }

  /// What the money is of the limit's base, where the limit is a share: `, 41.67% of budget.total`.
  func share(_ context: RuleContext) -> Message? {
    guard isShare, let base = base(context), base.low == base.high,
      let part = money.value.divided(by: base.low)
    else { return nil }
    let share = Quantity(part, mark: .percent, bound: money.bound)
    let name = LimitWords.base(limit)
    return Message(en: ", \(share) of \(name)", hans: "（\(name) 的 \(share)）", hant: "（\(name) 的 \(share)）")
  }

  /// How a share became money: `40% * budget.total = 40% * 1.2亿元 = 4800万元`.
  func notes(_ context: RuleContext) -> [Message] {
    guard isShare, let base = base(context) else { return [] }
    let (name, share) = (LimitWords.base(limit), stated.value)
    let model = model(context)
    let whole = Shown(shownBase(context) ?? base.quantity(bounded.unit), like: model)
    let bar = Shown(bar, like: model)
    return [
      Message(
        en: "\(share) * \(name) = \(share) * \(whole) = \(bar)",
        hans: "\(share) * \(name) = \(share) * \(whole) = \(bar)",
        hant: "\(share) * \(name) = \(share) * \(whole) = \(bar)")
    ]
  }

  /// Whether the limit is a share of something, and not money or a KPI's level.
  private var isShare: Bool { growth == nil && stated.value.unit.isPure && (limit.kpi == nil || limit.base != nil) }

  private func base(_ context: RuleContext) -> MoneySpan? {
    if let base = limit.base { return context.money(base, in: bounded.unit) }
    return context.plan.budget?.total.flatMap { context.span($0.value, in: bounded.unit) }
  }

  private func shownBase(_ context: RuleContext) -> Quantity? {
    if let base = limit.base { return context.figures.evaluate(base).value.quantity }
    return context.plan.budget?.total?.value
  }

  /// What to do, with the way out that an overridable limit leaves.
  func loosening(_ remedy: Message) -> Message {
    guard limit.overridable?.value == true else { return remedy }
    return Message(
      en: "\(remedy); or restate `\(id.value)` under the plan's `limits` with a `reason`",
      hans: "\(remedy)；或在计划的 `limits` 中重写 `\(id.value)` 并说明 `reason`",
      hant: "\(remedy)；或在計畫的 `limits` 中重寫 `\(id.value)` 並說明 `reason`")
  }
}

/// What a limit allows: `CNY 400,000 (40% of budget.total)`, or the money it says itself.
struct LimitWords: Phrased {
  let limit: Limit
  let stated: Quantity
  /// The cap or floor in money.
  let bar: Quantity
  /// The figure in whose manner it is written.
  let model: Quantity?

  init(_ limit: Limit, _ stated: Quantity, _ bar: Quantity, like model: Quantity?) {
    self.limit = limit
    self.stated = stated
    self.bar = bar
    self.model = model
  }

  static func base(_ limit: Limit) -> String { limit.base?.value.text ?? "budget.total" }

  func phrase(in language: Language) -> String {
    guard stated.unit.isPure, limit.kpi == nil || limit.base != nil else {
      return Said(stated, like: model).phrase(in: language)
    }
    let (bar, base) = (Said(bar, like: model), Self.base(limit))
    return Message(
      en: "\(bar) (\(stated) of \(base))", hans: "\(bar)（\(base) 的 \(stated)）", hant: "\(bar)（\(base) 的 \(stated)）"
    ).text(in: language)
  }
}

/// Reserves of a purpose, in the plural: reserves for technology, 技术预留.
struct ReservePurpose: Phrased {
  let purpose: Reserve.Purpose

  init(_ purpose: Reserve.Purpose) { self.purpose = purpose }

  func phrase(in language: Language) -> String { words.text(in: language) }

  private var words: Message {
    switch purpose {
    case .any: Message(en: "reserves", hans: "预留", hant: "預留")
    case .technology: Message(en: "reserves for technology", hans: "技术预留", hant: "技術預留")
    case .compliance: Message(en: "reserves for compliance", hans: "合规预留", hant: "合規預留")
    case .market: Message(en: "reserves for the market", hans: "市场预留", hant: "市場預留")
    case .people: Message(en: "reserves for people", hans: "人员预留", hant: "人員預留")
    }
  }
}

extension Message {
  /// A name in backticks, set off by blanks in a Chinese sentence.
  static func code(_ name: String) -> Message {
    Message(en: "`\(name)`", hans: "`\(name)` ", hant: "`\(name)` ")
  }
}
