import PlanQuantities
import PlanText

extension Evaluator {
  private func text(_ node: Expression.Node) -> String { expression.text(node.span) }

  private func side(_ node: Expression.Node, _ dimension: Dimension) -> Diagnostic.Label {
    Diagnostic.Label(node.range, Message(en: "\(dimension)", hans: "\(dimension)", hant: "\(dimension)"))
  }

  // MARK: Too much

  func tooManyLooks(_ refusal: Message, _ range: SourceRange) -> ExpressionProblem {
    ExpressionProblem(
      .tooLarge, at: range, refusal,
      help: Message(
        en: "Work a sum out once, as an assumption, and name that one elsewhere; this one is not worked out.",
        hans: "请把总和设为一个假设，只计算一次，在别处引用其名称；此处不予计算。",
        hant: "請將總和設為一個假設，只計算一次，在別處引用其名稱；此處不予計算。"))
  }

  // MARK: Two sides that do not fit

  func unlike(_ operation: Operation, _ a: Dimension, _ b: Dimension) -> ExpressionProblem {
    let (left, right) = (text(operation.left), text(operation.right))
    let (help, fix) = remedy(operation, a, b)
    let message =
      operation.sign.isComparison
      ? Message(
        en: "`\(left)` is \(a) and `\(right)` is \(b): they do not compare",
        hans: "`\(left)` 是\(a)，`\(right)` 是\(b)，两者不能比较", hant: "`\(left)` 是\(a)，`\(right)` 是\(b)，兩者不能比較")
      : operation.sign == .plus
        ? Message(
          en: "`\(left)` is \(a) and `\(right)` is \(b): they do not add up",
          hans: "`\(left)` 是\(a)，`\(right)` 是\(b)，两者不能相加", hant: "`\(left)` 是\(a)，`\(right)` 是\(b)，兩者不能相加")
        : Message(
          en: "`\(left)` is \(a) and `\(right)` is \(b): one cannot be taken from the other",
          hans: "`\(left)` 是\(a)，`\(right)` 是\(b)，两者不能相减", hant: "`\(left)` 是\(a)，`\(right)` 是\(b)，兩者不能相減")
    return ExpressionProblem(
      .dimension, at: operation.place, message,
      labels: expression.isPlaced ? [side(operation.left, a), side(operation.right, b)] : [], help: help, fix: fix)
  }

  private func remedy(_ operation: Operation, _ a: Dimension, _ b: Dimension) -> (Message, Fix?) {
    if !operation.sign.isComparison, a.isMoneyLike, b.isPercentage { return percentOfMoney(operation) }
    if a.isCollection || b.isCollection { return (oneFigure, nil) }
    if let x = a.unit, let y = b.unit {
      if x == y * .perTime || y == x * .perTime {
        let yearly = x == y * .perTime ? operation.left : operation.right
        return (
          Message(
            en: "Say for how long: `\(text(yearly)) * 1y`.", hans: "请注明时长：`\(text(yearly)) * 1y`。",
            hant: "請註明時長：`\(text(yearly)) * 1y`。"), nil
        )
      }
      if x.isPure != y.isPure {
        return (
          Message(
            en: "Write the plain number with its unit, or multiply instead.", hans: "请为纯数写上单位，或改用乘法。",
            hant: "請為純數寫上單位，或改用乘法。"), nil
        )
      }
    }
    return (
      Message(
        en: "Both sides have to be of one kind: money with money, time with time, a count with its like.",
        hans: "两边须为同类：金额对金额，时长对时长，数量对同单位的数量。", hant: "兩邊須為同類：金額對金額，時長對時長，數量對同單位的數量。"),
      nil
    )
  }

  private var oneFigure: Message {
    Message(
      en: "Take one figure of it: `sum(…)`, `max(…)` or `at(…, when)`.",
      hans: "请取其中一个数值：`sum(…)`、`max(…)` 或 `at(…, 时间)`。", hant: "請取其中一個數值：`sum(…)`、`max(…)` 或 `at(…, 時間)`。")
  }

  /// `money + 5%` means five percent more: `money * (1 + 5%)`.
  private func percentOfMoney(_ operation: Operation) -> (Message, Fix?) {
    let share = expression.wholeText(operation.right.span)
    let isCompound: Bool
    if case .binary = operation.right.form { isCompound = true } else { isCompound = false }
    let factor = "* (1 \(operation.sign.rawValue) \(isCompound ? "(\(share))" : share))"
    let isSum: Bool
    switch operation.left.form {
    case .binary(.plus, _, _, _), .binary(.minus, _, _, _), .negate: isSum = true
    default: isSum = false
    }
    let fix = Fix(
      Message(en: "write `\(factor)`", hans: "改为 `\(factor)`", hant: "改為 `\(factor)`"),
      [Fix.Edit(operation.place.through(operation.right.range), factor)], isSafe: false)
    return (
      Message(
        en: "For a share more or less, write `\(text(operation.left)) \(factor)`.",
        hans: "增减一定比例的写法：`\(text(operation.left)) \(factor)`。",
        hant: "增減一定比例的寫法：`\(text(operation.left)) \(factor)`。"),
      isSum || !expression.isPlaced ? nil : fix
    )
  }

  func percentAgainstPoints(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> ExpressionProblem {
    let (left, right) = (text(operation.left), text(operation.right))
    let isLeftPoints = a.dimension.mark == .points
    let percent = isLeftPoints ? operation.right : operation.left
    var fix: Fix?
    var help = Message(
      en: "A difference of two percentages is in percentage points (5pp), a relative change in percent (5%).",
      hans: "两个百分比之差以百分点计（5pp），相对变化以百分比计（5%）。",
      hant: "兩個百分比之差以百分點計（5pp），相對變化以百分比計（5%）。")
    if case .literal(.quantity(let literal)) = percent.form, literal.isSingle, literal.bound == nil {
      let points = (literal.low * 100).decimalText + "pp"
      help = Message(
        en: "If percentage points are meant, write `\(points)`.", hans: "如指百分点，请写 `\(points)`。",
        hant: "如指百分點，請寫 `\(points)`。")
      fix =
        expression.isPlaced
        ? Fix(
          Message(en: "write `\(points)`", hans: "改为 `\(points)`", hant: "改為 `\(points)`"),
          [Fix.Edit(percent.range, points)], isSafe: false) : nil
    }
    return ExpressionProblem(
      .dimension, at: operation.place,
      Message(
        en:
          "`\(left)` is \(a.dimension) and `\(right)` is \(b.dimension): they are not one kind of figure",
        hans: "`\(left)` 是\(a.dimension)，`\(right)` 是\(b.dimension)，两者不是同类数值",
        hant: "`\(left)` 是\(a.dimension)，`\(right)` 是\(b.dimension)，兩者不是同類數值"),
      labels: expression.isPlaced ? [side(operation.left, a.dimension), side(operation.right, b.dimension)] : [],
      help: help, fix: fix)
  }

  mutating func unlikeBranches(
    _ then: Expression.Node, _ a: Outcome, _ otherwise: Expression.Node, _ b: Outcome
  ) -> Dimension {
    let (first, second) = (text(then), text(otherwise))
    problems.append(
      ExpressionProblem(
        .dimension, at: otherwise.range,
        Message(
          en:
            "`\(first)` is \(a.dimension) and `\(second)` is \(b.dimension): an `if` gives one kind of figure",
          hans: "`\(first)` 是\(a.dimension)，`\(second)` 是\(b.dimension)；if 的两个结果须为同类",
          hant: "`\(first)` 是\(a.dimension)，`\(second)` 是\(b.dimension)；if 的兩個結果須為同類"),
        labels: expression.isPlaced ? [side(then, a.dimension)] : []))
    return .unknown
  }

  // MARK: One part that does not fit

  mutating func notAFigure(_ part: Outcome, _ node: Expression.Node) -> Outcome {
    fail(
      ExpressionProblem(
        .dimension, at: node.range,
        Message(
          en: "`\(text(node))` is \(part.dimension), and nothing can be reckoned with it here",
          hans: "`\(text(node))` 是\(part.dimension)，在此不能参与计算", hant: "`\(text(node))` 是\(part.dimension)，在此不能參與計算"),
        help: part.dimension.isCollection ? oneFigure : nil))
  }

  mutating func notACondition(_ part: Outcome, _ node: Expression.Node) -> Outcome {
    let failed = fail(
      ExpressionProblem(
        .dimension, at: node.range,
        Message(
          en: "`\(text(node))` is \(part.dimension), where a condition is due",
          hans: "`\(text(node))` 是\(part.dimension)，此处应为条件", hant: "`\(text(node))` 是\(part.dimension)，此處應為條件"),
        help: Message(
          en: "Compare it with something: `\(text(node)) > …`.", hans: "请与某个值比较：`\(text(node)) > …`。",
          hant: "請與某個值比較：`\(text(node)) > …`。")))
    return Outcome(failed.value, .truth)
  }

  mutating func badExponent(_ node: Expression.Node) -> Outcome {
    fail(
      ExpressionProblem(
        .dimension, at: node.range,
        Message(
          en: "an exponent is a whole number without a unit, not `\(text(node))`",
          hans: "指数须为不带单位的整数，而不是 `\(text(node))`", hant: "指數須為不帶單位的整數，而不是 `\(text(node))`")))
  }

  // MARK: Currencies

  func noRate(_ place: SourceRange, _ from: String, _ to: String) -> ExpressionProblem {
    ExpressionProblem(
      .noRate, at: place,
      Message(
        en: "\(from) and \(to) meet here, and no exchange rate between them is given",
        hans: "此处同时出现 \(from) 与 \(to)，但没有给出汇率", hant: "此處同時出現 \(from) 與 \(to)，但沒有給出匯率"),
      help: Message(
        en: "Give the rate with its date under `currencies` of a policy.", hans: "请在策略文件的 `currencies` 中给出带日期的汇率。",
        hant: "請在政策檔的 `currencies` 中給出帶日期的匯率。"))
  }

  var noRateReason: Message {
    Message(en: "an exchange rate is missing", hans: "缺少汇率", hant: "缺少匯率")
  }
}

extension Dimension {
  /// Money, money a year and other rates of money.
  var isMoneyLike: Bool { unit?.currency != nil }
}
