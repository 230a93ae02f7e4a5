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
/// Weights of an allocation split money, shares of a common cost split a bill, likelihoods of scenarios weigh results;
/// where they do not make a whole, money is left over or spent twice, and an expected value is none. Segments that are
/// said to make the whole market, and do not, leave customers out that nobody plans for.
///
/// ## How to mend
/// Add or take what is missing or too much. Scenarios are compared only where every one has a likelihood.
///
/// Parts are summed only where `partition: true` says that they make the whole: answers of which people may give
/// several, or traits that overlap, are `partition: false`. Parts of a partition are measured, so each may be half of its
/// last digit off.
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
    for entry in context.plan.segments?.entries ?? [] where entry.value.partition?.value == true {
      let name = "segments.\(entry.id.value)"
      checkPartition(
        entry.value.parts, Message(en: "the parts of `\(name)`", hans: "`\(name)` 各部分", hant: "`\(name)` 各部分"), context)
    }
    for entry in context.plan.evidence?.entries ?? [] where entry.value.partition?.value == true {
      let name = "evidence.\(entry.id.value)"
      checkPartition(
        entry.value.parts, Message(en: "the parts of `\(name)`", hans: "`\(name)` 各部分", hant: "`\(name)` 各部分"), context)
    }
    for channel in context.plan.channels?.entries ?? [] {
      for cost in channel.value.costs?.entries ?? [] {
        guard let off = context.sharesOff(cost.value.split) else { continue }
        let name = "channels.\(channel.id.value).costs.\(cost.id.value)"
        Self.report(
          off, Message(en: "the shares of `\(name)`", hans: "`\(name)` 的分摊比例", hant: "`\(name)` 的分攤比例"), context)
      }
    }
  }

  /// Shares that are measured: together they may be off by what each was rounded.
  private func checkPartition(_ parts: Table<PartShare>?, _ name: Message, _ context: RuleContext) {
    guard let parts, !parts.isEmpty else { return }
    var sum = MoneySpan.nothing
    var terms: [(name: String, share: Located<Quantity>)] = []
    var reach = Fraction(0)
    for part in parts.entries {
      guard let share = part.value.share, share.value.unit.isPure else { return }
      sum = sum + context.span(share.value)
      reach += share.value.grain * Fraction(1, 2)
      terms.append((part.id.value, share))
    }
    guard sum.low > reach + 1 || sum.high.map({ $0 + reach < 1 }) ?? false else { return }
    let off = ShareSum(terms: terms, sum: sum)
    Self.report(
      off, name, context,
      help: off.isOver
        ? Message(
          en: "correct the shares; if the parts overlap, write `partition: false`",
          hans: "请更正占比；若各部分有重叠，请写 `partition: false`", hant: "請更正占比；若各部分有重疊，請寫 `partition: false`")
        : Message(
          en: "add the part of \(off.difference) that is missing; if the parts are no whole, write `partition: false`",
          hans: "请补上缺少的 \(off.difference)；若各部分并非整体，请写 `partition: false`",
          hant: "請補上缺少的 \(off.difference)；若各部分並非整體，請寫 `partition: false`"))
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

  private static func report(_ off: ShareSum, _ name: Message, _ context: RuleContext, help: Message? = nil) {
    let (total, difference) = (off.total, off.difference)
    let message =
      off.isOver
      ? Message(
        en: "\(name) make \(total), \(difference) more than 100%", hans: "\(name)合计 \(total)，比 100% 多 \(difference)",
        hant: "\(name)合計 \(total)，比 100% 多 \(difference)")
      : Message(
        en: "\(name) make \(total), \(difference) less than 100%", hans: "\(name)合计 \(total)，比 100% 少 \(difference)",
        hant: "\(name)合計 \(total)，比 100% 少 \(difference)")
    context.report(Diagnostic(Self.self, at: off.place, message, notes: [off.note], help: help ?? off.help))
  }
}
