import PlanAnalysis
import PlanModel
package import PlanText

/// A KPI that an objective or a risk rests on has neither an alert nor a limit, though others have.
///
/// - zh-Hans: 目标或风险所依赖的指标既无预警也无限值，而其他指标有
/// - zh-Hant: 目標或風險所依賴的指標既無預警也無限值，而其他指標有
///
/// ## Why it matters
/// Nobody is told when it goes wrong: it is noticed at the next review, or at the end.
///
/// ## How to mend
/// Add an alert on it, or say the `limit` it must never pass. A plan that watches nothing at all, and an activity KPI,
/// is not asked.
///
/// ## Bad
/// ```yaml
/// kpis:
///   members: {unit: members, direction: up, baseline: 8000 members}
///   cac: {unit: CNY/customer, direction: down, baseline: 420元/customer}
/// objectives:
///   grow: {title: Win 9000 members in 2025, kpi: members, target: 9000 members, due: 2025-12-31, owner: cmo}
/// alerts:
///   cac-high: {kpi: cac, when: actual > 450元/customer, grade: low, owes: explanation, within: 5d, advice: Bid less}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   members: {unit: members, direction: up, baseline: 8000 members, limit: 7500 members}
///   cac: {unit: CNY/customer, direction: down, baseline: 420元/customer}
/// objectives:
///   grow: {title: Win 9000 members in 2025, kpi: members, target: 9000 members, due: 2025-12-31, owner: cmo}
/// alerts:
///   cac-high: {kpi: cac, when: actual > 450元/customer, grade: low, owes: explanation, within: 5d, advice: Bid less}
/// ```
package struct KpiWithoutThreshold: Rule {
  package static let code = "K207"
  package static let severity = Severity.advice

  package init() {}

  package func check(_ context: RuleContext) {
    let plan = context.plan
    guard let kpis = plan.kpis else { return }
    var watched = Set((plan.alerts?.entries ?? []).compactMap { $0.value.kpi?.value })
    for (alerts, _) in context.resolved.house.each({ $0.alerts }) {
      watched.formUnion(alerts.entries.compactMap { $0.value.kpi?.value })
    }
    // Watching spend is no watching of KPIs, and an alert on another plan's KPI none of this one's.
    guard kpis.entries.contains(where: { watched.contains($0.id.value) }) else { return }
    for limit in context.resolved.house.limits { if let kpi = limit.limit.kpi?.value { watched.insert(kpi) } }
    var risks: [String: Int] = [:]
    for place in plan.risks?.entries.indices ?? 0..<0 {
      for action in plan.risks?.entries[place].value.actions?.entries ?? [] {
        if let kpi = action.value.kpi?.value, risks[kpi] == nil { risks[kpi] = place }
      }
    }
    for entry in kpis.entries {
      guard !watched.contains(entry.id.value), !entry.value.wrote("limit"), entry.value.kind?.value != .activity,
        let user = user(of: entry.id.value, risks, context)
      else { continue }
      let (id, name) = (entry.id.value, user.id.value)
      context.report(
        Diagnostic(
          Self.self, at: entry.id.range,
          Message(
            en: "\(user.kind) \(name) rests on KPI \(id), which has neither an alert nor a limit",
            hans: "\(user.kind) \(name) 依赖指标 \(id)，而该指标既无预警也无限值",
            hant: "\(user.kind) \(name) 依賴指標 \(id)，而該指標既無預警也無限值"),
          labels: [.init(user.id.range, Message(en: "rests on it", hans: "依赖它", hant: "依賴它"))],
          help: Message(
            en: "add an alert with `kpi: \(id)`, or give the KPI the `limit:` it must never pass",
            hans: "请增加 `kpi: \(id)` 的预警，或为指标写明不可越过的 `limit:`",
            hant: "請增加 `kpi: \(id)` 的預警，或為指標寫明不可越過的 `limit:`")))
    }
  }

  /// The first objective, or else risk, that a KPI is used by.
  ///
  /// - Parameter risks: places of the risks by KPI.
  private func user(
    of kpi: String, _ risks: [String: Int], _ context: RuleContext
  ) -> (id: Located<String>, kind: Message)? {
    let plan = context.plan
    if let place = context.figures.objectives(of: kpi).first, let objective = plan.objectives?.entries[place] {
      return (objective.id, Message(en: "objective", hans: "目标", hant: "目標"))
    }
    guard let place = risks[kpi], let risk = plan.risks?.entries[place] else { return nil }
    return (risk.id, Message(en: "risk", hans: "风险", hant: "風險"))
  }
}
