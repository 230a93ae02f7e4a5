package import PlanQuantities
package import PlanText

/// Several plans under one total.
package struct Portfolio: Noun {
  package var common = Common()
  package var kind: Located<String>?
  package var schema: Located<String>?
  package var id: Located<String>?
  package var period: Located<Period>?
  package var currency: Located<String>?
  package var owner: Located<String>?
  package var policy: [Located<String>]?
  package var plans: Table<Located<String>>?
  package var total: Located<Quantity>?
  package var limits: Table<Limit>?
  package var shared: [Located<String>]?

  package init() {}

  package static let nounName = "portfolio"

  package static let table = NounTable<Portfolio>(
    Doc("several plans under one total", "计划组合"), common: [.note],
    example: """
      kind: portfolio
      schema: 1
      id: marketing-2025
      title: {en: All marketing of 2025, zh-Hans: 2025年全部营销计划}
      period: 2025
      currency: CNY
      owner: cmo
      plans: {tea: tea/plan.yaml, coffee: coffee/plan.yaml}
      total: 2000万元
      limits: {one-plan: {each: plan, at_most: 60%}}
      shared: [cmo]
      """,
    [
      Field("kind", \.kind, .word, Doc("what the document is: portfolio", "文档种类：portfolio")),
      Field("schema", \.schema, .word, Doc("version of the language: 1", "语言版本：1")),
      Field("id", \.id, .word, .required, Doc("stable name of the portfolio", "组合的固定名称")),
      Field("title", \.common.title, .text, .required, Doc("its name", "标题")),
      Field("period", \.period, .period, .required, Doc("when it runs", "期间")),
      Field("currency", \.currency, .word, .required, Doc("ISO code its sums are in", "汇总币种")),
      Field("owner", \.owner, .word, .required, Doc("who answers for it", "负责人")),
      Field("policy", \.policy, .list(.file), Doc("policies it stands under, which hold the rates", "所遵循的政策，含汇率")),
      Field("plans", \.plans, .words(.file), .required, Doc("plans by id, each its file", "各计划的文件")),
      Field("total", \.total, .money, .required, Doc("money for all of them", "总额")),
      Field("limits", \.limits, .map(Limit.self), Doc("caps and floors across plans", "跨计划限额")),
      Field("shared", \.shared, .list(.word), Doc("roles that are one person in all plans", "各计划共用的角色")),
    ])
}
