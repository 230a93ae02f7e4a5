package import PlanExpressions
package import PlanQuantities
package import PlanText

/// All the plan's money, in one place.
package struct Budget: Noun {
  package var common = Common()
  package var total: Located<Quantity>?
  package var tax: Located<Tax>?
  package var equals: Located<Expression>?
  package var lines: Table<Line>?
  package var reserves: Table<Reserve>?
  package var operating: Operating?
  package var phasing: Table<Located<Quantity>>?
  package var months: PeriodTable<Located<Quantity>>?
  package var released: PeriodTable<Located<Quantity>>?
  package var funding: Table<Funding>?
  package var allocation: Allocation?
  package var reallocation: Reallocation?
  package var savings: Table<Saving>?

  package init() {}

  package enum Tax: String, Choice { case net, gross }

  package static let nounName = "budget"

  package static let table = NounTable<Budget>(
    Doc("all the plan's money, in one place", "计划的全部资金"), common: [.title, .note, .source, .asOf],
    example: """
      budget:
        total: 500万元
        lines:
          media: {amount: 280万元, share: 56%, owner: cmo, for: 搜索与信息流}
          content: {amount: 145万元, owner: cmo, for: films and articles}
        reserves: {unforeseen: 15%}
        funding: {own: 400万元, brand-fund: {amount: 100万元, kind: partner}}
      """,
    [
      Field("total", \.total, .money, .required, Doc("everything, reserves included", "总额，含预留"), frozen: true),
      Field(
        "tax", \.tax, .choice(Tax.self), Doc("whether amounts hold value-added tax; net if left out", "金额是否含税，默认不含")),
      Field("equals", \.equals, .expression, Doc("derivation of the total", "总额的推导式")),
      Field("lines", \.lines, .map(Line.self), .required, Doc("the tree of lines", "预算科目"), frozen: true),
      Field("reserves", \.reserves, .map(Reserve.self), Doc("money held back", "预留"), frozen: true),
      Field(
        "operating", \.operating, .noun(Operating.self), Doc("yearly cost after the investment", "投入之后的年度运营成本"),
        frozen: true),
      Field(
        "phasing", \.phasing, .keyed(by: .phase, .share), Doc("shares of the total by phase", "各阶段占总额的比例"),
        frozen: true,
        base: "budget.total"),
      Field(
        "months", \.months, .series(.share), Doc("shares of the total by month", "各月占总额的比例"), frozen: true,
        base: "budget.total"),
      Field(
        "released", \.released, .series(.money), Doc("cumulative money at hand from a date", "自某日起累计可用的资金")),
      Field("funding", \.funding, .map(Funding.self), Doc("where the money comes from", "资金来源")),
      Field(
        "allocation", \.allocation, .noun(Allocation.self),
        Doc("the method that splits money over channels", "渠道间的分配方法")),
      Field(
        "reallocation", \.reallocation, .noun(Reallocation.self),
        Doc("standing right to shift without an adjustment", "无需调整即可调剂的权限")),
      Field("savings", \.savings, .map(Saving.self), Doc("stated savings", "所称的节约")),
    ])
}

/// One line of the budget; its children make its amount.
package struct Line: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var equals: Located<Expression>?
  package var share: Located<Quantity>?
  package var base: Located<Expression>?
  package var lines: Table<Line>?
  package var category: Located<String>?
  package var owner: Located<String>?
  package var period: Located<Period>?
  package var phasing: Table<Located<Quantity>>?
  package var now: Located<Quantity>?
  package var purpose: Text?

  package init() {}

  package static let nounName = "line"

  package static let table = NounTable<Line>(
    Doc("one line of the budget", "预算科目"),
    example: """
      budget:
        total: 500万元
        lines:
          media:
            amount: 350万元
            share: 70%
            owner: cmo
            lines:
              search: {amount: 200万元, for: 搜索广告}
              social: {amount: 150万元, period: 2025H2, for: 社交平台投放}
          people: {amount: 150万元, equals: 6人 * 25万元/人, owner: cmo, for: 内容团队}
      """,
    [
      Field(
        "amount", \.amount, .amount, .unless(["equals", "lines"]), Doc("the money", "金额"), principal: true, frozen: true
      ),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
      Field("share", \.share, .share, Doc("stated share", "所写的占比"), base: "parent"),
      Field("of", \.base, .expression, Doc("another base of `share`", "占比的另一基数")),
      Field("lines", \.lines, .map(Line.self), Doc("children; they make the amount", "下级科目，合计为本科目金额")),
      Field("category", \.category, .word, Doc("one of policy's categories; children inherit", "政策所定类别，下级沿用")),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it; children inherit", "负责人，下级沿用")),
      Field("period", \.period, .period, Doc("when it is spent; the plan's if left out", "支出期间")),
      Field(
        "phasing", \.phasing, .keyed(by: .phase, .share), Doc("shares by phase; the budget's if left out", "各阶段比例"),
        base: "amount"),
      Field("now", \.now, .amount, Doc("stated amount after the ledger", "调整后的金额")),
      Field("for", \.purpose, .text, Doc("what it buys or is held for", "用途")),
    ])
}

/// Money held back inside the total.
package struct Reserve: Noun {
  package var common = Common()
  package var share: Located<Quantity>?
  package var base: Located<Expression>?
  package var amount: Located<Quantity>?
  package var purpose: Located<Purpose>?
  package var owner: Located<String>?

  package init() {}

  package enum Purpose: String, Choice { case any, technology, compliance, market, people }

  package static let nounName = "reserve"

  package static let table = NounTable<Reserve>(
    Doc("money held back inside the total", "总额内的预留"),
    example: """
      budget:
        total: 500万元
        lines: {media: {amount: 425万元, owner: cmo, for: 全年投放}}
        reserves:
          unforeseen: {share: 10%, of: budget.total, owner: cmo}
          compliance: {amount: 25万元, for: compliance}
      """,
    [
      Field(
        "share", \.share, .share, .unless(["amount"]), Doc("its share of the base", "占基数的比例"), principal: true,
        frozen: true, base: "open"),
      Field("of", \.base, .expression, Doc("the base; the total if left out", "基数，默认为总额")),
      Field("amount", \.amount, .money, Doc("the money, instead of a share", "金额，代替比例"), frozen: true),
      Field("for", \.purpose, .choice(Purpose.self), Doc("what it may be used for; any if left out", "用途，默认不限")),
      Field("owner", \.owner, .reference(.role), Doc("who releases it", "负责人")),
    ])
}

/// Yearly cost after the investment.
package struct Operating: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var equals: Located<Expression>?
  package var lines: Table<Line>?
  package var from: Located<CivilDate>?

  package init() {}

  package static let nounName = "operating"

  package static let table = NounTable<Operating>(
    Doc("yearly cost after the investment", "投入之后的年度运营成本"),
    example: """
      budget:
        total: 500万元
        lines: {platform: {amount: 500万元, owner: cmo, for: 会员平台}}
        operating:
          amount: 90万元/年
          equals: budget.platform * 18% / 1y
          from: 2026-01-01
      """,
    [
      Field(
        "amount", \.amount, .amount, .unless(["equals", "lines"]), Doc("money a year", "每年金额"), principal: true,
        frozen: true),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
      Field("lines", \.lines, .map(Line.self), Doc("its lines", "科目")),
      Field("from", \.from, .date, Doc("its first day; the end of the last phase if left out", "起始日，默认最后阶段结束")),
    ])
}

/// How money is split over channels.
package struct Allocation: Noun {
  package var common = Common()
  package var methods: Table<Located<Quantity>>?
  package var over: [Located<String>]?
  package var tolerance: Located<Quantity>?

  package init() {}

  package static let nounName = "allocation"

  package static let table = NounTable<Allocation>(
    Doc("how money is split over channels", "渠道间的分配方法"),
    example: """
      journey: {know: Knows the brand, buy: 购买}
      channels:
        search: {side: online, role: 承接需求, stages: buy, paid_by: media, amount: 300万元, owner: cmo}
        social: {side: online, role: Makes the brand known, stages: know, paid_by: media, amount: 200万元, owner: cmo}
      budget:
        total: 500万元
        lines: {media: {amount: 500万元, owner: cmo}}
        allocation: {methods: {even: 100%}, over: [search, social], tolerance: 12%}
      """,
    [
      Field(
        "methods", \.methods, .words(.share), .required,
        Doc("weights of even, by_return, by_value, by_curve", "各方法的权重"), base: "100%"),
      Field("over", \.over, .list(.reference(.channel)), Doc("channels it splits over; all if left out", "参与分配的渠道")),
      Field(
        "tolerance", \.tolerance, .quantity(.quantity), Doc("how far amounts may depart; 5pp of the total", "允许偏离的幅度")),
    ])
}
