package import PlanText

/// A key stands twice in one mapping.
///
/// - zh-Hans: 同一个映射里同一个键出现两次
/// - zh-Hant: 同一個對映裡同一個鍵出現兩次
///
/// ## Why it matters
/// YAML readers disagree on which of the two holds: some take the first, most the last, some refuse the file. Two
/// people then read two budgets out of one plan.
///
/// ## How to mend
/// Keep one of the two, or give the second the name it was meant to have. Until then the first one holds.
///
/// ## Bad
/// ```yaml
/// scope:
///   in: Online channels
///   out: Overseas channels
///   in: Stores
/// ```
///
/// ## Mended
/// ```yaml
/// scope:
///   in: [Online channels, Stores]
///   out: Overseas channels
/// ```
package enum DuplicateKey: Problem {
  package static let code = "S002"
  package static let severity = Severity.error

  /// The diagnostic at the later key, with the first as its second place.
  package static func diagnostic(key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(key)` is given twice in one mapping", hans: "同一个映射里 `\(key)` 写了两次",
        hant: "同一個對映裡 `\(key)` 寫了兩次"),
      label: Message(en: "given again here", hans: "此处又写了一次", hant: "此處又寫了一次"),
      labels: [
        Diagnostic.Label(
          first, Message(en: "first given here; this one is read", hans: "首次写在此处；以此为准", hant: "首次寫在此處；以此為準"))
      ],
      help: Message(
        en: "Keep one of the two, or rename the second.", hans: "保留其一，或给第二个换个名字。",
        hant: "保留其一，或替第二個換個名稱。"))
  }
}
