import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// None of the scenarios is worse than the plan.
///
/// - zh-Hans: 各情景中没有一个比计划更差
/// - zh-Hant: 各情境中沒有一個比計畫更差
///
/// ## Why it matters
/// Scenarios are there to show what the plan bears. A base case and a better one show nothing of that.
///
/// ## How to mend
/// Add a scenario in which the drivers go the wrong way, as far as can reasonably happen.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   price: {value: CNY 100/order, direction: up, source: shop, as_of: 2024}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: {equals: price * 60000 orders}, 2026: {equals: price * 60000 orders}}
///   net_of: [operating]
///   discount_rate: 8%
///   scenarios:
///     likely: {set: {price: CNY 100/order}}
///     good: {set: {price: CNY 110/order}}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   price: {value: CNY 100/order, direction: up, source: shop, as_of: 2024}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: {equals: price * 60000 orders}, 2026: {equals: price * 60000 orders}}
///   net_of: [operating]
///   discount_rate: 8%
///   scenarios:
///     bad: {set: {price: CNY 90/order}}
///     good: {set: {price: CNY 110/order}}
/// ```
package struct ScenarioIncomplete: Rule {
  package static let code = "F910"
  package static let severity = Severity.advice

  package init() {}

  package func check(_ context: RuleContext) {
    guard let scenarios = context.plan.feasibility?.scenarios, let first = scenarios.entries.first else { return }
    for entry in scenarios.entries {
      // One that cannot be told may be the pessimistic one.
      guard let isWorse = isWorse(entry.value, context), !isWorse else { return }
    }
    let last = scenarios.entries[scenarios.entries.count - 1]
    let place = first.id.range.file == last.id.range.file ? first.id.range.through(last.id.range) : first.id.range
    context.report(
      Diagnostic(
        Self.self, at: place,
        Message(
          en: "none of the scenarios is worse than the plan itself", hans: "各情景均不差于计划本身，没有悲观情景",
          hant: "各情境均不差於計畫本身，沒有悲觀情境"),
        labels: results(scenarios, context),
        help: Message(
          en: "add one in which the drivers go the wrong way, as far as can reasonably happen",
          hans: "请补一个各因素向不利方向变动的情景，幅度以合理可能为限", hant: "請補一個各因素向不利方向變動的情境，幅度以合理可能為限")))
  }

  /// Whether a scenario is worse than the plan, by its result or else by the ways its drivers go; nil where neither tells.
  private func isWorse(_ scenario: Scenario, _ context: RuleContext) -> Bool? {
    if let values = context.figures.drivers(of: scenario), let (result, own) = measure(context) {
      switch context.figures.result(result.rawValue, supposing: values).value {
      case .quantity(let other) where own.unit == other.unit:
        return result.isGoodUp ? other.value < own.value : other.value > own.value
      case .undefined: return true
      default: break
      }
    }
    return goesWrong(scenario, context)
  }

  private func measure(_ context: RuleContext) -> (Sensitivity.Result, Quantity)? {
    for result in [Sensitivity.Result.npv, .payback] {
      if let own = context.figures.figure("feasibility.\(result.rawValue)")?.quantity { return (result, own) }
    }
    return nil
  }

  /// Whether the drivers go the wrong way, as far as their directions tell.
  private func goesWrong(_ scenario: Scenario, _ context: RuleContext) -> Bool? {
    var isAnyWorse = false
    for entry in scenario.set?.entries ?? [] {
      let id = entry.id.value
      let names = [id]
      guard
        let direction = context.plan.assumptions?[id]?.direction?.value ?? context.plan.kpis?[id]?.direction?.value,
        direction != .hold,
        let driver = context.figures.driver(
          Path(names.map { Path.Segment($0, at: entry.id.range) }, at: entry.id.range)),
        let own = context.figures.value(of: driver), own.unit == entry.value.value.unit
      else { return nil }
      let other = entry.value.value.value
      if other == own.value { continue }
      if (other > own.value) == (direction == .up) { return false }
      isAnyWorse = true
    }
    return isAnyWorse
  }

  private func results(_ scenarios: Table<Scenario>, _ context: RuleContext) -> [Diagnostic.Label] {
    guard let (result, own) = measure(context) else { return [] }
    return scenarios.entries.prefix(4).compactMap { entry in
      guard let figure = context.figures.figure("feasibility.scenarios.\(entry.id.value).\(result.rawValue)"),
        let quantity = figure.quantity
      else { return nil }
      return .init(
        entry.id.range,
        Message(
          en: "\(result.name) \(quantity), in the plan \(own)", hans: "\(result.name) \(quantity)，计划为 \(own)",
          hant: "\(result.name) \(quantity)，計畫為 \(own)"))
    }
  }
}
