package import PlanText

/// A plain scalar on which YAML's versions disagree, in a place where no type settles it.
///
/// - zh-Hans: YAML 各版本读法不一的写法，且字段类型无法定夺
/// - zh-Hant: YAML 各版本讀法不一的寫法，且欄位型別無法定奪
///
/// ## Why it matters
/// marplan reads `no` as the word it is. Another program that reads the same file by YAML 1.1 takes it for *false*,
/// `012` for ten and `1:30` for ninety, so the id in its output is not the id in the plan.
///
/// ## How to mend
/// Take another id, put the word in quotes, or write `true` or `false` for a flag.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   on: {value: 3%, share_of: visitors of the web shop, source: web shop, as_of: 2024}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   online: {value: 3%, share_of: visitors of the web shop, source: web shop, as_of: 2024}
/// ```
package enum AmbiguousScalar: Problem {
  package static let code = "S015"
  package static let severity = Severity.warning

  /// What the scalar is used as.
  package enum Use: Sendable { case id, word, flag }

  /// A scalar that some readers take for a truth value or another number.
  package static func diagnostic(_ text: String, use: Use, at range: SourceRange) -> Diagnostic {
    let reading = otherReading(text)
    let quoted = "\"\(text)\""
    let quoting = Fix(
      Message(en: "write `\(quoted)`", hans: "改为 `\(quoted)`", hant: "改為 `\(quoted)`"), [Fix.Edit(range, quoted)])
    switch use {
    case .id:
      let other = otherID(text)
      return Diagnostic(
        Self.self, at: range,
        Message(
          en: "the id `\(text)` is \(reading)", hans: "id `\(text)` \(reading)", hant: "id `\(text)` \(reading)"),
        help: Message(
          en: "take another id, such as `\(other)`, or write `\(quoted)`",
          hans: "请换一个 id，例如 `\(other)`，或写成 `\(quoted)`",
          hant: "請換一個 id，例如 `\(other)`，或寫成 `\(quoted)`"),
        fix: quoting)
    case .word:
      return Diagnostic(
        Self.self, at: range,
        Message(en: "`\(text)` is \(reading)", hans: "`\(text)` \(reading)", hant: "`\(text)` \(reading)"),
        help: Message(en: "write `\(quoted)`", hans: "请写成 `\(quoted)`", hant: "請寫成 `\(quoted)`"), fix: quoting)
    case .flag: return flag(text, reading, range)
    }
  }

  private static func flag(_ text: String, _ reading: Message, _ range: SourceRange) -> Diagnostic {
    let meant: String? =
      switch text.lowercased() {
      case "yes", "y", "on": "true"
      case "no", "n", "off": "false"
      default: nil
      }
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(text)` where `true` or `false` is due is \(reading)",
        hans: "此处应为 `true` 或 `false`，`\(text)` \(reading)",
        hant: "此處應為 `true` 或 `false`，`\(text)` \(reading)"),
      help: meant.map { Message(en: "write `\($0)`", hans: "请写 `\($0)`", hant: "請寫 `\($0)`") }
        ?? Message(en: "write `true` or `false`", hans: "请写 `true` 或 `false`", hant: "請寫 `true` 或 `false`"),
      fix: meant.map {
        Fix(Message(en: "write `\($0)`", hans: "改为 `\($0)`", hant: "改為 `\($0)`"), [Fix.Edit(range, $0)])
      })
  }

  /// What readers of other YAML versions make of it, as the end of a sentence.
  private static func otherReading(_ text: String) -> Message {
    switch text.lowercased() {
    case "yes", "y", "on":
      Message(
        en: "true to a YAML 1.1 reader and a word to a YAML 1.2 reader", hans: "在 YAML 1.1 里读作 true，在 YAML 1.2 里是一个词",
        hant: "在 YAML 1.1 裡讀作 true，在 YAML 1.2 裡是一個詞")
    case "no", "n", "off":
      Message(
        en: "false to a YAML 1.1 reader and a word to a YAML 1.2 reader", hans: "在 YAML 1.1 里读作 false，在 YAML 1.2 里是一个词",
        hant: "在 YAML 1.1 裡讀作 false，在 YAML 1.2 裡是一個詞")
    default:
      Message(
        en: "read as one thing by YAML 1.1 and another by YAML 1.2: octal, base 60, a number or text",
        hans: "在 YAML 1.1 与 YAML 1.2 里读法不同：八进制、六十进制、数字或文字",
        hant: "在 YAML 1.1 與 YAML 1.2 裡讀法不同：八進位、六十進位、數字或文字")
    }
  }

  /// An id that every YAML reader takes for text and every expression for a name.
  private static func otherID(_ text: String) -> String {
    "id-" + String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
