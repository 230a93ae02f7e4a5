package import PlanText

/// A character that nobody sees, and that can make a text read otherwise than it is
///
/// - zh-Hans: 含有看不见的字符，所见与所写可能不同
/// - zh-Hant: 含有看不見的字元，所見與所寫可能不同
///
/// ## Why it matters
/// A control of writing direction can show a reviewer `300` where the file says `003`, and two ids that look the same
/// are two ids if a blank of no width stands in one of them. Such characters come in by copying from web pages and
/// slides, or are put in to deceive.
///
/// ## How to mend
/// Delete the character: put the cursor behind it and press backspace once. Joined emoji, letters that join, and marks in
/// text written from right to left are left alone. In the examples, `\xNN` stands for one byte.
///
/// ## Bad
/// ```yaml
/// title: Spring\xE2\x80\x8B launch
/// ```
///
/// ## Mended
/// ```yaml
/// title: Spring launch
/// ```
package enum HiddenCharacter: Problem {
  package static let code = "S029"
  package static let severity = Severity.warning

  /// How many places of one file are told.
  static let shown = 20

  /// A hidden character at its place; the fix takes it out.
  static func diagnostic(_ scalar: UInt32, at range: SourceRange) -> Diagnostic {
    let name = "U+" + hexadecimal(scalar, digits: 4)
    let turns = (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
    return Diagnostic(
      Self.self, at: range,
      turns
        ? Message(
          en: "the invisible character \(name) turns the order in which the text after it is shown",
          hans: "看不见的字符 \(name) 会改变其后文字的显示顺序", hant: "看不見的字元 \(name) 會改變其後文字的顯示順序")
        : Message(
          en: "an invisible character, \(name), stands here", hans: "此处有一个看不见的字符 \(name)",
          hant: "此處有一個看不見的字元 \(name)"),
      help: Message(
        en: "delete it: what is written and what is seen are then the same", hans: "请删除，使所写与所见一致",
        hant: "請刪除，使所寫與所見一致"),
      fix: Fix(
        Message(en: "delete the character", hans: "删除该字符", hant: "刪除該字元"), [Fix.Edit(range, "")]))
  }
}
