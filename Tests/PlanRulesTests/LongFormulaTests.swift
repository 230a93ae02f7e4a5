import PlanText
import Testing

/// What findings say of formulas that nobody reads through.
@Suite struct LongFormulaTests {
  @Test func theResultIsToldBehindAFormulaThatIsCut() throws {
    let formula = Array(repeating: "budget.films / 1 CNY", count: 120).joined(separator: " + ")
    let plan = """
      budget: {total: CNY 1m, lines: {films: {amount: CNY 1m, owner: cmo, for: films}}}
      claims:
        calls: {says: 5, equals: \(formula)}
      """
    let found = check(Block(code: "F901", title: "a formula that is cut", isBad: true, text: plan).bytes())
    for language in Language.allCases {
      let text = found.text(language)
      #expect(text.contains("… = 120,000,000\n"), "\(language): \(text.suffix(200))")
    }
  }
}
