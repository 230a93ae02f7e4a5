import PlanQuantities
package import PlanText

/// A function of the expression language: one row of its table.
package struct Function: Sendable {
  package let name: String
  /// How a call is written: `npv(flows, rate, investment)`.
  package let signature: String
  /// How many arguments it takes.
  package let arity: ClosedRange<Int>
  /// What it gives, in a sentence.
  package let doc: Message
  let body: Body

  /// What a function does with its arguments.
  enum Body: Sendable {
    /// Takes figures of one dimension, those of maps and series included; gives one figure. The first closure says of
    /// what dimension, the second works it out from figures of which none is absent.
    case figures(@Sendable (Dimension) -> Dimension, @Sendable ([Value]) -> Value)
    /// Takes two figures of one dimension and gives a percentage.
    case ratio(@Sendable (Interval, Interval) -> Value)
    /// Takes figures by period.
    case series(Dimension, @Sendable (Series) -> Value)
    /// Takes flows, then amounts and rates in the order named.
    case cashFlows([CashParameter], CashResult, @Sendable (CashCall) -> Result<Fraction, UndefinedReturn>)
    /// Counts what the scope says.
    case count
    /// Gives the figure of a path at a time.
    case at
    /// Asks the scope for the mean of past periods.
    case trailing
  }

  /// What a function on flows takes after them.
  enum CashParameter: Sendable {
    case money, rate
  }

  /// What a function on flows gives.
  enum CashResult: Sendable {
    case money, percent, duration
  }

  /// The arguments of a function on flows: the investment, zero where none is named, and the rates.
  struct CashCall: Sendable {
    let flows: CashFlows
    let rates: [Fraction]
  }

  /// The function of a name, if there is one.
  package static func named(_ name: String) -> Function? { table[name] }

  private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension Function: Equatable {
  package static func == (a: Function, b: Function) -> Bool { a.name == b.name }
}
