import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// Money in a line or a channel that nothing spends.
///
/// - zh-Hans: 科目或渠道中有资金未被使用
/// - zh-Hant: 科目或通路中有資金未被使用
///
/// ## Why it matters
/// What is left over in a line is either a reserve nobody declared, or work nobody has planned yet.
///
/// ## How to mend
/// Let something spend it, move it to a line or reserve that needs it, or say in the line's `for` what the rest is for. A
/// remainder of 5% of the line, or of 1% of the total, is nothing to speak of.
///
/// ## Bad
/// ```yaml
/// status: proposed
/// budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo}}}
/// channels: {search: {side: online, owner: cmo, paid_by: media, amount: CNY 700k}}
/// ```
///
/// ## Mended
/// ```yaml
/// status: proposed
/// budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo}}}
/// channels:
///   search: {side: online, owner: cmo, paid_by: media, amount: CNY 700k}
///   social: {side: online, owner: cmo, paid_by: media, amount: CNY 300k}
/// ```
package struct IdleBudget: Rule {
  package static let code = "B320"
  package static let severity = Severity.advice
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.life != .draft, !context.figures.spending.isEmpty, let total = context.plan.budget?.total else {
      return
    }
    let entries = context.resolved.lines.entries
    for place in entries.indices where entries[place].isLeaf && !entries[place].isOperating {
      let entry = entries[place]
      guard entry.category?.value != "people", !Self.isPaidAbove(place, context),
        !context.isModuleAlone(on: entry.id.value)
      else { continue }
      var spend = context.spend(from: entry.id.value, in: context.moneyUnit)
      // Partners of what the line pays may be part of that, or paid besides.
      for place in context.figures.spending.providers(from: entry.id.value) {
        guard let money = context.figures.cost(of: place), let span = context.span(money, in: context.moneyUnit) else {
          spend.isOpen = true
          continue
        }
        let spender = context.figures.spending.spenders[place]
        spend.sum = spend.sum + span
        spend.terms.append((spender.path, money, spender.amount?.range ?? spender.id.range))
      }
      guard !spend.terms.isEmpty, !spend.isOpen, let has = context.money(ofPayer: entry.id.value) else { continue }
      Self.report("budget.\(entry.id.value)", has.money, has.shown, has.place, spend, total, context)
    }
    for place in context.figures.spending.spenders.indices { Self.checkChannel(place, total, context) }
  }

  /// Whether the line or one above it says what it buys, or one above it is spent as a whole.
  private static func isPaidAbove(_ place: Int, _ context: RuleContext) -> Bool {
    let entries = context.resolved.lines.entries
    return context.resolved.lines.lineage(of: place).contains { current in
      entries[current].line.purpose != nil
        || current != place && !context.figures.spending.takings(of: entries[current].id.value).isEmpty
    }
  }

  /// A channel that has flights: what neither they nor its costs spend of its amount.
  private static func checkChannel(_ place: Int, _ total: Located<Quantity>, _ context: RuleContext) {
    let book = context.figures.spending
    let spender = book.spenders[place]
    guard spender.kind == .channel, let amount = spender.amount,
      let has = context.span(amount.value, in: context.moneyUnit)
    else { return }
    let flights = context.parts(.flight, of: place)
    guard !flights.isEmpty else { return }
    let parts = book.parts(of: place)
    let known = flights + context.parts(.cost, of: place) + context.parts(.channel, of: place)
    // With a part whose money is not known, nothing can be said of the rest.
    guard known.count == parts.count(where: { [.flight, .cost, .channel].contains(book.spenders[$0].kind) }) else {
      return
    }
    var spend = LineSpend()
    for part in known {
      guard let span = context.span(part.money, in: context.moneyUnit) else { return }
      spend.sum = spend.sum + span
      spend.terms.append(part)
    }
    report(spender.path, has, amount.value, amount.range, spend, total, context)
  }

  private static func report(
    _ path: String, _ money: MoneySpan, _ shown: Quantity, _ place: SourceRange, _ spend: LineSpend,
    _ total: Located<Quantity>, _ context: RuleContext
  ) {
    guard let spent = spend.sum.high, money.high != nil else { return }
    let left = money.low - spent
    guard left > money.low * Fraction(5, 100), left > total.value.high * Fraction(1, 100),
      let part = left.divided(by: money.low)
    else { return }
    let unit = context.moneyUnit
    let (rest, whole) = (Said(Quantity(left, unit), like: shown), Said(shown, like: shown))
    let sum = Said(spend.sum.quantity(unit), like: shown)
    let share = Quantity(part, mark: .percent)
    context.report(
      Diagnostic(
        Self.self, at: place,
        Message(
          en: "\(rest) of `\(path)`, \(share) of its \(whole), is spent by nothing: what is planned comes to \(sum)",
          hans: "`\(path)` 的\(whole.on)中有\(rest)（\(share)）未被使用：已列用途合计\(sum)",
          hant: "`\(path)` 的\(whole.on)中有\(rest)（\(share)）未被使用：已列用途合計\(sum)"),
        labels: spend.labels(context), notes: spend.notes(unit, like: shown),
        help: Message(
          en: "plan what it is for, move it where it is needed, or hold it as a reserve",
          hans: "请安排其用途，调剂到需要的科目，或列为预留", hant: "請安排其用途，調劑到需要的科目，或列為預留")))
  }
}
