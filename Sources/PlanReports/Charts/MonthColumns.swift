package import PlanQuantities
package import PlanText

/// Money by month: the plan as outlined columns, what was spent solid inside them.
package struct MonthColumns: Chart {
  /// One month.
  package struct Month: Sendable {
    let month: CivilDate
    let plan: Fraction?
    let actual: Fraction?

    /// - Parameters:
    ///   - month: any day of it.
    ///   - plan: planned money; nil where the plan does not say, which is drawn as missing, not as nothing.
    ///   - actual: money spent; nil where none is recorded.
    package init(month: CivilDate, plan: Fraction?, actual: Fraction? = nil) {
      self.month = month
      self.plan = plan
      self.actual = actual
    }
  }

  /// A stretch of months with a name, written over its columns.
  package struct Span: Sendable {
    let name: String
    let period: Period
    let amount: String
    let cumulative: String?

    /// - Parameters:
    ///   - amount: the phase's money as tables print it, without unit.
    ///   - cumulative: the money to its end.
    package init(name: String, period: Period, amount: String, cumulative: String? = nil) {
      self.name = name
      self.period = period
      self.amount = amount
      self.cumulative = cumulative
    }
  }

  let language: Language
  let unit: String
  let months: [Month]
  let spans: [Span]
  let today: CivilDate?
  let amountText: FigureText

  /// - Parameters:
  ///   - unit: the unit of the amounts, such as `CNY m`.
  ///   - months: consecutive months in order; where they are too many for columns, they are summed by quarter or year.
  ///   - spans: phases that do not overlap; none where they do.
  ///   - amount: prints the ticks of the axis, like the spans' amounts.
  package init(
    language: Language, unit: String, months: [Month], spans: [Span] = [], today: CivilDate?,
    amount: @escaping FigureText
  ) {
    self.language = language
    self.unit = unit
    self.months = months
    self.spans = spans
    self.today = today
    amountText = amount
  }

  package var title: String { "" }
  package var description: String { "" }
  package var widths: [ChartWidth] { [.wide, .narrow] }
  package func draw(_ width: ChartWidth) -> Drawing { Drawing(width: width.tenths) }
}
