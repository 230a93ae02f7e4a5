import PlanDriver
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSyntax
import PlanText
import Testing

/// What the policies of a plan say together, and what one may say that extends others.
@Suite struct PolicyBookTests {
  /// A plan under some policies, by what they say besides their heads; those whose names begin with `_` are only extended.
  func house(
    period: String = "2025", plan: String = "", _ policies: KeyValuePairs<String, String>
  ) throws -> (book: PolicyBook, findings: [Diagnostic]) {
    try house(period: period, plan: plan, list: policies.map { ($0.key, $0.value) })
  }

  func house(
    period: String, plan: String, list policies: [(key: String, value: String)]
  ) throws -> (book: PolicyBook, findings: [Diagnostic]) {
    var files: [String: [UInt8]] = [:]
    for (name, body) in policies {
      let head = "kind: policy\nschema: 1\nid: \(name)\ntitle: Limits\nowner: cfo\n"
      files["\(name).yaml"] = Array((head + body).utf8)
    }
    let named = policies.map(\.key).filter { !$0.hasPrefix("_") }.map { "\($0).yaml" }.joined(separator: ", ")
    let text = """
      kind: plan
      schema: 1
      id: case
      title: Case
      period: \(period)
      currency: CNY
      owner: cmo
      team: {roles: {cmo: Marketing head}}
      policy: [\(named)]
      \(plan)

      """
    files["plan.yaml"] = Array(text.utf8)
    let memory = MemoryFiles(files: files)
    let (source, _) = decodeSource(Array(text.utf8), id: memory.id(of: "plan.yaml"), path: "plan.yaml")
    let checked = checkFile(source, files: memory, options: CheckOptions(), isNamed: true)
    return (try #require(checked.plan).house, checked.diagnostics)
  }

  // MARK: Read as one

  @Test func ofTwoBoundsTheTighterHolds() throws {
    let (book, findings) = try house([
      "a": """
      finance: {payback_at_most: 2.2y, roi_at_least: "2:1"}
      adjustments: {per_year: 3, each_at_most: 10%, cooling_off: 30d}
      goals: {objectives_at_most: 7, measurements_at_least: 2}
      risk: {scale: 5, high_from: 15, reserve_covers: p80}
      suppress: {B302: allowed, A401: forbidden}
      """,
      "b": """
      finance: {payback_at_most: 2y, roi_at_least: "3:1"}
      adjustments: {per_year: 2, each_at_most: 12%, cooling_off: 10d}
      goals: {objectives_at_most: 5, measurements_at_least: 1}
      risk: {scale: 4, high_from: 16, reserve_covers: expected}
      suppress: {B302: with_reason, A401: allowed}
      """,
    ])
    #expect(findings.isEmpty)
    #expect(book.paybackAtMost?.policy.value == "b")
    #expect(book.paybackAtMost?.value.low == 2)
    #expect(book.roiAtLeast?.policy.value == "b")
    #expect(book.adjustmentsPerYear?.value == 2)
    #expect(book.adjustmentAtMost?.policy.value == "a")
    #expect(book.coolingOff?.policy.value == "a")
    #expect(book.objectivesAtMost?.value == 5)
    #expect(book.measurementsAtLeast?.value == 2)
    #expect(book.riskScale?.value == 5, "a scale cannot be tightened: the first holds")
    #expect(book.riskHighFrom?.value == 15)
    #expect(book.reserveCovers?.value == .p80)
    #expect(book.suppression(of: "B302")?.value == .withReason)
    #expect(book.suppression(of: "A401")?.value == .forbidden)
    #expect(book.suppression(of: "M001") == nil)
    #expect(book.reviewWithin == nil)
  }

  @Test func listsAddUp() throws {
    let (book, _) = try house([
      "a": """
      required: {languages: [en], risk_categories: [process, data]}
      escalation: {high: {tell: [ceo, cfo], within: 4h}}
      cadences: {training: 2/y, review: {times: 4/y, about: budget}}
      benchmarks: {fee: {value: 2%-5%, share_of: sales, source: survey, as_of: 2025}}
      """,
      "b": """
      required: {languages: [zh-Hans, en], risk_categories: [data, market]}
      escalation: {high: {tell: [cfo, cmo], within: 1h}}
      cadences: {training: 3/y, drill: 1/y}
      benchmarks: {fee: {value: 3%, share_of: sales, source: own, as_of: 2025}}
      """,
    ])
    #expect(book.requiredLanguages.map(\.value) == ["en", "zh-Hans"])
    #expect(book.requiredLanguages.map(\.policy.value) == ["a", "b"])
    #expect(book.requiredRiskCategories.map(\.value) == ["process", "data", "market"])
    let high = try #require(book.escalation("high"))
    #expect(high.tell.map(\.value) == ["ceo", "cfo", "cmo"])
    #expect(high.within?.policy.value == "b")
    #expect(book.escalation("low") == nil)
    #expect(book.cadences.map(\.id.value) == ["training", "review", "drill"])
    #expect(book.cadences.first?.policy.value == "b")
    #expect(book.benchmarks.map(\.policy.value) == ["a"])
  }

  @Test func everyPolicysSignaturesAreAskedFor() throws {
    let (book, _) = try house([
      "a": "approvals: [{up_to: CNY 1m, by: [cmo]}, {by: [ceo]}]", "b": "approvals: [{by: [cfo]}]",
    ])
    #expect(book.approvals.map(\.policy.value) == ["a", "b"])
    #expect(book.approvals.map(\.value.count) == [2, 1])
  }

  // MARK: Extending

  @Test func whatIsExtendedHolds() throws {
    let (book, findings) = try house([
      "c": "extends: [_b.yaml]\nadjustments: {per_year: 1}",
      "_b": "extends: [_a.yaml]\nrate_age: 30d",
      "_a": "adjustments: {per_year: 2, each_at_most: 10%}\nrate_age: 90d\ncalendars: {own: {hours: 7h}}",
    ])
    #expect(findings.isEmpty)
    #expect(book.members.map(\.id.value) == ["_a", "_b", "c"])
    #expect(book.members.map(\.isNamedByPlan) == [false, false, true])
    #expect(book.members[2].extends == [0, 1])
    #expect(book.adjustmentsPerYear?.policy.value == "c")
    #expect(book.adjustmentAtMost?.policy.value == "_a")
    #expect(book.rateAge?.policy.value == "_b")
    #expect(book.calendar("own")?.policy.value == "_a")
  }

  @Test func whatTwoExtendIsReadOnce() throws {
    let (book, findings) = try house([
      "b": "extends: [_a.yaml]", "c": "extends: [_a.yaml, b.yaml]", "_a": "required: {languages: [en]}",
    ])
    #expect(book.members.map(\.id.value) == ["_a", "b", "c"])
    #expect(book.members[2].extends == [0, 1])
    #expect(findings.isEmpty)
  }

  /// Forty policies, each extending the two before it: as many ways lead up as the Fibonacci numbers, but few are walked.
  @Test func aLatticeOfPoliciesIsReadOnce() throws {
    let policies = (0..<40).map { place in
      let above = [place - 1, place - 2].filter { $0 >= 0 }.map { "_p\($0).yaml" }.joined(separator: ", ")
      return (
        key: place == 39 ? "top" : "_p\(place)",
        value: (above.isEmpty ? "" : "extends: [\(above)]\n")
          + "adjustments: {per_year: \(place == 39 ? 41 : 40 - place)}"
      )
    }
    let (book, findings) = try house(period: "2025", plan: "", list: policies)
    #expect(book.members.count == 40)
    #expect(book.adjustmentsPerYear?.value == 2)
    #expect(findings.map(\.code) == ["S026", "S026"], "once for each of the two it extends")
  }

  // MARK: Limits

  static let held:
    [(name: String, policies: KeyValuePairs<String, String>, plan: String, held: [String], codes: [String])] = [
      ("one", ["a": "limits: {x: {line: m, at_most: 40%}}"], "", ["x 40% a"], []),
      (
        "a tighter restatement stands for both",
        ["b": "extends: [_a.yaml]\nlimits: {x: {at_most: 30%}}", "_a": "limits: {x: {line: m, at_most: 40%}}"], "",
        ["x 30% b"], []
      ),
      (
        "a looser one holds nothing",
        ["b": "extends: [_a.yaml]\nlimits: {x: {at_most: 50%}}", "_a": "limits: {x: {line: m, at_most: 40%}}"], "",
        ["x 40% _a"], ["S026"]
      ),
      (
        "with leave and reason it does",
        [
          "b": "extends: [_a.yaml]\nlimits: {x: {at_most: 50%, reason: dear films}}",
          "_a": "limits: {x: {line: m, at_most: 40%, overridable: true}}",
        ], "", ["x 50% b"], []
      ),
      (
        "policies that do not extend each other both hold",
        ["a": "limits: {x: {line: m, at_most: 40%}}", "b": "limits: {x: {line: m, at_most: 50%}}"], "",
        ["x 40% a", "x 50% b"], []
      ),
      (
        "a milder warning does not stand for an error",
        ["a": "limits: {x: {line: m, at_most: 40%}}"], "limits: {x: {at_most: 30%, severity: advice}}",
        ["x 40% a", "x 30% plan"], []
      ),
      (
        "the plan's own is the tighter", ["a": "limits: {x: {line: m, at_most: 40%}}"], "limits: {x: {at_most: 30%}}",
        ["x 30% plan"], []
      ),
      (
        "the plan loosens in vain", ["a": "limits: {x: {line: m, at_most: 40%}}"],
        "limits: {x: {at_most: 60%, reason: dear films}}", ["x 40% a"], ["S026"]
      ),
      (
        "the plan loosens what one policy lets it and another does not",
        [
          "a": "limits: {x: {line: m, at_most: 40%, overridable: true}}", "b": "limits: {x: {line: m, at_most: 50%}}",
        ],
        "limits: {x: {at_most: 60%, reason: dear films}}", ["x 50% b"], ["S026"]
      ),
      (
        "a floor may be put beside a cap", ["a": "limits: {x: {line: m, at_most: 40%}}"],
        "limits: {x: {at_least: 10%}}", ["x 40% plan"], []
      ),
      (
        "a policy of another time", ["a": "period: 2023\nlimits: {x: {line: m, at_most: 40%}}"], "", [], ["S027"]
      ),
      ("a limit that bounds nothing", ["a": "limits: {x: {at_most: 40%}}"], "", ["x 40% a"], ["S004"]),
    ]

  @Test(arguments: held.indices)
  func limitsHold(_ place: Int) throws {
    let row = Self.held[place]
    let budget = "budget: {total: CNY 1m, lines: {m: CNY 100k, rest: CNY 900k}}"
    let (book, findings) = try house(plan: row.plan + "\n" + budget, row.policies)
    let held = book.limits.map {
      "\($0.id.value) \($0.limit.atMost?.value.spelling ?? "–") \($0.policy?.value ?? "plan")"
    }
    #expect(held == row.held, "\(row.name)")
    #expect(findings.map(\.code).filter { $0.hasPrefix("S0") } == row.codes, "\(row.name)")
    for limit in book.limits where row.codes != ["S004"] { #expect(limit.limit.line?.value == "m", "\(row.name)") }
  }

  // MARK: Fields

  /// A field that may be tightened, as the policy above says it, tighter and looser.
  static let fields: [(path: String, above: String, tighter: String, looser: String)] = [
    (
      "limits.at_most", "limits: {x: {line: m, at_most: 40%}}", "limits: {x: {at_most: 39.9%}}",
      "limits: {x: {at_most: 40.1%}}"
    ),
    (
      "limits.at_least", "limits: {x: {line: m, at_least: 40%}}", "limits: {x: {at_least: 41%}}",
      "limits: {x: {at_least: 9%}}"
    ),
    ("adjustments.per_year", "adjustments: {per_year: 2}", "adjustments: {per_year: 1}", "adjustments: {per_year: 10}"),
    (
      "adjustments.each_at_most", "adjustments: {each_at_most: 10%}", "adjustments: {each_at_most: 9%}",
      "adjustments: {each_at_most: 11%}"
    ),
    (
      "adjustments.line_at_most", "adjustments: {line_at_most: 10%}", "adjustments: {line_at_most: 9%}",
      "adjustments: {line_at_most: 11%}"
    ),
    (
      "adjustments.year_at_most", "adjustments: {year_at_most: 15%}", "adjustments: {year_at_most: 14%}",
      "adjustments: {year_at_most: 16%}"
    ),
    (
      "adjustments.cooling_off", "adjustments: {cooling_off: 30d}", "adjustments: {cooling_off: 6w}",
      "adjustments: {cooling_off: 2w}"
    ),
    (
      "adjustments.review_within", "adjustments: {review_within: 3mo}", "adjustments: {review_within: 8w}",
      "adjustments: {review_within: 1y}"
    ),
    (
      "adjustments.reallocation_at_most", "adjustments: {reallocation_at_most: 5%}",
      "adjustments: {reallocation_at_most: 4%}", "adjustments: {reallocation_at_most: 6%}"
    ),
    (
      "finance.discount_rate", "finance: {discount_rate: 8%-10%}", "finance: {discount_rate: 9%}",
      "finance: {discount_rate: 8%-11%}"
    ),
    (
      "finance.payback_at_most", "finance: {payback_at_most: 2.2y}", "finance: {payback_at_most: 26mo}",
      "finance: {payback_at_most: 27mo}"
    ),
    (
      "finance.roi_at_least", "finance: {roi_at_least: \"3:1\"}", "finance: {roi_at_least: \"4:1\"}",
      "finance: {roi_at_least: 2x}"
    ),
    (
      "finance.operating_at_least", "finance: {operating_at_least: 50%}", "finance: {operating_at_least: 60%}",
      "finance: {operating_at_least: 40%}"
    ),
    (
      "goals.objectives_at_most", "goals: {objectives_at_most: 7}", "goals: {objectives_at_most: 5}",
      "goals: {objectives_at_most: 8}"
    ),
    (
      "goals.measurements_at_least", "goals: {measurements_at_least: 2}", "goals: {measurements_at_least: 3}",
      "goals: {measurements_at_least: 1}"
    ),
    (
      "goals.stretch_at_most", "goals: {stretch_at_most: 30%}", "goals: {stretch_at_most: 20%}",
      "goals: {stretch_at_most: 40%}"
    ),
    ("risk.high_from", "risk: {high_from: 15}", "risk: {high_from: 12}", "risk: {high_from: 16}"),
    ("risk.medium_from", "risk: {medium_from: 8}", "risk: {medium_from: 6}", "risk: {medium_from: 9}"),
    (
      "risk.reserve_covers", "risk: {reserve_covers: p80}", "risk: {reserve_covers: p90}",
      "risk: {reserve_covers: expected}"
    ),
    ("risk.review_every", "risk: {review_every: 1mo}", "risk: {review_every: 2w}", "risk: {review_every: 3mo}"),
    ("risk.warning_band", "risk: {warning_band: 10%}", "risk: {warning_band: 15%}", "risk: {warning_band: 5%}"),
    ("cadences.times", "cadences: {training: 2/y}", "cadences: {training: 3/y}", "cadences: {training: {times: 1/y}}"),
    (
      "people.results_at_most", "people: {results_at_most: 60%}", "people: {results_at_most: 50%}",
      "people: {results_at_most: 70%}"
    ),
    (
      "people.synergy_at_least", "people: {synergy_at_least: 40%}", "people: {synergy_at_least: 50%}",
      "people: {synergy_at_least: 30%}"
    ),
    ("alerts.within", alert("5wd"), alert("3wd"), alert("10wd")),
    (
      "escalation.within", "escalation: {high: {tell: [ceo], within: 4h}}",
      "escalation: {high: {tell: [cfo], within: 1h}}", "escalation: {high: {tell: [ceo], within: 1d}}"
    ),
    (
      "service_levels.availability", "service_levels: {s: {system: crm, availability: 99.9%}}",
      "service_levels: {s: {system: crm, availability: 99.95%}}",
      "service_levels: {s: {system: crm, availability: 99%}}"
    ),
    (
      "service_levels.respond_within", "service_levels: {s: {system: crm, respond_within: 1h}}",
      "service_levels: {s: {system: crm, respond_within: 30min}}",
      "service_levels: {s: {system: crm, respond_within: 2h}}"
    ),
    (
      "service_levels.recover_within", "service_levels: {s: {system: crm, recover_within: 4h}}",
      "service_levels: {s: {system: crm, recover_within: 2h}}", "service_levels: {s: {system: crm, recover_within: 8h}}"
    ),
    ("rate_age", "rate_age: 90d", "rate_age: 30d", "rate_age: 180d"),
    ("evidence_age", "evidence_age: 2y", "evidence_age: 18mo", "evidence_age: 3y"),
    ("approximate", "approximate: 5%", "approximate: 3%", "approximate: 10%"),
    ("suppress", "suppress: {B302: with_reason}", "suppress: {B302: forbidden}", "suppress: {B302: allowed}"),
  ]

  static func alert(_ within: String) -> String {
    "alerts: {o: {kpi: spend, when: actual > plan, grade: low, owes: [action], within: \(within), advice: look}}"
  }

  @Test(arguments: fields.indices)
  func fieldsAreOnlyTightened(_ place: Int) throws {
    let row = Self.fields[place]
    for (body, expected) in [(row.above, []), (row.tighter, []), (row.looser, ["S026"])] {
      let (_, findings) = try house(["b": "extends: [_a.yaml]\n" + body, "_a": row.above])
      #expect(findings.map(\.code) == expected, "\(row.path): \(body)")
    }
    // Without a policy that extends it, the same figure is only the looser of two.
    let (_, findings) = try house(["a": row.above, "b": row.looser.replacing("x: {at", with: "x: {line: m, at")])
    #expect(!findings.map(\.code).contains("S026"), "\(row.path)")
  }

  /// The table above names every field of a policy that is tightened by going lower, higher or inside.
  @Test func everyTightenedFieldIsTried() {
    var found: Set<String> = []
    func visit(_ noun: String, _ path: String) {
      guard let description = NounDescription.named(noun) else { return }
      for field in description.fields {
        let own = path.isEmpty ? field.key : path + "." + field.key
        switch field.tightening {
        case .lower, .higher, .narrower: found.insert(own)
        case .no, .superset: for noun in field.shape.nouns { visit(noun, own) }
        }
      }
    }
    visit("policy", "")
    #expect(found.subtracting(Self.fields.map(\.path)) == [])
    #expect(Set(Self.fields.map(\.path)).subtracting(found) == [])
  }

  // MARK: Fiscal years

  /// A phase of the first quarter lies in April to June under one calendar and in January to March under another.
  @Test(arguments: [("uk", ["B302"]), ("plain", [])])
  func aPlansYearBeginsAsItsCalendarSays(_ calendar: String, _ codes: [String]) throws {
    let plan = """
      calendar: \(calendar)
      limits: {q: {line: media, at_most: 40%, period: 2025-04..2025-06}}
      phases:
        spring: {period: 2025Q1, deliverables: [a tested offer]}
        rest: {period: 2025Q2..2025Q4, deliverables: [an offer everywhere]}
      milestones:
        tested: {date: 2025Q1, deliverable: report, accept: the board, owner: cmo}
        everywhere: {date: 2025H2, deliverable: report, accept: the board, owner: cmo}
      budget:
        total: CNY 1m
        lines: {media: {amount: CNY 1m, owner: cmo, for: advertising}}
        phasing: {spring: 50%, rest: 50%}
      """
    let (_, findings) = try house(plan: plan, ["a": "calendars: {uk: {year_starts: 04}, plain: {hours: 8h}}"])
    #expect(findings.map(\.code) == codes)
  }
}
