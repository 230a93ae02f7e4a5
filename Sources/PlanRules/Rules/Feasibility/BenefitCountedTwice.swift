import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// Two benefits claim one driver's gain.
///
/// - zh-Hans: 两项收益计算了同一因素的好处
/// - zh-Hant: 兩項收益計算了同一因素的好處
///
/// ## Why it matters
/// A customer won cheaper saves the money once. Counted as a lower cost of acquisition and again as a lower share of
/// revenue, it pays the plan back twice on paper.
///
/// ## How to mend
/// Leave one of the two out, or split the gain between them. Where two factors of one product rise together, compute the
/// product with both, and count the difference once.
///
/// ## Bad
/// ```yaml
/// kpis:
///   orders: {unit: orders, direction: up, baseline: 1000 orders, kind: activity}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [operating]
///   benefits:
///     more-orders: {amount: CNY 4m/y, kind: revenue, driver: orders}
///     busier-shops: {amount: CNY 3m/y, kind: revenue, driver: orders}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   orders: {unit: orders, direction: up, baseline: 1000 orders, kind: activity}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [operating]
///   benefits:
///     more-orders: {amount: CNY 7m/y, kind: revenue, driver: orders}
/// ```
package struct BenefitCountedTwice: Rule {
  package static let code = "F909"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let benefits = context.plan.feasibility?.benefits else { return }
    let entries = benefits.entries.filter { $0.value.kind?.value != .value && $0.value.driver != nil }
    for later in entries.indices {
      for earlier in entries.indices.prefix(upTo: later) { compare(entries[earlier], entries[later], context) }
    }
    for entry in entries { checkClaims(entry, context) }
  }

  // MARK: Two benefits

  private func compare(_ a: Table<Benefit>.Entry, _ b: Table<Benefit>.Entry, _ context: RuleContext) {
    guard let first = a.value.driver?.value, let second = b.value.driver?.value, let kind = a.value.kind?.value,
      let other = b.value.kind?.value, Self.overlap(a.value.period, b.value.period)
    else { return }
    if first == second {
      let isOneKind = kind == other
      report(
        a, b,
        Message(
          en: "benefits `\(a.id.value)` and `\(b.id.value)` both count what \(first) brings",
          hans: "收益 `\(a.id.value)` 与 `\(b.id.value)` 都计算了 \(first) 带来的好处",
          hant: "收益 `\(a.id.value)` 與 `\(b.id.value)` 都計算了 \(first) 帶來的好處"),
        severity: isOneKind ? nil : .advice, context)
    } else if kind == .revenue, other == .revenue, let use = product(of: first, second, context) {
      report(
        a, b,
        Message(
          en:
            "benefits `\(a.id.value)` and `\(b.id.value)` are driven by two factors of one product, `\(use.value.text)`: each counts part of the other's gain",
          hans: "收益 `\(a.id.value)` 与 `\(b.id.value)` 的动因是同一乘积 `\(use.value.text)` 的两个因子：各自都含有对方的部分收益",
          hant: "收益 `\(a.id.value)` 與 `\(b.id.value)` 的動因是同一乘積 `\(use.value.text)` 的兩個因子：各自都含有對方的部分收益"),
        more: .init(use.range, Message(en: "the product", hans: "该乘积", hant: "該乘積")), context)
    } else if kind == .saving, other == .saving, sharesSpend(first, second, context) {
      report(
        a, b,
        Message(
          en: "savings `\(a.id.value)` and `\(b.id.value)` are both counted on the same spend: \(first) and \(second)",
          hans: "节约 `\(a.id.value)` 与 `\(b.id.value)` 都以同一笔支出计算：\(first) 与 \(second)",
          hant: "節約 `\(a.id.value)` 與 `\(b.id.value)` 都以同一筆支出計算：\(first) 與 \(second)"),
        severity: .advice, context)
    }
  }

  private static func overlap(_ a: Located<Period>?, _ b: Located<Period>?) -> Bool {
    guard let a, let b else { return true }
    return a.value.overlaps(b.value)
  }

  /// A product in the plan that has both KPIs as factors.
  private func product(of a: String, _ b: String, _ context: RuleContext) -> Located<Expression>? {
    context.resolved.expressions.first { use in
      use.noun != Claim.nounName && Self.hasProduct(use.expression.value.root, a, b)
    }?.expression
  }

  private static func hasProduct(_ node: Expression.Node, _ a: String, _ b: String) -> Bool {
    switch node.form {
    case .binary(.times, _, let left, let right):
      let factors = factors(left) + factors(right)
      if factors.contains(a), factors.contains(b) { return true }
      return hasProduct(left, a, b) || hasProduct(right, a, b)
    case .binary(_, _, let left, let right): return hasProduct(left, a, b) || hasProduct(right, a, b)
    case .negate(let part), .not(let part): return hasProduct(part, a, b)
    case .call(_, let parts): return parts.contains { hasProduct($0, a, b) }
    case .choice(_, let then, let otherwise): return hasProduct(then, a, b) || hasProduct(otherwise, a, b)
    case .literal, .path: return false
    }
  }

  /// The KPIs that a product is made of.
  private static func factors(_ node: Expression.Node) -> [String] {
    switch node.form {
    case .binary(.times, _, let left, let right): return factors(left) + factors(right)
    case .binary(.over, _, let left, _): return factors(left)
    case .path(let path):
      let names = path.names
      return [names.first == "kpis" && names.count > 1 ? names[1] : names.first ?? ""]
    default: return []
    }
  }

  /// Whether both KPIs are computed from the plan's spend.
  private func sharesSpend(_ a: String, _ b: String, _ context: RuleContext) -> Bool {
    [a, b].allSatisfy { id in
      context.plan.kpis?[id]?.formula?.value.paths.contains { $0.text == "spend" } == true
    }
  }

  // MARK: A benefit and a claim

  /// A claim of the very same money a year that is derived from another KPI: one saving, told of two levers.
  private func checkClaims(_ entry: Table<Benefit>.Entry, _ context: RuleContext) {
    guard let amount = entry.value.amount, let driver = entry.value.driver?.value, let claims = context.plan.claims,
      let kpis = context.plan.kpis
    else { return }
    for claim in claims.entries {
      guard case .quantity(let said)? = claim.value.says?.value, let place = claim.value.says?.range,
        let equals = claim.value.equals, said.unit == amount.value.unit, said.isExact, said.value == amount.value.value
      else { continue }
      let names = equals.value.paths.map { $0.names.first == "kpis" ? $0.names.dropFirst().first ?? "" : $0.names[0] }
      let levers = names.filter { kpis.place(of: $0) != nil }
      guard let lever = levers.first, !levers.contains(driver), !names.contains("feasibility"),
        !names.contains("objectives"),
        !names.contains("claims")
      else { continue }
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en: "\(said) is put down to \(driver) in `feasibility.benefits.\(entry.id.value)` and to \(lever) here",
            hans: "同为 \(said)：`feasibility.benefits.\(entry.id.value)` 归于 \(driver)，此处归于 \(lever)",
            hant: "同為 \(said)：`feasibility.benefits.\(entry.id.value)` 歸於 \(driver)，此處歸於 \(lever)"),
          labels: [.init(amount.range, .figure("feasibility.benefits.\(entry.id.value)", amount.value))],
          help: Message(
            en: "count it once, and say by which of the two it comes about", hans: "只应计算一次，并写明由何者带来",
            hant: "只應計算一次，並寫明由何者帶來"), severity: .advice))
    }
  }

  private func report(
    _ a: Table<Benefit>.Entry, _ b: Table<Benefit>.Entry, _ message: Message, severity: Severity? = nil,
    more: Diagnostic.Label? = nil, _ context: RuleContext
  ) {
    let place = b.value.driver?.range ?? b.id.range
    let first = a.value.driver?.range ?? a.id.range
    context.report(
      Diagnostic(
        Self.self, at: place, message,
        labels: [.init(first, Message(en: "counted here already", hans: "此处已计算", hant: "此處已計算"))]
          + (more.map { [$0] } ?? []),
        help: Message(
          en: "count the gain once: leave one of the two out, or split it between them",
          hans: "同一好处只计算一次：去掉其中一项，或在两项间分摊",
          hant: "同一好處只計算一次：去掉其中一項，或在兩項間分攤"), severity: severity))
  }
}
