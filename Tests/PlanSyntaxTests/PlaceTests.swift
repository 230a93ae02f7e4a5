import PlanSyntax
import PlanText
import Seeded
import Testing

/// A text made of pieces whose places are known.
struct Patchwork {
  var text = ""
  /// The scalars written, quotes included, with their offsets, in order.
  var tokens: [(start: Int, text: String)] = []
  var comments: [(start: Int, text: String)] = []

  private static let words = [
    "预算", "品牌声量", "🚀", "launch", "½㎡", "ｆｕｌｌ", "￥３８０", "１２．５％", "é̂", "👩‍👩‍👧", "x", "1,200", "a-b_c", "続き", "한국어", "𠮷野家",
    "“引”", "（见附件）",
  ]

  mutating func add(token: String) {
    tokens.append((text.utf8.count, token))
    text += token
  }

  mutating func scalar(using dice: inout SeededGenerator) {
    let words = (1...Int.random(in: 1...4, using: &dice)).map { _ in Self.words.randomElement(using: &dice) ?? "" }
    let text = words.joined(separator: Bool.random(using: &dice) ? " " : "")
    switch Int.random(in: 0...3, using: &dice) {
    case 0: add(token: "\"\(text)\\t\\\"\"")
    case 1: add(token: "'\(text)'''")
    default: add(token: text.hasPrefix("1,") ? "n" + text : text)
    }
  }

  mutating func comment(using dice: inout SeededGenerator) {
    let comment = "#" + (Self.words.randomElement(using: &dice) ?? "") + " # '\"[{"
    comments.append((text.utf8.count, comment))
    text += comment
  }

  /// A file of mappings, lists and comments.
  init(seed: UInt64, lineEnd: String) {
    var dice = SeededGenerator(seed)
    for line in 0..<Int.random(in: 1...40, using: &dice) {
      if Int.random(in: 0...5, using: &dice) == 0 {
        comment(using: &dice)
        text += lineEnd
      }
      add(token: "键\(line)")
      text += ":" + (Bool.random(using: &dice) ? "\t" : " ")
      switch Int.random(in: 0...4, using: &dice) {
      case 0:
        text += "["
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
          add(token: "项")
          text += ",\t"
        }
        text += "]"
      case 1:
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
          text += lineEnd + "  - "
          scalar(using: &dice)
        }
      case 2:
        text += "|" + lineEnd + "  正文 🚀" + lineEnd + "  more"
        tokens.append(
          (
            text.utf8.count - "|".utf8.count - 2 * lineEnd.utf8.count - "  正文 🚀  more".utf8.count,
            "|" + lineEnd + "  正文 🚀" + lineEnd + "  more"
          ))
        text += lineEnd
        continue
      default: scalar(using: &dice)
      }
      if Bool.random(using: &dice) {
        text += "  "
        comment(using: &dice)
      }
      text += lineEnd
    }
  }
}

@Suite("Places") struct PlaceTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func rangesUnderlineWhatWasWritten(_ lineEnd: String) {
    for seed in UInt64(0)..<300 {
      let patchwork = Patchwork(seed: seed, lineEnd: lineEnd)
      for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
        let read = Reading(bytes: mark + Array(patchwork.text.utf8))
        #expect(read.codes.isEmpty, "seed \(seed): \(read.said)")
        let scalars = read.nodes.filter { read.tree.kind($0) == .scalar }
        #expect(
          scalars.map { read.tree.file.text(read.tree.range($0)) } == patchwork.tokens.map(\.text), "seed \(seed)")
        #expect(scalars.map { Int(read.tree.range($0).start) } == patchwork.tokens.map(\.start))
        #expect(read.tree.comments.map { read.tree.file.text($0) } == patchwork.comments.map(\.text))
        #expect(read.tree.comments.map { Int($0.start) } == patchwork.comments.map(\.start))
      }
    }
  }

  @Test func childrenLieWithinTheirParents() {
    for seed in UInt64(0)..<100 {
      let read = Reading(Patchwork(seed: seed, lineEnd: "\n").text)
      for node in read.nodes {
        let outer = read.tree.range(node)
        let children =
          read.tree.items(node).map { $0 } + read.tree.entries(node).flatMap { [$0.key, $0.value] }
        for child in children {
          let inner = read.tree.range(child)
          #expect(inner.start >= outer.start && inner.end <= outer.end)
        }
      }
    }
  }
}
