import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// Shares that should make 100% do not.
///
/// - zh-Hans: 应合计 100% 的各项占比不等于 100%
/// - zh-Hant: 應合計 100% 的各項占比不等於 100%
///
/// ## Why it matters
/// Weights of an allocation split money; likelihoods of scenarios weigh results. Where they do not make a whole, money
/// is left over or spent twice, and an expected value is none.
///
/// ## How to mend
/// Add or take what is missing or too much. Scenarios are compared only where every one has a likelihood.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
///   allocation:
///     methods: {even: 30%, by_return: 60%}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
///   allocation:
///     methods: {even: 40%, by_return: 60%}
/// ```
package struct SharesOff: Rule {
  package static let code = "B304"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    if let off = context.sharesOff(context.plan.budget?.allocation?.methods) {
      Self.report(
        off, Message(en: "the weights of the methods", hans: "各分配方法的权重", hant: "各分配方法的權重"), context)
    }
    checkScenarios(context)
  }

  private func checkScenarios(_ context: RuleContext) {
    guard let scenarios = context.plan.feasibility?.scenarios, scenarios.count > 1 else { return }
    var sum = MoneySpan.nothing
    for place in scenarios.entries.indices {
      guard let likelihood = scenarios.entries[place].value.likelihood else { return }
      sum = sum + context.span(likelihood.value)
    }
    guard context.isOff(sum) else { return }
    let terms = scenarios.entries.compactMap { entry in entry.value.likelihood.map { (entry.id.value, $0) } }
    Self.report(
      ShareSum(terms: terms, sum: sum),
      Message(en: "the likelihoods of the scenarios", hans: "各情景的可能性", hant: "各情境的可能性"), context)
  }

  private static func report(_ off: ShareSum, _ name: Message, _ context: RuleContext) {
    let (total, difference) = (off.total, off.difference)
    let message =
      off.isOver
      ? Message(
        en: "\(name) make \(total), \(difference) more than 100%", hans: "\(name)合计 \(total)，比 100% 多 \(difference)",
        hant: "\(name)合計 \(total)，比 100% 多 \(difference)")
      : Message(
        en: "\(name) make \(total), \(difference) less than 100%", hans: "\(name)合计 \(total)，比 100% 少 \(difference)",
        hant: "\(name)合計 \(total)，比 100% 少 \(difference)")
    context.report(Diagnostic(Self.self, at: off.place, message, notes: [off.note], help: off.help))
  }
}
