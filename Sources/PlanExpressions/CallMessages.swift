import PlanQuantities
import PlanText

extension Evaluator {
  private func text(_ node: Expression.Node) -> String { expression.text(node.span) }

  /// A problem of one argument: what it is, and what the function takes.
  private func unfit(
    _ node: Expression.Node, _ part: Outcome, needs: Message, help: Message? = nil
  ) -> ExpressionProblem {
    ExpressionProblem(
      .dimension, at: node.range,
      Message(
        en: "`\(text(node))` is \(part.dimension), where \(needs) is due",
        hans: "`\(text(node))` 是\(part.dimension)，此处应为\(needs)", hant: "`\(text(node))` 是\(part.dimension)，此處應為\(needs)"
      ),
      help: help)
  }

  private func usage(_ function: Function) -> Message {
    Message(
      en: "Write `\(function.signature)`.", hans: "写法：`\(function.signature)`。", hant: "寫法：`\(function.signature)`。")
  }

  mutating func notToCount(_ node: Expression.Node, _ part: Outcome) -> Outcome {
    let failed = fail(
      unfit(
        node, part,
        needs: Message(en: "a section, map or list", hans: "章节、映射或列表", hant: "章節、對映或清單")))
    return Outcome(failed.value, .tally)
  }

  mutating func noTime(_ node: Expression.Node, _ part: Outcome) -> Outcome {
    fail(
      unfit(
        node, part, needs: Message(en: "a date or period", hans: "日期或期间", hant: "日期或期間"),
        help: Message(
          en: "Write a time such as 2025-06-30 or 2025Q2.", hans: "请写明时间，如 2025-06-30 或 2025Q2。",
          hant: "請寫明時間，如 2025-06-30 或 2025Q2。")))
  }

  mutating func noSpan(_ node: Expression.Node, _ part: Outcome) -> Outcome {
    fail(unfit(node, part, needs: Message(en: "a duration such as 4w", hans: "时长（如 4w）", hant: "時長（如 4w）")))
  }

  mutating func tooFew(_ function: Function, _ node: Expression.Node, _ part: Outcome) -> Outcome {
    fail(
      unfit(
        node, part,
        needs: Message(
          en: "a map of figures, or a second figure", hans: "一组数值或再加一个数值", hant: "一組數值或再加一個數值"),
        help: usage(function)))
  }

  mutating func noSeries(_ function: Function, _ node: Expression.Node, _ part: Outcome) -> Outcome {
    fail(
      unfit(
        node, part, needs: Message(en: "a map of period to figure", hans: "按期数列", hant: "按期數列"),
        help: usage(function)))
  }

  func noFlows(_ function: Function, _ node: Expression.Node, _ part: Outcome) -> ExpressionProblem {
    unfit(
      node, part, needs: Message(en: "a map of period to money", hans: "各期金额", hant: "各期金額"),
      help: usage(function))
  }

  func noInvestment(_ function: Function, _ node: Expression.Node, _ part: Outcome) -> ExpressionProblem {
    unfit(
      node, part, needs: Message(en: "an amount of money", hans: "金额", hant: "金額"), help: usage(function))
  }

  func noRateOfInterest(_ function: Function, _ node: Expression.Node, _ part: Outcome) -> ExpressionProblem {
    unfit(
      node, part, needs: Message(en: "a rate in percent a year", hans: "年利率（百分比）", hant: "年利率（百分比）"),
      help: usage(function))
  }

  func unlikeArguments(
    _ first: Expression.Node, _ a: Dimension, _ second: Expression.Node, _ b: Dimension
  ) -> ExpressionProblem {
    ExpressionProblem(
      .dimension, at: second.range,
      Message(
        en: "`\(text(first))` is \(a) and `\(text(second))` is \(b): a function takes figures of one kind",
        hans: "`\(text(first))` 是\(a)，`\(text(second))` 是\(b)；函数的各个数值须为同类",
        hant: "`\(text(first))` 是\(a)，`\(text(second))` 是\(b)；函數的各個數值須為同類"))
  }

  var unlikeReason: Message {
    Message(en: "its parts do not combine", hans: "其各部分无法合并计算", hant: "其各部分無法合併計算")
  }
}
