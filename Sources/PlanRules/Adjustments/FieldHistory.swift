import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// All that the ledger changed at one frozen field, by date.
struct FieldHistory {
  let path: Path
  let steps: [(entry: Ledger.Entry, change: FieldChange)]
  /// How many of them have surely taken effect: none where nobody said what day it is.
  let effective: Int
}

/// Every field that an entry of the ledger changes.
func fieldHistories(_ context: RuleContext) -> [FieldHistory] {
  var steps: [Path: [(entry: Ledger.Entry, change: FieldChange)]] = [:]
  var (paths, effective): ([Path], [Path: Int]) = ([], [:])
  let hasToday = context.resolved.today != nil
  for (place, entry) in context.ledger.entries.enumerated() {
    for change in context.adjustment(entry).changes ?? [] {
      guard let path = change.path?.value.bareReference else { continue }
      if steps[path] == nil { paths.append(path) }
      steps[path, default: []].append((entry, change))
      if hasToday, place < context.ledger.effective { effective[path, default: 0] += 1 }
    }
  }
  return paths.map { FieldHistory(path: $0, steps: steps[$0] ?? [], effective: effective[$0] ?? 0) }
}

extension FieldHistory {
  /// Reports, as a rule's findings, a field that approval does not freeze, money that is not moved, a step that does not
  /// begin where the last one ended, and a file that says something else than the last.
  func check(_ rule: any Rule.Type, _ context: RuleContext) {
    switch context.resolved.freedom(ofField: path.names) {
    case .free: steps.forEach { reportFree($0.change, rule, context) }
    case .money: steps.forEach { reportMoney($0.change, rule, context) }
    case .frozen:
      checkChain(rule, context)
      checkFile(rule, context)
    }
  }

  private func reportFree(_ change: FieldChange, _ rule: any Rule.Type, _ context: RuleContext) {
    guard let range = change.path?.range, context.figures.figure(path.text) != nil else { return }
    context.report(
      Diagnostic(
        rule, at: range,
        Message(
          en: "`\(path)` is not frozen by approval: it changes in its place, and needs no entry",
          hans: "`\(path)` 并非批准后冻结的字段，可直接修改，无需记入台账", hant: "`\(path)` 並非核准後凍結的欄位，可直接修改，無需記入台帳"),
        help: Message(
          en: "take the change out of `changes`, or name the frozen field that was meant",
          hans: "请从 `changes` 中删去，或写明所指的冻结字段", hant: "請從 `changes` 中刪去，或寫明所指的凍結欄位")))
  }

  private func reportMoney(_ change: FieldChange, _ rule: any Rule.Type, _ context: RuleContext) {
    guard let range = change.path?.range else { return }
    context.report(
      Diagnostic(
        rule, at: range,
        Message(
          en: "`\(path)` stays as approved: what it comes to changes by moves, not by another figure in its place",
          hans: "`\(path)` 保持批准时的数字：其现数只能由资金调动改变，不能改写原数",
          hant: "`\(path)` 保持核准時的數字：其現數只能由資金調動改變，不能改寫原數"),
        help: Message(
          en: "write the difference under `moves`, with `from` and `to`", hans: "请在 `moves` 中写明差额及其 `from`、`to`",
          hant: "請在 `moves` 中寫明差額及其 `from`、`to`")))
  }

  /// Each change begins with what the one before it left.
  private func checkChain(_ rule: any Rule.Type, _ context: RuleContext) {
    for (last, next) in zip(steps, steps.dropFirst()) {
      guard let now = last.change.now, let was = next.change.was, saysOther(now.value, than: was.value) else {
        continue
      }
      context.report(
        Diagnostic(
          rule, at: was.range,
          Message(
            en: "`\(path)` is said to have been \(was.value), but `\(last.entry.id.value)` had made it \(now.value)",
            hans: "`\(path)` 原值写作 \(was.value)，而 `\(last.entry.id.value)` 已将其改为 \(now.value)",
            hant: "`\(path)` 原值寫作 \(was.value)，而 `\(last.entry.id.value)` 已將其改為 \(now.value)"),
          labels: [.init(now.range, Message(en: "the change before", hans: "上一次变更", hant: "上一次變更"))],
          help: Message(
            en: "write `was: \(now.value.canonicalText)`, or mend the dates of the two",
            hans: "请改为 `was: \(now.value.canonicalText)`，或更正两次变更的日期",
            hant: "請改為 `was: \(now.value.canonicalText)`，或更正兩次變更的日期")
        ).contradicting(Contradiction(path.text, stated: was.value, recomputed: now.value)))
    }
  }

  /// The file says what the last change in effect made of the field, or what one that is to come will make of it.
  private func checkFile(_ rule: any Rule.Type, _ context: RuleContext) {
    let past = effective > 0 ? steps[effective - 1].change.now : steps.first?.change.was
    let possible = [past].compactMap { $0 } + steps[effective...].compactMap(\.change.now)
    guard possible.count == 1 + steps.count - effective, let stated = possible.last, let written = written(context),
      possible.allSatisfy({ saysOther($0.value, than: written.value) })
    else { return }
    context.report(
      Diagnostic(
        rule, at: stated.range,
        Message(
          en: "by the ledger `\(path)` is \(stated.value), but the plan says \(written.value)",
          hans: "按台账 `\(path)` 应为 \(stated.value)，而计划写的是 \(written.value)",
          hant: "按台帳 `\(path)` 應為 \(stated.value)，而計畫寫的是 \(written.value)"),
        labels: [.init(written.range, Message(en: "what the plan says", hans: "计划所写", hant: "計畫所寫"))],
        help: Message(
          en: "write there what the ledger says, or mend the entry", hans: "请按台账修改该字段，或更正台账条目",
          hant: "請按台帳修改該欄位，或更正台帳條目")
      ).contradicting(Contradiction(path.text, stated: written.value, recomputed: stated.value)))
  }

  /// What the plan says at the field; nil for what is no quantity or period.
  private func written(_ context: RuleContext) -> Located<Literal>? {
    // A phase's own path is its money; the field behind it is its period.
    let text = path.names.first == "phases" && path.names.count == 2 ? path.text + ".period" : path.text
    guard let figure = context.figures.figure(text), figure.formula == nil, let place = figure.place else { return nil }
    switch figure.value {
    case .quantity(let quantity): return Located(.quantity(quantity), at: place)
    case .period(let period): return Located(.period(period), at: place)
    default: return nil
    }
  }

  /// Whether two literals surely say different things; what cannot be compared does not.
  private func saysOther(_ a: Literal, than b: Literal) -> Bool {
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)):
      x.unit == y.unit && x.mark == y.mark && (x.low != y.low || x.high != y.high)
    case (.period(let x), .period(let y)): x.first != y.first || x.last != y.last
    default: false
    }
  }
}
