package import PlanSyntax
package import PlanText

/// One YAML document of a file: what it says it is.
package struct Document: Sendable {
  package let tree: NodeTree
  package let root: NodeID
  package let kind: Kind

  /// What a document's head says it is.
  package enum Kind: Sendable, Equatable {
    case plan, part, policy, portfolio, theme
    /// A kind the tool does not know, with the word.
    case other(String)
    /// Not one of ours: no `kind`.
    case none
  }

  /// The documents of a file that are mappings.
  package static func all(in tree: NodeTree) -> [Document] {
    tree.roots.compactMap { root in
      guard tree.kind(root) == .mapping else { return nil }
      return Document(tree: tree, root: root, kind: kind(of: root, in: tree))
    }
  }

  private static func kind(of root: NodeID, in tree: NodeTree) -> Kind {
    guard let node = tree.value(of: "kind", in: root) else { return .none }
    switch tree.text(node) {
    case "plan": return .plan
    case "part": return .part
    case "policy": return .policy
    case "portfolio": return .portfolio
    case "theme": return .theme
    case let other: return .other(other)
    }
  }

  /// The words of a head field that is a word or a list of words, with their places; nothing is reported.
  func words(_ key: StaticString) -> [Located<String>] {
    guard let node = tree.value(of: key, in: root) else { return [] }
    let items = tree.kind(node) == .sequence ? Array(tree.items(node)) : [node]
    return items.filter { tree.kind($0) == .scalar }.map { Located(tree.text($0), at: tree.range($0)) }
  }

  /// Checks `kind` and `schema`, which say how the rest is to be read.
  package func headProblems() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let start = tree.file.firstCharacter(of: tree.range(root))
    switch kind {
    case .plan, .part, .policy, .portfolio, .theme: break
    case .other(let word):
      problems.append(UnsupportedSchema.kind(word, at: tree.value(of: "kind", in: root).map(tree.range) ?? start))
    case .none: problems.append(UnsupportedSchema.kind(nil, at: start))
    }
    if let schema = tree.value(of: "schema", in: root) {
      if tree.kind(schema) != .scalar || !tree.isText(schema, "1") {
        problems.append(UnsupportedSchema.version(tree.text(schema), at: tree.range(schema)))
      }
    } else if kind != .none {
      problems.append(UnsupportedSchema.missing(at: start, isFlow: tree.isFlow(root)))
    }
    return problems
  }
}

extension NodeTree {
  /// The value under a key of a mapping.
  package func value(of key: StaticString, in mapping: NodeID) -> NodeID? {
    for (name, value) in entries(mapping) where isText(name, key) { return resolved(value) }
    return nil
  }
}
