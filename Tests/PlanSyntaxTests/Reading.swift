import PlanSyntax
import PlanText
import Testing

/// One file read for a test.
struct Reading {
  let tree: NodeTree
  let diagnostics: [Diagnostic]

  init(_ text: String, limits: Limits = Limits()) { self.init(bytes: Array(text.utf8), limits: limits) }

  init(bytes: [UInt8], limits: Limits = Limits()) {
    (tree, diagnostics) = readYAML(bytes, id: FileID(1), path: "plan.yaml", limits: limits)
  }

  var codes: [String] { diagnostics.map(\.code) }

  /// What each diagnostic underlines.
  var underlined: [String] { diagnostics.map { tree.file.text($0.range) } }

  /// Each diagnostic as `CODE underlined: message`.
  var said: [String] {
    diagnostics.map { "\($0.code) \(tree.file.text($0.range)): \($0.message.text(in: .english))" }
  }

  /// The file after the fixes of all its diagnostics.
  var mended: String {
    var bytes = tree.file.bytes
    let edits = diagnostics.flatMap { $0.fix?.edits ?? [] }.sorted { $0.range.start > $1.range.start }
    for edit in edits {
      bytes.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The tree in one line: `{key: value}`, `[item]`, `*` before what an alias stands for, `!` before swallowed nodes.
  var shape: String { tree.roots.map { shape($0) }.joined(separator: " --- ") }

  func shape(_ node: NodeID) -> String {
    let mark = tree.isSwallowed(node) ? "!" : ""
    switch tree.kind(node) {
    case .scalar: return mark + tree.text(node)
    case .alias: return mark + "*" + (tree.target(node).map { shape($0) } ?? "")
    case .sequence: return mark + "[" + tree.items(node).map { shape($0) }.joined(separator: ", ") + "]"
    case .mapping:
      return mark + "{" + tree.entries(node).map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: ", ")
        + "}"
    }
  }

  /// Every node, in preorder.
  var nodes: [NodeID] { (0..<tree.nodeCount).map { NodeID(index: Int32($0)) } }
}
