package import PlanQuantities
package import PlanText

/// A plan with its parts united, its references checked, and the policies it stands under.
///
/// A class, for a plan is large and everything that looks at one keeps it.
package final class ResolvedPlan: Sendable {
  package let plan: Plan
  package let policies: [Policy]
  package let lines: LineBook
  package let dialect: Dialect
  /// Every expression of the plan.
  package let expressions: [ExpressionUse]
  /// The head's file.
  package let file: SourceFile
  /// Every file read for the plan, the head's first.
  package let files: [SourceFile]
  /// Today, from `--as-of` or the plan's own `as_of`; nil if nobody said.
  package let today: CivilDate?

  init(
    plan: Plan, policies: [Policy], dialect: Dialect, expressions: [ExpressionUse], file: SourceFile,
    files: [SourceFile], today: CivilDate?
  ) {
    self.plan = plan
    self.policies = policies
    lines = LineBook(plan.budget)
    self.dialect = dialect
    self.expressions = expressions
    self.file = file
    self.files = files
    self.today = today
  }

  /// What ROI, payback and NPV mean: the plan's word, else the first policy's that has one.
  package var definitions: [Definitions] {
    [plan.feasibility?.definitions].compactMap { $0 } + policies.compactMap { $0.finance?.definitions }
  }

  /// How far a vague figure reaches; 5% unless a policy says otherwise.
  package var approximate: Fraction {
    policies.lazy.compactMap { $0.approximate?.value.low }.first ?? Fraction(5, 100)
  }

  /// Every limit with the id it goes by: the policies' first, then the plan's own.
  package var limits: [(id: Located<String>, limit: Limit, isPolicy: Bool)] {
    policies.flatMap { policy in (policy.limits?.entries ?? []).map { ($0.id, $0.value, true) } }
      + (plan.limits?.entries ?? []).map { ($0.id, $0.value, false) }
  }
}
