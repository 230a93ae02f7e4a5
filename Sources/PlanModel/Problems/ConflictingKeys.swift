package import PlanText

/// Two fields that exclude each other.
///
/// - zh-Hans: 两个互斥的字段同时出现
/// - zh-Hant: 兩個互斥的欄位同時出現
///
/// ## Why it matters
/// A limit on a line and on every line at once says two things; a task with an owner and a RACI row may have two people
/// to answer for it. Which of the two holds would be a guess.
///
/// ## How to mend
/// Keep one of the two; write a second noun if both are meant.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1.2m
///   lines:
///     content: {amount: CNY 1.2m, owner: cmo, for: films and articles}
/// limits:
///   content-cap: {line: content, each: line, at_most: 100%}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1.2m
///   lines:
///     content: {amount: CNY 1.2m, owner: cmo, for: films and articles}
/// limits:
///   content-cap: {line: content, at_most: 100%}
/// ```
package enum ConflictingKeys: Problem {
  package static let code = "S025"
  package static let severity = Severity.error

  /// Two keys of one noun of which it may have only one.
  ///
  /// - Parameter range: where the second stands.
  /// - Parameter other: where the first stands.
  package static func diagnostic(
    _ first: String, _ second: String, at range: SourceRange, other: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(second)` and `\(first)` exclude each other", hans: "`\(second)` 与 `\(first)` 不能同时使用",
        hant: "`\(second)` 與 `\(first)` 不能同時使用"),
      labels: [
        Diagnostic.Label(
          other, Message(en: "`\(first)` is here", hans: "`\(first)` 在此", hant: "`\(first)` 在此"))
      ],
      help: help([first, second]))
  }

  private static func help(_ keys: Set<String>) -> Message {
    if keys == ["owner", "raci"] {
      return Message(
        en: "keep `owner` where one role answers and does the work, `raci` where the two part",
        hans: "由同一角色负责并执行时保留 `owner`，两者分开时保留 `raci`", hant: "由同一角色負責並執行時保留 `owner`，兩者分開時保留 `raci`")
    }
    return Message(
      en: "keep one of the two; if both are meant, write two entries", hans: "只保留其中一个；若两者都需要，请写成两项",
      hant: "只保留其中一個；若兩者都需要，請寫成兩項")
  }
}
