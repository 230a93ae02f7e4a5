import PlanQuantities
import PlanSyntax
import PlanText

/// Policy documents in the order in which they are read: what is extended before what extends it, each once.
struct PolicyChain {
  /// One policy document, and what it extends.
  struct Link {
    let document: Document
    /// Places, in the chain, of what it extends.
    let extends: [Int]
    /// Where it was named first.
    let name: Located<String>
    var isNamedByPlan: Bool

    /// What findings call it: its id, else the file it was named by.
    var id: String { document.words("id").first?.value ?? name.value }
  }

  private(set) var links: [Link] = []
  /// How many were begun, finished or not.
  private var count = 0
  private static let limit = Limits().policies

  /// Adds the policies of some names, and all they extend.
  mutating func add(_ names: [Located<String>], namedBy file: SourceFile, by loader: inout FileLoader) {
    for place in places(of: names, namedBy: file, path: [], by: &loader) { links[place].isNamedByPlan = true }
  }

  /// Adds a policy document that is read for its own sake, and all it extends.
  mutating func add(_ document: Document, by loader: inout FileLoader) {
    let file = document.tree.file
    let path = [(path: file.path, name: SourceRange.nowhere)]
    let extends = places(of: document.words("extends"), namedBy: file, path: path, by: &loader)
    let name = Located(file.path, at: document.tree.file.firstCharacter(of: document.tree.range(document.root)))
    links.append(Link(document: document, extends: extends, name: name, isNamedByPlan: false))
  }

  private mutating func places(
    of names: [Located<String>], namedBy file: SourceFile, path: [(path: String, name: SourceRange)],
    by loader: inout FileLoader
  ) -> [Int] {
    var found: [Int] = []
    for name in names {
      for document in loader.load(name, namedBy: file) {
        let own = document.tree.file.path
        guard document.kind == .policy else {
          loader.diagnostics.append(
            UnreachableInclude.notAPart(name.value, kind: document.kindWord, expected: "policy", at: name.range))
          continue
        }
        if let start = path.firstIndex(where: { $0.path == own }) {
          let loop = (path[(start + 1)...] + [(own, name.range)]).map { (name: $0.path, range: $0.name) }
          loader.diagnostics.append(ReferenceCycle.diagnostic(fromTheFirst(loop)))
          continue
        }
        // Past the limit, which was told once, nothing is added.
        guard count <= Self.limit else { return found }
        let root = document.root
        if let known = links.firstIndex(where: { $0.document.tree.file.path == own && $0.document.root == root }) {
          if !found.contains(known) { found.append(known) }
          continue
        }
        count += 1
        guard count <= Self.limit else {
          loader.diagnostics.append(ResourceLimit.tooManyPolicies(at: name.range, limit: Self.limit))
          return found
        }
        let extends = places(
          of: document.words("extends"), namedBy: document.tree.file, path: path + [(own, name.range)], by: &loader)
        found.append(links.count)
        links.append(Link(document: document, extends: extends, name: name, isNamedByPlan: false))
      }
    }
    return found
  }

  /// A loop from its first name on, so that it is the same finding from wherever it was come upon.
  private func fromTheFirst(_ loop: [(name: String, range: SourceRange)]) -> [(name: String, range: SourceRange)] {
    guard let first = loop.indices.min(by: { loop[$0].name < loop[$1].name }) else { return loop }
    return Array(loop[first...] + loop[..<first])
  }

  /// Reads the policies, their units and currencies joining the language as they come, and checks that what extends
  /// others only tightens them.
  func read(_ dialect: inout Dialect, _ diagnostics: inout [Diagnostic]) -> [PolicyBook.Member] {
    let members = links.indices.map { place in
      let link = links[place]
      let (policy, problems) = readPolicy(link.document, dialect: &dialect)
      diagnostics += problems
      return PolicyBook.Member(
        policy: policy, extends: extends(place).sorted(), name: link.name, isNamedByPlan: link.isNamedByPlan)
    }
    for place in links.indices where !links[place].extends.isEmpty {
      diagnostics += restatements(place, dialect)
    }
    return members
  }

  /// The month, 1 to 12, in which years begin by a calendar of these policies; 1 where nothing readable is said.
  ///
  /// Asked before anything is read, for it says what `2025Q1` means.
  func yearStarts(by calendar: String) -> Int {
    for link in links {
      let tree = link.document.tree
      guard let calendars = tree.value(of: "calendars", in: link.document.root), tree.kind(calendars) == .mapping,
        let found = tree.entries(calendars).first(where: { tree.text($0.key) == calendar })
      else { continue }
      guard tree.kind(tree.resolved(found.value)) == .mapping,
        let month = tree.value(of: "year_starts", in: tree.resolved(found.value))
      else { return 1 }
      return MonthWord(rawValue: tree.text(month))?.month ?? 1
    }
    return 1
  }

  /// What is wrong with how a policy restates those it extends.
  private func restatements(_ place: Int, _ dialect: Dialect) -> [Diagnostic] {
    let link = links[place]
    let above = extends(place)
    let restated = Restated(
      links: links, extends: link.extends,
      nodes: Dictionary(uniqueKeysWithValues: above.map { ($0, links[$0].document.root) }))
    var check = RestatementCheck(tree: link.document.tree, dialect: dialect)
    check.policy(link.document.root, restating: restated)
    return check.diagnostics
  }

  /// All that a policy extends, directly or through others.
  private func extends(_ place: Int) -> Set<Int> {
    var (next, found) = (links[place].extends, Set<Int>())
    while let other = next.popLast() {
      if found.insert(other).inserted { next += links[other].extends }
    }
    return found
  }
}
