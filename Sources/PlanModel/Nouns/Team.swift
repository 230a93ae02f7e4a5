package import PlanQuantities
package import PlanText

/// The people behind the plan.
package struct Team: Noun {
  package var common = Common()
  package var headcount: Located<Quantity>?
  package var roles: Table<Role>?
  package var units: Table<OrgUnit>?
  package var moves: Table<Saving>?

  package init() {}

  package static let nounName = "team"

  package static let table = NounTable<Team>(
    Doc("the people behind the plan", "团队"), common: [.note],
    example: """
      team:
        headcount: 12人
        roles: {cmo: Marketing head, crm-lead: {title: 会员运营主管, reports_to: cmo}}
        units:
          crm: {title: 会员运营组, lead: crm-lead, headcount: 7人}
          brand: {title: Brand, lead: cmo, headcount: 5人}
      """,
    [
      Field("headcount", \.headcount, .count, Doc("how many people", "人数")),
      Field("roles", \.roles, .map(Role.self), Doc("who can own things", "角色")),
      Field("units", \.units, .map(OrgUnit.self), Doc("organisational units", "组织单元")),
      Field("moves", \.moves, .map(Saving.self), Doc("shares of posts shared or saved", "编制调整"), base: "headcount"),
    ])
}

/// A role that can own things.
package struct Role: Noun {
  package var common = Common()
  package var unit: Located<String>?
  package var reportsTo: Located<String>?
  package var contact: Located<String>?
  package var capacity: Located<Quantity>?
  package var skills: [Located<String>]?

  package init() {}

  package static let nounName = "role"

  package static let table = NounTable<Role>(
    Doc("somebody who can own things", "可担任负责人的角色"),
    example: """
      team:
        roles:
          cmo: {en: Marketing head, zh-Hans: 营销负责人}
          editor:
            title: 编辑
            reports_to: cmo
            contact: editor@example.com
            capacity: 80%
            skills: [copy, layout]
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("its name", "名称"), principal: true),
      Field("unit", \.unit, .reference(.unit), Doc("the unit it belongs to", "所属单元")),
      Field("reports_to", \.reportsTo, .reference(.role), Doc("whom it reports to", "汇报对象")),
      Field("contact", \.contact, .word, Doc("an address that an alert can reach", "联系方式")),
      Field("capacity", \.capacity, .share, Doc("share of full time", "投入比例"), base: "full time"),
      Field("skills", \.skills, .list(.word), Doc("what it can do", "技能")),
    ])
}
