package import PlanQuantities
package import PlanText

/// Where an expression's names get their meaning.
///
/// The scope works out formulas behind the names it is asked for, keeps what it worked out and notices circles;
/// evaluating one expression never follows another by itself.
package protocol Scope {
  /// What a path stands for.
  ///
  /// - Parameter moment: the time `at` asks for; nil outside `at`. A scope that answers with a series leaves it to the
  ///   caller to take the figure at that time from it.
  func lookup(_ path: Path, at moment: Period?) -> Lookup

  /// How many nouns a section, map or list holds; nil where the path is none.
  func count(of path: Path) -> Int?

  /// The mean of the whole periods before the one a condition is judged for.
  func trailing(_ span: Quantity) -> Lookup

  /// How much of one currency, by ISO code, a unit of another is worth; nil without a rate.
  func exchangeRate(from: String, to: String) -> Fraction?

  /// Counts figures of maps and series that an expression is about to look at. Where all expressions together look at too
  /// many, says so; nil where they may go on.
  func refusal(toLookAt figures: Int) -> Message?

  /// The currency that sums of several currencies come out in; nil keeps the left one's.
  var currency: String? { get }
}

extension Scope {
  package func count(of path: Path) -> Int? { nil }

  package func trailing(_ span: Quantity) -> Lookup {
    .value(
      .missing(
        Message(
          en: "there are no actual figures for the \(span) before", hans: "缺少此前\(span)的实际数据",
          hant: "缺少此前\(span)的實際數據")),
      dimension: nil, place: nil)
  }

  package func exchangeRate(from: String, to: String) -> Fraction? { nil }

  package func refusal(toLookAt figures: Int) -> Message? { nil }

  package var currency: String? { nil }
}

/// What a scope knows of a path.
package enum Lookup: Sendable {
  /// A value, which may be missing or undefined; then `dimension` says what it would be, if that is known.
  /// `place` is where the figure was written.
  case value(Value, dimension: Dimension?, place: SourceRange?)
  /// No such name. The suggestion is a name to write instead; message and help replace the usual wording.
  case unknown(suggestion: String? = nil, message: Message? = nil, help: Message? = nil)
  /// It takes more looks at figures than are left; the message says how many there are.
  case tooMuch(Message)
  /// The formula needs its own value: the names round the circle, the first of them again at the end.
  case cycle([String])

  /// A value that says its own dimension.
  package static func value(_ value: Value, place: SourceRange? = nil) -> Lookup {
    .value(value, dimension: nil, place: place)
  }
}
