import PlanText

/// A chart's marks and texts at one width, in the order they are drawn; texts with a halo lie over all others, so that no
/// line crosses them.
package struct Drawing: Sendable {
  /// A mark or a text.
  package enum Mark: Sendable {
    case rectangle(Box, MarkStyle)
    case path([Point], isClosed: Bool, MarkStyle)
    case circle(Point, radius: Tenths, MarkStyle)
    case text(Label)
  }

  /// A text at its place.
  package struct Label: Sendable {
    package let text: String
    package let place: Point
    package let style: TextStyle
    package let anchor: TextAnchor

    /// The estimated area it covers.
    package var box: Box {
      let (width, size) = (textWidth(text, style), style.size.rawValue)
      let x =
        switch anchor {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      return Box(x: x, y: place.y - size * 4 / 5, width: width, height: size)
    }
  }

  /// The width of the view box.
  package let width: Tenths
  /// The height of the view box.
  package var height: Tenths = 0
  package var marks: [Mark] { ground + top }
  private var ground: [Mark] = []
  private var top: [Mark] = []
  /// The areas covered by text.
  private(set) var covered: [Box] = []

  init(width: Tenths) { self.width = width }

  /// A rectangle, or nothing where it has no area.
  mutating func rectangle(_ x: Tenths, _ y: Tenths, _ width: Tenths, _ height: Tenths, _ style: MarkStyle) {
    if width > 0, height > 0 { ground.append(.rectangle(Box(x: x, y: y, width: width, height: height), style)) }
  }

  mutating func line(_ x1: Tenths, _ y1: Tenths, _ x2: Tenths, _ y2: Tenths, _ style: MarkStyle) {
    ground.append(.path([Point(x1, y1), Point(x2, y2)], isClosed: false, style))
  }

  mutating func path(_ points: [Point], isClosed: Bool = false, _ style: MarkStyle) {
    if points.count > 1 { ground.append(.path(points, isClosed: isClosed, style)) }
  }

  mutating func circle(_ x: Tenths, _ y: Tenths, radius: Tenths, _ style: MarkStyle) {
    ground.append(.circle(Point(x, y), radius: radius, style))
  }

  /// A diamond, whose corners are `radius` from its middle.
  mutating func diamond(_ x: Tenths, _ y: Tenths, radius: Tenths = 6_5, _ style: MarkStyle) {
    path(
      [Point(x, y - radius), Point(x + radius, y), Point(x, y + radius), Point(x - radius, y)], isClosed: true, style)
  }

  /// A text on one line; what would steer a display in it is written as an escape.
  mutating func text(
    _ text: String, _ x: Tenths, _ y: Tenths, _ style: TextStyle = .normal, _ anchor: TextAnchor = .start
  ) {
    if !text.isEmpty { draw(label(text, x, y, style, anchor)) }
  }

  /// A text as `text` would draw it, without drawing it.
  func label(
    _ text: String, _ x: Tenths, _ y: Tenths, _ style: TextStyle = .normal, _ anchor: TextAnchor = .start
  ) -> Label {
    Label(text: singleLine(text), place: Point(x, y), style: style, anchor: anchor)
  }

  /// Draws a label.
  mutating func draw(_ label: Label) {
    if label.style.hasHalo { top.append(.text(label)) } else { ground.append(.text(label)) }
    covered.append(label.box)
  }

  /// Whether a label lies inside the drawing's width, below its top and clear of every text drawn so far.
  func isFree(_ label: Label, by gap: Tenths = 2_0) -> Bool {
    let box = label.box
    guard box.x >= 0, box.right <= width, box.y >= 0 else { return false }
    let wide = Box(x: box.x - gap, y: box.y, width: box.width + 2 * gap, height: box.height)
    return !covered.contains { $0.intersects(wide) }
  }

  /// Whether no text and nothing reserved lies in an area.
  func isFree(_ box: Box) -> Bool { !covered.contains { $0.intersects(box) } }

  /// Keeps an area clear of text drawn through `isFree`.
  mutating func reserve(_ box: Box) { covered.append(box) }
}

/// A text as charts show it: on one line, nothing hidden; blanks keep their width.
func singleLine(_ text: String) -> String { visible(text, breaks: .blanks) }
