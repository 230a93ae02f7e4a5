package import PlanAnalysis
package import PlanExpressions
import PlanModel
package import PlanQuantities
package import PlanText

/// How a recomputed figure came about, as a finding shows it: the formula with its figures, and where they stand.
package struct Derivation {
  /// `budget.technology / budget.total = 5000万元 / 1.2亿元 = 41.67%`.
  package let note: Message
  /// The inputs at their places.
  package let labels: [Diagnostic.Label]

  /// The derivation of what an expression gave. An expression that only names a computed figure shows that figure's.
  ///
  /// - Parameter model: the stated figure, in whose manner the result is written.
  package init(_ expression: Expression, _ evaluation: Evaluation, _ figures: Figures, like model: Quantity? = nil) {
    if let path = expression.bareReference, let figure = figures.figure(path.text), figure.formula != nil {
      self.init(figure, like: model)
      return
    }
    let result = Shown(evaluation.value, like: model)
    let labels = Derivation.labels(evaluation.inputs, like: model)
    self.init(
      note: Message("\(expression.text) = \(Steps(formula: expression.text, trace: evaluation.trace, result: result))"),
      labels: labels)
  }

  private init(note: Message, labels: [Diagnostic.Label]) {
    self.note = note
    self.labels = labels
  }

  /// The derivation of a computed figure.
  package init(_ figure: Figure, like model: Quantity? = nil) {
    let result = Shown(figure.value, like: model)
    let formula = figure.formula ?? figure.path
    let list = Inputs(figure.inputs)
    note = Message(
      en: "\(figure.path): \(formula) = \(result), with \(list)",
      hans: "\(figure.path)：\(formula) = \(result)，其中 \(list)",
      hant: "\(figure.path)：\(formula) = \(result)，其中 \(list)")
    labels = Derivation.labels(figure.inputs, like: model)
  }

  /// Where figures stand, each with its value.
  static func labels(_ inputs: [FigureInput], like model: Quantity? = nil) -> [Diagnostic.Label] {
    var seen: Set<SourceRange> = []
    return inputs.compactMap { input in
      guard let place = input.place, place.isSomewhere, seen.insert(place).inserted else { return nil }
      return Diagnostic.Label(place, .figure(input.name, Shown(input.value, like: model)))
    }
  }
}

extension Contradiction {
  /// A literal against the value computed for it, each as the quantity or period it is.
  package init(_ subject: String, stated: Literal, recomputed: Value, by expression: Expression? = nil) {
    self.init(
      subject, stated: stated.figure, recomputed: recomputed.figure, formula: expression?.text,
      inputs: expression?.paths.map(\.text) ?? [])
  }

  /// Two literals.
  package init(_ subject: String, stated: Literal, recomputed: Literal) {
    self.init(subject, stated: stated.figure, recomputed: recomputed.figure)
  }
}

extension Literal {
  /// The quantity or the period, where it is one of these.
  fileprivate var figure: any Phrased {
    if let quantity { return quantity }
    if let period { return period }
    return self
  }
}

extension Value {
  fileprivate var figure: any Phrased {
    switch self {
    case .quantity(let quantity): quantity
    case .period(let period): period
    default: self
    }
  }
}

/// A value as a finding shows it: a literal as written, a computed figure in the manner of a stated one, so that a
/// plan's 17,813万元 is answered with 17,861.23万元 in every language.
///
/// One object, however often the finding names it.
package final class Shown: Phrased {
  private let content: Content

  private enum Content {
    case computed(Value, like: Quantity?)
    case written(Literal)
  }

  package init(_ value: Value, like model: Quantity? = nil) { content = .computed(value, like: model) }

  package convenience init(_ quantity: Quantity, like model: Quantity? = nil) {
    self.init(.quantity(quantity), like: model)
  }

  init(_ literal: Literal) { content = .written(literal) }

  package func phrase(in language: Language) -> String {
    switch content {
    case .written(let literal): literal.phrase(in: language)
    case .computed(let value, let model): Self.phrase(value, like: model, in: language)
    }
  }

  private static func phrase(_ value: Value, like model: Quantity?, in language: Language) -> String {
    guard case .quantity(var quantity) = value, quantity.spelling == nil, let model, let spelling = model.spelling
    else {
      return value.phrase(in: language)
    }
    if quantity.isPlainNumber, model.isPlainNumber { quantity.mark = model.mark }
    return quantity.computedPhrase(in: Writable.manner(spelling, language))
  }
}

extension Quantity {
  /// Whether it is a number, percentage or ratio, which are one kind written in several ways.
  fileprivate var isPlainNumber: Bool {
    guard unit.isPure else { return false }
    return switch mark {
    case .none, .percent, .permille, .ratio: true
    case .points, .score: false
    }
  }
}

/// What stands behind a formula's sign of equality: the formula with its figures, unless that says no more than formula
/// or result do, and the result.
private struct Steps: Phrased {
  let formula: String
  let trace: Trace
  let result: Shown

  func phrase(in language: Language) -> String {
    let (substituted, result) = (trace.phrase(in: language), result.phrase(in: language))
    if substituted == formula || substituted == result { return result }
    // Of a formula that nobody reads through the result is told all the same.
    return substituted.readable(max(0, 1_900 - result.utf8.count)) + " = " + result
  }
}

/// The figures that went into another, named one after the other.
private struct Inputs: Phrased {
  let inputs: [FigureInput]
  init(_ inputs: [FigureInput]) { self.inputs = inputs }

  func phrase(in language: Language) -> String {
    var list = ""
    // Nobody reads a longer one through: it is cut short where a message takes it in.
    for input in inputs where list.utf8.count <= 2_000 {
      if !list.isEmpty { list += language == .english ? ", " : "、" }
      list += "\(input.name) \(input.value.phrase(in: language))"
    }
    return list
  }
}
