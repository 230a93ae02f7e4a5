import PlanText
import Testing

@Suite struct VisibleTextTests {
  /// What stays as it is: scripts, joined emoji, marks where they have a use.
  static let used = [
    "Spring launch", "整合营销（第一期）：“五一”——开始…", "café Ünal Łódź", "👨‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇳", "❤️‍🔥",
    "عربي\u{200F} (Gulf)", "می\u{200C}خواهم", "क्\u{200D}ष", "\u{200F}שלום", "葛\u{E0100}飾", "ภาษา\u{200B}ไทย",
    "a\u{301}\u{302}\u{323}", "Việt Nam", "\u{2018}≥︎\u{2019}", "한국어 ﻼ",
  ]

  @Test(arguments: used) func leavesWhatIsUsed(text: String) {
    #expect(visible(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(visible(text, breaks: .blanks).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{1B}[31m", #"\u{1B}[31m"#), ("\u{9B}1m", #"\u{9B}1m"#), ("\u{202E}003", #"\u{202E}003"#),
    ("a\u{2067}b", #"a\u{2067}b"#), ("med\u{200B}ia", #"med\u{200B}ia"#), ("a\u{200D}b", #"a\u{200D}b"#),
    ("中\u{200D}文", #"中\u{200D}文"#), ("a\u{200F}b", #"a\u{200F}b"#), ("\u{FEFF}", #"\u{FEFF}"#),
    ("a\u{E0041}\u{E0042}", #"a\u{E0041}\u{E0042}"#), ("😀\u{FE00}\u{FE01}", "😀\u{FE00}\\u{FE01}"),
    ("\u{3164}", #"\u{3164}"#), ("a\u{AD}b", #"a\u{AD}b"#),
    ("\u{FFF9}a\u{FFFA}b\u{FFFB}", #"\u{FFF9}a\u{FFFA}b\u{FFFB}"#),
    ("葛\u{E0100}\u{E0101}", "葛\u{E0100}\\u{E0101}"), ("\u{0}", #"\u{0}"#),
  ])
  func escapesWhatHides(text: String, shown: String) {
    #expect(visible(text) == shown)
    #expect(visible(shown) == shown)
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\t"])
  func oneLineStaysOne(end: String) {
    let text = "a\(end)b"
    #expect(visible(text, breaks: .blanks) == "a b")
    #expect(oneLine(text) == "a b")
    #expect(visible(text).unicodeScalars.allSatisfy { !HiddenCharacters.isControl($0.value) })
    #expect(oneLine(" a\(end)", keepsEnds: true) == " a ")
  }

  @Test func flagsSpellNoMessages() {
    let message = "\u{1F3F4}" + String(repeating: "\u{E0061}", count: 20)
    #expect(visible(message).contains(#"\u{E0061}"#))
  }

  @Test func marksDoNotPileUp() {
    let piled = "Z" + String(repeating: "\u{301}\u{35B}\u{489}", count: 20) + "a"
    #expect(visible(piled).unicodeScalars.count == 5)
    #expect(visible("שָׁ֔לוֹם").unicodeScalars.elementsEqual("שָׁ֔לוֹם".unicodeScalars))
  }

  @Test(arguments: [
    ("שלום 60万元", "\u{2068}שלום\u{2069} 60万元"), ("paid by שלום עולם, 5%", "paid by \u{2068}שלום עולם\u{2069}, 5%"),
    ("שלום 100 עולם", "\u{2068}שלום 100 עולם\u{2069}"),
    ("שלום CRM עולם", "\u{2068}שלום\u{2069} CRM \u{2068}עולם\u{2069}"),
    ("CRM 100", "CRM 100"), ("عربي\u{200F}!", "\u{2068}عربي\u{200F}\u{2069}!"),
  ])
  func isolatesWhatIsWrittenFromTheRight(text: String, shown: String) { #expect(isolated(text) == shown) }

  @Test func quickLookAgreesWithTheLongOne() {
    // Every character on its own and beside a letter: what is known to show at a glance does not hide.
    for value in UInt32(0)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar)
      guard showsAll(text) else { continue }
      var hidden = HiddenCharacters(in: text)
      let hides = text.unicodeScalars.contains { hidden.hides($0.value) }
      #expect(!hides && isolatedScalars(text) == nil, "U+\(String(value, radix: 16))")
      if showsAll(text, asLine: true) {
        #expect(!scalar.properties.isWhitespace, "U+\(String(value, radix: 16))")
      }
    }
  }

  private func isolatedScalars(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { HiddenCharacters.isRightToLeft($0.value) }
  }
}
