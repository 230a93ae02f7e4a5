package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A measure the plan is judged by.
package struct KPI: Noun {
  package var common = Common()
  package var unit: Located<String>?
  package var formula: Located<Expression>?
  package var shareOf: Text?
  package var direction: Located<Direction>?
  package var baseline: Located<Baseline>?
  package var cumulative: Located<Bool>?
  package var path: PeriodTable<Located<Quantity>>?
  package var limit: Located<Quantity>?
  package var cadence: Located<Cadence>?
  package var owner: Located<String>?
  package var dimension: Located<Perspective>?
  package var nature: Located<Nature>?
  package var kind: Located<Kind>?

  package init() {}

  package enum Perspective: String, Choice { case economic, brand, social }
  package enum Nature: String, Choice { case financial, customer, process, people }
  package enum Kind: String, Choice { case outcome, activity }

  package static let nounName = "kpi"

  package static let table = NounTable<KPI>(
    Doc("a measure the plan is judged by", "衡量计划的指标"),
    example: """
      kpis:
        new-customers:
          title: {en: New customers, zh-Hans: 新客数}
          unit: customers
          direction: up
          baseline: 40000 customers
          path: {2025Q2: 45000 customers, 2025Q4: 50000 customers}
          cadence: monthly
          source: CRM
          owner: cmo
          dimension: economic
          nature: customer
        cac:
          title: Cost of a new customer
          unit: CNY/customer
          formula: spend / new-customers
          direction: down
          baseline: 420元/customer
          limit: 480元/customer
          cadence: monthly
          source: finance
          owner: cmo
          nature: financial
      """,
    [
      Field(
        "unit", \.unit, .word, .required, Doc("unit of its figures: CNY/customer, %, points, x, h, users", "数值的单位")),
      Field(
        "formula", \.formula, .expression, Doc("how it is computed; measured if left out", "计算公式；不写则为实测"), frozen: true),
      Field(
        "share_of", \.shareOf, .text, Doc("base in words, for a percentage without formula", "无公式的百分比的基数"),
        base: "itself"),
      Field("direction", \.direction, .choice(Direction.self), .required, Doc("which way is good", "哪个方向为好")),
      Field("baseline", \.baseline, .baseline, Doc("where it stands; `none` if there is nothing yet", "基线；尚无则写 none")),
      Field("cumulative", \.cumulative, .flag, Doc("whether it counts on from the plan's first day", "是否自计划首日起累计")),
      Field("path", \.path, .series(.quantity(.quantity)), Doc("targets on the way, by period", "各期目标")),
      Field("limit", \.limit, .quantity(.quantity), Doc("the appetite: never past this", "容忍上限")),
      Field("cadence", \.cadence, .choice(Cadence.self), Doc("how often it is measured", "测量频率")),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
      Field("dimension", \.dimension, .choice(Perspective.self), Doc("economic, brand or social", "经济、品牌或社会")),
      Field("nature", \.nature, .choice(Nature.self), Doc("financial, customer, process or people", "财务、客户、流程或人员")),
      Field("kind", \.kind, .choice(Kind.self), Doc("outcome (default) or activity", "结果（默认）或活动")),
    ])
}
