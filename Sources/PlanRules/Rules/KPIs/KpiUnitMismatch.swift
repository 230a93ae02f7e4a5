import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A KPI's formula comes out in another unit than the KPI's own.
///
/// - zh-Hans: 指标公式的量纲与其单位不符
/// - zh-Hant: 指標公式的量綱與其單位不符
///
/// ## Why it matters
/// A cost per customer that comes out in customers was written upside down; every target against it is meaningless.
///
/// ## How to mend
/// Mend the formula, or the KPI's `unit`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   new-customers: {unit: customers, direction: up}
///   cac: {unit: CNY/customer, direction: down, formula: new-customers / spend}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   new-customers: {unit: customers, direction: up}
///   cac: {unit: CNY/customer, direction: down, formula: spend / new-customers}
/// ```
package struct KpiUnitMismatch: Rule {
  package static let code = "K202"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    for (entry, expected) in zip(context.plan.kpis?.entries ?? [], context.resolved.kpiDimensions) {
      guard let formula = entry.value.formula, let unit = entry.value.unit, let expected else { continue }
      let evaluation = context.figures.evaluate(formula)
      guard evaluation.problems.isEmpty, !fits(evaluation.dimension, expected) else { continue }
      context.report(finding(entry.id.value, formula, unit, evaluation.dimension, expected))
    }
  }

  /// Whether a formula's dimension is the KPI's: the same unit, and no points for a percentage or the reverse.
  private func fits(_ found: Dimension, _ expected: Dimension) -> Bool {
    switch (found, expected) {
    case (.unknown, _), (.zero, _), (_, .unknown): true
    case (.series(let element), _), (.figures(let element), _): fits(element, expected)
    case (.tally, .quantity(let unit, _)): unit.isPure || unit.isCount
    case (.quantity(let unit, let mark), .quantity(let other, let otherMark)):
      unit == other && (mark == .points) == (otherMark == .points) && isScore(mark) == isScore(otherMark)
    default: false
    }
  }

  private func isScore(_ mark: Mark) -> Bool {
    if case .score = mark { true } else { false }
  }

  private func finding(
    _ id: String, _ formula: Located<Expression>, _ unit: Located<String>, _ found: Dimension, _ expected: Dimension
  ) -> Diagnostic {
    let (result, due) = (kind(found), kind(expected))
    return Diagnostic(
      Self.self, at: formula.range,
      Message(
        en: "the formula of \(id) gives \(result), but the KPI's unit is \(unit.value)",
        hans: "\(id) 的公式得出“\(result)”，而指标单位是 \(unit.value)",
        hant: "\(id) 的公式得出「\(result)」，而指標單位是 \(unit.value)"),
      label: result, labels: [.init(unit.range, due)],
      help: Message(
        en: "mend the formula, or the unit; a rate is written as CNY/customer", hans: "请更正公式或单位；比率单位写作 CNY/customer",
        hant: "請更正公式或單位；比率單位寫作 CNY/customer"))
  }

  /// What kind of figure it is: of a series, that of each period; a unit by its name.
  private func kind(_ dimension: Dimension) -> Message {
    switch dimension {
    case .series(let element), .figures(let element): return kind(element)
    case .quantity(let unit, let mark)
    where !unit.isPure && !unit.isMoney && !unit.isMoneyPerTime && !unit.isTime && mark != .percent:
      return Message(en: "\(unit)", hans: "\(unit)", hant: "\(unit)")
    default: return Message(en: "\(dimension)", hans: "\(dimension)", hant: "\(dimension)")
    }
  }
}
