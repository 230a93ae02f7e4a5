package import PlanQuantities

/// The common scale of the relative-change bars in one table's column.
package struct RelativeChangeScale: Sendable {
  let up: Fraction
  let down: Fraction
  let upLabel: Tenths
  let downLabel: Tenths

  /// - Parameter changes: every change of the column with its label, such as 0.25 and `+25%`.
  package init(_ changes: [(change: Fraction, label: String)]) {
    up = 0
    down = 0
    upLabel = 0
    downLabel = 0
  }
}

/// A change from baseline to target as a bar in a table's cell; the cell says the same in words to those who cannot see.
package struct RelativeChangeBar: Sendable {
  /// - Parameters:
  ///   - change: the relative change, 0.25 for a quarter more.
  ///   - label: the same as printed.
  ///   - isBetter: whether the change is meant: worse ones have another colour. Where nobody says, it counts as meant.
  package init(change: Fraction, label: String, isBetter: Bool = true, scale: RelativeChangeScale) {
  }

  /// The bar as markup.
  package var html: String { "" }
}
