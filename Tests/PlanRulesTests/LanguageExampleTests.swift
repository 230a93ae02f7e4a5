import PlanModel
import PlanSyntax
import PlanText
import Testing

/// The examples of the language reference: every noun has one, shows itself in it, and it holds.
@Suite struct LanguageExampleTests {
  static let names = NounDescription.all.map(\.name)

  @Test(arguments: names)
  func exampleIsSound(name: String) throws {
    let noun = try #require(NounDescription.named(name))
    let example = try #require(noun.example, "\(name) has no example")
    // A kind of document that the program does not read yet is described before it is read.
    if noun.fields.first?.key == "kind", DocumentKind(rawValue: name) == nil { return }
    let checked = check(files(of: noun, example))
    // A policy may well ask for what the bare plan under its example does not have.
    let asked = isOfPolicy(noun) ? ["S017", "S023"] : []
    let bad = checked.diagnostics.filter {
      ($0.severity == .error || $0.code.hasPrefix("S")) && !asked.contains($0.code)
    }
    #expect(bad.isEmpty, "\(name):\n\(checked.text(.english))")
  }

  @Test(arguments: names)
  func exampleShowsItsNoun(name: String) throws {
    let example = try #require(NounDescription.named(name)?.example)
    let (source, _) = decodeSource(Array(example.utf8), id: FileID(0), path: "example.yaml")
    let tree = parseYAML(source).tree
    let root = try #require(tree.roots.first)
    let roots = ["plan", "policy", "portfolio", "theme", "part"].compactMap { NounDescription.named($0) }
    #expect(name == kind(of: tree, root) || roots.contains { shows(name, tree, root, .noun($0.name)) })
  }

  private func kind(of tree: NodeTree, _ root: NodeID) -> String? {
    tree.entries(root).first { tree.text($0.key) == "kind" }.map { tree.text($0.value) }
  }

  /// Whether a node, read as a shape, has the noun below it.
  private func shows(_ name: String, _ tree: NodeTree, _ node: NodeID, _ shape: Shape) -> Bool {
    switch shape {
    case .noun(let noun):
      guard tree.kind(node) == .mapping, let fields = NounDescription.named(noun)?.fields else { return false }
      return tree.entries(node).contains { key, value in
        guard let field = fields.first(where: { $0.key == tree.text(key) }) else { return false }
        if field.shape.nouns.contains(name), holdsEntry(tree, value) { return true }
        return shows(name, tree, value, field.shape)
      }
    case .list(let item):
      let items = tree.kind(node) == .sequence ? Array(tree.items(node)) : [node]
      return items.contains { shows(name, tree, $0, item) }
    case .map(let item), .keyed(_, let item):
      return tree.kind(node) == .mapping && tree.entries(node).contains { shows(name, tree, $0.value, item) }
    default: return false
    }
  }

  private func holdsEntry(_ tree: NodeTree, _ node: NodeID) -> Bool {
    tree.kind(node) == .scalar || tree.count(node) > 0
  }

  /// The example as files that can be checked: with the head of the cases, or under it as policy or part.
  private func files(of noun: NounDescription, _ example: String) -> [(name: String, bytes: [UInt8])] {
    let text: String
    switch example.split(separator: "\n").first {
    case "kind: part": text = "include: part.yaml\n# file: part.yaml\n\(example)"
    case let first? where first.hasPrefix("kind: "): text = "# raw\n\(example)"
    default: text = isOfPolicy(noun) ? "policy: house.yaml\n# file: house.yaml\n\(Self.policyHead)\(example)" : example
    }
    let plan = "{kind: plan, schema: 1, id: x, title: X, period: 2025, currency: CNY, owner: cmo, "
    let small = Array((plan + "team: {roles: {cmo: Head}}}").utf8)
    return Block(code: "S000", title: noun.name, isBad: false, text: text).bytes()
      + ["tea/plan.yaml", "coffee/plan.yaml"].map { ($0, small) }
  }

  private static let policyHead = "kind: policy\nschema: 1\nid: house\ntitle: House\nowner: finance\n"

  /// Whether a noun is found in policies alone.
  private func isOfPolicy(_ noun: NounDescription) -> Bool {
    !reached(from: "plan").contains(noun.name) && reached(from: "policy").contains(noun.name)
  }

  private func reached(from root: String) -> Set<String> {
    var found: Set<String> = []
    var open = [root]
    while let name = open.popLast() {
      for next in NounDescription.named(name)?.fields.flatMap(\.shape.nouns) ?? [] where found.insert(next).inserted {
        open.append(next)
      }
    }
    return found
  }
}
