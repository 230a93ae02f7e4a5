package import PlanQuantities

/// How far a KPI's baseline lies from the threshold of an alert and from the KPI's limit: a track, the side on which
/// the alert fires hatched, a tick at the threshold, a dot at the baseline. The cell beside it says the same in words.
package struct ThresholdBar: Sendable {
  static let width: Tenths = 200_0
  static let height: Tenths = 20_0

  /// The bar's marks.
  package let drawing: Drawing

  /// - Parameters:
  ///   - baseline: where the KPI is.
  ///   - threshold: from where the alert fires.
  ///   - firesAbove: whether it fires above the threshold, not below.
  package init(baseline: Fraction, threshold: Fraction, firesAbove: Bool) {
    var drawing = Drawing(width: Self.width)
    drawing.height = Self.height
    let apart = (baseline - threshold).magnitude
    let pad = apart.isZero ? max(threshold.magnitude * Fraction(1, 5), Fraction(1, 100)) : apart
    let (low, high) = (min(baseline, threshold) - pad, max(baseline, threshold) + pad)
    let x = LinearScale(low, high, from: 2_0, to: Self.width - 2_0)
    let edge = x(threshold)
    drawing.rectangle(2_0, 6_0, Self.width - 4_0, 8_0, .shade4)
    if firesAbove {
      drawing.rectangle(edge, 6_0, Self.width - 2_0 - edge, 8_0, .disputed)
    } else {
      drawing.rectangle(2_0, 6_0, edge - 2_0, 8_0, .disputed)
    }
    drawing.line(edge, 1_0, edge, 19_0, .limit)
    let fires = firesAbove ? baseline > threshold : baseline < threshold
    drawing.circle(x(baseline), 10_0, radius: 5_0, fires ? .milestoneUnreachable : .disc)
    self.drawing = drawing
  }

  /// The bar as markup.
  package var html: String {
    var svg = HTMLWriter()
    svg.raw("<svg class=\"thr\" viewBox=\"0 0 200 20\" aria-hidden=\"true\" focusable=\"false\">")
    svg.write(drawing)
    svg.raw("</svg>")
    return svg.text
  }
}
