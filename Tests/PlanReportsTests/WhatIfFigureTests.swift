import PlanAnalysis
import PlanExpressions
import PlanQuantities
import PlanReports
import PlanText
import Testing

/// Results with operating cost, with drivers at other values, and where they turn. Every expected figure was worked out
/// by hand from the formulas of the reference, in 万元, years and fractions.
@Suite struct WhatIfFigureTests {
  /// The second seed's money: 12,000 at the start, 12,600, 18,900 and 22,500 at the ends of three years, 8% a year.
  private static let study = """
    assumptions:
      customers: {value: 1000000 customers/y, source: CRM, as_of: 2024}
    kpis:
      cac: {unit: CNY/customer, direction: down, baseline: 380元/customer}
    objectives:
      cac: {title: A customer for 266, kpi: cac, target: 266元/customer, change: -30%, due: 2025-12-31, owner: cmo}
    budget:
      total: 12000万元
      lines:
        technology:
          amount: 5000万元
          lines: {platform: 2200万元, recommender: 1800万元, metaverse: 1000万元}
        other: 7000万元
      operating: {amount: 2160万元/年, equals: 18% * budget.total / 1y}
    feasibility:
      start: 2025-01-01
      equals: budget.total
      flows: {2025: 12600万元, 2026: 18900万元, 2027: 22500万元}
      discount_rate: 8%
      benefits:
        cheaper: {equals: customers * (cac.baseline - cac.target), kind: saving, driver: cac}
      sensitivity:
        benefits: {driver: feasibility.benefits, result: npv, low: -20%, high: +20%}
        technology: {driver: budget.technology, result: npv, low: -20%, high: +20%}
        platform: {driver: budget.platform, result: npv, low: -20%, high: +20%}
        rate: {driver: feasibility.discount_rate, result: npv, low: -20%, high: +20%}
        ten: {driver: feasibility.discount_rate, result: npv, low: -1pp, high: +2pp}
        acquisition: {driver: cac, result: payback, low: -20%, high: +20%}
      break_even:
        investment: {driver: feasibility.investment}
        benefits: {driver: feasibility.benefits}
        technology: {driver: budget.technology}
        rate: {driver: feasibility.discount_rate}
        two-years: {driver: feasibility.investment, result: payback, reaches: 2y}
      scenarios:
        dear: {set: {cac: 300元/customer}}

    """

  /// Path, value in the base unit, and how far it may be off.
  @Test(
    arguments: [
      // GN-4: 2160 taken off each year.
      ("feasibility.with_operating.flows.2025", "104400000", "0"),
      ("feasibility.with_operating.flows.2027", "203400000", "0"),
      ("feasibility.with_operating.npv", "281650700", "100"),
      ("feasibility.with_operating.irr", "0.9951", "0.0001"),
      ("feasibility.with_operating.payback", "1.0932", "0.0001"),
      ("feasibility.with_operating.discounted_payback", "1.163", "0.001"),
      // GN-5: (54,000 - 18,480) / 18,480, the investment and three years of running cost.
      ("feasibility.with_operating.roi_net", "1.9221", "0.0001"),
      ("feasibility.with_operating.roi_gross", "2.9221", "0.0001"),
      // GN-6: benefits a fifth down and up.
      ("feasibility.sensitivity.benefits.at_low", "245852800", "100"),
      ("feasibility.sensitivity.benefits.at_high", "428779100", "100"),
      ("feasibility.sensitivity.benefits.at_low.payback", "1.127", "0.0005"),
      ("feasibility.sensitivity.benefits.at_high.payback", "0.794", "0.0005"),
      // GN-7: technology a fifth down and up moves the investment by 1000.
      ("feasibility.sensitivity.technology.at_low", "347316000", "100"),
      ("feasibility.sensitivity.technology.at_high", "327316000", "100"),
      ("feasibility.sensitivity.technology.at_low.payback", "0.873", "0.0005"),
      ("feasibility.sensitivity.technology.at_high.payback", "1.0212", "0.0005"),
      ("feasibility.sensitivity.platform.at_low", "341716000", "100"),
      // GN-8: at 6.4%, 9.6% and 10%.
      ("feasibility.sensitivity.rate.at_low", "352159800", "100"),
      ("feasibility.sensitivity.rate.at_high", "323207500", "100"),
      ("feasibility.sensitivity.ten.at_high", "319789600", "100"),
      // 266 a fifth down is 212.8: each of a million customers saves 167.2 instead of 114, 46.667% more.
      ("feasibility.sensitivity.acquisition.at_low", "0.64935", "0.0001"),
      // GN-9: Σ pv is the largest investment, and 12,000 of it the smallest benefits.
      ("feasibility.largest_investment", "457316000", "100"),
      ("feasibility.smallest_benefits", "0.2624", "0.0001"),
      ("feasibility.break_even.investment", "457316000", "100"),
      ("feasibility.break_even.investment.change", "2.811", "0.001"),
      ("feasibility.break_even.benefits.share", "0.2624", "0.0001"),
      ("feasibility.break_even.technology", "387316000", "100"),
      ("feasibility.break_even.rate", "1.1723", "0.0001"),
      ("feasibility.break_even.two-years", "315000000", "0"),
      // 80 saved instead of 114: flows of 8842.1, 13,263.2 and 15,789.5.
      ("feasibility.scenarios.dear.npv", "200923479", "100"),
    ])
  func figureIsAsWorkedOut(path: String, expected: String, tolerance: String) throws {
    let plan = try compiled(Self.study)
    let figure = try #require(plan.figures.figure(path), "\(path) is missing")
    let value = try #require(figure.quantity, "\(path): \(figure.value)").value
    let (right, reach) = (try decimal(expected), try decimal(tolerance))
    #expect((value - right).magnitude <= reach, "\(path) is \(value), not \(expected)")
    #expect(figure.formula != nil)
    #expect(!figure.inputs.isEmpty)
  }

  /// What nothing is derived from, and what is taken off already, is unknown, and says why.
  @Test func whatCannotBeToldSaysWhy() throws {
    let plan = try compiled(
      """
      assumptions: {growth: {value: 8%, share_of: sales, direction: up, source: survey, as_of: 2024}}
      budget: {total: 100万元, lines: {all: 100万元}, operating: 10万元/年}
      feasibility:
        start: 2025-01-01
        investment: 100万元
        flows: {2025: 60万元, 2026: 60万元}
        net_of: [operating]
        sensitivity:
          growth: {driver: growth, result: payback, low: -20%, high: +20%}
          line: {driver: budget.all, result: payback, low: -20%, high: +20%}

      """)
    for path in [
      "feasibility.sensitivity.growth.at_low", "feasibility.sensitivity.line.at_high", "feasibility.with_operating.npv",
    ] {
      let figure = try #require(plan.figures.figure(path))
      #expect(figure.quantity == nil)
      #expect(figure.value.reason != nil)
    }
  }

  /// A payback that two thirds of the flows never reach has no value, and no break-even is made up for it.
  @Test func aResultThatIsLostIsUndefined() throws {
    let plan = try compiled(
      """
      feasibility:
        start: 2025-01-01
        investment: 100万元
        flows: {2025: 60万元, 2026: 60万元}
        net_of: [operating]
        sensitivity:
          flows: {driver: feasibility.flows, result: payback, low: -33%, high: +20%}

      """)
    #expect(plan.figures.figure("feasibility.sensitivity.flows.at_low")?.value.reason != nil)
    #expect(plan.figures.figure("feasibility.sensitivity.flows.at_high")?.quantity?.value == Fraction(25, 18))
  }

  private func decimal(_ text: String) throws -> Fraction {
    var text = text
    return try text.withUTF8 { try parseQuantity($0, Dialect()).get() }.value
  }
}
