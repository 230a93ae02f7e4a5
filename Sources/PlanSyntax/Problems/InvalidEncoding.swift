package import PlanText

/// The file holds bytes that are no text in its encoding, or control characters that YAML forbids.
///
/// - zh-Hans: 文件含有不合编码的字节，或 YAML 不允许的控制字符
/// - zh-Hant: 檔案含有不合編碼的位元組，或 YAML 不允許的控制字元
///
/// ## Why it matters
/// A file saved in GBK or Big5 and read as UTF-8 loses its Chinese text, and another program reads other words out of
/// it. Plans are UTF-8; UTF-16 is read if it begins with a byte order mark.
///
/// ## How to mend
/// Save the file as UTF-8. Where a single character is damaged, write it anew: it is read as `�` until then, and the
/// rest of the file is still checked. A file that is damaged throughout is not checked further. In the examples, `\xNN`
/// stands for one byte.
///
/// ## Bad
/// ```yaml
/// title: Spring\xFFlaunch
/// ```
///
/// ## Mended
/// ```yaml
/// title: Spring launch
/// ```
package enum InvalidEncoding: Problem {
  package static let code = "S014"
  package static let severity = Severity.error

  /// Bytes that are no text.
  ///
  /// - Parameters:
  ///   - bytes: the first damaged bytes.
  ///   - offset: their offset in the file as it is stored, a byte order mark included.
  ///   - encoding: what the file is read as, such as "UTF-8".
  ///   - others: how many further places are damaged.
  package static func notText(
    at range: SourceRange, bytes: [UInt8], offset: Int, encoding: String, others: Int
  ) -> Diagnostic {
    let spelled = bytes.map { hexadecimal(UInt32($0), digits: 2) }.joined(separator: " ")
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "byte \(offset) (\(spelled)) is no \(encoding) text", hans: "第 \(offset) 字节（\(spelled)）不是 \(encoding) 文本",
        hant: "第 \(offset) 位元組（\(spelled)）不是 \(encoding) 文字"),
      notes: further(others), help: help(others))
  }

  /// A control character that YAML forbids.
  package static func controlCharacter(
    at range: SourceRange, _ scalar: UInt32, offset: Int, others: Int
  ) -> Diagnostic {
    let name = "U+" + hexadecimal(scalar, digits: 4)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "the control character \(name) at byte \(offset) is not allowed in YAML",
        hans: "第 \(offset) 字节处的控制字符 \(name) 在 YAML 中不允许出现",
        hant: "第 \(offset) 位元組處的控制字元 \(name) 在 YAML 中不允許出現"),
      notes: further(others),
      help: others > 0
        ? help(others)
        : Message(
          en: "Take the character out; it often comes along with text pasted from elsewhere.",
          hans: "请删去该字符；它往往是从别处粘贴文字时带来的。", hant: "請刪去該字元；它往往是從別處貼上文字時帶來的。"))
  }

  /// A file in an encoding that is not read.
  ///
  /// - Parameter isMarked: whether its byte order mark says so.
  package static func foreign(_ name: String, isMarked: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      isMarked
        ? Message(
          en: "the file is \(name), which is not read", hans: "文件的编码是 \(name)，无法读取", hant: "檔案的編碼是 \(name)，無法讀取")
        : Message(
          en: "the file looks like \(name) without a byte order mark", hans: "文件看来是不带字节顺序标记的 \(name)",
          hant: "檔案看來是不帶位元組順序記號的 \(name)"),
      help: Message(
        en: "Save the file as UTF-8; nothing of it is checked.", hans: "请以 UTF-8 保存文件；其中的内容没有检查。",
        hant: "請以 UTF-8 儲存檔案；其中的內容沒有檢查。"))
  }

  private static func further(_ others: Int) -> [Message] {
    guard others > 0 else { return [] }
    return [
      Message(
        en: "\(others) more in this file", hans: "本文件中还有 \(others) 处", hant: "本檔案中還有 \(others) 處")
    ]
  }

  private static func help(_ others: Int) -> Message {
    others < Self.readable
      ? Message(
        en: "Write the damaged text anew and save the file as UTF-8.", hans: "请重写受损的文字，并以 UTF-8 保存文件。",
        hant: "請重寫受損的文字，並以 UTF-8 儲存檔案。")
      : Message(
        en:
          "Save the file as UTF-8; it looks like GBK, Big5 or UTF-16, and is not checked further.",
        hans: "请以 UTF-8 保存文件；它看来用了别的编码，如 GBK、Big5 或 UTF-16。本文件不再继续检查。",
        hant: "請以 UTF-8 儲存檔案；它看來用了別的編碼，如 GBK、Big5 或 UTF-16。本檔案不再繼續檢查。")
  }

  /// With this many further damaged places the file is another encoding rather than damaged.
  static let readable = 8
}

/// A number in hexadecimal digits, at least so many.
func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
