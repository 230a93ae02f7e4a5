package import PlanExpressions
package import PlanQuantities
package import PlanText

/// Where the plan meets its customers.
package struct Channel: Noun {
  package var common = Common()
  package var side: Located<Side>?
  package var parent: Located<String>?
  package var role: Text?
  package var stages: [Located<String>]?
  package var segments: [Located<String>]?
  package var owner: Located<String>?
  package var tier: Located<Tier>?
  package var kind: Located<String>?
  package var paidBy: Payer?
  package var amount: Located<Quantity>?
  package var share: Located<Quantity>?
  package var roi: Located<Quantity>?
  package var response: Response?
  package var costs: Table<Cost>?
  package var links: Table<LinkRule>?
  package var capacity: Located<Int>?
  package var reason: Text?
  package var locked: Located<Bool>?

  package init() {}

  package enum Side: String, Choice { case online, offline, both }
  package enum Tier: String, Choice { case high, medium, low }

  package static let nounName = "channel"

  package static let table = NounTable<Channel>(
    Doc("where the plan meets its customers", "渠道"),
    example: """
      segments: {age: {partition: false, parts: {under-30: 45%}}}
      journey: {know: 知晓, buy: Buys}
      channels:
        search:
          title: {en: Search advertising, zh-Hans: 搜索广告}
          side: online
          role: {en: Meets those who look for us, zh-Hans: 承接主动需求}
          stages: [know, buy]
          segments: under-30
          kind: search
          tier: high
          owner: cmo
          paid_by: media
          amount: 180万元
          roi: 3.2:1
          source: {en: Accounts of 2024, zh-Hans: 2024年账户数据}
          as_of: 2024
      budget:
        total: 500万元
        lines: {media: {amount: 180万元, owner: cmo}, content: {amount: 320万元, owner: cmo, for: 内容}}
      """,
    [
      Field("side", \.side, .choice(Side.self), .required, Doc("online, offline or both", "线上、线下或两者")),
      Field("parent", \.parent, .reference(.channel), Doc("the channel it rolls up to", "上级渠道")),
      Field("role", \.role, .text, Doc("its function in the mix", "在组合中的作用")),
      Field("stages", \.stages, .list(.reference(.stage)), Doc("stages of the journey it serves", "所服务的旅程阶段")),
      Field("segments", \.segments, .list(.reference(.segment)), Doc("segments it reaches", "所触达的客群")),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
      Field("tier", \.tier, .choice(Tier.self), Doc("its value: high, medium or low", "价值等级：高、中、低")),
      Field("kind", \.kind, .word, Doc("class of benchmarks: social, search, store", "基准类别，如 social、search、store")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目")),
      Field("amount", \.amount, .money, Doc("its part of the line; all of it if left out", "所占金额，默认整个科目")),
      Field("share", \.share, .share, Doc("stated share of the total", "所写的占总额比例"), base: "budget.total"),
      Field("roi", \.roi, .ratio, Doc("expected return, as `definitions.roi` says", "预期回报，口径见 definitions.roi")),
      Field("response", \.response, .part(Response.self), Doc("what more spend brings", "投入响应曲线")),
      Field("costs", \.costs, .map(Cost.self), Doc("what makes up its amount", "成本构成")),
      Field(
        "links", \.links, .nouns(by: .channel, LinkRule.self), Doc("work done together with other channels", "与其他渠道的协同")
      ),
      Field("capacity", \.capacity, .integer, Doc("flights at one time", "同时可投放的数量")),
      Field(
        "reason", \.reason, .text,
        Doc("why it may pass a concentration limit or depart from the method", "可超集中度或偏离分配方法的理由")),
      Field("locked", \.locked, .flag, Doc("whether its amount is settled", "金额是否已锁定")),
    ])
}

/// What more spend in a channel brings.
package struct Response: Noun {
  package var common = Common()
  package var shape: Located<Curve>?
  package var most: Located<Quantity>?
  package var half: Located<Quantity>?
  package var slope: Located<Quantity>?
  package var carryOver: Located<Quantity>?

  package init() {}

  package enum Curve: String, Choice { case hill, linear }

  package static let nounName = "response"

  package static let table = NounTable<Response>(
    Doc("what more spend in a channel brings", "渠道的投入响应"), common: [.note, .source, .asOf],
    example: """
      journey: {buy: 购买}
      channels:
        social:
          side: online
          role: 种草与转化
          stages: buy
          owner: cmo
          paid_by: media
          response: {shape: hill, most: 90万元, half: 25万元, slope: 1.4, carry_over: 30%, source: 2024年投放数据}
      budget: {total: 240万元, lines: {media: {amount: 240万元, owner: cmo}}}
      """,
    [
      Field("shape", \.shape, .choice(Curve.self), Doc("hill if left out", "曲线形状，默认 hill")),
      Field("most", \.most, .money, .required, Doc("return a month at saturation", "饱和时每月回报")),
      Field("half", \.half, .money, .required, Doc("spend a month that gives half of it", "达到一半回报的月投入")),
      Field("slope", \.slope, .quantity(.quantity), Doc("steepness; 1 if left out", "陡度，默认 1")),
      Field("carry_over", \.carryOver, .share, Doc("effect kept into the next month", "延续到下月的效果"), base: "effect"),
    ])
}

/// One cost of a channel.
package struct Cost: Noun {
  package var common = Common()
  package var kind: Located<Class>?
  package var amount: Located<Quantity>?
  package var equals: Located<Expression>?
  package var rate: Located<Quantity>?
  package var base: Located<Expression>?
  package var volume: Located<Quantity>?
  package var growth: Located<Quantity>?
  package var paidBy: Payer?
  package var split: Table<Located<Quantity>>?

  package init() {}

  package enum Class: String, Choice { case direct, hidden, opportunity }

  package static let nounName = "cost"

  package static let table = NounTable<Cost>(
    Doc("one cost of a channel", "渠道的一项成本"),
    example: """
      journey: {buy: 购买}
      channels:
        marketplace:
          side: online
          role: Sells to new customers
          stages: buy
          owner: cmo
          paid_by: marketplace-fees
          costs:
            clicks: {class: direct, rate: 0.8元/click, volume: 200万 clicks}
            commission: {class: direct, rate: 5%, of: marketplace-sales}
            data-work: {class: hidden, amount: 40万元, note: 订单数据对接}
            forgone: {class: opportunity, amount: 30万元}
      assumptions: {marketplace-sales: {value: 2000万元, source: 平台后台, as_of: 2024}}
      budget: {total: 300万元, lines: {marketplace-fees: {amount: 300万元, owner: cmo}}}
      """,
    [
      Field("class", \.kind, .choice(Class.self), .required, Doc("direct, hidden or opportunity", "直接、隐性或机会成本")),
      Field("amount", \.amount, .amount, .unless(["rate", "equals"]), Doc("the money", "金额"), principal: true),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
      Field(
        "rate", \.rate, .quantity(.rate),
        Doc("a percentage of `of`, or money per unit of `volume`", "费率：of 的百分比，或每单位金额"), base: "of"),
      Field("of", \.base, .expression, Doc("what the percentage is of", "百分比的基数")),
      Field("volume", \.volume, .count, Doc("how many units", "数量")),
      Field("growth", \.growth, .percent, Doc("growth a year", "年增长"), base: "last year"),
      Field(
        "paid_by", \.paidBy, .payer, Doc("another line than the channel's, on top of its amount", "另有支付科目时填写，不计入渠道金额")),
      Field(
        "split", \.split, .keyed(by: .channel, .share), Doc("shares of a shared cost by channel", "共担成本的分摊"),
        base: "100%"),
    ])
}

/// Work that two channels do together.
package struct LinkRule: Noun {
  package var common = Common()
  package var kinds: [Located<Kind>]?
  package var rule: Text?

  package init() {}

  package enum Kind: String, Choice { case content, traffic, membership, service, data }

  package static let nounName = "link_rule"

  package static let table = NounTable<LinkRule>(
    Doc("work that two channels do together", "两个渠道的协同"),
    example: """
      journey: {know: 知晓, buy: 购买}
      channels:
        app:
          side: online
          role: 会员下单
          stages: buy
          owner: cmo
          paid_by: media
          amount: 100万元
          links:
            store: {kinds: [membership, service], rule: {en: Returns go through the store, zh-Hans: 退货由门店受理}}
          costs: {accounts: {class: hidden, amount: 20万元}, media: {class: direct, amount: 80万元}}
        store: {side: offline, role: Tasting and pick-up, stages: [know, buy], owner: cmo, paid_by: media, amount: 140万元}
      budget: {total: 240万元, lines: {media: {amount: 240万元, owner: cmo}}}
      """,
    [
      Field("kinds", \.kinds, .list(.choice(Kind.self)), .required, Doc("what they share", "协同内容"), principal: true),
      Field("rule", \.rule, .text, Doc("who yields to whom", "冲突时谁让谁")),
    ])
}

/// How results are credited to stages or channels.
package struct Attribution: Noun {
  package var common = Common()
  package var model: Located<Model>?
  package var credits: Table<Located<Quantity>>?
  package var window: Located<Quantity>?

  package init() {}

  package enum Model: String, Choice { case first, last, linear, position, decay, data }

  package static let nounName = "attribution"

  package static let table = NounTable<Attribution>(
    Doc("how results are credited", "归因"),
    example: """
      attribution:
        model: position
        credits: {first-contact: 40%, between: 20%, last-contact: 40%}
        window: 30d
      """,
    [
      Field("model", \.model, .choice(Model.self), .required, Doc("the model", "模型"), principal: true),
      Field("credits", \.credits, .words(.share), Doc("credit by stage or channel", "各阶段或渠道的权重"), base: "100%"),
      Field("window", \.window, .duration, Doc("how long a contact counts", "归因窗口")),
    ])
}
