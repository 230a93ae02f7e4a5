package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A scope that gives some names a meaning of their own and leaves all else to a plan's figures.
package protocol FiguresScope: Scope {
  var figures: Figures { get }
}

extension FiguresScope {
  package func count(of path: Path) -> Int? { figures.count(of: path) }
  package func exchangeRate(from: String, to: String) -> Fraction? { figures.exchangeRate(from: from, to: to) }
  package func refusal(toLookAt count: Int) -> Message? { figures.refusal(toLookAt: count) }
  package var currency: String? { figures.currency }
}
