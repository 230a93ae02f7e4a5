import PlanModel
import PlanText
import Testing

@testable import PlanReports

@Suite struct ThemeTests {
  private func theme(_ change: (inout Palette) -> Void) -> ReportTheme {
    var theme = Theme()
    var palette = Palette()
    change(&palette)
    theme.colours = palette
    return ReportTheme(theme, logo: nil)
  }

  private func colour(_ text: String) -> Located<String> { Located(text, at: .nowhere) }

  @Test func contrastIsThatOfTheGuidelines() {
    #expect(Contrast.ratio("#000000", "#FFFFFF") == 2100)
    #expect(Contrast.ratio("#FFFFFF", "#FFFFFF") == 100)
    // The example pair of WCAG's own understanding document: #777777 on white just misses 4.5 to 1.
    #expect(Contrast.ratio("#777777", "#FFFFFF") == 447)
    #expect(Contrast.ratio("#767676", "#FFFFFF") == 454)
  }

  @Test func coloursThatCannotBeReadAreRefused() {
    #expect(ReportTheme.none.unreadable.isEmpty)
    #expect(theme { $0.accent = colour("#5B2A86") }.unreadable.isEmpty)
    let pale = theme { $0.accent = colour("#EEEEEE") }.unreadable.map { $0.text(in: .english) }
    #expect(pale.count == 2 && pale.allSatisfy { $0.contains("`accent` #EEEEEE") })
    // White text stands on the first series, so that one must stay dark.
    #expect(theme { $0.s1 = colour("#FFFF00") }.unreadable.contains { $0.text(in: .english).contains("`on1`") })
  }

  @Test func aThemeSetsColoursAfterThePagesOwn() throws {
    let plan = try compiled("budget: {total: CNY 100, lines: {media: CNY 100}}\n")
    let themed = CompiledPlan(
      plan.resolved, diagnostics: plan.diagnostics, sources: plan.sources, language: .english,
      presentation: Presentation(theme: theme { $0.accent = colour("#5B2A86") }, revision: "v\"1</style>"))
    let html = HTMLReport().render(themed)
    let own = try #require(html.firstRange(of: "--accent:#0B4F6C"))
    let set = try #require(html.firstRange(of: ":root{--accent:#5B2A86}"))
    #expect(own.lowerBound < set.lowerBound)
    #expect(html.ranges(of: "</style>").count == 1, "a revision ends no style")
  }

  @Test func linksAreAddressesOfTheWebOnly() throws {
    #expect(LinkTemplate("javascript:{file}", revision: nil) == nil)
    #expect(LinkTemplate("https://host/{line}", revision: nil) == nil)
    #expect(LinkTemplate("https://host/{rev}/{file}", revision: nil) == nil)
    let links = try #require(LinkTemplate("https://host/{rev}/{file}#L{line}", revision: "a b"))
    #expect(links.link("plans/春 \".yaml", 7) == "https://host/a%20b/plans/%E6%98%A5%20%22.yaml#L7")
  }
}
