import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A stated share is not the amount over its base.
///
/// - zh-Hans: 所写占比与金额除以基数的结果不符
/// - zh-Hant: 所寫占比與金額除以基數的結果不符
///
/// ## Why it matters
/// The share is what is argued about, the amount is what is paid. A reader who recomputes one from the other finds that
/// the plan says two things.
///
/// ## How to mend
/// State the share that the amount makes, or the amount that the share makes. A line's share is of its parent, or of
/// the total; another base is said with `of`. A share may be rounded: it agrees within half of its last digit.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: 1.2亿元
///   lines:
///     technology: {amount: 5000万元, share: 45%, owner: cmo, for: data platform}
///     content: {amount: 7000万元, owner: cmo, for: films and articles}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: 1.2亿元
///   lines:
///     technology: {amount: 5000万元, share: 41.67%, owner: cmo, for: data platform}
///     content: {amount: 7000万元, owner: cmo, for: films and articles}
/// ```
package struct ShareContradictsAmount: Rule {
  package static let code = "B307"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let budget = context.plan.budget else { return }
    let entries = context.resolved.lines.entries
    for place in entries.indices {
      guard let share = entries[place].line.share, let base = Self.base(ofLine: place, budget, context),
        let money = context.money(line: place, in: base.unit)
      else { continue }
      Self.compare(
        ShareOfBase(
          name: "budget.\(entries[place].id.value)", share: share, amount: entries[place].line.amount, money: money,
          place: context.place(ofLine: place), base: base), context)
    }
    checkChannels(budget, context)
    guard let reserves = budget.reserves else { return }
    for entry in reserves.entries {
      guard let share = entry.value.share, let amount = entry.value.amount,
        let base = Self.base(ofReserve: entry.value, budget, context),
        let money = context.span(amount.value, in: base.unit)
      else { continue }
      Self.compare(
        ShareOfBase(
          name: "budget.\(entry.id.value)", share: share, amount: amount, money: money, place: amount.range,
          base: base), context)
    }
  }

  /// A channel's stated share is of the total.
  private func checkChannels(_ budget: Budget, _ context: RuleContext) {
    guard let channels = context.plan.channels, let total = budget.total else { return }
    for entry in channels.entries {
      let path = "channels.\(entry.id.value)"
      guard let share = entry.value.share, let amount = context.figures.figure(path)?.quantity,
        let money = context.span(amount, in: total.value.unit)
      else { continue }
      Self.compare(
        ShareOfBase(
          name: path, share: share, amount: entry.value.amount, money: money,
          place: entry.value.amount?.range ?? entry.id.range, base: ShareBase("budget.total", total, context)), context)
    }
  }

  // MARK: Bases

  private static func base(ofLine place: Int, _ budget: Budget, _ context: RuleContext) -> ShareBase? {
    let entries = context.resolved.lines.entries
    if let other = entries[place].line.base { return ShareBase(other, context) }
    if let parent = entries[place].parent {
      let unit = entries[parent].isOperating ? context.moneyUnit * .perTime : context.moneyUnit
      guard let money = context.money(line: parent, in: unit) else { return nil }
      return ShareBase(
        name: "budget.\(entries[parent].id.value)", shown: context.shownMoney(line: parent, in: unit), money: money,
        unit: unit, place: context.place(ofLine: parent))
    }
    guard entries[place].isOperating else { return budget.total.map { ShareBase("budget.total", $0, context) } }
    return budget.operating?.amount.map { ShareBase("budget.operating", $0, context) }
  }

  private static func base(ofReserve reserve: Reserve, _ budget: Budget, _ context: RuleContext) -> ShareBase? {
    if let other = reserve.base { return ShareBase(other, context) }
    return budget.total.map { ShareBase("budget.total", $0, context) }
  }

  // MARK: Comparison

  private static func compare(_ part: ShareOfBase, _ context: RuleContext) {
    guard let derived = part.money.share(of: part.base.money),
      let agreement = context.agreement(part.share.value, with: .quantity(derived))
    else { return }
    switch agreement {
    case .agrees, .unknown, .unlike: return
    case .differs: report(part, derived, context)
    case .roundedTheWrongWay, .onTheBound: report(part, derived, context, severity: .advice)
    }
  }

  private static func report(
    _ part: ShareOfBase, _ derived: Quantity, _ context: RuleContext, severity: Severity? = nil
  ) {
    let (name, share, base) = (part.name, part.share.value, part.base)
    let money = Said(part.amount?.value ?? part.money.quantity(base.unit), like: base.shown)
    let whole = Said(base.shown, like: context.plan.budget?.total?.value)
    let message =
      severity == nil
      ? Message(
        en: "`\(name)` is stated as \(share) of \(base.name), but \(money) of \(whole) is \(derived)",
        hans: "`\(name)` 写作占 \(base.name) 的 \(share)，而\(money.on)占\(whole.on)的 \(derived)",
        hant: "`\(name)` 寫作占 \(base.name) 的 \(share)，而\(money.on)占\(whole.on)的 \(derived)")
      : Message(
        en: "`\(name)` is stated as \(share) of \(base.name), one step off: \(money) of \(whole) is \(derived)",
        hans: "`\(name)` 写作占 \(base.name) 的 \(share)，末位有误，因\(money.on)占\(whole.on)的 \(derived)",
        hant: "`\(name)` 寫作占 \(base.name) 的 \(share)，末位有誤，因\(money.on)占\(whole.on)的 \(derived)")
    let note = "\(name) / \(base.name)"
    let shown = context.said(part.amount?.value ?? part.money.quantity(base.unit))
    let shownBase = context.said(base.shown)
    context.report(
      Diagnostic(
        Self.self, at: part.share.range, message, label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: [.init(part.place, .figure(name, shown)), .init(base.place, .figure(base.name, shownBase))],
        notes: [
          Message(
            en: "\(note) = \(shown) / \(shownBase) = \(derived)",
            hans: "\(note) = \(shown) / \(shownBase) = \(derived)",
            hant: "\(note) = \(shown) / \(shownBase) = \(derived)")
        ],
        help: help(part, derived, context), severity: severity
      ).contradicting(
        Contradiction("\(name).share", stated: share, recomputed: derived, formula: note, inputs: [name, base.name])))
  }

  private static func help(_ part: ShareOfBase, _ derived: Quantity, _ context: RuleContext) -> Message {
    let share = Writable(derived, like: part.share.value)
    let product = context.span(part.share.value) * part.base.money
    guard let amount = part.amount, product.low == product.high else {
      return Message(
        en: "write `share: \(share)`, or mend what its amount comes from", hans: "改为 `share: \(share)`，或更正其金额的来源",
        hant: "改為 `share: \(share)`，或更正其金額的來源")
    }
    let money = Writable(product.quantity(part.base.unit), like: amount.value)
    return Message(
      en: "write `share: \(share)`; or, if the share is meant, `amount: \(money)`",
      hans: "改为 `share: \(share)`；若以占比为准，则改为 `amount: \(money)`",
      hant: "改為 `share: \(share)`；若以占比為準，則改為 `amount: \(money)`")
  }
}
