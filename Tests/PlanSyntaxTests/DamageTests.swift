import PlanSyntax
import PlanText
import Seeded
import Testing

/// What a damaged file must never do: crash, hang, or be read in part without a word.
@Suite("Damaged files") struct DamageTests {
  private static let plan = """
    # 计划
    kind: plan
    title: {en: "Spring launch", zh: '春季上市'}
    period: 2025Q2..2026Q2
    budget:
      total: 1.2亿元   # 税前
      lines:
        people: {amount: 45万元/人·年, equals: "max(a, b)"}
        media: &media
          amount: 3000万元
          split: [douyin 60%, wechat 40%]
        more: *media
    notes: |+
      第一行
        🚀 indented

    summary: >-
      folded
      text
    alerts:
    - when: actual < plan for 2 weeks
      do: "call \\"cmo\\" \\u4e2d"
    -
    - ? complex
      : value
    ...

    """

  private func check(_ bytes: [UInt8], _ what: @autoclosure () -> String) {
    let read = Reading(bytes: bytes)
    #expect(!read.tree.isPartial || !read.diagnostics.isEmpty, "\(what())")
    let size = UInt32(read.tree.file.bytes.count)
    for diagnostic in read.diagnostics {
      #expect(diagnostic.range.end <= size || diagnostic.code == "S010", "\(what())")
      #expect(diagnostic.labels.allSatisfy { $0.range.end <= size }, "\(what())")
    }
    // The tree holds together: every node is reached once, and every value can be read.
    var reached = 0
    func walk(_ node: NodeID) {
      reached += 1
      _ = read.tree.text(node)
      for item in read.tree.items(node) { walk(item) }
      for (key, value) in read.tree.entries(node) {
        walk(key)
        walk(value)
      }
    }
    for root in read.tree.roots { walk(root) }
    #expect(reached == read.tree.nodeCount, "\(what())")
  }

  @Test func thePlanItselfIsSound() {
    let read = Reading(Self.plan)
    #expect(read.codes.isEmpty, "\(read.said)")
  }

  @Test func cutOffAnywhere() {
    let bytes = Array(Self.plan.utf8)
    for end in bytes.indices { check(Array(bytes[..<end]), "cut at \(end)") }
  }

  @Test func oneByteChangedAnywhere() {
    let bytes = Array(Self.plan.utf8)
    let replacements = Array("\0\u{1}\t\n\r !\"#%&'*,-:>?@[]`{|}\\~a0".utf8) + [0x80, 0xC3, 0xE4, 0xFF]
    for place in bytes.indices {
      for replacement in replacements {
        var damaged = bytes
        damaged[place] = replacement
        check(damaged, "byte \(place) is \(replacement)")
      }
    }
  }

  @Test func oneByteLostOrAddedAnywhere() {
    let bytes = Array(Self.plan.utf8)
    for place in bytes.indices {
      var damaged = bytes
      damaged.remove(at: place)
      check(damaged, "byte \(place) is gone")
      for extra in "\"'[]{}:,#\n\t &*|>".utf8 {
        damaged = bytes
        damaged.insert(extra, at: place)
        check(damaged, "\(extra) before \(place)")
      }
    }
  }

  @Test func nonsense() {
    var dice = SeededGenerator(2)
    let pieces = [
      "a", "预", ":", " ", "\n", "- ", "  ", "[", "]", "{", "}", ",", "\"", "'", "#", "&a ", "*a", "!t ", "|", ">", "?",
      "%", "---", "\t", "：", "\r\n",
    ]
    for round in 0..<20_000 {
      let text = (0..<Int.random(in: 1...30, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }
        .joined()
      check(Array(text.utf8), "round \(round): \(text)")
    }
  }
}
