package import PlanQuantities
package import PlanText

/// What may go wrong, and what is done about it.
package struct Risk: Noun {
  package var common = Common()
  package var category: Located<String>?
  package var origin: Located<Origin>?
  package var likelihood: Located<Quantity>?
  package var impact: Located<Quantity>?
  package var loss: Loss?
  package var grade: Located<Grade>?
  package var response: Located<Response>?
  package var reason: Text?
  package var signOff: ApprovalMark?
  package var transferTo: Located<String>?
  package var actions: Table<WorkTask>?
  package var indicators: [Located<String>]?
  package var contingency: Contingency?
  package var strikes: Located<Period>?
  package var owner: Located<String>?
  package var reviewed: Located<CivilDate>?
  package var about: [Located<String>]?
  package var status: Located<Status>?

  package init() {}

  package enum Origin: String, Choice { case `internal`, external }
  package enum Response: String, Choice { case avoid, transfer, mitigate, accept }
  package enum Status: String, Choice { case open, closed, struck }

  package static let nounName = "risk"

  package static let table = NounTable<Risk>(
    Doc("what may go wrong, and what is done about it", "风险及其应对"),
    example: """
      team: {roles: {cmo: Marketing head, crm-lead: {title: 会员运营主管, contact: crm@example.com}}}
      budget:
        total: 300万元
        lines: {app: {amount: 255万元, owner: cmo, for: 会员应用}}
        reserves: {technology: {share: 15%, for: technology}}
      kpis:
        failures:
          unit: failures
          direction: down
          baseline: 4 failures
          limit: 30 failures
          cadence: weekly
          source: app log
          owner: crm-lead
      alerts:
        app-fails:
          kpi: failures
          when: actual > 12 failures for 2 consecutive weeks
          grade: high
          owes: [action, explanation]
          within: 1d
          advice: {en: Switch to the web shop, zh-Hans: 切换到网页商城}
      risks:
        app-outage:
          title: {en: The app fails on opening day, zh-Hans: 应用上线首日故障}
          category: technology
          likelihood: 20%
          loss: {value: 60万元, low: 20万元, high: 120万元}
          grade: high
          response: mitigate
          actions:
            load-test: {title: 压力测试, due: 2025-05-30, owner: crm-lead, deliverable: 测试报告}
          indicators: app-fails
          contingency: {plan: 切换到网页商城, amount: 20万元, paid_by: technology}
          strikes: 2025-06..2025-07
          owner: crm-lead
          reviewed: 2025-01-15
      escalation: {high: {tell: [cmo, crm-lead], within: 1d}}
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("what may happen", "风险内容")),
      Field("category", \.category, .word, .required, Doc("one of policy's", "类别，见政策")),
      Field("origin", \.origin, .choice(Origin.self), Doc("internal or external", "内部或外部")),
      Field(
        "likelihood", \.likelihood, .quantity(.quantity),
        Doc("on policy's scale, or a percentage a year", "可能性：按政策的等级，或每年的百分比"), base: "year"),
      Field("impact", \.impact, .quantity(.quantity), Doc("on policy's scale", "影响：按政策的等级")),
      Field("loss", \.loss, .part(Loss.self), Doc("money lost if it strikes", "发生时的损失")),
      Field("grade", \.grade, .choice(Grade.self), Doc("stated grade", "所写等级")),
      Field("response", \.response, .choice(Response.self), Doc("avoid, transfer, mitigate or accept", "规避、转移、减轻或接受")),
      Field("reason", \.reason, .text, Doc("why it is accepted", "接受的理由")),
      Field("sign_off", \.signOff, .part(ApprovalMark.self), Doc("who accepted it", "由谁认可")),
      Field("transfer_to", \.transferTo, .reference(.partner), Doc("who takes it over", "转移给谁")),
      Field("actions", \.actions, .map(WorkTask.self), Doc("tasks that answer it", "应对任务")),
      Field("indicators", \.indicators, .list(.reference(.alert)), Doc("alerts that tell of it (KRI)", "相关预警（KRI）")),
      Field("contingency", \.contingency, .part(Contingency.self), Doc("what is done if it strikes", "应急预案")),
      Field("strikes", \.strikes, .period, Doc("when it can strike", "可能发生的期间")),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
      Field("reviewed", \.reviewed, .date, Doc("when it was last looked at", "最近评审日")),
      Field("about", \.about, .list(.reference(.exposed)), Doc("what it can hurt", "可能受影响的对象")),
      Field("status", \.status, .choice(Status.self), Doc("open if left out", "状态，默认未关闭")),
    ])
}

/// How grave a risk or an alert is.
package enum Grade: String, Choice { case low, medium, high }

/// Money lost when a risk strikes.
package struct Loss: Noun {
  package var common = Common()
  package var value: Located<Quantity>?
  package var low: Located<Quantity>?
  package var high: Located<Quantity>?
  package var shape: Located<Distribution>?

  package init() {}

  package static let nounName = "loss"

  package static let table = NounTable<Loss>(
    Doc("money lost when a risk strikes", "风险发生时的损失"),
    example: """
      risks:
        late-harvest:
          title: {en: Late harvest, zh-Hans: 采摘推迟}
          category: market
          likelihood: 30%
          loss: {value: 40万元, low: 10万元, high: 90万元, shape: triangular, source: 2019至2024年采购记录}
          response: accept
          reason: 每年只影响两周
          sign_off: {by: cmo, date: 2025-01-10}
          owner: cmo
      """,
    [
      Field("value", \.value, .amount, .required, Doc("the likeliest loss", "最可能的损失"), principal: true),
      Field("low", \.low, .amount, Doc("the least", "下限")),
      Field("high", \.high, .amount, Doc("the most", "上限")),
      Field(
        "shape", \.shape, .choice(Distribution.self),
        Doc("distribution between them; pert if left out", "区间内的分布，默认 pert")),
    ])
}

/// Who signed, and when.
package struct ApprovalMark: Noun {
  package var common = Common()
  package var by: Located<String>?
  package var date: Located<CivilDate>?

  package init() {}

  package static let nounName = "approval_mark"

  package static let table = NounTable<ApprovalMark>(
    Doc("who signed, and when", "签署"), common: [.note],
    example: """
      risks:
        price-war:
          title: {en: Rivals cut prices in May, zh-Hans: 5月同行降价}
          category: market
          likelihood: 20%
          loss: 30万元
          grade: low
          response: accept
          reason: {en: We do not sell on price, zh-Hans: 本品牌不参与价格竞争}
          sign_off: {by: cmo, date: 2025-01-10, note: 经营会纪要第3项}
          owner: cmo
      """,
    [
      Field("by", \.by, .reference(.role), .required, Doc("who signed", "签署人")),
      Field("date", \.date, .date, .required, Doc("when", "日期")),
    ])
}

/// What is done when a risk strikes, and with what money.
package struct Contingency: Noun {
  package var common = Common()
  package var plan: Text?
  package var amount: Located<Quantity>?
  package var paidBy: Payer?

  package init() {}

  package static let nounName = "contingency"

  package static let table = NounTable<Contingency>(
    Doc("what is done when a risk strikes", "应急预案"),
    example: """
      budget:
        total: 300万元
        lines: {media: {amount: 255万元, owner: cmo, for: 全年投放}}
        reserves: {unforeseen: 15%}
      risks:
        creator-leaves:
          title: 签约达人解约
          category: market
          likelihood: 10%
          loss: 25万元
          response: mitigate
          actions: {second-contract: {title: Sign a second creator, due: 2025-02-28, owner: cmo, deliverable: 合同}}
          contingency: {plan: {en: Own staff film the series, zh-Hans: 由自有团队拍摄}, amount: 12万元, paid_by: unforeseen}
          owner: cmo
      """,
    [
      Field("plan", \.plan, .text, .required, Doc("what is done", "做法"), principal: true),
      Field("amount", \.amount, .money, Doc("money for it", "所需资金")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目或预留")),
    ])
}
