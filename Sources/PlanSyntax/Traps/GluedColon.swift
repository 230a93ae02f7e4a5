package import PlanText

/// A colon that was meant to separate a key from its value and does not: full-width, or without a blank after it.
struct GluedColon {
  let start: Int
  let end: Int
  let isFullWidth: Bool
  let needsBlank: Bool

  /// Looks for one in `start ..< end`: a word without blanks, then the colon, then something that is no part of an
  /// address or a time.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var index = start
    guard index < end, !source[index].isDigit else { return nil }
    while index < end {
      let byte = source[index]
      if source.has("：", at: index) {
        let after = index + 3
        self.init(
          start: index, end: after, isFullWidth: true, needsBlank: after < end && !source[after].isBlank, from: start)
        return
      }
      if byte == UInt8(ascii: ":") {
        guard index + 1 < end, source[index + 1] != UInt8(ascii: "/"), source[index + 1] != UInt8(ascii: ":") else {
          return nil
        }
        self.init(start: index, end: index + 1, isFullWidth: false, needsBlank: !source[index + 1].isBlank, from: start)
        return
      }
      guard byte.isWord || byte >= 0x80 else { return nil }
      index += 1
    }
    return nil
  }

  private init?(start: Int, end: Int, isFullWidth: Bool, needsBlank: Bool, from first: Int) {
    guard start > first else { return nil }
    self.start = start
    self.end = end
    self.isFullWidth = isFullWidth
    self.needsBlank = needsBlank
  }
}

extension TreeBuilder {
  func glue(in start: Int, _ end: Int) -> GluedColon? { GluedColon(source, start, end) }

  /// A document that is one plain scalar such as `kind：plan`: every file of ours is a mapping.
  mutating func findScalarRoots() {
    for root in roots {
      let node = nodes.base[Int(root.index)]
      guard node.kind == .scalar, node.style == .plain else { continue }
      let end = min(Int(node.end), source.lineEnd(from: Int(node.start)))
      guard let colon = glue(in: Int(node.start), end) else { continue }
      nodes.base[Int(root.index)].flags.insert(.swallowed)
      if hasRoom(at: colon.start) { problems.append(diagnostic(colon)) }
    }
  }

  func diagnostic(_ colon: GluedColon) -> Diagnostic {
    YamlSwallowed.colon(at: range(colon.start, colon.end), isFullWidth: colon.isFullWidth, needsBlank: colon.needsBlank)
  }
}

extension NodeTree {
  /// The S024 of a plain scalar such as `share：45%` or `share:45%`, for a decoder that wants a mapping there; nil where
  /// the scalar has no such colon and simply is of the wrong type.
  package func gluedColon(_ node: NodeID) -> Diagnostic? {
    guard kind(node) == .scalar, style(node) == .plain else { return nil }
    let place = range(node)
    return file.bytes.withUnsafeBufferPointer { source in
      guard
        let colon = GluedColon(source, Int(place.start), min(Int(place.end), source.lineEnd(from: Int(place.start))))
      else {
        return nil
      }
      return YamlSwallowed.colon(
        at: SourceRange(file: file.id, start: colon.start, end: colon.end), isFullWidth: colon.isFullWidth,
        needsBlank: colon.needsBlank)
    }
  }
}
