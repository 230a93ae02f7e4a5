package import PlanQuantities
package import PlanText

/// A piece of technology the plan builds, buys or uses.
package struct Module: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var paidBy: Payer?
  package var benefit: Located<Quantity>?
  package var counted: PeriodTable<Located<Quantity>>?
  package var payback: Located<Quantity>?
  package var goLive: Located<Period>?
  package var pilot: Located<String>?
  package var needs: [Located<String>]?
  package var existing: Located<Bool>?
  package var scorecard: Located<String>?
  package var kpis: [Located<String>]?
  package var owner: Located<String>?

  package init() {}

  package static let nounName = "module"

  package static let table = NounTable<Module>(
    Doc("a piece of technology", "技术模块"),
    example: """
      kpis:
        repurchase: {unit: "%", share_of: 活跃会员, direction: up, baseline: 35%, cadence: monthly, source: CRM, owner: cmo}
      modules:
        crm: {title: CRM, existing: true}
        member-app:
          title: {en: Member app, zh-Hans: 会员应用}
          amount: 120万元
          paid_by: app
          benefit: 160万元/年
          payback: 9mo
          go_live: 2025-06-01
          needs: crm
          kpis: repurchase
          owner: cmo
      budget: {total: 120万元, lines: {app: {amount: 120万元, owner: cmo}}}
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("its name", "名称")),
      Field("amount", \.amount, .money, Doc("investment as stated for it", "所写投入")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目")),
      Field("benefit", \.benefit, .amount, Doc("benefit a year", "年收益")),
      Field("counted", \.counted, .series(.money), Doc("benefit counted in a period", "各期计入的收益")),
      Field("payback", \.payback, .duration, Doc("stated payback, from `go_live`", "所写回收期，自上线起算")),
      Field("go_live", \.goLive, .period, Doc("its first day", "上线时间")),
      Field("pilot", \.pilot, .reference(.phase), Doc("the phase that pilots it", "试点阶段")),
      Field("needs", \.needs, .list(.reference(.module)), Doc("modules it connects to", "所依赖的模块")),
      Field("existing", \.existing, .flag, Doc("whether it is there already", "是否已有")),
      Field("scorecard", \.scorecard, .reference(.scorecard), Doc("how it was chosen", "选型评分卡")),
      Field("kpis", \.kpis, .list(.reference(.kpi)), Doc("KPIs that show its effect", "衡量效果的指标")),
      Field("owner", \.owner, .reference(.role), Doc("who answers for it", "负责人")),
    ])
}

/// Somebody outside who works on the plan.
package struct Partner: Noun {
  package var common = Common()
  package var kind: Located<Kind>?
  package var number: Located<Quantity>?
  package var amount: Located<Quantity>?
  package var paidBy: Payer?
  package var contract: Text?
  package var provides: [Located<String>]?
  package var serviceLevel: Located<String>?
  package var backup: Located<String>?

  package init() {}

  package enum Kind: String, Choice { case vendor, store, creator, agency, insurer, supplier }

  package static let nounName = "partner"

  package static let table = NounTable<Partner>(
    Doc("somebody outside who works on the plan", "合作方"),
    example: """
      partners:
        film-house:
          title: {en: Film house, zh-Hans: 影视制作公司}
          kind: agency
          amount: 80万元
          paid_by: content
          contract: 2024年框架协议第7号
          backup: studio-b
        studio-b: {title: Studio B, kind: agency, amount: 0元, contract: 备选名录2025}
      budget: {total: 80万元, lines: {content: {amount: 80万元, owner: cmo}}}
      """,
    [
      Field("title", \.common.title, .text, .required, Doc("its name", "名称")),
      Field("kind", \.kind, .choice(Kind.self), .required, Doc("what it is", "种类")),
      Field("number", \.number, .count, Doc("how many", "数量")),
      Field("amount", \.amount, .amount, Doc("what it costs", "费用")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目")),
      Field("contract", \.contract, .text, Doc("the contract", "合同")),
      Field("provides", \.provides, .list(.reference(.provided)), Doc("modules or channels it provides", "所提供的模块或渠道")),
      Field("service_level", \.serviceLevel, .reference(.serviceLevel), Doc("what it promises", "服务水平")),
      Field("backup", \.backup, .reference(.partner), Doc("who steps in", "备选合作方")),
    ])
}

/// How the plan's data are governed.
package struct DataGovernance: Noun {
  package var common = Common()
  package var standard: Text?
  package var customerID: Text?
  package var access: Text?
  package var encryption: Text?
  package var backup: Text?
  package var retention: Text?
  package var consent: Text?
  package var qualityAtLeast: Located<Quantity>?

  package init() {}

  package static let nounName = "data"

  package static let table = NounTable<DataGovernance>(
    Doc("how data are governed", "数据治理"), common: [.note],
    example: """
      data:
        standard: {en: Field names as in the CRM, zh-Hans: 字段命名与CRM一致}
        customer_id: 会员号
        access: {en: Two data stewards, zh-Hans: 两名数据专员}
        encryption: AES-256, at rest and in transit
        backup: 每日增量，每周全量
        retention: 24 months after the last order
        consent: {en: Asked for at sign-up, zh-Hans: 注册时征得同意}
        quality_at_least: 95%
      """,
    [
      Field("standard", \.standard, .text, Doc("formats and naming", "格式与命名标准")),
      Field("customer_id", \.customerID, .text, Doc("the one key of a customer", "客户唯一标识")),
      Field("access", \.access, .text, Doc("who may see what", "访问权限")),
      Field("encryption", \.encryption, .text, Doc("how it is encrypted", "加密")),
      Field("backup", \.backup, .text, Doc("how it is backed up", "备份")),
      Field("retention", \.retention, .text, Doc("how long it is kept", "保存期限")),
      Field("consent", \.consent, .text, Doc("how consent is got", "授权同意")),
      Field(
        "quality_at_least", \.qualityAtLeast, .share, Doc("score below which a person looks", "低于此分须人工复核"),
        base: "records"),
    ])
}
