import PlanAnalysis
import PlanQuantities
import PlanReports
import PlanText
import Testing

/// A chain of more formulas than may stand one behind the other, each resting on the one before: worked out in the order
/// written, none of them has far to go.
@Suite struct LongChainTests {
  private static let chain = """
    assumptions:
      a0: 1000 CNY
    \((1...150).map { "  a\($0): {equals: a\($0 - 1) + 1 CNY}" }.joined(separator: "\n"))

    """
  private static let plan =
    chain + """
      budget:
        total: CNY 1,150
        lines: {films: {equals: a150}}

      """

  @Test func outputsHaveTheLastFigureOfAChain() throws {
    let report = try MarkdownReport().render(compiled(Self.plan))
    #expect(report.contains("1,150"))
    #expect(!report.contains("one behind the other"))
    let json = try JSONValue(parsing: PlanJSON().render(compiled(Self.plan)))
    #expect(json["figures"]?["budget.films"]?["value"]?.text == "1150")
  }

  @Test func whatIfsFollowAChainToItsEnd() throws {
    let plan = try compiled(
      Self.chain + """
        feasibility:
          start: 2026-01-01
          investment: CNY 1,000
          discount_rate: 10%
          flows: {2026: {equals: a150}, 2027: {equals: a150}}
          sensitivity: {base: {driver: a0, low: -10%, high: 10%, result: npv}}

        """)
    // 1,150 a year less 100, or more, at 10%: (1050 or 1250) / 1.1 + (1050 or 1250) / 1.21 - 1000.
    for (end, value) in [("low", "822.31"), ("high", "1169.42")] {
      let figure = try #require(plan.figures.figure("feasibility.sensitivity.base.at_\(end)"))
      #expect(figure.quantity?.value.text(places: 2) == value, "\(figure.value)")
    }
  }
}
