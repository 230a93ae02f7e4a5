package import PlanQuantities

/// An indicator's value on its scale, with the threshold and the side that alarms.
package struct BulletChart: Sendable {
  private let label: String
  /// The chart's marks.
  package let drawing: Drawing

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
    self.label = label
    var drawing = Drawing(width: 300_0)
    drawing.height = 39_0
    let (left, right) = (4_0, 296_0)
    let (low, high) = BulletChart.bounds(value, threshold)
    let x = LinearScale(low, high, from: left, to: right)
    let tick = x(threshold)
    drawing.rectangle(left, 16_0, right - left, 8_0, .track)
    if alarmsAbove {
      drawing.rectangle(tick, 16_0, right - tick, 8_0, .alarm)
    } else {
      drawing.rectangle(left, 16_0, tick - left, 8_0, .alarm)
    }
    drawing.line(tick, 11_0, tick, 29_0, .limit)
    BulletChart.write(thresholdText, at: tick, 37_0, .muted, into: &drawing)
    if let value {
      drawing.circle(x(value), 20_0, radius: 6_0, fires ? .alarming : .calm)
      BulletChart.write(
        valueText ?? "", at: x(value), 10_5, .smallBold.toned(fires ? .bad : .plain), into: &drawing)
    }
    self.drawing = drawing
  }

  /// The scale's ends: zero and a third beyond the larger of both values, or the like below zero; a threshold and a
  /// value close together far from zero, as availability near 100%, get a scale around them.
  private static func bounds(_ value: Fraction?, _ threshold: Fraction) -> (low: Fraction, high: Fraction) {
    let values = [value ?? threshold, threshold]
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let distance = high - low
    let size = max(low.magnitude, high.magnitude)
    if !distance.isZero, distance * 10 < size { return (low - distance, high + distance) }
    let margin = size.isZero ? Fraction(1) : size * Fraction(1, 3)
    return (low.isNegative ? low - margin : 0, high.isNegative || high.isZero && low.isNegative ? 0 : high + margin)
  }

  private static func write(
    _ text: String, at x: Tenths, _ y: Tenths, _ style: TextStyle, into drawing: inout Drawing
  ) {
    guard let line = shortened(text, style, within: drawing.width) else { return }
    let half = textWidth(line, style) / 2 + 1
    drawing.text(line, min(max(x, half), drawing.width - half), y, style, .middle)
  }

  /// The chart as markup.
  package var html: String {
    var svg = SVGWriter()
    svg.raw("<svg class=\"bul\" viewBox=\"0 0 300 39\" role=\"img\" aria-label=\"")
    svg.write(singleLine(label))
    svg.raw("\">")
    svg.write(drawing)
    svg.raw("</svg>")
    return svg.text
  }
}
