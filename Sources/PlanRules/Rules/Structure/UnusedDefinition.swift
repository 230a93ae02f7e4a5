import PlanExpressions
import PlanModel
package import PlanText

/// An assumption, KPI, role, segment or unit that nothing uses.
///
/// - zh-Hans: 定义了却从未使用的假设、指标、角色、客群或组织单元
/// - zh-Hant: 定義了卻從未使用的假設、指標、角色、客群或組織單位
///
/// ## Why it matters
/// What nothing uses is either left over from an earlier version, and then it misleads, or its use was forgotten: the
/// assumption that should have driven the benefit, the role that should have owned the task.
///
/// ## How to mend
/// Use it, or take it out. A draft is not asked yet; nor is a KPI with a `path` of its own, one that a policy's alert,
/// benchmark or limit names, a role that an escalation names, a unit with people, or a segment that makes up a whole.
///
/// ## Bad
/// ```yaml
/// status: proposed
/// assumptions:
///   orders: {value: 26000 orders, source: web shop, as_of: 2024}
///   visits: {value: 900000 visits, source: web shop, as_of: 2024}
/// claims:
///   orders-a-month: {says: 2167 orders, equals: orders / 12}
/// ```
///
/// ## Mended
/// ```yaml
/// status: proposed
/// assumptions:
///   orders: {value: 26000 orders, source: web shop, as_of: 2024}
/// claims:
///   orders-a-month: {says: 2167 orders, equals: orders / 12}
/// ```
package struct UnusedDefinition: Rule {
  package static let code = "S016"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    let plan = context.plan
    guard plan.life != .draft, !context.resolved.isDamaged else { return }
    let used = usedIDs(context.resolved)
    for entry in plan.assumptions?.entries ?? [] where !used.contains(entry.id.value) {
      report(entry.id, Message(en: "assumption", hans: "假设", hant: "假設"), context)
    }
    for entry in plan.kpis?.entries ?? [] where !used.contains(entry.id.value) && entry.value.path == nil {
      report(entry.id, Message(en: "KPI", hans: "指标", hant: "指標"), context)
    }
    for entry in plan.team?.roles?.entries ?? [] where !used.contains(entry.id.value) {
      report(entry.id, Message(en: "role", hans: "角色", hant: "角色"), context)
    }
    for entry in plan.team?.units?.entries ?? [] where !used.contains(entry.id.value) && isEmpty(entry.value) {
      report(entry.id, Message(en: "unit", hans: "组织单元", hant: "組織單位"), context)
    }
    for dimension in plan.segments?.entries ?? [] where dimension.value.partition?.value == false {
      for part in dimension.value.parts?.entries ?? []
      where !used.contains(part.id.value) && part.value.target?.value != false {
        report(part.id, Message(en: "segment", hans: "客群", hant: "客群"), context)
      }
    }
  }

  /// Whether a unit has neither people nor money, which other sums count.
  private func isEmpty(_ unit: OrgUnit) -> Bool {
    !["headcount", "capacity", "paid_by", "lead"].contains { unit.wrote($0) }
  }

  /// Every id that a field or an expression of the plan names, or a policy watches.
  private func usedIDs(_ resolved: ResolvedPlan) -> Set<String> {
    var used = Set(resolved.references.map(\.id))
    for use in resolved.expressions {
      for path in use.expression.value.paths { used.formUnion(path.names.prefix(3)) }
    }
    for entry in resolved.plan.actuals?.entries ?? [] { used.formUnion(entry.value.columns?.ids ?? []) }
    for (alerts, _) in resolved.house.each({ $0.alerts }) {
      for alert in alerts.entries {
        if let kpi = alert.value.kpi?.value { used.insert(kpi) }
        for path in alert.value.when?.value.paths ?? [] { used.formUnion(path.names.prefix(3)) }
      }
    }
    for (benchmarks, _) in resolved.house.each({ $0.benchmarks }) {
      used.formUnion(benchmarks.entries.compactMap { $0.value.kpi?.value })
    }
    for limit in resolved.house.limits {
      if let kpi = limit.limit.kpi?.value { used.insert(kpi) }
      for path in limit.limit.base?.value.paths ?? [] { used.formUnion(path.names.prefix(3)) }
    }
    // The cap on growth is asked of the last budget, which it names by itself.
    for growth in resolved.house.budgetGrowthAtMost {
      used.insert("last-budget")
      for path in growth.value.paths { used.formUnion(path.names.prefix(3)) }
    }
    for (escalation, _) in resolved.house.each({ $0.escalation }) {
      for row in escalation.entries { used.formUnion((row.value.tell ?? []).map(\.value)) }
    }
    for (rows, _) in resolved.house.each({ $0.approvals }) {
      for row in rows { used.formUnion((row.by ?? []).map(\.value)) }
    }
    return used
  }

  private func report(_ id: Located<String>, _ kind: Message, _ context: RuleContext) {
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(
          en: "nothing uses \(kind) \(id.value)", hans: "\(kind) \(id.value) 从未被使用", hant: "\(kind) \(id.value) 從未被使用"),
        help: Message(
          en: "use it where it is meant, or take it out", hans: "请在该用之处使用它，或将其删除", hant: "請在該用之處使用它，或將其刪除")))
  }
}
