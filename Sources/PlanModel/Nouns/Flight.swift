package import PlanQuantities
package import PlanText

/// Scheduled activity in a channel.
package struct Flight: Noun {
  package var common = Common()
  package var channel: Located<String>?
  package var period: Located<Period>?
  package var amount: Located<Quantity>?
  package var paidBy: Payer?
  package var pattern: Located<Pattern>?
  package var weights: PeriodTable<Located<Quantity>>?
  package var segments: [Located<String>]?
  package var kpi: Located<String>?
  package var target: Located<Quantity>?
  package var media: Media?
  package var utm: UTM?
  package var owner: Located<String>?

  package init() {}

  package enum Pattern: String, Choice { case even, front, back, pulse }

  package static let nounName = "flight"

  package static let table = NounTable<Flight>(
    Doc("scheduled activity in a channel", "渠道中的一次投放"),
    example: """
      journey: {know: 知晓}
      channels: {social: {side: online, role: 新品种草, stages: know, owner: cmo, paid_by: media}}
      flights:
        spring:
          title: {en: Spring flight, zh-Hans: 春茶投放}
          channel: social
          period: 2025-03-01..2025-04-30
          amount: 240万元
          weights: {2025-03: 70%, 2025-04: 30%}
          owner: cmo
      budget: {total: 240万元, lines: {media: {amount: 240万元, owner: cmo}}}
      """,
    [
      Field("channel", \.channel, .reference(.channel), .required, Doc("its channel", "所属渠道")),
      Field("period", \.period, .period, .required, Doc("from when to when", "起止")),
      Field("amount", \.amount, .money, .required, Doc("what it costs", "金额")),
      Field("paid_by", \.paidBy, .payer, Doc("the channel's line unless that has several", "支付科目，默认渠道的科目")),
      Field("pattern", \.pattern, .choice(Pattern.self), Doc("even if left out", "投放节奏，默认均匀")),
      Field(
        "weights", \.weights, .series(.share), Doc("shares by period, instead of a pattern", "各期比例，代替节奏"),
        base: "amount"),
      Field("segments", \.segments, .list(.reference(.segment)), Doc("whom it is for", "目标客群")),
      Field("kpi", \.kpi, .reference(.kpi), Doc("the KPI it delivers", "对应指标")),
      Field("target", \.target, .quantity(.quantity), Doc("what it delivers in all", "应达到的总量")),
      Field("media", \.media, .part(Media.self), Doc("its row of the media plan", "媒介排期数据")),
      Field("utm", \.utm, .part(UTM.self), Doc("its campaign names", "UTM 命名")),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
    ])
}

/// A row of a media plan.
package struct Media: Noun {
  package var common = Common()
  package var universe: Located<Quantity>?
  package var reach: Located<Quantity>?
  package var frequency: Located<Quantity>?
  package var grp: Located<Quantity>?
  package var impressions: Located<Quantity>?
  package var cpm: Located<Quantity>?
  package var clicks: Located<Quantity>?
  package var ctr: Located<Quantity>?
  package var cpc: Located<Quantity>?
  package var conversions: Located<Quantity>?
  package var cvr: Located<Quantity>?
  package var cpa: Located<Quantity>?
  package var revenue: Located<Quantity>?
  package var roas: Located<Quantity>?

  package init() {}

  package static let nounName = "media"

  package static let table = NounTable<Media>(
    Doc("a row of a media plan", "媒介排期的一行"), common: [.note, .source, .asOf],
    example: """
      journey: {know: 知晓}
      channels: {video: {side: online, role: 品牌曝光, stages: know, owner: cmo, paid_by: media}}
      flights:
        may:
          channel: video
          period: 2025-05
          amount: 80万元
          media: {universe: 1000万人, reach: 40%, frequency: 5, grp: 200, impressions: 2000万 impressions}
      budget: {total: 80万元, lines: {media: {amount: 80万元, owner: cmo}}}
      """,
    [
      Field("universe", \.universe, .count, Doc("people of the audience", "目标人群数")),
      Field("reach", \.reach, .percent, Doc("share of them reached", "到达率"), base: "universe"),
      Field("frequency", \.frequency, .quantity(.quantity), Doc("contacts with each", "平均频次")),
      Field("grp", \.grp, .quantity(.quantity), Doc("gross rating points", "毛评点")),
      Field("impressions", \.impressions, .count, Doc("contacts in all", "曝光量")),
      Field("cpm", \.cpm, .quantity(.rate), Doc("cost per thousand impressions", "千次曝光成本")),
      Field("clicks", \.clicks, .count, Doc("clicks", "点击量")),
      Field("ctr", \.ctr, .percent, Doc("clicks over impressions", "点击率"), base: "impressions"),
      Field("cpc", \.cpc, .quantity(.rate), Doc("cost per click", "单次点击成本")),
      Field("conversions", \.conversions, .count, Doc("conversions", "转化量")),
      Field("cvr", \.cvr, .percent, Doc("conversions over clicks", "转化率"), base: "clicks"),
      Field("cpa", \.cpa, .quantity(.rate), Doc("cost per conversion", "单次转化成本")),
      Field("revenue", \.revenue, .money, Doc("sales it brings", "带来的收入")),
      Field("roas", \.roas, .ratio, Doc("revenue over amount", "广告支出回报")),
    ])
}

/// Names that mark the visits a flight brings.
package struct UTM: Noun {
  package var common = Common()
  package var medium: Located<String>?
  package var source: Located<String>?
  package var campaign: Located<String>?

  package init() {}

  package static let nounName = "utm"

  package static let table = NounTable<UTM>(
    Doc("names that mark visits", "UTM 命名"), common: [.note],
    example: """
      journey: {know: 知晓}
      channels: {social: {side: online, role: 新品种草, stages: know, owner: cmo, paid_by: media}}
      flights:
        may:
          channel: social
          period: 2025-05
          amount: 80万元
          utm: {source: xiaohongshu, medium: paid-social, campaign: 2025-05-new-tea}
      budget: {total: 80万元, lines: {media: {amount: 80万元, owner: cmo}}}
      """,
    [
      Field("source", \.source, .word, .required, Doc("where visits come from", "来源")),
      Field("medium", \.medium, .word, .required, Doc("by what medium", "媒介")),
      Field("campaign", \.campaign, .word, .required, Doc("of which campaign", "活动")),
    ])
}
