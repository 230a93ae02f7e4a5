import PlanExpressions
import PlanQuantities
import PlanText
import Seeded
import Testing

/// A worked case: 12,000 invested at time zero, three yearly flows, amounts in units of 10,000 CNY.
struct CashFlowTests {
  let plan = CashFlows(investment: 12_000, yearly: [12_600, 18_900, 22_500])
  let rate = Fraction(8, 100)

  func text(_ value: Result<Fraction, UndefinedReturn>, _ places: Int) throws -> String {
    try value.get().text(exactPlaces: places)
  }

  @Test func presentValuesAtYearEnds() throws {
    let values = try plan.presentValues(rate: rate).get()
    #expect(values.map { $0.text(exactPlaces: 2) } == ["11666.67", "16203.70", "17861.23"])
    #expect(values.reduce(0, +).text(exactPlaces: 2) == "45731.60")
  }

  @Test func netPresentValueAndReturns() throws {
    #expect(try text(plan.npv(rate: rate), 2) == "33731.60")
    #expect(try text(plan.irr, 4) == "1.1723")
    #expect(try text(plan.profitabilityIndex(rate: rate), 3) == "3.811")
  }

  /// Exact fractions of so many powers would take minutes.
  @Test func manyYearsAndManyMonthsComeToAnEnd() throws {
    // 10 ÷ 0.08 × (1 − 1.08^−200)
    let years = CashFlows(investment: 0, yearly: Array(repeating: 10, count: 200))
    #expect(try text(years.npv(rate: Fraction(8, 100)), 12) == "124.999974167947")
    // 10 ÷ (1.08^(1/12) − 1) × (1 − 1.08^−5)
    let months = (0..<60).map { CashFlow(10, from: Fraction($0, 12), to: Fraction($0 + 1, 12)) }
    let monthly = CashFlows(outlays: [], flows: months)
    #expect(try text(monthly.npv(rate: Fraction(8, 100)), 12) == "496.449033506427")
    let far = CashFlows(outlays: [CashFlow(1, at: -1013)], flows: [CashFlow(1, at: 2)])
    #expect(throws: Never.self) { try far.npv(rate: Fraction(8, 100)).get() }
  }

  @Test func paybackStaticAndDiscounted() throws {
    #expect(try text(plan.payback, 3) == "0.952")
    #expect(try text(plan.discountedPayback(rate: rate), 3) == "1.021")
  }

  @Test func withYearlyCostsDeducted() throws {
    let net = CashFlows(investment: 12_000, yearly: [10_440, 16_740, 20_340])
    #expect(try text(net.npv(rate: rate), 2) == "28165.07")
    #expect(try text(net.irr, 4) == "0.9951")
    #expect(try text(net.payback, 3) == "1.093")
    #expect(try text(net.discountedPayback(rate: rate), 3) == "1.163")
  }

  @Test func returnsOnInvestment() throws {
    #expect(try text(plan.roiGross, 3) == "4.500")
    #expect(try text(plan.roiNet, 3) == "3.500")
    #expect(try text(plan.roiAnnual, 3) == "1.500")
    let yearly = (0..<3).map { CashFlow(2160, from: Fraction($0), to: Fraction($0 + 1)) }
    let withCosts = CashFlows(outlays: [CashFlow(12_000, at: 0)] + yearly, flows: plan.flows)
    #expect(try text(withCosts.roiNet, 3) == "1.922")
  }

  @Test(arguments: [(Fraction(64, 1000), "35215.98"), (Fraction(96, 1000), "32320.75"), (Fraction(1, 10), "31978.96")])
  func otherRates(rate: Fraction, expected: String) throws {
    #expect(try text(plan.npv(rate: rate), 2) == expected)
  }

  @Test func benefitsAFifthLessAndMore() throws {
    let less = CashFlows(investment: 12_000, yearly: [10_080, 15_120, 18_000])
    let more = CashFlows(investment: 12_000, yearly: [15_120, 22_680, 27_000])
    #expect(try text(less.npv(rate: rate), 2) == "24585.28")
    #expect(try text(more.npv(rate: rate), 2) == "42877.91")
    #expect(try text(less.payback, 3) == "1.127")
    #expect(try text(more.payback, 3) == "0.794")
  }

  // MIRR by hand: ((12600·1.1² + 18900·1.1 + 22500) ÷ 12000)^⅓ − 1 = (58536 ÷ 12000)^⅓ − 1.
  @Test func modifiedReturn() throws {
    #expect(try text(plan.mirr(finance: rate, reinvest: Fraction(1, 10)), 6) == "0.695953")
  }

  @Test func timingMovesTheFlows() throws {
    let yearly: [Fraction] = [108]
    let start = CashFlows(investment: 100, yearly: yearly, timing: .periodStart)
    let middle = CashFlows(investment: 100, yearly: yearly, timing: .periodMiddle)
    #expect(try text(start.npv(rate: rate), 2) == "8.00")
    // 108 ÷ √1.08 = 103.923048…
    #expect(try text(middle.npv(rate: rate), 6) == "3.923048")
    // 100 = 108 ÷ √(1 + r): r = 1.08² − 1.
    #expect(try middle.irr.get() == Fraction(1664, 10_000))
  }

  @Test func quartersDiscountByQuarterYears() throws {
    let quarters = (0..<4).map { CashFlow(30, from: Fraction($0, 4), to: Fraction($0 + 1, 4)) }
    let plan = CashFlows(outlays: [CashFlow(100, at: 0)], flows: quarters)
    #expect(try text(plan.npv(rate: rate), 4) == "14.3910")
    let irr = try plan.irr.get()
    #expect(try plan.npv(rate: irr).get().magnitude < Fraction(1, 1_000_000_000))
  }

  @Test func undefinedMeasuresSayWhy() {
    let nothing = CashFlows(investment: 0, yearly: [5])
    let losing = CashFlows(investment: 100, yearly: [20, 30])
    #expect(nothing.irr == .failure(.noSignChange))
    #expect(nothing.payback == .failure(.noInvestment))
    #expect(nothing.roiGross == .failure(.noInvestment))
    #expect(losing.payback == .failure(.neverPaidBack(missing: 50)))
    #expect(CashFlows(investment: 100, yearly: [-1]).irr == .failure(.noSignChange))
    #expect(CashFlows(investment: 100, yearly: []).mirr(finance: 0, reinvest: 0) == .failure(.noTime))
    #expect(losing.npv(rate: -1) == .failure(.rateTooLow))
    #expect(
      UndefinedReturn.neverPaidBack(missing: 50).message.text(in: .simplified) == "现金流结束时距收回投资还差 50")
  }

  @Test func severalSignChangesGiveARateOnlyWhereItIsTheOnlyOne() throws {
    // −1,600, +10,000, −10,000 has the rates 25% and 400%.
    #expect(CashFlows(investment: 1600, yearly: [10_000, -10_000]).irr == .failure(.severalRates(signChanges: 2)))
    // The running total of −100, +150, −20, +60 turns positive once.
    let one = try CashFlows(investment: 100, yearly: [150, -20, 60]).irr.get()
    #expect(try CashFlows(investment: 100, yearly: [150, -20, 60]).npv(rate: one).get().magnitude < tiny)
  }

  /// The present value at the rate found changes its sign within the last of twelve decimal places.
  @Test func aRateIsRightToTheLastPlace() throws {
    let half = Fraction(1, 2_000_000_000_000)
    for years in [1, 2, 5, 9] {
      for (months, returns) in [(12, Fraction(101, 100)), (4, Fraction(3, 2)), (3, 6), (12, 50), (12, 4000)] {
        let flows = (0..<years).map { place in
          CashFlow(
            Fraction(1_000 + (place * 7_919 + years * 104_729) % 89_000), from: Fraction(place),
            to: Fraction(place * 12 + months, 12))
        }
        let total = flows.reduce(Fraction(0)) { $0 + $1.amount }
        let outlay = try #require(total.divided(by: returns))
        let plan = CashFlows(outlays: [CashFlow(outlay, at: 0)], flows: flows)
        let rate = try plan.irr.get()
        #expect(try plan.npv(rate: rate - half).get() >= 0)
        #expect(try plan.npv(rate: rate + half).get() <= 0)
      }
    }
  }

  @Test func aLossHasANegativeRate() throws {
    #expect(try CashFlows(investment: 100, yearly: [50]).irr.get() == Fraction(-1, 2))
  }

  @Test func anExtremeRateIsFoundOrRefused() throws {
    #expect(try CashFlows(investment: 1, yearly: [1_000]).irr.get() == 999)
    #expect(CashFlows(investment: 1, yearly: [1_000_000_000_000]).irr == .failure(.pastRange))
  }

  private let tiny = Fraction(1, 100_000_000)
}

/// Random investments with one change of sign have one rate, at which their net present value is zero.
struct CashFlowProperties {
  @Test func theInternalRateMakesThePresentValueZero() throws {
    var random = SeededGenerator(20_250_101)
    for _ in 0..<60 {
      let investment = Fraction(Int.random(in: 1_000...1_000_000, using: &random))
      let yearly = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Fraction(Int.random(in: 1...900_000, using: &random))
      }
      let timing = CashFlowTiming.allCases.filter { $0 != .periodStart }.randomElement(using: &random) ?? .periodEnd
      let plan = CashFlows(investment: investment, yearly: yearly, timing: timing)
      let rate = try plan.irr.get()
      let rest = try plan.npv(rate: rate).get().divided(by: investment) ?? 1
      #expect(rest.magnitude < Fraction(1, 1_000_000), "\(plan) at \(rate)")
      let isEarning = plan.total > investment
      #expect(rate.isZero || isEarning == (rate > 0))
    }
  }

  @Test func presentValueFallsAsTheRateRises() throws {
    var random = SeededGenerator(7)
    for _ in 0..<100 {
      let plan = CashFlows(
        investment: 100, yearly: (0..<5).map { _ in Fraction(Int.random(in: 1...90, using: &random)) })
      let low = Fraction(Int.random(in: -50...200, using: &random), 100)
      #expect(try plan.npv(rate: low).get() > plan.npv(rate: low + Fraction(1, 100)).get())
      if let simple = try? plan.payback.get(), let later = try? plan.discountedPayback(rate: Fraction(8, 100)).get() {
        #expect(later >= simple)
      }
    }
  }

  @Test func rootsAreExactToThirtyPlaces() throws {
    #expect(root(2, 2)?.text(exactPlaces: 30) == "1.414213562373095048801688724210")
    #expect(root(Fraction(27, 8), 3)?.rounded(places: 29) == Fraction(3, 2))
    #expect(root(Fraction(1, 4), 2) == Fraction(1, 2))
    #expect(root(1_000_000, 2922)?.text(exactPlaces: 12) == "1.004739295912")
    #expect(root(0, 2) == nil)
    #expect(root(-1, 3) == nil)
  }
}
