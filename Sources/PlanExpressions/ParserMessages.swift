import PlanQuantities
import PlanText

extension ExpressionParser {
  private func syntax(
    _ span: Span, _ message: Message, label: Message? = nil, help: Message? = nil, fix: Fix? = nil
  ) -> Unreadable {
    Unreadable(
      problem: ExpressionProblem(.syntax, at: source.range(span), message, label: label, help: help, fix: fix))
  }

  /// Edits need true places; without them a problem has no fix.
  private func fix(_ title: Message, _ edits: [(Span, String)]) -> Fix? {
    guard source.contentStart != nil else { return nil }
    return Fix(title, edits.map { Fix.Edit(source.range($0.0), $0.1) })
  }

  private func text(_ span: Span) -> String { String(decoding: source.bytes[span.start..<span.end], as: UTF8.self) }

  /// The blankless run of text at an index, at most forty code points of it.
  private func run(at start: Int) -> Span {
    var end = start
    while end < letters.count, end - start < 40, !letters[end].isBlank { end += 1 }
    return span(start, end)
  }

  // MARK: Nothing, too much, something else

  func nothing() -> Unreadable {
    let end = span(letters.count, letters.count)
    guard tokens > 0 else {
      return syntax(
        Span(0, end.end),
        Message(en: "an expression is missing", hans: "缺少表达式", hant: "缺少運算式"))
    }
    return syntax(
      Span(max(0, end.end - 1), end.end),
      Message(
        en: "the expression ends where a figure or a name is due", hans: "表达式在应有数值或名称之处结束",
        hant: "運算式在應有數值或名稱之處結束"))
  }

  func tooLarge(tokens: Bool) -> Unreadable {
    let message =
      tokens
      ? Message(
        en: "the expression has more than \(tokenLimit) parts", hans: "表达式超过 \(tokenLimit) 个部分",
        hant: "運算式超過 \(tokenLimit) 個部分")
      : Message(
        en: "the expression is nested more than \(depthLimit) deep", hans: "表达式嵌套超过 \(depthLimit) 层",
        hant: "運算式巢狀超過 \(depthLimit) 層")
    return Unreadable(
      problem: ExpressionProblem(
        .tooLarge, at: source.range, message,
        help: Message(
          en: "Give the parts names of their own as assumptions.", hans: "把各部分设为有名称的假设。",
          hant: "將各部分設為有名稱的假設。")))
  }

  func unexpected() -> Unreadable {
    let place = run(at: index)
    let quote = letters[index] == "\"" || letters[index] == "'"
    return syntax(
      place,
      Message(
        en: "a figure or a name is due here, not `\(text(place))`",
        hans: "此处应为数值或名称，而不是 `\(text(place))`", hant: "此處應為數值或名稱，而不是 `\(text(place))`"),
      help: quote
        ? Message(
          en: "Texts have no place in an expression; write names without quotes.",
          hans: "表达式中不能有文本；名称不加引号。", hant: "運算式中不能有文字；名稱不加引號。") : nil)
  }

  func unexpectedWord(_ place: Span) -> Unreadable {
    syntax(
      place,
      Message(
        en: "a figure or a name is due before `\(text(place))`", hans: "`\(text(place))` 之前应有数值或名称",
        hant: "`\(text(place))` 之前應有數值或名稱"))
  }

  /// Two parts with no operator between them, or something no part of an expression.
  func adjacent() -> Unreadable {
    let start = letters.skippingBlanks(index)
    let place = run(at: start)
    if letters[start] == ")" {
      return syntax(
        span(start, start + 1),
        Message(
          en: "this parenthesis closes nothing", hans: "多余的右括号", hant: "多餘的右括號"))
    }
    if letters[start] == "," {
      return syntax(
        span(start, start + 1),
        Message(
          en: "this comma separates nothing", hans: "这个逗号没有分隔作用", hant: "這個逗號沒有分隔作用"),
        help: Message(
          en: "Commas stand between a function's values, or group digits by three.",
          hans: "逗号只用于分隔函数的各个值，或将数字每三位分组。", hant: "逗號只用於分隔函數的各個值，或將數字每三位分組。"))
    }
    return syntax(
      place,
      Message(
        en: "an operator is missing before `\(text(place))`", hans: "`\(text(place))` 之前缺少运算符",
        hant: "`\(text(place))` 之前缺少運算子"),
      help: Message(
        en: "Operators are + - * / ^ < <= > >= = != and or; two figures or names never stand side by side.",
        hans: "运算符有 + - * / ^ < <= > >= = != and or；两个数值或名称不能直接相邻。",
        hant: "運算子有 + - * / ^ < <= > >= = != and or；兩個數值或名稱不能直接相鄰。"))
  }

  func unclosed(_ place: Span) -> Unreadable {
    syntax(
      place, Message(en: "a parenthesis is never closed", hans: "括号没有闭合", hant: "括號沒有閉合"),
      label: Message(en: "opened here", hans: "在此处打开", hant: "在此處開啟"))
  }

  func missing(_ word: Word, after start: Span) -> Unreadable {
    let at = letters.skippingBlanks(index)
    return syntax(
      at < letters.count ? run(at: at) : start,
      Message(
        en: "`\(word.text)` is missing after `if`", hans: "`if` 之后缺少 `\(word.text)`", hant: "`if` 之後缺少 `\(word.text)`"),
      help: Message(
        en: "Write `if CONDITION then FIGURE else FIGURE`.", hans: "写法：`if 条件 then 数值 else 数值`。",
        hant: "寫法：`if 條件 then 數值 else 數值`。"))
  }

  // MARK: Operators

  func unspaced(_ sign: Sign) -> ExpressionProblem {
    let place = span(sign.start, sign.end)
    let written = text(place)
    return ExpressionProblem(
      .syntax, at: source.range(place),
      Message(
        en: "`\(written)` has to stand between blanks", hans: "`\(written)` 的两边要有空格",
        hant: "`\(written)` 的兩邊要有空格"),
      help: Message(
        en: "What is written without blanks is one figure or one name.",
        hans: "连写的部分会被当作一个数值或一个名称。", hant: "連寫的部分會被當作一個數值或一個名稱。"),
      fix: fix(
        Message(
          en: "put blanks round `\(written)`", hans: "在 `\(written)` 两边加空格", hant: "在 `\(written)` 兩邊加空格"),
        [(place, padded(sign, written))]))
  }

  func misspelt(_ sign: Sign) -> ExpressionProblem {
    let place = span(sign.start, sign.end)
    let (written, correction) = (text(place), sign.meaning.rawValue)
    return ExpressionProblem(
      .syntax, at: source.range(place),
      Message(
        en: "`\(written)` is written `\(correction)` here", hans: "`\(written)` 在此应写作 `\(correction)`",
        hant: "`\(written)` 在此應寫作 `\(correction)`"),
      fix: fix(
        Message(en: "write `\(correction)`", hans: "改为 `\(correction)`", hant: "改為 `\(correction)`"),
        [(place, padded(sign, correction))]))
  }

  private func padded(_ sign: Sign, _ text: String) -> String {
    (letters[sign.start - 1].isBlank ? "" : " ") + text + (letters[sign.end].isBlank ? "" : " ")
  }

  func chained(_ whole: Expression.Node, _ first: Sign, _ middle: Expression.Node, _ second: Sign) -> Unreadable {
    let between = text(middle.span)
    return syntax(
      span(second.start, second.end),
      Message(en: "comparisons do not chain", hans: "比较不能连写", hant: "比較不能連寫"),
      help: Message(
        en: "Write two comparisons: `… \(first.meaning) \(between) and \(between) \(second.meaning) …`.",
        hans: "写成两个比较：`… \(first.meaning) \(between) and \(between) \(second.meaning) …`。",
        hant: "寫成兩個比較：`… \(first.meaning) \(between) and \(between) \(second.meaning) …`。"),
      fix: fix(
        Message(en: "compare twice", hans: "分成两个比较", hant: "分成兩個比較"),
        [(span(second.start, second.start), "and \(between) ")]))
  }

  // MARK: Figures, functions, windows

  func unreadable(_ problem: LiteralProblem) -> Unreadable {
    let place = Span(problem.range.lowerBound, problem.range.upperBound)
    return Unreadable(
      problem: ExpressionProblem(
        .literal, at: source.range(place), problem.message, help: problem.help,
        fix: problem.suggestion.flatMap { suggestion in
          fix(
            Message(en: "write `\(suggestion)`", hans: "改为 `\(suggestion)`", hant: "改為 `\(suggestion)`"),
            [(place, suggestion)])
        }))
  }

  func notReckonable(_ place: Span) -> Unreadable {
    syntax(
      place,
      Message(
        en: "`\(text(place))` is two figures in one, and nothing can be reckoned with it",
        hans: "`\(text(place))` 含有两个数值，无法参与计算", hant: "`\(text(place))` 含有兩個數值，無法參與計算"),
      help: Message(
        en: "Write the one that is meant.", hans: "请写明所指的那一个。", hant: "請寫明所指的那一個。"))
  }

  func unknownFunction(_ name: String, _ place: Span) -> Unreadable {
    let suggestion = didYouMean(name, among: Function.all.map(\.name))
    let list = Function.all.map(\.name).joined(separator: " ")
    return syntax(
      place,
      Message(en: "there is no function `\(name)`", hans: "没有函数 `\(name)`", hant: "沒有函數 `\(name)`"),
      help: suggestion.map {
        Message(en: "Did you mean `\($0)`?", hans: "是否想写 `\($0)`？", hant: "是否想寫 `\($0)`？")
      } ?? Message(en: "Functions are \(list).", hans: "可用的函数：\(list)。", hant: "可用的函數：\(list)。"),
      fix: suggestion.flatMap { name in
        fix(Message(en: "write `\(name)`", hans: "改为 `\(name)`", hant: "改為 `\(name)`"), [(place, name)])
      })
  }

  func wrongArity(_ function: Function, _ count: Int, _ place: Span) -> Unreadable {
    syntax(
      place,
      Message(
        en: "`\(function.name)` is written `\(function.signature)`; given here: \(count)",
        hans: "`\(function.name)` 的写法是 `\(function.signature)`；这里给了 \(count) 个值",
        hant: "`\(function.name)` 的寫法是 `\(function.signature)`；這裡給了 \(count) 個值"),
      help: function.doc)
  }

  func badWindow(_ place: Span) -> Unreadable {
    syntax(
      place,
      Message(
        en: "this is no window of time", hans: "这不是有效的时间窗口", hant: "這不是有效的時間視窗"),
      help: Message(
        en: "Write `for 2 consecutive weeks`, or days, months or quarters.",
        hans: "写法：`连续两周` 或 `for 2 consecutive weeks`；单位可为天、周、月、季。",
        hant: "寫法：`連續兩週` 或 `for 2 consecutive weeks`；單位可為天、週、月、季。"))
  }

  func windowOutsideCondition(_ place: Span) -> Unreadable {
    syntax(
      place,
      Message(
        en: "only an alert's condition may last for a number of periods",
        hans: "只有预警的条件可以带持续期数", hant: "只有預警的條件可以帶持續期數"))
  }
}
