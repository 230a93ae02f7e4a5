import PlanQuantities
package import PlanText

/// What an evaluation rested on, for messages and reports.
package struct Trace: Sendable {
  /// A path, a literal or a call that asks the plan itself, and the value it had.
  package struct Input: Sendable {
    let whole: String
    let span: Span
    package let value: Value
    /// Where it stands in the expression's file.
    package let range: SourceRange
    /// Where its figure was written, where the scope says so; a literal's own range.
    package let place: SourceRange?
    /// Whether it is a literal of the expression itself.
    package let isLiteral: Bool

    /// Its own text.
    package var text: String { whole.part(span) }
  }

  /// Every path and literal in the order evaluated.
  package internal(set) var inputs: [Input] = []
  /// The expression's own text.
  package let text: String
  /// Calls that are replaced whole, such as `at(…)`.
  var calls: [(span: Span, value: Value)] = []

  init(text: String) { self.text = text }

  /// The expression with every path, and every call that asks the plan itself, replaced by its value:
  /// `budget.technology / budget.total` gives `5000万元 / 1.2亿元`.
  package func substituted(in language: Language) -> String {
    let paths = inputs.filter { !$0.isLiteral }.map { (span: $0.span, value: $0.value) }
    let length = text.utf8.count
    var result = ""
    var end = 0
    let ordered = (paths + calls).sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    for (span, value) in ordered where span.start >= end && span.end <= length {
      result += text.part(Span(end, span.start)) + value.phrase(in: language)
      end = span.end
    }
    return result + text.part(Span(end, length))
  }

  /// The substituted expression as a message.
  package var message: Message { Message("\(self)") }
}

extension Trace: Phrased {
  package func phrase(in language: Language) -> String { substituted(in: language) }
}
