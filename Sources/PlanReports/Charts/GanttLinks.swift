/// Draws the links between bars of one page as right-angled lines from the matching ends.
struct GanttLinks {
  private let links: [GanttChart.Link]
  private let places: [String: Box]
  private let bounds: ClosedRange<Tenths>

  /// - Parameters:
  ///   - links: those between bars that are not both in `places` are left out.
  ///   - places: the bars of the page by id.
  ///   - bounds: how far to either side a line may go.
  init(_ links: [GanttChart.Link], _ places: [String: Box], bounds: ClosedRange<Tenths>) {
    self.links = links
    self.places = places
    self.bounds = bounds
  }

  /// Draws the critical links over the others.
  func draw(into drawing: inout Drawing) {
    for isCritical in [false, true] {
      for link in links where link.isCritical == isCritical {
        if let from = places[link.from], let to = places[link.to], from != to {
          draw(link, from, to, into: &drawing)
        }
      }
    }
  }

  private func draw(_ link: GanttChart.Link, _ from: Box, _ to: Box, into drawing: inout Drawing) {
    let line: MarkStyle = link.isCritical ? .criticalLink : .link
    let head: MarkStyle = link.isCritical ? .criticalLinkHead : .linkHead
    let points: [Point]
    switch link.kind {
    case .fs:
      points = finishToStart(from, to)
      drawVerticalHead(at: points[points.count - 1], isDown: to.y > from.y, head, into: &drawing)
    case .ss:
      let x = clamped(min(from.x, to.x) - 6_0)
      points = [Point(from.x, from.middle.y), Point(x, from.middle.y), Point(x, to.middle.y), Point(to.x, to.middle.y)]
      drawSideHead(at: points[3], pointsRight: true, head, into: &drawing)
    case .ff:
      let x = clamped(max(from.right, to.right) + 6_0)
      points = [
        Point(from.right, from.middle.y), Point(x, from.middle.y), Point(x, to.middle.y), Point(to.right, to.middle.y),
      ]
      drawSideHead(at: points[3], pointsRight: false, head, into: &drawing)
    case .sf:
      let (out, back) = (clamped(from.x - 6_0), clamped(to.right + 6_0))
      let gap = to.y > from.y ? to.y - 4_0 : to.bottom + 6_0
      points = [
        Point(from.x, from.middle.y), Point(out, from.middle.y), Point(out, gap), Point(back, gap),
        Point(back, to.middle.y), Point(to.right, to.middle.y),
      ]
      drawSideHead(at: points[5], pointsRight: false, head, into: &drawing)
    }
    drawing.path(points, line)
    drawWords(link, along: points, into: &drawing)
  }

  /// The room links need on either side of the bars, with their words or without.
  static func sides(_ links: [GanttChart.Link], hasWords: Bool) -> (left: Tenths, right: Tenths) {
    guard links.contains(where: { $0.kind != .fs }) else { return (0, 0) }
    let finishes = hasWords ? links.filter { $0.kind == .ff } : []
    return (10_0, (finishes.map { textWidth(singleLine(words($0)), .muted) + 4_0 }.max() ?? 0) + 12_0)
  }

  /// The kind's letters, other than finish to start, and the lag.
  private static func words(_ link: GanttChart.Link) -> String {
    [link.kind == .fs ? nil : link.kind.rawValue, link.lag].compactMap(\.self).joined(separator: " ")
  }

  private func clamped(_ x: Tenths) -> Tenths { min(max(x, bounds.lowerBound + 1_0), bounds.upperBound - 1_0) }

  /// Out of the finish, into the start's edge five pixels in; around, where the start lies left of the finish.
  private func finishToStart(_ from: Box, _ to: Box) -> [Point] {
    let isDown = to.y > from.y
    let entry = to.x + min(5_0, to.width / 2)
    let edge = isDown ? to.y - 1_0 : to.bottom + 1_0
    let start = Point(from.right, from.middle.y)
    if entry >= from.right + 3_0 { return [start, Point(entry, start.y), Point(entry, edge)] }
    let out = clamped(from.right + 5_0)
    let gap = isDown ? from.bottom + 4_0 : from.y - 4_0
    return [start, Point(out, start.y), Point(out, gap), Point(entry, gap), Point(entry, edge)]
  }

  private func drawVerticalHead(at tip: Point, isDown: Bool, _ style: MarkStyle, into drawing: inout Drawing) {
    let (end, base) = isDown ? (tip.y + 1_0, tip.y - 4_0) : (tip.y - 1_0, tip.y + 4_0)
    drawing.path([Point(tip.x - 3_0, base), Point(tip.x, end), Point(tip.x + 3_0, base)], isClosed: true, style)
  }

  private func drawSideHead(at tip: Point, pointsRight: Bool, _ style: MarkStyle, into drawing: inout Drawing) {
    let base = pointsRight ? tip.x - 5_0 : tip.x + 5_0
    drawing.path([Point(base, tip.y - 3_0), tip, Point(base, tip.y + 3_0)], isClosed: true, style)
  }

  /// The link's words beside one of its lines where there is room.
  private func drawWords(_ link: GanttChart.Link, along points: [Point], into drawing: inout Drawing) {
    let words = Self.words(link)
    guard !words.isEmpty else { return }
    let style = TextStyle.muted.haloed
    for (a, b) in zip(points, points.dropFirst()) where a.x == b.x {
      let (top, bottom) = (min(a.y, b.y), max(a.y, b.y))
      for y in stride(from: (top + bottom) / 2 + 4_0, through: bottom + 4_0, by: 6_0) {
        let labels = [drawing.label(words, a.x + 4_0, y, style), drawing.label(words, a.x - 4_0, y, style, .end)]
        if let label = labels.first(where: { isClear($0, drawing) }) {
          drawing.draw(label)
          return
        }
      }
    }
  }

  /// Whether a label lies on no bar and on no text.
  private func isClear(_ label: Drawing.Label, _ drawing: Drawing) -> Bool {
    drawing.isFree(label) && !places.values.contains { $0.intersects(label.box) }
  }
}
