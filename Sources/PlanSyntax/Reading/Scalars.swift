import CYAML
import PlanText

extension TreeBuilder {
  /// Adds a scalar, its value as a slice of the source where the two agree.
  @inline(__always)
  mutating func scalar(_ event: UnsafePointer<yaml_event_t>) {
    let written = event.pointee.data.scalar
    let from = cursor.offset(event.pointee.start_mark.index)
    let rawEnd = cursor.offset(event.pointee.end_mark.index)
    let hasProperties = written.anchor != nil || written.tag != nil
    let start = hasProperties ? skipProperties(from: from, to: rawEnd) : from
    collectComments(upTo: start)
    let value = UnsafeBufferPointer(start: written.value, count: written.length)
    switch written.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      place(value, .singleQuoted, start: start, end: rawEnd, content: start + 1, contentEnd: rawEnd - 1)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      place(value, .doubleQuoted, start: start, end: rawEnd, content: start + 1, contentEnd: rawEnd - 1)
    case YAML_LITERAL_SCALAR_STYLE:
      block(value, .literal, start: start, end: rawEnd)
    case YAML_FOLDED_SCALAR_STYLE:
      block(value, .folded, start: start, end: rawEnd)
    default:
      if written.length == 0 {
        leftOut(at: start, propertiesFrom: hasProperties ? from : nil)
      } else {
        place(value, .plain, start: start, end: rawEnd, content: start, contentEnd: rawEnd)
      }
    }
    gapStart = max(gapStart, rawEnd)
    if let name = written.anchor { anchors.add(name, node: nodes.count - 1, bytes: value.count, place: from) }
  }

  /// Adds a scalar whose value, unless moved by escapes or folding, stands at `content ..< contentEnd`.
  @inline(__always)
  private mutating func place(
    _ value: UnsafeBufferPointer<UInt8>, _ style: ScalarStyle, start: Int, end: Int, content: Int, contentEnd: Int
  ) {
    var node = Node(.scalar, style: style, start: start, end: end)
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    node.valueLength = UInt32(truncatingIfNeeded: value.count)
    if contentEnd - content == value.count, source.has(value, at: content) {
      node.valueStart = UInt32(truncatingIfNeeded: content)
    } else {
      node.flags.insert(.decoded)
      node.valueStart = UInt32(truncatingIfNeeded: side.count)
      side.append(value)
    }
    if value.count > limits.wordBytes, isKeyDue { refuseKey(&node) }
    lastLeaf = nodes.count
    lastEnd = end
    add(node)
  }

  /// Takes an entry whose key is too long for a name, which findings would repeat, out of its mapping.
  private mutating func refuseKey(_ node: inout Node) {
    node.flags.insert(.swallowed)
    nodes.base[frames.base[frames.count - 1].node].flags.insert(.cut)
    guard hasRoom(at: Int(node.start)) else { return }
    problems.append(
      ResourceLimit.tooLongKey(at: range(Int(node.start), Int(node.end)), limit: limits.wordBytes))
  }

  /// Adds a block scalar: its header may hold a comment, and its range ends with its last line's text.
  private mutating func block(_ value: UnsafeBufferPointer<UInt8>, _ style: ScalarStyle, start: Int, end: Int) {
    let headerEnd = source.lineEnd(from: start)
    gapStart = max(gapStart, start)
    collectComments(upTo: min(headerEnd, end))
    var textEnd = end
    while textEnd > start + 1, source[textEnd - 1].isBlankOrBreak { textEnd -= 1 }
    var content = headerEnd
    while content < textEnd, source[content].isBlankOrBreak { content += 1 }
    let isSlice = content + value.count <= end && source.has(value, at: content)
    place(value, style, start: start, end: textEnd, content: content, contentEnd: isSlice ? content + value.count : -1)
    if value.isEmpty { findEmptyBlock(nodes.count - 1, headerEnd: headerEnd) }
  }

  /// Adds the empty value of a key or dash with nothing after it.
  private mutating func leftOut(at mark: Int, propertiesFrom: Int?) {
    var place = mark
    if propertiesFrom == nil, frames.count > 0, mark > 0, !source[mark - 1].isEntryIndicator {
      // libyaml has seen the next token by then, perhaps lines further on.
      let colon = source.skippingBlanks(from: lastEnd)
      place = colon < mark && source[colon] == UInt8(ascii: ":") ? colon + 1 : lastEnd
    }
    var node = Node(.scalar, start: place, end: place)
    node.valueStart = node.start
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    lastLeaf = nodes.count
    lastEnd = place
    add(node)
    if let from = propertiesFrom {
      findSwallowingProperty(from: from, to: mark)
    } else {
      findSwallowingComment(after: place)
    }
  }

  /// The offset after an anchor and a tag and the blanks, line ends and comments behind them.
  func skipProperties(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let byte = source[index]
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
        while index < end, !source[index].isBlankOrBreak { index += 1 }
      } else if byte == UInt8(ascii: "#") {
        index = min(source.lineEnd(from: index), end)
      } else if byte.isBlankOrBreak {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// Notes the comments between the last leaf and `end`: there, every `#` begins one.
  @inline(__always)
  mutating func collectComments(upTo end: Int) {
    var index = gapStart
    while index < end {
      if source[index] == UInt8(ascii: "#") {
        let lineEnd = source.lineEnd(from: index)
        findSwallowedByComment(index, lineEnd)
        comments.append(range(index, lineEnd))
        index = lineEnd
      }
      index += 1
    }
    gapStart = max(gapStart, end)
  }
}
