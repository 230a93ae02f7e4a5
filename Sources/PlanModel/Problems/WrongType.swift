package import PlanText

/// A value of another form than the field takes: a text where money is due, a list where a mapping is due.
///
/// - zh-Hans: 值的形式与字段要求不符：该写金额却写了列表，该写映射却写了文字
/// - zh-Hant: 值的形式與欄位要求不符：該寫金額卻寫了清單，該寫對映卻寫了文字
///
/// ## Why it matters
/// A value of the wrong form is not read at all; the plan goes on without it, and every figure that rests on it is
/// missing.
///
/// ## How to mend
/// Write what the field takes; the message says it with an example.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   annual-revenue: {value: [CNY 1.6bn], source: management accounts, as_of: 2024}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2024}
/// ```
package enum WrongType: Problem {
  package static let code = "S005"
  package static let severity = Severity.error

  /// What stands where something else is due.
  package enum Found: Sendable {
    case scalar(String)
    case mapping, sequence, nothing
  }

  /// A value of another form than the field's.
  package static func diagnostic(
    expected: Shape, found: Found, key: String, at range: SourceRange
  ) -> Diagnostic {
    let field = key.isEmpty ? Message(en: "this place", hans: "此处", hant: "此處") : Message(verbatim: "`\(key)`")
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(field) takes \(expected.words), but \(found.words) stands here",
        hans: "\(field) 应为\(Spaced(expected.words))，这里却是\(Spaced(found.words))",
        hant: "\(field) 應為\(Spaced(expected.words))，這裡卻是\(Spaced(found.words))"),
      help: help(expected))
  }

  private static func help(_ expected: Shape) -> Message {
    if case .noun(let name) = expected {
      return Message(
        en: "write a mapping, one `field: value` a line, with \(NounName(name).withArticle)'s fields",
        hans: "请写成映射，每行一个“字段: 值”", hant: "請寫成對映，每行一個「欄位: 值」")
    }
    if case .map = expected {
      return Message(
        en: "write a mapping, each entry under an id of its own: `some-id: …`", hans: "请写成映射，每项以自己的 id 为键：`some-id: …`",
        hant: "請寫成對映，每項以自己的 id 為鍵：`some-id: …`")
    }
    return Message(en: "write \(expected)", hans: "请写\(Spaced(expected))", hant: "請寫\(Spaced(expected))")
  }

  /// A word that is not one of those the field takes.
  package static func choice(_ word: String, allowed: [String], key: String, at range: SourceRange) -> Diagnostic {
    let list = CodeList(allowed)
    let near = allowed.first { $0 == word.lowercased() } ?? didYouMean(word, among: allowed)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(word)` is none of the words `\(key)` takes", hans: "`\(key)` 不接受 `\(word)`",
        hant: "`\(key)` 不接受 `\(word)`"),
      help: near.map {
        Message(
          en: "did you mean `\($0)`? allowed: \(list)", hans: "是否想写 `\($0)`？可用：\(list)",
          hant: "是否想寫 `\($0)`？可用：\(list)")
      } ?? Message(en: "allowed: \(list)", hans: "可用：\(list)", hant: "可用：\(list)"),
      fix: near.map { Fix.guess($0, at: range) })
  }

  /// A mapping where a text is due has a key that is no language.
  package static func languageTag(_ word: String, key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(key)` takes a text, and `\(word)` is no language it could be in",
        hans: "`\(key)` 应为文字，而 `\(word)` 不是语言标签", hant: "`\(key)` 應為文字，而 `\(word)` 不是語言標籤"),
      help: Message(
        en: "write the text itself, or `{en: …, zh-Hans: …}`; quote a text that has `: ` in it",
        hans: "请直接写文字，或写成 `{en: …, zh-Hans: …}`；含有 `: ` 的文字要加引号",
        hant: "請直接寫文字，或寫成 `{en: …, zh-Hant: …}`；含有 `: ` 的文字要加引號"))
  }
}

extension WrongType.Found {
  /// What stands there, as the end of a sentence.
  fileprivate var words: Message {
    switch self {
    case .scalar(let text):
      let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
      return Message(verbatim: "`\(shown.split(whereSeparator: \.isNewline).joined(separator: " "))`")
    case .mapping: return Message(en: "a mapping", hans: "一个映射", hant: "一個對映")
    case .sequence: return Message(en: "a list", hans: "一个列表", hant: "一個清單")
    case .nothing: return Message(en: "nothing", hans: "空的", hant: "空的")
    }
  }
}
