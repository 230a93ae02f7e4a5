import PlanText
import Testing

@Suite struct MessageTests {
  @Test func aTextNobodyReadsThroughIsCut() {
    let long = String(repeating: "预算", count: 2000)
    let message = Message(en: "`\(long)` is long", hans: "`\(long)` 很长", hant: "`\(long)` 很長")
    let english = message.text(in: .english)
    #expect(english.utf8.count < 2_100 && english.hasPrefix("`预算预算") && english.hasSuffix("…` is long"))
    #expect(!english.contains("\u{FFFD}"))
    let short = String(repeating: "a", count: 2_000)
    #expect(Message(en: "\(short)", hans: "", hant: "").text(in: .english) == short)
  }

  @Test func waysNameEveryStepUnlessTheyAreLong() {
    let names = (1...20).map(String.init)
    #expect(way(["a"]) == "`a`")
    #expect(way(names, isQuoted: false) == names.joined(separator: " → "))
    #expect(
      way(["0"] + names, isQuoted: false)
        == "0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → … → 11 → 12 → 13 → 14 → 15 → 16 → 17 → 18 → 19 → 20")
  }
}
