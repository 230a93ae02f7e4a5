import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// One thing past one limit, with what a finding says of it.
struct LimitBreach {
  let id: Located<String>
  let limit: Limit
  /// The cap or floor as written.
  let stated: Located<Quantity>
  let bounded: Bounded
  /// The cap or floor in money.
  let bar: Quantity

  init(_ id: Located<String>, _ limit: Limit, _ stated: Located<Quantity>, _ bounded: Bounded, _ bar: Quantity) {
    self.id = id
    self.limit = limit
    self.stated = stated
    self.bounded = bounded
    self.bar = bar
  }

  var money: Quantity { bounded.money.quantity(bounded.unit) }
  var words: LimitWords { LimitWords(limit, stated.value) }

  var label: Diagnostic.Label {
    .init(
      stated.range,
      Message(en: "limit `\(id.value)`", hans: "限额 `\(id.value)`", hant: "限額 `\(id.value)`"))
  }

  /// What the money is of the limit's base, where the limit is a share: `41.67% of budget.total`.
  func share(_ context: RuleContext) -> Message? {
    guard stated.value.unit.isPure, let base = base(context), let share = bounded.money.share(of: base) else {
      return nil
    }
    let name = LimitWords.base(limit)
    return Message(en: "\(share) of \(name)", hans: "\(name) 的 \(share)", hant: "\(name) 的 \(share)")
  }

  /// How a share became money: `40% * budget.total = 40% * 1.2亿元 = 4800万元`.
  func notes(_ context: RuleContext) -> [Message] {
    guard stated.value.unit.isPure, let base = base(context) else { return [] }
    let (name, share) = (LimitWords.base(limit), stated.value)
    let whole = shownBase(context) ?? base.quantity(bounded.unit)
    return [
      Message(
        en: "\(share) * \(name) = \(share) * \(whole) = \(bar)",
        hans: "\(share) * \(name) = \(share) * \(whole) = \(bar)",
        hant: "\(share) * \(name) = \(share) * \(whole) = \(bar)")
    ]
  }

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

/// A limit's figure with its base: `40% of budget.total`, `CNY 1.2m`.
struct LimitWords: Phrased {
  let limit: Limit
  let stated: Quantity

  init(_ limit: Limit, _ stated: Quantity) {
    self.limit = limit
    self.stated = stated
  }

  static func base(_ limit: Limit) -> String { limit.base?.value.text ?? "budget.total" }

  func phrase(in language: Language) -> String {
    guard stated.unit.isPure else { return stated.phrase(in: language) }
    let base = Self.base(limit)
    return Message(en: "\(stated) of \(base)", hans: "\(base) 的 \(stated)",
    hant: "\(base) 的 \(stated)").text(in: language)
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
