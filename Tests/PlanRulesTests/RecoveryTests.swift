import PlanText
import Testing

/// What is said of a plan that syntax errors cost a part: each error, what is wrong elsewhere, and nothing that only
/// seems wrong for want of what was lost.
@Suite("Rules over damaged plans") struct RecoveryTests {
  private static let head = """
    kind: plan
    schema: 1
    id: spring
    title: Spring launch
    period: 2025
    currency: CNY
    owner: cmo
    team: {roles: {cmo: Marketing head, crm-lead: Loyalty}}

    """

  private func said(_ text: String) -> [String] {
    check([("plan.yaml", Array((Self.head + text).utf8))]).diagnostics.map {
      "\($0.code) \($0.message.text(in: .english))"
    }
  }

  @Test func whatIsLostIsNotMissed() {
    let said = said(
      """
      kpis:
        sales: {unit: CNY, direction: up, baseline: CNY 1m
        visits: {unit: users, direction: up, baseline: 5000 users, cadence: monthly}
      objectives:
        more: {title: "Sell 10% more by 2025-12-31", kpi: sales, change: +10%, due: 2025-12-31, owner: cmo}
      budget:
        total: CNY 5m
        lines:
          media: "CNY 3m" now
          people: CNY 2m
      claims:
        share: {says: 60%, equals: budget.media / budget.total}
        ratio: {says: 50%, equals: budget.people / budget.total}
      phases:
        pilot: 2025H1
      milestones:
        report: {date: 2025-06-30, owner: crm-lead, deliverable: 'Report, accept: Board
      """)
    #expect(said.filter { $0.hasPrefix("S001") }.count == 3, "\(said)")
    #expect(said.filter { $0.hasPrefix("F901") }.count == 1, "\(said)")
    #expect(said.count == 4, "\(said)")
  }

  @Test func whatIsLeftIsChecked() {
    let said = said(
      """
      assumptions:
        note: 预算: 三成
      budget: {total: CNY 5m, lines: {media: CNY 3m, people: CNY 3m}}
      """)
    #expect(said.map { $0.prefix(4) } == ["S024", "B301"], "\(said)")
  }
}
