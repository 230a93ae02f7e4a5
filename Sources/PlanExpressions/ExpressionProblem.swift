package import PlanText

/// What is wrong with an expression, for the model to report under the code of the field it stands in.
package struct ExpressionProblem: Sendable, Hashable {
  /// The family of a problem.
  package enum Kind: Sendable, Hashable {
    /// The text is not an expression.
    case syntax
    /// A figure in the expression cannot be read.
    case literal
    /// More tokens or deeper nesting than an expression may have.
    case tooLarge
    /// A name stands for nothing.
    case unknownName
    /// A formula needs its own value.
    case cycle
    /// Units that do not combine.
    case dimension
    /// Two currencies meet and no rate is given.
    case noRate
  }

  package let kind: Kind
  package let range: SourceRange
  package let message: Message
  /// What the primary range is, said beside its underline.
  package var label: Message?
  /// The operands, each with what it is.
  package var labels: [Diagnostic.Label] = []
  package var help: Message?
  package var fix: Fix?

  package init(
    _ kind: Kind, at range: SourceRange, _ message: Message, label: Message? = nil, labels: [Diagnostic.Label] = [],
    help: Message? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    self.range = range
    self.message = message
    self.label = label
    self.labels = labels
    self.help = help
    self.fix = fix
  }

  /// The problem as a finding of the given kind.
  package func diagnostic(_ problem: any Problem.Type) -> Diagnostic {
    Diagnostic(problem, at: range, message, label: label, labels: labels, help: help, fix: fix)
  }
}
