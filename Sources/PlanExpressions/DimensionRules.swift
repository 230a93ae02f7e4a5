import PlanQuantities
import PlanText

/// An operator, its place and its two sides.
struct Operation {
  let sign: Operator
  let place: SourceRange
  let left: Expression.Node
  let right: Expression.Node
}

extension Dimension {
  /// What two figures that stand for each other are together; nil where they are unlike.
  static func common(_ a: Dimension, _ b: Dimension) -> Dimension? {
    if a == b { return a }
    switch (a, b) {
    case (.unknown, let other), (let other, .unknown): return other.withoutMark
    case (.zero, let other), (let other, .zero): return other.isFigure ? other : nil
    case (.tally, .quantity(let unit, _)), (.quantity(let unit, _), .tally):
      return unit.isCount || unit.isPure ? .quantity(unit, .none) : nil
    case (.quantity(let unit, _), .quantity(let other, _)): return unit == other ? .quantity(unit, .none) : nil
    case (.series(let x), .series(let y)): return common(x, y).map { .series($0) }
    case (.figures(let x), .figures(let y)): return common(x, y).map { .figures($0) }
    default: return nil
    }
  }

  /// What a sum or difference is; nil where the two do not add up.
  static func sum(_ sign: Operator, _ a: Dimension, _ b: Dimension) -> Dimension? {
    switch (a, b) {
    case (.date, .date): return sign == .minus ? .quantity(.time, .none) : nil
    case (.date, .quantity(let unit, _)): return unit.isTime ? .date : nil
    case (.quantity(let unit, _), .date): return unit.isTime && sign == .plus ? .date : nil
    case (.date, .zero): return .date
    case (.date, .unknown), (.unknown, .date): return .unknown
    case (.truth, _), (_, .truth), (.figures, _), (_, .figures): return nil
    case (.series(let x), let y), (let x, .series(let y)):
      return sum(sign, x.element, y.element).map { .series($0) }
    case (.quantity(let unit, let mark), .quantity(let other, let otherMark)) where unit == other:
      return .quantity(unit, resultMark(sign, mark, otherMark))
    default: return common(a, b)?.withoutMark(unless: a == .zero || b == .zero)
    }
  }

  /// What a product or quotient is; nil where one side is no figure.
  static func product(_ sign: Operator, _ a: Dimension, _ b: Dimension) -> Dimension? {
    switch (a, b) {
    case (.date, _), (_, .date), (.truth, _), (_, .truth), (.figures, _), (_, .figures): return nil
    case (.series(let x), let y), (let x, .series(let y)):
      return product(sign, x.element, y.element).map { .series($0) }
    case (.unknown, _), (_, .unknown): return .unknown
    default:
      guard let unit = a.unit, let other = b.unit else { return nil }
      return .quantity(sign == .times ? unit * other : unit / other, .none)
    }
  }

  private static func resultMark(_ sign: Operator, _ a: Mark, _ b: Mark) -> Mark {
    sign == .plus ? Arithmetic.sumMark(a, b) : Arithmetic.differenceMark(a, b)
  }

  /// Whether it is one figure or not known.
  private var isFigure: Bool {
    switch self {
    case .unknown, .zero, .tally, .quantity, .series: true
    case .date, .truth, .figures: false
    }
  }

  private var withoutMark: Dimension {
    if case .quantity(let unit, _) = self { .quantity(unit, .none) } else { self }
  }

  private func withoutMark(unless isKept: Bool) -> Dimension { isKept ? self : withoutMark }
}
