import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// Lines do not add up to what they are lines of, or more is spent from one than it has.
///
/// - zh-Hans: 下级科目之和与上级金额不符，或所付超过科目金额
/// - zh-Hant: 下級科目之和與上級金額不符，或所付超過科目金額
///
/// ## Why it matters
/// The total is what is approved, the lines are what is spent. Where they differ, somebody has promised money that is
/// not there, or left some that nobody may spend.
///
/// ## How to mend
/// The total is everything: lines and reserves together make it, to the cent. A line's children make its amount, and
/// operating lines make the operating amount. Put the difference into a line or a reserve, or correct the sum.
///
/// What names a line or reserve in `paid_by` takes no more than it has. A channel's flights, its costs and the channels
/// below it are inside its amount, and a cost that names another line is paid by that line. What says no amount takes
/// what the others leave. Of contingencies each alone must fit, for not all risks strike.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1.2m
///   lines:
///     content: {amount: CNY 700k, owner: cmo, for: films and articles}
///     media: {amount: CNY 400k, owner: cmo, for: search and social advertising}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1.2m
///   lines:
///     content: {amount: CNY 700k, owner: cmo, for: films and articles}
///     media: {amount: CNY 500k, owner: cmo, for: search and social advertising}
/// ```
package struct TotalMismatch: Rule {
  package static let code = "B301"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let budget = context.plan.budget else { return }
    Overspending(context: context).check()
    if case .off(let sides) = context.balance { context.report(Self.total(sides, context)) }
    let entries = context.resolved.lines.entries
    for place in entries.indices where !entries[place].children.isEmpty {
      let (amount, equals) = (entries[place].line.amount, entries[place].line.equals)
      guard amount != nil || equals != nil else { continue }
      Self.compare(amount, equals, entries[place].id.value, with: entries[place].children, context)
    }
    guard let operating = budget.operating, let lines = operating.lines, !lines.isEmpty else { return }
    let tops = context.resolved.lines.topPlaces(isOperating: true)
    Self.compare(operating.amount, operating.equals, "operating", with: tops, context)
  }

  /// Compares the children with the stated amount to the minor unit; with one that is only derived, at the precision
  /// in which they are written.
  private static func compare(
    _ amount: Located<Quantity>?, _ equals: Located<Expression>?, _ name: String, with children: [Int],
    _ context: RuleContext
  ) {
    guard let whole = amount ?? equals.flatMap({ derived($0, context) }),
      let sum = context.money(lines: children, in: whole.value.unit)
    else { return }
    let unit = whole.value.unit
    let stated = context.span(whole.value)
    var reach = context.reach(sum, stated, stated: whole.value)
    if amount == nil {
      let entries = context.resolved.lines.entries
      for child in children { reach = max(reach, (entries[child].line.amount?.value.grain ?? 0) * Fraction(1, 2)) }
    }
    if sum.exceeds(stated, by: reach) {
      report(whole, name, children, sum, Quantity(sum.low - (stated.high ?? 0), unit), isOver: true, context)
    } else if stated.exceeds(sum, by: reach) {
      report(whole, name, children, sum, Quantity(stated.low - (sum.high ?? 0), unit), isOver: false, context)
    }
  }

  private static func derived(_ equals: Located<Expression>, _ context: RuleContext) -> Located<Quantity>? {
    guard case .quantity(let amount) = context.figures.evaluate(equals).value else { return nil }
    return Located(amount, at: equals.range)
  }

  private static func report(
    _ amount: Located<Quantity>, _ name: String, _ children: [Int], _ sum: MoneySpan, _ difference: Quantity,
    isOver: Bool, _ context: RuleContext
  ) {
    let total = sum.quantity(amount.value.unit)
    let name = "budget.\(name)"
    let model = amount.value.spelling == nil ? context.plan.budget?.total?.value : amount.value
    let (sum, stated) = (Said(total, like: model), Said(amount.value, like: model))
    let difference = Said(difference, like: model)
    let message =
      isOver
      ? Message(
        en: "the lines of \(name) make \(sum), \(difference) more than its \(stated)",
        hans: "\(name) 的下级科目合计\(sum)，比所写的\(stated.on)多\(difference)",
        hant: "\(name) 的下級科目合計\(sum)，比所寫的\(stated.on)多\(difference)")
      : Message(
        en: "the lines of \(name) make \(sum), \(difference) less than its \(stated)",
        hans: "\(name) 的下级科目合计\(sum)，比所写的\(stated.on)少\(difference)",
        hant: "\(name) 的下級科目合計\(sum)，比所寫的\(stated.on)少\(difference)")
    let by =
      isOver
      ? Message(en: "lower the lines by \(difference)", hans: "将下级科目调减\(difference)", hant: "將下級科目調減\(difference)")
      : Message(en: "raise the lines by \(difference)", hans: "将下级科目调增\(difference)", hant: "將下級科目調增\(difference)")
    context.report(
      Diagnostic(
        Self.self, at: amount.range, message, labels: context.labels(ofLines: children),
        notes: [context.sum(ofLines: children, in: total.unit).note(total)],
        help: help(by, writing: "amount", total, like: model)
      ).contradicting(Contradiction(name, stated: amount.value, recomputed: total)))
  }

  /// What to do, or the sum to write instead, where it is one figure.
  private static func help(_ remedy: Message, writing key: String, _ sum: Quantity, like model: Quantity?) -> Message {
    guard sum.isExact else { return remedy }
    let written = Writable(sum, like: model)
    return Message(
      en: "\(remedy), or write `\(key): \(written)`", hans: "\(remedy)，或改为 `\(key): \(written)`",
      hant: "\(remedy)，或改為 `\(key): \(written)`")
  }

  private static func total(_ sides: BudgetSides, _ context: RuleContext) -> Diagnostic {
    let tops = context.resolved.lines.topPlaces()
    let sum = sides.sum.quantity(sides.unit)
    var terms = context.sum(ofLines: tops, in: sides.unit).terms
    var labels = context.labels(ofLines: tops)
    if let reserves = context.plan.budget?.reserves, sides.reserves != nil {
      for place in reserves.entries.indices {
        guard let money = context.money(reserve: place, in: sides.unit)?.quantity(sides.unit) else { continue }
        let entry = reserves.entries[place]
        terms.append((entry.id.value, money))
        labels.append(.init(context.place(ofReserve: entry), .figure(entry.id.value, context.said(money))))
      }
    }
    let difference = Said(sides.difference.amount, like: sides.stated.value)
    let remedy =
      sides.difference.isOver
      ? Message(
        en: "take \(difference) off the lines or reserves", hans: "将科目或预留调减\(difference)",
        hant: "將科目或預留調減\(difference)")
      : Message(
        en: "put the \(difference) into a line or a reserve", hans: "将这\(difference.on)列入某一科目或预留",
        hant: "將這\(difference.on)列入某一科目或預留")
    return Diagnostic(
      Self.self, at: sides.stated.range, message(sides, sum), labels: labels,
      notes: [Sum(terms, like: sides.stated.value).note(sum)],
      help: help(remedy, writing: "total", sum, like: sides.stated.value)
    ).contradicting(Contradiction("budget.total", stated: sides.stated.value, recomputed: sum))
  }

  private static func message(_ sides: BudgetSides, _ sum: Quantity) -> Message {
    let model = sides.stated.value
    let (sum, total) = (Said(sum, like: model), Said(model, like: model))
    let (amount, isOver) = sides.difference
    let difference = Said(amount, like: model)
    let parts: Message
    if let reserves = sides.reserves, reserves.high.map({ !$0.isZero }) ?? true {
      let lines = Said(sides.lines.quantity(sides.unit), like: model)
      let held = Said(reserves.quantity(sides.unit), like: model)
      parts = Message(
        en: "lines of \(lines) and reserves of \(held) make \(sum)", hans: "科目\(lines.on)加预留\(held.on)合计\(sum)",
        hant: "科目\(lines.on)加預留\(held.on)合計\(sum)")
    } else {
      parts = Message(en: "the lines make \(sum)", hans: "科目合计\(sum)", hant: "科目合計\(sum)")
    }
    return isOver
      ? Message(
        en: "\(parts), \(difference) more than the total of \(total)", hans: "\(parts)，比总额\(total.on)多\(difference)",
        hant: "\(parts)，比總額\(total.on)多\(difference)")
      : Message(
        en: "\(parts), \(difference) less than the total of \(total)", hans: "\(parts)，比总额\(total.on)少\(difference)",
        hant: "\(parts)，比總額\(total.on)少\(difference)")
  }
}
