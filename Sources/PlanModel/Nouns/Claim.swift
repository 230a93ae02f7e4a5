package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A figure said again, or said of others, with the expression it must equal.
package struct Claim: Noun {
  package var common = Common()
  package var says: Located<Literal>?
  package var equals: Located<Expression>?
  package var shareOf: Text?
  package var holds: Located<Expression>?
  package var whereSaid: Text?

  package init() {}

  package static let nounName = "claim"

  package static let table = NounTable<Claim>(
    Doc("a figure said again, with what it must equal", "再次写出的数字及其应等于的表达式"),
    example: """
      budget:
        total: 500万元
        lines:
          media: {amount: 300万元, owner: cmo, for: 全年投放}
          content: {amount: 200万元, owner: cmo, for: films and articles}
      claims:
        media-share: {says: 60%, equals: budget.media / budget.total, where: {en: summary, zh-Hans: 摘要}}
        media-leads: {holds: budget.media > budget.content, where: slide 4}
      """,
    [
      Field(
        "says", \.says, .literal, .unless(["holds"]), Doc("the stated figure", "所写的数字"), principal: true,
        base: "by equals"),
      Field("equals", \.equals, .expression, Doc("what it must equal", "应等于的表达式")),
      Field(
        "share_of", \.shareOf, .text, Doc("base in words, for a percentage without equals", "无推导式的百分比的基数"),
        base: "itself"),
      Field("holds", \.holds, .condition, Doc("a sentence that must be true", "须成立的条件")),
      Field("where", \.whereSaid, .text, Doc("where it is said", "出处")),
    ])
}
