package import PlanQuantities
import PlanText

/// Figures by period, in order: a KPI's path, the flows of a feasibility study, spend by month.
package struct Series: Sendable, Hashable {
  /// How a series runs in time.
  package enum Nature: Sendable, Hashable {
    /// Amounts that come about over their periods and add up, such as spend.
    case flow
    /// Levels reached at the end of their periods, such as a repurchase rate.
    case level
  }

  /// One period and its figure, which may be missing.
  package struct Point: Sendable, Hashable {
    package let period: Period
    package let value: Value

    package init(_ period: Period, _ value: Value) {
      self.period = period
      self.value = value
    }
  }

  package let nature: Nature
  /// In the order of their periods.
  package let points: [Point]

  package init(_ nature: Nature, _ points: [Point]) {
    self.nature = nature
    self.points = points.sorted { $0.period < $1.period }
  }

  /// The planned figure at the end of a period: flows summed up to then, the days of a period alike; levels on a
  /// straight line between the ends of their periods, and missing outside them.
  package func value(at moment: Period) -> Value {
    nature == .flow ? cumulated(to: moment.last) : interpolated(at: moment.last)
  }

  private func cumulated(to day: CivilDate) -> Value {
    var sum = Value.quantity(Quantity(0))
    for point in points where point.period.first <= day {
      let days = min(point.period.days, point.period.first.days(until: day) + 1)
      let share = Value.quantity(Quantity(Fraction(days, point.period.days)))
      sum = Arithmetic.sum(sum, Arithmetic.product(share, point.value))
    }
    return sum
  }

  private func interpolated(at day: CivilDate) -> Value {
    guard let after = points.firstIndex(where: { $0.period.last >= day }) else { return outside(day) }
    let end = points[after]
    if end.period.last == day { return end.value }
    guard after > 0 else { return outside(day) }
    let start = points[after - 1]
    let way = Fraction(start.period.last.days(until: day), start.period.last.days(until: end.period.last))
    let rise = Arithmetic.product(.quantity(Quantity(way)), Arithmetic.difference(end.value, start.value).unmarked)
    return Arithmetic.sum(start.value.unmarked, rise).marked(as: start.value)
  }

  private func outside(_ day: CivilDate) -> Value {
    .missing(
      Message(
        en: "the path says nothing of \(day)", hans: "路径未涵盖\(day)", hant: "路徑未涵蓋\(day)"))
  }
}
