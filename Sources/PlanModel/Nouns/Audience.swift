package import PlanText

/// One way of dividing the audience; its parts are the segments.
package struct SegmentDimension: Noun {
  package var common = Common()
  package var partition: Located<Bool>?
  package var parts: Table<PartShare>?

  package init() {}

  package static let nounName = "dimension"

  package static let table = NounTable<SegmentDimension>(
    Doc("one way of dividing the audience", "客群的一种划分"),
    example: """
      segments:
        city:
          title: {en: By city, zh-Hans: 按城市}
          partition: false
          parts: {shanghai: 38%, hangzhou: 21%}
          source: CRM
          as_of: 2024
      """,
    [
      Field("partition", \.partition, .flag, .required, Doc("whether the parts make the whole", "各部分之和是否为整体")),
      Field(
        "parts", \.parts, .map(PartShare.self), .required,
        Doc("the segments; ids are unique over all dimensions", "各客群，id 在所有划分中唯一"),
        base: "whole"),
    ])
}

/// A stage of the customer journey.
package struct Stage: Noun {
  package var common = Common()

  package init() {}

  package static let nounName = "stage"

  package static let table = NounTable<Stage>(
    Doc("a stage of the customer journey", "客户旅程的一个阶段"),
    example: """
      journey:
        know: {en: Knows the brand, zh-Hans: 知晓}
        try: {title: 首次购买, note: 含门店试饮}
        return: {en: Comes back, zh-Hans: 复购}
      """,
    [Field("title", \.common.title, .text, .required, Doc("its name", "名称"), principal: true)])
}

/// Something that objectives serve.
package struct Pillar: Noun {
  package var common = Common()

  package init() {}

  package static let nounName = "pillar"

  package static let table = NounTable<Pillar>(
    Doc("something that objectives serve", "目标所服务的战略支柱"),
    example: """
      pillars:
        loyalty: {en: Customers who come back, zh-Hans: 老客复购}
      kpis:
        repurchase: {unit: "%", share_of: 活跃会员, direction: up, baseline: 35%, cadence: monthly, source: CRM, owner: cmo}
      objectives:
        repurchase:
          title: Repurchase of 42% by December 2025
          kpi: repurchase
          target: 42%
          due: 2025-12-31
          owner: cmo
          supports: loyalty
      """,
    [Field("title", \.common.title, .text, .required, Doc("its name", "名称"), principal: true)])
}
