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

  package var title: String { "" }
  package var description: String { "" }
  package var widths: [ChartWidth] { [.wide, .narrow] }
  package func draw(_ width: ChartWidth) -> Drawing { Drawing(width: width.tenths) }
}
