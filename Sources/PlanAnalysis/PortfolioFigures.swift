package import PlanExpressions
package import PlanModel
package import PlanQuantities
import PlanText

/// Every figure of a portfolio by its path, in the portfolio's currency: `portfolio.planned`, `plans.ID.total`.
///
/// Sums are sums over the plans, converted at the policies' dated rates; ratios are computed from sums and never averaged.
/// A plan's other figures are `plans.ID.PATH`.
package final class PortfolioFigures: Scope {
  package let resolved: ResolvedPortfolio
  /// The figures of each plan, in the order of the plans.
  package let plans: [Figures]
  /// The plans' ids, in their order.
  package let ids: [String]
  /// Where each plan stands among them.
  private let places: [String: Int]
  /// The plans with lines of each category.
  private lazy var categoryPlans = plansByCategory()
  private var known: [String: Figure?] = [:]
  private var pending: Set<String> = []
  /// What misspelt paths are compared with, and what may still be spent on it.
  private lazy var knownPaths = KnownWords(allPaths)
  private var effort = KnownWords.effort

  package init(_ resolved: ResolvedPortfolio) {
    self.resolved = resolved
    plans = resolved.members.map { Figures($0.plan) }
    ids = resolved.members.map(\.id.value)
    places = Dictionary(zip(ids, ids.indices)) { first, _ in first }
  }

  package var portfolio: Portfolio { resolved.portfolio }
  package var currency: String? { portfolio.currency?.value }

  package func exchangeRate(from: String, to: String) -> Fraction? {
    resolved.house.exchangeRate(from: from, to: to)?.worth
  }

  package func lookup(_ path: Path, at moment: Period?) -> Lookup {
    guard let figure = figure(path.text) else {
      return .unknown(suggestion: knownPaths.nearest(to: path.text, effort: &effort)?.word)
    }
    return .value(figure.value, dimension: figure.dimension, place: figure.place)
  }

  package func count(of path: Path) -> Int? { path.text == "plans" ? resolved.members.count : nil }

  /// The figure at a path; nil where the portfolio has none.
  package func figure(_ path: String) -> Figure? {
    if let figure = known[path] { return figure }
    guard pending.insert(path).inserted else { return nil }
    let figure = compute(path, Figures.names(of: path))
    pending.remove(path)
    known[path] = .some(figure)
    return figure
  }

  private func compute(_ path: String, _ names: [String]) -> Figure? {
    switch names.first {
    case "portfolio" where names.count == 2: return ownFigure(path, names[1])
    case "portfolio" where names.count == 3 && names[1] == "categories":
      return sum(path, "categories.\(names[2])", over: categoryPlans[names[2]] ?? [])
    case "plans" where names.count >= 2:
      guard let place = places[names[1]] else { return nil }
      return planFigure(path, place, Array(names.dropFirst(2)))
    default: return nil
    }
  }

  // MARK: The portfolio

  private func ownFigure(_ path: String, _ name: String) -> Figure? {
    switch name {
    case "total": return portfolio.total.map { Figure(path, .quantity($0.value), place: $0.range) }
    case "planned": return sum(path, "total")
    case "unplanned":
      return combined(path, "portfolio.total", "portfolio.planned", " - ") { Arithmetic.difference($0, $1) }
    case "reserved", "operating", "investment", "returns": return sum(path, name)
    case "npv": return commonNetValue(path)
    case "roi_gross": return ratio(path, "portfolio.returns", "portfolio.investment", less: false)
    case "roi_net": return ratio(path, "portfolio.returns", "portfolio.investment", less: true)
    default: return nil
    }
  }

  /// The sum of a figure over the plans that have it; nil where none has. Where a plan could not be read, or one has no
  /// total, the sum is missing and not smaller.
  ///
  /// - Parameter holders: the places of the plans that can have it; nil where any can.
  private func sum(_ path: String, _ name: String, over holders: [Int]? = nil) -> Figure? {
    if let lost = resolved.unreadable.first {
      let id = lost.value
      let reason = Message(
        en: "plan `\(id)` could not be read", hans: "无法读取计划 `\(id)`", hant: "無法讀取計畫 `\(id)`")
      return Figure(path, .missing(reason), dimension: money)
    }
    let figures = (holders?.map { ids[$0] } ?? ids).compactMap { figure("plans.\($0).\(name)") }
    guard let first = figures.first else { return nil }
    let total = figures.dropFirst().reduce(first.value) { Arithmetic.sum($0, $1.value) }
    return Figure(
      path, total, dimension: first.dimension, formula: figures.map(\.path).joined(separator: " + "),
      inputs: figures.map { FigureInput($0) }, place: portfolio.plans?.entries.first?.id.range)
  }

  private func combined(
    _ path: String, _ a: String, _ b: String, _ sign: String, _ work: (Value, Value) -> Value
  ) -> Figure? {
    guard let first = figure(a), let second = figure(b) else { return nil }
    return Figure(
      path, work(first.value, second.value), formula: a + sign + b, inputs: [FigureInput(first), FigureInput(second)],
      place: first.place)
  }

  /// What comes back for what is put in, or what is gained for it.
  private func ratio(_ path: String, _ returns: String, _ investment: String, less: Bool) -> Figure? {
    guard let gained = figure(returns), let spent = figure(investment) else { return nil }
    let top = less ? Arithmetic.difference(gained.value, spent.value) : gained.value
    var value = Arithmetic.quotient(top, spent.value, divisor: investment)
    if case .quantity(var quantity) = value {
      quantity.mark = .percent
      value = .quantity(quantity)
    }
    let formula = less ? "(\(returns) - \(investment)) / \(investment)" : "\(returns) / \(investment)"
    return Figure(
      path, value, dimension: .quantity(.none, .percent), formula: formula,
      inputs: [FigureInput(gained), FigureInput(spent)], place: spent.place)
  }

  /// Present values add up only where the plans discount at one rate to one day.
  private func commonNetValue(_ path: String) -> Figure? {
    let studies = plans.filter { $0.plan.feasibility != nil }
    guard !studies.isEmpty else { return nil }
    let days = Set(studies.map { $0.plan.feasibility?.start?.value })
    let rates = Set(studies.map { $0.plan.feasibility?.discountRate?.value.low })
    guard days.count == 1, rates.count == 1 else {
      let reason = Message(
        en: "the plans discount to different days or at different rates", hans: "各计划的折现起点或折现率不同",
        hant: "各計畫的折現起點或折現率不同")
      return Figure(path, .undefined(reason), dimension: money, place: portfolio.plans?.entries.first?.id.range)
    }
    return sum(path, "npv")
  }

  var money: Dimension? { currency.map { .quantity(.currency($0), .none) } }
}

extension PortfolioFigures {
  /// Paths of all figures, in the order of output; not every one need have a figure.
  package var allPaths: [String] {
    let own = [
      "total", "planned", "unplanned", "reserved", "operating", "investment", "returns", "roi_gross", "roi_net",
    ]
    let each = ["total", "share", "reserved", "operating", "investment", "returns", "roi_gross", "roi_net", "npv"]
    let categories = self.categories
    return (own + ["npv"]).map { "portfolio.\($0)" } + categories.map { "portfolio.categories.\($0)" }
      + ids.flatMap { id in
        each.map { "plans.\(id).\($0)" } + categories.map { "plans.\(id).categories.\($0)" }
      }
  }

  /// The categories of the plans' lines, each once, in the order met.
  package var categories: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for figures in plans {
      for entry in figures.resolved.lines.entries where entry.isLeaf && !entry.isOperating {
        if let category = entry.category?.value, seen.insert(category).inserted { found.append(category) }
      }
    }
    return found
  }

  /// The places of the plans with lines of each category.
  private func plansByCategory() -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for place in plans.indices {
      for entry in plans[place].resolved.lines.entries where entry.isLeaf && !entry.isOperating {
        if let category = entry.category?.value, found[category]?.last != place {
          found[category, default: []].append(place)
        }
      }
    }
    return found
  }
}
