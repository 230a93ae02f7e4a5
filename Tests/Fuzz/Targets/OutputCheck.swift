/// What must hold of every output, whatever stands in the plan.
package enum OutputCheck {
  /// What is wrong with an output; nil where nothing is.
  ///
  /// - Parameter name: the file's name, whose ending says what it is.
  package static func problem(_ name: String, _ text: String) -> String? {
    for byte in text.utf8 where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 || byte == 0x7F {
      return "\(name) holds the control character \(byte)"
    }
    let ending = name.split(separator: ".").last ?? ""
    switch ending {
    case "json": return JSONCheck.isWellFormed(text) ? nil : "\(name) is no JSON"
    case "ics": return calendarProblem(text).map { "\(name): \($0)" }
    case "html": return htmlProblem(text).map { "\(name): \($0)" }
    default: return text.utf8.last ?? 0x0A == 0x0A ? nil : "\(name) ends without a line end"
    }
  }

  /// RFC 5545, section 3.1: lines of at most 75 octets that end in CRLF.
  private static func calendarProblem(_ text: String) -> String? {
    var length = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        if previous != 0x0D { return "a line ends without CR" }
        if length - 1 > 75 { return "a line of \(length - 1) octets" }
        length = 0
      } else {
        length += 1
      }
      previous = byte
    }
    return length == 0 ? nil : "the last line has no end"
  }

  /// Every element closed in turn, and none that could do anything.
  private static func htmlProblem(_ text: String) -> String? {
    let void: Set<String> = [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]
    let bytes = Array(text.utf8)
    var open: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      var end = index + 1
      var quote: UInt8?
      while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
        if quote == bytes[end] {
          quote = nil
        } else if quote == nil, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
          quote = bytes[end]
        }
        end += 1
      }
      let inside = bytes[(index + 1)..<min(end, bytes.count)]
      index = end + 1
      if inside.first == UInt8(ascii: "!") { continue }
      let closes = inside.first == UInt8(ascii: "/")
      let name = String(
        decoding: inside.dropFirst(closes ? 1 : 0).prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self)
      if name == "script" || name.isEmpty { return "an element <\(name)>" }
      if closes {
        guard open.popLast() == name else { return "</\(name)> closes nothing" }
      } else if !void.contains(name), inside.last != UInt8(ascii: "/") {
        open.append(name)
      }
    }
    return open.last.map { "<\($0)> stays open" }
  }
}
