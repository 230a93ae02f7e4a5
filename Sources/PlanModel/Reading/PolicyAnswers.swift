package import PlanExpressions
package import PlanQuantities
package import PlanText

// What the policies of a plan ask for, field by field.

// MARK: What a plan must have

extension PolicyBook {
  /// Sections a plan must have (`required.sections`).
  package var requiredSections: [PolicyValue<SectionName>] { union { $0.required?.sections } }
  /// Languages every text must have (`required.languages`).
  package var requiredLanguages: [PolicyValue<String>] { union { $0.required?.languages } }
  /// Categories with at least one risk (`required.risk_categories`).
  package var requiredRiskCategories: [PolicyValue<String>] { union { $0.required?.riskCategories } }
  /// Dimensions with at least one KPI (`required.kpi_dimensions`).
  package var requiredKPIDimensions: [PolicyValue<KPI.Perspective>] { union { $0.required?.kpiDimensions } }
  /// Classes of cost every channel states (`required.cost_classes`).
  package var requiredCostClasses: [PolicyValue<Cost.Class>] { union { $0.required?.costClasses } }
  /// Keys of `data` that must be filled (`required.data`).
  package var requiredData: [PolicyValue<String>] { union { $0.required?.data } }
  /// Criteria of a module's scorecard (`required.criteria`).
  package var requiredCriteria: [PolicyValue<String>] { union { $0.required?.criteria } }
}

// MARK: Adjusting and approving

extension PolicyBook {
  /// The most adjustments a year (`adjustments.per_year`).
  package var adjustmentsPerYear: PolicyValue<Int>? { lowest { $0.adjustments?.perYear } }
  /// The most of the total that one adjustment may move (`adjustments.each_at_most`).
  package var adjustmentAtMost: PolicyValue<Quantity>? { lowest { $0.adjustments?.eachAtMost } }
  /// The most of a line that one adjustment may take from it (`adjustments.line_at_most`).
  package var adjustmentOfLineAtMost: PolicyValue<Quantity>? { lowest { $0.adjustments?.lineAtMost } }
  /// The most of the total that a year's adjustments may move together (`adjustments.year_at_most`).
  package var adjustmentsOfYearAtMost: PolicyValue<Quantity>? { lowest { $0.adjustments?.yearAtMost } }
  /// The least time between two adjustments (`adjustments.cooling_off`).
  package var coolingOff: PolicyValue<Quantity>? { highest { $0.adjustments?.coolingOff } }
  /// The longest time from an adjustment to the review of its effect (`adjustments.review_within`).
  package var reviewWithin: PolicyValue<Quantity>? { lowest { $0.adjustments?.reviewWithin } }
  /// The most that may still be called reallocation (`adjustments.reallocation_at_most`).
  package var reallocationAtMost: PolicyValue<Quantity>? { lowest { $0.adjustments?.reallocationAtMost } }

  /// Who must sign for how much, by policy: rows of one policy are alternatives, and every policy's must be met.
  package var approvals: [(value: [ApprovalRule], policy: Located<String>)] { each { $0.approvals } }
}

// MARK: Finance and goals

extension PolicyBook {
  /// The discount rates allowed (`finance.discount_rate`): a rate must lie in every one of them.
  package var discountRates: [PolicyValue<Quantity>] {
    each { $0.finance?.discountRate }.map { PolicyValue($0.value, $0.policy) }
  }
  /// The longest payback (`finance.payback_at_most`).
  package var paybackAtMost: PolicyValue<Quantity>? { lowest { $0.finance?.paybackAtMost } }
  /// The lowest return (`finance.roi_at_least`), by `definitions.roi`.
  package var roiAtLeast: PolicyValue<Quantity>? { highest { $0.finance?.roiAtLeast } }
  /// The share of first-year people cost that must go on as operating cost (`finance.operating_at_least`).
  package var operatingAtLeast: PolicyValue<Quantity>? { highest { $0.finance?.operatingAtLeast } }

  /// The most objectives (`goals.objectives_at_most`).
  package var objectivesAtMost: PolicyValue<Int>? { lowest { $0.goals?.objectivesAtMost } }
  /// The least measurements before an objective is due (`goals.measurements_at_least`).
  package var measurementsAtLeast: PolicyValue<Int>? { highest { $0.goals?.measurementsAtLeast } }
  /// The greatest relative change that needs no reason (`goals.stretch_at_most`).
  package var stretchAtMost: PolicyValue<Quantity>? { lowest { $0.goals?.stretchAtMost } }
  /// How far the budget may grow over the last one (`goals.budget_growth_at_most`): all of them hold, since only the
  /// plan's figures tell which is the tightest.
  package var budgetGrowthAtMost: [PolicyValue<Expression>] {
    each { $0.goals?.budgetGrowthAtMost }.map { PolicyValue($0.value, $0.policy) }
  }
}

// MARK: Risk, people, recurrence

extension PolicyBook {
  /// The scale of likelihood and impact, from 1 to this (`risk.scale`).
  package var riskScale: PolicyValue<Int>? { first { $0.risk?.scale } }
  /// The score from which a risk is high (`risk.high_from`).
  package var riskHighFrom: PolicyValue<Int>? { lowest { $0.risk?.highFrom } }
  /// The score from which a risk is medium (`risk.medium_from`).
  package var riskMediumFrom: PolicyValue<Int>? { lowest { $0.risk?.mediumFrom } }
  /// What reserves must cover (`risk.reserve_covers`).
  package var reserveCovers: PolicyValue<RiskRules.Cover>? {
    tightest({ $0.risk?.reserveCovers }) { $0.rank > $1.rank }
  }
  /// The longest time between reviews of a risk (`risk.review_every`).
  package var reviewEvery: PolicyValue<Quantity>? { lowest { $0.risk?.reviewEvery } }
  /// The least distance from a threshold to its limit (`risk.warning_band`).
  package var warningBand: PolicyValue<Quantity>? { highest { $0.risk?.warningBand } }

  /// The most that channel results may weigh in a people scorecard (`people.results_at_most`).
  package var resultsAtMost: PolicyValue<Quantity>? { lowest { $0.people?.resultsAtMost } }
  /// The least that coordination must weigh in it (`people.synergy_at_least`).
  package var synergyAtLeast: PolicyValue<Quantity>? { highest { $0.people?.synergyAtLeast } }

  /// How often events must recur, by kind: of one kind and subject, what asks for the most.
  package var cadences: [PolicyEntry<CadenceRule>] {
    var found: [PolicyEntry<CadenceRule>] = []
    for (table, policy) in each({ $0.cadences }) {
      for entry in table {
        let rule = PolicyEntry(id: entry.id, value: entry.value, policy: policy)
        let known = found.firstIndex {
          $0.id.value == entry.id.value && $0.value.about?.value == entry.value.about?.value
        }
        guard let known else {
          found.append(rule)
          continue
        }
        if let times = entry.value.times?.value, let held = found[known].value.times?.value, times.low > held.low {
          found[known] = rule
        }
      }
    }
    return found
  }

  /// Alerts that hold in every plan.
  package var alerts: [PolicyEntry<Alert>] { entries { $0.alerts } }

  /// Whom a grade is told to, by all policies together, and within the shortest time any of them says; nil where no
  /// policy speaks of the grade.
  package func escalation(_ grade: String) -> (tell: [PolicyValue<String>], within: PolicyValue<Quantity>?)? {
    let tell = union { $0.escalation?[grade]?.tell }
    let within = lowest { $0.escalation?[grade]?.within }
    return tell.isEmpty && within == nil ? nil : (tell, within)
  }
}

// MARK: What is usual, and what words mean

extension PolicyBook {
  /// What is usual in the trade.
  package var benchmarks: [PolicyEntry<Benchmark>] { entries { $0.benchmarks } }
  /// Service levels that hold in every plan.
  package var serviceLevels: [PolicyEntry<ServiceLevel>] { entries { $0.serviceLevels } }
  /// The house's own rules.
  package var rules: [PolicyEntry<HouseRule>] { entries { $0.rules } }

  /// A category of lines or risks.
  package func category(_ id: String) -> PolicyEntry<Category>? { defined(id) { $0.categories } }
  /// A working calendar.
  package func calendar(_ id: String) -> PolicyEntry<WorkCalendar>? { defined(id) { $0.calendars } }
  /// A currency and its dated rate, by its ISO code.
  package func currency(_ code: String) -> PolicyEntry<Currency>? { defined(code) { $0.currencies } }
  /// The pattern of a field of campaign names (`utm`).
  package func utmPattern(_ field: String) -> PolicyValue<String>? { first { $0.utm?[field] } }

  /// The oldest an exchange rate may be (`rate_age`).
  package var rateAge: PolicyValue<Quantity>? { lowest { $0.rateAge } }
  /// The oldest a fact may be (`evidence_age`).
  package var evidenceAge: PolicyValue<Quantity>? { lowest { $0.evidenceAge } }
  /// How far a vague figure reaches (`approximate`); 5% where nothing is said.
  package var approximate: Fraction {
    lowest { $0.approximate }?.value.low ?? Fraction(5, 100)
  }

  /// Whether findings of a rule may be hidden (`suppress`), by the strictest policy; nil where none says.
  package func suppression(of code: String) -> PolicyValue<SuppressionRule>? {
    tightest({ $0.suppress?[code] }) { $0.rank > $1.rank }
  }
}

extension Choice where Self: Equatable {
  /// Its place in its list, where lists run from the mildest to the strictest.
  fileprivate var rank: Int { Array(Self.allCases).firstIndex(of: self) ?? 0 }
}
