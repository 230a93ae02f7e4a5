import PlanModel
package import PlanText

/// An objective cannot be measured: it has no KPI, no baseline or no target.
///
/// - zh-Hans: 目标无法衡量：缺少指标、基线或目标值
/// - zh-Hant: 目標無法衡量：缺少指標、基線或目標值
///
/// ## Why it matters
/// Nobody can tell whether it was reached, so money spent on it can be neither defended nor stopped.
///
/// ## How to mend
/// Name a KPI, give the KPI its `baseline` (`none` if there is nothing yet), and state a `target` or a `change`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   nps: {unit: points, direction: up}
/// objectives:
///   nps: {title: Raise the net promoter score by 15 points, kpi: nps, change: +15 points, due: 2025-12-31, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   nps: {unit: points, direction: up, baseline: 32 points}
/// objectives:
///   nps: {title: Raise the net promoter score by 15 points, kpi: nps, change: +15 points, due: 2025-12-31, owner: cmo}
/// ```
package struct UnmeasurableObjective: Rule {
  package static let code = "G102"
  package static let severity = Severity.error
  package static let needsWholePlan = true
  package static let isMilderInDraft = true

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] {
      if let missing = missing(entry.value, context.plan) { context.report(finding(entry, missing)) }
    }
  }

  private enum Missing {
    case kpi, target
    case baseline(kpi: String, place: SourceRange?)
    case base(kpi: String, place: SourceRange?)
  }

  private func missing(_ objective: Objective, _ plan: Plan) -> Missing? {
    guard let name = objective.kpi else { return objective.wrote("kpi") ? nil : .kpi }
    if objective.target == nil, objective.change == nil {
      return objective.wrote("target") || objective.wrote("change") ? nil : .target
    }
    guard let kpi = plan.kpis?[name.value] else { return nil }
    switch kpi.baseline?.value {
    case .level: return nil
    // A change against nothing has no level; a target stands alone.
    case .some(.none): return objective.target == nil ? .base(kpi: name.value, place: kpi.baseline?.range) : nil
    case nil:
      return kpi.wrote("baseline") ? nil : .baseline(kpi: name.value, place: plan.kpis?.range(of: name.value))
    }
  }

  private func finding(_ entry: Table<Objective>.Entry, _ missing: Missing) -> Diagnostic {
    let id = entry.id.value
    switch missing {
    case .kpi:
      return Diagnostic(
        Self.self, at: entry.id.range,
        Message(en: "objective \(id) names no KPI", hans: "目标 \(id) 未指明指标", hant: "目標 \(id) 未指明指標"),
        help: Message(
          en: "add `kpi:` with the measure that shows whether it was reached", hans: "请补写 `kpi:`，指明以哪个指标衡量",
          hant: "請補寫 `kpi:`，指明以哪個指標衡量"))
    case .target:
      return Diagnostic(
        Self.self, at: entry.id.range,
        Message(
          en: "objective \(id) states neither a target nor a change", hans: "目标 \(id) 既无目标值也无变化幅度",
          hant: "目標 \(id) 既無目標值也無變化幅度"),
        help: Message(
          en: "add `target:` with the level to reach, or `change:` such as +10%",
          hans: "请补写 `target:`（目标值）或 `change:`（如 +10%）", hant: "請補寫 `target:`（目標值）或 `change:`（如 +10%）"))
    case .baseline(let kpi, let place):
      return Diagnostic(
        Self.self, at: entry.value.kpi?.range ?? entry.id.range,
        Message(
          en: "objective \(id) cannot be measured: its KPI \(kpi) has no baseline",
          hans: "目标 \(id) 无法衡量：指标 \(kpi) 没有基线", hant: "目標 \(id) 無法衡量：指標 \(kpi) 沒有基線"),
        labels: place.map { [.init($0, Message(en: "no baseline here", hans: "此处缺基线", hant: "此處缺基線"))] } ?? [],
        help: Message(
          en: "give \(kpi) a `baseline:`; where there is nothing yet, say `baseline: none` and state a target",
          hans: "请为 \(kpi) 写 `baseline:`；尚无数据则写 `baseline: none` 并给出目标值",
          hant: "請為 \(kpi) 寫 `baseline:`；尚無資料則寫 `baseline: none` 並給出目標值"))
    case .base(let kpi, let place):
      return Diagnostic(
        Self.self, at: entry.value.change?.range ?? entry.id.range,
        Message(
          en: "objective \(id) asks for a change of \(kpi), which has no baseline to change from",
          hans: "目标 \(id) 写的是 \(kpi) 的变化，而该指标尚无基线", hant: "目標 \(id) 寫的是 \(kpi) 的變化，而該指標尚無基線"),
        labels: place.map { [.init($0, Message(en: "nothing yet", hans: "尚无数据", hant: "尚無資料"))] } ?? [],
        help: Message(en: "state a `target:` instead", hans: "请改写 `target:`", hant: "請改寫 `target:`"))
    }
  }
}
