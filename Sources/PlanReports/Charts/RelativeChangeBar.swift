package import PlanQuantities

/// The common scale of the relative-change bars in one table's column, so that equal changes are equally long.
package struct RelativeChangeScale: Sendable {
  /// Where no change lies.
  let zero: Tenths
  /// The length of a change by one.
  let perUnit: Fraction

  /// - Parameter changes: every change of the column with its label, such as 0.25 and `+25%`.
  package init(_ changes: [(change: Fraction, label: String)]) {
    let up = max(changes.map(\.change).max() ?? 0, 0)
    let down = max(changes.map { -$0.change }.max() ?? 0, 0)
    func room(_ isDown: Bool) -> Tenths {
      let labels = changes.filter { $0.change.isNegative == isDown }
        .map { textWidth(singleLine($0.label), .smallBold) + 6_0 }
      return labels.max() ?? (isDown ? 1_0 : 0)
    }
    let length = max(RelativeChangeBar.width - room(true) - room(false), 10_0)
    perUnit = Fraction(length).divided(by: up + down) ?? 0
    zero = room(true) + ((down * perUnit).rounded(places: 0).int ?? 0)
  }
}

/// A change from baseline to target as a bar in a table's cell; the cell says the same in words to those who cannot see.
package struct RelativeChangeBar: Sendable {
  static let width: Tenths = 176_0
  static let height: Tenths = 18_0

  /// The bar's marks.
  package let drawing: Drawing

  /// - Parameters:
  ///   - change: the relative change, 0.25 for a quarter more; a decrease runs left, whatever its merit.
  ///   - label: the same as printed.
  ///   - isBetter: whether the change is meant: worse ones have another colour. Where nobody says, it counts as meant.
  ///   - scale: the scale made from all changes of the column, this one among them.
  package init(change: Fraction, label: String, isBetter: Bool = true, scale: RelativeChangeScale) {
    var drawing = Drawing(width: Self.width)
    drawing.height = Self.height
    let length = (change.magnitude * scale.perUnit).rounded(places: 0).int ?? 0
    let start = change.isNegative ? scale.zero - length : scale.zero
    drawing.rectangle(start, 4_0, length, 10_0, isBetter ? .gain : .loss)
    drawing.line(scale.zero, 1_0, scale.zero, 17_0, .axis)
    if change.isNegative {
      drawing.text(label, start - 4_0, 13_0, .smallBold, .end)
    } else {
      drawing.text(label, start + length + 4_0, 13_0, .smallBold)
    }
    self.drawing = drawing
  }

  /// The bar as markup.
  package var html: String {
    var svg = HTMLWriter()
    svg.raw("<svg class=\"rel\" viewBox=\"0 0 176 18\" aria-hidden=\"true\" focusable=\"false\">")
    svg.write(drawing)
    svg.raw("</svg>")
    return svg.text
  }
}
