import PlanAnalysis
import PlanExpressions
package import PlanModel
import PlanQuantities
package import PlanText

/// What is checked of a portfolio, and where it reports.
final class PortfolioContext {
  let resolved: ResolvedPortfolio
  let figures: PortfolioFigures
  private(set) var diagnostics: [Diagnostic] = []

  init(_ resolved: ResolvedPortfolio) {
    self.resolved = resolved
    figures = PortfolioFigures(resolved)
  }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The figure at a path, where it is money of the portfolio's currency and no bound leaves it open below.
  func money(_ path: String) -> Quantity? {
    guard let quantity = figures.figure(path)?.quantity, let currency = figures.currency,
      quantity.unit == .currency(currency)
    else { return nil }
    return quantity
  }

  /// Money in the portfolio's currency; nil where it is of another kind or no rate is known.
  func inOwnCurrency(_ quantity: Quantity) -> Quantity? {
    guard let to = figures.currency, quantity.unit.isMoney, let from = quantity.unit.currency else { return nil }
    if from == to { return quantity }
    return figures.exchangeRate(from: from, to: to).map { quantity.converted(to: to, at: $0) }
  }

  /// Where a figure of a plan stands in the portfolio: the plan's id.
  func place(ofPlan id: String) -> SourceRange {
    resolved.members.first { $0.id.value == id }?.id.range ?? resolved.portfolio.common.range
  }
}

/// Checks a portfolio: its total and caps against its plans, and its rates.
package func checkPortfolio(_ resolved: ResolvedPortfolio) -> [Diagnostic] {
  let context = PortfolioContext(resolved)
  UnconvertibleCurrency.check(context)
  PortfolioOverTotal.check(context)
  return context.diagnostics
}
