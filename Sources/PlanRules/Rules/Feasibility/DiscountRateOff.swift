import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// The discount rate is missing, or outside what the policy allows.
///
/// - zh-Hans: 没有折现率，或折现率超出政策范围
/// - zh-Hant: 沒有折現率，或折現率超出政策範圍
///
/// ## Why it matters
/// A lower rate makes every later flow worth more. Plans that choose their own rate cannot be compared with each other,
/// and without one there is no present value at all.
///
/// ## How to mend
/// State `discount_rate` within the policy's range.
///
/// ## Policy
/// `finance.discount_rate`: the range allowed. Without one, a rate is only asked for where a figure needs it.
///
/// ## Bad
/// ```yaml
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [operating]
/// claims:
///   worth: {says: CNY 3m, equals: feasibility.npv}
/// ```
///
/// ## Mended
/// ```yaml
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [operating]
///   discount_rate: 10%
/// claims:
///   worth: {says: CNY 3m, equals: feasibility.npv}
/// ```
package struct DiscountRateOff: Rule {
  package static let code = "F903"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility, feasibility.flows?.isEmpty == false else { return }
    let allowed = context.resolved.house.discountRates.map(\.stated)
    guard let rate = feasibility.discountRate else {
      if !feasibility.wrote("discount_rate") { checkMissing(feasibility, allowed.first, context) }
      return
    }
    guard let limit = allowed.first(where: { !Self.allows($0.value, rate.value) }) else { return }
    context.report(
      Diagnostic(
        Self.self, at: rate.range,
        Message(
          en: "the discount rate is \(rate.value), the policy allows \(limit.value)",
          hans: "折现率为 \(rate.value)，政策允许 \(limit.value)", hant: "折現率為 \(rate.value)，政策允許 \(limit.value)"),
        labels: [.init(limit.range, .figure("finance.discount_rate", limit.value))],
        notes: context.figures.figure("feasibility.npv").flatMap { $0.quantity == nil ? nil : [Derivation($0).note] }
          ?? [],
        help: Message(
          en: "use a rate of \(limit.value), and restate what was discounted with the old one",
          hans: "请采用 \(limit.value) 的折现率，并重算以原折现率折现的数字", hant: "請採用 \(limit.value) 的折現率，並重算以原折現率折現的數字")))
  }

  /// Whether a policy's rate, range or bound holds a plan's rate.
  private static func allows(_ limit: Quantity, _ rate: Quantity) -> Bool {
    if let bound = limit.bound {
      return bound.holds(rate.low, against: limit.low) && bound.holds(rate.high, against: limit.low)
    }
    return rate.low >= limit.low && rate.high <= limit.high
  }

  /// None is stated, and a policy or a figure asks for one.
  private func checkMissing(_ feasibility: Feasibility, _ limit: Located<Quantity>?, _ context: RuleContext) {
    let user = Self.firstUse(feasibility, context)
    guard limit != nil || user != nil else { return }
    var labels: [Diagnostic.Label] = []
    if let limit { labels.append(.init(limit.range, .figure("finance.discount_rate", limit.value))) }
    if let user { labels.append(.init(user, Message(en: "needs a rate", hans: "需要折现率", hant: "需要折現率"))) }
    context.report(
      Diagnostic(
        Self.self, at: feasibility.common.keyRange,
        Message(
          en: "the study states no discount rate, so nothing can be discounted", hans: "可行性未写折现率，无法折现",
          hant: "可行性未寫折現率，無法折現"), labels: labels,
        help: limit.map {
          Message(
            en: "add `discount_rate`, within \($0.value)", hans: "请补写 `discount_rate`，范围 \($0.value)",
            hant: "請補寫 `discount_rate`，範圍 \($0.value)")
        }
          ?? Message(
            en: "add `discount_rate`, the return a year that the money could earn elsewhere",
            hans: "请补写 `discount_rate`，即资金用于别处可得的年回报率", hant: "請補寫 `discount_rate`，即資金用於別處可得的年報酬率")))
  }

  private static let discounted = ["npv", "pv", "pi", "mirr", "discounted_payback", "largest_investment"]

  /// Where the plan first asks for a figure that needs a rate.
  private static func firstUse(_ feasibility: Feasibility, _ context: RuleContext) -> SourceRange? {
    for use in context.resolved.expressions {
      for path in use.expression.value.paths where path.segments.count > 1 && path.segments[0].name == "feasibility" {
        let name = path.segments[1].name == "with_operating" ? path.segments.last?.name : path.segments[1].name
        if let name, discounted.contains(name) { return path.range }
      }
    }
    for row in feasibility.sensitivity?.entries ?? [] {
      if let result = row.value.result, result.value.needsRate { return result.range }
    }
    for row in feasibility.breakEven?.entries ?? [] {
      if (row.value.result?.value ?? .npv).needsRate { return row.value.result?.range ?? row.id.range }
    }
    return nil
  }
}
