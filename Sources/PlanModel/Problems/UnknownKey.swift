package import PlanText

/// A key that the plan language does not know.
///
/// - zh-Hans: 计划语言里没有的键
/// - zh-Hant: 計畫語言裡沒有的鍵
///
/// ## Why it matters
/// What stands under a misspelt key is not read: an `ammount` plans no money, and nobody notices until the totals
/// part. A key of a later version of the language is named too, as advice, because nothing checks it yet.
///
/// ## How to mend
/// Take the key that is suggested, or one of those listed. What is a remark belongs under `note`.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, sorce: management accounts, as_of: 2024}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2024}
/// ```
package enum UnknownKey: Problem {
  package static let code = "S003"
  package static let severity = Severity.error

  /// A key that a noun does not have.
  ///
  /// - Parameter noun: the name of the noun's table.
  /// - Parameter allowed: the keys the noun has, in the order of its table.
  package static func diagnostic(_ key: String, noun: String, allowed: [String], at range: SourceRange) -> Diagnostic {
    let owner = NounName(noun)
    let message = Message(
      en: "\(owner.withArticle) has no field `\(key)`", hans: "\(Spaced(owner, .after))没有 `\(key)` 这个字段",
      hant: "\(Spaced(owner, .after))沒有 `\(key)` 這個欄位")
    guard let near = didYouMean(key, among: allowed) else {
      let list = CodeList(allowed)
      return Diagnostic(
        Self.self, at: range, message,
        help: Message(en: "its fields are \(list)", hans: "可用的字段有 \(list)", hant: "可用的欄位有 \(list)"))
    }
    return Diagnostic(
      Self.self, at: range, message,
      help: Message(en: "did you mean `\(near)`?", hans: "是否想写 `\(near)`？", hant: "是否想寫 `\(near)`？"),
      fix: Fix.guess(near, at: range))
  }

  /// A key of a plan's head that stands in a part.
  package static func ofTheHead(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(key)` belongs to the plan's head; a part holds sections only",
        hans: "`\(key)` 属于计划的主文件；分文件只写各个部分", hant: "`\(key)` 屬於計畫的主檔；分檔只寫各個部分"),
      help: Message(
        en:
          "move it into the document headed `kind: plan`: it speaks of the whole plan, and nothing overrides anything",
        hans: "请移到以 `kind: plan` 开头的文档：它说的是整份计划，且任何内容都不会互相覆盖",
        hant: "請移到以 `kind: plan` 開頭的文件：它說的是整份計畫，且任何內容都不會互相覆蓋"))
  }
}
