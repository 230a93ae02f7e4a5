package import PlanExpressions
package import PlanQuantities
package import PlanText

/// What a plan under a policy must have.
package struct RequiredContent: Noun {
  package var common = Common()
  package var sections: [Located<SectionName>]?
  package var languages: [Located<String>]?
  package var riskCategories: [Located<String>]?
  package var kpiDimensions: [Located<KPI.Perspective>]?
  package var costClasses: [Located<Cost.Class>]?
  package var data: [Located<String>]?
  package var criteria: [Located<String>]?

  package init() {}

  package static let nounName = "required"

  package static let table = NounTable<RequiredContent>(
    Doc("what a plan must have", "计划必备内容"), common: [.note],
    example: """
      required:
        sections: [objectives, kpis, budget, risks]
        languages: [en, zh-Hans]
        risk_categories: [market, technology]
        kpi_dimensions: [economic, brand]
        cost_classes: [direct, hidden]
      """,
    [
      Field(
        "sections", \.sections, .list(.choice(SectionName.self)), Doc("sections of the plan", "计划章节"),
        tightening: .superset),
      Field("languages", \.languages, .list(.word), Doc("languages of every text", "文字语言"), tightening: .superset),
      Field(
        "risk_categories", \.riskCategories, .list(.word), Doc("categories with at least one risk", "须有风险的类别"),
        tightening: .superset),
      Field(
        "kpi_dimensions", \.kpiDimensions, .list(.choice(KPI.Perspective.self)),
        Doc("dimensions with at least one KPI", "须有指标的维度"),
        tightening: .superset),
      Field(
        "cost_classes", \.costClasses, .list(.choice(Cost.Class.self)),
        Doc("classes of cost each channel states", "每个渠道须列的成本类别"),
        tightening: .superset),
      Field("data", \.data, .list(.word), Doc("keys of `data`", "数据治理须填的项"), tightening: .superset),
      Field(
        "criteria", \.criteria, .list(.word), Doc("criteria of a module's scorecard", "模块选型须有的评分项"),
        tightening: .superset),
    ])
}

/// How an approved budget may be adjusted.
package struct AdjustmentRules: Noun {
  package var common = Common()
  package var perYear: Located<Int>?
  package var eachAtMost: Located<Quantity>?
  package var lineAtMost: Located<Quantity>?
  package var yearAtMost: Located<Quantity>?
  package var coolingOff: Located<Quantity>?
  package var reviewWithin: Located<Quantity>?
  package var reallocationAtMost: Located<Quantity>?

  package init() {}

  package static let nounName = "adjustment_rules"

  package static let table = NounTable<AdjustmentRules>(
    Doc("how an approved budget may be adjusted", "预算调整规则"), common: [.note],
    example: """
      adjustments:
        per_year: 2
        each_at_most: 10%
        line_at_most: 25%
        year_at_most: 15%
        cooling_off: 4w
        review_within: 3mo
        reallocation_at_most: 5%
      """,
    [
      Field("per_year", \.perYear, .integer, Doc("adjustments a year", "每年次数"), tightening: .lower),
      Field(
        "each_at_most", \.eachAtMost, .share, Doc("the most one may move", "单次上限"), base: "budget.total",
        tightening: .lower),
      Field(
        "line_at_most", \.lineAtMost, .share, Doc("the most of a line one may move", "单次占科目的上限"), base: "line",
        tightening: .lower),
      Field(
        "year_at_most", \.yearAtMost, .share, Doc("the most a year's may move together", "全年合计上限"),
        base: "budget.total", tightening: .lower),
      Field(
        "cooling_off", \.coolingOff, .duration, Doc("the least time between two", "两次之间的最短间隔"), tightening: .higher),
      Field(
        "review_within", \.reviewWithin, .duration, Doc("the longest time to the review of its effect", "效果评估的最长期限"),
        tightening: .lower),
      Field(
        "reallocation_at_most", \.reallocationAtMost, .share,
        Doc("the most that may still be called reallocation", "可称为调剂的上限"), base: "within",
        tightening: .lower),
    ])
}

/// Who must sign for how much.
package struct ApprovalRule: Noun {
  package var common = Common()
  package var upTo: Located<Quantity>?
  package var by: [Located<String>]?

  package init() {}

  package static let nounName = "approval_rule"

  package static let table = NounTable<ApprovalRule>(
    Doc("who must sign for how much", "审批权限"), common: [.note],
    example: """
      approvals:
        - {up_to: 50万元, by: cmo}
        - {up_to: 300万元, by: [cmo, finance-director], note: 两人会签}
        - {by: [ceo]}
      """,
    [
      Field("up_to", \.upTo, .money, Doc("the most; any amount if left out", "金额上限，不写则不限")),
      Field(
        "by", \.by, .list(.word), .required,
        Doc("roles that must all sign; alternatives are further rows", "须共同签署的角色；可选方案另列一行")),
    ])
}

/// How strict a policy is about goals.
package struct GoalRules: Noun {
  package var common = Common()
  package var objectivesAtMost: Located<Int>?
  package var measurementsAtLeast: Located<Int>?
  package var stretchAtMost: Located<Quantity>?
  package var budgetGrowthAtMost: Located<Expression>?

  package init() {}

  package static let nounName = "goals"

  package static let table = NounTable<GoalRules>(
    Doc("how strict a policy is about goals", "目标要求"), common: [.note],
    example: """
      goals: {objectives_at_most: 7, measurements_at_least: 2, stretch_at_most: 30%}
      """,
    [
      Field(
        "objectives_at_most", \.objectivesAtMost, .integer, Doc("the most objectives", "目标数量上限"), tightening: .lower),
      Field(
        "measurements_at_least", \.measurementsAtLeast, .integer, Doc("measurements before one is due", "到期前的最少测量次数"),
        tightening: .higher),
      Field(
        "stretch_at_most", \.stretchAtMost, .percent, Doc("relative change that needs no reason", "无需理由的最大变化"),
        base: "baseline", tightening: .lower),
      Field(
        "budget_growth_at_most", \.budgetGrowthAtMost, .expression, Doc("growth over the last budget", "较上期预算的最大增长"),
        base: "last budget"),
    ])
}

/// How a policy grades risks and what must cover them.
package struct RiskRules: Noun {
  package var common = Common()
  package var scale: Located<Int>?
  package var highFrom: Located<Int>?
  package var mediumFrom: Located<Int>?
  package var reserveCovers: Located<Cover>?
  package var reviewEvery: Located<Quantity>?
  package var warningBand: Located<Quantity>?

  package init() {}

  package enum Cover: String, Choice { case expected, p80, p90 }

  package static let nounName = "risk_rules"

  package static let table = NounTable<RiskRules>(
    Doc("how risks are graded and covered", "风险规则"), common: [.note],
    example: """
      risk:
        scale: 5
        medium_from: 8
        high_from: 15
        reserve_covers: p80
        review_every: 1q
        warning_band: 20%
      """,
    [
      Field("scale", \.scale, .integer, Doc("likelihood and impact run from 1 to this", "可能性与影响从 1 到此数")),
      Field(
        "high_from", \.highFrom, .integer, Doc("likelihood times impact from which a risk is high", "可能性乘影响达到此数为高"),
        tightening: .lower),
      Field("medium_from", \.mediumFrom, .integer, Doc("and from which it is medium", "达到此数为中"), tightening: .lower),
      Field(
        "reserve_covers", \.reserveCovers, .choice(Cover.self), Doc("what reserves must cover", "预留须覆盖的损失"),
        tightening: .higher),
      Field(
        "review_every", \.reviewEvery, .duration, Doc("the longest time between reviews", "评审的最长间隔"), tightening: .lower
      ),
      Field(
        "warning_band", \.warningBand, .share, Doc("least distance from a threshold to its limit", "阈值与上限的最小距离"),
        base: "limit", tightening: .higher),
    ])
}

/// How often something must recur.
package struct CadenceRule: Noun {
  package var common = Common()
  package var times: Located<Quantity>?
  package var about: Located<String>?

  package init() {}

  package static let nounName = "cadence_rule"

  package static let table = NounTable<CadenceRule>(
    Doc("how often something must recur", "例行频率要求"), common: [.note],
    example: """
      cadences:
        training: 2-3/y
        review: {times: 12/y, about: budget, note: 每月一次}
      """,
    [
      Field(
        "times", \.times, .often, .required, Doc("how often: `\">=2/y\"`, 2-3/y", "频率，如 \">=2/y\"、2-3/y"),
        principal: true, tightening: .higher),
      Field("about", \.about, .word, Doc("of which subject", "主题")),
    ])
}

/// What scorecards of people must weigh.
package struct PeopleRules: Noun {
  package var common = Common()
  package var resultsAtMost: Located<Quantity>?
  package var synergyAtLeast: Located<Quantity>?

  package init() {}

  package static let nounName = "people_rules"

  package static let table = NounTable<PeopleRules>(
    Doc("what scorecards of people must weigh", "人员考核要求"), common: [.note],
    example: """
      people: {results_at_most: 60%, synergy_at_least: 40%}
      """,
    [
      Field(
        "results_at_most", \.resultsAtMost, .share, Doc("weight of channel results", "渠道业绩的权重上限"), base: "scorecard",
        tightening: .lower),
      Field(
        "synergy_at_least", \.synergyAtLeast, .share, Doc("weight of coordination", "协同的权重下限"), base: "scorecard",
        tightening: .higher),
    ])
}

/// What is usual in the trade.
package struct Benchmark: Noun {
  package var common = Common()
  package var value: Located<Quantity>?
  package var kpi: Located<String>?
  package var channelKind: Located<String>?
  package var shareOf: Text?

  package init() {}

  package static let nounName = "benchmark"

  package static let table = NounTable<Benchmark>(
    Doc("what is usual in the trade", "行业基准"),
    example: """
      benchmarks:
        search-click: {value: 0.6-1.2元/click, channel_kind: search, source: 代理商报价, as_of: 2024}
        repurchase: {value: 30%-40%, kpi: repurchase, share_of: active members, source: Trade association, as_of: 2024}
      """,
    [
      Field(
        "value", \.value, .quantity(.quantity), .required, Doc("a value, range or bound", "数值、范围或界限"), principal: true,
        base: "of"),
      Field("kpi", \.kpi, .word, Doc("the KPI or figure it is of", "所指指标")),
      Field("channel_kind", \.channelKind, .word, Doc("the kind of channel it is of", "所指渠道类别")),
      Field("share_of", \.shareOf, .text, Doc("base of a percentage, in words", "百分比的基数，用文字写"), base: "itself"),
      Field("source", \.common.source, .text, .required, Doc("whose figure it is", "来源")),
      Field("as_of", \.common.asOf, .period, .required, Doc("when it was true", "数据时间")),
    ])
}

/// A rule of the house's own, with a plan that passes and one that fails.
package struct HouseRule: Noun {
  package var common = Common()
  package var each: Located<Each>?
  package var require: Located<Expression>?
  package var message: Text?
  package var severity: Located<Limit.Strength>?
  package var good: Text?
  package var bad: Text?

  package init() {}

  package enum Each: String, Choice { case plan, channel, line, objective, kpi, risk, module, task, milestone, event }

  package static let nounName = "custom_rule"

  package static let table = NounTable<HouseRule>(
    Doc("a rule of the house's own", "自定规则"),
    example: """
      rules:
        owned-lines:
          each: line
          require: it.amount < 1000万元
          message: {en: "line {it.id} needs the board's consent", zh-Hans: "科目 {it.id} 须经董事会同意"}
          severity: warning
          good: "budget: {total: 10万元, lines: {media: {amount: 10万元, owner: cmo, for: 投放}}}"
          bad: "budget: {total: 1000万元, lines: {media: {amount: 1000万元, owner: cmo, for: 投放}}}"
      """,
    [
      Field(
        "each", \.each, .choice(Each.self),
        Doc("what it looks at, `it` in the condition; plan if left out", "逐个对象，条件中以 it 表示，默认整个计划")),
      Field("require", \.require, .requirement, .required, Doc("what must hold", "须成立的条件")),
      Field(
        "message", \.message, .text, .required,
        Doc("what is said where it does not; `{it.title}` is filled in", "不成立时的说明，可用 {it.title}")),
      Field("severity", \.severity, .choice(Limit.Strength.self), Doc("warning if left out", "级别，默认警告")),
      Field("good", \.good, .text, .required, Doc("YAML of a plan that passes", "可通过的示例 YAML")),
      Field("bad", \.bad, .text, .required, Doc("YAML of a plan that fails", "不能通过的示例 YAML")),
    ])
}

/// Whether findings of a rule may be hidden, from the mildest to the strictest.
package enum SuppressionRule: String, Choice {
  case allowed
  case withReason = "with_reason"
  case forbidden
}
