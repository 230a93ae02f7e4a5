import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanRules
import PlanText

/// What the findings come to: how many of each grade, and which of them move a decision.
struct FindingSummary {
  let errors: Int
  let warnings: Int
  let advice: Int
  /// Worst first; within a grade the largest difference in money, then by code, then by place.
  let ordered: [RankedFinding]

  init(_ plan: CompiledPlan) {
    func count(_ severity: Severity) -> Int { plan.diagnostics.count { $0.severity == severity } }
    (errors, warnings, advice) = (count(.error), count(.warning), count(.advice))
    ordered = plan.diagnostics.enumerated().map { RankedFinding($1, place: $0, currency: plan.plan.currencyCode) }
      .sorted()
  }

  var count: Int { errors + warnings + advice }

  /// Errors that set two figures against each other, those first that change the verdict.
  var exceptions: [RankedFinding] {
    ordered.filter { $0.diagnostic.severity == .error && $0.diagnostic.contradiction != nil }
      .sorted { a, b in a.changesVerdict == b.changesVerdict ? a < b : a.changesVerdict }
  }

  /// The error with most money in it.
  var costliest: RankedFinding? {
    ordered.filter { $0.diagnostic.severity == .error && $0.difference > 0 }.max { $0.difference < $1.difference }
  }

  /// Whether an error with this code stands.
  func has(_ code: String) -> Bool { ordered.contains { $0.diagnostic.code == code } }

  func count(codes: Set<String>) -> Int { ordered.count { codes.contains($0.diagnostic.code) } }
}

/// A finding with the money that hangs on it.
struct RankedFinding: Comparable {
  let diagnostic: Diagnostic
  /// Its place in the order of output.
  let place: Int
  /// How far stated and recomputed money are apart; zero where it is not about money.
  let difference: Fraction

  init(_ diagnostic: Diagnostic, place: Int, currency: String?) {
    self.diagnostic = diagnostic
    self.place = place
    if let pair = diagnostic.contradiction, let stated = pair.stated as? Quantity,
      let recomputed = pair.recomputed as? Quantity, stated.unit.isMoney, stated.unit == recomputed.unit,
      stated.unit.currency == currency
    {
      difference = (recomputed.low - stated.low).magnitude
    } else {
      difference = 0
    }
  }

  /// Whether it is about a figure by which the plan is judged.
  var changesVerdict: Bool {
    let judged = ["payback", "npv", "irr", "roi", "total", "reserved"]
    guard let subject = diagnostic.contradiction?.subject else { return false }
    return judged.contains { subject.contains($0) }
  }

  static func < (a: RankedFinding, b: RankedFinding) -> Bool {
    if a.diagnostic.severity != b.diagnostic.severity { return a.diagnostic.severity > b.diagnostic.severity }
    if a.difference != b.difference { return a.difference > b.difference }
    return (a.diagnostic.code, a.place) < (b.diagnostic.code, b.place)
  }

  static func == (a: RankedFinding, b: RankedFinding) -> Bool { a.place == b.place }
}
