package import PlanQuantities
package import PlanText

/// A bare number where a unit is due.
///
/// - zh-Hans: 该写单位的地方只写了数字
/// - zh-Hant: 該寫單位的地方只寫了數字
///
/// ## Why it matters
/// `1200` may be 1,200 or 1,200万, yuan or dollars, and `0.15` may be a share or fifteen hundredths of a percent. What
/// is guessed at here is wrong in every total.
///
/// ## How to mend
/// Write the unit: `CNY 1.2m`, `15%`, `50人`, `6w`.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: 1200000
///   lines:
///     content: {amount: CNY 1.2m, owner: cmo, for: films and articles}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1.2m
///   lines:
///     content: {amount: CNY 1.2m, owner: cmo, for: films and articles}
/// ```
package enum UnitLeftOut: Problem {
  package static let code = "S020"
  package static let severity = Severity.error

  /// A bare number in a field that takes a unit.
  ///
  /// - Parameter currency: the plan's currency, as its ISO code, if it says one.
  package static func diagnostic(
    _ quantity: Quantity, kind: QuantityKind, currency: String?, at range: SourceRange
  ) -> Diagnostic {
    let likely = suggestion(quantity, kind, currency)
    let help =
      likely.map {
        Message(
          en: "write \(kind.words): `\($0)`, if that is meant",
          hans: "请写\(Spaced(kind.words))，若是此意可写 `\($0)`",
          hant: "請寫\(Spaced(kind.words))，若是此意可寫 `\($0)`")
      } ?? Message(en: "write \(kind)", hans: "请写\(Spaced(kind))", hant: "請寫\(Spaced(kind))")
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(quantity) has no unit, where \(kind.words) is due", hans: "\(quantity) 没有单位，此处应为\(Spaced(kind.words))",
        hant: "\(quantity) 沒有單位，此處應為\(Spaced(kind.words))"),
      help: help, fix: likely.map { Fix.guess($0, at: range) })
  }

  /// A KPI's figure without the KPI's unit.
  ///
  /// - Parameter text: the figure as written.
  /// - Parameter unit: the unit as the KPI says it.
  package static func figure(_ text: String, unit: String, at range: SourceRange) -> Diagnostic {
    let whole = withUnit(text, unit)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(text)` has no unit, and the KPI is in `\(unit)`", hans: "`\(text)` 没有单位，而该 KPI 的单位是 `\(unit)`",
        hant: "`\(text)` 沒有單位，而該 KPI 的單位是 `\(unit)`"),
      help: Message(en: "write `\(whole)`", hans: "请写 `\(whole)`", hant: "請寫 `\(whole)`"),
      fix: Fix.guess(whole, at: range))
  }

  /// A number and a unit, with a blank between where the unit is a word in Latin letters: `500 users`, `8%`, `72h`.
  private static func withUnit(_ number: String, _ unit: String) -> String {
    let isLatinWord = unit.utf8.count > 2 && unit.utf8.first.map { ($0 | 0x20) &- UInt8(ascii: "a") < 26 } == true
    return isLatinWord ? "\(number) \(unit)" : number + unit
  }

  /// What was most likely meant; nil where there is no telling.
  private static func suggestion(_ quantity: Quantity, _ kind: QuantityKind, _ currency: String?) -> String? {
    switch kind {
    case .money, .amount:
      guard let currency, let number = plainSpelling(quantity) else { return nil }
      return "\(currency) \(number)"
    case .share, .percent:
      guard !quantity.isRange, quantity.bound == nil, quantity.vagueness == nil else { return nil }
      let value = quantity.low
      if kind == .share, value.isNegative || value > 100 { return nil }
      if value.magnitude > 1 { return "\(value.decimalText)%" }
      return value.magnitude < 1 && !value.isZero ? "\((value * 100).decimalText)%" : nil
    default: return nil
    }
  }

  /// The number as written, if it is nothing but digits, a point and commas.
  private static func plainSpelling(_ quantity: Quantity) -> String? {
    guard let spelling = quantity.spelling, !spelling.isEmpty else { return nil }
    let isPlain = spelling.utf8.allSatisfy { byte in
      byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    return isPlain ? spelling : nil
  }
}
