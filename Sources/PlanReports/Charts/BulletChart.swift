package import PlanQuantities

/// An indicator's value on its scale, with the threshold and the side that alarms.
package struct BulletChart: Sendable {
  /// - Parameters:
  ///   - label: what a reader hears, such as `Attrition 22% against a trigger of 15%`.
  ///   - value: where the indicator stands; nil where nobody measured, which draws the scale alone.
  ///   - valueText: the value as printed.
  ///   - threshold: where the alarm begins.
  ///   - thresholdText: the threshold as printed.
  ///   - alarmsAbove: whether values above the threshold alarm; otherwise those below do.
  ///   - fires: whether the alarm is on, as the plan's own comparison (over or at least) has it.
  package init(
    label: String, value: Fraction?, valueText: String?, threshold: Fraction, thresholdText: String,
    alarmsAbove: Bool, fires: Bool
  ) {
  }

  /// The chart as markup.
  package var html: String { "" }
}
