import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

/// Spenders that take more than there is: from a line, from a reserve, or from a channel's amount.
struct Overspending {
  let context: RuleContext

  func check() {
    let book = context.figures.spending
    guard !book.isEmpty else { return }
    checkLines()
    for entry in context.plan.budget?.reserves?.entries ?? [] { compare(entry.id.value, with: nil) }
    for place in book.spenders.indices {
      checkPayers(place)
      switch book.spenders[place].kind {
      case .channel: checkChannel(place)
      case .contingency: checkContingency(place)
      default: break
      }
    }
  }

  // MARK: Lines

  /// Compares every line with what it pays; a line made of others also with what these pay at most their amounts.
  private func checkLines() {
    let entries = context.resolved.lines.entries
    for place in entries.indices {
      compare(entries[place].id.value, with: entries[place].isLeaf ? nil : below(place))
    }
  }

  /// What the lines below one take of it: what is spent from them, and no more than they have, for what is beyond has a
  /// finding of its own.
  private func below(_ place: Int) -> LineSpend? {
    let unit = context.unit(ofLine: place)
    var sum = LineSpend()
    for child in context.resolved.lines.entries[place].children {
      let entry = context.resolved.lines.entries[child]
      var spend = context.spend(from: entry.id.value, in: unit)
      if let further = below(child) {
        spend.sum = spend.sum + further.sum
        spend.terms += further.terms
      }
      guard !spend.terms.isEmpty, let own = context.money(line: child, in: unit) else { continue }
      if let most = own.high, spend.sum.low > most {
        sum.sum = sum.sum + own
        sum.terms.append(("budget.\(entry.id.value)", own.quantity(unit), context.place(ofLine: child)))
      } else {
        sum.sum = sum.sum + spend.sum
        sum.terms += spend.terms
      }
    }
    return sum.terms.isEmpty ? nil : sum
  }

  private func compare(_ id: String, with below: LineSpend?) {
    guard !context.isModuleAlone(on: id), let has = context.money(ofPayer: id) else { return }
    var spend = context.spend(from: id, in: has.unit)
    // Lines that together pass the line they are part of are told of as such.
    guard !spend.terms.isEmpty else { return }
    if let below {
      spend.sum = spend.sum + below.sum
      spend.terms += below.terms
    }
    let reach = context.reach(spend.sum, has.money, stated: has.shown)
    guard spend.sum.exceeds(has.money, by: reach), let most = has.money.high else { return }
    let over = Said(Quantity(spend.sum.low - most, has.unit), like: has.shown)
    let total = spend.sum.quantity(has.unit)
    let (sum, stated) = (Said(total, like: has.shown), Said(has.shown, like: has.shown))
    report(
      at: has.place, "budget.\(id)",
      Message(
        en: "what `budget.\(id)` pays comes to \(sum), \(over) more than its \(stated)",
        hans: "`budget.\(id)` 所付各项合计\(sum)，比其金额\(stated.on)多\(over)",
        hant: "`budget.\(id)` 所付各項合計\(sum)，比其金額\(stated.on)多\(over)"),
      spend, unit: has.unit, like: has.shown,
      help: Message(
        en: "take \(over) off what names it in `paid_by`, let another line pay, or raise the line",
        hans: "将 `paid_by` 指向它的各项调减\(over)，改由其他科目支付，或调增该科目",
        hant: "將 `paid_by` 指向它的各項調減\(over)，改由其他科目支付，或調增該科目"),
      Contradiction("budget.\(id)", stated: has.shown, recomputed: total))
  }

  // MARK: Channels

  /// A channel's amount holds the channels below it, its flights and its costs.
  private func checkChannel(_ place: Int) {
    let spender = context.figures.spending.spenders[place]
    guard spender.saysAmount, let stated = context.figures.cost(of: place),
      let has = context.span(stated, in: context.moneyUnit)
    else { return }
    let kinds: [(SpendBook.Kind, Message)] = [
      (.channel, Message(en: "the channels below", hans: "下级渠道", hant: "下級通路")),
      (.flight, Message(en: "the flights of", hans: "投放", hant: "投放")),
      (.cost, Message(en: "the costs of", hans: "各项成本", hant: "各項成本")),
    ]
    for (kind, name) in kinds {
      var spend = LineSpend()
      for part in context.parts(kind, of: place) {
        guard let span = context.span(part.money, in: context.moneyUnit) else { continue }
        spend.sum = spend.sum + span
        spend.terms.append(part)
      }
      let reach = context.reach(spend.sum, has, stated: stated)
      guard !spend.terms.isEmpty, spend.sum.exceeds(has, by: reach), let most = has.high else { continue }
      let over = Said(Quantity(spend.sum.low - most, context.moneyUnit), like: stated)
      let total = spend.sum.quantity(context.moneyUnit)
      let (sum, whole) = (Said(total, like: stated), Said(stated, like: stated))
      report(
        at: amountPlace(of: place), spender.path,
        Message(
          en: "\(name) `\(spender.path)` come to \(sum), \(over) more than its \(whole)",
          hans: "`\(spender.path)` 的\(name)合计\(sum)，比其金额\(whole.on)多\(over)",
          hant: "`\(spender.path)` 的\(name)合計\(sum)，比其金額\(whole.on)多\(over)"),
        spend, unit: context.moneyUnit, like: stated,
        help: Message(
          en: "take \(over) off, or raise the channel's amount and what its line has",
          hans: "调减\(over)，或调增渠道金额及其科目", hant: "調減\(over)，或調增通路金額及其科目"),
        Contradiction(spender.path, stated: stated, recomputed: total))
    }
  }

  /// What several lines pay must make the amount.
  private func checkPayers(_ place: Int) {
    let spender = context.figures.spending.spenders[place]
    // What is within another's money may have its payers from there.
    guard spender.within == nil, let amount = spender.amount, amount.value.unit.isMoney,
      case .several(let parts) = spender.payer,
      let has = context.span(amount.value, in: context.moneyUnit)
    else { return }
    var spend = LineSpend()
    for part in parts {
      guard let span = context.span(part.amount.value, in: context.moneyUnit) else { return }
      spend.sum = spend.sum + span
      spend.terms.append(("paid_by.\(part.line.value)", part.amount.value, part.amount.range))
    }
    let reach = context.reach(spend.sum, has, stated: amount.value)
    let isOver = spend.sum.exceeds(has, by: reach)
    guard isOver || has.exceeds(spend.sum, by: reach) else { return }
    let gap = isOver ? spend.sum.low - (has.high ?? 0) : has.low - (spend.sum.high ?? 0)
    let difference = Said(Quantity(gap, context.moneyUnit), like: amount.value)
    let total = spend.sum.quantity(context.moneyUnit)
    let (sum, stated) = (Said(total, like: amount.value), Said(amount.value, like: amount.value))
    report(
      at: amount.range, spender.path,
      isOver
        ? Message(
          en: "`\(spender.path)` costs \(stated), but its payers give \(sum), \(difference) more",
          hans: "`\(spender.path)` 金额为\(stated)，而支付科目合计\(sum)，多\(difference)",
          hant: "`\(spender.path)` 金額為\(stated)，而支付科目合計\(sum)，多\(difference)")
        : Message(
          en: "`\(spender.path)` costs \(stated), but its payers give \(sum), \(difference) less",
          hans: "`\(spender.path)` 金额为\(stated)，而支付科目合计\(sum)，少\(difference)",
          hant: "`\(spender.path)` 金額為\(stated)，而支付科目合計\(sum)，少\(difference)"),
      spend, unit: context.moneyUnit, like: amount.value,
      help: Message(
        en: "let the parts under `paid_by` make the amount, or leave `amount` out",
        hans: "使 `paid_by` 各项合计等于金额，或删去 `amount`", hant: "使 `paid_by` 各項合計等於金額，或刪去 `amount`"),
      Contradiction(spender.path, stated: amount.value, recomputed: total))
  }

  // MARK: Contingencies

  /// Not all risks strike, so contingencies are not added up; one alone must fit what is to pay it.
  private func checkContingency(_ place: Int) {
    let spender = context.figures.spending.spenders[place]
    guard let amount = spender.amount, case .one(let line) = spender.payer,
      let has = context.money(ofPayer: line.value),
      let needs = context.span(amount.value, in: has.unit),
      needs.exceeds(has.money, by: context.reach(needs, has.money, stated: has.shown)), let most = has.money.high
    else { return }
    let gap = Said(Quantity(needs.low - most, has.unit), like: has.shown)
    let (need, stated) = (Said(amount.value, like: has.shown), Said(has.shown, like: has.shown))
    context.report(
      Diagnostic(
        TotalMismatch.self, at: amount.range,
        Message(
          en:
            "`\(spender.path)` needs \(need), \(gap) more than the \(stated) of `budget.\(line.value)`, which is to pay it",
          hans: "`\(spender.path)` 需要\(need)，比支付它的 `budget.\(line.value)` 的\(stated.on)多\(gap)",
          hant: "`\(spender.path)` 需要\(need)，比支付它的 `budget.\(line.value)` 的\(stated.on)多\(gap)"),
        labels: [.init(has.place, .figure("budget.\(line.value)", stated))],
        help: Message(
          en: "raise the reserve by \(gap), or name several payers under `paid_by`",
          hans: "将预留调增\(gap)，或在 `paid_by` 中写明多个支付来源", hant: "將預留調增\(gap)，或在 `paid_by` 中寫明多個支付來源")
      ).contradicting(Contradiction("budget.\(line.value)", stated: has.shown, recomputed: amount.value)))
  }

  // MARK: Reporting

  private func amountPlace(of place: Int) -> SourceRange {
    let spender = context.figures.spending.spenders[place]
    return spender.amount?.range ?? spender.payer?.place ?? spender.id.range
  }

  private func report(
    at place: SourceRange, _ path: String, _ message: Message, _ spend: LineSpend, unit: Unit, like model: Quantity,
    help: Message, _ contradiction: Contradiction
  ) {
    context.report(
      Diagnostic(
        TotalMismatch.self, at: place, message, labels: spend.labels(context),
        notes: spend.notes(unit, like: model), help: help
      ).contradicting(contradiction))
  }
}
