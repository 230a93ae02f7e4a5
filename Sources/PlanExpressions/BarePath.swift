import PlanText

extension Expression {
  /// The commonest expression by the shortest way: nothing but a path of plain small letters, such as
  /// `feasibility.flows.2025`; nil for everything else, which the parser then reads, and reads alike.
  ///
  /// Its first name has no digits, so that it cannot be a figure, and is no word of the language.
  init?(barePath source: ExpressionSource) {
    var segments: [Path.Segment] = []
    var start = 0
    for (place, byte) in source.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !segments.isEmpty: continue
      case UInt8(ascii: "-"), UInt8(ascii: "_"):
        if place == start { return nil }
      case UInt8(ascii: "."):
        if place == start { return nil }
        segments.append(source.segment(start, place))
        start = place + 1
      default: return nil
      }
    }
    if start == source.bytes.count { return nil }
    segments.append(source.segment(start, source.bytes.count))
    if Word.reserved.contains(where: { $0.text == segments[0].name }) { return nil }
    let whole = Span(0, source.bytes.count)
    let path = Path(segments, at: source.range(whole))
    self.init(
      range: path.range, text: String(decoding: source.bytes, as: UTF8.self),
      root: Node(form: .path(path), span: whole, range: path.range), window: nil, paths: [path],
      isPlaced: source.contentStart != nil)
  }
}

extension ExpressionSource {
  fileprivate func segment(_ start: Int, _ end: Int) -> Path.Segment {
    Path.Segment(String(decoding: bytes[start..<end], as: UTF8.self), at: range(Span(start, end)))
  }
}
