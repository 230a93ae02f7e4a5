/// Why a piece of text is not the value its field asks for.
package struct LiteralProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Nothing stands there.
    case empty
    /// No figure stands there at all.
    case notAFigure
    /// The field wants a date, and this is none.
    case notADate
    /// The field wants a period, and this is none.
    case notAPeriod
    /// The field wants a quantity, and this is a period, pair or opening hours.
    case notAQuantity
    /// A whole value stands there, and then more text.
    case trailingText(String)
    /// Commas that do not group digits by three; how it would be grouped or written without.
    case grouping(String)
    /// More digits than any figure needs.
    case tooManyDigits(Int)
    /// `1e3`: powers of ten are written out.
    case exponent
    /// A range whose first figure is the greater.
    case descendingSpan(String, String)
    /// The two ends of a range are measured in different things.
    case unlikeSpan
    /// A date no calendar has; its month's last day where only the day is off.
    case noSuchDate(String, lastDay: Int?)
    /// A month, quarter, half or week no year has.
    case noSuchPeriod(String)
    /// A period that ends before it begins.
    case backwardPeriod
    /// A code or sign that stands for no currency known.
    case unknownCurrency(String)
    /// 元, ¥ or $ in a plan whose currency they do not name; the currencies they could mean.
    case ambiguousCurrency(String, plan: String, meanings: [String])
    /// A new unit one edit away from a known one.
    case misspeltUnit(String, known: String)
    /// A stroke or 每 and then no unit.
    case missingUnit
    /// A bare `m`: a million only beside a currency or a counted thing.
    case bareMillion
    /// `3万万元`: a number has one magnitude.
    case secondMagnitude(String)
    /// `3月` where a length of time is due: 3个月 is three months.
    case monthName(String)
    /// `2:3`: one side of a ratio is 1.
    case ratioWithoutOne
    /// A score outside its scale, or a scale that is not a whole number from 1.
    case badScale
    /// Hours beyond 24 a day or 7 days a week.
    case badHours
    /// A change from one kind of figure to another.
    case unlikePair
    /// Two bounds that contradict each other, as in `≥5以下`.
    case contraryBounds
  }

  /// What is wrong.
  package let kind: Kind
  /// Where, in bytes of the text that was read.
  package let range: Range<Int>
  /// Text that could stand in the range's place, where one can be told.
  package let suggestion: String?

  /// A problem of a kind at a range of the text.
  package init(_ kind: Kind, _ range: Range<Int>, suggestion: String? = nil) {
    self.kind = kind
    self.range = range
    self.suggestion = suggestion
  }
}
