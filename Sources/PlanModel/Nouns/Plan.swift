package import PlanQuantities
package import PlanText

/// One marketing plan: its head and its sections, all parts united.
package struct Plan: Noun {
  package var common = Common()
  package var kind: Located<String>?
  package var schema: Located<String>?
  package var id: Located<String>?
  package var period: Located<Period>?
  package var evaluation: Located<Period>?
  package var currency: Located<String>?
  package var languages: [Located<String>]?
  package var calendar: Located<String>?
  package var asOf: Located<CivilDate>?
  package var owner: Located<String>?
  package var sponsor: Located<String>?
  package var manager: Located<String>?
  package var policy: [Located<String>]?
  package var include: [Located<String>]?
  package var status: Located<Life>?
  package var approval: Approval?
  package var assumptions: Table<Assumption>?
  package var evidence: Table<Evidence>?
  package var glossary: Table<Term>?
  package var chapters: Table<Chapter>?
  package var scope: PlanScope?
  package var pillars: Table<Pillar>?
  package var segments: Table<SegmentDimension>?
  package var journey: Table<Stage>?
  package var kpis: Table<KPI>?
  package var objectives: Table<Objective>?
  package var scorecards: Table<Scorecard>?
  package var channels: Table<Channel>?
  package var attribution: Attribution?
  package var flights: Table<Flight>?
  package var budget: Budget?
  package var limits: Table<Limit>?
  package var adjustments: Table<Adjustment>?
  package var phases: Table<Phase>?
  package var milestones: Table<Milestone>?
  package var tasks: Table<WorkTask>?
  package var events: Table<Event>?
  package var team: Team?
  package var duties: Table<Duty>?
  package var risks: Table<Risk>?
  package var escalation: Table<Escalation>?
  package var alerts: Table<Alert>?
  package var serviceLevels: Table<ServiceLevel>?
  package var partners: Table<Partner>?
  package var modules: Table<Module>?
  package var data: DataGovernance?
  package var commitments: Table<Commitment>?
  package var feasibility: Feasibility?
  package var claims: Table<Claim>?
  package var actuals: Table<Actuals>?
  package var log: [LogEntry]?

  package init() {}

  /// The stations of a plan's life.
  package enum Life: String, Choice, Comparable {
    case draft, proposed, approved, closed

    package static func < (a: Life, b: Life) -> Bool { a.place < b.place }
    private var place: Int { Life.allCases.firstIndex(of: self) ?? 0 }
  }

  package static let nounName = "plan"

  package static let table = NounTable<Plan>(
    Doc("one marketing plan", "一份营销计划"), common: [.title, .note],
    example: """
      kind: plan
      schema: 1
      id: spring-tea-2026
      title: {en: Spring tea launch 2026, zh-Hans: 2026春茶上市}
      period: 2026H1
      currency: CNY
      languages: [en, zh-Hans]
      as_of: 2026-01-05
      owner: cmo
      status: draft
      team: {roles: {cmo: Marketing head, crm-lead: 会员运营主管}}
      kpis:
        new-members: {unit: members, direction: up, baseline: 8000 members, cadence: monthly, source: CRM, owner: crm-lead}
      objectives:
        grow:
          title: {en: Win 12000 members by the end of June 2026, zh-Hans: 2026年6月底前会员达到12000人}
          kpi: new-members
          target: 12000 members
          due: 2026-06-30
          owner: crm-lead
      budget:
        total: 300万元
        lines:
          media: {amount: 180万元, owner: cmo, for: 搜索与社交广告}
          tastings: {amount: 120万元, owner: crm-lead, for: 门店品鉴会}
      """,
    [
      Field("kind", \.kind, .word, Doc("what the document is: plan", "文档种类：plan")),
      Field("schema", \.schema, .word, Doc("version of the language: 1", "语言版本：1")),
      Field("id", \.id, .word, .required, Doc("stable name of the plan", "计划的固定名称")),
      Field("title", \.common.title, .text, .required, Doc("its name", "标题")),
      Field("period", \.period, .period, .required, Doc("when the plan runs", "计划期间"), frozen: true),
      Field("evaluation", \.evaluation, .period, Doc("years the feasibility looks at, if not `period`", "可行性评价的年份")),
      Field("currency", \.currency, .word, .required, Doc("ISO code; what 元, ¥, $ mean", "币种代码"), frozen: true),
      Field(
        "languages", \.languages, .list(.word),
        Doc("the first is the language of plain text; en if left out", "语言，首个为普通文本所用")),
      Field(
        "calendar", \.calendar, .reference(.calendar),
        Doc("working calendar of a policy; Monday to Friday if left out", "工作日历（见政策），默认周一至周五")),
      Field("as_of", \.asOf, .date, Doc("today, unless --as-of says otherwise", "今天，--as-of 优先")),
      Field("owner", \.owner, .reference(.role), .required, Doc("who answers for the plan", "负责人")),
      Field("sponsor", \.sponsor, .reference(.role), Doc("the executive who answers for it", "发起人")),
      Field("manager", \.manager, .reference(.role), Doc("full-time project manager", "专职项目经理")),
      Field("policy", \.policy, .list(.file), Doc("policies it stands under", "所遵循的政策文件")),
      Field("include", \.include, .list(.file), Doc("parts of the plan", "计划的组成文件")),
      Field("status", \.status, .choice(Life.self), Doc("draft if left out", "状态，默认草案")),
      Field("approval", \.approval, .noun(Approval.self), Doc("who approved which revision", "批准信息")),
    ] + sections)

  /// The rows of the sections, which parts may hold too.
  static var sections: [Field<Plan>] {
    [
      Field("assumptions", \.assumptions, .map(Assumption.self), Doc("named quantities", "假设")),
      Field("evidence", \.evidence, .map(Evidence.self), Doc("facts about the world, never targets", "市场事实")),
      Field("glossary", \.glossary, .map(Term.self), Doc("terms with one meaning each", "术语")),
      Field("chapters", \.chapters, .map(Chapter.self), Doc("prose for the report", "报告文字")),
      Field("scope", \.scope, .noun(PlanScope.self), Doc("what is in and out", "范围")),
      Field("pillars", \.pillars, .map(Pillar.self), Doc("what objectives serve", "战略支柱")),
      Field("segments", \.segments, .map(SegmentDimension.self), Doc("audience, by dimension", "客群")),
      Field("journey", \.journey, .map(Stage.self), Doc("stages of the customer journey, in order", "客户旅程")),
      Field("objectives", \.objectives, .map(Objective.self), Doc("what the plan is to reach", "目标")),
      Field("kpis", \.kpis, .map(KPI.self), Doc("measures", "指标")),
      Field("scorecards", \.scorecards, .map(Scorecard.self), Doc("weighted criteria", "评分卡")),
      Field("channels", \.channels, .map(Channel.self), Doc("where the plan meets customers", "渠道")),
      Field("attribution", \.attribution, .noun(Attribution.self), Doc("how results are credited", "归因")),
      Field("flights", \.flights, .map(Flight.self), Doc("scheduled activity in a channel", "投放排期")),
      Field("budget", \.budget, .noun(Budget.self), Doc("all the money", "预算")),
      Field("limits", \.limits, .map(Limit.self), Doc("the plan's own caps and floors", "限额"), frozen: true),
      Field("adjustments", \.adjustments, .map(Adjustment.self), Doc("the ledger of changes", "调整台账")),
      Field("phases", \.phases, .map(Phase.self), Doc("phases", "阶段"), frozen: true),
      Field("milestones", \.milestones, .map(Milestone.self), Doc("milestones", "里程碑")),
      Field("tasks", \.tasks, .map(WorkTask.self), Doc("tasks", "任务")),
      Field("events", \.events, .map(Event.self), Doc("everything that recurs", "例行活动")),
      Field("team", \.team, .noun(Team.self), Doc("people", "团队")),
      Field("duties", \.duties, .map(Duty.self), Doc("standing work", "常设职责")),
      Field("risks", \.risks, .map(Risk.self), Doc("risks and responses", "风险")),
      Field("escalation", \.escalation, .map(Escalation.self), Doc("grade to people", "升级对象")),
      Field("alerts", \.alerts, .map(Alert.self), Doc("conditions that are watched", "预警")),
      Field(
        "service_levels", \.serviceLevels, .map(ServiceLevel.self), Doc("availability, response, recovery", "服务水平")),
      Field("partners", \.partners, .map(Partner.self), Doc("vendors, stores, creators", "合作方")),
      Field("modules", \.modules, .map(Module.self), Doc("technology", "技术模块")),
      Field("data", \.data, .noun(DataGovernance.self), Doc("data governance", "数据治理")),
      Field("commitments", \.commitments, .map(Commitment.self), Doc("promises that cost", "承诺")),
      Field("feasibility", \.feasibility, .noun(Feasibility.self), Doc("what the money brings back", "可行性")),
      Field("claims", \.claims, .map(Claim.self), Doc("figures said again", "所引数字")),
      Field("actuals", \.actuals, .map(Actuals.self), Doc("CSV files of performance data", "实际数据")),
      Field("log", \.log, .nouns(LogEntry.self), Doc("explanations, incidents, lessons", "日志")),
    ]
  }
}

/// Who approved which revision of the plan.
package struct Approval: Noun {
  package var common = Common()
  package var by: [Located<String>]?
  package var date: Located<CivilDate>?
  package var revision: Located<String>?

  package init() {}

  package static let nounName = "approval"

  package static let table = NounTable<Approval>(
    Doc("who approved which revision", "批准信息"), common: [.note],
    example: """
      status: approved
      approval: {by: [cmo], date: 2024-12-20, revision: v2025.1}
      """,
    [
      Field("by", \.by, .list(.reference(.role)), .required, Doc("who approved", "批准人")),
      Field("date", \.date, .date, .required, Doc("when", "日期")),
      Field("revision", \.revision, .word, Doc("git tag or commit", "git 标签或提交")),
    ])
}

extension Plan {
  /// The plan's currency, by its ISO code.
  package var currencyCode: String? { currency?.value }
  /// Where the plan stands in its life.
  package var life: Life { status?.value ?? .draft }
}
