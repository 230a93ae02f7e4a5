package import PlanExpressions
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
  /// What each KPI's figures are measured in, in the order of the KPIs; nil where its unit cannot be read.
  package let kpiDimensions: [Dimension?]
  package let dialect: Dialect
  /// Every expression of the plan.
  package let expressions: [ExpressionUse]
  /// Every id that a field of the plan names.
  package let references: [Reference]
  /// Every text of the plan; kept only where a policy asks for languages, or a glossary for words.
  package let texts: [TextUse]
  /// The head's file.
  package let file: SourceFile
  /// Every file read for the plan, the head's first.
  package let files: [SourceFile]
  /// Today, from `--as-of` or the plan's own `as_of`; nil if nobody said.
  package let today: CivilDate?
  /// Whether syntax errors cost one of its files something: what is not there may have been written.
  package let isDamaged: Bool

  /// - Parameter kpiDimensions: those of the plan this one differs from in its money alone.
  init(
    plan: Plan, house: PolicyBook, dialect: Dialect, expressions: [ExpressionUse], references: [Reference],
    texts: [TextUse], file: SourceFile,
    files: [SourceFile], today: CivilDate?, isDamaged: Bool, kpiDimensions: [Dimension?]? = nil
  ) {
    self.plan = plan
    self.house = house
    lines = LineBook(plan.budget)
    self.kpiDimensions = kpiDimensions ?? plan.kpis?.entries.map { $0.value.dimension(dialect) } ?? []
    self.dialect = dialect
    self.expressions = expressions
    self.references = references
    self.texts = texts
    self.file = file
    self.files = files
    self.today = today
    self.isDamaged = isDamaged
  }

  /// What a KPI's figures are measured in; nil where its unit cannot be read, and where there is no such KPI.
  package func dimension(ofKPI id: String) -> Dimension? { plan.kpis?.place(of: id).flatMap { kpiDimensions[$0] } }

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
