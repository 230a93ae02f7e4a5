import PlanModel
import Testing

/// A field is said in one place: each stored property of a noun has its row in the noun's table.
@Suite struct FieldTableTests {
  @Test func everyPropertyHasARow() {
    check(Plan.self)
    check(Assumption.self)
    check(KPI.self)
    check(Objective.self)
    check(Budget.self)
    check(Line.self)
    check(Reserve.self)
    check(Operating.self)
    check(Allocation.self)
    check(Limit.self)
    check(Phase.self)
    check(Milestone.self)
    check(WorkTask.self)
    check(Team.self)
    check(Role.self)
    check(Claim.self)
    check(Feasibility.self)
    check(Flow.self)
    check(Definitions.self)
    check(Benefit.self)
    check(Sensitivity.self)
    check(BreakEven.self)
    check(Scenario.self)
    check(PlanScope.self)
    check(Approval.self)
    check(Policy.self)
    check(Category.self)
    check(Finance.self)
    check(Currency.self)
  }

  /// A noun has as many rows that store something as it has properties; keys are in no table twice.
  private func check<N: Noun>(_ noun: N.Type) {
    let properties = Mirror(reflecting: N()).children.compactMap(\.label).filter { $0 != "common" }
    let rows = N.table.fields.filter { field in
      if case .unchecked = field.shape { return false }
      return CommonField(rawValue: field.key).map { properties.contains("\($0)") } ?? true
    }
    #expect(properties.count == rows.count, "\(N.nounName): \(properties) against \(rows.map(\.key))")
    #expect(Set(N.table.fields.map(\.key)).count == N.table.fields.count, "\(N.nounName) has a key twice")
  }
}
