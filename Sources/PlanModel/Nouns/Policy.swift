package import PlanQuantities
package import PlanText

/// An organisation's limits, under which plans stand.
package struct Policy: Noun {
  package var common = Common()
  package var kind: Located<String>?
  package var schema: Located<String>?
  package var id: Located<String>?
  package var owner: Located<String>?
  package var extends: [Located<String>]?
  package var period: Located<Period>?
  package var required: RequiredContent?
  package var categories: Table<Category>?
  package var limits: Table<Limit>?
  package var adjustments: AdjustmentRules?
  package var approvals: [ApprovalRule]?
  package var finance: Finance?
  package var goals: GoalRules?
  package var risk: RiskRules?
  package var cadences: Table<CadenceRule>?
  package var people: PeopleRules?
  package var alerts: Table<Alert>?
  package var escalation: Table<Escalation>?
  package var benchmarks: Table<Benchmark>?
  package var serviceLevels: Table<ServiceLevel>?
  package var calendars: Table<WorkCalendar>?
  package var currencies: Table<Currency>?
  package var units: Table<[Located<String>]>?
  package var rateAge: Located<Quantity>?
  package var evidenceAge: Located<Quantity>?
  package var approximate: Located<Quantity>?
  package var utm: Table<Located<String>>?
  package var suppress: Table<Located<SuppressionRule>>?
  package var rules: Table<HouseRule>?

  package init() {}

  package static let nounName = "policy"

  package static let table = NounTable<Policy>(
    Doc("an organisation's limits, under which plans stand", "组织的限额，计划须遵循"), common: [.title, .note],
    example: """
      kind: policy
      schema: 1
      id: marketing-finance
      title: {en: Limits for marketing plans, zh-Hans: 营销计划限额}
      owner: finance-director
      period: 2025..2026
      categories: {media: Media, technology: {title: 技术, recurring: true}}
      limits:
        one-channel: {each: channel, at_most: 40%}
        technology-floor: {category: technology, at_least: 10%}
      adjustments: {per_year: 2, each_at_most: 10%, cooling_off: 4w}
      finance: {definitions: {roi: net, payback_from: first_spend, timing: period_end}}
      """,
    [
      Field("kind", \.kind, .word, Doc("what the document is: policy", "文档种类：policy")),
      Field("schema", \.schema, .word, Doc("version of the language: 1", "语言版本：1")),
      Field("id", \.id, .word, .required, Doc("stable name of the policy", "政策的固定名称")),
      Field("title", \.common.title, .text, .required, Doc("its name", "标题")),
      Field("owner", \.owner, .word, .required, Doc("who answers for it", "负责人")),
      Field("extends", \.extends, .list(.file), Doc("policies it tightens", "所收紧的政策")),
      Field("period", \.period, .period, Doc("when it is in force", "有效期间")),
      Field("required", \.required, .noun(RequiredContent.self), Doc("what a plan must have", "计划必备内容")),
      Field("categories", \.categories, .map(Category.self), Doc("categories of lines", "科目类别")),
      Field("limits", \.limits, .map(Limit.self), Doc("caps, floors, concentration, reserves", "限额")),
      Field("adjustments", \.adjustments, .noun(AdjustmentRules.self), Doc("how a budget may be adjusted", "预算调整规则")),
      Field("approvals", \.approvals, .nouns(ApprovalRule.self), Doc("who may approve how much", "审批权限")),
      Field("finance", \.finance, .noun(Finance.self), Doc("definitions and hurdles", "财务口径与门槛")),
      Field("goals", \.goals, .noun(GoalRules.self), Doc("SMART strictness", "目标要求")),
      Field("risk", \.risk, .noun(RiskRules.self), Doc("scales and cover", "风险规则")),
      Field("cadences", \.cadences, .map(CadenceRule.self), Doc("how often things must recur", "例行频率")),
      Field("people", \.people, .noun(PeopleRules.self), Doc("scorecards of people", "人员考核")),
      Field("alerts", \.alerts, .map(Alert.self), Doc("alerts in every plan", "预警")),
      Field("escalation", \.escalation, .map(Escalation.self), Doc("grade to people", "升级对象")),
      Field("benchmarks", \.benchmarks, .map(Benchmark.self), Doc("what is usual", "基准")),
      Field("service_levels", \.serviceLevels, .map(ServiceLevel.self), Doc("service levels", "服务水平")),
      Field("calendars", \.calendars, .map(WorkCalendar.self), Doc("working calendars", "工作日历")),
      Field("currencies", \.currencies, .map(Currency.self), Doc("other currencies and their dated rates", "其他币种及汇率")),
      Field(
        "units", \.units, .words(.list(.word)), Doc("one unit and its other names", "单位及其别名"), tightening: .superset),
      Field("rate_age", \.rateAge, .duration, Doc("oldest exchange rate", "汇率最长时限"), tightening: .lower),
      Field("evidence_age", \.evidenceAge, .duration, Doc("oldest fact", "事实最长时限"), tightening: .lower),
      Field(
        "approximate", \.approximate, .percent, Doc("how far ≈ and 约 reach; 5% if left out", "约数的允许幅度"), base: "figure",
        tightening: .lower),
      Field("utm", \.utm, .words(.word), Doc("patterns of campaign names", "活动命名规则")),
      Field(
        "suppress", \.suppress, .words(.choice(SuppressionRule.self)), Doc("which findings may be hidden", "可否隐藏发现"),
        tightening: .higher),
      Field("rules", \.rules, .map(HouseRule.self), Doc("the house's own rules", "自定规则")),
    ])
}

/// A category of budget lines.
package struct Category: Noun {
  package var common = Common()
  package var recurring: Located<Bool>?

  package init() {}

  package static let nounName = "category"

  package static let table = NounTable<Category>(
    Doc("a category of budget lines", "科目类别"),
    example: """
      categories:
        media: {en: Media, zh-Hans: 媒体投放}
        technology: {title: 技术, recurring: true}
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("its name", "名称"), principal: true),
      Field("recurring", \.recurring, .flag, Doc("whether it goes on after the investment", "投入之后是否持续")),
    ])
}

/// Definitions and hurdles of finance.
package struct Finance: Noun {
  package var common = Common()
  package var discountRate: Located<Quantity>?
  package var paybackAtMost: Located<Quantity>?
  package var roiAtLeast: Located<Quantity>?
  package var definitions: Definitions?
  package var operatingAtLeast: Located<Quantity>?

  package init() {}

  package static let nounName = "finance"

  package static let table = NounTable<Finance>(
    Doc("definitions and hurdles", "财务口径与门槛"), common: [.note],
    example: """
      finance:
        discount_rate: 6%-10%
        payback_at_most: 2.2y
        roi_at_least: 3:1
        operating_at_least: 50%
        definitions: {roi: net, payback_from: start, timing: period_end}
      """,
    [
      Field(
        "discount_rate", \.discountRate, .percent, Doc("range allowed", "折现率范围"), base: "a year",
        tightening: .narrower),
      Field(
        "payback_at_most", \.paybackAtMost, .duration, Doc("longest payback", "最长回收期"), tightening: .lower),
      Field("roi_at_least", \.roiAtLeast, .ratio, Doc("lowest return", "最低回报"), tightening: .higher),
      Field("definitions", \.definitions, .noun(Definitions.self), Doc("what ROI, payback and NPV mean", "指标口径")),
      Field(
        "operating_at_least", \.operatingAtLeast, .share,
        Doc("share of first-year people cost that must go on", "运营成本下限"),
        base: "first-year people cost", tightening: .higher),
    ])
}

/// Another currency: what one unit of it is worth, from when and by whom.
package struct Currency: Noun {
  package var common = Common()
  package var rate: Located<Quantity>?
  package var symbols: [Located<String>]?

  package init() {}

  package static let nounName = "currency"

  package static let table = NounTable<Currency>(
    Doc("another currency and its dated rate", "其他币种及其汇率"),
    example: """
      currencies:
        USD: {rate: 7.18元, symbols: [美金], as_of: 2025-01-02, source: {en: Central parity rate, zh-Hans: 人民币汇率中间价}}
      """,
    [
      Field("rate", \.rate, .money, .required, Doc("what one unit of it is worth", "一单位折合"), principal: true),
      Field("symbols", \.symbols, .list(.word), Doc("signs and words read as it", "符号与别名")),
      Field("as_of", \.common.asOf, .period, .required, Doc("the day of the rate", "汇率日期")),
      Field("source", \.common.source, .text, .required, Doc("whose rate it is", "汇率来源")),
    ])
}
