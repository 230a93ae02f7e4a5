import PlanSyntax
import PlanText
import Testing

/// Several errors of syntax in one file: each is told, and what lies between them is read.
@Suite("Recovery") struct RecoveryTests {
  /// A section or list item with an error inside, and where that is told.
  struct Damage: Sendable {
    let text: String
    let told: String
    init(_ text: String, _ told: String) {
      self.text = text
      self.told = told
    }
  }

  private static let kinds = [
    Damage("title: \"Spring\n", "\"Spring"),
    Damage("title: 'Spring\n", "'Spring"),
    Damage("lines: {people: 1, media: 2\n", "{"),
    Damage("lines: [people, media\n", "["),
    Damage("lines: {people: 1 media: 2}\n", ":"),
    Damage("lines:\n    people: 1\n    no colon here\n    media: 2\n", "no colon here"),
    Damage("note: 预算: 三成\n", ":"),
    Damage("says: @all\n", "@all"),
    Damage("total: \"5\" CNY\n", "CNY"),
    Damage("total: 5\n    more: 6\n", "more"),
    Damage("lines:\n\t people: 1\n", "\t"),
  ]

  /// A file of sections `s0` to `s4`, each with one damage between two sound fields.
  private func sections(_ damages: [Damage]) -> String {
    damages.enumerated().map { "s\($0):\n  before: 1\n  \($1.text)  after: 2\n" }.joined()
  }

  private func items(_ damages: [Damage]) -> String {
    "list:\n" + damages.enumerated().map { "- before: \($0)\n  \($1.text)  after: 2\n" }.joined()
  }

  @Test func fiveErrorsInFiveSections() throws {
    for start in Self.kinds.indices {
      let damages = (0..<5).map { Self.kinds[(start + $0 * 2) % Self.kinds.count] }
      for text in [sections(damages), items(damages)] {
        let read = Reading(text)
        let told = read.underlined.compactMap { $0 }
        for damage in damages {
          #expect(
            told.contains { $0.hasPrefix(damage.told) || damage.told.hasPrefix($0) },
            "\(damage.told) of \(told) in\n\(text)")
        }
        #expect(told.count >= 5 && told.count <= 6, "\(told) in\n\(text)")
        let root = try #require(read.tree.roots.first)
        let values = read.tree.entries(root).flatMap { entry in
          read.tree.kind(entry.value) == .sequence ? Array(read.tree.items(entry.value)) : [entry.value]
        }
        #expect(values.count == 5, "\(read.shape)")
        for value in values {
          let keys = read.tree.entries(value).map { read.tree.text($0.key) }
          #expect(keys.first == "before" && keys.contains("after"), "\(read.shape) of\n\(text)")
        }
      }
    }
  }

  /// Where an open quote makes each later text begin where it ends, the signs that it then seems to begin with are no
  /// errors of their own.
  @Test(arguments: ["%", "@all", "*x", "&x", "!x", "|", "{", "[a]", "- b", "?", "`"])
  func anOpenQuoteIsOneErrorWhateverComesAfter(text: String) {
    for (quote, other) in [("\"", "'"), ("'", "\"")] {
      let read = Reading(
        "a:\n  x: \(quote)open\n  y: 1\nb:\n  u: \(quote)\(text)\(quote)\n  v: \(other)\(text)\(other)\nc: \(quote)\(text)\(quote)\n"
      )
      #expect(read.codes == ["S001"], "\(read.said)")
      #expect(read.underlined == ["\(quote)open"], "\(read.said)")
    }
  }

  @Test func endlessErrorsAreCutShort() {
    let read = Reading((0..<200).map { "k\($0): \"x\" y\n" }.joined())
    #expect(read.codes.count == Limits().syntaxErrors)
    #expect(read.tree.isPartial)
  }
}
