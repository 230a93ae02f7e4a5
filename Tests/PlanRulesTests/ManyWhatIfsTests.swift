import PlanText
import Testing

/// What-ifs of one plan may take so many steps in all: a check always ends soon, and what is left out is said.
@Suite struct ManyWhatIfsTests {
  /// A plan whose rows each move the first of 100 figures, one resting on the other, and state wrong results.
  private static func found(rows: Int) -> Checked {
    let chain = (1..<100).map { "  a\($0): {equals: a\($0 - 1) + 1 CNY, source: shop, as_of: 2024}\n" }.joined()
    let table = (0..<rows).map {
      "    s\($0): {driver: a0, low: -0.1\($0)%, high: 0.2\($0)%, result: npv, at_low: CNY 1, at_high: CNY 2}\n"
    }
    let plan = """
      assumptions:
        a0: {value: CNY 1m, source: shop, as_of: 2024}
      \(chain)feasibility:
        start: 2026-01-01
        investment: CNY 100k
        discount_rate: 10%
        flows: {2026: {equals: a99}}
        net_of: [operating]
        sensitivity:
      \(table.joined())
      """
    return check(Block(code: "S010", title: "what-ifs", isBad: true, text: plan).bytes())
  }

  /// Ten years of months, each derived from a price: what a search for the price at which the rate of return turns takes.
  @Test func aBreakEvenOverManyMonthsIsWorkedOut() {
    let months = (0..<120).map {
      "    \(2025 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1): {equals: price * 10}\n"
    }
    let plan = """
      assumptions:
        price: {value: CNY 100, source: shop, as_of: 2024}
      feasibility:
        start: 2025-01-01
        investment: CNY 50k
        discount_rate: 10%
        net_of: [operating]
        flows:
      \(months.joined())  break_even:
          rate: {driver: price, result: irr, at: CNY 1}
          value: {driver: price, result: npv, at: CNY 1}
        sensitivity:
          price: {driver: price, low: -10%, high: 10%, result: irr, at_low: 1%, at_high: 2%}
      """
    let found = check(Block(code: "S010", title: "what-ifs", isBad: true, text: plan).bytes())
    #expect(!found.codes.contains("S010"), "\(found.text(.english))")
    #expect(found.codes.filter { $0 == "F901" }.count == 4, "\(found.text(.english))")
  }

  @Test func aFewAreAllWorkedOut() {
    let found = Self.found(rows: 40)
    #expect(!found.codes.contains("S010"))
    #expect(found.codes.filter { $0 == "F901" }.count == 80)
  }

  @Test func whatIsTooManyIsSaidWhereItBegins() throws {
    let found = Self.found(rows: 400)
    let told = found.diagnostics.filter { $0.message.text(in: .english).contains("what-ifs") }
    let limit = try #require(told.first)
    #expect(told.count == 1)
    #expect(limit.code == "S010")
    let file = try #require(found.sources[limit.range.file])
    #expect(file.text(limit.range) == "a0", "a row's driver")
    let wrong = found.diagnostics.filter { $0.code == "F901" }.map(\.range.start)
    #expect(wrong.count > 80)
    // Rows before it were worked out, and none after it.
    #expect(wrong.allSatisfy { $0 < limit.range.end + 100 })
  }
}
