import PlanModel
package import PlanText

/// An ignore comment that may not hide what it is meant to: it names no rule, lacks its reason, or is not allowed to.
///
/// - zh-Hans: 忽略注释无效：未写规则、缺少理由，或政策不允许
/// - zh-Hant: 忽略註解無效：未寫規則、缺少理由，或政策不允許
///
/// ## Why it matters
/// A finding that is hidden without a name or a reason is one that nobody can look at again. What the organisation does
/// not want hidden stays in sight.
///
/// ## How to mend
/// Write `# marplan: ignore CODE because REASON` on the line of the finding or above it. `until 2025-06-30` before the
/// reason lets it end by itself.
///
/// ## Policy
/// `suppress` says by rule code, or for `any` rule, whether findings may be hidden: `allowed`, `with_reason` or
/// `forbidden`. Of several policies the strictest holds; without one, hiding is allowed.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     # marplan: ignore
///     media: {amount: CNY 450k, owner: cmo, for: search}
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     # marplan: ignore B307 because the CFO signed 40% on 2025-01-10
///     media: {amount: CNY 450k, share: 40%, owner: cmo, for: search}
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
/// ```
package enum BareSuppression: Problem {
  package static let code = "S013"
  package static let severity = Severity.warning

  private static let form = Message(
    en: "write `# marplan: ignore B307 because …`", hans: "写法：`# marplan: ignore B307 because …`",
    hant: "寫法：`# marplan: ignore B307 because …`")

  /// A comment that names no rule.
  static func withoutCode(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "this comment does not say which rule it hides, so it hides none", hans: "此注释没有写明要隐藏哪条规则，因此不起作用",
        hant: "此註解沒有寫明要隱藏哪條規則，因此不起作用"),
      help: form)
  }

  /// A comment that says something else than `ignore`.
  static func unknownWord(_ word: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "a comment to marplan begins with `ignore`, not with `\(word)`; it hides nothing",
        hans: "给 marplan 的注释须以 `ignore` 开头，而不是 `\(word)`；此注释不起作用",
        hant: "給 marplan 的註解須以 `ignore` 開頭，而不是 `\(word)`；此註解不起作用"),
      help: form)
  }

  /// A code or name that no rule has.
  static func unknownCode(_ code: String, near: String?, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "there is no rule `\(code)`, so this hides nothing", hans: "没有 `\(code)` 这条规则，因此不起作用",
        hant: "沒有 `\(code)` 這條規則，因此不起作用"),
      help: near.map { Message(en: "did you mean `\($0)`?", hans: "是否想写 `\($0)`？", hant: "是否想寫 `\($0)`？") }
        ?? Message(en: "`marplan rules` lists them all", hans: "`marplan rules` 列出全部规则", hant: "`marplan rules` 列出全部規則")
    )
  }

  /// A finding that may be hidden only with a reason, of which there is none.
  static func withoutReason(
    _ code: String, _ rule: PolicyValue<SuppressionRule>, at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "\(code) may be hidden only with a reason, and this comment gives none; the finding stays",
        hans: "\(code) 须说明理由才能隐藏，而此注释没有理由；该发现仍然保留",
        hant: "\(code) 須說明理由才能隱藏，而此註解沒有理由；該發現仍然保留"),
      labels: [rule.label],
      help: Message(
        en: "say why, after `because`", hans: "请在 `because` 之后写明理由", hant: "請在 `because` 之後寫明理由"))
  }

  /// A finding that the policy does not let anybody hide.
  static func forbidden(
    _ code: String, _ rule: PolicyValue<SuppressionRule>, at place: SourceRange
  ) -> Diagnostic {
    let policy = rule.policy.value
    return Diagnostic(
      Self.self, at: place,
      Message(
        en: "policy `\(policy)` does not let \(code) be hidden; the finding stays",
        hans: "政策 `\(policy)` 不允许隐藏 \(code)；该发现仍然保留", hant: "政策 `\(policy)` 不允許隱藏 \(code)；該發現仍然保留"),
      labels: [rule.label],
      help: Message(
        en: "mend the finding and take the comment out; only the policy's owner can allow it",
        hans: "请解决该发现并删去注释；只有政策负责人可以放行", hant: "請解決該發現並刪去註解；只有政策負責人可以放行"))
  }

  /// A finding that keeps a file from being read, or that is about comments itself.
  static func neverHidden(_ code: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "\(code) cannot be hidden: what it is about keeps the rest from being judged",
        hans: "\(code) 不能隐藏：它所指的问题会使其余内容无从判断", hant: "\(code) 不能隱藏：它所指的問題會使其餘內容無從判斷"))
  }

  /// A comment whose day has come.
  static func ended(_ code: String, on day: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "this comment hid \(code) until \(day), which is over; the finding is back",
        hans: "此注释隐藏 \(code) 至 \(day) 为止，期限已过；该发现重新出现", hant: "此註解隱藏 \(code) 至 \(day) 為止，期限已過；該發現重新出現"),
      help: Message(
        en: "mend the finding, or decide anew and write another day", hans: "请解决该发现，或重新决定并改写日期",
        hant: "請解決該發現，或重新決定並改寫日期"))
  }

  /// A day after `until` that is none.
  static func unreadableDay(_ text: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "`until \(text)` is no day, so this comment hides nothing", hans: "`until \(text)` 不是日期，此注释不起作用",
        hant: "`until \(text)` 不是日期，此註解不起作用"),
      help: Message(en: "write it as `2025-06-30`", hans: "请写成 `2025-06-30`", hant: "請寫成 `2025-06-30`"))
  }
}
