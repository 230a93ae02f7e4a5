import PlanModel
package import PlanText

/// The KPIs look at the plan from one side only.
///
/// - zh-Hans: 指标只从一个方面衡量计划
/// - zh-Hant: 指標只從一個面向衡量計畫
///
/// ## Why it matters
/// A plan judged by money alone is steered by what is already spent; one judged without money never learns what its
/// customers cost.
///
/// ## How to mend
/// Add a KPI of another `nature`, and one for every `dimension` the policy asks for. Where nobody says what the KPIs
/// are, nothing is said either; a draft is not asked yet.
///
/// ## Policy
/// `required.kpi_dimensions`: which of economic, brand and social must each have a KPI.
///
/// ## Bad
/// ```yaml
/// status: proposed
/// kpis:
///   cac: {unit: CNY/customer, nature: financial, direction: down, path: {2025: 480元/customer}, formula: spend / won}
///   won: {unit: customers, direction: up, path: {2025: 50000 customers}, source: CRM, cadence: monthly, owner: cmo}
///   margin: {unit: CNY, nature: financial, direction: up, path: {2025: 90万元}, source: ERP, cadence: yearly, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// status: proposed
/// kpis:
///   cac: {unit: CNY/customer, nature: financial, direction: down, path: {2025: 480元/customer}, formula: spend / won}
///   won: {unit: customers, direction: up, path: {2025: 50000 customers}, source: CRM, cadence: monthly, owner: cmo}
///   nps: {unit: points, nature: customer, direction: up, path: {2025: 40分}, source: poll, cadence: yearly, owner: cmo}
/// ```
package struct OneSidedKpis: Rule {
  package static let code = "K206"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let kpis = context.plan.kpis, !kpis.isEmpty, context.plan.life != .draft else { return }
    checkNatures(kpis, context)
    for asked in context.resolved.house.requiredKPIDimensions
    where !kpis.entries.contains(where: { $0.value.dimension?.value == asked.value }) {
      context.report(missing(asked.stated, asked.policy.value, kpis.entries[0].id.range))
    }
  }

  private func checkNatures(_ kpis: Table<KPI>, _ context: RuleContext) {
    let named = kpis.entries.filter { $0.value.nature != nil }
    guard named.count > 1 else { return }
    guard named.count * 2 >= kpis.count else {
      let unnamed = kpis.count - named.count
      context.report(
        Diagnostic(
          Self.self, at: kpis.entries.first { $0.value.nature == nil }?.id.range ?? named[0].id.range,
          Message(
            en:
              "\(unnamed) of \(kpis.count) KPIs do not say their nature: none can tell whether they see all sides",
            hans: "\(kpis.count) 个指标中有 \(unnamed) 个未写 nature，无法判断是否全面",
            hant: "\(kpis.count) 個指標中有 \(unnamed) 個未寫 nature，無法判斷是否全面"),
          help: Message(
            en: "add `nature:` financial, customer, process or people",
            hans: "请补写 `nature:`：financial、customer、process 或 people",
            hant: "請補寫 `nature:`：financial、customer、process 或 people"),
          severity: .advice))
      return
    }
    let financial = named.count { $0.value.nature?.value == .financial }
    guard financial == 0 || financial == named.count, let first = named.first else { return }
    let labels = named.dropFirst().prefix(5).compactMap { entry in
      entry.value.nature.map { Diagnostic.Label($0.range, Message(verbatim: $0.value.rawValue)) }
    }
    let message =
      financial == 0
      ? Message(
        en: "none of the \(named.count) KPIs is financial: what the results cost is not measured",
        hans: "\(named.count) 个指标中没有财务指标：无从得知成果的代价", hant: "\(named.count) 個指標中沒有財務指標：無從得知成果的代價")
      : Message(
        en: "all \(named.count) KPIs are financial: what customers, processes and people do is not measured",
        hans: "\(named.count) 个指标全是财务指标：客户、流程与人员均无衡量", hant: "\(named.count) 個指標全是財務指標：客戶、流程與人員均無衡量")
    let help =
      financial == 0
      ? Message(
        en: "add a KPI of nature financial, such as the cost of a new customer",
        hans: "请增加财务指标（nature: financial），如单位获客成本", hant: "請增加財務指標（nature: financial），如單位獲客成本")
      : Message(
        en: "add a KPI of nature customer, process or people", hans: "请增加客户、流程或人员方面的指标（customer、process、people）",
        hant: "請增加客戶、流程或人員方面的指標（customer、process、people）")
    context.report(
      Diagnostic(
        Self.self, at: first.value.nature?.range ?? first.id.range, message, labels: Array(labels), help: help))
  }

  private func missing(_ dimension: Located<KPI.Perspective>, _ policy: String, _ range: SourceRange) -> Diagnostic {
    let word = dimension.value.rawValue
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "no KPI has the dimension \(word), which policy \(policy) asks for",
        hans: "没有 \(word) 维度的指标，而政策 \(policy) 要求有", hant: "沒有 \(word) 維度的指標，而政策 \(policy) 要求有"),
      labels: [.init(dimension.range, Message(en: "asked for here", hans: "要求在此", hant: "要求在此"))],
      help: Message(
        en: "add a KPI with `dimension: \(word)`, or say of one that it is",
        hans: "请增加 `dimension: \(word)` 的指标，或为已有指标写明",
        hant: "請增加 `dimension: \(word)` 的指標，或為已有指標寫明"))
  }
}
