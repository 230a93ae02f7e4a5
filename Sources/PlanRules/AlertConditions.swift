import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanText

extension RuleContext {
  /// What is wrong with the conditions of the plan's alerts and of the policies': names and units.
  ///
  /// A policy's alert on a KPI that this plan has not is not this plan's matter.
  func reportAlertProblems() {
    for alert in plan.alerts?.entries ?? [] { check(alert.value) }
    guard !resolved.house.isEmpty else { return }
    for (alerts, _) in resolved.house.each({ $0.alerts }) {
      for alert in alerts.entries where isKnown(alert.value.kpi?.value) { check(alert.value) }
    }
  }

  private func isKnown(_ kpi: String?) -> Bool { kpi.map { $0 == "spend" || plan.kpis?.place(of: $0) != nil } ?? false }

  private func check(_ alert: Alert) {
    guard let when = alert.when, let kpi = alert.kpi?.value else { return }
    report(evaluate(when.value, in: AlertScope(figures, kpi: kpi)).problems)
  }
}
