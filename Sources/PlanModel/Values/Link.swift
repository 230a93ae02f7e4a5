package import PlanQuantities
package import PlanText

/// A dependency on another task or milestone: `build SS+2w`.
package struct Link: Sendable {
  package let id: Located<String>
  package let kind: Kind
  /// Time added (or, when negative, a lead).
  package let lag: Quantity?
  package let range: SourceRange

  package enum Kind: String, Sendable, CaseIterable {
    case finishToStart = "FS"
    case startToStart = "SS"
    case finishToFinish = "FF"
    case startToFinish = "SF"
  }
}
