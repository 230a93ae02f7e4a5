import PlanText

// What YAML swallows without an error, found while the tree is built.
extension TreeBuilder {
  /// An empty value with a `#` and no blank behind it on its line: `colour: #0055aa`.
  mutating func findSwallowingComment(after place: Int) {
    let hash = source.skippingBlanks(from: place)
    guard hash > place, hash + 1 < source.count, source[hash] == UInt8(ascii: "#") else { return }
    let next = source[hash + 1]
    guard !next.isBlankOrBreak, next != UInt8(ascii: "#"), next != UInt8(ascii: "!") else { return }
    swallowLastLeaf()
    guard hasRoom(at: hash) else { return }
    let value = trimmed(hash, source.lineEnd(from: hash))
    problems.append(YamlSwallowed.comment(at: value, value: value, isWhole: true, in: file))
  }

  /// An anchor or a tag of one's own that is all there is of a value: `says: &x`.
  mutating func findSwallowingProperty(from start: Int, to end: Int) {
    guard source[start] == UInt8(ascii: "&") || !source.has("!!", at: start) else { return }
    swallowLastLeaf()
    guard hasRoom(at: start) else { return }
    let value = valueRange(from: start)
    problems.append(YamlSwallowed.indicator(at: value, source.text(start, start + 1), value: value, in: file))
  }

  /// A block of text that holds none, its header a number: `at_least: >5`.
  mutating func findEmptyBlock(_ node: Int, headerEnd: Int) {
    let start = Int(nodes.base[node].start)
    guard source[start + 1..<headerEnd].contains(where: { $0.isDigit }) else { return }
    nodes.base[node].flags.insert(.swallowed)
    guard hasRoom(at: start) else { return }
    problems.append(YamlSwallowed.block(at: valueRange(from: start), in: file))
  }

  /// A comment right after a closing quote, or one that holds the closing quote or bracket of the value before it.
  mutating func findSwallowedByComment(_ hash: Int, _ end: Int) {
    guard lastLeaf >= 0, hash > 0 else { return }
    let node = nodes.base[lastLeaf]
    guard node.kind == .scalar else { return }
    if hash == Int(node.end), node.style == .doubleQuoted || node.style == .singleQuoted {
      guard hasRoom(at: hash) else { return }
      problems.append(YamlSwallowed.commentAfterQuote(at: trimmed(hash, end)))
    } else if node.style == .plain, node.end > node.start, source.skippingBlanks(from: Int(node.end)) == hash,
      opensWhatCloses(value(lastLeaf), UnsafeBufferPointer(rebasing: source[hash..<end]))
    {
      nodes.base[lastLeaf].flags.insert(.swallowed)
      guard hasRoom(at: hash) else { return }
      let value = trimmed(Int(node.start), end)
      problems.append(YamlSwallowed.comment(at: trimmed(hash, end), value: value, isWhole: false, in: file))
    }
  }

  private func opensWhatCloses(_ value: UnsafeBufferPointer<UInt8>, _ comment: UnsafeBufferPointer<UInt8>) -> Bool {
    if value.count(of: "\"") % 2 == 1 { return comment.count(of: "\"") % 2 == 1 }
    let pairs: [(StaticString, StaticString)] = [("“", "”"), ("（", "）"), ("(", ")"), ("「", "」"), ("《", "》")]
    return pairs.contains { value.count(of: $0) > value.count(of: $1) && comment.count(of: $0) < comment.count(of: $1) }
  }

  private mutating func swallowLastLeaf() {
    if lastLeaf >= 0 { nodes.base[lastLeaf].flags.insert(.swallowed) }
  }

  /// A stretch without the blanks at its end.
  func trimmed(_ start: Int, _ end: Int) -> SourceRange {
    var end = end
    while end > start, source[end - 1].isBlankOrBreak { end -= 1 }
    return range(start, end)
  }

  /// The value that starts here, to the end of its line, of its brackets or to a comment.
  func valueRange(from start: Int) -> SourceRange {
    let isInBraces = frames.count > 0 && nodes.base[frames.base[frames.count - 1].node].flags.contains(.flow)
    var end = start
    while end < source.count, !source[end].isBreak {
      let byte = source[end]
      if isInBraces, byte == UInt8(ascii: ",") || byte == .closingBrace || byte == .closingBracket { break }
      if byte == UInt8(ascii: "#"), end > start, source[end - 1].isBlank { break }
      end += 1
    }
    return trimmed(start, end)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How often a character stands in the bytes.
  func count(of text: StaticString) -> Int {
    var found = 0
    for index in indices where has(text, at: index) { found += 1 }
    return found
  }
}
