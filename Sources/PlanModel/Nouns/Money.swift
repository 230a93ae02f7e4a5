package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A source of the plan's money.
package struct Funding: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var kind: Located<Kind>?
  package var confirmed: Located<Bool>?
  package var period: Located<Period>?

  package init() {}

  package enum Kind: String, Choice { case own, tax, grant, sponsor, partner, tickets, treasury, other }

  package static let nounName = "funding"

  package static let table = NounTable<Funding>(
    Doc("a source of the plan's money", "一项资金来源"),
    example: """
      budget:
        total: 300万元
        lines: {fair: {amount: 300万元, owner: cmo, for: 春茶节}}
        funding:
          own: 180万元
          tea-board:
            title: {en: Grant of the tea board, zh-Hans: 茶业协会补助}
            amount: 120万元
            kind: grant
            confirmed: true
            period: 2025-03
      """,
    [
      Field("amount", \.amount, .money, .required, Doc("how much", "金额"), principal: true),
      Field("kind", \.kind, .choice(Kind.self), Doc("own if left out", "种类，默认自有")),
      Field("confirmed", \.confirmed, .flag, Doc("whether it is certain; true if left out", "是否已落实，默认是")),
      Field("period", \.period, .period, Doc("when it comes in", "到账时间")),
    ])
}

/// A standing right to shift money without an adjustment.
package struct Reallocation: Noun {
  package var common = Common()
  package var cadence: Located<Cadence>?
  package var countsAs: Located<Adjustment.Kind>?
  package var within: [Located<String>]?
  package var atMost: Located<Quantity>?
  package var automatic: Located<Bool>?

  package init() {}

  package static let nounName = "reallocation"

  package static let table = NounTable<Reallocation>(
    Doc("a standing right to shift money", "无需调整即可调剂的常设权限"), common: [.note],
    example: """
      budget:
        total: 300万元
        lines:
          search: {amount: 180万元, owner: cmo, for: 搜索广告}
          social: {amount: 120万元, owner: cmo, for: 社交投放}
        reallocation: {cadence: quarterly, counts_as: reallocation, within: [search, social], at_most: 5%}
      """,
    [
      Field("cadence", \.cadence, .choice(Cadence.self), .required, Doc("how often", "频率")),
      Field(
        "counts_as", \.countsAs, .choice(Adjustment.Kind.self), Doc("adjustment if left out", "计为何种变动，默认 adjustment")),
      Field("within", \.within, .list(.reference(.line)), Doc("lines or reserves it may move between", "可调剂的科目或预留")),
      Field("at_most", \.atMost, .share, Doc("how much each time", "每次上限"), base: "within"),
      Field("automatic", \.automatic, .flag, Doc("whether a machine decides", "是否自动决定")),
    ])
}

/// A stated saving on a line.
package struct Saving: Noun {
  package var common = Common()
  package var share: Located<Quantity>?
  package var line: Located<String>?
  package var applied: Located<Bool>?

  package init() {}

  package static let nounName = "saving"

  package static let table = NounTable<Saving>(
    Doc("a stated saving on a line", "某科目的节约"),
    example: """
      budget:
        total: 300万元
        lines:
          print: {amount: 60万元, owner: cmo, for: 印刷品}
          media: {amount: 240万元, owner: cmo, for: 全年投放}
        savings:
          digital-catalogue: {share: 25%, line: print, applied: true, note: 目录改为电子版}
      """,
    [
      Field("share", \.share, .share, .required, Doc("share of the line saved", "节约比例"), principal: true, base: "line"),
      Field("line", \.line, .reference(.line), .required, Doc("the line", "科目")),
      Field(
        "applied", \.applied, .flag, Doc("whether the line is net of it already; false if left out", "科目是否已扣除，默认否")),
    ])
}

/// A promise that costs money.
package struct Commitment: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var equals: Located<Expression>?
  package var rate: Located<Quantity>?
  package var base: Located<Expression>?
  package var paidBy: Payer?

  package init() {}

  package static let nounName = "commitment"

  package static let table = NounTable<Commitment>(
    Doc("a promise that costs money", "一项要花钱的承诺"), exclusive: [["amount", "rate"]],
    example: """
      budget:
        total: 300万元
        lines:
          media: {amount: 290万元, owner: cmo, for: 全年投放}
          giving: {amount: 10万元, owner: cmo}
      commitments:
        tea-farmers: {title: 茶农助学金, amount: 10万元, paid_by: giving}
      """,
    [
      Field("amount", \.amount, .amount, Doc("the money; unknown if left out", "金额，不写则未知"), principal: true),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
      Field("rate", \.rate, .quantity(.rate), Doc("a percentage of `of`", "of 的百分比"), base: "of"),
      Field("of", \.base, .expression, Doc("what the percentage is of", "百分比的基数")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目")),
    ])
}
