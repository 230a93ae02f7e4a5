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
/// revenue, it pays the plan back twice on paper. Of several that count the same, each is told beside the first of its
/// kind.
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
    let products = Products(benefits.count > 1 ? context.resolved.expressions : [])
    var counted = Counted()
    for gain in gains(benefits, products, context) {
      // One that is counted already is enough to say so: of a hundred benefits of one driver, not all pairs are told.
      for (way, earlier) in counted.doubles(of: gain) { report(way, earlier, gain, benefits, products, context) }
      counted.add(gain)
    }
    checkClaims(benefits, context)
  }

  // MARK: Two benefits

  /// A benefit as it is compared with all others.
  private struct Gain {
    /// Its place among the benefits.
    let place: Int
    /// A number for its driver.
    let driver: Int
    let kind: Benefit.Kind
    /// The days it runs, by their numbers; all for one that does not say.
    let days: ClosedRange<Int>
    /// The products in the plan that have its driver as a factor, by their numbers, ascending.
    let products: [Int]
    /// Whether its driver is computed from the plan's spend.
    let isOfSpend: Bool

    /// The first product that has both drivers as factors.
    func product(with other: Gain) -> Int? {
      var (own, others) = (products[...], other.products[...])
      while let first = own.first, let second = others.first {
        if first == second { return first }
        if first < second { own.removeFirst() } else { others.removeFirst() }
      }
      return nil
    }
  }

  /// How two benefits count one gain.
  private enum Way { case oneDriver, oneDriverOfTwoKinds, oneProduct, oneSpend }

  /// The benefits so far, as a later one looks for its like among them.
  private struct Counted {
    private struct Key: Hashable {
      let driver: Int
      let kind: Benefit.Kind
    }

    private var gains: [Gain] = []
    /// Their places here, and beside each what most of them are passed over by.
    private typealias Entry = (place: Int, driver: Int, days: ClosedRange<Int>)
    private var byDriver: [Key: [Entry]] = [:]
    private var inProducts: [Entry] = []
    private var ofSpend: [Entry] = []

    mutating func add(_ gain: Gain) {
      let entry = (gains.count, gain.driver, gain.days)
      gains.append(gain)
      byDriver[Key(driver: gain.driver, kind: gain.kind), default: []].append(entry)
      if gain.kind == .revenue, !gain.products.isEmpty { inProducts.append(entry) }
      if gain.kind == .saving, gain.isOfSpend { ofSpend.append(entry) }
    }

    /// In each way the first that counts the same gain in some of the same days.
    func doubles(of gain: Gain) -> [(Way, Gain)] {
      func first(_ entries: [Entry]?, where isDouble: (Entry) -> Bool = { _ in true }) -> Gain? {
        entries?.first { $0.days.overlaps(gain.days) && isDouble($0) }.map { gains[$0.place] }
      }
      var found: [(Way, Gain)] = []
      func add(_ way: Way, _ earlier: Gain?) { if let earlier { found.append((way, earlier)) } }
      let other: Benefit.Kind = gain.kind == .revenue ? .saving : .revenue
      add(.oneDriver, first(byDriver[Key(driver: gain.driver, kind: gain.kind)]))
      add(.oneDriverOfTwoKinds, first(byDriver[Key(driver: gain.driver, kind: other)]))
      if gain.kind == .revenue, !gain.products.isEmpty {
        add(
          .oneProduct,
          first(inProducts) { $0.driver != gain.driver && gains[$0.place].product(with: gain) != nil })
      }
      if gain.kind == .saving, gain.isOfSpend { add(.oneSpend, first(ofSpend) { $0.driver != gain.driver }) }
      return found
    }
  }

  /// Every product in the plan's expressions but those of claims, which say a figure again.
  private struct Products {
    private(set) var expressions: [Located<Expression>] = []
    /// The products that a name is a factor of, by their numbers, ascending.
    private(set) var numbers: [String: [Int]] = [:]

    init(_ uses: [ExpressionUse]) {
      for use in uses where use.noun != Claim.nounName { collect(use.expression.value.root, use.expression) }
    }

    private mutating func collect(_ node: Expression.Node, _ expression: Located<Expression>) {
      switch node.form {
      case .binary(.times, _, _, _):
        expressions.append(expression)
        var rest: [Expression.Node] = []
        addFactors(node, of: expressions.count - 1, leaving: &rest)
        for part in rest { collect(part, expression) }
      case .binary(_, _, let left, let right):
        collect(left, expression)
        collect(right, expression)
      case .negate(let part), .not(let part): collect(part, expression)
      case .call(_, let parts): for part in parts { collect(part, expression) }
      case .choice(_, let then, let otherwise):
        for part in [then, otherwise] { collect(part, expression) }
      case .literal, .path: break
      }
    }

    /// Notes what a product is made of, and leaves its other parts, which may have products of their own.
    private mutating func addFactors(_ node: Expression.Node, of product: Int, leaving rest: inout [Expression.Node]) {
      switch node.form {
      case .binary(.times, _, let left, let right):
        addFactors(left, of: product, leaving: &rest)
        addFactors(right, of: product, leaving: &rest)
      case .binary(.over, _, let left, let right):
        addFactors(left, of: product, leaving: &rest)
        rest.append(right)
      case .path(let path):
        let names = path.names
        let name = names.first == "kpis" && names.count > 1 ? names[1] : names.first ?? ""
        if numbers[name]?.last != product { numbers[name, default: []].append(product) }
      default: rest.append(node)
      }
    }
  }

  private func gains(_ benefits: Table<Benefit>, _ products: Products, _ context: RuleContext) -> [Gain] {
    var drivers: [String: Int] = [:]
    return benefits.entries.indices.compactMap { place in
      let benefit = benefits.entries[place].value
      guard let driver = benefit.driver?.value, let kind = benefit.kind?.value, kind != .value else { return nil }
      let number = drivers[driver] ?? drivers.count
      drivers[driver] = number
      return Gain(
        place: place, driver: number, kind: kind,
        days: benefit.period.map { $0.value.first.dayNumber...$0.value.last.dayNumber } ?? Int.min...Int.max,

        products: products.numbers[driver] ?? [],
        isOfSpend: context.plan.kpis?[driver]?.formula?.value.paths.contains { $0.text == "spend" } == true)
    }
  }

  private func report(
    _ way: Way, _ earlier: Gain, _ later: Gain, _ benefits: Table<Benefit>, _ products: Products, _ context: RuleContext
  ) {
    let (a, b) = (benefits.entries[earlier.place], benefits.entries[later.place])
    let (first, second) = (a.value.driver?.value ?? "", b.value.driver?.value ?? "")
    switch way {
    case .oneDriver, .oneDriverOfTwoKinds:
      report(
        a, b,
        Message(
          en: "benefits `\(a.id.value)` and `\(b.id.value)` both count what \(first) brings",
          hans: "收益 `\(a.id.value)` 与 `\(b.id.value)` 都计算了 \(first) 带来的好处",
          hant: "收益 `\(a.id.value)` 與 `\(b.id.value)` 都計算了 \(first) 帶來的好處"),
        severity: way == .oneDriver ? nil : .advice, context)
    case .oneProduct:
      guard let product = earlier.product(with: later) else { return }
      let use = products.expressions[product]
      report(
        a, b,
        Message(
          en:
            "benefits `\(a.id.value)` and `\(b.id.value)` are driven by two factors of one product, `\(use.value.text)`: each counts part of the other's gain",
          hans: "收益 `\(a.id.value)` 与 `\(b.id.value)` 的动因是同一乘积 `\(use.value.text)` 的两个因子：各自都含有对方的部分收益",
          hant: "收益 `\(a.id.value)` 與 `\(b.id.value)` 的動因是同一乘積 `\(use.value.text)` 的兩個因子：各自都含有對方的部分收益"),
        more: .init(use.range, Message(en: "the product", hans: "该乘积", hant: "該乘積")), context)
    case .oneSpend:
      report(
        a, b,
        Message(
          en: "savings `\(a.id.value)` and `\(b.id.value)` are both counted on the same spend: \(first) and \(second)",
          hans: "节约 `\(a.id.value)` 与 `\(b.id.value)` 都以同一笔支出计算：\(first) 与 \(second)",
          hant: "節約 `\(a.id.value)` 與 `\(b.id.value)` 都以同一筆支出計算：\(first) 與 \(second)"),
        severity: .advice, context)
    }
  }

  // MARK: A benefit and a claim

  /// A claim of the very same money a year that is derived from another KPI: one saving, told of two levers. Each claim
  /// is told beside the first such benefit.
  private func checkClaims(_ benefits: Table<Benefit>, _ context: RuleContext) {
    guard let claims = context.plan.claims, let kpis = context.plan.kpis else { return }
    var benefitsByMoney: [Money: [Table<Benefit>.Entry]] = [:]
    for entry in benefits.entries where entry.value.kind?.value != .value && entry.value.driver != nil {
      guard let amount = entry.value.amount?.value else { continue }
      benefitsByMoney[Money(amount), default: []].append(entry)
    }
    for claim in claims.entries {
      guard case .quantity(let said)? = claim.value.says?.value, let place = claim.value.says?.range,
        let equals = claim.value.equals, said.isExact, let alike = benefitsByMoney[Money(said)]
      else { continue }
      let names = equals.value.paths.map { $0.names.first == "kpis" ? $0.names.dropFirst().first ?? "" : $0.names[0] }
      let levers = names.filter { kpis.place(of: $0) != nil }
      guard let lever = levers.first, !names.contains("feasibility"), !names.contains("objectives"),
        !names.contains("claims"),
        let entry = alike.first(where: { !levers.contains($0.value.driver?.value ?? "") }),
        let amount = entry.value.amount, let driver = entry.value.driver?.value
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

  /// A figure as another of the same worth equals it.
  private struct Money: Hashable {
    let value: Fraction
    let unit: Unit

    init(_ quantity: Quantity) { (value, unit) = (quantity.value, quantity.unit) }
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
