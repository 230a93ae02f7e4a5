import PlanText
import Testing

/// What findings say of formulas that nobody reads through.
@Suite struct LongFormulaTests {
  @Test func theResultIsToldBehindAFormulaThatIsCut() throws {
    let formula = Array(repeating: "budget.films / 1 CNY", count: 120).joined(separator: " + ")
    let plan = """
      kind: plan
      schema: 1
      id: case
      title: Case
      period: 2025
      currency: CNY
      owner: cmo
      team: {roles: {cmo: Marketing head}}
      budget: {total: CNY 1m, lines: {films: {amount: CNY 1m, owner: cmo, for: films}}}
      claims:
        calls: {says: 5, equals: \(formula)}
      """
    let found = check([(name: "plan.yaml", bytes: Array(plan.utf8))])
    for language in Language.allCases {
      let text = found.text(language)
      #expect(text.contains("… = 120,000,000\n"), "\(language): \(text.suffix(200))")
    }
  }
}
