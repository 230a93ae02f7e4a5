import PlanReports
import PlanText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("budget", 6), ("预算", 4), ("１２", 4), ("ﾊﾝｶｸ", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("e\u{301}", 1), ("\u{301}", 0), ("é", 1), ("…", 1), ("¥", 1), ("￥", 2), ("×", 1), ("“”", 2), ("「」", 4),
    ("💰", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("🇨🇳", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ("☰", 2), ("䷀", 2), ("𠮷", 2), ("\u{1FAE9}", 2), ("\u{200B}", 0), ("\u{AD}", 0),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  /// What Unicode draws as an emoji by itself is wide in the table, too.
  @Test func emojiAreWide() {
    let emoji = (0...0x1FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter(
      \.properties.isEmojiPresentation)
    #expect(emoji.count > 1100)
    for scalar in emoji { #expect(displayWidth(String(Character(scalar))) == 2, "\(scalar.value)") }
  }

  @Test(arguments: [
    ("plain", "plain"), ("预算 💰", "预算 💰"), ("a\u{1B}[0m", #"a\u{1B}[0m"#), ("a\r\nb", #"a\r\nb"#), ("\u{0}", #"\u{0}"#),
    ("\u{7F}\u{80}", #"\u{7F}\u{80}"#), ("a\u{202E}b\u{2066}", #"a\u{202E}b\u{2066}"#), ("\u{FEFF}x", #"\u{FEFF}x"#),
    ("pi\u{200D}lot", #"pi\u{200D}lot"#), ("👩‍👩‍👧", "👩‍👩‍👧"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"), ("x\u{E0041}", #"x\u{E0041}"#),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{AD}b", #"a\u{AD}b"#),
  ])
  func showsWhatHides(text: String, shown: String) {
    #expect(visible(text) == shown)
  }
}
