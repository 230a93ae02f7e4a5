import PlanExpressions
import PlanQuantities
import PlanText

/// Checks that every figure of a KPI is in the KPI's unit: baseline, limit, path, and the targets of objectives and
/// milestones.
func checkKPIFigures(_ resolved: ResolvedPlan, _ diagnostics: inout [Diagnostic]) {
  let plan = resolved.plan
  guard let kpis = plan.kpis else { return }
  var units: [(dimension: Dimension, unit: Located<String>)?] = []
  for (entry, dimension) in zip(kpis.entries, resolved.kpiDimensions) {
    let kpi = entry.value
    guard let unit = kpi.unit, let dimension else {
      units.append(nil)
      continue
    }
    units.append((dimension, unit))
    func check(_ figure: Located<Quantity>?) {
      if let figure, let problem = problem(figure, dimension, unit) { diagnostics.append(problem) }
    }
    if let baseline = kpi.baseline, let level = baseline.value.quantity { check(Located(level, at: baseline.range)) }
    check(kpi.limit)
    for point in kpi.path?.entries ?? [] { check(point.value) }
  }
  func check(_ figure: Located<Quantity>, of kpi: String) {
    guard let place = kpis.place(of: kpi), let known = units[place],
      let problem = problem(figure, known.dimension, known.unit)
    else { return }
    diagnostics.append(problem)
  }
  for entry in plan.objectives?.entries ?? [] {
    if let target = entry.value.target, let kpi = entry.value.kpi?.value { check(target, of: kpi) }
  }
  for entry in plan.milestones?.entries ?? [] {
    for target in entry.value.targets?.entries ?? [] { check(target.value, of: target.id.value) }
  }
}

/// What is wrong with a figure of a KPI of this unit; nil if it fits.
private func problem(_ figure: Located<Quantity>, _ dimension: Dimension, _ unit: Located<String>) -> Diagnostic? {
  guard case .quantity(let expected, let mark) = dimension else { return nil }
  let quantity = figure.value
  if quantity.isBareNumber {
    // A ratio and a plain count of nothing are numbers anyway.
    if expected.isPure, mark == .none || mark == .ratio { return nil }
    return UnitLeftOut.figure(quantity.spelling ?? quantity.canonicalText, unit: unit.value, at: figure.range)
  }
  if quantity.unit == expected, mark.isOneKind(with: quantity.mark) { return nil }
  return DimensionMismatch.figure(quantity, unit: unit, at: figure.range)
}

extension Mark {
  /// Whether two marks say the same kind of number: points and scores are kinds of their own, all others are one.
  fileprivate func isOneKind(with other: Mark) -> Bool {
    switch (self, other) {
    case (.points, .points), (.score, .score): true
    case (.points, _), (_, .points), (.score, _), (_, .score): false
    default: true
    }
  }
}
