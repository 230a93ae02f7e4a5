import PlanReports
import PlanText
import Testing

@Suite struct FigureTreeTests {
  static let plan = """
    assumptions:
      orders: {value: 4000 orders, source: shop, as_of: 2025}
      margin: {value: CNY 20/order, source: books, as_of: 2025}
      share: {value: CNY 5m, source: books, as_of: 2025}
      a: {equals: b + 1 orders, source: x, as_of: 2025}
      b: {equals: a - 1 orders, source: x, as_of: 2025}
    budget:
      total: CNY 100k
      lines: {media: {amount: CNY 80k, equals: orders * margin, owner: cmo}}
      reserves: {held: 20%}

    """

  func text(_ path: String, _ language: Language = .english) throws -> [String] {
    let plan = try compiled(Self.plan, language: language)
    return try #require(FigureTree(path, plan)).text(plan).split(separator: "\n").map(String.init)
  }

  @Test func aComputedFigureShowsFormulaInputsAndPlaces() throws {
    #expect(
      try text("budget.held") == [
        "budget.held = CNY 20,000  [20000 CNY, plan.yaml:18]", "│  formula: 20% * budget.total",
        "├─ budget.held.share = 20%  [0.2, stated, plan.yaml:18]",
        "└─ budget.total = CNY 100,000  [100000 CNY, stated, plan.yaml:16]",
      ])
  }

  @Test func aStatedFigureShowsWhatItMustEqual() throws {
    #expect(
      try text("budget.media", .simplified) == [
        "budget.media = 8万元  [80000 CNY，计划所写，plan.yaml:17]", "│  应等于：orders * margin",
        "└─ orders * margin = 8万元  [80000 CNY，plan.yaml:17]",
        "   ├─ orders = 4,000订单  [4000 order，计划所写，plan.yaml:10]",
        "   └─ margin = 20元/订单  [20 CNY/order，计划所写，plan.yaml:11]",
      ])
  }

  @Test func aCircleEnds() throws {
    let lines = try text("assumptions.a")
    #expect(lines[0].contains("undefined: it needs its own value"))
    #expect(lines.count < 10)
  }

  @Test func unknownFiguresAreAskedFor() throws {
    let plan = try compiled(Self.plan)
    #expect(FigureTree("budget.medai", plan) == nil)
    #expect(plan.suggestion(for: "budget.medai") == "budget.media")
    #expect(FigureTree("", plan) == nil)
  }

  @Test func asJSONEveryFigureHoldsItsInputs() throws {
    let plan = try compiled(Self.plan)
    let json = try JSONValue(parsing: try #require(FigureTree("budget.held", plan)).json(plan))
    #expect(json["formula"]?.text == "20% * budget.total")
    #expect(json["inputs"]?.items.map { $0["name"]?.text } == ["budget.held.share", "budget.total"])
    #expect(json["inputs"]?.items.last?["line"] == .integer(16))
  }

  @Test func datesAndMonthsHaveDerivationsToo() throws {
    let plan = try compiled(
      """
      budget: {total: CNY 90k, lines: {media: CNY 90k}, phasing: {pilot: 100%}}
      phases: {pilot: 2025-01-06..2025-04-05}
      milestones: {go: {title: Go, date: 2025-03-31, owner: cmo, after: [build]}}
      tasks:
        brief: {title: Brief, period: 2025-01-06..2025-01-10, owner: cmo}
        build: {title: Build, duration: 5wd, after: [brief FS+3d], owner: cmo}
        check: {title: Check, duration: 2wd, after: [build FF+1wd, go], owner: cmo}

      """)
    func text(_ path: String) throws -> [String] {
      try #require(FigureTree(path, plan)).text(plan).split(separator: "\n").map(String.init)
    }
    #expect(
      try text("tasks.build.finish") == [
        "tasks.build.finish = 2025-01-20  [plan.yaml:14]", "│  formula: tasks.build.start + duration",
        "├─ tasks.build.start = 2025-01-14  [plan.yaml:14]", "│  │  formula: after tasks.brief.finish + 3d",
        "│  └─ tasks.brief.finish = 2025-01-10  [stated, plan.yaml:13]",
        "└─ tasks.build.duration = 5wd  [stated, plan.yaml:14]",
      ])
    #expect(try text("milestones.go.earliest")[1] == "│  formula: tasks.build.finish")
    #expect(try text("tasks.check.start")[1] == "│  formula: after milestones.go")
    #expect(
      try text("budget.spend.2025-02") == [
        "budget.spend.2025-02 = CNY 28,000  [28000 CNY, plan.yaml:9]", "│  formula: Σ lines and reserves",
        "└─ budget.media.spend.2025-02 = CNY 28,000  [28000 CNY, plan.yaml:9]",
        "   │  formula: budget.media * 100% * 28/90",
        "   ├─ budget.media = CNY 90,000  [90000 CNY, stated, plan.yaml:9]",
        "   └─ budget.phasing.pilot = 100%  [1, stated, plan.yaml:9]",
      ])
  }
}
