package import PlanQuantities
package import PlanText

/// Steps that lead from nothing to a total, each standing on the one before.
package struct WaterfallChart: Chart {
  /// A step or a total.
  package struct Step: Sendable {
    let name: String
    let value: Fraction
    let isTotal: Bool

    /// - Parameters:
    ///   - value: the change, or for a total the sum itself.
    ///   - isTotal: whether it stands on zero instead of on the step before.
    package init(name: String, value: Fraction, isTotal: Bool = false) {
      self.name = name
      self.value = value
      self.isTotal = isTotal
    }
  }

  package let title: String
  let language: Language
  let unit: String
  let steps: [Step]
  let changeText: FigureText
  let amountText: FigureText

  /// - Parameters:
  ///   - title: what it leads to, such as `From investment to net present value`.
  ///   - unit: the unit of the amounts, such as `CNY m`.
  ///   - steps: in reading order; where they are too many for columns they become rows.
  ///   - change: prints a step with its sign.
  ///   - amount: prints totals and ticks.
  package init(
    title: String, language: Language, unit: String, steps: [Step], change: @escaping FigureText,
    amount: @escaping FigureText
  ) {
    self.title = title
    self.language = language
    self.unit = unit
    self.steps = steps
    changeText = change
    amountText = amount
  }

  package var description: String {
    let values = steps.map { $0.name + " " + text($0) }
    return unit + (language == .english ? ": " : "：") + values.joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.half, .narrow] }

  package func draw(_ width: ChartWidth) -> Drawing {
    guard !steps.isEmpty else { return Drawing(width: width.tenths) }
    return columns(width) ?? rows(width)
  }
}

extension WaterfallChart {
  private func text(_ step: Step) -> String { step.isTotal ? amountText(step.value) : changeText(step.value) }

  /// Where each step begins and ends.
  private var ends: [(from: Fraction, to: Fraction)] {
    var sum: Fraction = 0
    return steps.map { step in
      if step.isTotal {
        sum = step.value
        return (0, step.value)
      }
      defer { sum += step.value }
      return (sum, sum + step.value)
    }
  }

  private func style(_ step: Step) -> MarkStyle { step.isTotal ? .total : step.value.isNegative ? .loss : .gain }

  private var bounds: (low: Fraction, high: Fraction) {
    let values: [Fraction] = ends.map(\.from) + ends.map(\.to) + [0]
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    return low == high ? (low, low + 1) : (low, high)
  }

  /// Steps side by side, or nil where a name or an amount has no room in its column.
  private func columns(_ width: ChartWidth) -> Drawing? {
    var drawing = Drawing(width: width.tenths)
    let isNarrow = width == .narrow
    let (low, high) = bounds
    let ticks = niceTicks(from: low, to: high)
    let tickNames = ticks.map(amountText)
    let left = (tickNames.map { textWidth(singleLine($0), .muted) }.max() ?? 0) + 7_0
    let right = width.tenths - 2_0
    let step = (right - left) / steps.count
    let valueStyle: TextStyle = isNarrow ? .smallBold : .bold
    let nameStyle = TextStyle.small.sized(isNarrow ? .axis : .small)
    let names = steps.compactMap { wrapped($0.name, nameStyle, within: step - 4_0, lines: 2) }
    let texts = steps.map(text)
    guard names.count == steps.count, texts.allSatisfy({ textWidth(singleLine($0), valueStyle) <= step - 2_0 }) else {
      return nil
    }
    drawing.height = 250_0 + ((names.map(\.count).max() ?? 1) - 1) * 13_0
    let y = LinearScale(low, high, from: 250_0 - 44_0, to: 34_0)
    drawing.text(unit, 0, 12_0, .muted)
    for (tick, name) in zip(ticks, tickNames) {
      drawing.line(left, y(tick), right, y(tick), tick.isZero ? .axis : .gridline)
      drawing.text(name, left - 6_0, y(tick) + 4_0, .muted, .end)
    }
    let ends = self.ends
    for (place, change) in steps.enumerated() {
      let x = left + place * (right - left) / steps.count
      let (bar, thickness) = (x + step * 14 / 100, step * 72 / 100)
      let (a, b) = (y(ends[place].from), y(ends[place].to))
      drawing.rectangle(bar, min(a, b), thickness, max(abs(a - b), 1_0), style(change))
      let isDown = change.value.isNegative
      drawing.text(texts[place], x + step / 2, isDown ? max(a, b) + 14_0 : min(a, b) - 6_0, valueStyle.haloed, .middle)
      for (line, name) in names[place].enumerated() {
        drawing.text(name, x + step / 2, 250_0 - 12_0 + line * 13_0, nameStyle, .middle)
      }
      if place + 1 < steps.count { drawing.line(bar + thickness, b, x + step * 114 / 100, b, .bracket) }
    }
    return drawing
  }

  /// Steps below each other, which has room for any number and any name.
  private func rows(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let rowHeight = 24_0
    let texts = steps.map(text)
    let widest = (texts.map { textWidth(singleLine($0), .smallBold) }.max() ?? 0) + 6_0
    let nameRoom = max((width.tenths - 2 * widest) * 2 / 5, 40_0)
    let names = steps.map { shortened($0.name, .small, within: nameRoom) ?? "" }
    let left = (names.map { textWidth($0, .small) }.max() ?? 0) + 8_0
    let (low, high) = bounds
    // A bar's amount stands beyond its end; room for it is needed on the left only if a bar ends there.
    let hasLeft = steps.contains(where: \.value.isNegative)
    let x = LinearScale(
      low, high, from: min(left + (hasLeft ? widest : 0), width.tenths - widest - 20_0), to: width.tenths - widest)
    drawing.height = 22_0 + steps.count * rowHeight
    drawing.text(unit, 0, 12_0, .muted)
    drawing.line(x(0), 20_0, x(0), drawing.height - 2_0, .axis)
    let ends = self.ends
    for (place, change) in steps.enumerated() {
      let y = 22_0 + place * rowHeight
      let (a, b) = (x(ends[place].from), x(ends[place].to))
      drawing.text(names[place], 0, y + 16_0, .small)
      drawing.rectangle(min(a, b), y + 5_0, max(abs(a - b), 1_0), 14_0, style(change))
      if change.value.isNegative {
        drawing.text(texts[place], min(a, b) - 4_0, y + 16_0, .smallBold, .end)
      } else {
        drawing.text(texts[place], max(a, b) + 4_0, y + 16_0, .smallBold)
      }
      if place + 1 < steps.count { drawing.line(b, y + 19_0, b, y + rowHeight + 5_0, .bracket) }
    }
    return drawing
  }
}
