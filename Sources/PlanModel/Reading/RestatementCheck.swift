import PlanQuantities
import PlanSyntax
import PlanText

/// The places in which the policies above one say something: what that one restates.
struct Restated {
  let links: [PolicyChain.Link]
  /// What the policy extends itself, by place in the chain.
  let extends: [Int]
  /// Where each policy above says it, by place in the chain; not there for those that do not.
  let nodes: [Int: NodeID]
  /// What stands in long mappings among them, by its key.
  private let long: [Int: [String: NodeID]]

  init(links: [PolicyChain.Link], extends: [Int], nodes: [Int: NodeID]) {
    self.links = links
    self.extends = extends
    self.nodes = nodes
    var long: [Int: [String: NodeID]] = [:]
    for (place, node) in nodes {
      let tree = links[place].document.tree
      let node = tree.resolved(node)
      guard tree.kind(node) == .mapping, tree.count(node) > 16 else { continue }
      let entries = tree.entries(node).lazy.filter { !tree.isSwallowed($0.key) }
      long[place] = Dictionary(entries.map { (tree.text($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    self.long = long
  }

  /// What stands under a key.
  func under(_ key: String, principal: String?) -> Restated {
    var found: [Int: NodeID] = [:]
    for (place, node) in nodes {
      let tree = links[place].document.tree
      let node = tree.resolved(node)
      if tree.kind(node) == .scalar {
        if key == principal { found[place] = node }
      } else if let values = long[place] {
        found[place] = values[key]
      } else if tree.kind(node) == .mapping {
        found[place] = tree.entries(node).first { !tree.isSwallowed($0.key) && tree.text($0.key) == key }?.value
      }
    }
    return Restated(links: links, extends: extends, nodes: found)
  }

  var isEmpty: Bool { nodes.isEmpty }

  /// The nearest words on it: of each policy that is extended, its own, else those of what it extends in turn.
  var nearest: [(tree: NodeTree, node: NodeID, policy: String)] {
    var found: [(tree: NodeTree, node: NodeID, policy: String)] = []
    var (next, visited) = (extends, Set<Int>())
    while let place = next.popLast() {
      guard visited.insert(place).inserted else { continue }
      if let node = nodes[place] {
        found.append((links[place].document.tree, node, links[place].id))
      } else {
        next += links[place].extends
      }
    }
    return found
  }

  /// Whether all of them say a word in a field.
  func says(_ key: String, _ word: String) -> Bool {
    nearest.allSatisfy { tree, node, _ in
      tree.entries(tree.resolved(node)).contains {
        tree.text($0.key) == key && tree.text(tree.resolved($0.value)) == word
      }
    }
  }
}

extension NodeTree {
  /// A node on one line, without quotes, anchors and comments: what two places say, for comparison and for the reader.
  fileprivate func line(_ node: NodeID) -> String {
    let node = resolved(node)
    switch kind(node) {
    case .scalar, .alias: return text(node)
    case .sequence: return "[" + items(node).map { line($0) }.joined(separator: ", ") + "]"
    case .mapping:
      return "{" + entries(node).map { "\(text($0.key)): \(line($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}

/// Compares what a policy says with what the policies say that it extends, field by field, as the field tables tell how
/// each may be restated.
struct RestatementCheck {
  let tree: NodeTree
  let dialect: Dialect
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether what is being compared could be loosened, if the limit gave a reason.
  private var needsReason = false

  init(tree: NodeTree, dialect: Dialect) {
    self.tree = tree
    self.dialect = dialect
  }

  /// Checks a whole policy.
  mutating func policy(_ root: NodeID, restating above: Restated) {
    let description = NounDescription(Policy.self)
    noun(root, description, above, path: [], free: ["kind", "schema", "id", "title", "owner", "extends", "period"])
  }

  /// Fields that bind nobody: words for people, and what says how a limit may be restated or reported, since what is
  /// restated holds beside the restatement as it stands.
  private static let free: Set<String> = [
    "title", "note", "source", "as_of", "based_on", "reason", "overridable", "severity", "message", "good", "bad",
  ]

  private mutating func noun(
    _ node: NodeID, _ description: NounDescription, _ above: Restated, path: [String], free: Set<String> = []
  ) {
    let principal = description.principal?.key
    for (key, value) in fields(of: node, principal) {
      guard let field = description.fields.first(where: { $0.key == key }), !free.contains(key),
        !Self.free.contains(key)
      else { continue }
      let restated = above.under(key, principal: principal)
      if !restated.isEmpty { self.value(value, field.shape, field.tightening, restated, path + [key]) }
    }
  }

  /// The fields written of a noun; a bare scalar stands for its principal field.
  private func fields(of node: NodeID, _ principal: String?) -> [(key: String, value: NodeID)] {
    let node = tree.resolved(node)
    if tree.kind(node) == .scalar { return principal.map { [($0, node)] } ?? [] }
    guard tree.kind(node) == .mapping else { return [] }
    return tree.entries(node).filter { !tree.isSwallowed($0.key) }.map { (tree.text($0.key), $0.value) }
  }

  private mutating func value(
    _ node: NodeID, _ shape: Shape, _ tightening: Tightening, _ above: Restated,
    _ path: [String]
  ) {
    switch shape {
    case .noun(let name):
      if let description = NounDescription.named(name) { noun(node, description, above, path: path) }
    case .map(let item), .keyed(_, let item):
      for (key, entry) in fields(of: node, nil) {
        let restated = above.under(key, principal: nil)
        if restated.isEmpty { continue }
        if path == ["limits"] {
          let isOverridable = restated.says("overridable", "true")
          if isOverridable, givesReason(entry) { continue }
          needsReason = isOverridable
        }
        value(entry, item, tightening, restated, path + [key])
        needsReason = false
      }
    case .list where tightening == .superset: break
    default: for other in above.nearest { leaf(node, shape, tightening, other, path) }
    }
  }

  private func givesReason(_ limit: NodeID) -> Bool {
    fields(of: limit, nil).contains { $0.key == "reason" && !tree.line($0.value).allSatisfy(\.isWhitespace) }
  }

  private mutating func leaf(
    _ node: NodeID, _ shape: Shape, _ tightening: Tightening, _ other: (tree: NodeTree, node: NodeID, policy: String),
    _ path: [String]
  ) {
    let (own, above) = (tree.line(node), other.tree.line(other.node))
    if own == above { return }
    switch shape {
    case .quantity:
      guard let mine = quantity(own), let theirs = quantity(above) else { return }
      if mine.says(theSameAs: theirs) || tightening != .no && !mine.isComparable(with: theirs) { return }
      if tightening == .lower, mine.high <= theirs.high { return }
      if tightening == .higher, mine.low >= theirs.low { return }
      if tightening == .narrower, mine.low >= theirs.low, mine.high <= theirs.high { return }
    case .integer:
      guard let mine = Int(own), let theirs = Int(above) else { return }
      if mine == theirs || tightening == .lower && mine < theirs || tightening == .higher && mine > theirs { return }
    case .choice(let words):
      guard let mine = words.firstIndex(of: own), let theirs = words.firstIndex(of: above) else { return }
      if tightening == .lower && mine < theirs || tightening == .higher && mine > theirs { return }
    case .expression where tightening != .no: return
    default: break
    }
    diagnostics.append(
      LoosenedLimit.diagnostic(
        path.joined(separator: "."), says: own, policy: other.policy, allows: above, tightening,
        needsReason: needsReason, at: tree.range(node), above: other.tree.range(other.node)))
  }

  private func quantity(_ text: String) -> Quantity? {
    text.withLiteralBytes { try? parseQuantity($0, dialect).get() }
  }
}
