package import PlanAnalysis
import PlanExpressions
package import PlanModel
import PlanQuantities
package import PlanText

/// A portfolio with all that was found out about it and its plans: the one value that its formats take.
package struct CompiledPortfolio: Compiled {
  package let resolved: ResolvedPortfolio
  /// Every figure of the portfolio by its path.
  package let figures: PortfolioFigures
  /// What was found in the portfolio itself, in the order of output.
  package let diagnostics: [Diagnostic]
  /// What was found in each plan, in the order of the plans.
  package let planFindings: [[Diagnostic]]
  package let sources: SourceMap
  package let language: Language
  package let locator: SourceLocator

  package init(
    _ resolved: ResolvedPortfolio, diagnostics: [Diagnostic], planFindings: [[Diagnostic]], sources: SourceMap,
    language: Language
  ) {
    self.resolved = resolved
    self.diagnostics = diagnostics
    self.planFindings = planFindings
    self.sources = sources
    self.language = language
    figures = PortfolioFigures(resolved)
    locator = SourceLocator(sources)
  }

  package var portfolio: Portfolio { resolved.portfolio }
  package var firstLanguage: String { "en" }

  /// Whether an error of the portfolio or of one of its plans points at where a figure, or one that went into it, is
  /// written.
  package func isDoubtful(_ path: String) -> Bool {
    guard let figure = figures.figure(path) else { return false }
    if isTouched(figure.place) { return true }
    return figure.inputs.contains { input in
      isTouched(input.place) || (input.name != path && figures.figure(input.name) != nil && isDoubtful(input.name))
    }
  }

  private func isTouched(_ place: SourceRange?) -> Bool {
    guard let place, place.isSomewhere else { return false }
    return ([diagnostics] + planFindings).contains { found in
      found.contains { $0.severity == .error && $0.range.touches(place) }
    }
  }

  /// How many findings of a severity a plan has.
  func count(_ severity: Severity, ofPlan place: Int) -> Int {
    planFindings.indices.contains(place) ? planFindings[place].count { $0.severity == severity } : 0
  }

  /// Every rate that a plan's money is converted at, each once, by the currency it is of.
  var rates: [PolicyEntry<Currency>] {
    guard let to = figures.currency else { return [] }
    var found: [PolicyEntry<Currency>] = []
    for member in resolved.members {
      guard let from = member.plan.plan.budget?.total?.value.unit.currency, from != to else { continue }
      for entry in resolved.house.exchangeRate(from: from, to: to)?.entries ?? []
      where !found.contains(where: { $0.id.value == entry.id.value }) { found.append(entry) }
    }
    return found
  }
}

/// A file that a portfolio compiles into; each format lives in a file of its own.
package protocol PortfolioFormat: Sendable {
  /// The file's name in the output folder.
  static var fileName: String { get }

  /// The whole file. The same portfolio gives the same bytes.
  func render(_ portfolio: CompiledPortfolio) -> String
}

/// The formats there are.
package enum PortfolioFormats {
  /// In the order of writing.
  package static let all: [any PortfolioFormat] = [PortfolioReport(), PortfolioJSON()]
}
