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
      problems.append(YamlSyntax.keyIsNoWord(at: range(start, end)))
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
      let names = anchors.names
      // Who marks nothing with `&` means no alias.
      let problem =
        names.isEmpty
        ? YamlSwallowed.indicator(at: range, "*", value: valueRange(from: Int(range.start)), in: file)
        : YamlSyntax.undefinedAlias(name, at: range, known: names)
      return .failure(Refusal(problem: problem))
    }
    if anchor.size == 0 {
      let start = anchorStart(anchor.node)
      let mark = self.range(start, start + 1 + name.utf8.count)
      return .failure(Refusal(problem: YamlSyntax.aliasInsideItself(name, at: range, anchor: mark)))
    }
    let isSpent = anchors.aliased > limits.expandedNodes
    anchors.use(anchor)
    let depth = frames.count + anchor.height
    if anchors.aliased > limits.expandedNodes {
      let problem = isSpent ? nil : ResourceLimit.tooManyAliased(at: range, limit: limits.expandedNodes)
      return .failure(Refusal(problem: problem))
    }
    if depth > limits.depth {
      return .failure(Refusal(problem: ResourceLimit.tooDeep(at: range, limit: limits.depth)))
    }
    if frames.count > 0 {
      let frame = frames.base + frames.count - 1
      frame.pointee.deepest = max(frame.pointee.deepest, depth)
    }
    return .success(anchor.node)
  }

  /// Where the `&` of an anchored node stands, looked for backwards from the node.
  private func anchorStart(_ node: Int) -> Int {
    var index = Int(nodes.base[node].start)
    while index > 0, source[index - 1] != UInt8(ascii: "&") { index -= 1 }
    return max(index - 1, 0)
  }
}
