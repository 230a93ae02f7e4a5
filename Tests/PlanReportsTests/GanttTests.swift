import PlanQuantities
import PlanReports
import PlanText
import Testing

@Suite struct GanttTests {
  private func bars(_ count: Int, criticalEvery: Int = 1000, summaryEvery: Int = 1000) -> [GanttChart.Bar] {
    (0..<count).map {
      .init(
        id: "t\($0)", name: "Task \($0)", start: CivilDate(dayNumber: 20_000 + $0),
        finish: CivilDate(dayNumber: 20_010 + $0),
        isCritical: $0 % criticalEvery == 0, isSummary: $0 % summaryEvery == 0)
    }
  }

  private func chart(_ groups: [GanttChart.Group], links: [GanttChart.Link] = []) -> GanttChart {
    GanttChart(language: .english, groups: groups, links: links, today: nil)
  }

  private func texts(_ chart: any Chart, _ width: ChartWidth = .wide) -> [String] {
    chart.draw(width).marks.compactMap { if case .text(let label) = $0 { label.text } else { nil } }
  }

  private func count(_ style: MarkStyle, _ chart: any Chart) -> Int {
    chart.draw(.wide).marks.count { mark in
      switch mark {
      case .rectangle(_, let other), .path(_, _, let other), .circle(_, _, let other): other == style
      case .text: false
      }
    }
  }

  @Test func breaksBetweenGroupsAndRepeatsHeadingsWithinThem() {
    let pages = chart([.init(name: "A", bars: bars(20)), .init(name: "B", bars: Array(bars(60).dropFirst(20)))]).pages
    #expect(pages.count == 3)
    #expect(texts(pages[0]).contains("A") && !texts(pages[0]).contains("B"))
    #expect(texts(pages[1]).contains("B") && texts(pages[2]).contains("B (continued)"))
    #expect(texts(pages[0]).contains("rows 1–20 of 60") && texts(pages[2]).contains("rows 48–60 of 60"))
    let names = pages.flatMap { texts($0) }.filter { $0.hasPrefix("Task ") }
    #expect(names == (0..<60).map { "Task \($0)" })
  }

  @Test func aShortGroupFillsTheRestOfAPage() {
    let pages = chart([.init(name: "A", bars: bars(3)), .init(name: "B", bars: Array(bars(40).dropFirst(3)))]).pages
    #expect(pages.count == 2)
    #expect(texts(pages[0]).contains("B") && texts(pages[1]).contains("B (continued)"))
  }

  @Test func drawsOnlyWhatIsCriticalOfMany() {
    let chart = chart([.init(name: nil, bars: bars(300, criticalEvery: 10))])
    #expect(chart.pages.map { count(.critical, $0) }.reduce(0, +) == 30)
    #expect(chart.pages.map { count(.task, $0) }.reduce(0, +) == 0)
    #expect(chart.omissions == ["30 of 300 tasks are drawn, the critical ones first; the table holds all"])
    #expect(chart.pages.last.map { texts($0) }?.contains(chart.omissions[0]) == true)
  }

  @Test func neverDrawsMoreThanAHundredAndTwentyBars() {
    for criticalEvery in [1, 2, 1000] {
      let chart = chart([.init(name: nil, bars: bars(1000, criticalEvery: criticalEvery, summaryEvery: 40))])
      let drawn = chart.pages.flatMap { texts($0) }.count { $0.hasPrefix("Task ") }
      #expect(drawn <= 120 && drawn >= 25 && !chart.omissions.isEmpty)
    }
  }

  @Test func drawsOnlyCriticalLinksOfMany() {
    let links = (0..<20).flatMap { place in
      [GanttChart.Link.Kind.fs, .ss, .ff].map {
        GanttChart.Link(from: "t\(place)", to: "t\(place + 1)", kind: $0, isCritical: $0 == .fs && place < 7)
      }
    }
    let all = chart([.init(name: nil, bars: bars(21))], links: Array(links.prefix(40)))
    #expect(count(.link, all.pages[0]) + count(.criticalLink, all.pages[0]) == 40 && all.omissions.isEmpty)
    let some = chart([.init(name: nil, bars: bars(21))], links: links)
    #expect(count(.link, some.pages[0]) == 0 && count(.criticalLink, some.pages[0]) == 7)
    #expect(some.omissions == ["Of 60 links only the 7 critical ones are drawn"])
  }

  @Test(arguments: GanttChart.Link.Kind.allCases) func linksLeaveAndArriveAtTheirEnds(kind: GanttChart.Link.Kind) {
    let days = (0..<2).map { CivilDate(dayNumber: 20_000 + $0 * 40) }
    let bars = (0..<2).map {
      GanttChart.Bar(id: "t\($0)", name: "Task \($0)", start: days[$0], finish: days[$0].adding(days: 30))
    }
    let page = chart(
      [.init(name: nil, bars: bars)], links: [.init(from: "t0", to: "t1", kind: kind, lag: "+5 d")]
    ).pages[0]
    let boxes = page.draw(.wide).marks.compactMap { mark -> Box? in
      if case .rectangle(let box, .task) = mark { box } else { nil }
    }
    let lines = page.draw(.wide).marks.compactMap { mark -> [Point]? in
      if case .path(let points, false, .link) = mark { points } else { nil }
    }
    #expect(boxes.count == 2 && lines.count == 1)
    let leaves = kind == .fs || kind == .ff ? boxes[0].right : boxes[0].x
    #expect(lines[0].first?.x == leaves)
    switch kind {
    case .fs: #expect(lines[0].last.map { boxes[1].x < $0.x && $0.x <= boxes[1].x + 5_0 && $0.y < boxes[1].y } == true)
    case .ss: #expect(lines[0].last?.x == boxes[1].x)
    case .ff, .sf: #expect(lines[0].last?.x == boxes[1].right)
    }
    #expect(texts(page).contains(kind == .fs ? "+5 d" : "\(kind.rawValue) +5 d"))
  }

  @Test(arguments: [(60, "7 Oct"), (200, "Nov"), (600, "25Q1"), (2000, "25H1")])
  func scaleFollowsLength(days: Int, tick: String) {
    let start = CivilDate(dayNumber: 20_000)
    let bar = GanttChart.Bar(id: "t", name: "Task", start: start, finish: start.adding(days: days))
    #expect(texts(chart([.init(name: nil, bars: [bar])]).pages[0]).contains(tick))
  }

  @Test func aPlansTimetableHasItsTasksPhasesAndMilestones() throws {
    let plan = try compiled(
      """
      phases:
        one: {title: First, period: 2025Q1}
        two: {title: Second, period: 2025Q2}
      milestones:
        gate: {title: Gate, date: 2025-03-31, owner: cmo}
      tasks:
        a: {title: Alpha, phase: one, duration: 45wd, owner: cmo}
        b: {title: Beta, phase: one, after: [a], duration: 30wd, owner: cmo}
        c: {title: Gamma, phase: one, after: [a], duration: 2wd, owner: cmo}
        d: {title: Delta, phase: two, after: [b FS+2wd], duration: 30wd, owner: cmo}

      """)
    let day = try #require(CivilDate(2025, 3, 31))
    let chart = GanttChart(
      plan, today: CivilDate(2025, 2, 1), milestones: [.init(key: "M1", name: "Gate", date: day, state: .planned)],
      phases: [
        .init(name: "First", period: try #require(Period(first: day.adding(days: -89), last: day)), amount: "48.00")
      ]
    ) { "\($0) d" }
    #expect(chart.pages.count == 1)
    let words = texts(chart.pages[0])
    for word in ["First", "Second", "Alpha", "Beta", "Gamma", "Delta", "M1", "First · 48.00", "as of 1 Feb 2025"] {
      #expect(words.contains(word), "\(word) in \(words)")
    }
    #expect(words.contains { $0.hasPrefix("float ") } && words.contains("+2 wd"))
    #expect(count(.critical, chart.pages[0]) == 3 && count(.task, chart.pages[0]) == 1)
    #expect(count(.criticalLink, chart.pages[0]) == 2 && count(.link, chart.pages[0]) == 1)
  }

  @Test func aPlanWithoutTasksShowsItsPhasesByTrack() throws {
    let plan = try compiled(
      """
      phases:
        one: {title: First, period: 2025Q1}
        tech: {title: Platform, period: 2025H1, track: technology}

      """, language: .simplified)
    let words = texts(try #require(GanttChart(plan, today: nil, workingDays: { "\($0)" }).pages.first))
    #expect(words.contains("主时间表") && words.contains("technology") && words.contains("Platform"))
    #expect(GanttChart(try compiled(""), today: nil, workingDays: { "\($0)" }).pages.isEmpty)
  }
}
