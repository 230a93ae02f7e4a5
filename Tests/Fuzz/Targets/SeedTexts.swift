import PlanDriver
import PlanSyntax
import PlanText

/// What seeds are made of: the plans and the rules' cases of a repository.
package struct SeedTexts {
  /// Plans with the files they name, each written as one input of `PlanTarget`.
  package private(set) var plans: [(name: String, text: String)] = []
  /// Every scalar of these, each once, in order.
  package private(set) var scalars: [String] = []

  /// Reads the plans and cases under the repository's folder; nil where they cannot be read.
  package init?(repository: String) {
    guard case .success(let cases) = discover([repository + "/Tests/PlanRulesTests/Cases"]),
      case .success(let shipped) = discover([repository + "/plans"])
    else { return nil }
    let store = FileStore()
    func text(_ file: FoundFile) -> String {
      guard case .success(let (source, _)) = store.read(file.path) else { return "" }
      return String(decoding: source.bytes, as: UTF8.self)
    }
    for file in cases { plans += SeedTexts.blocks(of: text(file), file.path) }
    let folders = Dictionary(grouping: shipped) { $0.path.split(separator: "/").dropLast() }
    for (folder, files) in folders.sorted(by: { $0.key.joined() < $1.key.joined() }) {
      let name = folder.suffix(2).joined(separator: "-")
      let others = files.filter { !$0.path.hasSuffix("/plan.yaml") }
      if let plan = files.first(where: { $0.path.hasSuffix("/plan.yaml") }) {
        let parts = others.map { "# file: \($0.path.split(separator: "/").last ?? "")\n" + text($0) }
        plans.append((name, text(plan) + parts.joined(separator: "\n")))
      }
      plans += others.map { (name, text($0)) }
    }
    var seen: Set<String> = []
    for plan in plans {
      let (source, _) = decodeSource(Array(plan.text.utf8), id: FileID(0), path: "plan.yaml")
      let tree = parseYAML(source).tree
      for index in 0..<Int32(tree.nodeCount) where tree.kind(NodeID(index: index)) == .scalar {
        let text = tree.text(NodeID(index: index))
        if seen.insert(text).inserted { scalars.append(text) }
      }
    }
  }

  /// The blocks of a file of cases, each with the head it may leave out.
  private static func blocks(of text: String, _ path: String) -> [(name: String, text: String)] {
    let name = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
    var blocks: [[Substring]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# bad:") || line.hasPrefix("# ok:") {
        blocks.append([])
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.map { lines in
      let head = lines.prefix { !$0.hasPrefix("---") && !$0.hasPrefix("# file:") }
      let isRaw = lines.first { !$0.isEmpty } == "# raw"
      let missing = frame.filter { row in !isRaw && !head.contains { $0.hasPrefix(row.prefix { $0 != ":" } + ":") } }
      return (name, (missing.map { Substring($0) } + lines).joined(separator: "\n"))
    }
  }

  private static let frame = [
    "kind: plan", "schema: 1", "id: case", "title: Case", "period: 2025", "currency: CNY", "owner: cmo",
    "team: {roles: {cmo: Marketing head}}",
  ]
}
