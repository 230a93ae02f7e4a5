package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A named quantity the plan rests on; usable in expressions by its id.
package struct Assumption: Noun {
  package var common = Common()
  package var value: Located<Literal>?
  package var equals: Located<Expression>?
  package var low: Located<Quantity>?
  package var high: Located<Quantity>?
  package var shape: Located<Distribution>?
  package var base: Located<Expression>?
  package var shareOf: Text?
  package var direction: Located<Direction>?
  package var confidence: Located<Confidence>?

  package init() {}

  package static let nounName = "assumption"

  package static let table = NounTable<Assumption>(
    Doc("a named quantity the plan rests on", "计划所依据的有名字的量"),
    example: """
      assumptions:
        annual-sales:
          value: 1.6亿元
          low: 1.4亿元
          high: 1.7亿元
          shape: triangular
          direction: up
          source: {en: Management accounts, zh-Hans: 管理报表}
          as_of: 2024
          confidence: high
        online-sales: {equals: annual-sales * 35%, source: 电商后台, as_of: 2024}
      """,
    [
      Field("value", \.value, .literal, .unless(["equals"]), Doc("the quantity", "数值"), principal: true, base: "open"),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
      Field("low", \.low, .quantity(.quantity), Doc("lower end of the tested range", "检验区间的下限")),
      Field("high", \.high, .quantity(.quantity), Doc("upper end of the tested range", "检验区间的上限")),
      Field(
        "shape", \.shape, .choice(Distribution.self),
        Doc("distribution between low and high; pert if left out", "区间内的分布，默认 pert")),
      Field("of", \.base, .expression, Doc("base of a percentage of money", "金额百分比的基数")),
      Field("share_of", \.shareOf, .text, Doc("base in words, for a percentage of no money", "非金额百分比的基数，用文字写")),
      Field("direction", \.direction, .choice(Direction.self), Doc("which way is good", "哪个方向为好")),
      Field("confidence", \.confidence, .choice(Confidence.self), Doc("how sure it is", "把握程度")),
    ])
}

/// The distribution of a value between its low and high.
package enum Distribution: String, Choice { case pert, triangular, uniform, normal, lognormal }

/// Which way of a figure is good.
package enum Direction: String, Choice { case up, down, hold }

/// How sure an assumption is.
package enum Confidence: String, Choice { case low, medium, high }
