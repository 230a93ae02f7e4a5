import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A percentage does not say of what.
///
/// - zh-Hans: 百分比没有说明以什么为基数
/// - zh-Hant: 百分比沒有說明以什麼為基數
///
/// ## Why it matters
/// 15% of a budget and 15% of a year's revenue are different money. Where the plan uses more than one base, each reader
/// takes the one that suits.
///
/// ## How to mend
/// Name the base with `of`. A percentage of no money, such as a conversion rate, says its base in words, with
/// `share_of`; a KPI may have a `formula`, a claim `equals` and a policy's benchmark a `kpi` instead. Evidence that is only
/// quoted has its base in its source; evidence the plan computes with must name it.
///
/// ## Bad
/// ```yaml
/// kpis:
///   repurchase: {unit: "%", direction: up, baseline: 20%, cadence: monthly, source: shop, owner: cmo, kind: activity}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   repurchase:
///     unit: "%"
///     share_of: customers of the last twelve months
///     direction: up
///     baseline: 20%
///     cadence: monthly
///     source: shop
///     owner: cmo
///     kind: activity
/// ```
package struct BaseOfShareUnclear: Rule {
  package static let code = "S021"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    checkKPIs(context)
    checkClaims(context)
    checkEvidence(context)
    checkBenchmarks(context)
    checkReserves(context)
    checkAssumptions(context)
  }

  // MARK: Percentages of no money

  private func checkKPIs(_ context: RuleContext) {
    guard let kpis = context.plan.kpis else { return }
    for place in kpis.entries.indices {
      guard let unit = kpis.entries[place].value.unit, unit.value == "%" || unit.value == "‰",
        kpis.entries[place].value.formula == nil, kpis.entries[place].value.shareOf == nil,
        !kpis.entries[place].value.wrote("formula"), !kpis.entries[place].value.wrote("share_of")
      else { continue }
      let id = kpis.entries[place].id
      context.report(
        Diagnostic(
          Self.self, at: unit.range,
          Message(
            en: "KPI `\(id.value)` is in \(unit.value) and does not say of what",
            hans: "KPI `\(id.value)` 的单位是 \(unit.value)，但未说明以什么为基数",
            hant: "KPI `\(id.value)` 的單位是 \(unit.value)，但未說明以什麼為基數"),
          help: Message(
            en: "write `share_of`, the base in words, or a `formula`", hans: "请用文字写明基数 `share_of`，或写 `formula`",
            hant: "請用文字寫明基數 `share_of`，或寫 `formula`")))
    }
  }

  private func checkClaims(_ context: RuleContext) {
    guard let claims = context.plan.claims else { return }
    for place in claims.entries.indices {
      guard case .quantity(let figure)? = claims.entries[place].value.says?.value, figure.isPercentage,
        claims.entries[place].value.equals == nil, claims.entries[place].value.shareOf == nil,
        !claims.entries[place].value.wrote("equals"),
        let range = claims.entries[place].value.says?.range
      else { continue }
      let id = claims.entries[place].id
      context.report(
        Diagnostic(
          Self.self, at: range,
          Message(
            en: "claim `\(id.value)` says \(figure) and not of what", hans: "陈述 `\(id.value)` 写作 \(figure)，但未说明以什么为基数",
            hant: "陳述 `\(id.value)` 寫作 \(figure)，但未說明以什麼為基數"),
          help: Message(
            en: "write `equals`, from which it follows, or `share_of`, the base in words",
            hans: "请写其推导式 `equals`，或用文字写明基数 `share_of`", hant: "請寫其推導式 `equals`，或用文字寫明基數 `share_of`")))
    }
  }

  /// A fact in percent that the plan computes with; what is only quoted has its base in its source.
  private func checkEvidence(_ context: RuleContext) {
    guard let evidence = context.plan.evidence else { return }
    var uses: [String: SourceRange]?
    for place in evidence.entries.indices {
      guard case .quantity(let figure)? = evidence.entries[place].value.value?.value, figure.isPercentage,
        evidence.entries[place].value.shareOf == nil, !evidence.entries[place].value.wrote("share_of"),
        !Self.isSigned(figure), let range = evidence.entries[place].value.value?.range
      else { continue }
      let id = evidence.entries[place].id
      let found = uses ?? Self.usesOfEvidence(context)
      uses = found
      guard let use = found[id.value] else { continue }
      context.report(
        Diagnostic(
          Self.self, at: range,
          Message(
            en: "evidence `\(id.value)` says \(figure) and not of what, and the plan computes with it",
            hans: "证据 `\(id.value)` 写作 \(figure)，未说明以什么为基数，而计划用它计算",
            hant: "證據 `\(id.value)` 寫作 \(figure)，未說明以什麼為基數，而計畫用它計算"),
          labels: [.init(use, Message(en: "computed with here", hans: "此处用于计算", hant: "此處用於計算"))],
          help: Message(
            en: "write `share_of`, the base in words", hans: "请用文字写明基数 `share_of`", hant: "請用文字寫明基數 `share_of`")))
    }
  }

  /// Where the plan first computes with each fact, by its id.
  private static func usesOfEvidence(_ context: RuleContext) -> [String: SourceRange] {
    var found: [String: SourceRange] = [:]
    for use in context.resolved.expressions where use.noun != Claim.nounName {
      for path in use.expression.value.paths where path.segments.count > 1 && path.segments[0].name == "evidence" {
        let id = path.segments[1].name
        if found[id] == nil { found[id] = use.expression.range }
      }
    }
    return found
  }

  /// A benchmark in percent; one of a KPI has the KPI's base.
  private func checkBenchmarks(_ context: RuleContext) {
    for entry in context.resolved.house.entries({ $0.benchmarks }) {
      guard let value = entry.value.value, value.value.isPercentage, entry.value.shareOf == nil,
        !entry.value.wrote("share_of"), entry.value.kpi == nil, !Self.isSigned(value.value)
      else { continue }
      context.report(
        Diagnostic(
          Self.self, at: value.range,
          Message(
            en: "benchmark `\(entry.id.value)` says \(value.value) and not of what",
            hans: "基准 `\(entry.id.value)` 写作 \(value.value)，但未说明以什么为基数",
            hant: "基準 `\(entry.id.value)` 寫作 \(value.value)，但未說明以什麼為基數"),
          help: Message(
            en: "write `share_of`, the base in words, or `kpi`, which says it",
            hans: "请用文字写明基数 `share_of`，或以 `kpi` 指明指标", hant: "請用文字寫明基數 `share_of`，或以 `kpi` 指明指標")))
    }
  }

  // MARK: Percentages of money

  private func checkReserves(_ context: RuleContext) {
    guard let reserves = context.plan.budget?.reserves else { return }
    var bases: [MoneyBase]?
    for place in reserves.entries.indices {
      guard let share = reserves.entries[place].value.share, reserves.entries[place].value.base == nil,
        reserves.entries[place].value.amount == nil
      else { continue }
      let found = bases ?? context.otherBases()
      bases = found
      if found.isEmpty { return }
      Self.report("budget.\(reserves.entries[place].id.value)", share, found, context)
    }
  }

  /// An assumption that an expression uses has its base there; a signed one is a change of itself, and nothing is
  /// nothing of every base.
  private func checkAssumptions(_ context: RuleContext) {
    guard let assumptions = context.plan.assumptions else { return }
    var bases: [MoneyBase]?
    var used: Set<String>?
    for place in assumptions.entries.indices {
      guard case .quantity(let figure)? = assumptions.entries[place].value.value?.value, figure.isPercentage,
        assumptions.entries[place].value.equals == nil, assumptions.entries[place].value.base == nil,
        assumptions.entries[place].value.shareOf == nil, !Self.isSigned(figure), !figure.high.isZero,
        let range = assumptions.entries[place].value.value?.range
      else { continue }
      let id = assumptions.entries[place].id.value
      let names = used ?? context.usedNames()
      used = names
      if names.contains(id) { continue }
      let found = bases ?? context.otherBases()
      bases = found
      if found.isEmpty { return }
      Self.report("assumptions.\(id)", Located(figure, at: range), found, context)
    }
  }

  private static func isSigned(_ figure: Quantity) -> Bool {
    guard let first = figure.spelling?.utf8.first else { return false }
    return first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
  }

  private static func report(
    _ name: String, _ share: Located<Quantity>, _ others: [MoneyBase], _ context: RuleContext
  ) {
    let figure = share.value
    var bases = Array(others.prefix(3))
    if let total = context.plan.budget?.total {
      bases.insert(MoneyBase(name: "budget.total", money: total.value, place: total.range), at: 0)
    }
    let shown = Array(bases.prefix(3))
    let values = BaseList(share: context.span(figure), bases: shown, context)
    context.report(
      Diagnostic(
        Self.self, at: share.range,
        Message(
          en: "`\(name)` is \(figure) and does not say of what: \(values)",
          hans: "`\(name)` 为 \(figure)，但未说明基数：\(values)",
          hant: "`\(name)` 為 \(figure)，但未說明基數：\(values)"),
        labels: shown.map { .init($0.place, .figure($0.name, $0.money)) },
        help: Message(
          en: "write its base: `of: \(shown[0].name)`, if that is meant", hans: "请写明基数，若是此意可写 `of: \(shown[0].name)`",
          hant: "請寫明基數，若是此意可寫 `of: \(shown[0].name)`")))
  }
}
