package import PlanText

/// A spelling that YAML takes for something else than what was meant.
///
/// - zh-Hans: YAML 把所写的内容当成了别的东西
/// - zh-Hant: YAML 把所寫的內容當成了別的東西
///
/// ## Why it matters
/// `{amount: 12,600万元}` is an amount of 12 and a key `600万元`; `colour: #0055aa` is no colour and a comment. No YAML
/// reader objects, and the figure is gone.
///
/// ## How to mend
/// Quote the value, or write what each message proposes: `≥15%` for `>=15%`, `12600万元` for `12,600万元`, `: ` for `：`.
///
/// ## Bad
/// ```yaml
/// scope: {in: 12,600家门店, out: 海外渠道}
/// ```
///
/// ## Mended
/// ```yaml
/// scope: {in: 12600家门店, out: 海外渠道}
/// ```
package enum YamlSwallowed: Problem {
  package static let code = "S024"
  package static let severity = Severity.error

  /// A value that begins with a character of YAML's own.
  ///
  /// - Parameters:
  ///   - range: what is underlined, from the character on.
  ///   - indicator: the character.
  ///   - value: all of the value, which the fix puts in quotes.
  static func indicator(at range: SourceRange, _ indicator: String, value: SourceRange, in file: SourceFile)
    -> Diagnostic
  {
    let meaning: Message =
      switch indicator {
      case "*":
        Message(
          en: "it names a value marked `&` elsewhere", hans: "它引用别处以 `&` 标记的值", hant: "它引用別處以 `&` 標記的值")
      case "&": Message(en: "it marks a value for use elsewhere", hans: "它标记一个值以便别处引用", hant: "它標記一個值以便別處引用")
      case "!": Message(en: "it begins a tag", hans: "它是标签的开头", hant: "它是標籤的開頭")
      case "%": Message(en: "it begins a directive", hans: "它是指令的开头", hant: "它是指示的開頭")
      default: Message(en: "it is reserved", hans: "它是保留字符", hant: "它是保留字元")
      }
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "a value cannot begin with `\(indicator)`: in YAML \(meaning)",
        hans: "值不能以 `\(indicator)` 开头：在 YAML 中\(meaning)",
        hant: "值不能以 `\(indicator)` 開頭：在 YAML 中\(meaning)"),
      help: quoteIt, fix: quoting(value, in: file))
  }

  /// `>` or `|` with the value on the same line: YAML waits for a block of text on the next one.
  static func block(at range: SourceRange, in file: SourceFile) -> Diagnostic {
    let written = file.text(range)
    let isBound = written.hasPrefix(">=")
    let mended = "≥" + written.dropFirst(2).drop { $0 == " " }
    let help =
      isBound
      ? Message(
        en: "Write `\(mended)`, or quote the value.", hans: "请写作 `\(mended)`，或加引号。", hant: "請寫作 `\(mended)`，或加引號。")
      : quoteIt
    let fix = Fix(
      Message(en: "write `≥` for `>=`", hans: "把 `>=` 写作 `≥`", hant: "把 `>=` 寫作 `≥`"), [Fix.Edit(range, mended)])
    let indicator = String(written.prefix(1))
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "a value cannot begin with `\(indicator)`: in YAML it begins a block of text on the next lines",
        hans: "值不能以 `\(indicator)` 开头：在 YAML 中它表示下一行起是一段文字",
        hant: "值不能以 `\(indicator)` 開頭：在 YAML 中它表示下一行起是一段文字"),
      help: help, fix: isBound ? fix : quoting(range, in: file))
  }

  /// A text that holds `: `, which YAML takes for a second key.
  static func colonInText(at colon: SourceRange, value: SourceRange, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      Self.self, at: colon,
      Message(
        en: "this value holds `: `, which begins a mapping in YAML", hans: "这个值含有 `: `，在 YAML 中它是映射的开头",
        hant: "這個值含有 `: `，在 YAML 中它是對映的開頭"),
      labels: [Diagnostic.Label(value, Message(en: "the whole value", hans: "整个值", hant: "整個值"))],
      help: Message(
        en: "Quote a text that has `: ` in it.", hans: "含有 `: ` 的文字请加引号。", hant: "含有 `: ` 的文字請加引號。"),
      fix: quoting(value, in: file))
  }

  /// A full-width colon, or one without a blank after it, where `key: value` is due.
  ///
  /// - Parameter needsBlank: whether the text goes on right after the colon.
  static func colon(at range: SourceRange, isFullWidth: Bool, needsBlank: Bool) -> Diagnostic {
    let message =
      isFullWidth
      ? Message(
        en: "the full-width colon `：` separates no key from its value", hans: "全角冒号 `：` 不能分隔键和值",
        hant: "全形冒號 `：` 不能分隔鍵和值")
      : Message(
        en: "a colon without a blank after it separates no key from its value", hans: "冒号后没有空格，不能分隔键和值",
        hant: "冒號後沒有空格，不能分隔鍵和值")
    let title =
      isFullWidth
      ? Message(en: "write `: `", hans: "写作 `: `", hant: "寫作 `: `")
      : Message(en: "put a blank after the colon", hans: "在冒号后加空格", hant: "在冒號後加空格")
    return Diagnostic(
      Self.self, at: range, message,
      help: Message(
        en: "Write `key: value` with a half-width colon and a blank.", hans: "请写作 `键: 值`，用半角冒号加空格。",
        hant: "請寫作 `鍵: 值`，用半形冒號加空格。"),
      fix: Fix(title, [Fix.Edit(range, needsBlank ? ": " : ":")]))
  }

  /// A full-width comma between the entries of `{ }` or `[ ]`.
  static func comma(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the full-width comma `，` separates no entries inside brackets", hans: "全角逗号 `，` 不能分隔括号内的各项",
        hant: "全形逗號 `，` 不能分隔括號內的各項"),
      help: Message(
        en: "Write `, `, or quote the text if the comma belongs to it.", hans: "请写作 `, `；若逗号属于文字，请加引号。",
        hant: "請寫作 `, `；若逗號屬於文字，請加引號。"),
      fix: Fix(Message(en: "write `, `", hans: "写作 `, `", hant: "寫作 `, `"), [Fix.Edit(range, ", ")]))
  }

  /// A comma inside `{ }` that cut a value in two.
  ///
  /// - Parameters:
  ///   - commas: every comma of the value, the first being the place of the diagnostic.
  ///   - value: the value as it was meant, commas included.
  ///   - isNumber: whether the commas group the digits of a number.
  static func split(at commas: [SourceRange], value: SourceRange, isNumber: Bool, in file: SourceFile) -> Diagnostic {
    let fix =
      isNumber
      ? Fix(
        Message(en: "take the commas out of the number", hans: "去掉数字中的逗号", hant: "去掉數字中的逗號"),
        commas.map { Fix.Edit($0, "") })
      : quoting(value, in: file)
    return Diagnostic(
      Self.self, at: commas.first ?? value,
      Message(
        en: "inside { } a comma ends the value: what follows has become a key of its own",
        hans: "在 { } 内逗号会结束一个值：其后的内容成了另一个键", hant: "在 { } 內逗號會結束一個值：其後的內容成了另一個鍵"),
      labels: [Diagnostic.Label(value, Message(en: "probably one value", hans: "应是一个值", hant: "應是一個值"))],
      help: isNumber
        ? Message(
          en: "Quote the number or leave out the comma.", hans: "请给数字加引号，或去掉逗号。", hant: "請替數字加引號，或去掉逗號。")
        : quoteIt,
      fix: fix)
  }

  /// ` #` that makes a comment of a whole value, or of its end.
  static func comment(at range: SourceRange, value: SourceRange, isWhole: Bool, in file: SourceFile) -> Diagnostic {
    let message =
      isWhole
      ? Message(
        en: "`#` after a blank begins a comment, which leaves no value here", hans: "空格后的 `#` 是注释的开头，此处因此没有值",
        hant: "空格後的 `#` 是註解的開頭，此處因此沒有值")
      : Message(
        en: "`#` after a blank begins a comment, which swallows the end of this value",
        hans: "空格后的 `#` 是注释的开头，这个值的末尾被当成了注释", hant: "空格後的 `#` 是註解的開頭，這個值的末尾被當成了註解")
    return Diagnostic(
      Self.self, at: range, message,
      help: Message(
        en: "Quote the value; if a comment is meant, put a blank after `#`.", hans: "请给该值加引号；若本意是注释，请在 `#` 后加空格。",
        hant: "請替該值加引號；若本意是註解，請在 `#` 後加空格。"),
      fix: quoting(value, in: file))
  }

  /// `#` right after a closing quote.
  static func commentAfterQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`#` right after a closing quote begins a comment, so that this is no part of the value",
        hans: "紧跟右引号的 `#` 是注释的开头，这部分不属于值", hant: "緊跟右引號的 `#` 是註解的開頭，這部分不屬於值"),
      help: Message(
        en: "Move it inside the quotes; if a comment is meant, put a blank before `#`.",
        hans: "请把它移到引号内；若本意是注释，请在 `#` 前加空格。", hant: "請把它移到引號內；若本意是註解，請在 `#` 前加空格。"))
  }

  private static let quoteIt = Message(en: "Quote the value.", hans: "请给该值加引号。", hant: "請替該值加引號。")

  /// The fix that puts a value in quotes.
  private static func quoting(_ range: SourceRange, in file: SourceFile) -> Fix {
    let text = file.text(range)
    let isSimple = !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    let quoted = isSimple ? "\"\(text)\"" : "'" + text.replacing("'", with: "''") + "'"
    return Fix(Message(en: "quote the value", hans: "给该值加引号", hant: "替該值加引號"), [Fix.Edit(range, quoted)])
  }
}
