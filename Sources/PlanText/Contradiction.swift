/// The two figures of a contradiction: what the plan says, and what follows from the rest of it.
///
/// A report sets them side by side in its own manner; the finding's message says them in the plan's.
package struct Contradiction: Sendable, Hashable {
  /// The figure's path, such as `claims.payback`.
  package let subject: String
  /// What the plan says.
  package let stated: any Phrased
  /// What it should be.
  package let recomputed: any Phrased
  /// How it was recomputed, in the plan's expression language; nil where no one expression says it.
  package let formula: String?
  /// Paths of the figures it was recomputed from.
  package let inputs: [String]

  package init(
    _ subject: String, stated: any Phrased, recomputed: any Phrased, formula: String? = nil, inputs: [String] = []
  ) {
    self.subject = subject
    self.stated = stated
    self.recomputed = recomputed
    self.formula = formula
    self.inputs = inputs
  }

  package static func == (a: Contradiction, b: Contradiction) -> Bool { a.said == b.said }
  package func hash(into hasher: inout Hasher) { hasher.combine(said) }

  private var said: [String] { [subject, stated.phrase(in: .english), recomputed.phrase(in: .english)] }
}

extension Diagnostic {
  /// The same finding with the two figures that contradict each other.
  package func contradicting(_ contradiction: Contradiction?) -> Diagnostic {
    var diagnostic = self
    diagnostic.contradiction = contradiction
    return diagnostic
  }
}
