import CYAML
import PlanText

/// Builds the arena from libyaml's events and finds on the way what YAML swallows in silence.
struct TreeBuilder: ~Copyable {
  let file: SourceFile
  let source: UnsafeBufferPointer<UInt8>
  let limits: Limits

  var nodes: Arena<Node>
  var side: Arena<UInt8>
  var frames: Arena<Frame>
  var roots: [NodeID] = []
  var comments: [SourceRange] = []
  var problems: [Diagnostic] = []
  /// The syntax error that ended the reading, if one did.
  var error: Diagnostic?
  /// Whether a limit, or bytes that are no text, ended the reading.
  var isStopped = false
  var anchors = Anchors()
  /// Documents begun.
  var documents = 0
  var cursor: MarkCursor

  /// The end of the last scalar, alias or closing bracket: where a block mapping ends that closes now.
  var lastEnd = 0
  /// Up to where comments have been looked for.
  var gapStart = 0
  /// The last scalar or alias; -1 before the first.
  var lastLeaf = -1
  var duplicates = DuplicateKeys()

  /// A mapping or sequence that is still open.
  struct Frame: BitwiseCopyable {
    let node: Int
    /// The deepest level reached below, aliases read as what they stand for.
    var deepest: Int
    /// What aliases stood for before this node began.
    let aliasedBefore: Anchors.Size
    let anchor: Int
  }

  init(_ file: SourceFile, _ source: UnsafeBufferPointer<UInt8>, limits: Limits) {
    self.file = file
    self.source = source
    self.limits = limits
    cursor = MarkCursor(source)
    // Plans have a node for every ten to twelve bytes.
    nodes = Arena(capacity: source.count / 10 + 32)
    side = Arena(capacity: source.count / 16 + 64)
    frames = Arena(capacity: limits.depth + 2)
  }

  /// Whether the node about to be added is the key of an entry.
  var isKeyDue: Bool {
    guard frames.count > 0 else { return false }
    let parent = nodes.base + frames.base[frames.count - 1].node
    return parent.pointee.kind == .mapping && parent.pointee.children & 1 == 0
  }

  /// Whether one more problem may be told of; the first time not, one S010 says so.
  ///
  /// A hostile file could otherwise cost more in messages than in reading.
  mutating func hasRoom(at place: Int) -> Bool {
    if problems.count == limits.problems {
      problems.append(ResourceLimit.tooManyProblems(at: range(place, place), limit: limits.problems))
    }
    return problems.count < limits.problems
  }

  /// Whether a mapping or sequence is open that stands where a key is due.
  private var isInsideKey: Bool {
    (0..<frames.count).contains { nodes.base[frames.base[$0].node].flags.contains(.swallowed) }
  }

  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file.id, start: start, end: end) }

  func range(ofNode index: Int) -> SourceRange {
    range(Int(nodes.base[index].start), Int(nodes.base[index].end))
  }

  /// The value of a scalar node.
  @inline(__always)
  func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let node = nodes.base[index]
    let start = node.flags.contains(.decoded) ? UnsafePointer(side.base) : source.baseAddress
    return UnsafeBufferPointer(start: start.map { $0 + Int(node.valueStart) }, count: Int(node.valueLength))
  }

  /// Appends a node below the innermost open one.
  @inline(__always)
  mutating func add(_ node: Node) {
    let index = nodes.count
    nodes.append(node)
    if frames.count > 0 {
      nodes.base[frames.base[frames.count - 1].node].children += 1
    } else {
      roots.append(NodeID(index: Int32(index)))
    }
  }
}

// MARK: - Mappings and sequences

extension TreeBuilder {
  /// Opens a mapping or sequence; false when that is one level too many.
  mutating func open(_ kind: NodeKind, isFlow: Bool, anchor: UnsafePointer<UInt8>?, hasTag: Bool, _ marks: Marks)
    -> Bool
  {
    let from = cursor.offset(marks.start)
    var start = from
    if anchor != nil || hasTag { start = skipProperties(from: from, to: cursor.offset(marks.end)) }
    collectComments(upTo: start)
    guard frames.count < limits.depth else {
      problems.append(ResourceLimit.tooDeep(at: range(start, source.tokenEnd(at: start)), limit: limits.depth))
      // All of the entry that goes too deep is lost.
      for outer in 1..<max(frames.count, 1) { nodes.base[frames.base[outer].node].flags.insert(.swallowed) }
      return false
    }
    if isKeyDue, !isInsideKey, hasRoom(at: start) {
      problems.append(YamlSyntax.keyIsNoWord(at: range(start, source.tokenEnd(at: start))))
    }
    var flags: NodeFlags = isFlow ? .flow : []
    if isKeyDue { flags.insert(.swallowed) }
    let index = nodes.count
    add(Node(kind, flags: flags, start: start, end: start))
    let number = anchor.map { anchors.open($0, node: index, place: from) } ?? -1
    frames.append(Frame(node: index, deepest: frames.count + 1, aliasedBefore: anchors.aliased, anchor: number))
    return true
  }

  /// Closes the innermost mapping or sequence.
  mutating func close(_ marks: Marks) {
    guard frames.count > 0 else { return }
    let frame = frames.base[frames.count - 1]
    let node = nodes.base + frame.node
    let isFlow = node.pointee.flags.contains(.flow)
    if isFlow {
      let end = cursor.offset(marks.end)
      if end > 0, source[end - 1] == .closingBrace || source[end - 1] == .closingBracket {
        collectComments(upTo: end)
        lastEnd = max(lastEnd, end)
      }
    }
    finish(frame, end: max(lastEnd, Int(node.pointee.start)))
    if node.pointee.kind == .mapping {
      if isFlow { findSplitValues(frame.node) }
      findDuplicateKeys(frame.node)
    }
  }

  private mutating func finish(_ frame: Frame, end: Int) {
    nodes.base[frame.node].end = UInt32(truncatingIfNeeded: end)
    nodes.base[frame.node].next = UInt32(truncatingIfNeeded: nodes.count)
    frames.truncate(to: frames.count - 1)
    if frames.count > 0 {
      let outer = frames.base + frames.count - 1
      outer.pointee.deepest = max(outer.pointee.deepest, frame.deepest)
    }
    if frame.anchor >= 0 {
      let written = Anchors.Size(nodes: nodes.count - frame.node, bytes: end - Int(nodes.base[frame.node].start))
      anchors.close(
        frame.anchor, size: written + (anchors.aliased - frame.aliasedBefore), height: frame.deepest - frames.count)
    }
  }

  /// Closes whatever a syntax error left open; a key without its value goes.
  mutating func closeAfterError() {
    while frames.count > 0 {
      let frame = frames.base[frames.count - 1]
      let node = nodes.base + frame.node
      node.pointee.flags.insert(.cut)
      if node.pointee.kind == .mapping, node.pointee.children & 1 == 1 {
        var child = frame.node + 1
        for _ in 1..<Int(node.pointee.children) { child = Int(nodes.base[child].next) }
        nodes.truncate(to: child)
        node.pointee.children -= 1
      }
      finish(frame, end: max(lastEnd, Int(node.pointee.start)))
      if node.pointee.kind == .mapping {
        if node.pointee.flags.contains(.flow) { findSplitValues(frame.node) }
        findDuplicateKeys(frame.node)
      }
    }
  }
}

/// Where an event stands, in libyaml's code points.
struct Marks {
  let start: Int
  let end: Int
}
