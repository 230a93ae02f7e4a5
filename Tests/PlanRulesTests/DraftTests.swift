import Foundation
import PlanRules
import PlanText
import Testing

/// A draft is told what is unfinished one step milder, and nothing else.
@Suite struct DraftTests {
  /// The rules on completeness, as the language names them.
  static let milder: Set = ["S023", "G102", "G103", "G104", "G105", "B311", "T605", "R802", "P704"]

  @Test func exactlyTheRulesOnCompletenessAreMilder() {
    let codes = Set(Registry.rules.map { type(of: $0).code })
    let found = Set(Registry.rules.filter { type(of: $0).isMilderInDraft }.map { type(of: $0).code })
    #expect(found == Self.milder.intersection(codes))
  }

  static let plan = """
    kpis: {cac: {unit: CNY/customer, direction: down, baseline: none, cadence: monthly, source: crm, owner: cmo}}
    objectives: {cheaper: {title: Cheaper customers, kpi: cac, target: CNY 200/customer, owner: cmo}}
    milestones: {first: {date: 2025-05-30, owner: cmo}}
    STATUS
    """

  @Test(arguments: [
    ("", Severity.warning, Severity.advice), ("status: draft", .warning, .advice),
    ("status: proposed", .error, .warning),
    ("status: approved\napproval: {by: cmo, date: 2024-12-10}", .error, .warning),
    ("status: closed\napproval: {by: cmo, date: 2024-12-10}", .error, .warning),
  ])
  func severityFollowsTheLife(status: String, objective: Severity, milestone: Severity) {
    let block = Block(
      code: "", title: "", isBad: true, text: Self.plan.replacingOccurrences(of: "STATUS", with: status))
    let found = check(block.bytes()).diagnostics
    #expect(found.first { $0.code == "G105" }?.severity == objective)
    #expect(found.first { $0.code == "T605" }?.severity == milestone)
  }
}
