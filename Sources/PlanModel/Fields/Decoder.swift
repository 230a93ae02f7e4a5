import PlanExpressions
import PlanQuantities
import PlanSyntax
import PlanText

/// Reads nodes of one file into nouns, by their tables; every problem is a diagnostic, and reading goes on.
struct Decoder {
  let tree: NodeTree
  let dialect: Dialect
  var diagnostics: [Diagnostic] = []
  /// Every reference met, to be checked once the whole plan is read.
  var references: [Reference] = []
  /// Every expression met, with the field it stands in.
  var expressions: [ExpressionUse] = []
  /// Every text met that says something; kept only where something is asked of texts.
  var texts: [TextUse]?
  /// Where each key of a united plan was set, by a hash of its path; kept only if several documents unite.
  var places: [UInt64: SourceRange]?
  /// The key being read.
  var keyRange = SourceRange.nowhere
  private var key = ""
  /// The noun whose fields are being read.
  private var nounName = ""
  private var pathHash: UInt64 = 14_695_981_039_346_656_037
  /// The document being read, of the several that a file may hold.
  private let document: SourceRange

  init(_ tree: NodeTree, dialect: Dialect, places: [UInt64: SourceRange]? = nil, document: NodeID? = nil) {
    self.tree = tree
    self.document = document.map { tree.range($0) } ?? tree.file.wholeRange
    self.dialect = dialect
    self.places = places
    references.reserveCapacity(64)
    expressions.reserveCapacity(32)
  }

  /// Notes a problem; past a number of them one S010 says that there are more.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Decoder.limits.problems {
      diagnostics.append(diagnostic)
    } else if mayReport {
      mayReport = false
      diagnostics.append(ResourceLimit.tooManyMistakes(at: diagnostic.range, limit: Decoder.limits.problems))
    }
  }

  /// Whether a problem that costs much to word is worth wording.
  private var mayReport = true
  static let limits = Limits()

  mutating func note(reference id: Located<String>, to target: Target) {
    references.append(Reference(target: target, id: id.value, range: id.range))
  }

  func range(_ node: NodeID) -> SourceRange { tree.range(node) }

  /// The node itself, or what an alias stands for; nil where reading the file already said that it stands for nothing.
  func resolved(_ node: NodeID) -> NodeID? { tree.kind(node) == .alias ? tree.target(node) : node }

  // MARK: Nouns

  /// A noun from its mapping, or from a bare scalar if it has a short form.
  ///
  /// - Parameter isUnited: whether several documents may each say a part of it; what is required is then asked for at
  ///   the end, by `requireKeys`.
  mutating func noun<N: Noun>(
    _ node: NodeID, _ type: N.Type, keyRange: SourceRange, adding present: N? = nil, isUnited: Bool = false
  ) -> N {
    var noun = present ?? N()
    let table = N.table
    if present == nil {
      noun.common.keyRange = keyRange
      noun.common.range = tree.range(node)
    }
    guard let node = resolved(node), !tree.isSwallowed(node) else {
      noun.common.seen = ~0
      return noun
    }
    if let principal = table.principal, !isMapping(node) || isText(table.fields[principal].shape, node) {
      table.fields[principal].decode(node, &self, &noun)
      noun.common.seen |= 1 << UInt64(principal)
      return noun
    }
    guard tree.kind(node) == .mapping else {
      report(WrongType.diagnostic(expected: .noun(table.name), found: tree.found(node), key: key, at: tree.range(node)))
      noun.common.seen = ~0
      return noun
    }
    let seen = fields(of: node, into: &noun, table)
    noun.common.seen |= seen
    for group in table.overfull(seen) { checkExclusive(group, in: node) }
    // A mapping that a syntax error cut short may have lost the keys that seem to be missing.
    if tree.isCut(node) {
      noun.common.seen = ~0
    } else if !isUnited || places == nil {
      requireKeys(noun)
    }
    return noun
  }

  /// Reads a mapping's entries into a noun; gives which rows were there, a bit a row.
  ///
  /// - Parameter only: the keys to read, where others were told already; nil reads all.
  @discardableResult
  mutating func fields<N: Noun>(
    of node: NodeID, into noun: inout N, _ table: NounTable<N>, only: Set<String>? = nil
  ) -> UInt64 {
    var seen: UInt64 = 0
    let outer = (keyRange, pathHash, key)
    let outerNoun = nounName
    nounName = table.name
    defer { nounName = outerNoun }
    for (keyNode, value) in tree.entries(node) where !tree.isSwallowed(keyNode) {
      let hash = tree.keyHash(keyNode)
      if let only, !only.contains(tree.text(keyNode)) { continue }
      guard let place = table.index(of: hash) else {
        if !mayReport { continue }
        report(
          UnknownKey.diagnostic(
            tree.text(keyNode), noun: table.name, allowed: table.fields.map(\.key), at: tree.range(keyNode)))
        continue
      }
      guard seen & (1 << UInt64(place)) == 0 else { continue }
      seen |= 1 << UInt64(place)
      keyRange = tree.range(keyNode)
      key = table.fields[place].key
      pathHash = (outer.1 ^ hash) &* 1_099_511_628_211
      if places != nil, isAlreadySet(table.fields[place]) { continue }
      table.fields[place].decode(value, &self, &noun)
    }
    (keyRange, pathHash, key) = outer
    return seen
  }

  /// Says where fields stand together that exclude each other.
  private mutating func checkExclusive(_ group: [String], in node: NodeID) {
    let present = tree.entries(node).filter { key, _ in !tree.isSwallowed(key) && group.contains(tree.text(key)) }
    guard let first = present.first else { return }
    for (key, _) in present.dropFirst() where tree.text(key) != tree.text(first.key) {
      report(
        ConflictingKeys.diagnostic(
          tree.text(first.key), tree.text(key), at: tree.range(key), other: tree.range(first.key)))
    }
  }

  /// Whether another document of the plan set this key already; says so.
  private mutating func isAlreadySet<N: Noun>(_ field: Field<N>) -> Bool {
    if case .noun = field.shape { return false }
    if case .map = field.shape { return false }
    if case .keyed = field.shape { return false }
    if case .list = field.shape { return false }
    if let first = places?[pathHash] {
      if isElsewhere(first) { report(DuplicateId.key(field.key, at: keyRange, first: first)) }
      return isElsewhere(first)
    }
    places?[pathHash] = keyRange
    return false
  }

  /// Whether a place lies in another document of the plan than the one being read.
  func isElsewhere(_ range: SourceRange) -> Bool { !range.touches(document) }

  /// Reads what one document says whole, such as the items of a list: keys met there before are no repetition.
  mutating func apart<Result>(_ body: (inout Decoder) -> Result) -> Result {
    let kept = places
    places = nil
    defer { places = kept }
    return body(&self)
  }

  /// Says which required fields are missing.
  mutating func requireKeys<N: Noun>(_ noun: N) {
    let table = N.table
    let seen = noun.common.seen
    let missing = table.needed & ~seen
    guard missing != 0 else { return }
    for place in table.fields.indices where missing & (1 << UInt64(place)) != 0 {
      let alternatives: [String]
      switch table.fields[place].need {
      case .optional: continue
      case .required: alternatives = []
      case .unless(let others):
        let isReplaced = table.fields.indices.contains { other in
          seen & (1 << UInt64(other)) != 0 && others.contains(table.fields[other].key)
        }
        if isReplaced { continue }
        alternatives = others
      }
      let at = noun.common.keyRange.isSomewhere ? noun.common.keyRange : noun.common.range
      report(
        MissingKey.diagnostic(table.fields[place].key, alternatives: alternatives, noun: table.name, at: at))
    }
  }

  // MARK: Containers

  /// Calls `body` with each id and value of a mapping; anything else is a diagnostic.
  mutating func eachEntry(
    _ node: NodeID, of shape: Shape, _ body: (inout Decoder, Located<String>, NodeID) -> Void
  ) {
    eachPair(node, of: shape) { decoder, key, value in
      let id = Located(decoder.tree.text(key), at: decoder.tree.range(key))
      decoder.checkAmbiguity(key, as: .id)
      body(&decoder, id, value)
    }
  }

  /// Calls `body` with each key and value of a mapping; anything else is a diagnostic.
  mutating func eachPair(_ node: NodeID, of shape: Shape, _ body: (inout Decoder, NodeID, NodeID) -> Void) {
    guard let node = resolved(node), !tree.isSwallowed(node) else { return }
    guard tree.kind(node) == .mapping else {
      report(WrongType.diagnostic(expected: shape, found: tree.found(node), key: key, at: tree.range(node)))
      return
    }
    let outer = pathHash
    var left = Decoder.limits.entries
    for (key, value) in tree.entries(node) where !tree.isSwallowed(key) {
      if left == 0 {
        report(ResourceLimit.tooManyEntries(self.key, at: tree.range(key), limit: Decoder.limits.entries))
        break
      }
      left -= 1
      pathHash = (outer ^ tree.keyHash(key)) &* 1_099_511_628_211
      body(&self, key, value)
    }
    pathHash = outer
  }

  /// The items of a list; a single value is a list of one.
  mutating func items(_ node: NodeID) -> [NodeID] {
    guard let node = resolved(node), !tree.isSwallowed(node) else { return [] }
    guard tree.kind(node) == .sequence else { return [node] }
    let limit = Decoder.limits.entries
    guard tree.count(node) > limit else { return Array(tree.items(node)) }
    let items = Array(tree.items(node).prefix(limit + 1))
    report(ResourceLimit.tooManyEntries(key, at: tree.range(items[limit]), limit: limit))
    return Array(items.prefix(limit))
  }

  /// Whether an id is not in a table yet. The same id in another document is a diagnostic; in the same one it was told
  /// as a duplicate key.
  mutating func isFree<Value>(_ id: Located<String>, in table: Table<Value>, kind: String) -> Bool {
    guard let first = table.range(of: id.value) else { return true }
    if isElsewhere(first) {
      report(DuplicateId.diagnostic(id.value, kind: kind, at: id.range, first: first))
    }
    return false
  }

  func isMapping(_ node: NodeID) -> Bool { tree.kind(node) == .mapping }

  /// Whether a node is a mapping that has all its entries: a syntax error may have cost it some, or all.
  func isWhole(_ node: NodeID) -> Bool {
    guard let node = resolved(node) else { return false }
    return tree.kind(node) == .mapping && !tree.isCut(node) && !tree.isSwallowed(node)
      && tree.count(node) <= Decoder.limits.entries
  }

  /// Whether a mapping is a text in several languages rather than a noun's fields.
  private func isText(_ shape: Shape, _ node: NodeID) -> Bool {
    switch shape {
    case .text, .prose: if tree.count(node) == 0 { return false }
    default: return false
    }
    return tree.entries(node).allSatisfy { key, _ in isLanguageTag(key) }
  }

  /// Two or three letters, then subtags of up to eight letters or digits: BCP 47, section 2.1.
  func isLanguageTag(_ node: NodeID) -> Bool {
    tree.withBytes(node) { bytes in
      let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard let first = parts.first, (2...3).contains(first.count) else { return false }
      return parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          }
      } && first.allSatisfy { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    }
  }

  /// The key under which the value being read stands, for messages.
  var currentKey: String { key }
  /// The noun whose field is being read, by its table's name.
  var currentNoun: String { nounName }
}

extension NodeTree {
  /// What stands at a node, for a message.
  func found(_ node: NodeID) -> WrongType.Found {
    switch kind(node) {
    case .mapping: .mapping
    case .sequence: .sequence
    case .scalar, .alias: isEmpty(node) || text(node).isEmpty ? .nothing : .scalar(text(node))
    }
  }
}
