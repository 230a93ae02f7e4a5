import PlanText
import Testing

@testable import PlanReports

@Suite struct OtherLanguagesTests {
  private typealias Run = OtherLanguages.Run

  @Test func plansTextsCarryTheirTags() {
    let others = OtherLanguages(["会员": "zh-Hans", "会员系统": "zh-Hans"], plain: "zh-Hans", in: .traditional)
    #expect(
      others.runs(in: "共1項：会员系统") == [Run(text: "共1項："), Run(text: "会员系统", tag: "zh-Hans")])
    #expect(others.runs(in: "沒有") == [Run(text: "沒有")])
  }

  @Test func wordsAreNotTakenOutOfOthers() {
    let others = OtherLanguages(["Red": "es"], plain: "es", in: .english)
    #expect(others.runs(in: "Reduced") == [Run(text: "Reduced")])
    #expect(others.runs(in: "a Red b") == [Run(text: "a "), Run(text: "Red", tag: "es"), Run(text: " b")])
  }

  @Test func whatChartsCutKeepsItsTag() {
    let others = OtherLanguages(["内容制作与门店改造": "zh-Hans"], plain: "zh-Hans", in: .traditional)
    #expect(others.runs(in: "内容制作…") == [Run(text: "内容制作", tag: "zh-Hans"), Run(text: "…")])
  }

  @Test func anEnglishPageMarksAllChinese() throws {
    let pages = try shippedPlans(.english).map { ($0.name, $0.files.text("report.html")) }
    #expect(pages.contains { $0.1.contains(" lang=\"zh-Hans\"") })
    for (name, page) in pages {
      let html = page.replacing(#/<style>[^<]*<\/style>/#, with: "").replacing(#/<title[^<]*<\/title>/#, with: "")
        .replacing(#/<desc[^<]*<\/desc>/#, with: "").replacing(#/ (?:data-h|aria-label)="[^"]*"/#, with: "")
        .replacing(#/ lang="zh[^"]*">[^<]*</#, with: "><")
      let left = html.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
      #expect(left.isEmpty, "\(name): \(String(String.UnicodeScalarView(left)).prefix(40))")
    }
  }
}
