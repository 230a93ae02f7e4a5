import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// An amount is zero or negative where it cannot be.
///
/// - zh-Hans: 金额为零或负数，而此处不应如此
/// - zh-Hant: 金額為零或負數，而此處不應如此
///
/// ## Why it matters
/// A negative line makes the others look affordable, and a line of nothing buys nothing. Money that comes in is no
/// line: it is funding or a benefit.
///
/// ## How to mend
/// State what the line costs, or take it out. Only yearly operating cost, a reserve and what names its payer in `paid_by`
/// may be zero, and say so: it costs nothing.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1.2m, owner: cmo, for: films and articles}
///     rebate: {amount: CNY -200k, owner: cmo, for: agency rebate}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 1m, owner: cmo, for: films and articles}
/// ```
package struct NonpositiveAmount: Rule {
  package static let code = "B318"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    if let budget = context.plan.budget {
      if let total = budget.total, total.value.high <= 0 { Self.report("budget.total", total, context) }
      if let amount = budget.operating?.amount, amount.value.high < 0 {
        Self.report("budget.operating", amount, context)
      }
      if let reserves = budget.reserves {
        for place in reserves.entries.indices {
          guard let amount = reserves.entries[place].value.amount, amount.value.high < 0 else { continue }
          Self.report("budget.\(reserves.entries[place].id.value)", amount, context)
        }
      }
      checkLines(context)
    }
    guard !context.figures.spending.isEmpty else { return }
    for spender in context.figures.spending.spenders {
      guard let amount = spender.amount, amount.value.high < 0 else { continue }
      Self.report(spender.path, amount, context)
    }
  }

  private func checkLines(_ context: RuleContext) {
    let entries = context.resolved.lines.entries
    for place in entries.indices {
      if let amount = entries[place].line.amount {
        let isWrong = entries[place].isOperating ? amount.value.high < 0 : amount.value.high <= 0
        if isWrong { Self.report("budget.\(entries[place].id.value)", amount, context) }
      } else if let equals = entries[place].line.equals {
        guard case .quantity(let amount) = context.figures.evaluate(equals).value, amount.bound == nil else { continue }
        let isWrong = entries[place].isOperating ? amount.high < 0 : amount.high <= 0
        if isWrong { Self.report("budget.\(entries[place].id.value)", Located(amount, at: equals.range), context) }
      }
    }
  }

  private static func report(_ name: String, _ amount: Located<Quantity>, _ context: RuleContext) {
    let figure = amount.value
    let message =
      figure.high < 0
      ? Message(
        en: "`\(name)` is \(figure), which is negative", hans: "`\(name)` 为 \(figure)，是负数",
        hant: "`\(name)` 為 \(figure)，是負數")
      : Message(
        en: "`\(name)` is \(figure), which is nothing", hans: "`\(name)` 为 \(figure)，即零",
        hant: "`\(name)` 為 \(figure)，即零")
    context.report(
      Diagnostic(
        Self.self, at: amount.range, message,
        help: figure.high < 0
          ? Message(
            en: "write what it costs, above zero; money that comes in is no cost",
            hans: "请写大于零的支出金额；收入不应写作支出", hant: "請寫大於零的支出金額；收入不應寫作支出")
          : Message(
            en: "write what it costs, above zero, or take it out", hans: "请写大于零的金额，或删去该项", hant: "請寫大於零的金額，或刪去該項")))
  }
}
