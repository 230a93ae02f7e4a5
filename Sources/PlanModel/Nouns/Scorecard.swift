package import PlanQuantities
package import PlanText

/// Weighted criteria, and what options score on them.
package struct Scorecard: Noun {
  package var common = Common()
  package var purpose: Located<Purpose>?
  package var criteria: Table<Criterion>?
  package var scores: Table<Table<Located<Quantity>>>?
  package var chosen: Located<String>?
  package var paid: [Located<String>]?

  package init() {}

  package enum Purpose: String, Choice { case evaluation, selection, people }

  package static let nounName = "scorecard"

  package static let table = NounTable<Scorecard>(
    Doc("weighted criteria", "加权评分卡"),
    example: """
      scorecards:
        app-vendor:
          title: {en: Choice of the app's maker, zh-Hans: 应用供应商选型}
          purpose: selection
          criteria: {maturity: 40%, price: 35%, service: 25%}
          scores:
            north-soft: {maturity: 8.5/10, price: 7/10, service: 8/10}
            yunqi: {maturity: 7/10, price: 9/10, service: 7/10}
          chosen: north-soft
      """,
    [
      Field("purpose", \.purpose, .choice(Purpose.self), Doc("evaluation if left out", "用途，默认评价")),
      Field(
        "criteria", \.criteria, .map(Criterion.self), .required,
        Doc("criteria; their weights make 100%", "评分项，权重合计 100%"),
        base: "100%"),
      Field("scores", \.scores, .words(.words(.quantity(.quantity))), Doc("option to criterion to score", "各方案各项得分")),
      Field("chosen", \.chosen, .word, Doc("the option taken", "所选方案")),
      Field("for", \.paid, .list(.reference(.roleOrUnit)), Doc("whose pay follows it", "据此考核的角色或部门")),
    ])
}

/// One criterion of a scorecard.
package struct Criterion: Noun {
  package var common = Common()
  package var weight: Located<Quantity>?
  package var kpi: Located<String>?

  package init() {}

  package static let nounName = "criterion"

  package static let table = NounTable<Criterion>(
    Doc("one criterion of a scorecard", "评分卡的一项"),
    example: """
      kpis:
        nps: {title: 净推荐值, unit: points, direction: up, baseline: 32 points, cadence: quarterly, source: survey, owner: cmo}
      scorecards:
        programme:
          criteria:
            satisfaction: {weight: 60%, kpi: nps}
            delivery: {weight: 40%, note: 按里程碑完成情况评分}
      """,
    [
      Field(
        "weight", \.weight, .share, .required, Doc("its weight", "权重"), principal: true, frozen: true, base: "scorecard"
      ),
      Field("kpi", \.kpi, .reference(.kpi), Doc("the KPI that measures it", "对应的指标")),
    ])
}
