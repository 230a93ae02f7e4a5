package import PlanQuantities
package import PlanText

/// An organisational unit.
package struct OrgUnit: Noun {
  package var common = Common()
  package var lead: Located<String>?
  package var parent: Located<String>?
  package var headcount: Located<Quantity>?
  package var capacity: PeriodTable<Located<Quantity>>?
  package var skills: [Located<String>]?
  package var paidBy: Payer?
  package var temporary: Located<Bool>?

  package init() {}

  package static let nounName = "unit"

  package static let table = NounTable<OrgUnit>(
    Doc("an organisational unit", "组织单元"),
    example: """
      team:
        headcount: 12人
        roles: {cmo: Marketing head, crm-lead: 会员运营主管}
        units:
          crm: {title: 会员运营组, lead: crm-lead, headcount: 7人, skills: [data, copy]}
          brand: {title: Brand, lead: cmo, headcount: 5人}
          launch: {title: {en: Launch task force, zh-Hans: 上市小组}, lead: cmo, temporary: true, headcount: 4人}
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("its name", "名称")),
      Field("lead", \.lead, .reference(.role), Doc("who leads it", "负责人")),
      Field("parent", \.parent, .reference(.unit), Doc("the unit it belongs to", "上级单元")),
      Field("headcount", \.headcount, .count, Doc("how many people", "人数")),
      Field("capacity", \.capacity, .series(.count), Doc("heads by period, where they vary", "各期人数")),
      Field("skills", \.skills, .list(.word), Doc("what its people can do", "技能")),
      Field("paid_by", \.paidBy, .payer, Doc("the line that pays its people", "支付科目")),
      Field("temporary", \.temporary, .flag, Doc("a task force: not counted into the headcount", "临时小组，不计入总人数")),
    ])
}

/// Standing work.
package struct Duty: Noun {
  package var common = Common()
  package var owner: Located<String>?
  package var raci: Located<RACI>?
  package var skills: [Located<String>]?
  package var after: [Link]?

  package init() {}

  package static let nounName = "duty"

  package static let table = NounTable<Duty>(
    Doc("standing work", "常设职责"), exclusive: [["owner", "raci"]],
    example: """
      team: {roles: {cmo: Marketing head, crm-lead: 会员运营主管, editor: 编辑}}
      duties:
        data: {title: {en: Weekly figures, zh-Hans: 周度数据}, owner: crm-lead}
        letter: {title: Members' letter, raci: {cmo: A, editor: R, crm-lead: C}, after: data}
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("what is done", "内容")),
      Field("owner", \.owner, .reference(.role), Doc("who does it and answers for it", "负责人")),
      Field("raci", \.raci, .raci, Doc("roles, where owner and doer part", "职责分工")),
      Field("skills", \.skills, .list(.word), Doc("skills it needs", "所需技能")),
      Field("after", \.after, .list(.link), Doc("the duties that hand over to it", "交接在前的职责")),
    ])
}
