package import PlanText

/// A KPI's formula cannot be read.
///
/// - zh-Hans: 指标的公式无法读取
/// - zh-Hant: 指標的公式無法讀取
///
/// ## Why it matters
/// A KPI whose formula cannot be read is never computed: nobody notices when it leaves its target.
///
/// ## How to mend
/// Write names, figures with units and operators with blanks round them, such as `spend / new-customers`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   new-customers: {unit: customers, direction: up}
///   cac: {unit: CNY/customer, direction: down, formula: spend / / new-customers}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   new-customers: {unit: customers, direction: up}
///   cac: {unit: CNY/customer, direction: down, formula: spend / new-customers}
/// ```
package enum KpiFormulaInvalid: Problem {
  package static let code = "K201"
  package static let severity = Severity.error
}
