package import PlanQuantities
package import PlanText

/// A fact about the world, with its source; never a target of the plan.
package struct Evidence: Noun {
  package var common = Common()
  package var measure: Located<String>?
  package var value: Located<Literal>?
  package var shareOf: Text?
  package var change: Located<Literal>?
  package var path: PeriodTable<Located<Quantity>>?
  package var against: Located<Period>?
  package var parts: Table<PartShare>?
  package var partition: Located<Bool>?
  package var kind: Located<Kind>?
  package var place: Text?

  package init() {}

  package enum Kind: String, Choice { case market, survey, `case`, benchmark, forecast }

  package static let nounName = "evidence"

  package static let table = NounTable<Evidence>(
    Doc("a fact about the world, never a target", "市场事实，不是目标"),
    example: """
      evidence:
        tea-market:
          measure: 茶饮市场规模
          value: 约2800亿元
          place: 中国
          source: 行业协会年报
          as_of: 2024
        app-users-case:
          measure: app-repurchase
          value: 48%
          share_of: members who use the app
          kind: case
          place: Japan
          source: Published case of a tea chain
          as_of: 2023
      """,
    [
      Field(
        "measure", \.measure, .word,
        Doc("what is measured; facts of one measure are compared", "所测的量；同一量的事实相互核对")),
      Field("value", \.value, .literal, .unless(["parts", "path"]), Doc("the figure", "数值"), principal: true),
      Field(
        "share_of", \.shareOf, .text, Doc("base of a percentage, in words", "百分比的基数，用文字写"), base: "itself"),
      Field(
        "change", \.change, .change, Doc("against the year before, or `against`", "较上年或 against 所指时期的变化")),
      Field("path", \.path, .series(.quantity(.quantity)), Doc("the figure by period", "各期数值")),
      Field("against", \.against, .period, Doc("the period a change is against", "变化所对比的时期")),
      Field("parts", \.parts, .map(PartShare.self), Doc("a split into parts", "构成"), base: "whole"),
      Field("partition", \.partition, .flag, Doc("whether the parts make the whole", "各部分之和是否为整体")),
      Field(
        "kind", \.kind, .choice(Kind.self),
        Doc("market if left out; case is another company's result", "种类，默认市场；case 为他人案例")),
      Field("place", \.place, .text, Doc("where it holds", "地域")),
      Field("source", \.common.source, .text, .required, Doc("whose figure it is", "来源")),
      Field("as_of", \.common.asOf, .period, .required, Doc("when it was true", "数据时间")),
    ])
}

/// One part of a split, with its share of the whole.
package struct PartShare: Noun {
  package var common = Common()
  package var share: Located<Quantity>?
  package var traits: Text?
  package var value: Located<Quantity>?
  package var target: Located<Bool>?

  package init() {}

  package static let nounName = "part_share"

  package static let table = NounTable<PartShare>(
    Doc("one part of a split", "构成中的一部分"),
    example: """
      segments:
        age:
          partition: true
          parts:
            under-30: {share: 45%, traits: 常用手机下单, value: 320元}
            from-30: {share: 55%, traits: Buys gifts, target: false}
      """,
    [
      Field(
        "share", \.share, .percent, .required, Doc("its share of the whole", "占整体的比例"), principal: true, base: "whole"),
      Field("traits", \.traits, .text, Doc("what it is like", "特征")),
      Field(
        "value", \.value, .quantity(.amount), Doc("lifetime value of one of its customers (CLV)", "单个客户的生命周期价值（CLV）")),
      Field("target", \.target, .flag, Doc("whether the plan aims at it; true if left out", "是否为目标客群，默认是")),
    ])
}
