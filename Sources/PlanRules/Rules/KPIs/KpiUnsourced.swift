import PlanAnalysis
import PlanModel
package import PlanText

/// A measured KPI says not where, how often or by whom it is measured.
///
/// - zh-Hans: 实测指标未写明数据来源、测量频率或负责人
/// - zh-Hant: 實測指標未寫明資料來源、測量頻率或負責人
///
/// ## Why it matters
/// A KPI that nobody reads from a named system at fixed times is measured once, when the report is due, by whoever
/// wants it to look well.
///
/// ## How to mend
/// Give the KPI its `source`, its `cadence` and its `owner`; the owner of an objective on it will do as well. A KPI
/// with a `formula` is computed and needs none of them. A draft is not asked yet.
///
/// ## Bad
/// ```yaml
/// status: proposed
/// kpis:
///   members: {unit: members, direction: up, path: {2025: 9000 members}, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// status: proposed
/// kpis:
///   members:
///     {unit: members, direction: up, path: {2025: 9000 members}, owner: cmo, source: CRM, cadence: monthly}
/// ```
package struct KpiUnsourced: Rule {
  package static let code = "K203"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let kpis = context.plan.kpis, context.plan.life != .draft else { return }
    for place in kpis.entries.indices {
      let kpi = kpis.entries[place].value
      guard kpi.formula == nil, !kpi.wrote("formula") else { continue }
      let id = kpis.entries[place].id
      var missing = ["source", "cadence"].filter { !kpi.wrote($0) }
      if !kpi.wrote("owner"), !isOwnedByObjective(id.value, context) { missing.append("owner") }
      if !missing.isEmpty { context.report(finding(id, missing)) }
    }
  }

  private func isOwnedByObjective(_ kpi: String, _ context: RuleContext) -> Bool {
    context.figures.objectives(of: kpi).contains {
      context.plan.objectives?.entries[$0].value.wrote("owner") == true
    }
  }

  private func finding(_ id: Located<String>, _ missing: [String]) -> Diagnostic {
    let words = missing.map { key in
      switch key {
      case "source": Message(en: "where it is read from", hans: "数据来源", hant: "資料來源")
      case "cadence": Message(en: "how often", hans: "测量频率", hant: "測量頻率")
      default: Message(en: "by whom", hans: "负责人", hant: "負責人")
      }
    }
    let what = Message(
      en: "\(words.map { $0.text(in: .english) }.joined(separator: ", "))",
      hans: "\(words.map { $0.text(in: .simplified) }.joined(separator: "、"))",
      hant: "\(words.map { $0.text(in: .traditional) }.joined(separator: "、"))")
    let keys = missing.map { "`\($0):`" }
    let (list, chinese) = (keys.joined(separator: ", "), keys.joined(separator: "、"))
    return Diagnostic(
      Self.self, at: id.range,
      Message(
        en: "KPI \(id.value) is measured, and the plan does not say: \(what)", hans: "指标 \(id.value) 为实测，但未写明\(what)",
        hant: "指標 \(id.value) 為實測，但未寫明\(what)"),
      help: Message(
        en: "add \(list); a KPI that is computed has a `formula` instead",
        hans: "请补写 \(chinese)；由其他数字算出的指标请写 `formula`",
        hant: "請補寫 \(chinese)；由其他數字算出的指標請寫 `formula`"))
  }
}
