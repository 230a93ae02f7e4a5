import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// The plans of a portfolio together exceed its total, or a limit across plans.
///
/// - zh-Hans: 组合内各计划合计超出总额或跨计划限额
/// - zh-Hant: 組合內各計畫合計超出總額或跨計畫限額
///
/// ## Why it matters
/// Every plan can be right by itself and all of them together cost more than there is. Nobody sees it in any one plan.
///
/// ## How to mend
/// Take the excess out of a plan, or raise the portfolio's total or limit where those who answer for it agree. Money in
/// other currencies counts at the rates of the portfolio's policies.
///
/// ## Policy
/// `currencies` of the portfolio's policies. `limits` of the portfolio bound a `category` or a `reserve` over all plans,
/// `each: category`, or `each: plan`; a share is of `of`, else of the portfolio's total.
///
/// ## Bad
/// ```yaml
/// # raw
/// kind: portfolio
/// schema: 1
/// id: group
/// title: Group
/// period: 2025
/// currency: CNY
/// owner: cmo
/// total: CNY 2m
/// plans: {north: north.yaml, south: south.yaml}
/// # file: north.yaml
/// kind: plan
/// schema: 1
/// id: north
/// title: North
/// period: 2025
/// currency: CNY
/// owner: cmo
/// team: {roles: {cmo: Marketing head}}
/// budget: {total: CNY 1.2m, lines: {media: {amount: CNY 1.2m, owner: cmo, for: search}}}
/// # file: south.yaml
/// kind: plan
/// schema: 1
/// id: south
/// title: South
/// period: 2025
/// currency: CNY
/// owner: cmo
/// team: {roles: {cmo: Marketing head}}
/// budget: {total: CNY 0.9m, lines: {media: {amount: CNY 0.9m, owner: cmo, for: search}}}
/// ```
///
/// ## Mended
/// ```yaml
/// # raw
/// kind: portfolio
/// schema: 1
/// id: group
/// title: Group
/// period: 2025
/// currency: CNY
/// owner: cmo
/// total: CNY 2m
/// plans: {north: north.yaml, south: south.yaml}
/// # file: north.yaml
/// kind: plan
/// schema: 1
/// id: north
/// title: North
/// period: 2025
/// currency: CNY
/// owner: cmo
/// team: {roles: {cmo: Marketing head}}
/// budget: {total: CNY 1.1m, lines: {media: {amount: CNY 1.1m, owner: cmo, for: search}}}
/// # file: south.yaml
/// kind: plan
/// schema: 1
/// id: south
/// title: South
/// period: 2025
/// currency: CNY
/// owner: cmo
/// team: {roles: {cmo: Marketing head}}
/// budget: {total: CNY 0.9m, lines: {media: {amount: CNY 0.9m, owner: cmo, for: search}}}
/// ```
package enum PortfolioOverTotal: Problem {
  package static let code = "B316"
  package static let severity = Severity.error

  static func check(_ context: PortfolioContext) {
    if let total = context.resolved.portfolio.total, let bar = context.inOwnCurrency(total.value),
      let planned = context.money("portfolio.planned"), isOver(planned, bar, context)
    {
      context.report(overTotal(planned, bar, Located(total.value, at: total.range), context))
    }
    var memo = Memo()
    for entry in context.resolved.portfolio.limits ?? Table() {
      check(entry.id, entry.value, bounded(by: entry.value, &memo, context), context)
    }
  }

  /// What a limit bounds: its name, its figure's path, and what that comes to.
  private struct Bounded {
    let name: Message
    let path: String
    let money: Quantity
    /// Where a finding stands; nil for the limit's own word of what it bounds.
    let place: SourceRange?

    init?(_ name: Message, _ path: String, at place: SourceRange?, _ context: PortfolioContext) {
      guard let money = context.money(path) else { return nil }
      self.name = name
      self.path = path
      self.money = money
      self.place = place
    }
  }

  /// All that a limit bounds.
  private struct Group {
    let all: [Bounded]
    /// The greatest of the lower ends: a cap that this does not pass is passed by none.
    let greatest: Fraction?
    /// The least of the upper ends: a floor that this does not miss is missed by none.
    let least: Fraction?

    init(_ all: [Bounded]) {
      self.all = all
      greatest = all.map(\.money.low).max()
      least = all.map(\.money.high).min()
    }
  }

  /// Every plan and every category: many limits may bound them.
  private struct Memo {
    var plans: Group?
    var categories: Group?
  }

  private static func bounded(by limit: Limit, _ memo: inout Memo, _ context: PortfolioContext) -> Group {
    func category(_ id: String) -> Bounded? {
      Bounded(
        Message(en: "category `\(id)` of all plans", hans: "各计划中类别 `\(id)` 合计", hant: "各計畫中類別 `\(id)` 合計"),
        "portfolio.categories.\(id)", at: nil, context)
    }
    if let id = limit.category { return Group([category(id.value)].compactMap { $0 }) }
    if let purpose = limit.reserve, purpose.value == .any {
      let reserves = Bounded(
        Message(en: "the reserves of all plans", hans: "各计划预留合计", hant: "各計畫預留合計"), "portfolio.reserved", at: nil,
        context)
      return Group([reserves].compactMap { $0 })
    }
    switch limit.each?.value {
    case .plan:
      let plans =
        memo.plans
        ?? Group(
          context.figures.ids.compactMap { id in
            Bounded(
              Message(en: "plan `\(id)`", hans: "计划 `\(id)` ", hant: "計畫 `\(id)` "), "plans.\(id).total",
              at: context.place(ofPlan: id), context)
          })
      memo.plans = plans
      return plans
    case .category:
      let categories = memo.categories ?? Group(context.figures.categories.compactMap(category))
      memo.categories = categories
      return categories
    default: return Group([])
    }
  }

  private static func check(_ id: Located<String>, _ limit: Limit, _ group: Group, _ context: PortfolioContext) {
    guard let greatest = group.greatest, let least = group.least else { return }
    let cap = limit.atMost.flatMap { cap in bar(cap.value, limit, context).map { (stated: cap, bar: $0) } }
    let floor = limit.atLeast.flatMap { floor in bar(floor.value, limit, context).map { (stated: floor, bar: $0) } }
    guard cap.map({ greatest > $0.bar.high }) == true || floor.map({ $0.bar.low > least }) == true else { return }
    for bounded in group.all {
      if let cap, isOver(bounded.money, cap.bar, context) {
        context.report(overCap(id, limit, cap.stated, bounded, bounded.money, cap.bar, context))
      }
      if let floor, isOver(floor.bar, bounded.money, context) {
        context.report(underFloor(id, limit, floor.stated, bounded, bounded.money, floor.bar, context))
      }
    }
  }

  /// Where a limit says what it bounds.
  private static func place(of limit: Limit) -> SourceRange {
    if let category = limit.category { return category.range }
    if let purpose = limit.reserve, purpose.value == .any { return purpose.range }
    return limit.each?.range ?? limit.common.keyRange
  }

  /// A cap or floor as money: itself, or its share of `of`, else of the portfolio's total.
  private static func bar(_ stated: Quantity, _ limit: Limit, _ context: PortfolioContext) -> Quantity? {
    var stated = stated
    stated.bound = nil
    guard stated.unit.isPure else { return context.inOwnCurrency(stated) }
    let base: Quantity?
    if let expression = limit.base {
      base = evaluate(expression.value, in: context.figures).value.quantity.flatMap { context.inOwnCurrency($0) }
    } else {
      base = context.resolved.portfolio.total.flatMap { context.inOwnCurrency($0.value) }
    }
    guard let base, case .quantity(let bar) = Arithmetic.product(.quantity(stated), .quantity(base)) else { return nil }
    return bar
  }

  /// Whether the least that one figure can be is more than the most the other can be, by more than half a minor
  /// unit; what is written loosely decides nothing.
  private static func isOver(_ money: Quantity, _ bar: Quantity, _ context: PortfolioContext) -> Bool {
    if money.bound == .atMost || money.bound == .under || bar.bound == .atLeast || bar.bound == .over { return false }
    if money.vagueness != nil || bar.vagueness != nil { return false }
    return money.low - bar.high > Fraction(1, 2 * minorUnits(of: bar.unit.currency))
  }

  // MARK: Findings

  private static func overTotal(
    _ planned: Quantity, _ bar: Quantity, _ total: Located<Quantity>, _ context: PortfolioContext
  ) -> Diagnostic {
    let (money, allowed) = (Said(planned, like: total.value), Said(bar, like: total.value))
    let excess = Said(Quantity(planned.low - bar.high, bar.unit), like: total.value)
    return Diagnostic(
      Self.self, at: total.range,
      Message(
        en: "the plans together come to \(money), \(excess) over the portfolio's total of \(allowed)",
        hans: "各计划合计\(money)，超出组合总额\(allowed.on)共\(excess)", hant: "各計畫合計\(money)，超出組合總額\(allowed.on)共\(excess)"),
      labels: labels("portfolio.planned", total.value, context),
      notes: notes("portfolio.planned", total.value, context),
      help: Message(
        en: "take \(excess) out of the plans, or raise the total", hans: "请从各计划中调减\(excess)，或提高总额",
        hant: "請從各計畫中調減\(excess)，或提高總額")
    ).contradicting(Contradiction("portfolio.total", stated: bar, recomputed: planned))
  }

  private static func overCap(
    _ id: Located<String>, _ limit: Limit, _ cap: Located<Quantity>, _ bounded: Bounded, _ money: Quantity,
    _ bar: Quantity, _ context: PortfolioContext
  ) -> Diagnostic {
    let model = context.resolved.portfolio.total?.value
    let (shown, allowed) = (Said(money, like: model), Said(bar, like: model))
    let excess = Said(Quantity(money.low - bar.high, bar.unit), like: model)
    return finding(
      id, limit, cap, bounded, money, bar, context,
      Message(
        en: "\(bounded.name) comes to \(shown), over the cap of \(allowed)",
        hans: "\(bounded.name)为\(shown)，超出上限\(allowed)",
        hant: "\(bounded.name)為\(shown)，超出上限\(allowed)"),
      help: Message(
        en: "take \(excess) off: up to \(allowed) is allowed", hans: "请调减\(excess)：最多允许\(allowed)",
        hant: "請調減\(excess)：最多允許\(allowed)"))
  }

  private static func underFloor(
    _ id: Located<String>, _ limit: Limit, _ floor: Located<Quantity>, _ bounded: Bounded, _ money: Quantity,
    _ bar: Quantity, _ context: PortfolioContext
  ) -> Diagnostic {
    let model = context.resolved.portfolio.total?.value
    let (shown, asked) = (Said(money, like: model), Said(bar, like: model))
    let lack = Said(Quantity(bar.low - money.high, bar.unit), like: model)
    return finding(
      id, limit, floor, bounded, money, bar, context,
      Message(
        en: "\(bounded.name) comes to \(shown), under the floor of \(asked)",
        hans: "\(bounded.name)为\(shown)，低于下限\(asked)",
        hant: "\(bounded.name)為\(shown)，低於下限\(asked)"),
      help: Message(
        en: "add \(lack): at least \(asked) is asked for", hans: "请增加\(lack)：至少须有\(asked)",
        hant: "請增加\(lack)：至少須有\(asked)"))
  }

  /// What findings of caps and floors share: where, from what, and at which severity.
  private static func finding(
    _ id: Located<String>, _ limit: Limit, _ stated: Located<Quantity>, _ bounded: Bounded, _ money: Quantity,
    _ bar: Quantity, _ context: PortfolioContext, _ message: Message, help: Message
  ) -> Diagnostic {
    let model = context.resolved.portfolio.total?.value
    return Diagnostic(
      Self.self, at: bounded.place ?? place(of: limit), message,
      labels: [label(id, stated.range)] + labels(bounded.path, model, context),
      notes: notes(bounded.path, model, context) + share(stated.value, limit, Shown(bar, like: model)), help: help,
      severity: limit.severity?.value.severity
    ).contradicting(Contradiction("limits.\(id.value)", stated: bar, recomputed: money))
  }

  private static func label(_ id: Located<String>, _ place: SourceRange) -> Diagnostic.Label {
    Diagnostic.Label(
      place, Message(en: "limit `\(id.value)`", hans: "限额 `\(id.value)`", hant: "限額 `\(id.value)`"))
  }

  /// The parts of a sum where they stand, at most six; the rates among them.
  private static func labels(_ path: String, _ model: Quantity?, _ context: PortfolioContext) -> [Diagnostic.Label] {
    guard let figure = context.figures.figure(path) else { return [] }
    return Array(Derivation.labels(figure.inputs, like: model).prefix(6))
  }

  /// How the figure came about, and how what went into it was converted.
  private static func notes(_ path: String, _ model: Quantity?, _ context: PortfolioContext) -> [Message] {
    guard let figure = context.figures.figure(path) else { return [] }
    let parts = figure.inputs.compactMap { context.figures.figure($0.name) }
    return ([figure] + parts).filter { $0.inputs.count > 1 }.prefix(6).map { Derivation($0, like: model).note }
  }

  private static func share(_ stated: Quantity, _ limit: Limit, _ bar: Shown) -> [Message] {
    guard stated.unit.isPure else { return [] }
    let base = limit.base?.value.text ?? "portfolio.total"
    return [
      Message(
        en: "\(stated) * \(base) = \(bar)", hans: "\(stated) * \(base) = \(bar)", hant: "\(stated) * \(base) = \(bar)")
    ]
  }
}
