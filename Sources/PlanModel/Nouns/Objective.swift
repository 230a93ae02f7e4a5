package import PlanQuantities
package import PlanText

/// What the plan is to reach: a KPI's level or change by a date, and who answers for it.
package struct Objective: Noun {
  package var common = Common()
  package var kpi: Located<String>?
  package var target: Located<Quantity>?
  package var change: Located<Literal>?
  package var due: Located<CivilDate>?
  package var owner: Located<String>?
  package var supports: [Located<String>]?
  package var through: [Located<String>]?
  package var scope: Located<String>?
  package var stretch: Text?

  package init() {}

  package static let nounName = "objective"

  package static let table = NounTable<Objective>(
    Doc("what the plan is to reach, by when, and who answers for it", "计划要达到的目标、期限与负责人"),
    example: """
      kpis:
        repurchase: {unit: "%", share_of: 活跃会员, direction: up, baseline: 35%, cadence: monthly, source: CRM, owner: cmo}
      objectives:
        repurchase:
          title: {en: Raise repurchase by 20% to 42% by 30 September 2025, zh-Hans: 2025年9月30日前复购率提升20%至42%}
          kpi: repurchase
          target: 42%
          change: +20%
          due: 2025-09-30
          owner: cmo
      """,
    [
      Field(
        "title", \.common.title, .text, .required,
        Doc("the statement; its figures must match the fields", "目标表述，数字须与字段一致")),
      Field("kpi", \.kpi, .reference(.kpi), Doc("the KPI it moves", "对应的指标")),
      Field(
        "target", \.target, .quantity(.quantity), Doc("the level to reach", "目标值"), principal: false, frozen: true,
        base: "kpi"),
      Field(
        "change", \.change, .change, Doc("the change against the KPI's baseline", "相对基线的变化"), frozen: true,
        base: "baseline"),
      Field("due", \.due, .date, Doc("the day by which it holds", "期限"), frozen: true),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
      Field("supports", \.supports, .list(.reference(.served)), Doc("pillars or objectives it serves", "所支持的战略支柱或目标")),
      Field(
        "through", \.through, .list(.reference(.means)),
        Doc("channels, modules, milestones or events behind it", "实现途径")),
      Field("scope", \.scope, .reference(.audience), Doc("the part of the KPI it speaks of", "所指的指标范围")),
      Field("stretch", \.stretch, .text, Doc("reason to ask for more than policy's stretch", "超出政策幅度的理由")),
    ])
}
