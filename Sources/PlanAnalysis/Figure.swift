package import PlanExpressions
package import PlanQuantities
package import PlanText

/// One figure of the plan by its path: what it comes to, and from what.
///
/// A class, for figures are handed around far more often than they are made.
package final class Figure: Sendable {
  package let path: String
  package let value: Value
  /// What it is, known even where the value is missing.
  package let dimension: Dimension?
  /// How it is computed, in the plan's expression language or as a formula of the reference; nil for a stated figure.
  package let formula: String?
  /// What it was computed from.
  package let inputs: [FigureInput]
  /// Where it is written; for a computed figure, where its derivation stands.
  package let place: SourceRange?

  package init(
    _ path: String, _ value: Value, dimension: Dimension? = nil, formula: String? = nil, inputs: [FigureInput] = [],
    place: SourceRange? = nil
  ) {
    self.path = path
    self.value = value
    self.dimension = dimension ?? Figure.dimension(of: value)
    self.formula = formula
    self.inputs = inputs
    self.place = place
  }

  private static func dimension(of value: Value) -> Dimension? {
    let dimension = Dimension(value)
    return dimension == .unknown ? nil : dimension
  }

  package var quantity: Quantity? { value.quantity }
}

/// One figure that went into another.
package struct FigureInput: Sendable {
  /// The path, or the literal as written.
  package let name: String
  package let value: Value
  /// Where it is written, if anywhere.
  package let place: SourceRange?

  package init(_ name: String, _ value: Value, place: SourceRange?) {
    self.name = name
    self.value = value
    self.place = place
  }

  init(_ figure: Figure) { self.init(figure.path, figure.value, place: figure.place) }
}

extension Evaluation {
  /// The figures of the plan that went in, each once.
  package var inputs: [FigureInput] {
    var seen: Set<String> = []
    return trace.inputs.compactMap { input in
      guard !input.isLiteral, seen.insert(input.text).inserted else { return nil }
      return FigureInput(input.text, input.value, place: input.place)
    }
  }
}
