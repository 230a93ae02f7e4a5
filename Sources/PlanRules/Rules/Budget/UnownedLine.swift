import PlanAnalysis
import PlanModel
package import PlanText

/// A line has no owner, or nothing in the plan spends it.
///
/// - zh-Hans: 科目没有负责人，或计划中没有任何内容使用它
/// - zh-Hant: 科目沒有負責人，或計畫中沒有任何內容使用它
///
/// ## Why it matters
/// Money without an owner is spent by whoever asks first, and money that nothing spends was put in to make a sum.
///
/// ## How to mend
/// Name an `owner`; lines below one inherit it. Let what the line buys name it: `paid_by` on a channel, module, partner,
/// task, event, unit or commitment. Where no noun of the plan spends it, say in `for` what it buys.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 700k, owner: cmo, for: films and articles}
///     media: CNY 300k
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 700k, owner: cmo, for: films and articles}
///     media: {amount: CNY 300k, owner: cmo}
/// channels:
///   search: {side: online, owner: cmo, paid_by: media}
/// ```
package struct UnownedLine: Rule {
  package static let code = "B311"
  package static let severity = Severity.warning
  package static let needsWholePlan = true
  package static let isMilderInDraft = true

  package init() {}

  package func check(_ context: RuleContext) {
    let entries = context.resolved.lines.entries
    for place in entries.indices where entries[place].isLeaf && !entries[place].isOperating {
      // An owner that could not be read was told of.
      let isOwned =
        entries[place].owner != nil
        || context.resolved.lines.lineage(of: place).contains { entries[$0].line.wrote("owner") }
      let isSpent = Self.isSpent(place, context)
      if !isOwned || !isSpent { Self.report(entries[place], isOwned, isSpent, context) }
    }
  }

  /// Whether something spends the line or one it is part of, or the line says itself what it buys.
  private static func isSpent(_ place: Int, _ context: RuleContext) -> Bool {
    let entries = context.resolved.lines.entries
    if entries[place].category?.value == "people",
      context.plan.team?.units?.entries.contains(where: { $0.value.paidBy != nil }) == true
    {
      return true
    }
    return context.resolved.lines.lineage(of: place).contains {
      entries[$0].line.purpose != nil || context.figures.spending.isNamed(entries[$0].id.value)
    }
  }

  private static func report(_ entry: LineBook.Entry, _ isOwned: Bool, _ isSpent: Bool, _ context: RuleContext) {
    let id = entry.id.value
    let name = "budget.\(id)"
    let message: Message
    let help: Message
    switch (isOwned, isSpent) {
    case (true, _):
      message = Message(
        en:
          "nothing in the plan spends `\(name)`: no channel, module, partner, task, event, unit or commitment names it",
        hans: "计划中没有任何内容使用 `\(name)`：没有渠道、模块、合作方、任务、活动、团队或承诺以它支付",
        hant: "計畫中沒有任何內容使用 `\(name)`：沒有通路、模組、合作方、任務、活動、團隊或承諾以它支付")
      help = Message(
        en: "write `paid_by: \(id)` on what it buys, or say it in `for`",
        hans: "在其所购内容上写 `paid_by: \(id)`，或以 `for` 说明用途", hant: "在其所購內容上寫 `paid_by: \(id)`，或以 `for` 說明用途")
    case (false, true):
      message = Message(en: "`\(name)` has no owner", hans: "`\(name)` 没有负责人", hant: "`\(name)` 沒有負責人")
      help = Message(
        en: "name a role under `owner`, here or on the line above it", hans: "在此处或上级科目以 `owner` 指明负责人",
        hant: "在此處或上級科目以 `owner` 指明負責人")
    case (false, false):
      message = Message(
        en: "`\(name)` has no owner, and nothing in the plan spends it", hans: "`\(name)` 没有负责人，计划中也没有任何内容使用它",
        hant: "`\(name)` 沒有負責人，計畫中也沒有任何內容使用它")
      help = Message(
        en: "name an `owner`, and write `paid_by: \(id)` on what it buys, or say it in `for`",
        hans: "以 `owner` 指明负责人，并在其所购内容上写 `paid_by: \(id)`，或以 `for` 说明用途",
        hant: "以 `owner` 指明負責人，並在其所購內容上寫 `paid_by: \(id)`，或以 `for` 說明用途")
    }
    context.report(Diagnostic(Self.self, at: entry.id.range, message, help: help))
  }
}
