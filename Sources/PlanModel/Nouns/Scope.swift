package import PlanQuantities
package import PlanText

/// What the plan is about, and what it leaves out.
package struct PlanScope: Noun {
  package var common = Common()
  package var inside: [Text]?
  package var outside: [Text]?
  package var places: [Text]?
  package var industries: [Text]?
  package var channelsOut: [Located<String>]?
  package var data: Located<Period>?

  package init() {}

  package static let nounName = "scope"

  package static let table = NounTable<PlanScope>(
    Doc("what the plan is about, and what it leaves out", "计划包含与不包含的内容"), common: [.note],
    example: """
      scope:
        in: [会员复购, Social commerce]
        out: [Wholesale]
        places: [上海, 杭州]
        industries: [tea shops]
        data: 2022..2024
      """,
    [
      Field("in", \.inside, .list(.text), Doc("what it is about", "包含")),
      Field("out", \.outside, .list(.text), Doc("what it leaves out", "不包含")),
      Field("places", \.places, .list(.text), Doc("where", "地域")),
      Field("industries", \.industries, .list(.text), Doc("for which trades", "行业")),
      Field(
        "channels_out", \.channelsOut, .list(.reference(.channel)), Doc("channels named but not funded", "提及但不投入的渠道")),
      Field("data", \.data, .period, Doc("years the evidence covers", "数据年份")),
    ])
}
