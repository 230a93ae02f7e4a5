import PlanReports
import PlanText
import Testing

@Suite struct ReportTests {
  static let hostile = """
    objectives:
      o: {title: "<script>alert(1)</script> | [x](javascript:1) `c` **b** https://example.com &amp; ", owner: cmo}
    assumptions:
      a: {value: CNY 5, source: "=cmd|' /C calc'!A1 \\u202E<img src=x>"}

    """

  @Test func textIsNeverMarkupInHTML() throws {
    let html = try HTMLReport().render(compiled(Self.hostile))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\u{202E}"))
    #expect(html.contains("&amp;amp;"))
  }

  @Test func textIsNeverMarkupInMarkdown() throws {
    let text = try MarkdownReport().render(compiled(Self.hostile))
    #expect(
      text.contains(
        #"\<script\>alert(1)\</script\> \| \[x\](javascript:1) \`c\` \*\*b\*\* https\://example.com \&amp;"#))
    #expect(!text.contains("\u{202E}"))
  }

  @Test func thePageNeedsNothingElse() throws {
    for plan in try shippedPlans() {
      let html = plan.files.text("report.html")
      for word in ["<script", "http://", "https://", "url(", "@import", "<link", "<img"] {
        #expect(!html.contains(word), "\(plan.name): \(word)")
      }
      #expect(html.contains("default-src 'none'"))
      #expect(html.components("<h1>") == 1)
      #expect(html.components("<table>") == html.components("<caption>"))
      #expect(html.components("<th>") == 0, "a heading cell without scope")
    }
  }

  @Test(arguments: [(Language.english, "Findings"), (.simplified, "发现的问题"), (.traditional, "發現的問題")])
  func speaksItsLanguage(language: Language, heading: String) throws {
    let plan = try compiled("objectives: {o: {title: T, owner: cmo}}\n", language: language)
    #expect(HTMLReport().render(plan).contains("<html lang=\"\(language.rawValue)\">"))
    #expect(MarkdownReport().render(plan).contains("## \(heading)\n"))
  }

  @Test func sectionsWithoutDataAreLeftOut() throws {
    let text = try MarkdownReport().render(compiled(""))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("#") } == ["# Case", "## Findings"])
  }

  @Test func contradictionsComeFirstWithBothFiguresAndPlaces() throws {
    let text = try MarkdownReport().render(
      compiled(
        """
        budget:
          total: CNY 100
          lines: {media: {amount: CNY 60, share: 50%}, people: CNY 40}

        """))
    let findings = try #require(text.firstRange(of: "### Contradictions"))
    let money = try #require(text.firstRange(of: "## Money"))
    #expect(findings.lowerBound < money.lowerBound)
    let section = text[findings.lowerBound..<money.lowerBound]
    #expect(section.contains("50%") && section.contains("60%"))
    #expect(section.contains("`plan.yaml:11`"))
    #expect(text.contains("⚠ CNY 60"))
  }

  @Test func allTablesOfMarkdownAreRectangular() throws {
    for plan in try shippedPlans(.simplified) {
      var width = 0
      for line in plan.files.text("report.md").split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          width = 0
          continue
        }
        let bars = line.replacing("\\|", with: "").count { $0 == "|" }
        #expect(width == 0 || bars == width, "\(plan.name): \(line)")
        width = bars
      }
    }
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
