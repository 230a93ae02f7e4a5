import PlanText
import Synchronization
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

  @Test func valuesArePutIntoWordsOnlyInTheLanguageThatIsRead() {
    let asked = Asked()
    let message = Message(en: "\(asked) of \(asked)", hans: "\(asked)", hant: "\(asked)")
    #expect(asked.languages == [])
    #expect(message.text(in: .simplified) == "3 倍")
    #expect(asked.languages == [.simplified])
    #expect(Message("\(message) = \(asked)!").text(in: .english) == "3x of 3x = 3x!")
  }

  @Test func messagesAreEqualThatSayTheSameInEveryLanguage() {
    let written = Message(en: "3x of 3x", hans: "3 倍", hant: "3 倍")
    let asked = Asked()
    let phrased = Message(en: "\(asked) of \(asked)", hans: "\(asked)", hant: "\(asked)")
    #expect(phrased == written && phrased.hashValue == written.hashValue)
    #expect(phrased != Message(en: "3x of 4x", hans: "3 倍", hant: "3 倍"))
    #expect(phrased != Message(en: "3x of 3x", hans: "3 倍", hant: "三倍"))
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

/// A value that remembers the languages it was written in.
private final class Asked: Phrased {
  private let asked = Mutex<[Language]>([])

  var languages: [Language] { asked.withLock { $0 } }

  func phrase(in language: Language) -> String {
    asked.withLock { $0.append(language) }
    return language == .english ? "3x" : "3 倍"
  }
}
