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

  package var description: String { "" }
  package var widths: [ChartWidth] { [.half, .narrow] }
  package func draw(_ width: ChartWidth) -> Drawing { Drawing(width: width.tenths) }
}
