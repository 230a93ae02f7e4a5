import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A saving is stated that the lines and the total do not show
///
/// - zh-Hans: 所称节约未在科目和总额中体现
/// - zh-Hant: 所稱節約未在科目和總額中體現
///
/// ## Why it matters
/// A saving that is promised but not taken off is asked for twice: once as money to spend and once as an argument for the plan.
/// Either the line can be lower, or the saving is not there.
///
/// ## How to mend
/// Lower the line by the saving and write `applied: true`; where the line is net of it already, only the latter. Savings of less
/// than a hundredth of the total together are not told.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 600k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
///   savings:
///     shared-studio: {line: content, share: 20%}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 880k
///   lines:
///     content: {amount: CNY 480k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
///   savings:
///     shared-studio: {line: content, share: 20%, applied: true}
/// ```
package struct SavingNotApplied: Rule {
  package static let code = "B324"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let savings = context.plan.budget?.savings, !savings.isEmpty, let total = context.plan.budget?.total?.value
    else { return }
    var open: [Open] = []
    for place in savings.entries.indices {
      let saving = savings.entries[place].value
      guard saving.applied?.value != true, saving.applied != nil || !saving.wrote("applied"),
        let share = saving.share, let line = saving.line, let at = context.resolved.lines.place(of: line.value),
        !context.resolved.lines.entries[at].isOperating, let money = context.money(line: at, in: total.unit)
      else { continue }
      let saved = context.span(share.value) * money
      open.append(Open(id: savings.entries[place].id, share: share, line: at, money: money, saved: saved))
    }
    let sum = open.reduce(MoneySpan.nothing) { $0 + $1.saved }
    guard sum.low * 100 >= total.low else { return }
    for saving in open { Self.report(saving, total, context) }
  }

  /// A saving that is not taken off.
  private struct Open {
    let id: Located<String>
    let share: Located<Quantity>
    let line: Int
    let money: MoneySpan
    let saved: MoneySpan
  }

  private static func report(_ saving: Open, _ total: Quantity, _ context: RuleContext) {
    let line = context.resolved.lines.entries[saving.line].id.value
    let saved = Said(saving.saved.quantity(total.unit), like: total)
    var net: MoneySpan?
    if let high = saving.money.high, let most = saving.saved.high, total.isExact {
      net = MoneySpan(low: saving.money.low - most, high: high - saving.saved.low)
    }
    let formula: Wording =
      "\(saving.share.value) * budget.\(line) = \(saving.share.value) * \(context.said(saving.money.quantity(total.unit))) = \(context.said(saving.saved.quantity(total.unit)))"
    let lower = net.map { context.said($0.quantity(total.unit)) }
    let rest = saving.saved.high.flatMap { high in
      total.isExact
        ? context.said(MoneySpan(low: total.low - high, high: total.low - saving.saved.low).quantity(total.unit)) : nil
    }
    let effect: Message
    if let lower, let rest {
      effect = Message(
        en: "lower the line to \(lower) and the total to \(rest), and write `applied: true`",
        hans: "请将科目减为 \(lower)、总额减为 \(rest)，并写 `applied: true`", hant: "請將科目減為 \(lower)、總額減為 \(rest)，並寫 `applied: true`"
      )
    } else {
      effect = Message(
        en: "take it off the line and the total, and write `applied: true`", hans: "请从科目和总额中扣减，并写 `applied: true`",
        hant: "請從科目和總額中扣減，並寫 `applied: true`")
    }
    context.report(
      Diagnostic(
        Self.self, at: saving.share.range,
        Message(
          en:
            "`\(saving.id.value)` saves \(saving.share.value) of `\(line)`, but neither the line nor the total is lower by the \(saved)",
          hans: "`\(saving.id.value)` 称可节约 `\(line)` 的 \(saving.share.value)，而科目与总额均未扣减这\(saved)",
          hant: "`\(saving.id.value)` 稱可節約 `\(line)` 的 \(saving.share.value)，而科目與總額均未扣減這\(saved)"),
        labels: [
          .init(
            context.place(ofLine: saving.line),
            .figure("budget.\(line)", context.said(saving.money.quantity(total.unit))))
        ], notes: [Message(formula)], help: effect))
  }
}
