package import PlanText

/// The file is not well-formed YAML.
///
/// - zh-Hans: 文件不是格式正确的 YAML
/// - zh-Hant: 檔案不是格式正確的 YAML
///
/// ## Why it matters
/// What stands after the error is read wrongly or not at all, so that figures drop out of every sum without a word.
///
/// ## How to mend
/// Look at the marked place first, then at the line above it: most of these errors are a quote or bracket that is never
/// closed, a colon left out, or a line indented differently from its neighbours.
///
/// ## Bad
/// ```yaml
/// scope:
///   out: Overseas channels
///   in: "Online channels
/// ```
///
/// ## Mended
/// ```yaml
/// scope:
///   out: Overseas channels
///   in: "Online channels"
/// ```
package enum YamlSyntax: Problem {
  package static let code = "S001"
  package static let severity = Severity.error

  /// An error with the wording it was found to have.
  static func diagnostic(_ wording: SyntaxWording, at range: SourceRange, labels: [Diagnostic.Label] = []) -> Diagnostic
  {
    Diagnostic(Self.self, at: range, wording.message, labels: labels, help: wording.help)
  }

  /// A mapping, list or alias stands where a key is due.
  static func keyIsNoWord(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(en: "a key must be a word", hans: "键必须是一个词", hant: "鍵必須是一個詞"),
      help: Message(
        en: "Write a plain word before the colon; a list, a mapping or an alias cannot be a key.",
        hans: "冒号前请写一个普通的词；列表、映射或别名不能作键。", hant: "冒號前請寫一個普通的詞；清單、對映或別名不能作鍵。"))
  }

  /// An alias in a file that has anchors, but not this one.
  static func undefinedAlias(_ name: String, at range: SourceRange, known: [String]) -> Diagnostic {
    let help: Message
    if let likely = didYouMean(name, among: known) {
      help = Message(en: "Did you mean `*\(likely)`?", hans: "是否想写 `*\(likely)`？", hant: "是否想寫 `*\(likely)`？")
    } else if known.isEmpty || known.count > 10 {
      help = Message(
        en: "Mark the value that is meant with `&\(name)` above, or quote this one if it is meant as text.",
        hans: "请在上文用 `&\(name)` 标记所指的值；若本意是文字，请加引号。",
        hant: "請在上文用 `&\(name)` 標記所指的值；若本意是文字，請加引號。")
    } else {
      let list = known.map { "&" + $0 }.joined(separator: ", ")
      help = Message(
        en: "Anchors before this place: \(list). Quote the value if it is meant as text.",
        hans: "此处之前的锚点：\(list)。若本意是文字，请加引号。", hant: "此處之前的錨點：\(list)。若本意是文字，請加引號。")
    }
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "nothing before this place is marked `&\(name)`", hans: "此处之前没有任何内容标记为 `&\(name)`",
        hant: "此處之前沒有任何內容標記為 `&\(name)`"),
      help: help)
  }

  /// An alias within the very node it names.
  static func aliasInsideItself(_ name: String, at range: SourceRange, anchor: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`*\(name)` stands inside what it names, which would never end", hans: "`*\(name)` 位于它所指的内容之中，展开永无止境",
        hant: "`*\(name)` 位於它所指的內容之中，展開永無止境"),
      labels: [Diagnostic.Label(anchor, Message(en: "named here", hans: "在此处命名", hant: "在此處命名"))],
      help: Message(
        en: "Name the part that is meant, not the whole around it.", hans: "请给所指的那一部分命名，而不是命名外层整体。",
        hant: "請替所指的那一部分命名，而不是命名外層整體。"))
  }
}
