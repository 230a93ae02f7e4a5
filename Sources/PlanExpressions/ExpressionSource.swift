package import PlanText

/// A stretch of an expression's own text, in byte offsets.
package struct Span: Sendable, Hashable {
  package let start: Int
  /// The first byte after the stretch.
  package let end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// From the start of this stretch to the end of another.
  package func through(_ other: Span) -> Span { Span(start, max(end, other.end)) }
}

/// The text of an expression and where it stands in its file.
package struct ExpressionSource: Sendable {
  /// The scalar's value as UTF-8.
  package let bytes: [UInt8]
  /// The file offset of the value's first byte where the value stands in the file byte for byte; nil where escapes
  /// or folded lines moved it, and then every part of the expression has the range of the whole scalar.
  package let contentStart: Int?
  /// The whole scalar, quotes included.
  package let range: SourceRange

  package init(bytes: [UInt8], contentStart: Int?, range: SourceRange) {
    self.bytes = bytes
    self.contentStart = contentStart
    self.range = range
  }

  /// The same source, or one of repaired text without places where the bytes are not UTF-8.
  var repaired: ExpressionSource {
    if bytes.allSatisfy({ $0 < 0x80 }) { return self }
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return text.count == bytes.count ? self : ExpressionSource(bytes: text, contentStart: nil, range: range)
  }

  /// Where a stretch of the text stands in the file.
  package func range(_ span: Span) -> SourceRange {
    guard let contentStart else { return range }
    return SourceRange(file: range.file, start: contentStart + span.start, end: contentStart + span.end)
  }
}
