import Foundation
import PlanDriver
import PlanReports
import PlanText
import Testing

/// A portfolio of two plans in two currencies; its figures are worked out by hand:
///
/// north, CNY: total 12m, media 7m, content 5m; puts in 10m, gets back 6m + 8m = 14m, which is 140%.
/// europe, EUR at CNY 7.8: total 1.5m = 11.7m, media 1m = 7.8m, content 0.5m = 3.9m; puts in 1m = 7.8m, gets back
/// 0.5m + 0.6m = 1.1m = 8.58m, which is 110%.
/// Together: 23.7m of 24m; 22.58m for 17.8m, which is 126.85%, where the mean of the two would be 125%.
@Suite struct PortfolioTests {
  static let files = [
    "portfolio.yaml": """
    kind: portfolio
    schema: 1
    id: group-2025
    title: {en: Group marketing 2025, zh-Hans: 2025 年集团营销}
    period: 2025
    currency: CNY
    owner: cmo
    policy: [house.yaml]
    total: CNY 24m
    plans: {north: north.yaml, europe: europe.yaml}
    shared: [cmo]

    """,
    "house.yaml": """
    kind: policy
    schema: 1
    id: house
    title: House policy
    owner: cfo
    categories: {media: Media, content: Content}
    currencies: {EUR: {rate: CNY 7.8, as_of: 2025-01-02, source: central bank}}

    """,
    "north.yaml": """
    kind: plan
    schema: 1
    id: north
    title: {en: North, zh-Hans: 北区}
    period: 2025..2026
    currency: CNY
    owner: cmo
    team: {roles: {cmo: Marketing head, crm: CRM lead}}
    policy: [house.yaml]
    budget:
      total: CNY 12m
      lines:
        search: {amount: CNY 7m, category: media, owner: cmo, for: search}
        films: {amount: CNY 5m, category: content, owner: cmo, for: films}
    feasibility:
      start: 2025-01-01
      investment: CNY 10m
      net_of: [operating]
      discount_rate: 8%
      flows: {2025: CNY 6m, 2026: CNY 8m}

    """,
    "europe.yaml": """
    kind: plan
    schema: 1
    id: europe
    title: Europe
    period: 2025..2026
    currency: EUR
    owner: cmo
    team: {roles: {cmo: Marketing head}}
    policy: [house.yaml]
    budget:
      total: EUR 1.5m
      lines:
        search: {amount: EUR 1m, category: media, owner: cmo, for: search}
        films: {amount: EUR 0.5m, category: content, owner: cmo, for: films}
    feasibility:
      start: 2025-01-01
      investment: EUR 1m
      net_of: [operating]
      discount_rate: 8%
      flows: {2025: EUR 0.5m, 2026: EUR 0.6m}

    """,
  ]

  /// The outputs of the portfolio, its files changed as asked.
  func outputs(
    _ changes: [String: (String, String)] = [:], language: Language = .english
  ) throws -> [OutputFile] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appendingPathComponent("marplan.yaml"))
    for (name, text) in Self.files {
      let changed = changes[name].map { text.replacingOccurrences(of: $0.0, with: $0.1) } ?? text
      try Data(changed.utf8).write(to: folder.appendingPathComponent(name))
    }
    let found = try discover([folder.appendingPathComponent("portfolio.yaml").path()]).get()
    let result = build(found, options: CheckOptions(), language: language)
    return try #require(result.plans.first).files
  }

  func figures(_ changes: [String: (String, String)] = [:]) throws -> JSONValue {
    let json = try JSONValue(parsing: outputs(changes).text("portfolio.json"))
    return try #require(json["figures"])
  }

  @Test(arguments: [
    ("plans.north.total", "12000000"), ("plans.europe.total", "11700000"), ("portfolio.planned", "23700000"),
    ("portfolio.unplanned", "300000"), ("plans.north.share", "0.506329113924"),
    ("plans.europe.categories.media", "7800000"), ("portfolio.categories.media", "14800000"),
    ("portfolio.categories.content", "8900000"), ("portfolio.investment", "17800000"),
    ("plans.europe.returns", "8580000"), ("portfolio.returns", "22580000"), ("plans.north.roi_gross", "1.4"),
    ("plans.europe.roi_gross", "1.1"), ("portfolio.roi_gross", "1.268539325843"),
    ("portfolio.roi_net", "0.268539325843"),
  ])
  func figuresAreThoseWorkedOutByHand(path: String, value: String) throws {
    #expect(try figures()[path]?["value"]?.text == value, "\(path)")
  }

  /// 10m less 6m / 1.08 + 8m / 1.08², and 7.8 times as much of europe's.
  @Test func netPresentValuesAddUpWhereTheyDiscountAlike() throws {
    let figures = try figures()
    #expect(figures["plans.north.npv"]?["value"]?.text == "2414266.117969821674")
    #expect(figures["plans.europe.npv"]?["value"]?.text == "-176543.209876543210")
    #expect(figures["portfolio.npv"]?["value"]?.text == "2237722.908093278464")
    let other = try self.figures(["europe.yaml": ("discount_rate: 8%", "discount_rate: 9%")])
    #expect(other["portfolio.npv"]?["value"] == .null)
    #expect(other["portfolio.npv"]?["reason"]?.text?.contains("different rates") == true)
  }

  @Test func tracesNameTheRateAndItsPlace() throws {
    let total = try #require(try figures()["plans.europe.total"])
    #expect(total["trace"]?["formula"]?.text == "europe: budget.total * EUR/CNY")
    let rate = try #require(total["trace"]?["inputs"]?.items.last)
    #expect(rate["name"]?.text == "EUR")
    #expect(rate["text"]?.text == "CNY 7.8")
    #expect(rate["line"] == .integer(7))
  }

  @Test func sumsAreMissingRatherThanSmaller() throws {
    let without = try figures(["europe.yaml": ("  total: EUR 1.5m\n", "")])
    #expect(without["portfolio.planned"]?["value"] == .null)
    #expect(without["portfolio.planned"]?["reason"]?.text == "plan `europe` has no total")
    let unrated = try figures(["house.yaml": ("EUR: {rate: CNY 7.8", "USD: {rate: CNY 7.2")])
    #expect(unrated["portfolio.planned"]?["reason"]?.text == "there is no rate from EUR to CNY")
    let lost = try figures(["portfolio.yaml": ("north: north.yaml", "north: nord.yaml")])
    #expect(lost["portfolio.planned"]?["reason"]?.text == "plan `north` could not be read")
  }

  @Test func theReportTellsTheSumsInThreeLanguages() throws {
    let english = try outputs().text("report.md")
    #expect(english.contains("# Group marketing 2025"))
    #expect(
      english.contains(
        "2 plans come to CNY\u{A0}24m, 98.75% of the total of CNY\u{A0}24m: CNY\u{A0}0.30m is not planned yet."))
    #expect(english.contains("| North | Marketing head | draft | 2025..2026 | 12.00 | 50.63% |"))
    #expect(english.contains("| **Sum** | 17.80 | 22.58 | 126.85% | 26.85% | 2.24 |"))
    #expect(english.contains("| EUR | CNY 7.8 | 2025-01-02 | central bank |"))
    let simplified = try outputs(language: .simplified).text("report.md")
    #expect(simplified.contains("2 份计划合计2370万元"))
    #expect(simplified.contains("| 北区 |"))
    let traditional = try outputs(language: .traditional).text("report.md")
    #expect(traditional.contains("2 份計畫合計2370萬元"))
  }

  @Test(arguments: Language.allCases) func theJSONKeepsToItsSchema(language: Language) throws {
    let schema = try schema(.portfolioJSON)
    for changes in [[:], ["house.yaml": ("EUR: {rate: CNY 7.8", "USD: {rate: CNY 7.2")]] {
      let json = try JSONValue(parsing: outputs(changes, language: language).text("portfolio.json"))
      #expect(json.violations(of: schema, in: schema) == [])
    }
  }
}
