package import PlanQuantities
package import PlanText

/// A day by which something is there.
package struct Milestone: Noun {
  package var common = Common()
  package var date: Located<Period>?
  package var phase: Located<String>?
  package var after: [Link]?
  package var deliverable: Text?
  package var accept: Text?
  package var scale: Located<Quantity>?
  package var targets: Table<Located<Quantity>>?
  package var owner: Located<String>?
  package var raci: Located<RACI>?
  package var calendar: Located<String>?
  package var status: Located<Status>?
  package var doneOn: Located<CivilDate>?

  package init() {}

  package static let nounName = "milestone"

  package static let table = NounTable<Milestone>(
    Doc("a day by which something is there", "里程碑"), exclusive: [["owner", "raci"]],
    example: """
      kpis:
        members: {unit: members, direction: up, baseline: 8000 members, cadence: monthly, source: CRM, owner: cmo}
      milestones:
        app-live:
          title: {en: Members can order in the app, zh-Hans: 会员可在应用内下单}
          date: 2025-06-30
          deliverable: the app in both stores
          accept: {en: a paid order from each region, zh-Hans: 各大区各有一笔付款订单}
          targets: {members: 9000 members}
          owner: cmo
      """,
    [
      Field(
        "date", \.date, .period, .required, Doc("a date, or a period: its last day", "日期；写期间则指其最后一天"), principal: false,
        frozen: true),
      Field("phase", \.phase, .reference(.phase), Doc("its phase; by date if left out", "所属阶段，默认按日期")),
      Field("after", \.after, .list(.link), Doc("what must come first", "前置条件")),
      Field("deliverable", \.deliverable, .text, Doc("what is there on that day", "交付物")),
      Field("accept", \.accept, .text, Doc("who accepts it, by what sign", "由谁、凭什么验收")),
      Field("scale", \.scale, .count, Doc("how much of the world", "范围")),
      Field(
        "targets", \.targets, .keyed(by: .kpi, .quantity(.quantity)), Doc("KPI levels it stands for", "应达到的指标值"),
        base: "kpi"),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
      Field("raci", \.raci, .raci, Doc("roles, where owner and doer part", "职责分工")),
      Field(
        "calendar", \.calendar, .reference(.calendar),
        Doc("its working calendar; the plan's if left out", "工作日历，默认计划的日历")),
      Field("status", \.status, .choice(Status.self), Doc("planned if left out", "状态，默认计划中")),
      Field("done_on", \.doneOn, .date, Doc("the day it was done", "完成日")),
    ])
}

/// How far a milestone or task has come.
package enum Status: String, Choice { case planned, started, done, dropped }
