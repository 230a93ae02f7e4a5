import PlanReports
import PlanText
import Testing

@Suite struct PlanJSONTests {
  static let money = """
    budget:
      total: 1.2亿元
      lines: {media: 7000万元, people: 5000万元}
      phasing: {pilot: 40%, rollout: 60%}
    phases: {pilot: 2025H1, rollout: 2025H2}
    feasibility:
      start: 2025-01-01
      equals: budget.total
      flows: {2025: 12600万元, 2026: 18900万元, 2027: 22500万元}
      net_of: [nothing]
      discount_rate: 8%

    """

  func figures(_ yaml: String) throws -> JSONValue {
    let json = try JSONValue(parsing: PlanJSON().render(compiled(yaml)))
    return try #require(json["figures"])
  }

  @Test func valuesAreExactInBaseUnits() throws {
    let figures = try figures(Self.money)
    #expect(figures["budget.total"]?["value"]?.text == "120000000")
    #expect(figures["budget.total"]?["unit"]?.text == "CNY")
    #expect(figures["phases.pilot"]?["value"]?.text == "48000000")
    #expect(figures["feasibility.npv"]?["value"]?.text == "337315957.933241883859")
    #expect(figures["feasibility.payback"]?["value"]?.text == "0.952380952381")
    #expect(figures["feasibility.payback"]?["unit"]?.text == "y")
    #expect(figures["feasibility.discount_rate"]?["value"]?.text == "0.08")
    #expect(figures["feasibility.discount_rate"]?["unit"]?.text == "1")
  }

  @Test func computedFiguresHaveATrace() throws {
    let pilot = try #require(try figures(Self.money)["phases.pilot"])
    #expect(pilot["stated"] == .boolean(false))
    #expect(pilot["trace"]?["formula"]?.text == "budget.phasing.pilot * budget.total")
    let total = try #require(pilot["trace"]?["inputs"]?.items.last)
    #expect(total["name"]?.text == "budget.total")
    #expect(total["file"]?.text == "plan.yaml")
    #expect(total["line"] == .integer(10))
  }

  @Test func whatCannotBeComputedSaysWhy() throws {
    let roi = try #require(try figures(Self.money)["feasibility.roi"])
    #expect(roi["value"] == .null)
    #expect(roi["reason"]?.text?.isEmpty == false)
    #expect(roi["stated"] == .boolean(false))
  }

  @Test func rangesHaveTwoEndsAndNoValue() throws {
    let range = try #require(try figures("assumptions: {growth: 2%-5%}\n")["assumptions.growth"])
    #expect(range["value"] == .null)
    #expect(range["low"]?.text == "0.02")
    #expect(range["high"]?.text == "0.05")
  }

  @Test func doubtSpreadsToWhatRestsOnAContradiction() throws {
    let figures = try figures(
      """
      budget:
        total: CNY 100
        lines: {media: {amount: CNY 60, share: 50%}, people: CNY 40}
      feasibility:
        start: 2025-01-01
        equals: budget.media
        flows: {2025: CNY 100}
        net_of: [nothing]

      """)
    #expect(figures["budget.media"]?["doubtful"] == .boolean(true))
    #expect(figures["feasibility.investment"]?["doubtful"] == .boolean(true))
    #expect(figures["feasibility.payback"]?["doubtful"] == .boolean(true))
    #expect(figures["budget.people"]?["doubtful"] == .boolean(false))
    #expect(figures["feasibility.flows.2025"]?["doubtful"] == .boolean(false))
  }

  @Test func aPlanThatHoldsHasNoDoubtfulFigure() throws {
    let quickstart = try #require(try shippedPlans().first { $0.name == "spring-refill" })
    let json = try JSONValue(parsing: quickstart.files.text("plan.json"))
    for (path, figure) in json["figures"]?.members ?? [:] {
      #expect(figure["doubtful"] == .boolean(false), "\(path)")
    }
  }

  @Test(arguments: Language.allCases)
  func shippedPlansFollowTheSchema(language: Language) throws {
    let schema = try schema(.planJSON)
    for plan in try shippedPlans(language) {
      let json = try JSONValue(parsing: plan.files.text("plan.json"))
      #expect(json.violations(of: schema, in: schema) == [], "\(plan.name)")
    }
  }

  @Test func valuesAreTheSameInEveryLanguage() throws {
    func values(_ language: Language) throws -> [String] {
      try shippedPlans(language).flatMap { plan in
        let figures = try JSONValue(parsing: plan.files.text("plan.json"))["figures"]?.members ?? [:]
        return figures.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value["value"]?.text ?? "-")" }
      }
    }
    let english = try values(.english)
    #expect(!english.isEmpty)
    #expect(try values(.simplified) == english)
    #expect(try values(.traditional) == english)
  }
}
