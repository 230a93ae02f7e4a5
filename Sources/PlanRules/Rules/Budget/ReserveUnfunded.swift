import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// Reserves come on top of lines that already spend the whole total.
///
/// - zh-Hans: 科目已占满总额，预留没有资金
/// - zh-Hant: 科目已占滿總額，預留沒有資金
///
/// ## Why it matters
/// A reserve is money held back. Where the lines leave none, the first surprise has nothing to be paid from, and the
/// policy's contingency exists on paper only.
///
/// ## How to mend
/// The total is everything, reserves included. Cut the lines by the sum of the reserves, or raise the total by it.
///
/// ## Policy
/// Limits on reserves (`limits` with `reserve` and `at_least`) are named in the finding: none of them is met.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1.2m
///   lines:
///     content: {amount: CNY 700k, owner: cmo, for: films and articles}
///     media: {amount: CNY 500k, owner: cmo, for: search and social advertising}
///   reserves:
///     open: {amount: CNY 180k, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1.38m
///   lines:
///     content: {amount: CNY 700k, owner: cmo, for: films and articles}
///     media: {amount: CNY 500k, owner: cmo, for: search and social advertising}
///   reserves:
///     open: {amount: CNY 180k, owner: cmo}
/// ```
package struct ReserveUnfunded: Rule {
  package static let code = "B322"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let reserves = context.plan.budget?.reserves, !reserves.isEmpty,
      case .unfunded(let sides) = context.balance, let money = sides.reserves
    else { return }
    let unit = sides.unit
    var labels: [Diagnostic.Label] = []
    var terms: [(name: String, value: Quantity)] = []
    for place in reserves.entries.indices {
      guard let amount = context.money(reserve: place, in: unit)?.quantity(unit) else { continue }
      let entry = reserves.entries[place]
      terms.append((entry.id.value, amount))
      labels.append(.init(context.place(ofReserve: entry), .figure(entry.id.value, context.said(amount))))
    }
    labels.append(
      .init(
        sides.stated.range,
        Message(en: "the lines make all of it", hans: "科目合计已等于总额", hant: "科目合計已等於總額")))
    context.report(
      Diagnostic(
        Self.self, at: labels[0].range, Self.message(sides, money), label: labels[0].message,
        labels: Array(labels.dropFirst()),
        notes: (terms.count > 1 ? [Sum(terms, like: sides.stated.value).note(money.quantity(unit))] : [])
          + Self.unmet(context, unit), help: Self.help(sides, money)
      ).contradicting(
        Contradiction("budget.reserved", stated: money.quantity(unit), recomputed: Quantity(0, unit))))
  }

  private static func message(_ sides: BudgetSides, _ reserves: MoneySpan) -> Message {
    let total = Said(sides.stated.value, like: nil)
    let (held, lines, sum) = (said(reserves, sides), said(sides.lines, sides), said(sides.sum, sides))
    return Message(
      en: "reserves of \(held) come on top of lines of \(lines), which make the total of \(total) already: \(sum)",
      hans: "科目合计\(lines)，已占满总额\(total)，预留\(held.on)另计其上，合计\(sum)",
      hant: "科目合計\(lines)，已占滿總額\(total)，預留\(held.on)另計其上，合計\(sum)")
  }

  private static func said(_ money: MoneySpan, _ sides: BudgetSides) -> Said {
    Said(money.quantity(sides.unit), like: sides.stated.value)
  }

  private static func help(_ sides: BudgetSides, _ reserves: MoneySpan) -> Message {
    let written = Writable(sides.sum.quantity(sides.unit), like: sides.stated.value)
    let left = sides.total.low - reserves.low
    guard left > 0 else {
      return Message(
        en: "the reserves alone need the whole total: lower them, or write `total: \(written)`",
        hans: "仅预留就需要全部总额：请调减预留，或改为 `total: \(written)`", hant: "僅預留就需要全部總額：請調減預留，或改為 `total: \(written)`")
    }
    let room = Said(Quantity(left, sides.unit), like: sides.stated.value)
    return Message(
      en: "cut the lines to \(room), which leaves the reserves their money, or write `total: \(written)`",
      hans: "将科目压缩到\(room)，为预留留出资金，或改为 `total: \(written)`",
      hant: "將科目壓縮到\(room)，為預留留出資金，或改為 `total: \(written)`")
  }

  /// The floors of the policy that reserves without money do not meet.
  private static func unmet(_ context: RuleContext, _ unit: Unit) -> [Message] {
    var notes: [Message] = []
    let total = context.plan.budget?.total?.value
    context.eachLimit { held in
      let (id, limit) = (held.id, held.limit)
      guard let purpose = held.reserve, let stated = held.atLeast,
        let floor = context.bar(stated.value, base: limit.base, in: unit)
      else { return }
      let asked = LimitWords(limit, stated.value, Quantity(floor.low, unit), like: total)
      let words = ReservePurpose(purpose)
      notes.append(
        Message(
          en: "`\(id.value)` asks for \(words) of \(asked): the lines leave nothing (B305)",
          hans: "`\(id.value)` 要求\(words)不低于\(asked)：科目未留下任何资金（B305）",
          hant: "`\(id.value)` 要求\(words)不低於\(asked)：科目未留下任何資金（B305）"))
    }
    return notes
  }
}
