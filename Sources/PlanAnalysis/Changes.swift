package import PlanQuantities

/// The relative change that leads from one level to another, as a percentage; nil from zero or between unlike units.
package func relativeChange(from: Quantity, to: Quantity) -> Quantity? {
  guard from.unit == to.unit, !from.isRange, !to.isRange else { return nil }
  return to.value.divided(by: from.value).map { Quantity($0 - 1, mark: .percent) }
}

/// The difference of two percentages in points, or of two scores; nil for figures that have no points.
package func pointChange(from: Quantity, to: Quantity) -> Quantity? {
  guard from.unit == to.unit, !from.isRange, !to.isRange else { return nil }
  switch (from.mark, to.mark) {
  case (.percent, .percent): return Quantity(to.value - from.value, mark: .points)
  case (.score(let scale), .score): return Quantity(to.value - from.value, mark: .score(scale))
  default: return nil
  }
}

/// The level a stated change makes of a baseline: relative (`+30%`), in points, a multiple (`3x`) or the end of a pair;
/// nil where the two do not go together.
package func level(_ baseline: Quantity, after change: Literal) -> Quantity? {
  switch change {
  case .pair(_, let to): return to
  case .quantity(let change) where !change.isRange && !baseline.isRange:
    switch change.mark {
    case .percent, .permille:
      return Quantity(baseline.value * (1 + change.value), baseline.unit, mark: baseline.mark)
    case .points where baseline.mark == .percent:
      return Quantity(baseline.value + change.value, baseline.unit, mark: .percent)
    case .score: return Quantity(baseline.value + change.value, baseline.unit, mark: baseline.mark)
    case .ratio: return Quantity(baseline.value * change.value, baseline.unit, mark: baseline.mark)
    case .none where change.unit == baseline.unit:
      return Quantity(baseline.value + change.value, baseline.unit, mark: baseline.mark)
    default: return nil
    }
  default: return nil
  }
}
