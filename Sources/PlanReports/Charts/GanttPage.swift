import PlanQuantities
import PlanText

/// One page of a timetable, with the whole axis, the phases and the milestones.
struct GanttPage: Chart {
  let chart: GanttChart
  let days: (first: CivilDate, last: CivilDate)
  let rows: [GanttRow]
  /// Which of all bars it holds.
  let bars: Range<Int>
  let isLast: Bool

  private var language: Language { chart.language }
  private var comma: String { language == .english ? ", " : "，" }

  var title: String {
    let title = GanttChartWord.title.text(in: language)
    return isWhole ? title : title + comma + pageWords
  }

  /// Whether all bars stand on this one page.
  private var isWhole: Bool { bars.count == chart.barCount }

  private var pageWords: String {
    GanttChartWord.rows(bars.lowerBound + 1, bars.upperBound, of: chart.barCount).text(in: language)
  }

  var description: String {
    var sentences: [String] = []
    for case .bar(let bar) in rows {
      var parts = [bar.name, "\(bar.start.text) – \(bar.finish.text)"]
      if bar.isCritical { parts.append(GanttChartWord.critical.text(in: language)) }
      if let float = bar.floatText { parts.append(GanttChartWord.float(float).text(in: language)) }
      parts += [bar.disputeText, bar.lateText].compactMap(\.self)
      sentences.append(parts.joined(separator: comma))
    }
    if isLast { sentences += chart.milestones.map { "\($0.key) \($0.name)\(comma)\($0.date.text)" } + chart.omissions }
    return sentences.joined(separator: language == .english ? "; " : "；")
  }

  var widths: [ChartWidth] { [.wide, .narrow] }

  func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let isNarrow = width == .narrow
    let left: Tenths = isNarrow ? 2_0 : 196_0
    let sides = GanttLinks.sides(chart.links, hasWords: !isNarrow)
    let scale = DateScale(
      first: days.first, last: days.last, start: left + sides.left, end: width.tenths - max(sides.right, 2_0))
    let rowsBottom = top + rows.reduce(0) { $0 + height($1, isNarrow) }
    let laneBottom = rowsBottom + (chart.milestones.isEmpty ? 6_0 : 6_0 + laneHeight(scale))

    let axis = TimeAxis(scale, language, .muted, yearStarts: chart.yearStarts)
    drawBands(scale, axis, to: rowsBottom, isNarrow, into: &drawing)
    drawAxis(scale, axis, to: rowsBottom, into: &drawing)
    drawMilestoneLines(scale, to: rowsBottom + 12_0, into: &drawing)
    var places: [String: Box] = [:]
    var y = top
    for row in rows {
      switch row {
      case .heading(let name):
        drawing.text(
          shortened(name, headingStyle, within: width.tenths - 4_0) ?? "", 0, y + 17_0, headingStyle.haloed)
        drawing.line(0, y + 22_0, scale.end, y + 22_0, .gridline)
      case .bar(let bar):
        let barTop = y + (isNarrow ? 19_0 : 5_0)
        let (start, end) = (scale.start(of: bar.start), scale.end(of: bar.finish) - 1_0)
        let box = Box(x: start, y: barTop, width: max(end - start, 3_0), height: 16_0)
        places[bar.id] = box
        drawName(bar, at: y, box, scale, left, isNarrow, into: &drawing)
        draw(bar, in: box, scale, into: &drawing)
      }
      y += height(row, isNarrow)
    }
    drawMilestones(scale, at: rowsBottom + 18_0, isNarrow, into: &drawing)
    if let today = chart.today, scale.shows(today) {
      let x = (scale.start(of: today) + scale.end(of: today)) / 2
      drawing.today(today, language, x: x, from: 6_0, to: rowsBottom + 8_0)
    }
    let links = GanttLinks(chart.links, places, bounds: 0...width.tenths)
    links.draw(into: &drawing)
    for case .bar(let bar) in rows {
      if let box = places[bar.id] { drawRemarks(bar, box, scale, isNarrow, into: &drawing) }
    }
    drawing.height = drawFoot(from: laneBottom, into: &drawing)
    return drawing
  }

  private var top: Tenths { 58_0 }
  private var headingStyle: TextStyle { .smallBold.toned(.muted) }

  private func height(_ row: GanttRow, _ isNarrow: Bool) -> Tenths {
    row.isBar ? (isNarrow ? 38_0 : 27_0) : 24_0
  }

  private func drawFoot(from top: Tenths, into drawing: inout Drawing) -> Tenths {
    var words = isWhole ? [] : [pageWords]
    if isLast {
      words += chart.omissions
      if chart.links.isEmpty, chart.barCount > 1, !rows.contains(where: isCritical) {
        words.append(GanttChartWord.noLinks.text(in: language))
      }
    }
    var y = top
    for line in words.flatMap({ wrapped($0, .muted, within: drawing.width, lines: 4) ?? [] }) {
      y += 15_0
      drawing.text(line, 0, y - 3_0, .muted)
    }
    return y + 2_0
  }

  private func isCritical(_ row: GanttRow) -> Bool { if case .bar(let bar) = row { bar.isCritical } else { false } }
}

// MARK: Axis and phases

extension GanttPage {
  private func drawBands(
    _ scale: DateScale, _ axis: TimeAxis, to bottom: Tenths, _ isNarrow: Bool, into drawing: inout Drawing
  ) {
    var last: CivilDate?
    var isShaded = true
    for phase in chart.phases.sorted(by: { $0.period < $1.period }) {
      if let last, phase.period.first <= last { continue }
      last = phase.period.last
      let (x, end) = (scale.start(of: phase.period.first), scale.end(of: phase.period.last))
      if isShaded { drawing.rectangle(x, 22_0, end - x - 1_0, bottom - 22_0, .band) }
      isShaded.toggle()
      let separator = language == .english ? " · " : "\u{3000}"
      var wordings = (phase.amount.map { [phase.name + separator + $0] } ?? []) + [phase.name]
      let room = end - x - 9_0
      if let line = chart.today.map({ scale.start(of: $0) }), x + 6_0 < line,
        line < x + 6_0 + textWidth(wordings[0], .smallBold)
      {
        wordings = [phase.name]
      }
      if let words = fitting(wordings, .smallBold, within: room) ?? shortened(phase.name, .smallBold, within: room) {
        drawing.text(words, x + 6_0, 36_0, .smallBold.haloed)
      }
    }
    guard axis.isWeekly else { return }
    for day in chart.freeDays.sorted() {
      let (x, end) = (scale.start(of: day), scale.end(of: day))
      drawing.rectangle(x, top, end - x, bottom - top, .area)
    }
  }

  private func drawAxis(_ scale: DateScale, _ axis: TimeAxis, to bottom: Tenths, into drawing: inout Drawing) {
    for tick in axis.ticks {
      let x = scale.start(of: tick.day)
      if let name = tick.name {
        drawing.line(x, 44_0, x, bottom, .gridline)
        drawing.text(name, x + 4_0, 53_0, .muted.haloed)
      } else {
        drawing.line(x, 52_0, x, 57_0, .gridline)
      }
    }
  }
}

// MARK: Bars

extension GanttPage {
  private func drawName(
    _ bar: GanttChart.Bar, at y: Tenths, _ box: Box, _ scale: DateScale, _ left: Tenths, _ isNarrow: Bool,
    into drawing: inout Drawing
  ) {
    let style: TextStyle = bar.isSummary ? .bold : .normal
    guard isNarrow else {
      let room = left - 8_0
      drawing.text(shortened(bar.name, style, within: room) ?? "", 0, y + 17_0, style)
      return
    }
    let name = shortened(bar.name, style, within: drawing.width - 2_0) ?? ""
    let x = max(0, min(box.x, drawing.width - textWidth(name, style) - 1_0))
    drawing.text(name, x, y + 14_0, style.haloed)
  }

  private func draw(_ bar: GanttChart.Bar, in box: Box, _ scale: DateScale, into drawing: inout Drawing) {
    drawing.rectangle(box.x, box.y, box.width, box.height, bar.isCritical ? .critical : .task)
    if let disputed = bar.disputed {
      let (x, end) = (scale.start(of: disputed.first), scale.end(of: disputed.last) - 1_0)
      drawing.rectangle(x, box.y, max(end - x, 3_0), box.height, .disputed)
    }
    if let done = bar.done, done > 0 {
      let length = (min(done, 1) * Fraction(box.width)).rounded(places: 0).int ?? 0
      drawing.rectangle(box.x, box.bottom - 4_0, length, 4_0, .total)
    }
    if bar.lateText != nil { drawing.rectangle(box.x, box.y, box.width, box.height, .late) }
    if let baseline = bar.baseline {
      let (x, end) = (scale.start(of: baseline.first), scale.end(of: baseline.last) - 1_0)
      drawing.rectangle(x, box.bottom + 1_0, max(end - x, 3_0), 3_0, .linkHead)
    }
    if let late = bar.lateFinish, late > bar.finish {
      drawing.line(box.right, box.y + 8_0, scale.end(of: late), box.y + 8_0, .float)
    }
  }

  /// What is written beside a bar, where there is room: by how much it is late, what another source says, its float.
  private func drawRemarks(
    _ bar: GanttChart.Bar, _ box: Box, _ scale: DateScale, _ isNarrow: Bool, into drawing: inout Drawing
  ) {
    let y = box.y + 12_0
    let bad = TextStyle.small.toned(.bad).haloed
    var left = box.x - 6_0
    if let disputed = bar.disputed { left = min(left, scale.start(of: disputed.first) - 6_0) }
    var right = max(box.right, bar.disputed.map { scale.end(of: $0.last) } ?? 0) + 6_0
    for words in [bar.lateText, bar.disputeText].compactMap(\.self) {
      let places = [
        drawing.label(words, right, y, bad), drawing.label(words, left, y, bad, .end),
      ]
      if let label = places.first(where: { $0.box.x >= scale.start && drawing.isFree($0) }) { drawing.draw(label) }
    }
    guard let late = bar.lateFinish, late > bar.finish, let text = bar.floatText else { return }
    let end = scale.end(of: late)
    right = end + 5_0
    let words = GanttChartWord.float(text).text(in: language)
    let style = TextStyle.muted.haloed
    let length = end - box.right
    let hasRoom = textWidth(singleLine(words), style) + 8_0 <= length
    let onLine = hasRoom ? [2, 3, 1].map { drawing.label(words, box.right + $0 * length / 4, y, style, .middle) } : []
    let places = onLine + [drawing.label(words, right, y, style)]
    // Widths are estimates: a label that would end at the chart's edge is left out.
    let edge = drawing.width - 4_0
    if let label = places.first(where: { $0.box.right <= edge && drawing.isFree($0) }) { drawing.draw(label) }
  }
}

// MARK: Milestones

extension GanttPage {
  private func middle(_ milestone: GanttChart.Milestone, _ scale: DateScale) -> Tenths {
    (scale.start(of: milestone.date) + scale.end(of: milestone.date)) / 2
  }

  /// Milestones in the order of their dates, with the places of their diamonds.
  private func placed(_ scale: DateScale) -> [(milestone: GanttChart.Milestone, x: Tenths)] {
    let sorted = chart.milestones.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    let places = spread(
      sorted.map { middle($0, scale) }, by: 14_0, between: scale.start + 7_0, and: scale.end - 7_0)
    return zip(sorted, places).map { (milestone: $0, x: $1) }
  }

  /// One row of keys below the diamonds, or more where the keys would touch.
  private func laneHeight(_ scale: DateScale) -> Tenths {
    let widest = chart.milestones.map { textWidth(singleLine($0.key), .smallBold) }.max() ?? 0
    let places = placed(scale).map(\.x)
    let nearest = zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? widest * 2
    return nearest >= widest + 4_0 ? 36_0 : nearest * 2 >= widest + 4_0 ? 49_0 : 62_0
  }

  private func drawMilestoneLines(_ scale: DateScale, to bottom: Tenths, into drawing: inout Drawing) {
    for (milestone, x) in placed(scale) {
      let date = middle(milestone, scale)
      drawing.path([Point(date, 44_0), Point(date, bottom - 8_0), Point(x, bottom)], .milestoneLine)
    }
  }

  private func drawMilestones(_ scale: DateScale, at y: Tenths, _ isNarrow: Bool, into drawing: inout Drawing) {
    let placed = placed(scale)
    guard !placed.isEmpty else { return }
    if !isNarrow { drawing.text(GanttChartWord.milestones.text(in: language), 0, y + 4_0, .bold) }
    for (milestone, x) in placed { drawing.diamond(x, y, milestone.state.mark) }
    for (milestone, x) in placed {
      let style = TextStyle.smallBold.toned(milestone.state.isBad ? .bad : .plain)
      let half = textWidth(singleLine(milestone.key), style) / 2 + 1
      let middle = min(max(x, half), drawing.width - half)
      let rows = (0...2).map { drawing.label(milestone.key, middle, y + 20_0 + $0 * 13_0, style, .middle) }
      if let label = rows.first(where: { drawing.isFree($0) }) { drawing.draw(label) }
    }
  }
}
