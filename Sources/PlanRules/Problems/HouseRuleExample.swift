import PlanExpressions
import PlanModel
package import PlanText

/// An example of a house rule that does not do what it is there for.
///
/// - zh-Hans: 自定规则的示例与规则不符
/// - zh-Hant: 自訂規則的範例與規則不符
///
/// ## Why it matters
/// A rule that lets its own bad example pass lets plans pass as well, and nobody notices: a condition whose figures are
/// missing is unknown, and unknown is silent. One that its good example breaks will cry wolf.
///
/// ## How to mend
/// Correct the condition, or the example. `good` must hold something the rule looks at and keep it, `bad` must break it.
/// `marplan test` tries them all.
///
/// ## Policy
/// `rules`: what each is tried on stands in its `good` and `bad`. An example is YAML of plan sections; the plan's head may
/// be left out, and it stands under the policy itself.
///
/// ## Bad
/// ```yaml
/// policy: [house.yaml]
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// rules:
///   no-giant-line:
///     each: line
///     require: it <= 50% * budget.total
///     message: "{it.title} takes more than half of the total"
///     good: "budget: {total: CNY 1m, lines: {search: CNY 600k, content: CNY 400k}}"
///     bad: "budget: {total: CNY 1m, lines: {search: CNY 600k, content: CNY 400k}}"
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [house.yaml]
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// rules:
///   no-giant-line:
///     each: line
///     require: it <= 50% * budget.total
///     message: "{it.title} takes more than half of the total"
///     good: "budget: {total: CNY 1m, lines: {search: CNY 500k, content: CNY 500k}}"
///     bad: "budget: {total: CNY 1m, lines: {search: CNY 600k, content: CNY 400k}}"
/// ```
package enum HouseRuleExample: Problem {
  package static let code = "S028"
  package static let severity = Severity.error

  /// What is wrong with an example; nil where it does what it is there for.
  static func diagnostic(_ example: HouseExample, isGood: Bool, of law: HouseLaw) -> Diagnostic? {
    let rule = Diagnostic.Label(law.id.range, Message(en: "the rule", hans: "规则在此", hant: "規則在此"))
    let require = law.rule.require?.value.text ?? ""
    func found(_ message: Message, _ note: Message?, _ help: Message) -> Diagnostic {
      Diagnostic(
        Self.self, at: example.place, message, labels: [rule], notes: note.map { [$0] } ?? [], help: help)
    }
    if let problem = example.problem {
      return found(
        Message(
          en: "this example of `\(law.id.value)` cannot be read as a plan", hans: "`\(law.id.value)` 的这个示例无法作为计划读取",
          hant: "`\(law.id.value)` 的這個範例無法作為計畫讀取"),
        problem.message,
        Message(
          en: "write sections of a plan as they would stand in a file", hans: "请按计划文件中的写法写出各部分",
          hant: "請按計畫檔案中的寫法寫出各部分"))
    }
    if isGood, let broken = example.verdicts.first(where: \.isBroken) {
      return found(
        Message(
          en: "the good example of `\(law.id.value)` breaks the rule", hans: "`\(law.id.value)` 的正例违反了该规则",
          hant: "`\(law.id.value)` 的正例違反了該規則"),
        values(broken, require),
        Message(
          en: "correct the example, or the condition", hans: "请修改示例或条件", hant: "請修改範例或條件"))
    }
    if isGood ? example.verdicts.contains(where: \.isKept) : example.verdicts.contains(where: \.isBroken) { return nil }
    if let open = example.verdicts.first(where: { $0.evaluation.value.reason != nil }) {
      if !open.evaluation.problems.isEmpty { return unreadable(open, found, law) }
      return found(undecided(law, isGood), open.evaluation.value.reason, fill)
    }
    if example.verdicts.isEmpty { return found(undecided(law, isGood), nil, fill) }
    return found(
      Message(
        en: "the bad example of `\(law.id.value)` keeps the rule", hans: "`\(law.id.value)` 的反例没有违反该规则",
        hant: "`\(law.id.value)` 的反例沒有違反該規則"),
      example.verdicts.first.map { values($0, require) },
      Message(en: "correct the example, or the condition", hans: "请修改示例或条件", hant: "請修改範例或條件"))
  }

  private static func unreadable(
    _ verdict: HouseVerdict, _ found: (Message, Message?, Message) -> Diagnostic, _ law: HouseLaw
  ) -> Diagnostic {
    found(
      Message(
        en: "the condition of `\(law.id.value)` cannot be worked out on this example",
        hans: "`\(law.id.value)` 的条件在此示例上无法计算", hant: "`\(law.id.value)` 的條件在此範例上無法計算"),
      verdict.evaluation.problems.first?.message,
      Message(
        en: "correct the name or the unit in `require`", hans: "请修改 `require` 中的名称或单位",
        hant: "請修改 `require` 中的名稱或單位"))
  }

  private static func undecided(_ law: HouseLaw, _ isGood: Bool) -> Message {
    isGood
      ? Message(
        en: "the good example of `\(law.id.value)` shows nothing: the rule decides nothing in it",
        hans: "`\(law.id.value)` 的正例没有作用：规则在其中无从判断", hant: "`\(law.id.value)` 的正例沒有作用：規則在其中無從判斷")
      : Message(
        en: "the bad example of `\(law.id.value)` passes: the rule decides nothing in it",
        hans: "`\(law.id.value)` 的反例没有被发现：规则在其中无从判断", hant: "`\(law.id.value)` 的反例沒有被發現：規則在其中無從判斷")
  }

  private static var fill: Message {
    Message(
      en: "give the example what the rule looks at, with the figures it needs", hans: "请在示例中写出规则所看的内容及其所需数值",
      hant: "請在範例中寫出規則所看的內容及其所需數值")
  }

  private static func values(_ verdict: HouseVerdict, _ require: String) -> Message {
    let (id, values) = (verdict.subject.id, verdict.evaluation.trace.message)
    return Message(
      en: "for `\(id)`, \(require) is \(values)", hans: "对 `\(id)`，\(require) 为 \(values)",
      hant: "對 `\(id)`，\(require) 為 \(values)")
  }
}
