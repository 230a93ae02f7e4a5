package import PlanText

/// What a rule may look at, and where it reports.
package final class RuleContext {
  /// What was reported so far, in the order of reporting.
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  /// Adds a finding.
  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
