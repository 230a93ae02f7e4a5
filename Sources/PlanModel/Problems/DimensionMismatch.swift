package import PlanExpressions
package import PlanQuantities
package import PlanText

/// Units that do not combine, or that do not fit the field they stand in.
///
/// - zh-Hans: 单位无法相互运算，或与所在字段不符
/// - zh-Hant: 單位無法互相運算，或與所在欄位不符
///
/// ## Why it matters
/// Fifty people at 450,000 a year each cost 22.5 million *a year*; booked as money, the same figure hides how long
/// they are paid. Over five quarters it would be 28.1 million.
///
/// ## How to mend
/// Give the field a figure of its kind. Money a year becomes money by `* 1y`, money becomes money a year by `/ 1y`; a
/// percentage is taken of money by `money * percent`.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   staff: {value: 2250万元, equals: 50人 * 45万元/人·年, source: pay scale, as_of: 2024}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   staff: {value: 2250万元, equals: 50人 * 45万元/人·年 * 1y, source: pay scale, as_of: 2024}
/// ```
package enum DimensionMismatch: Problem {
  package static let code = "S011"
  package static let severity = Severity.error

  /// A figure of another kind than its field takes.
  package static func field(
    _ quantity: Quantity, kind: QuantityKind, key: String, at range: SourceRange
  ) -> Diagnostic {
    if kind == .share, quantity.isPercentage, quantity.unit.isPure { return pastTheWhole(quantity, key, range) }
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(quantity) is \(QuantityNature(quantity)), but `\(key)` takes \(kind.words)",
        hans: "\(quantity) 是\(QuantityNature(quantity))，而 `\(key)` 应为\(Spaced(kind.words))",
        hant: "\(quantity) 是\(QuantityNature(quantity))，而 `\(key)` 應為\(Spaced(kind.words))"),
      help: Message(en: "write \(kind)", hans: "请写\(Spaced(kind))", hant: "請寫\(Spaced(kind))"))
  }

  /// A share below nothing or above the whole.
  private static func pastTheWhole(_ quantity: Quantity, _ key: String, _ range: SourceRange) -> Diagnostic {
    let message =
      quantity.low < 0
      ? Message(
        en: "\(quantity) is less than nothing, and `\(key)` is a share", hans: "\(quantity) 小于 0，而 `\(key)` 是占比",
        hant: "\(quantity) 小於 0，而 `\(key)` 是占比")
      : Message(
        en: "\(quantity) is more than the whole, and `\(key)` is a share", hans: "\(quantity) 超过整体，而 `\(key)` 是占比",
        hant: "\(quantity) 超過整體，而 `\(key)` 是占比")
    return Diagnostic(
      Self.self, at: range, message,
      help: Message(
        en: "write a share from 0% to 100%", hans: "请写 0% 到 100% 之间的占比", hant: "請寫 0% 到 100% 之間的占比"))
  }

  /// Units in an expression that do not combine.
  package static func expression(_ problem: ExpressionProblem) -> Diagnostic { problem.diagnostic(Self.self) }

  /// A stated figure whose own derivation comes out in another unit.
  ///
  /// - Parameter equals: where the derivation is written.
  package static func stated(
    _ stated: Quantity, _ derived: Quantity, at range: SourceRange, equals: SourceRange
  ) -> Diagnostic {
    let nature = QuantityNature(stated)
    let derivedNature = QuantityNature(derived)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(stated) is \(nature), but its own `equals` gives \(derivedNature), \(derived)",
        hans: "\(stated) 是\(nature)，而自身的 `equals` 算出的是\(derivedNature) \(derived)",
        hant: "\(stated) 是\(nature)，而自身的 `equals` 算出的是\(derivedNature) \(derived)"),
      labels: [Diagnostic.Label(equals, Message(en: "gives \(derived)", hans: "得 \(derived)", hant: "得 \(derived)"))],
      help: remedy(stated, derived))
  }

  private static func remedy(_ stated: Quantity, _ derived: Quantity) -> Message {
    if stated.unit.isMoney, derived.unit.isMoneyPerTime {
      return Message(
        en: "say for how long the money runs: `* 1y` at the end of `equals`, or `* 15mo` for five quarters",
        hans: "请写明按多长时间计：在 `equals` 末尾加上 `* 1y`；五个季度则是 `* 15mo`",
        hant: "請寫明按多長時間計：在 `equals` 末尾加上 `* 1y`；五個季度則是 `* 15mo`")
    }
    if stated.unit.isMoneyPerTime, derived.unit.isMoney {
      return Message(
        en: "divide by the time it runs: `/ 1y` at the end of `equals`", hans: "请除以时长：在 `equals` 末尾加上 `/ 1y`",
        hant: "請除以時間長度：在 `equals` 末尾加上 `/ 1y`")
    }
    return Message(
      en: "both must come out in one unit: correct the figure, or the units in `equals`",
      hans: "两者的单位必须相同：请更正数字，或更正 `equals` 里的单位", hant: "兩者的單位必須相同：請更正數字，或更正 `equals` 裡的單位")
  }

  /// A figure of a KPI that is in another unit than the KPI's own.
  package static func figure(_ quantity: Quantity, unit: Located<String>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(quantity) is not in the KPI's unit, \(unit.value)", hans: "\(quantity) 与指标单位 \(unit.value) 不符",
        hant: "\(quantity) 與指標單位 \(unit.value) 不符"),
      labels: [.init(unit.range, Message(en: "the KPI's unit", hans: "指标单位", hant: "指標單位"))],
      help: Message(
        en: "write the figure in \(unit.value), or mend the KPI's `unit`", hans: "请以 \(unit.value) 为单位，或更正指标的 `unit`",
        hant: "請以 \(unit.value) 為單位，或更正指標的 `unit`"))
  }
}
