package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A change of the approved budget, with its four steps: problem, proposal, approval, review.
package struct Adjustment: Noun {
  package var common = Common()
  package var kind: Located<Kind>?
  package var date: Located<CivilDate>?
  package var moves: [Move]?
  package var changes: [FieldChange]?
  package var problem: Text?
  package var evidence: [Text]?
  package var proposal: Text?
  package var requestedBy: Located<String>?
  package var approvedBy: [Located<String>]?
  package var approvedOn: Located<CivilDate>?
  package var review: EffectReview?

  package init() {}

  package enum Kind: String, Choice { case adjustment, reallocation }

  package static let nounName = "adjustment"

  package static let table = NounTable<Adjustment>(
    Doc("a change of the approved budget", "对已批准预算的一次变动"),
    example: """
      team: {roles: {cmo: Marketing head, crm-lead: 会员运营主管}}
      status: approved
      approval: {by: cmo, date: 2024-12-20}
      kpis:
        members: {unit: members, direction: up, baseline: 8000 members, cadence: monthly, source: CRM, owner: crm-lead}
      budget:
        total: 300万元
        lines:
          search: {amount: 180万元, owner: cmo, for: 搜索广告}
          social: {amount: 120万元, owner: crm-lead, for: 社交投放}
      adjustments:
        move-to-social:
          kind: adjustment
          date: 2025-05-01
          moves: {amount: 15万元, from: search, to: social}
          problem: {en: Search costs 30% more a member than social, zh-Hans: 搜索单个会员成本比社交高30%}
          evidence: 2025年4月渠道报表
          proposal: Shift a twelfth of search to social until June
          requested_by: crm-lead
          approved_by: cmo
          approved_on: 2025-04-24
          review: {due: 2025-07-15, kpi: members}
      """,
    [
      Field(
        "kind", \.kind, .choice(Kind.self), .required,
        Doc("only adjustments count against the yearly limit", "仅 adjustment 计入年度次数")),
      Field("date", \.date, .date, .required, Doc("when it takes effect", "生效日")),
      Field("moves", \.moves, .nouns(Move.self), .unless(["changes"]), Doc("money moved", "资金调动")),
      Field("changes", \.changes, .nouns(FieldChange.self), Doc("frozen dates, targets or limits changed", "冻结字段的变更")),
      Field("problem", \.problem, .text, Doc("step 1: what is wrong", "第一步：问题")),
      Field("evidence", \.evidence, .list(.text), Doc("what shows it: a file, or a sentence", "依据：文件或说明")),
      Field("proposal", \.proposal, .text, Doc("step 2: what is to be done", "第二步：方案")),
      Field("requested_by", \.requestedBy, .reference(.role), Doc("who asks for it", "申请人")),
      Field("approved_by", \.approvedBy, .list(.reference(.role)), Doc("step 3: all who signed", "第三步：批准人")),
      Field("approved_on", \.approvedOn, .date, Doc("when", "批准日")),
      Field("review", \.review, .part(EffectReview.self), Doc("step 4: whether it worked", "第四步：效果评估")),
    ])
}

/// Money that goes from one line to another.
package struct Move: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var from: Located<String>?
  package var to: Located<String>?

  package init() {}

  package static let nounName = "move"

  package static let table = NounTable<Move>(
    Doc("money that goes from one line to another", "一笔资金调动"), common: [.note],
    example: """
      status: approved
      approval: {by: cmo, date: 2024-12-20}
      team: {roles: {cmo: Marketing head, crm-lead: 会员运营主管}}
      budget:
        total: 300万元
        lines:
          search: {amount: 180万元, owner: cmo, for: 搜索广告}
          social: {amount: 120万元, owner: cmo, for: 社交投放}
      adjustments:
        shift:
          kind: reallocation
          date: 2025-06-02
          moves:
            - {amount: 6万元, from: search, to: social, note: 暑期新品}
          problem: 社交渠道提前售罄投放额度
          evidence: 5月投放日报
          proposal: Add a week of social in June
          requested_by: crm-lead
          approved_by: cmo
          approved_on: 2025-05-28
          review: {due: 2025-07-31}
      """,
    [
      Field("amount", \.amount, .money, .required, Doc("how much", "金额")),
      Field("from", \.from, .reference(.line), Doc("where from; new money if left out", "调出科目，不写则为新增资金")),
      Field("to", \.to, .reference(.line), Doc("where to; given back if left out", "调入科目，不写则为退回")),
    ])
}

/// A frozen field that an adjustment changes.
package struct FieldChange: Noun {
  package var common = Common()
  package var path: Located<Expression>?
  package var was: Located<Literal>?
  package var now: Located<Literal>?

  package init() {}

  package static let nounName = "field_change"

  package static let table = NounTable<FieldChange>(
    Doc("a frozen field that an adjustment changes", "调整所变更的冻结字段"), common: [.note],
    example: """
      status: approved
      approval: {by: cmo, date: 2024-12-20}
      team: {roles: {cmo: Marketing head, crm-lead: 会员运营主管}}
      milestones:
        app-live: {date: 2025-06-30, deliverable: 会员应用, accept: 首笔付款订单, owner: cmo}
      adjustments:
        later-app:
          kind: adjustment
          date: 2025-04-14
          changes: {path: milestones.app-live.date, was: 2025-06-30, now: 2025-07-31}
          problem: 支付接口验收推迟
          evidence: 供应商函件，2025年4月8日
          proposal: Open the app one month later
          requested_by: crm-lead
          approved_by: cmo
          approved_on: 2025-04-11
          review: {due: 2025-08-29}
      """,
    [
      Field("path", \.path, .expression, .required, Doc("the field", "字段路径")),
      Field("was", \.was, .literal, .required, Doc("what it said", "原值")),
      Field("now", \.now, .literal, .required, Doc("what it says", "现值")),
    ])
}

/// When it is asked whether an adjustment worked, and the answer.
package struct EffectReview: Noun {
  package var common = Common()
  package var due: Located<CivilDate>?
  package var kpi: Located<String>?
  package var result: Text?
  package var doneOn: Located<CivilDate>?

  package init() {}

  package static let nounName = "review"

  package static let table = NounTable<EffectReview>(
    Doc("whether an adjustment worked", "调整的效果评估"), common: [.note],
    example: """
      status: approved
      approval: {by: cmo, date: 2024-12-20}
      team: {roles: {cmo: Marketing head, crm-lead: 会员运营主管}}
      kpis:
        members: {unit: members, direction: up, baseline: 8000 members, cadence: monthly, source: CRM, owner: crm-lead}
      budget:
        total: 300万元
        lines:
          search: {amount: 180万元, owner: cmo, for: 搜索广告}
          social: {amount: 120万元, owner: cmo, for: 社交投放}
      adjustments:
        move-to-social:
          kind: adjustment
          date: 2025-05-01
          moves: {amount: 15万元, from: search, to: social}
          problem: 搜索单个会员成本偏高
          evidence: 2025年4月渠道报表
          proposal: Shift a twelfth of search to social
          requested_by: crm-lead
          approved_by: cmo
          approved_on: 2025-04-24
          review:
            due: 2025-07-15
            kpi: members
            result: {en: 400 members more a month, zh-Hans: 每月多400名会员}
            done_on: 2025-07-14
      """,
    [
      Field("due", \.due, .date, .required, Doc("when it is asked", "评估日")),
      Field("kpi", \.kpi, .reference(.kpi), Doc("what should have moved", "应改善的指标")),
      Field("result", \.result, .text, Doc("what came of it", "结果")),
      Field("done_on", \.doneOn, .date, Doc("when it was answered", "完成日")),
    ])
}
