import CYAML
import PlanText

extension TreeBuilder {
  /// Adds an alias and, unless a diagnostic refuses it, the node it stands for.
  mutating func alias(_ event: UnsafePointer<yaml_event_t>) {
    let start = cursor.offset(event.pointee.start_mark.index)
    let end = cursor.offset(event.pointee.end_mark.index)
    collectComments(upTo: start)
    gapStart = max(gapStart, end)
    var node = Node(.alias, start: start, end: end)
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    if isKeyDue {
      if hasRoom(at: start) { problems.append(YamlSyntax.keyIsNoWord(at: range(start, end))) }
      node.flags.insert(.swallowed)
    } else if let name = event.pointee.data.alias.anchor {
      switch target(of: String(cString: name), at: range(start, end)) {
      case .success(let index): node.target = Int32(truncatingIfNeeded: index)
      case .failure(let refusal):
        node.flags.insert(.swallowed)
        if let problem = refusal.problem { problems.append(problem) }
      }
    }
    lastLeaf = nodes.count
    lastEnd = end
    add(node)
  }

  /// Why an alias is refused; nil when that has been said before.
  private struct Refusal: Error { let problem: Diagnostic? }

  private mutating func target(of name: String, at range: SourceRange) -> Result<Int, Refusal> {
    guard let anchor = anchors[name] else {
      guard hasRoom(at: Int(range.start)) else { return .failure(Refusal(problem: nil)) }
      // Who marks nothing with `&` means no alias.
      let problem =
        anchors.isEmpty
        ? YamlSwallowed.indicator(at: range, "*", value: valueRange(from: Int(range.start)), in: file)
        : YamlSyntax.undefinedAlias(name, at: range, known: anchors.names)
      return .failure(Refusal(problem: problem))
    }
    guard let size = anchor.size else {
      guard hasRoom(at: Int(range.start)) else { return .failure(Refusal(problem: nil)) }
      let mark = self.range(anchor.place, min(anchor.place + 1 + name.utf8.count, source.count))
      return .failure(Refusal(problem: YamlSyntax.aliasInsideItself(name, at: range, anchor: mark)))
    }
    let isSpent = anchors.aliased.isOver(limits)
    anchors.use(size)
    let depth = frames.count + anchor.height
    if anchors.aliased.isOver(limits) {
      let problem = isSpent ? nil : ResourceLimit.tooManyAliased(at: range, limits: limits)
      return .failure(Refusal(problem: problem))
    }
    if depth > limits.depth {
      guard hasRoom(at: Int(range.start)) else { return .failure(Refusal(problem: nil)) }
      return .failure(Refusal(problem: ResourceLimit.tooDeep(at: range, limit: limits.depth)))
    }
    if frames.count > 0 {
      let frame = frames.base + frames.count - 1
      frame.pointee.deepest = max(frame.pointee.deepest, depth)
    }
    return .success(anchor.node)
  }
}
