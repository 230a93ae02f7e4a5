package import PlanQuantities
package import PlanText

/// A plan with its parts united, its references checked, and the policies it stands under.
///
/// A class, for a plan is large and everything that looks at one keeps it.
package final class ResolvedPlan: Sendable {
  package let plan: Plan
  /// What the policies it stands under say together.
  package let house: PolicyBook
  package let lines: LineBook
  package let dialect: Dialect
  /// Every expression of the plan.
  package let expressions: [ExpressionUse]
  /// Every text of the plan; kept only where a policy asks for languages.
  package let texts: [TextUse]
  /// The head's file.
  package let file: SourceFile
  /// Every file read for the plan, the head's first.
  package let files: [SourceFile]
  /// Today, from `--as-of` or the plan's own `as_of`; nil if nobody said.
  package let today: CivilDate?
  /// Whether syntax errors cost one of its files something: what is not there may have been written.
  package let isDamaged: Bool

  init(
    plan: Plan, house: PolicyBook, dialect: Dialect, expressions: [ExpressionUse], texts: [TextUse], file: SourceFile,
    files: [SourceFile], today: CivilDate?, isDamaged: Bool
  ) {
    self.plan = plan
    self.house = house
    lines = LineBook(plan.budget)
    self.dialect = dialect
    self.expressions = expressions
    self.texts = texts
    self.file = file
    self.files = files
    self.today = today
    self.isDamaged = isDamaged
  }

  /// What ROI, payback and NPV mean: the plan's word, else the first policy's that has one.
  package var definitions: [Definitions] {
    [plan.feasibility?.definitions].compactMap { $0 } + house.each { $0.finance?.definitions }.map(\.value)
  }

  /// The month, 1 to 12, in which the plan's years, halves and quarters begin: by its calendar, else January.
  package var yearStarts: Int { dialect.yearStarts }

  /// The plan's year, half, quarter, month or week in which a day falls.
  package func period(_ grain: Period.Grain, holding day: CivilDate) -> Period {
    Period(grain, holding: day, yearStarts: yearStarts)
  }

  /// How far a vague figure reaches; 5% unless a policy says otherwise.
  package var approximate: Fraction { house.approximate }
}
