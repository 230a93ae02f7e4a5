/// A length in tenths of a pixel, so that coordinates are whole numbers: `12_5` is 12.5 px.
package typealias Tenths = Int

/// A chart's marks and texts at one width.
package struct Drawing: Sendable {
  /// The width of the view box.
  package let width: Tenths
  /// The height of the view box.
  package var height: Tenths = 0

  init(width: Tenths) { self.width = width }
}
