package import PlanQuantities
package import PlanText

/// Cumulative cash over time, undiscounted and discounted, and where each comes back to zero.
package struct PaybackChart: Chart {
  /// The state at the end of one period.
  package struct Point: Sendable {
    let label: String
    let time: Fraction
    let cumulative: Fraction
    let discounted: Fraction?

    /// - Parameters:
    ///   - label: the end it stands for, such as `end 2025`, or `start`.
    ///   - time: years from the clock's start.
    ///   - cumulative: the undiscounted sum of all flows to it.
    ///   - discounted: the discounted sum; nil in every point where no rate is stated.
    package init(label: String, time: Fraction, cumulative: Fraction, discounted: Fraction?) {
      self.label = label
      self.time = time
      self.cumulative = cumulative
      self.discounted = discounted
    }
  }

  /// A moment at which the money is back, computed or stated.
  package struct Crossing: Sendable {
    let time: Fraction
    let text: String

    /// - Parameters:
    ///   - time: years from the clock's start.
    ///   - text: the time as the report prints it, such as `0.95 y`.
    package init(time: Fraction, text: String) {
      self.time = time
      self.text = text
    }
  }

  let language: Language
  let unit: String
  let rate: String?
  let points: [Point]
  let payback: Crossing?
  let discountedPayback: Crossing?
  let stated: [Crossing]
  let amountText: FigureText

  /// - Parameters:
  ///   - unit: the unit of the amounts, such as `CNY m`.
  ///   - rate: the discount rate as printed, such as `8%`.
  ///   - points: in the order of time, the first at the clock's start.
  ///   - payback: where the undiscounted sum comes back to zero; nil where it does not.
  ///   - discountedPayback: the same of the discounted sum.
  ///   - stated: what the plan claims, drawn hollow; give only claims that differ from what is computed.
  ///   - amount: prints the ticks and end values, in the unit.
  package init(
    language: Language, unit: String, rate: String?, points: [Point], payback: Crossing?,
    discountedPayback: Crossing?, stated: [Crossing] = [], amount: @escaping FigureText
  ) {
    self.language = language
    self.unit = unit
    self.rate = rate
    self.points = points
    self.payback = payback
    self.discountedPayback = discountedPayback
    self.stated = stated
    amountText = amount
  }

  package var title: String {
    Message(en: "Cumulative cash flow and payback", hans: "累计现金流与回收期", hant: "累計現金流與回收期").text(in: language)
  }

  package var description: String {
    let values = points.map { point in
      [point.label, amountText(point.cumulative), point.discounted.map { atRate + " " + amountText($0) }]
        .compactMap(\.self).joined(separator: language == .english ? ", " : "，")
    }
    return unit + (language == .english ? ": " : "：")
      + (values + results.map(\.text) + (stated.isEmpty ? [] : [statement[0]]))
      .joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.wide, .narrow] }

  package func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let isNarrow = width == .narrow
    drawing.height = isNarrow ? 290_0 : 262_0
    drawing.text(caption, 0, 12_0, .muted)
    guard let first = points.first, let last = points.last else {
      drawing.height = 20_0
      return drawing
    }
    let plot = plot(width, first, last)
    for (tick, name) in zip(plot.ticks, plot.tickNames) {
      drawing.line(plot.x.start, plot.y(tick), plot.x.end, plot.y(tick), tick.isZero ? .axis : .gridline)
      drawing.text(name, plot.x.start - 6_0, plot.y(tick) + 4_0, .muted, .end)
    }
    drawTimes(plot, at: drawing.height - 14_0, into: &drawing)
    let lines = drawLines(plot, into: &drawing)
    drawEnds(plot, isNarrow, into: &drawing)
    drawStated(plot, lines, into: &drawing)
    drawResults(plot, lines, into: &drawing)
    return drawing
  }
}

// MARK: Lines

extension PaybackChart {
  /// The chart's scales and the marks of its value axis.
  private struct Plot {
    let x: LinearScale
    let y: LinearScale
    let ticks: [Fraction]
    let tickNames: [String]
  }

  private func plot(_ width: ChartWidth, _ first: Point, _ last: Point) -> Plot {
    let values: [Fraction] = points.map(\.cumulative) + points.compactMap(\.discounted) + [0]
    var (low, high) = (values.min() ?? 0, values.max() ?? 0)
    if low == high { high = low + 1 }
    // Room below for what is written under the axis, and above for what is written over it.
    let range = high - low
    low = min(low, -range * Fraction(1, 5))
    high = max(high, range * Fraction(1, 5))
    let ticks = niceTicks(from: low, to: high)
    let names = ticks.map(amountText)
    let left = (names.map { textWidth(singleLine($0), .muted) }.max() ?? 0) + 7_0
    let ends = endWords(isNarrow: width == .narrow).flatMap(\.lines)
    let right = (ends.map { textWidth(singleLine($0), .bold) }.max() ?? 0) + 12_0
    let latest = ([payback, discountedPayback].compactMap(\.self) + stated).map(\.time).max() ?? 0
    let span = max(last.time - first.time, 0)
    let end = max(last.time, min(latest, last.time + span * Fraction(1, 2)))
    let bottom: Tenths = width == .narrow ? 290_0 : 262_0
    return Plot(
      x: LinearScale(first.time, end, from: left, to: width.tenths - right),
      y: LinearScale(low, high, from: bottom - 34_0, to: 24_0), ticks: ticks, tickNames: names)
  }

  /// The names of the points in time, as many as have room; the last always has its own.
  private func drawTimes(_ plot: Plot, at y: Tenths, into drawing: inout Drawing) {
    for point in [points.last, points.first].compactMap(\.self) + points.dropFirst().dropLast() {
      let half = textWidth(singleLine(point.label), .muted) / 2
      let middle = max(half, min(plot.x(point.time), drawing.width - half))
      let label = drawing.label(point.label, middle, y, .muted, .middle)
      if drawing.isFree(label, by: 6_0) { drawing.draw(label) }
    }
  }

  /// Draws both curves and gives their points.
  private func drawLines(_ plot: Plot, into drawing: inout Drawing) -> [[PlanReports.Point]] {
    let plain = points.map { PlanReports.Point(plot.x($0.time), plot.y($0.cumulative)) }
    let discounted = points.compactMap { point in
      point.discounted.map { PlanReports.Point(plot.x(point.time), plot.y($0)) }
    }
    drawing.path(discounted, .series2)
    drawing.path(plain, .series1)
    let isDense = points.count > 16
    for point in isDense ? [plain.last].compactMap(\.self) : plain {
      drawing.circle(point.x, point.y, radius: 3_4, .point1)
    }
    for point in isDense ? [discounted.last].compactMap(\.self) : Array(discounted.dropFirst()) {
      drawing.circle(point.x, point.y, radius: 3_0, .point2)
    }
    return [plain, discounted]
  }

  /// What stands right of the curves' ends: value and kind.
  private func endWords(isNarrow: Bool) -> [(value: Fraction, lines: [String])] {
    guard let last = points.last else { return [] }
    let plain = (value: last.cumulative, lines: [amountText(last.cumulative), undiscounted])
    guard let discounted = last.discounted else { return [plain] }
    return [plain, (value: discounted, lines: [amountText(discounted), atRate])]
  }

  private func drawEnds(_ plot: Plot, _ isNarrow: Bool, into drawing: inout Drawing) {
    guard let last = points.last else { return }
    let ends = endWords(isNarrow: isNarrow)
    let wanted = ends.map { plot.y($0.value) }
    let tops = spread(wanted.map { $0 - 6_0 }, by: 29_0, between: 14_0, and: drawing.height - 62_0)
    let x = max(plot.x(last.time), plot.x.end) + 8_0
    for (place, end) in ends.enumerated() {
      drawing.text(end.lines[0], x, tops[place] + 10_0, isNarrow ? .smallBold : .bold)
      drawing.text(end.lines[1], x, tops[place] + 24_0, .small)
    }
  }
}

// MARK: Payback

extension PaybackChart {
  /// What the two sums come to, one line each.
  private var results: [(text: String, crossing: Crossing?)] {
    guard !points.isEmpty else { return [] }
    var results: [(text: String, crossing: Crossing?)] = []
    if let payback {
      let isShown = points.last.map { payback.time <= $0.time } ?? true
      results.append((paysBack(payback.text, isShown: isShown), payback))
    } else {
      results.append((neverBack, nil))
    }
    if let discountedPayback {
      results.append((discounted(discountedPayback.text), discountedPayback))
    } else if payback != nil, points.contains(where: { $0.discounted != nil }) {
      results.append((neverDiscounted, nil))
    }
    return results
  }

  /// The diamonds on the axis and the words that belong to them, where neither text nor curve is.
  private func drawResults(_ plot: Plot, _ lines: [[PlanReports.Point]], into drawing: inout Drawing) {
    let zero = plot.y(0)
    let crossings = [discountedPayback, payback].compactMap(\.self).filter { $0.time <= plot.x.high }
    let results = self.results
    let styles = [TextStyle.bold.toned(.accent).haloed, .small.toned(.accent).haloed]
    let anchorX = crossings.last.map { plot.x($0.time) }
    if let spot = spot(
      for: results.map(\.text), styles, near: anchorX, above: true, zero, plot, lines, in: drawing)
    {
      if let anchorX { drawing.line(anchorX, zero - 7_0, anchorX, spot[spot.count - 1].box.bottom + 1_0, .bracket) }
      spot.forEach { drawing.draw($0) }
    }
    for crossing in crossings { drawing.diamond(plot.x(crossing.time), zero, radius: 6_0, .milestoneMet) }
  }

  private func drawStated(_ plot: Plot, _ lines: [[PlanReports.Point]], into drawing: inout Drawing) {
    guard !stated.isEmpty else { return }
    let zero = plot.y(0)
    let shown = stated.filter { $0.time <= plot.x.high && $0.time >= plot.x.low }
    for crossing in shown {
      let x = plot.x(crossing.time)
      drawing.diamond(x, zero, radius: 6_0, .stated)
      drawing.reserve(Box(x: x - 6_0, y: zero - 6_0, width: 12_0, height: 12_0))
    }
    let anchorX = shown.first.map { plot.x($0.time) }
    for words in statement {
      guard
        let spot = spot(
          for: [words], [.smallBold.toned(.bad).haloed], near: anchorX, above: false, zero, plot, lines, in: drawing)
      else { continue }
      if let anchorX, spot[0].box.y > zero { drawing.line(anchorX, zero + 7_0, anchorX, spot[0].box.y - 1_0, .bracket) }
      spot.forEach { drawing.draw($0) }
      break
    }
  }

  /// A place for lines of text beside a mark on the axis: the nearest, left of it first, that no curve crosses; over a
  /// curve where there is no other.
  private func spot(
    for words: [String], _ styles: [TextStyle], near x: Tenths?, above: Bool, _ zero: Tenths, _ plot: Plot,
    _ lines: [[PlanReports.Point]], in drawing: Drawing
  ) -> [Drawing.Label]? {
    let height = words.count * 15_0
    let widths = zip(words, styles).map { textWidth(singleLine($0), $1) }
    let widest = widths.max() ?? 0
    let x = x ?? (plot.x.start + plot.x.end) / 2
    let up = Array(stride(from: zero - 22_0 - height, through: 16_0, by: -8_0))
    let down = Array(stride(from: zero + 14_0, through: plot.y.start - height + 6_0, by: 8_0))
    var fallback: [Drawing.Label]?
    for top in above ? up + down : down + up {
      for anchor in above ? [TextAnchor.end, .middle, .start] : [.start, .middle, .end] {
        let place =
          switch anchor {
          case .start: max(x - 2_0, 0)
          case .middle: min(max(x, widest / 2), drawing.width - widest / 2)
          case .end: x + 2_0
          }
        let labels = words.indices.map {
          drawing.label(words[$0], place, top + 10_0 + $0 * 15_0, styles[$0], anchor)
        }
        guard labels.allSatisfy({ drawing.isFree($0) }) else { continue }
        if !labels.contains(where: { label in lines.contains { crosses($0, label.box) } }) { return labels }
        fallback = fallback ?? labels
      }
    }
    return fallback
  }

  private func crosses(_ line: [PlanReports.Point], _ box: Box) -> Bool {
    let wide = Box(x: box.x - 5_0, y: box.y - 3_0, width: box.width + 10_0, height: box.height + 6_0)
    return zip(line, line.dropFirst()).contains { wide.isCrossed(from: $0, to: $1) }
  }
}

// MARK: Words

extension PaybackChart {
  private var caption: String {
    Message(en: "\(unit), cumulative", hans: "\(unit)，累计", hant: "\(unit)，累計").text(in: language)
  }

  private var undiscounted: String {
    Message(en: "undiscounted", hans: "未折现", hant: "未折現").text(in: language)
  }

  private var atRate: String {
    guard let rate else { return Message(en: "discounted", hans: "折现", hant: "折現").text(in: language) }
    return Message(en: "at \(rate)", hans: "按\(rate)折现", hant: "按\(rate)折現").text(in: language)
  }

  private func paysBack(_ time: String, isShown: Bool) -> String {
    let message =
      isShown
      ? Message(en: "pays back in \(time)", hans: "\(time)回本", hant: "\(time)回本")
      : Message(en: "pays back after these periods, in \(time)", hans: "所示期间之后、\(time)回本", hant: "所示期間之後、\(time)回本")
    return message.text(in: language)
  }

  private func discounted(_ time: String) -> String {
    Message(en: "discounted \(time)", hans: "动态\(time)", hant: "動態\(time)").text(in: language)
  }

  private var neverBack: String {
    Message(en: "not paid back in these periods", hans: "所示期间内未回本", hant: "所示期間內未回本").text(in: language)
  }

  private var neverDiscounted: String {
    Message(en: "discounted: not in these periods", hans: "动态：所示期间内未回本", hant: "動態：所示期間內未回本")
      .text(in: language)
  }

  /// What the plan claims, longest first.
  private var statement: [String] {
    let times = stated.map(\.text)
    let long = times.joined(separator: language == .english ? ", " : "、")
    let short = times.joined(separator: " / ")
    return [
      Message(en: "plan states \(long)", hans: "方案称\(long)", hant: "方案稱\(long)").text(in: language),
      Message(en: "stated \(short)", hans: "方案称\(short)", hant: "方案稱\(short)").text(in: language),
    ]
  }
}
