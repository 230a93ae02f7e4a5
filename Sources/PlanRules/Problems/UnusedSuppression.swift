package import PlanText

/// An ignore comment that hides nothing.
///
/// - zh-Hans: 忽略注释没有隐藏任何发现
/// - zh-Hant: 忽略註解沒有隱藏任何發現
///
/// ## Why it matters
/// The finding it was written for has been mended or has moved. Left standing, it would one day hide another one that
/// nobody has looked at.
///
/// ## How to mend
/// Take the comment out, or put it on the line the finding points at, or on a line of its own above it. What needs to
/// know today is not counted as hidden or not without `--as-of` or `as_of`.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     media: {amount: CNY 450k, share: 45%, owner: cmo, for: search} # marplan: ignore B307 because the CFO signed 45%
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines:
///     media: {amount: CNY 450k, share: 45%, owner: cmo, for: search}
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
/// ```
package enum UnusedSuppression: Problem {
  package static let code = "S012"
  package static let severity = Severity.warning

  /// A code of a comment that nothing was hidden by.
  ///
  /// - Parameters:
  ///   - place: the code, as written in the comment.
  ///   - comment: the whole comment, which goes if it names no other.
  static func diagnostic(_ code: String, at place: SourceRange, comment: SourceRange?) -> Diagnostic {
    Diagnostic(
      Self.self, at: place,
      Message(
        en: "this comment hides nothing: there is no finding \(code) on its line",
        hans: "此注释没有隐藏任何内容：所指的行没有 \(code) 发现", hant: "此註解沒有隱藏任何內容：所指的行沒有 \(code) 發現"),
      help: Message(
        en: "take it out, or put it on the line that the finding points at, or above that line",
        hans: "请删去，或移到发现所指的那一行或其上一行", hant: "請刪去，或移到發現所指的那一行或其上一行"),
      fix: comment.map {
        Fix(Message(en: "take the comment out", hans: "删去此注释", hant: "刪去此註解"), [Fix.Edit($0, "")])
      })
  }
}
