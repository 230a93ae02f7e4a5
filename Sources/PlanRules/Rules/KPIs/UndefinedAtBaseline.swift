import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A KPI's formula has no value at the baselines it rests on.
///
/// - zh-Hans: 按各项基线，指标公式没有结果
/// - zh-Hant: 依各項基線，指標公式沒有結果
///
/// ## Why it matters
/// A formula that divides by zero today gives no figure to start from: the first months of the report stay blank, and
/// no change can be shown.
///
/// ## How to mend
/// Mend the baseline or the formula. Where there is nothing yet, write `baseline: none` for the KPI.
///
/// ## Bad
/// ```yaml
/// kpis:
///   orders: {unit: orders, direction: up, baseline: 0 orders}
///   sales: {unit: CNY, direction: up, baseline: 0元}
///   basket: {unit: CNY/order, direction: up, formula: sales / orders}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   orders: {unit: orders, direction: up, baseline: 0 orders}
///   sales: {unit: CNY, direction: up, baseline: 0元}
///   basket: {unit: CNY/order, direction: up, formula: sales / orders, baseline: none}
/// ```
package struct UndefinedAtBaseline: Rule {
  package static let code = "K208"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let kpis = context.plan.kpis else { return }
    for entry in kpis.entries {
      guard let formula = entry.value.formula else { continue }
      if let baseline = entry.value.baseline, case .none = baseline.value { continue }
      guard context.figures.evaluate(formula).problems.isEmpty else { continue }
      let evaluation = evaluate(formula.value, in: AtBaseline(figures: context.figures))
      guard evaluation.problems.isEmpty, case .undefined(let reason) = evaluation.value else { continue }
      context.report(finding(entry.id.value, formula, reason, labels(formula.value, kpis)))
    }
  }

  /// The baselines that a formula's KPIs have.
  private func labels(_ formula: Expression, _ kpis: Table<KPI>) -> [Diagnostic.Label] {
    formula.paths.compactMap { path in
      guard let name = path.names.first(where: { $0 != "kpis" }), let baseline = kpis[name]?.baseline,
        let level = baseline.value.quantity
      else { return nil }
      return Diagnostic.Label(
        baseline.range,
        Message(en: "baseline of \(name): \(level)", hans: "\(name) 的基线：\(level)", hant: "\(name) 的基線：\(level)"))
    }
  }

  private func finding(
    _ id: String, _ formula: Located<Expression>, _ reason: Message, _ labels: [Diagnostic.Label]
  ) -> Diagnostic {
    Diagnostic(
      Self.self, at: formula.range,
      Message(
        en: "at the baselines the formula of \(id) has no value: \(reason)", hans: "按各项基线，\(id) 的公式没有结果：\(reason)",
        hant: "依各項基線，\(id) 的公式沒有結果：\(reason)"),
      labels: labels,
      help: Message(
        en: "mend the baseline or the formula; where there is nothing yet, write `baseline: none` for \(id)",
        hans: "请更正基线或公式；尚无数据则为 \(id) 写 `baseline: none`", hant: "請更正基線或公式；尚無資料則為 \(id) 寫 `baseline: none`"))
  }
}

/// The plan's figures, in which a KPI named bare is its baseline.
private struct AtBaseline: FiguresScope {
  let figures: Figures

  func lookup(_ path: Path, at moment: Period?) -> Lookup {
    let names = path.names.first == "kpis" ? Array(path.names.dropFirst()) : path.names
    guard names.count == 1, let kpi = figures.plan.kpis?[names[0]], kpi.formula == nil else {
      return figures.lookup(path, at: moment)
    }
    let dimension = figures.resolved.dimension(ofKPI: names[0])
    guard let level = kpi.baseline?.value.quantity else {
      let missing = Message(
        en: "\(names[0]) has no baseline", hans: "\(names[0]) 没有基线", hant: "\(names[0]) 沒有基線")
      return .value(.missing(missing), dimension: dimension, place: kpi.common.keyRange)
    }
    return .value(.quantity(level), dimension: dimension, place: kpi.baseline?.range)
  }
}
