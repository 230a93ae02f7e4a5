import PlanSyntax
import PlanText

/// Bytes of any encoding to text, and text to YAML.
package struct ParserTarget: FuzzTarget {
  package static let name = "parser"
  package static let longest = 4_096

  package static let words = [
    "---\n", "...\n", "%YAML 1.2\n", "%TAG ! tag:a,2000:\n", "&a ", "*a", "<<: *a", "!!str ", "!x ", "? ", ": ", "- ",
    "{", "}", "[", "]", ", ", "|\n", "|2-\n", ">+\n", "\"", "'", "\\x41", "\\u5143", "\\U0001F600", "\\\n",
    "# marplan: ",
    "ignore S001 until 2025-01-01\n", "\r\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}", "\u{200B}", "元",
    "kind: plan\n", "schema: 1\n", "~", "null", "@", "`", "  ",
  ]

  package init() {}

  package func check(_ bytes: [UInt8]) -> String? {
    let (source, problems) = decodeSource(bytes, id: FileID(0), path: "plan.yaml")
    // A file damaged throughout is not mended to its end; that it is damaged must be told.
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      return problems.isEmpty ? "bytes that are no text pass without a word" : nil
    }
    let (tree, found) = parseYAML(source)
    let ranges = RangeCheck(sources: SourceMap([source]))
    if let problem = ranges.problem(problems + found) { return problem }
    if let problem = problem(in: tree, ranges) { return problem }
    let again = readYAML(bytes, id: FileID(0), path: "plan.yaml")
    if again.tree.nodeCount > 0, again.diagnostics != problems + found { return "read again, other problems are found" }
    return lineEnds(source, tree, found)
  }

  /// What is wrong with the nodes and comments of a tree.
  private func problem(in tree: NodeTree, _ ranges: RangeCheck) -> String? {
    var visited = 0
    for root in tree.roots {
      if let problem = problem(at: root, in: tree, ranges, visited: &visited) { return problem }
    }
    if visited != tree.nodeCount { return "\(tree.nodeCount) nodes, of which \(visited) are reached" }
    for comment in tree.comments {
      if let problem = ranges.problem(comment) { return "a comment points \(problem)" }
      if tree.file.bytes[Int(comment.start)] != UInt8(ascii: "#") { return "a comment begins without its sign" }
    }
    for directive in tree.directives {
      if let problem = ranges.problem(directive.range) { return "a comment to the tool points \(problem)" }
    }
    return nil
  }

  private func problem(
    at node: NodeID, in tree: NodeTree, _ ranges: RangeCheck, visited: inout Int
  ) -> String? {
    visited += 1
    let range = tree.range(node)
    if let problem = ranges.problem(range) { return "a node points \(problem)" }
    if let target = tree.target(node), tree.kind(target) == .alias { return "an alias stands for an alias" }
    let children: [NodeID]
    switch tree.kind(node) {
    case .scalar:
      guard tree.text(node).utf8.count <= 4 * tree.file.bytes.count else { return "a scalar longer than its file" }
      return nil
    case .alias: return nil
    case .mapping: children = tree.entries(node).flatMap { [$0.key, $0.value] }
    case .sequence: children = Array(tree.items(node))
    }
    var last = range.start
    for child in children {
      let inner = tree.range(child)
      // What an error cut off has the places that are left.
      if inner.start < last, !tree.isPartial { return "a node at \(inner.start) begins before the one before it" }
      if inner.end > range.end, !tree.isPartial {
        return "a node ends at \(inner.end), past its parent's end \(range.end)"
      }
      last = inner.start
      if let problem = problem(at: child, in: tree, ranges, visited: &visited) { return problem }
    }
    return nil
  }

  /// The ends of lines change nothing of what is read in a file without errors.
  private func lineEnds(_ source: SourceFile, _ tree: NodeTree, _ found: [Diagnostic]) -> String? {
    guard !tree.isPartial, !source.bytes.contains(0x0D), source.bytes.contains(0x0A), source.bytes.count < 1_000 else {
      return nil
    }
    let bytes = source.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let (other, problems) = parseYAML(SourceFile(id: FileID(0), path: "plan.yaml", bytes: bytes))
    if other.nodeCount != tree.nodeCount { return "CRLF makes \(other.nodeCount) nodes of \(tree.nodeCount)" }
    if problems.map(\.code) != found.map(\.code) { return "CRLF makes other problems" }
    for index in 0..<Int32(tree.nodeCount) {
      let node = NodeID(index: index)
      if tree.kind(node) == .scalar, tree.text(node) != other.text(node) { return "CRLF makes another text" }
    }
    return nil
  }

  package func seeds(_ texts: SeedTexts) -> [[UInt8]] {
    var seeds = texts.plans.map { Array($0.text.utf8) }.filter { $0.count <= ParserTarget.longest }
    for (place, text) in texts.plans.enumerated() where place % 16 == 0 {
      seeds.append([0xFF, 0xFE] + text.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      seeds.append([0xEF, 0xBB, 0xBF] + Array(text.text.utf8))
    }
    return seeds.filter { $0.count <= ParserTarget.longest }
  }
}
