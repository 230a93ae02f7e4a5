import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// The return is below the hurdle, or the plan loses money at its own discount rate.
///
/// - zh-Hans: 回报低于门槛，或按自身折现率净现值为负
/// - zh-Hant: 報酬低於門檻，或按自身折現率淨現值為負
///
/// ## Why it matters
/// A negative net present value says that the money would earn more elsewhere. A hurdle says how much more than nothing
/// the organisation asks for.
///
/// ## How to mend
/// Find more benefit or less cost; or drop the parts that lose. A higher growth written into the flows is neither.
///
/// ## Policy
/// `finance.roi_at_least`: the lowest return, by the policy's own `definitions.roi`, else the plan's. It is silent where
/// neither says which return is meant. A negative net present value needs no policy.
///
/// ## Bad
/// ```yaml
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 5m, 2026: CNY 5.4m}
///   net_of: [operating]
///   discount_rate: 8%
/// ```
///
/// ## Mended
/// ```yaml
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 9m
///   flows: {2025: CNY 5m, 2026: CNY 5.4m}
///   net_of: [operating]
///   discount_rate: 8%
/// ```
package struct ReturnBelowHurdle: Rule {
  package static let code = "F905"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let feasibility = context.plan.feasibility, case .success? = context.figures.cashFlows else { return }
    let place = feasibility.flows?.entries.first?.period.range ?? feasibility.common.keyRange
    let loss = context.figures.figure("feasibility.npv").flatMap { npv in
      npv.quantity.flatMap { $0.value.isNegative ? npv : nil }
    }
    for (finance, _) in context.resolved.house.each({ $0.finance }) {
      guard let hurdle = finance.roiAtLeast,
        let meaning = finance.definitions?.roi?.value
          ?? context.resolved.definitions.lazy.compactMap({ $0.roi?.value }).first,
        let figure = context.figures.figure(meaning.path), let roi = figure.quantity, roi.value < hurdle.value.low
      else { continue }
      let shown = Shown(roi, like: hurdle.value)
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en: "\(meaning.path) is \(shown), the policy asks for \(hurdle.value)",
            hans: "\(meaning.path) 为 \(shown)，政策要求 \(hurdle.value)",
            hant: "\(meaning.path) 為 \(shown)，政策要求 \(hurdle.value)"),
          labels: [.init(hurdle.range, .figure("finance.roi_at_least", hurdle.value))] + Derivation(figure).labels,
          notes: [Derivation(figure, like: hurdle.value).note] + (loss.map { [Derivation($0).note] } ?? []),
          help: Self.help))
      return
    }
    if let loss { report(loss, at: place, context) }
  }

  private func report(_ npv: Figure, at place: SourceRange, _ context: RuleContext) {
    guard let loss = npv.quantity, let rate = context.figures.figure("feasibility.discount_rate")?.quantity else {
      return
    }
    let shown = Shown(loss, like: context.figures.figure("feasibility.investment")?.quantity)
    let irr = context.figures.figure("feasibility.irr")
    let note = irr.flatMap { irr in irr.quantity.map { _ in Derivation(irr).note } }
    context.report(
      Diagnostic(
        Self.self, at: place,
        Message(
          en: "at the plan's own \(rate) a year the net present value is \(shown): the money would earn more elsewhere",
          hans: "按计划自身 \(rate) 的折现率，净现值为 \(shown)：资金用于别处回报更高",
          hant: "按計畫自身 \(rate) 的折現率，淨現值為 \(shown)：資金用於別處報酬更高"),
        labels: Derivation(npv).labels, notes: [Derivation(npv).note] + (note.map { [$0] } ?? []), help: Self.help))
  }

  private static let help = Message(
    en: "cut what costs more than it brings, or show the benefits that the flows leave out",
    hans: "请削减得不偿失的部分，或补列现金流未计入的收益", hant: "請削減得不償失的部分，或補列現金流未計入的收益")
}
