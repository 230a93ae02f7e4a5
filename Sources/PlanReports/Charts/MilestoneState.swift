/// How a milestone stands; each state has a mark of its own shape or fill, told apart without colour.
package enum MilestoneState: Sendable, CaseIterable {
  /// Nothing speaks against it: a hollow diamond.
  case planned
  /// Reached: filled.
  case met
  /// In doubt: a heavy outline.
  case atRisk
  /// Cannot be reached as stated: filled in the colour of errors.
  case unreachable
  /// Not there though it should be: dashed.
  case missing
}
