/// A noun's table without its Swift type: what schemas and the reference are made from.
package struct NounDescription: Sendable {
  package let name: String
  package let doc: Doc
  package let fields: [FieldDescription]

  package init<N: Noun>(_ noun: N.Type) {
    self.init(N.nounName, N.table.doc, N.table.fields.map { FieldDescription($0) })
  }

  init(_ name: String, _ doc: Doc, _ fields: [FieldDescription]) {
    self.name = name
    self.doc = doc
    self.fields = fields
  }

  /// The field that a bare scalar stands for (◆), if the noun has a short form.
  package var principal: FieldDescription? { fields.first(where: \.isPrincipal) }
}

/// One row of a noun's table without its Swift type.
package struct FieldDescription: Sendable {
  package let key: String
  package let shape: Shape
  package let need: Need
  package let doc: Doc
  package let isPrincipal: Bool
  package let isFrozen: Bool
  package let base: String?
  /// How a policy that extends another may restate it.
  package let tightening: Tightening

  init<N: Noun>(_ field: Field<N>) {
    key = field.key
    shape = field.shape
    need = field.need
    doc = field.doc
    isPrincipal = field.isPrincipal
    isFrozen = field.isFrozen
    base = field.base
    tightening = field.tightening
  }
}

extension NounDescription {
  /// Every noun of the language, documents first; a test checks that none is missing.
  package static let all: [NounDescription] = [
    NounDescription(Plan.self), part, NounDescription(Policy.self), NounDescription(Theme.self),
    NounDescription(Palette.self),
    NounDescription(Approval.self),
    NounDescription(PlanScope.self),
    NounDescription(Assumption.self), NounDescription(Objective.self), NounDescription(KPI.self),
    NounDescription(Budget.self), NounDescription(Line.self), NounDescription(Reserve.self),
    NounDescription(Operating.self), NounDescription(Allocation.self), NounDescription(Limit.self),
    NounDescription(Phase.self), NounDescription(Milestone.self), NounDescription(WorkTask.self),
    NounDescription(Event.self),
    NounDescription(Team.self), NounDescription(Role.self), NounDescription(Feasibility.self),
    NounDescription(Flow.self), NounDescription(Definitions.self), NounDescription(Benefit.self),
    NounDescription(Sensitivity.self), NounDescription(BreakEven.self), NounDescription(Scenario.self),
    NounDescription(Claim.self), NounDescription(Finance.self), NounDescription(Category.self),
    NounDescription(Currency.self), NounDescription(WorkCalendar.self),
    NounDescription(Evidence.self), NounDescription(PartShare.self), NounDescription(Term.self),
    NounDescription(Chapter.self), NounDescription(Pillar.self), NounDescription(SegmentDimension.self),
    NounDescription(Stage.self), NounDescription(Scorecard.self), NounDescription(Criterion.self),
    NounDescription(Channel.self), NounDescription(Response.self), NounDescription(Cost.self),
    NounDescription(LinkRule.self), NounDescription(Attribution.self), NounDescription(Flight.self),
    NounDescription(Media.self), NounDescription(UTM.self), NounDescription(Funding.self),
    NounDescription(Reallocation.self), NounDescription(Saving.self), NounDescription(Adjustment.self),
    NounDescription(Move.self), NounDescription(FieldChange.self), NounDescription(EffectReview.self),
    NounDescription(Commitment.self), NounDescription(OrgUnit.self), NounDescription(Duty.self),
    NounDescription(Risk.self), NounDescription(Loss.self), NounDescription(ApprovalMark.self),
    NounDescription(Contingency.self), NounDescription(Alert.self), NounDescription(Escalation.self),
    NounDescription(ServiceLevel.self), NounDescription(LogEntry.self), NounDescription(Module.self),
    NounDescription(Partner.self), NounDescription(DataGovernance.self), NounDescription(StudyVerdict.self),
    NounDescription(Actuals.self), NounDescription(ActualsColumn.self), NounDescription(RequiredContent.self),
    NounDescription(AdjustmentRules.self), NounDescription(ApprovalRule.self), NounDescription(GoalRules.self),
    NounDescription(RiskRules.self), NounDescription(CadenceRule.self), NounDescription(PeopleRules.self),
    NounDescription(Benchmark.self), NounDescription(HouseRule.self), NounDescription(Portfolio.self),
  ]

  /// The noun with a table's name; nil for none.
  package static func named(_ name: String) -> NounDescription? { all.first { $0.name == name } }

  /// A part has the head that says so, and any section of a plan.
  private static let part: NounDescription = {
    let head = Plan.table.fields.filter { ["kind", "schema", "include"].contains($0.key) }
    let rows = (head + Plan.sections).map { FieldDescription($0) }
    return NounDescription("part", Doc("sections of a plan in a file of their own", "计划的一部分，独立成文件"), rows)
  }()
}

extension Shape {
  /// The nouns whose fields may stand in it, by name.
  package var nouns: [String] {
    switch self {
    case .noun(let name): [name]
    case .list(let item), .map(let item), .orNone(let item): item.nouns
    case .keyed(let key, let item): key.nouns + item.nouns
    default: []
    }
  }
}
