package import PlanText

/// A comment that speaks to the tool: `# marplan: …`.
package struct Directive: Sendable {
  /// The whole comment, from its `#`.
  package let range: SourceRange
  /// What follows `marplan:`.
  package let text: String
  /// The byte offset of that text in the file.
  package let textStart: Int
  /// The line it speaks of, without its line end: its own, or, where it has its line to itself, the next one that holds
  /// anything but a comment.
  package let target: SourceRange

  /// A stretch of the text as a place in the file, in bytes from the text's start.
  package func place(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: range.file, start: textStart + start, end: textStart + end)
  }
}

extension NodeTree {
  /// The comments that speak to the tool, in order. What looks like one inside a scalar is text, and none.
  package var directives: [Directive] {
    var found: [Directive] = []
    // From the last one up, so that of many in a row each takes its line from the one below it.
    for comment in comments.reversed() {
      if let directive = directive(comment, above: found.last) { found.append(directive) }
    }
    return found.reversed()
  }

  private func directive(_ comment: SourceRange, above next: Directive?) -> Directive? {
    let end = Int(comment.end)
    var index = Int(comment.start)
    while index < end, file.bytes[index] == UInt8(ascii: "#") || file.bytes[index].isBlank { index += 1 }
    for byte in "marplan".utf8 {
      guard index < end, file.bytes[index] == byte else { return nil }
      index += 1
    }
    let rest = file.bytes[index..<end]
    if rest.starts(with: ":".utf8) {
      index += 1
    } else if rest.starts(with: "：".utf8) {
      index += 3
    } else {
      return nil
    }
    return Directive(
      range: comment, text: String(decoding: file.bytes[index..<end], as: UTF8.self), textStart: index,
      target: target(of: comment, above: next))
  }

  private func target(of comment: SourceRange, above next: Directive?) -> SourceRange {
    let bytes = file.bytes
    func lineEnd(_ start: Int) -> Int {
      bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    }
    var start = Int(comment.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r") { start -= 1 }
    if bytes[start..<Int(comment.start)].contains(where: { !$0.isBlank }) {
      return SourceRange(file: file.id, start: start, end: lineEnd(start))
    }
    start = lineEnd(start)
    while start < bytes.count {
      start += 1
      if start >= bytes.count { break }
      let end = lineEnd(start)
      if let first = bytes[start..<end].firstIndex(where: { !$0.isBlank }) {
        if bytes[first] != UInt8(ascii: "#") { return SourceRange(file: file.id, start: start, end: end) }
        if let next, first == Int(next.range.start) { return next.target }
      }
      start = end
    }
    return SourceRange(file: file.id, start: bytes.count, end: bytes.count)
  }
}
