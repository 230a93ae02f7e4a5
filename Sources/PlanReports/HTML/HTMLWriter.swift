/// Writes HTML into a buffer of bytes; text and attributes are escaped on the way, so that nothing in them is markup.
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
  mutating func write(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
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
