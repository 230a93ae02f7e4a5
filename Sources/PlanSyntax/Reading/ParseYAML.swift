import CYAML
package import PlanText

/// Reads a file's YAML into a tree; never throws.
///
/// A file with syntax errors gives the tree of all that could be read around them; `NodeTree.isPartial` is then true, as it
/// is of the empty tree of a file that may not be read.
/// Given are S001 (syntax), S002 (keys given twice), S010 (limits), S014 (bytes that `decodeSource` would have refused)
/// and S024 (text that YAML takes for something else).
package func parseYAML(_ file: SourceFile, limits: Limits = Limits()) -> (tree: NodeTree, diagnostics: [Diagnostic]) {
  guard file.isReadable else { return (NodeTree(unreadable: file), []) }
  return file.bytes.withUnsafeBufferPointer { source in
    if let problem = refusal(file, source, limits: limits) { return (NodeTree(unreadable: file), [problem]) }
    var builder = TreeBuilder(file, source, limits: limits)
    if builder.read() { return builder.finished(errors: []) }
    return readOn(builder, file, source, limits)
  }
}

/// Reads a file again for each of its syntax errors, without what could not be read.
private func readOn(
  _ first: consuming TreeBuilder, _ file: SourceFile, _ source: UnsafeBufferPointer<UInt8>, _ limits: Limits
) -> (tree: NodeTree, diagnostics: [Diagnostic]) {
  var builder = first
  var errors: [Diagnostic] = []
  var blanked = BlankedSource(source)
  while let error = builder.error {
    // An error of what was blanked around is none of the planner's.
    if !errors.contains(where: { $0.range.start == error.range.start }) { errors.append(error) }
    guard errors.count < limits.syntaxErrors, blanked.blank(around: builder.origin(of: error)) else { break }
    builder = TreeBuilder(file, blanked.source, limits: limits)
    if builder.read() { break }
  }
  builder.closeAfterError()
  builder.mark(lostIn: blanked)
  return builder.finished(errors: errors)
}

/// What must be refused before libyaml sees it.
private func refusal(_ file: SourceFile, _ source: UnsafeBufferPointer<UInt8>, limits: Limits) -> Diagnostic? {
  if source.count > min(limits.bytes, Int(Int32.max)) {
    return ResourceLimit.tooLarge(
      at: SourceRange(file: file.id, start: 0, end: 0), limit: limits.bytes)
  }
  var directives = 0
  var index = source.firstPercent(from: 0)
  while index < source.count {
    if index == 0 || source[index - 1].isBreak {
      directives += 1
      if directives > limits.directives {
        let range = SourceRange(file: file.id, start: index, end: source.lineEnd(from: index))
        return ResourceLimit.tooManyDirectives(at: range, limit: limits.directives)
      }
    }
    index = source.firstPercent(from: index + 1)
  }
  return nil
}

extension TreeBuilder {
  /// What became of one event.
  private enum Step { case more, end, stop }

  /// Reads all of the source; false when a syntax error or a limit ended it early.
  mutating func read() -> Bool {
    guard var parser = EventParser(source) else {
      problems.append(YamlSyntax.diagnostic(.memory, at: range(0, 0)))
      isStopped = true
      return false
    }
    while true {
      switch parser.next({ take($0) }) {
      case .more: continue
      case .end:
        collectComments(upTo: source.count)
        findScalarRoots()
        return true
      case .stop:
        isStopped = true
        return false
      case nil:
        explain(parser.failure)
        return false
      }
    }
  }

  @inline(__always)
  private mutating func take(_ event: UnsafePointer<yaml_event_t>) -> Step {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: scalar(event)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.pointee.data.mapping_start
      return begin(.mapping, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE, mapping.anchor, mapping.tag, event)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.pointee.data.sequence_start
      return begin(.sequence, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, sequence.anchor, sequence.tag, event)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(marks(event))
    case YAML_ALIAS_EVENT: alias(event)
    case YAML_DOCUMENT_START_EVENT:
      anchors.forgetNames()
      documents += 1
      if documents > limits.documents {
        let place = cursor.offset(event.pointee.start_mark.index)
        problems.append(
          ResourceLimit.tooManyDocuments(at: range(place, min(place + 3, source.count)), limit: limits.documents))
        return .stop
      }
    case YAML_STREAM_END_EVENT: return .end
    default: break
    }
    return .more
  }

  private mutating func begin(
    _ kind: NodeKind, isFlow: Bool, _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?,
    _ event: UnsafePointer<yaml_event_t>
  ) -> Step {
    open(kind, isFlow: isFlow, anchor: anchor.map { UnsafePointer($0) }, hasTag: tag != nil, marks(event))
      ? .more : .stop
  }

  private func marks(_ event: UnsafePointer<yaml_event_t>) -> Marks {
    Marks(start: event.pointee.start_mark.index, end: event.pointee.end_mark.index)
  }

  /// The tree and all that was found, in the order of places.
  func finished(errors: [Diagnostic]) -> (tree: NodeTree, diagnostics: [Diagnostic]) {
    let tree = NodeTree(
      file: file, roots: roots, comments: comments, isPartial: !errors.isEmpty || isStopped, nodes: nodes.copied(),
      nodeCount: nodes.count, side: side.copied())
    return (tree, (problems + errors).sorted { $0.range.start < $1.range.start })
  }
}
