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

  package var description: String { "" }
  package var widths: [ChartWidth] { [.half, .narrow] }
  package func draw(_ width: ChartWidth) -> Drawing { Drawing(width: width.tenths) }
}
