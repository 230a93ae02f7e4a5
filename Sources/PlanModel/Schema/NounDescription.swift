/// A noun's table without its Swift type: what schemas and the reference are made from.
package struct NounDescription: Sendable {
  package let name: String
  package let doc: Doc
  package let fields: [FieldDescription]
  /// Groups of fields of which only one may be written.
  package let exclusive: [[String]]
  /// YAML that shows the noun in use: sections of a plan, else of a policy, to which the head may have to be added; a
  /// document as it is.
  package let example: String?

  package init<N: Noun>(_ noun: N.Type) {
    let table = N.table
    self.init(
      N.nounName, table.doc, table.fields.map { FieldDescription($0) }, exclusive: table.exclusive,
      example: table.example)
  }

  init(
    _ name: String, _ doc: Doc, _ fields: [FieldDescription], exclusive: [[String]] = [],
    example: String? = nil
  ) {
    self.name = name
    self.doc = doc
    self.fields = fields
    self.exclusive = exclusive
    self.example = example
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
  /// The type of every noun there is a table for, documents first; a test checks that none is missing.
  package static let types: [any Noun.Type] = [
    Plan.self, Policy.self, Theme.self, Palette.self, Approval.self, PlanScope.self, Assumption.self,
    Objective.self, KPI.self, Budget.self, Line.self, Reserve.self, Operating.self, Allocation.self, Limit.self,
    Phase.self, Milestone.self, WorkTask.self, Event.self, Team.self, Role.self, Feasibility.self, Flow.self,
    Definitions.self, Benefit.self, Sensitivity.self, BreakEven.self, Scenario.self, Claim.self, Finance.self,
    Category.self, Currency.self, WorkCalendar.self, Evidence.self, PartShare.self, Term.self, Chapter.self,
    Pillar.self, SegmentDimension.self, Stage.self, Scorecard.self, Criterion.self, Channel.self, Response.self,
    Cost.self, LinkRule.self, Attribution.self, Flight.self, Media.self, UTM.self, Funding.self, Reallocation.self,
    Saving.self, Adjustment.self, Move.self, FieldChange.self, EffectReview.self, Commitment.self, OrgUnit.self,
    Duty.self, Risk.self, Loss.self, ApprovalMark.self, Contingency.self, Alert.self, Escalation.self,
    ServiceLevel.self, LogEntry.self, Module.self, Partner.self, DataGovernance.self, StudyVerdict.self,
    Actuals.self, ActualsColumn.self, RequiredContent.self, AdjustmentRules.self, ApprovalRule.self, GoalRules.self,
    RiskRules.self, CadenceRule.self, PeopleRules.self, Benchmark.self, HouseRule.self, Portfolio.self,
  ]

  /// Every noun of the language, documents first.
  package static let all: [NounDescription] = {
    let nouns = types.map { NounDescription($0) }
    return Array(nouns.prefix(1)) + [part] + nouns.dropFirst()
  }()

  /// The noun with a table's name; nil for none.
  package static func named(_ name: String) -> NounDescription? { all.first { $0.name == name } }

  /// A part has the head that says so, and any section of a plan.
  private static let part: NounDescription = {
    let head = Plan.table.fields.filter { ["kind", "schema", "include"].contains($0.key) }
    let rows = (head + Plan.sections).map { FieldDescription($0) }
    let example = """
      kind: part
      schema: 1
      kpis:
        footfall: {unit: visits, direction: up, baseline: 42000 visits, cadence: weekly, source: door counters, owner: cmo}
      phases:
        pilot: {period: 2025Q1, title: Three stores, deliverables: [report of the pilot]}
      """
    return NounDescription(
      "part", Doc("sections of a plan in a file of their own", "计划的一部分，独立成文件"), rows, example: example)
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
