import PlanText

/// Writes HTML into a buffer of bytes. Texts and values of attributes are escaped on the way, what hides in them is made
/// visible, and what is written from the right is isolated: nothing in them is markup, or changes what stands around it.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Markup of our own, as it stands.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes += $0 }
  }

  /// Markup made elsewhere, whose texts are escaped already.
  mutating func markup(_ markup: String) { bytes += markup.utf8 }

  /// Text.
  mutating func write(_ text: String) { escape(showsAll(text) ? text : isolated(visible(text, breaks: .blanks))) }

  private mutating func escape(_ text: String) {
    bytes.append(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  /// Text between tags of HTML, with places at which a word that is too long for a column may break.
  mutating func writeWords(_ text: String) {
    guard hasLongWord(text) else { return write(text) }
    // Whole characters count, and isolates are put around what is written from the right before anything parts it.
    var piece = ""
    var length = 0
    for character in isolated(visible(text, breaks: .blanks)) {
      length = character == " " || character == "-" || displayWidth(of: character) == 2 ? 0 : length + 1
      piece.append(character)
      if length == 16 {
        escape(piece)
        raw("<wbr>")
        (piece, length) = ("", 0)
      }
    }
    escape(piece)
  }

  /// Whether there are more signs in a row than the longest of usual words, between which no line breaks.
  private func hasLongWord(_ text: String) -> Bool {
    var length = 0
    for byte in text.utf8 {
      // Chinese characters, which begin with these bytes, part words.
      length = byte == 0x20 || byte == UInt8(ascii: "-") || 0xE3...0xE9 ~= byte ? 0 : length + 1
      if length > 28 { return true }
    }
    return false
  }

  /// An element with its attributes and what `body` writes into it.
  mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], _ body: (inout HTMLWriter) -> Void
  ) {
    raw("<")
    raw(name)
    for attribute in attributes {
      raw(" ")
      raw(attribute.name)
      raw("=\"")
      write(attribute.value)
      raw("\"")
    }
    raw(">")
    body(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element that holds text only.
  mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], text: String
  ) {
    element(name, attributes) { $0.write(text) }
  }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }
}
