import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// An assumption has no source, or a fact is older than the policy allows.
///
/// - zh-Hans: 假设没有来源，或事实数据超过政策时限
/// - zh-Hant: 假設沒有來源，或事實資料超過政策時限
///
/// ## Why it matters
/// What the plan rests on can only be judged by where it comes from. A price or a market share of years ago is no longer
/// a fact.
///
/// ## How to mend
/// Write `source` and `as_of`, or `based_on` with the evidence. What is only a guess says so in its source.
///
/// ## Policy
/// `evidence_age`: the oldest a fact may be, counted to today (`as_of` of the plan) or else to the plan's first day.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   orders: {value: 60000 orders}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   orders: {value: 60000 orders, source: "order book, first quarter", as_of: 2025Q1}
/// ```
package struct UnsourcedAssumption: Rule {
  package static let code = "F908"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    let plan = context.plan
    if let assumptions = plan.assumptions {
      for place in assumptions.entries.indices { checkSource(assumptions, place, context) }
    }
    checkAge(context)
    checkScope(context)
  }

  /// What is derived has its sources in what it is derived from.
  private func checkSource(_ assumptions: Table<Assumption>, _ place: Int, _ context: RuleContext) {
    guard assumptions.entries[place].value.equals == nil, assumptions.entries[place].value.common.source == nil,
      assumptions.entries[place].value.common.basedOn?.isEmpty != false,
      !["equals", "source", "based_on"].contains(where: { assumptions.entries[place].value.wrote($0) })
    else { return }
    let id = assumptions.entries[place].id
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(
          en: "assumption `\(id.value)` has no source", hans: "假设 `\(id.value)` 没有来源",
          hant: "假設 `\(id.value)` 沒有來源"),
        help: Message(
          en: "add `source` and `as_of`, or `based_on` with the ids of evidence",
          hans: "请补写 `source` 与 `as_of`，或以 `based_on` 指明证据", hant: "請補寫 `source` 與 `as_of`，或以 `based_on` 指明證據")))
  }

  // MARK: Age

  private func checkAge(_ context: RuleContext) {
    let plan = context.plan
    guard let age = context.resolved.house.lowest({ $0.evidenceAge }),
      let day = context.resolved.today ?? plan.period?.value.first
    else { return }
    func check(_ name: @autoclosure () -> String, _ asOf: Located<Period>?) {
      guard let asOf, Self.end(asOf.value.last, age.value) < day else { return }
      report(name(), asOf, age, day, context)
    }
    for entry in plan.assumptions?.entries ?? [] {
      check("assumptions.\(entry.id.value)", entry.value.common.asOf)
    }
    for entry in plan.evidence?.entries ?? [] { check("evidence.\(entry.id.value)", entry.value.common.asOf) }
    for entry in plan.segments?.entries ?? [] { check("segments.\(entry.id.value)", entry.value.common.asOf) }
    for entry in plan.kpis?.entries ?? [] where entry.value.baseline != nil {
      check("\(entry.id.value).baseline", entry.value.common.asOf)
    }
  }

  /// The last day on which a fact is young enough.
  private static func end(_ day: CivilDate, _ age: Quantity) -> CivilDate {
    let months = age.low * 12
    if let whole = months.int { return day.adding(months: min(whole, 12_000)) }
    return day.adding(days: min((age.low * Fraction(1461, 4)).floor.int ?? 0, 365_000))
  }

  private func report(
    _ name: String, _ asOf: Located<Period>, _ age: PolicyValue<Quantity>, _ day: CivilDate, _ context: RuleContext
  ) {
    context.report(
      Diagnostic(
        Self.self, at: asOf.range,
        Message(
          en: "\(name) is of \(asOf.value): on \(day) it is older than the \(age.value) the policy allows",
          hans: "\(name) 为 \(asOf.value)的数据，至 \(day)已超过政策允许的 \(age.value)",
          hant: "\(name) 為 \(asOf.value)的資料，至 \(day)已超過政策允許的 \(age.value)"),
        labels: [.init(age.range, .figure("evidence_age", age.value))],
        help: Message(
          en: "find the figure anew, and mend what is computed from it", hans: "请更新该数据，并相应调整由其推得的数字",
          hant: "請更新該資料，並相應調整由其推得的數字")))
  }

  // MARK: Scope

  /// Evidence from outside the years that the scope says it covers.
  private func checkScope(_ context: RuleContext) {
    guard let years = context.plan.scope?.data, let evidence = context.plan.evidence else { return }
    for entry in evidence.entries {
      let kind = entry.value.kind?.value ?? .market
      guard kind == .market || kind == .survey, let asOf = entry.value.common.asOf, !years.value.overlaps(asOf.value)
      else { continue }
      context.report(
        Diagnostic(
          Self.self, at: asOf.range,
          Message(
            en:
              "evidence `\(entry.id.value)` is of \(asOf.value), but the scope says that the data are of \(years.value)",
            hans: "证据 `\(entry.id.value)` 为 \(asOf.value)的数据，而范围写明数据年份为 \(years.value)",
            hant: "證據 `\(entry.id.value)` 為 \(asOf.value)的資料，而範圍寫明資料年份為 \(years.value)"),
          labels: [.init(years.range, .figure("scope.data", years.value))],
          help: Message(
            en: "widen `scope.data`, or leave the evidence out", hans: "请放宽 `scope.data`，或去掉该证据",
            hant: "請放寬 `scope.data`，或去掉該證據"), severity: .advice))
    }
  }
}
