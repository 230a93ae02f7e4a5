package import PlanQuantities
package import PlanText

/// Budget lines as one bar against the total: what the lines spend, what is left, and what is promised beyond it.
package struct MoneyBar: Chart {
  /// A budget line.
  package struct Segment: Sendable {
    let name: String
    let value: Fraction
    let amount: String
    let share: String?

    /// - Parameters:
    ///   - value: the money in any one unit all parts of the bar share; zero and less has no place in the bar.
    ///   - amount: the money as the report's tables print it, without unit.
    ///   - share: its share of the total.
    package init(name: String, value: Fraction, amount: String, share: String?) {
      self.name = name
      self.value = value
      self.amount = amount
      self.share = share
    }
  }

  /// Reserves, held inside the total or promised beyond it.
  package struct Reserve: Sendable {
    let value: Fraction
    let amount: String
    let share: String?

    /// - Parameters:
    ///   - amount: the money as the report's tables print it, without unit.
    ///   - share: what part of the total it is, such as `60%`, if there is a total.
    package init(value: Fraction, amount: String, share: String?) {
      self.value = value
      self.amount = amount
      self.share = share
    }
  }

  let language: Language
  let unit: String
  let segments: [Segment]
  let total: (value: Fraction, amount: String)?
  let held: Reserve?
  let promised: Reserve?
  let amountText: FigureText
  let shareText: FigureText

  /// - Parameters:
  ///   - unit: the unit of all amounts, such as `CNY m`.
  ///   - segments: the lines in any order; the four largest get a shade each, the rest become one.
  ///   - total: the budget's total with its amount, unit included; nil draws no rule.
  ///   - held: reserves that have money inside the total.
  ///   - promised: reserves without money, drawn hatched beyond the lines.
  ///   - amount: prints sums the bar makes itself, like the amounts of its segments.
  ///   - share: prints shares the bar computes itself; 1 is the whole.
  package init(
    language: Language, unit: String, segments: [Segment], total: (value: Fraction, amount: String)?,
    held: Reserve? = nil, promised: Reserve? = nil, amount: @escaping FigureText, share: @escaping FigureText
  ) {
    self.language = language
    self.unit = unit
    self.segments = segments
    self.total = total
    self.held = held
    self.promised = promised
    amountText = amount
    shareText = share
  }

  package var title: String { "" }
  package var description: String { "" }
  package var widths: [ChartWidth] { [.full, .narrow, .paper] }
  package func draw(_ width: ChartWidth) -> Drawing { Drawing(width: width.tenths) }
}
