package import PlanQuantities
package import PlanText

/// A piece of work, with dates of its own or a duration after others.
package struct WorkTask: Noun {
  package var common = Common()
  package var period: Located<Period>?
  package var duration: Located<Quantity>?
  package var low: Located<Quantity>?
  package var high: Located<Quantity>?
  package var effort: Located<Quantity>?
  package var after: [Link]?
  package var due: Located<CivilDate>?
  package var phase: Located<String>?
  package var deliverable: Text?
  package var kpi: Located<String>?
  package var target: Located<Quantity>?
  package var owner: Located<String>?
  package var raci: Located<RACI>?
  package var skills: [Located<String>]?
  package var load: Located<Quantity>?
  package var amount: Located<Quantity>?
  package var paidBy: Payer?
  package var calendar: Located<String>?
  package var status: Located<Status>?
  package var doneOn: Located<CivilDate>?

  package init() {}

  package static let nounName = "task"

  package static let table = NounTable<WorkTask>(
    Doc("a piece of work", "任务"), exclusive: [["owner", "raci"]],
    example: """
      team: {roles: {cmo: Marketing head, designer: {title: Designer, skills: [layout]}, editor: 编辑}}
      tasks:
        shoot: {title: 产品拍摄, duration: 10wd, owner: editor, deliverable: 60 pictures}
        catalogue:
          title: Spring catalogue
          duration: 3w
          after: shoot SS+5wd
          due: 2025-03-14
          raci: {cmo: A, designer: R, editor: C}
          skills: [layout]
          load: 50%
          deliverable: {en: printed catalogue, zh-Hans: 印刷版目录}
      """,
    [
      Field(
        "period", \.period, .period, Doc("fixed dates; holidays never move them", "固定起止，不因假期移动")),
      Field("duration", \.duration, .duration, Doc("how long it takes; it starts after `after`", "工期，在前置之后开始")),
      Field("low", \.low, .duration, Doc("shortest duration", "最短工期")),
      Field("high", \.high, .duration, Doc("longest duration", "最长工期")),
      Field("effort", \.effort, .duration, Doc("person-time", "人时")),
      Field("after", \.after, .list(.link), Doc("what it waits for", "前置任务")),
      Field("due", \.due, .date, Doc("the day by which it must be done", "期限")),
      Field("phase", \.phase, .reference(.phase), Doc("its phase", "所属阶段")),
      Field("deliverable", \.deliverable, .text, Doc("what it yields", "交付物")),
      Field("kpi", \.kpi, .reference(.kpi), Doc("the KPI it moves", "影响的指标")),
      Field("target", \.target, .quantity(.quantity), Doc("the level it is to bring", "应达到的值")),
      Field("owner", \.owner, .reference(.role), Doc("who does it and answers for it", "负责人")),
      Field("raci", \.raci, .raci, Doc("roles, where owner and doer part", "职责分工")),
      Field("skills", \.skills, .list(.word), Doc("skills it needs", "所需技能")),
      Field("load", \.load, .share, Doc("share of the owner's time; all if left out", "占用负责人时间的比例"), base: "capacity"),
      Field("amount", \.amount, .money, Doc("what it costs", "费用")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目")),
      Field(
        "calendar", \.calendar, .reference(.calendar),
        Doc("its working calendar; the plan's if left out", "工作日历，默认计划的日历")),
      Field("status", \.status, .choice(Status.self), Doc("planned if left out", "状态，默认计划中")),
      Field("done_on", \.doneOn, .date, Doc("the day it was done", "完成日")),
    ])
}
