package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A condition on a KPI that is watched, and what is owed when it holds.
package struct Alert: Noun {
  package var common = Common()
  package var kpi: Located<String>?
  package var when: Located<Expression>?
  package var each: Located<Each>?
  package var cadence: Located<Cadence>?
  package var grade: Located<Grade>?
  package var owes: [Located<Duty>]?
  package var within: Located<Quantity>?
  package var causes: [Text]?
  package var impact: Text?
  package var advice: Text?
  package var owner: Located<String>?

  package init() {}

  package enum Each: String, Choice { case plan, channel, line, flight, segment, module }
  package enum Duty: String, Choice { case explanation, action, escalation }

  package static let nounName = "alert"

  package static let table = NounTable<Alert>(
    Doc("a condition that is watched", "预警"),
    example: """
      kpis:
        cac:
          unit: CNY/customer
          direction: down
          baseline: 420元/customer
          cadence: weekly
          source: finance
          owner: cmo
      alerts:
        cac-jump:
          title: {en: New customers grow dear, zh-Hans: 获客成本上升}
          kpi: cac
          when: actual > trailing(4w) * 120% for 2 consecutive weeks
          grade: medium
          owes: [explanation, action]
          within: 3d
          causes: [竞价上涨, Landing page is slow]
          advice: {en: Pause the dearest campaign, zh-Hans: 暂停成本最高的活动}
        overspend:
          kpi: spend
          when: actual > plan * 105%
          each: channel
          cadence: monthly
          grade: high
          owes: explanation
          within: 5d
          advice: 由渠道负责人说明原因
      """,
    [
      Field("kpi", \.kpi, .watched, .required, Doc("the KPI it watches; `spend` is built in", "所监控的指标；spend 为内置")),
      Field(
        "when", \.when, .condition, .required,
        Doc(
          "over actual, plan, target, baseline, limit and trailing()",
          "条件，可用 actual、plan、target、baseline、limit、trailing()")),
      Field("each", \.each, .choice(Each.self), Doc("for each what; plan if left out", "逐个对象，默认整个计划")),
      Field(
        "cadence", \.cadence, .choice(Cadence.self),
        Doc("how often it is looked at; the KPI's if left out", "检查频率，默认指标的频率")),
      Field("grade", \.grade, .choice(Grade.self), .required, Doc("how grave; picks whom to tell", "等级，决定通知谁")),
      Field("owes", \.owes, .list(.choice(Duty.self)), .required, Doc("what is owed then", "触发后须提交")),
      Field("within", \.within, .duration, .required, Doc("by when", "时限"), tightening: .lower),
      Field("causes", \.causes, .list(.text), Doc("what to look at first", "先查的原因")),
      Field("impact", \.impact, .text, Doc("what it means; the losses of its risks if left out", "影响，默认为相关风险的损失")),
      Field("advice", \.advice, .text, .required, Doc("what to do", "处置建议")),
      Field("owner", \.owner, .reference(.role), Doc("who acts; the KPI's owner if left out", "处理人，默认指标负责人")),
    ])
}

extension FieldType where Value == Located<String> {
  /// A KPI of the plan, or `spend`, which every plan has.
  static var watched: Self {
    FieldType(.reference(.kpi)) { node, decoder in
      decoder.isWord("spend", node) ? decoder.word(node, shape: .reference(.kpi)) : decoder.reference(node, to: .kpi)
    }
  }
}

/// Whom a grade of risk or alert is told to.
package struct Escalation: Noun {
  package var common = Common()
  package var tell: [Located<String>]?
  package var within: Located<Quantity>?

  package init() {}

  package static let nounName = "escalation"

  package static let table = NounTable<Escalation>(
    Doc("whom a grade is told to", "某等级的升级对象"), common: [.note],
    example: """
      team: {roles: {cmo: {title: Marketing head, contact: cmo@example.com}, ceo: {title: 总经理, contact: ceo@example.com}}}
      escalation:
        medium: {tell: cmo, within: 3d}
        high: {tell: [cmo, ceo], within: 4h}
      """,
    [
      Field("tell", \.tell, .list(.reference(.role)), .required, Doc("who is told", "通知对象"), tightening: .superset),
      Field("within", \.within, .duration, .required, Doc("how soon", "时限"), tightening: .lower),
    ])
}

/// What a system promises.
package struct ServiceLevel: Noun {
  package var common = Common()
  package var system: Located<String>?
  package var availability: Located<Quantity>?
  package var respondWithin: Located<Quantity>?
  package var recoverWithin: Located<Quantity>?
  package var hours: Located<String>?
  package var staffedBy: Located<String>?

  package init() {}

  package static let nounName = "service_level"

  package static let table = NounTable<ServiceLevel>(
    Doc("what a system promises", "服务水平"),
    example: """
      team:
        roles: {cmo: Marketing head, ops: 运维主管}
        units: {support: {title: Support, lead: ops}}
      service_levels:
        app-support:
          title: {en: Member app, zh-Hans: 会员应用}
          system: member-app
          availability: 99.9%
          respond_within: 30min
          recover_within: 4h
          hours: 24x7
          staffed_by: support
      """,
    [
      Field("system", \.system, .word, .required, Doc("the system; levels of one are compared", "系统；同一系统的水平相互核对")),
      Field(
        "availability", \.availability, .percent, Doc("share of the year it works", "可用率"), base: "a year",
        tightening: .higher),
      Field("respond_within", \.respondWithin, .duration, Doc("time to an answer", "响应时间"), tightening: .lower),
      Field("recover_within", \.recoverWithin, .duration, Doc("time to recovery", "恢复时间"), tightening: .lower),
      Field("hours", \.hours, .word, Doc("24x7 or 8x5", "服务时段，24x7 或 8x5")),
      Field("staffed_by", \.staffedBy, .reference(.unit), Doc("the unit on duty", "值守单元")),
    ])
}

/// An explanation, incident, lesson, decision, result or issue.
package struct LogEntry: Noun {
  package var common = Common()
  package var date: Located<CivilDate>?
  package var kind: Located<Kind>?
  package var alert: Located<String>?
  package var risk: Located<String>?
  package var adjustment: Located<String>?
  package var scope: Located<String>?
  package var period: Located<Period>?
  package var text: Text?
  package var action: Text?
  package var by: Located<String>?
  package var due: Located<CivilDate>?

  package init() {}

  package enum Kind: String, Choice { case explanation, incident, lesson, decision, result, issue }

  package static let nounName = "entry"

  package static let table = NounTable<LogEntry>(
    Doc("an explanation, incident, lesson, decision, result or issue", "日志条目"), common: [.note],
    example: """
      risks:
        late-harvest: {title: 采摘推迟, category: market, likelihood: 30%, loss: 40万元, response: accept, reason: 仅影响两周, owner: cmo}
      log:
        - date: 2025-04-07
          kind: incident
          risk: late-harvest
          text: {en: Harvest began nine days late, zh-Hans: 采摘晚了九天}
          action: 首批改用去年库存
          by: cmo
          due: 2025-04-18
      """,
    [
      Field("date", \.date, .date, .required, Doc("when it was written", "日期")),
      Field("kind", \.kind, .choice(Kind.self), .required, Doc("what it is", "种类")),
      Field("alert", \.alert, .reference(.alert), Doc("the alert it answers", "所回应的预警")),
      Field("risk", \.risk, .reference(.risk), Doc("the risk it is about", "相关风险")),
      Field("adjustment", \.adjustment, .reference(.adjustment), Doc("the adjustment it is about", "相关调整")),
      Field("scope", \.scope, .word, Doc("the channel, line or flight", "渠道、科目或投放")),
      Field("period", \.period, .period, Doc("the period it explains", "所说明的期间")),
      Field("text", \.text, .text, .required, Doc("what it says", "内容")),
      Field("action", \.action, .text, Doc("what is done", "措施")),
      Field("by", \.by, .reference(.role), .required, Doc("who wrote it", "记录人")),
      Field("due", \.due, .date, Doc("when it is done", "期限")),
    ])
}
