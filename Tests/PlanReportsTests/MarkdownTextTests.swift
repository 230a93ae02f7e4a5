import Testing

@testable import PlanReports

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("12.5%", "12.5%"), ("1. then", #"1\. then"#), ("1) then", #"1\) then"#), ("1.", #"1\."#), ("3", "3"),
    ("2025Q1. then", "2025Q1. then"), ("12,000.", "12,000."), ("10 days. Then", "10 days. Then"),
    ("- then", #"\- then"#), ("-5%", "-5%"), ("a_b", #"a\_b"#), ("www.a", #"www\.a"#), (" of 5 ", " of 5 "),
    ("a  b", "a b"), ("", ""),
  ])
  func onlyWhatMeansSomethingToMarkdownIsEscaped(text: String, written: String) {
    #expect(MarkdownText.escaped(text) == written)
  }

  @Test func numbersWithinABlockAreNoLists() {
    #expect(MarkdownText.escaped("1. then", isStart: false) == "1. then")
  }
}
