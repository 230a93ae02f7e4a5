import Foundation
import PlanAnalysis
import PlanDriver
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanReports
import PlanText
import Testing

/// Results with drivers at other values: what was worked out for one supposition must not leak into another.
@Suite struct WhatIfTests {
  @Test(arguments: [
    "plans/omnichannel-2025/stated", "plans/omnichannel-2025/corrected", "plans/channel-cost-2026/corrected",
  ])
  func eachSuppositionStandsAlone(folder: String) throws {
    let plan = try resolvedPlan(in: folder)
    let suppositions = suppositions(of: Figures(plan))
    try #require(suppositions.count > 20)
    let alone = suppositions.map { outcomes(of: $0, in: Figures(plan)) }
    try #require(Set(alone).count > 8, "hardly anything moves")
    let shared = Figures(plan)
    let leaping = suppositions.indices.map { $0 * 7919 % suppositions.count }
    for place in leaping + suppositions.indices.reversed() {
      let isSame = outcomes(of: suppositions[place], in: shared) == alone[place]
      #expect(isSame, "\(suppositions[place].keys)")
    }
  }

  /// Figures of the plan itself are what they are, whatever was supposed before.
  @Test func thePlanStaysAsItIs() throws {
    let plan = try resolvedPlan(in: "plans/omnichannel-2025/stated")
    let (untouched, used) = (Figures(plan), Figures(plan))
    for supposition in suppositions(of: used) { _ = outcomes(of: supposition, in: used) }
    for path in untouched.allPaths {
      let isSame = text(used.figure(path)) == text(untouched.figure(path))
      #expect(isSame, "\(path)")
    }
  }

  // MARK: Suppositions

  private typealias Supposition = [Driver: SupposedValue]

  /// Every driver of a plan at 80 and 130 percent, and some of them together.
  private func suppositions(of figures: Figures) -> [Supposition] {
    let plan = figures.plan
    var drivers: [Driver] = [.total, .operating, .investment, .discountRate, .margin, .flows, .benefits]
    drivers += (plan.assumptions?.ids ?? []).map { .assumption($0) }
    drivers += (plan.kpis?.ids ?? []).flatMap { [.kpi($0), .baseline($0)] }
    drivers += figures.resolved.lines.entries.map { .line($0.id.value) }
    drivers += (plan.feasibility?.benefits?.ids ?? []).map { .benefit($0) }
    drivers += (plan.feasibility?.flows?.entries ?? []).map { .flow($0.period.value.text) }
    let single = drivers.flatMap { driver in
      [-20, 30].compactMap { change -> Supposition? in
        let change = Literal.quantity(Quantity(Fraction(change, 100), mark: .percent))
        return figures.supposed(driver, changed: change).map { [driver: $0] }
      }
    }
    let pairs = zip(single, single.dropFirst(7)).map { $0.merging($1) { first, _ in first } }
    return single + stride(from: 0, to: pairs.count, by: 3).map { pairs[$0] }
  }

  /// What returns come to, with their inputs, as text.
  private func outcomes(of supposition: Supposition, in figures: Figures) -> [String] {
    ["npv", "payback", "roi_net", "benefits"].map { name in
      let found = figures.result(name, supposing: supposition)
      return "\(name) \(found.value) \(found.inputs.map { "\($0.name)=\($0.value)" })"
    }
  }

  private func text(_ figure: Figure?) -> String { figure.map { "\($0.value) \($0.inputs.map(\.name))" } ?? "none" }

  // MARK: Plans

  private func resolvedPlan(in folder: String) throws -> ResolvedPlan {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = repository.appendingPathComponent(folder).path
    let plans = try compilePlans([path], options: CheckOptions(), language: .english).get()
    return try #require(plans.first).figures.resolved
  }
}
