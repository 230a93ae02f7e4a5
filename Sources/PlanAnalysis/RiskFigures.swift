import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures of risks: what each would cost, and what that is worth expecting.
extension Figures {
  /// `risks.R` and `risks.R.loss`: the money lost if it strikes; `risks.R.likelihood`; `risks.R.impact`;
  /// `risks.R.expected`: likelihood times loss, where the likelihood is a percentage; `risks.expected`: the sum of all
  /// those of open risks.
  func riskFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first else { return nil }
    guard let risk = plan.risks?[id] else { return names == ["expected"] ? expectedLosses(path) : nil }
    switch Array(names.dropFirst()) {
    case [], ["loss"]: return stated(path, risk.loss?.value, equals: nil)
    case ["likelihood"]: return stated(path, risk.likelihood, equals: nil)
    case ["impact"]: return stated(path, risk.impact, equals: nil)
    case ["expected"]: return expectedLoss(path, id, risk)
    default: return nil
    }
  }

  /// The paths of `allPaths` for risks.
  var riskPaths: [String] {
    let entries = plan.risks?.entries ?? []
    let own = entries.flatMap { entry -> [String] in
      let path = "risks.\(entry.id.value)"
      return (entry.value.loss?.value == nil ? [] : [path]) + (isCosted(entry.value) ? ["\(path).expected"] : [])
    }
    return own + (entries.contains { isCosted($0.value) } ? ["risks.expected"] : [])
  }

  /// A step of a scale is no probability: nothing is expected of it.
  private func isCosted(_ risk: Risk) -> Bool {
    risk.likelihood?.value.mark == .percent && risk.loss?.value != nil
  }

  private func expectedLoss(_ path: String, _ id: String, _ risk: Risk) -> Figure? {
    guard isCosted(risk), let likelihood = figure("risks.\(id).likelihood"), let loss = figure("risks.\(id).loss")
    else {
      return nil
    }
    return Figure(
      path, Arithmetic.product(likelihood.value, loss.value), formula: "risks.\(id).likelihood * risks.\(id).loss",
      inputs: [FigureInput(likelihood), FigureInput(loss)], place: loss.place)
  }

  private func expectedLosses(_ path: String) -> Figure? {
    let entries = (plan.risks?.entries ?? []).filter { isCosted($0.value) && $0.value.status?.value != .closed }
    guard let first = entries.first else { return nil }
    return sum(path, of: entries.map { "risks.\($0.id.value).expected" }, at: first.id.range)
  }
}
