import PlanText

/// Text for Markdown's inline places, table cells included: nothing in it becomes a heading, a link, HTML or a table of its
/// own, hides, or changes the order of what stands around it.
enum MarkdownText {
  /// A text with a backslash before every sign that means something to CommonMark or to GitHub's additions to it.
  static func escaped(_ text: String, isStart: Bool = true) -> String {
    if isPlain(text, isStart: isStart) { return text }
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Array(oneLine(text, keepsEnds: true).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      if isEscaped(scalar, previous: previous, next: next) || isStart && isMarker(scalars, place) {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return isolated(result)
  }

  /// Whether nothing in a text needs a backslash, or could: so it is with most, and what is left is looked at sign by sign.
  private static func isPlain(_ text: String, isStart: Bool) -> Bool {
    var last: UInt8 = 0
    // So far nothing but digits; with a dot or a bracket after them, and then a blank, they would number a list.
    var isNumber = isStart
    var isMarker = false
    for byte in text.utf8 {
      if isMarker, byte == UInt8(ascii: " ") { return false }
      isMarker = false
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        last = byte
        continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): if isStart, last == 0 { return false }
      case UInt8(ascii: "."):
        if last == UInt8(ascii: "w") || last == UInt8(ascii: "W") { return false }
        isMarker = isNumber
      case UInt8(ascii: ")"): isMarker = isNumber
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "/"),
        UInt8(ascii: "%"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"):
        break
      default: return false
      }
      isNumber = false
      last = byte
    }
    return !isMarker && showsAll(text, asLine: true, keepsEnds: true)
  }

  /// A block's text that was put together from pieces, which may make a list's mark where no piece is one: `1`, `. then`.
  static func unmarked(_ text: String) -> String {
    // Only digits and these three begin a mark.
    guard let first = text.utf8.first else { return text }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): break
    default: return text
    }
    let scalars = Array(text.unicodeScalars.prefix(11))
    guard let place = scalars.indices.first(where: { isMarker(scalars, $0) }) else { return text }
    var text = text
    text.unicodeScalars.insert("\\", at: text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: place))
    return text
  }

  private static func isEscaped(_ scalar: Unicode.Scalar, previous: Unicode.Scalar, next: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "@", "$", "!", "#": true
    // `http://` and `www.` become links by themselves.
    case ":": next == "/"
    case ".": previous == "w" || previous == "W"
    default: false
    }
  }

  /// Whether a sign at the start of a block would make it a list or an underlined heading.
  private static func isMarker(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let next = place + 1 < scalars.count ? scalars[place + 1] : " "
    return switch scalars[place] {
    case "-", "+", "=": place == 0 && (next == " " || next == scalars[place])
    case ".", ")":
      next == " " && place > 0 && place <= 9 && scalars[..<place].allSatisfy { ("0"..."9").contains($0) }
    default: false
    }
  }

  /// A code span; its fence is longer than any run of backticks inside. Text with a bar stays text: a table splits its
  /// row before it looks for code, and outside a table an escape inside code would show.
  static func code(_ text: String) -> String {
    let text = oneLine(text)
    if text.isEmpty { return "" }
    guard !text.contains("|") else { return escaped(text, isStart: false) }
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    let span = fence + pad + text + pad + fence
    // Around the span, so that a copied path has nothing in it that is not its own.
    return isolated(text) == text ? span : "\u{2068}" + span + "\u{2069}"
  }

  /// Lines as a fenced block, whose fence is longer than any run of backticks inside.
  static func block(_ lines: [String], of language: StaticString) -> String {
    let text = lines.map { visible($0) }.joined(separator: "\n")
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }

  /// The longest run of backticks.
  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
