import PlanText

/// Writes JSON (RFC 8259) into a buffer of bytes, members in the order they are given.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("version", 1)
///   json.array("lines", lines) { json, line in json.string(line.name) }
/// }
/// ```
/// Each call writes one value; that a key stands before every value of an object is the caller's part.
package struct JSONWriter {
  /// What was written so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth: Int
  private var isFirst = true
  private var isAfterKey: Bool

  /// - Parameters:
  ///   - isPretty: indents by two spaces, a value a line; otherwise all stands on one line.
  ///   - depth: how deep what is written lies inside a text of which it becomes a part, by `written`.
  package init(isPretty: Bool = true, depth: Int = 0) {
    self.isPretty = isPretty
    self.depth = depth
    isAfterKey = depth > 0
  }

  /// What was written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What was written, as a whole file: its last line ends.
  package mutating func finished() -> String {
    bytes.append(UInt8(ascii: "\n"))
    return text
  }

  // MARK: Values

  /// An object, whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) { container("{", "}", body) }

  /// An array, whose values `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) { container("[", "]", body) }

  /// A text, exactly; what JSON, a terminal or a build server takes for more than text, and what hides, is escaped.
  package mutating func string(_ value: String) {
    startValue()
    appendQuoted(value)
  }

  /// A whole number.
  package mutating func integer(_ value: Int) {
    startValue()
    bytes += String(value).utf8
  }

  /// True or false.
  package mutating func boolean(_ value: Bool) {
    startValue()
    bytes += (value ? "true" : "false").utf8
  }

  /// A value that another writer has written for this depth.
  package mutating func written(_ value: String) {
    startValue()
    bytes += value.utf8
  }

  /// The value that says there is none.
  package mutating func null() {
    startValue()
    bytes += "null".utf8
  }

  // MARK: Members of an object

  /// The key of the value that is written next.
  package mutating func key(_ name: String) {
    startValue()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// A text under its key, or nothing at all if there is none.
  package mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// A whole number under its key.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// True or false under its key.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// An object under its key, whose members `body` writes.
  package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// An array with one value, written by `body`, for each of `elements`.
  package mutating func array<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    array { json in
      for element in elements { body(&json, element) }
    }
  }

  // MARK: Bytes

  private mutating func container(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    startValue()
    bytes.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func startValue() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newLine() }
    isFirst = false
  }

  private mutating func newLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if appendPlain(text) { return }
    if showsAll(text) {
      var last: UInt8 = 0
      bytes.append(text) { byte in
        defer { last = byte }
        return switch byte {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x23 where last == 0x23: "\\u0023"
        default: nil
        }
      }
      return
    }
    var hidden = HiddenCharacters(in: text)
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      let hides = hidden.hides(scalar.value)
      defer { last = scalar.value }
      switch scalar.value {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      // Two number signs may begin a command to the build server that keeps the log.
      case 0x23 where last == 0x23: appendEscape(scalar.value)
      case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case _ where hides:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { appendEscape(UInt32(unit)) }
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Adds a text of printable ASCII in which nothing is to be escaped, as nearly all keys and words are; no if it is
  /// another.
  private mutating func appendPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { letters in
      let isPlain = letters.allSatisfy { 0x20..<0x7F ~= $0 && $0 != 0x22 && $0 != 0x23 && $0 != 0x5C }
      if isPlain { bytes.append(contentsOf: letters) }
      return isPlain
    } ?? false
  }

  /// A code unit of 16 bits as `\u` and four digits.
  private mutating func appendEscape(_ value: UInt32) {
    let digits = String(value, radix: 16)
    bytes += "\\u".utf8
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes += digits.utf8
  }
}
