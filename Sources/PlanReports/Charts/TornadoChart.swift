package import PlanQuantities
package import PlanText

/// What one result becomes when one input at a time moves, widest effect first.
package struct TornadoChart: Chart {
  /// One input.
  package struct Driver: Sendable {
    let name: String
    let range: String
    let low: End
    let high: End

    /// - Parameters:
    ///   - range: how far the input moves, such as `±20%` or `9.6% … 6.4%`.
    ///   - low: the end with the lower result; the ends are put in order where they are not.
    ///   - high: the end with the higher result.
    package init(name: String, range: String, low: End, high: End) {
      self.name = name
      self.range = range
      self.low = low.result <= high.result ? low : high
      self.high = low.result <= high.result ? high : low
    }
  }

  /// One end of an input's range.
  package struct End: Sendable {
    let input: String
    let result: Fraction
    let text: String

    /// - Parameters:
    ///   - input: the input's value or change there, such as `−20%`.
    ///   - result: the result there.
    ///   - text: the result as tables print it, without unit.
    package init(input: String, result: Fraction, text: String) {
      self.input = input
      self.result = result
      self.text = text
    }
  }

  package let title: String
  let language: Language
  let unit: String
  let base: (value: Fraction, text: String)
  let drivers: [Driver]

  /// - Parameters:
  ///   - title: what moves, such as `Net present value when one input moves`.
  ///   - base: the result when nothing moves.
  ///   - drivers: in any order; the ten with the widest effect are drawn.
  package init(
    title: String, language: Language, unit: String, base: (value: Fraction, text: String), drivers: [Driver]
  ) {
    self.title = title
    self.language = language
    self.unit = unit
    self.base = base
    self.drivers = drivers
  }

  package var description: String {
    let rows = shown.map { "\($0.name) \($0.range): \($0.low.text) … \($0.high.text)" }
    return unit + (language == .english ? ": " : "：")
      + ([baseWords] + rows).joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.half, .narrow] }

  package func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let isNarrow = width == .narrow
    let shown = self.shown
    let rowHeight = isNarrow ? 58_0 : 46_0
    let widestLow = shown.map { textWidth(singleLine($0.low.text), .normal) }.max() ?? 0
    let widestHigh = shown.map { textWidth(singleLine($0.high.text), .normal) }.max() ?? 0
    let nameRoom = isNarrow ? width.tenths - 8_0 : 150_0
    let left = (isNarrow ? 0 : nameRoom) + widestLow + 10_0
    let right = max(width.tenths - widestHigh - 10_0, left + 40_0)
    let values: [Fraction] = shown.map(\.low.result) + shown.map(\.high.result) + [base.value]
    let x = LinearScale(values.min() ?? 0, values.max() ?? 0, from: left, to: right)
    let middle = shown.isEmpty ? (left + right) / 2 : x(base.value)
    let half = textWidth(singleLine(baseWords), .bold) / 2
    drawing.text(baseWords, min(max(middle, half), width.tenths - half), 22_0, .bold, .middle)
    let top = 40_0
    let bottom = top + shown.count * rowHeight
    for (place, driver) in shown.enumerated() {
      var y = top + place * rowHeight
      if isNarrow {
        drawing.text(
          fitting(headings(driver), .bold, within: nameRoom) ?? shortened(driver.name, .bold, within: nameRoom) ?? "",
          0, y + 14_0, .bold.haloed)
        y += 18_0
      } else {
        drawing.text(shortened(driver.name, .bold, within: nameRoom - 6_0) ?? "", 0, y + 15_0, .bold)
        drawing.text(shortened(driver.range, .muted, within: nameRoom - 6_0) ?? "", 0, y + 30_0, .muted)
      }
      draw(driver, isFirst: place == 0, x, at: y + 5_0, into: &drawing)
    }
    drawing.line(middle, 28_0, middle, bottom + 4_0, .base)
    drawing.height = bottom + 8_0
    if drivers.count > shown.count {
      drawing.height += 16_0
      drawing.text(more(drivers.count - shown.count), 0, drawing.height - 6_0, .muted)
    }
    return drawing
  }
}

extension TornadoChart {
  /// The drivers with the widest effect, widest first.
  private var shown: [Driver] {
    drivers.enumerated().sorted { a, b in
      let (left, right) = (a.element.high.result - a.element.low.result, b.element.high.result - b.element.low.result)
      return left == right ? a.offset < b.offset : left > right
    }.prefix(10).map(\.element)
  }

  private func headings(_ driver: Driver) -> [String] { [driver.name + "\u{2002}" + driver.range, driver.name] }

  private func draw(_ driver: Driver, isFirst: Bool, _ x: LinearScale, at y: Tenths, into drawing: inout Drawing) {
    let (low, high, middle) = (x(driver.low.result), x(driver.high.result), x(base.value))
    let (lowEnd, highEnd) = (min(low, middle), max(high, middle))
    drawing.rectangle(low, y, middle - low, 24_0, .loss)
    drawing.rectangle(middle, y, high - middle, 24_0, .gain)
    // Both ends on one side of the base: the bar runs from the base to the farther, the nearer is a tick in it.
    if low > middle { drawing.line(low, y, low, y + 24_0, .bracket) }
    if high < middle { drawing.line(high, y, high, y + 24_0, .bracket) }
    drawing.text(driver.low.text, lowEnd - 6_0, y + 17_0, .normal, .end)
    drawing.text(driver.high.text, highEnd + 6_0, y + 17_0)
    guard isFirst else { return }
    let onLow = drawing.label(driver.low.input, lowEnd + 6_0, y + 17_0, .small.toned(.onNegative))
    if onLow.box.right + 4_0 <= middle, low < middle { drawing.draw(onLow) }
    let onHigh = drawing.label(driver.high.input, highEnd - 6_0, y + 17_0, .small.toned(.on1), .end)
    if onHigh.box.x - 4_0 >= middle, high > middle { drawing.draw(onHigh) }
  }

  private var baseWords: String {
    Message(en: "base \(base.text)", hans: "基准 \(base.text)", hant: "基準 \(base.text)").text(in: language)
  }

  private func more(_ count: Int) -> String {
    Message(en: "+\(count) inputs with less effect", hans: "另有\(count)项影响较小", hant: "另有\(count)項影響較小")
      .text(in: language)
  }
}
