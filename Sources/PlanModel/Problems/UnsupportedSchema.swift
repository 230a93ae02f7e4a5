package import PlanText

/// A document of a kind, or of a version of the language, that this version does not read.
///
/// - zh-Hans: 文档的种类或语言版本不受本版本支持
/// - zh-Hant: 文件的種類或語言版本不受本版本支援
///
/// ## Why it matters
/// What a field means may change from one version of the language to the next. Read by the wrong one, a plan would be
/// checked against rules it was not written for.
///
/// ## How to mend
/// Head every document with `kind: plan`, `part`, `policy` or `portfolio`, and with `schema: 1`. A file holds one head;
/// what follows after `---` are its parts.
///
/// ## Bad
/// ```yaml
/// schema: 7
/// ```
///
/// ## Mended
/// ```yaml
/// schema: 1
/// ```
package enum UnsupportedSchema: Problem {
  package static let code = "S018"
  package static let severity = Severity.error

  /// A version of the language that is not known; only 1 is.
  package static func version(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`schema: \(text)` is no version of the language this program knows",
        hans: "本程序不认识 `schema: \(text)` 这个语言版本",
        hant: "本程式不認得 `schema: \(text)` 這個語言版本"),
      help: Message(
        en: "the only version is `schema: 1`; a plan of a later version needs a later marplan",
        hans: "目前只有 `schema: 1`；更新版本的计划需要更新版本的 marplan", hant: "目前只有 `schema: 1`；更新版本的計畫需要更新版本的 marplan"),
      fix: Fix(
        Message(en: "write `1`", hans: "改为 `1`", hant: "改為 `1`"), [Fix.Edit(range, "1")],
        isSafe: ["1.0", "v1", "01"].contains(text)))
  }

  /// A document that does not say its version.
  ///
  /// - Parameter range: the document's first key, before which the fix writes; the fix fits a document in block style.
  /// - Parameter isFlow: whether the document is written in `{ }`; no fix is given then.
  package static func missing(at range: SourceRange, isFlow: Bool = false) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the document does not say which version of the language it is in", hans: "文档没有写明语言版本",
        hant: "文件沒有寫明語言版本"),
      help: Message(en: "head it with `schema: 1`", hans: "请在开头写上 `schema: 1`", hant: "請在開頭寫上 `schema: 1`"),
      fix: isFlow
        ? nil
        : Fix(
          Message(en: "add `schema: 1`", hans: "加上 `schema: 1`", hant: "加上 `schema: 1`"),
          [Fix.Edit(range.slice(0, 0), "schema: 1\n")]))
  }

  /// A document of an unknown kind, or of none.
  package static func kind(_ text: String?, at range: SourceRange) -> Diagnostic {
    let allowed = Message(
      en: "allowed: `plan`, `part`, `policy`, `portfolio`", hans: "可用：`plan`、`part`、`policy`、`portfolio`",
      hant: "可用：`plan`、`part`、`policy`、`portfolio`")
    guard let text else {
      return Diagnostic(
        Self.self, at: range,
        Message(en: "the document does not say its `kind`", hans: "文档没有写明 `kind`", hant: "文件沒有寫明 `kind`"),
        help: Message(
          en: "head it with `kind: plan`, or with the kind it is; \(allowed)",
          hans: "请在开头写上 `kind: plan` 或相应的种类；\(allowed)",
          hant: "請在開頭寫上 `kind: plan` 或相應的種類；\(allowed)"))
    }
    let near = didYouMean(text, among: ["plan", "part", "policy", "portfolio"])
    return Diagnostic(
      Self.self, at: range,
      Message(en: "there is no document of kind `\(text)`", hans: "没有 `\(text)` 这种文档", hant: "沒有 `\(text)` 這種文件"),
      help: near.map {
        Message(
          en: "did you mean `\($0)`? \(allowed)", hans: "是否想写 `\($0)`？\(allowed)", hant: "是否想寫 `\($0)`？\(allowed)")
      } ?? allowed,
      fix: near.map { Fix.guess($0, at: range) })
  }

  /// A document that cannot share a file with the one that heads it.
  package static func second(_ kind: String, besides head: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "a document of kind `\(kind)` cannot follow a `\(head)` in one file; it is not read",
        hans: "`\(head)` 文件里不能再有 `\(kind)` 文档；它不会被读取", hant: "`\(head)` 檔案裡不能再有 `\(kind)` 文件；它不會被讀取"),
      help: Message(
        en: "give it a file of its own; after `---`, a plan takes only documents of kind `part`",
        hans: "请另存为一个文件；计划在 `---` 之后只接受 `kind: part` 的文档",
        hant: "請另存為一個檔案；計畫在 `---` 之後只接受 `kind: part` 的文件"))
  }
}
