import PlanSyntax
import PlanText
import Testing

@Suite("Aliases") struct AliasTests {
  @Test func laterAnchorsShadowEarlierOnes() {
    #expect(Reading("- &a 1\n- *a\n- &a [2]\n- *a\n").shape == "[1, *1, [2], *[2]]")
  }

  @Test func aNewDocumentForgetsAnchors() {
    let read = Reading("a: &x 1\n---\nb: *x\n")
    #expect(read.codes == ["S024"])
  }

  @Test func anUnknownAliasGetsASuggestion() {
    let read = Reading("a: &total 1\nb: *totla\n")
    #expect(read.said == ["S001 *totla: nothing before this place is marked `&totla`"])
    #expect(read.diagnostics.first?.help?.text(in: .english) == "Did you mean `*total`?")
    #expect(read.shape == "{a: 1, b: !*}")
  }

  @Test func anAliasInsideItselfIsRefused() {
    let read = Reading("a: &x\n  b: [1, *x]\n")
    #expect(read.codes == ["S001"])
    #expect(read.underlined == ["*x"])
    #expect(read.diagnostics.first?.labels.map { read.tree.file.text($0.range) }.first?.hasPrefix("&x") == true)
    #expect(read.shape == "{a: {b: [1, !*]}}")
  }

  @Test func laughterIsBounded() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let read = Reading(text)
    #expect(read.codes == ["S010"])
    #expect(cost(read) < 3 * Limits().expandedNodes)
  }

  @Test func bytesBehindAliasesAreBounded() {
    let tenth = String(repeating: "x", count: Limits().expandedBytes / 10)
    let start = "a: &a \(tenth)\nb: &b [*a]\n"
    #expect(Reading(start + "c: [*b, *b, *b, *a, *a, *a, *a, *a]\n").codes.isEmpty)
    let read = Reading(start + "c: [*b, *b, *b, *a, *a, *a, *a, *b, *a, *a]\n")
    #expect(read.codes == ["S010"])
    #expect(read.underlined == ["*a"])
    #expect(read.shape.hasSuffix(", !*, !*]}"))
  }

  @Test func depthCountsThroughAliases() {
    var text = "a0: &a0 [x]\n"
    for level in 1...100 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let read = Reading(text)
    #expect(read.codes.contains("S010"))
    #expect(depth(read) <= Limits().depth)
  }

  @Test func manyAnchorsStayFast() {
    let text = (0..<20_000).map { "- &a\($0) 1\n- *a\($0)\n" }.joined()
    #expect(Reading(text).codes.isEmpty)
  }

  /// How many nodes a reader that follows every alias meets.
  private func cost(_ read: Reading) -> Int {
    var costs = Array(repeating: 1, count: read.tree.nodeCount)
    for node in read.nodes.reversed() {
      switch read.tree.kind(node) {
      case .mapping:
        costs[Int(node.index)] += read.tree.entries(node).reduce(0) {
          $0 + costs[Int($1.key.index)] + costs[Int($1.value.index)]
        }
      case .sequence: costs[Int(node.index)] += read.tree.items(node).reduce(0) { $0 + costs[Int($1.index)] }
      default: break
      }
    }
    // Aliases stand for nodes before them, so that a second, ascending pass has their cost at hand.
    var total = 0
    var expanded = costs
    for node in read.nodes {
      if let target = read.tree.target(node) { expanded[Int(node.index)] = full(target, read, &expanded) }
      total += read.tree.target(node) == nil ? 1 : expanded[Int(node.index)]
    }
    return total
  }

  private func full(_ node: NodeID, _ read: Reading, _ known: inout [Int]) -> Int {
    var sum = 0
    var index = Int(node.index)
    let end = index + subtree(node, read)
    while index < end {
      let id = NodeID(index: Int32(index))
      sum += read.tree.target(id) == nil ? 1 : known[index]
      index += 1
    }
    return sum
  }

  private func subtree(_ node: NodeID, _ read: Reading) -> Int {
    switch read.tree.kind(node) {
    case .mapping: 1 + read.tree.entries(node).reduce(0) { $0 + subtree($1.key, read) + subtree($1.value, read) }
    case .sequence: 1 + read.tree.items(node).reduce(0) { $0 + subtree($1, read) }
    default: 1
    }
  }

  private func depth(_ read: Reading) -> Int {
    func depth(_ node: NodeID) -> Int {
      let node = read.tree.resolved(node)
      switch read.tree.kind(node) {
      case .mapping: return 1 + (read.tree.entries(node).map { depth($0.value) }.max() ?? 0)
      case .sequence: return 1 + (read.tree.items(node).map { depth($0) }.max() ?? 0)
      default: return 0
      }
    }
    return read.tree.roots.map { depth($0) }.max() ?? 0
  }
}
