package import PlanText

/// A check of a whole plan: stateless, one a file, found by the build and run by the registry.
///
/// The file's doc comment is the rule's documentation, with a bad and a mended example; see CONTRIBUTING.md.
package protocol Rule: Problem, Sendable {
  /// The rule, which has nothing to be made of.
  init()

  /// Reports what is wrong with a plan; a plan that is fine, or too broken to tell, gets no report.
  func check(_ context: RuleContext)
}
