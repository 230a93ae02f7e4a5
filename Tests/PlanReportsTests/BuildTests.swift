import PlanDriver
import PlanReports
import PlanText
import Testing

@Suite struct BuildTests {
  @Test func plansOfOneIdGetFoldersOfTheirOwn() throws {
    let names = try shippedPlans().map(\.name)
    #expect(names.contains("omnichannel-2025"))
    #expect(names.contains("omnichannel-2025-2"))
    #expect(Set(names).count == names.count)
  }

  @Test func everyPlanGivesEveryFileTwiceTheSame() throws {
    let first = try shippedPlans()
    let second = try shippedPlans()
    for (a, b) in zip(first, second) {
      #expect(a.files.map(\.name) == PlanFormats.all.map { type(of: $0).fileName })
      #expect(a.files.map(\.text) == b.files.map(\.text))
      #expect(a.files.allSatisfy { !$0.text.isEmpty })
    }
  }
}
