package import PlanExpressions
package import PlanQuantities
package import PlanText

/// How often something recurs.
package enum Cadence: String, Sendable, CaseIterable {
  case daily, weekly, biweekly, monthly, quarterly
  case halfYearly = "half-yearly"
  case yearly
}

/// A word of a closed list, written as its raw value.
package protocol Choice: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

extension Cadence: Choice {}

/// Which line or reserve pays, or which several and how much each.
package enum Payer: Sendable {
  case one(Located<String>)
  case several([(line: Located<String>, amount: Located<Quantity>)])
}

/// One reference from a field to the id of a noun.
package struct Reference: Sendable {
  package let target: Target
  package let id: String
  package let range: SourceRange
}

/// An expression of the plan and the field it stands in.
package struct ExpressionUse: Sendable {
  package let expression: Located<Expression>
  /// The noun, by its table's name.
  package let noun: String
  /// The field.
  package let key: String
}
