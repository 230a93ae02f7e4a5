package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A figure, unit, date, period or expression that cannot be read, or does not exist.
///
/// - zh-Hans: 无法读取或并不存在的数值、单位、日期、时期或表达式
/// - zh-Hant: 無法讀取或並不存在的數值、單位、日期、期間或運算式
///
/// ## Why it matters
/// A figure that is guessed at is worse than none. What cannot be read exactly is left out, and every figure that
/// rests on it is missing.
///
/// ## How to mend
/// Write the figure in one of the forms of the plan language: `1.2亿元`, `CNY 1.2m`, `15%`, `+10.5pp`, `2025Q3`,
/// `2025-03-31`, `6w`.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2025-02-30}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2025-02-28}
/// ```
package enum InvalidQuantity: Problem {
  package static let code = "S006"
  package static let severity = Severity.error

  /// A scalar that cannot be read as what its field takes.
  package static func diagnostic(
    _ problem: LiteralProblem, expected: Shape, key: String, at range: SourceRange
  ) -> Diagnostic {
    // The place is the whole scalar where escapes moved the bytes; an edit would not fit there.
    let isExact = Int(range.end - range.start) == problem.range.count
    return Diagnostic(
      Self.self, at: range, problem.message,
      help: problem.help
        ?? Message(
          en: "`\(key)` takes \(expected)", hans: "`\(key)` 应为\(Spaced(expected))",
          hant: "`\(key)` 應為\(Spaced(expected))"),
      fix: isExact ? problem.suggestion.map { Fix.guess($0, at: range) } : nil)
  }

  /// An expression that cannot be read.
  package static func expression(_ problem: ExpressionProblem, key: String) -> Diagnostic {
    var diagnostic = problem.diagnostic(Self.self)
    if diagnostic.help == nil {
      diagnostic.help = Message(
        en: "`\(key)` takes an expression over the plan's figures, such as `budget.technology * 10%`",
        hans: "`\(key)` 应为由计划中的数字组成的表达式，例如 `budget.technology * 10%`",
        hant: "`\(key)` 應為由計畫中的數字組成的運算式，例如 `budget.technology * 10%`")
    }
    return diagnostic
  }
}
