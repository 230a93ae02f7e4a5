import PlanText
import Testing

@testable import PlanReports

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

  @Test(arguments: Language.allCases)
  func thePageNeedsNothingElse(language: Language) throws {
    for plan in try shippedPlans(language) {
      let html = plan.files.text("report.html")
      for word in ["<script", "http://", "https://", "@import", "<link", "<img", "<image", "foreignObject"] {
        #expect(!html.contains(word), "\(plan.name): \(word)")
      }
      #expect(html.components("url(") == html.components("url(#"))
      #expect(html.contains("default-src 'none'"))
      #expect(html.components("<h1>") == 1)
      #expect(html.components("<table ") == html.components("<caption"))
      #expect(html.components("<th>") == 0, "a heading cell without scope")
      let isSmall = plan.name == "spring-refill"
      #expect(html.utf8.count <= (isSmall ? 250_000 : 750_000), "\(plan.name): \(html.utf8.count) bytes")
    }
  }

  @Test(arguments: Language.allCases)
  func everyIdIsThereOnceAndEveryLinkLands(language: Language) throws {
    for plan in try shippedPlans(language) {
      let html = plan.files.text("report.html")
      let ids = values(of: " id=\"", in: html)
      #expect(Set(ids).count == ids.count, "\(plan.name)")
      for target in values(of: "href=\"#", in: html) { #expect(ids.contains(target), "\(plan.name): #\(target)") }
      // Each note has a place that cites it, and links back to it.
      for note in ids where note.hasPrefix("n") && note.dropFirst().allSatisfy(\.isNumber) {
        #expect(ids.contains("r" + note.dropFirst()), "\(plan.name): note \(note)")
      }
      for references in values(of: "aria-labelledby=\"", in: html) {
        for id in references.split(separator: " ") { #expect(ids.contains(String(id)), "\(plan.name): \(id)") }
      }
    }
  }

  @Test func theLanguagesShowTheSameFigures() throws {
    let reports = try Language.allCases.map { try shippedPlans($0) }
    for (place, plan) in (reports.first ?? []).enumerated() {
      let exact = values(of: "<data value=\"", in: plan.files.text("report.html"))
      #expect(exact.count > 20, "\(plan.name)")
      for other in reports.dropFirst() {
        #expect(values(of: "<data value=\"", in: other[place].files.text("report.html")) == exact, "\(plan.name)")
      }
    }
  }

  @Test func headingsDoNotSkipALevel() throws {
    for plan in try shippedPlans() {
      var level = 0
      for heading in plan.files.text("report.html").matches(of: /<h([1-6])[ >]/) {
        let next = Int(heading.1) ?? 0
        #expect(next <= level + 1, "\(plan.name): h\(next) after h\(level)")
        level = next
      }
    }
  }

  @Test(arguments: [(Language.english, "Findings"), (.simplified, "发现的问题"), (.traditional, "發現的問題")])
  func speaksItsLanguage(language: Language, heading: String) throws {
    let plan = try compiled("objectives: {o: {title: T, owner: cmo}}\n", language: language)
    #expect(HTMLReport().render(plan).contains("<html lang=\"\(language.rawValue)\">"))
    #expect(MarkdownReport().render(plan).contains(" \(heading)\n"))
  }

  @Test func sectionsWithoutDataAreNamedAsGaps() throws {
    let text = try MarkdownReport().render(compiled(""))
    #expect(text.contains("✕ Not ready to approve") || text.contains("? Cannot be judged"))
    for key in ["objectives", "budget", "tasks", "milestones", "risks", "feasibility", "channels", "alerts"] {
      #expect(text.contains("| `\(key)` |"), "\(key)")
    }
    for heading in ["Objectives and KPIs", "Budget", "Timetable", "Feasibility"] {
      #expect(!text.contains("# \(heading)") && !text.contains(" \(heading)\n\n**"), "\(heading)")
    }
  }

  @Test func statedAndRecomputedStandSideBySideOnTheFirstPage() throws {
    let text = try MarkdownReport().render(
      compiled(
        """
        budget:
          total: CNY 100
          lines: {media: {amount: CNY 60, share: 50%}, people: CNY 40}

        """))
    let exceptions = try #require(text.firstRange(of: "## and exceptions"))
    let money = try #require(text.firstRange(of: "Budget by line"))
    let first = text[exceptions.lowerBound..<money.lowerBound]
    #expect(first.firstMatch(of: #/\| 50% \| 60\.00%\[\^[0-9]+\] \| B307 \|/#) != nil)
    #expect(text.contains("`plan.yaml:11`"))
    #expect(text.contains("⚠[^"), "a figure that an error bears on is marked")
  }

  @Test func sharesOfLinesAndReservesMakeAHundredAsPrinted() throws {
    let text = try MarkdownReport().render(
      compiled(
        """
        budget:
          total: CNY 90
          lines: {a: CNY 20, b: CNY 20, c: CNY 20}
          reserves: {held: {amount: CNY 30}}

        """))
    let table = try #require(text.firstRange(of: "Budget by line"))
    let rows = text[table.upperBound...].split(separator: "\n").dropFirst(3).prefix { $0.hasPrefix("| ") }
    // Lines of 22.22% each and the reserve's 33.33% would make 99.99%.
    let hundredths = rows.filter { !$0.contains("\u{2003}") && !$0.contains("Total") }.compactMap { row in
      row.firstMatch(of: #/([0-9]+)\.([0-9]{2})%/#).flatMap { Int($0.1 + $0.2) }
    }
    #expect(hundredths.count == 4 && hundredths.reduce(0, +) == 10_000, "\(rows)")
  }

  @Test func aRecomputedShareNamesItsBaseAndNotWhatElseTheLineSays() throws {
    let text = try MarkdownReport().render(
      compiled(
        """
        budget:
          total: CNY 100
          lines:
            media: {amount: CNY 60, lines: {search: {amount: CNY 30, equals: half, share: 40%}, social: CNY 30}}
            people: CNY 40
        assumptions: {half: {value: CNY 30, source: S, as_of: 2024}}

        """))
    let row = try #require(text.firstMatch(of: #/\| 40% \| 50\.00%\[\^([0-9]+)\] \| B307 \|/#))
    #expect(text.contains("[^\(row.1)]: search, share, recomputed: 50% = `budget.search / budget.media`"))
  }

  @Test func theVerdictFollowsFromTheFindings() throws {
    let sound = "budget: {total: CNY 100, lines: {media: CNY 100}}\n"
    let wrong = "budget: {total: CNY 100, lines: {media: CNY 90}}\n"
    #expect(try report(compiled(sound)).verdict == .ready)
    #expect(try report(compiled(wrong)).verdict == .notReady)
    #expect(try report(compiled("")).verdict == .unknown)
    #expect(try report(compiled("milestones: {m: {title: M, date: 2025-05-01}}\n" + sound)).verdict == .conditions)
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

/// What stands between each opening and the next quotation mark.
private func values(of opening: String, in text: String) -> [String] {
  text.ranges(of: opening).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
