/// A length in tenths of a pixel, so that coordinates are whole numbers: `12_5` is 12.5 px.
package typealias Tenths = Int

/// A place in a drawing; y grows downwards.
package struct Point: Sendable, Hashable {
  package var x: Tenths
  package var y: Tenths

  init(_ x: Tenths, _ y: Tenths) {
    self.x = x
    self.y = y
  }
}

/// A rectangle in a drawing.
package struct Box: Sendable, Hashable {
  package var x: Tenths
  package var y: Tenths
  package var width: Tenths
  package var height: Tenths

  package init(x: Tenths, y: Tenths, width: Tenths, height: Tenths) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var right: Tenths { x + width }
  package var bottom: Tenths { y + height }
  var middle: Point { Point(x + width / 2, y + height / 2) }

  /// Whether the two share any area; touching edges do not count.
  package func intersects(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether a straight line passes through the box, by clipping it to the box's two ranges (Liang and Barsky 1984).
  func isCrossed(from a: Point, to b: Point) -> Bool {
    var (enter, leave): (Int, Int) = (0, 1 << 20)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (delta, distance) in [(-dx, a.x - x), (dx, right - a.x), (-dy, a.y - y), (dy, bottom - a.y)] {
      if delta == 0 {
        if distance < 0 { return false }
        continue
      }
      let ratio = distance * (1 << 20) / delta
      if delta < 0 { enter = max(enter, ratio) } else { leave = min(leave, ratio) }
    }
    return enter <= leave
  }
}
