import PlanText
import Testing

@testable import PlanReports

/// The sections on channels, allocation, technology, partners, risks, monitoring and adjustments.
@Suite struct NounSectionTests {
  static let plan = """
    kind: plan
    schema: 1
    id: whole
    title: {zh-Hans: 整体计划, en: The whole plan}
    period: 2026
    currency: CNY
    languages: [zh-Hans, en]
    owner: cmo
    as_of: 2026-07-01
    team:
      headcount: 14 people
      roles:
        cmo: {title: 营销总监, contact: cmo@example.com}
        crm: 会员负责人
        it: {zh-Hans: 技术负责人, en: Head of IT}
      units:
        digital: {title: 数字团队, headcount: 8 people, lead: crm}
        crisis: {title: 应急小组, lead: it, temporary: true}
    duties:
      voice: {title: 口径一致, raci: {crm: A, it: R, cmo: I}}
      orphan: {title: 无人负责的工作, raci: {it: R, cmo: I}}
    scope: {in: [线上渠道], out: [海外], places: [中国]}
    segments:
      market: {partition: true, parts: {business: {share: 60%, value: 36万元}, consumer: 40%}}
    journey: {awareness: 认知, purchase: 购买, loyalty: 忠诚}
    kpis:
      attrition: {unit: "%", share_of: 关键岗位, direction: down, baseline: 22%, as_of: 2025, limit: 25%, cadence: monthly, source: HR, owner: crm}
      reach: {unit: person, direction: up, cadence: monthly, source: CRM, owner: crm, kind: activity}
    channels:
      live: {side: online, role: 成交, stages: [awareness, purchase], segments: [consumer], owner: crm, paid_by: media, amount: 600万元, roi: 3x, links: {stores: [traffic]}, costs: {agency: {class: direct, amount: 100万元}, forgone: {class: opportunity, amount: 20万元}}}
      stores: {side: offline, role: 体验, stages: [purchase], segments: [business], owner: it, paid_by: media, amount: 200万元, roi: 2x}
    attribution: {model: position, credits: {awareness: 40%, purchase: 60%}, window: 30d}
    flights:
      autumn: {channel: live, period: 2026-09, amount: 60万元, kpi: reach, target: 8000 person}
      spring: {channel: live, period: 2026-03, amount: 40万元, pattern: pulse, media: {clicks: 50万次, cpc: 0.8元/次}}
    budget:
      total: 1200万元
      lines: {media: {amount: 800万元, owner: cmo}, people: {amount: 300万元, owner: cmo}}
      reserves: {open: {amount: 100万元}}
      allocation: {methods: {by_return: 100%}}
      funding: {own: 1000万元, sponsor: {amount: 200万元, kind: sponsor, confirmed: false}}
      reallocation: {cadence: quarterly, counts_as: reallocation, within: [media], at_most: 5%}
    adjustments:
      first:
        kind: adjustment
        date: 2026-05-15
        moves: [{amount: 20万元, from: media, to: people}]
        problem: 获客成本上升
        evidence: [周报]
        proposal: 移到会员
        requested_by: crm
        approved_by: [cmo]
        approved_on: 2026-05-08
        review: {due: 2026-08-15, kpi: attrition}
    modules:
      crm-system: {title: 会员系统, existing: true}
      cdp: {title: 数据平台, amount: 240万元, paid_by: people, benefit: 480万元/年, payback: 6个月, go_live: 2026Q3, needs: [crm-system], owner: it}
    service_levels: {platform: {system: shop, availability: 99.9%, respond_within: 30min, staffed_by: crisis}}
    data: {standard: 统一字段}
    partners: {agency: {title: 代运营商, kind: agency, amount: 50万元, paid_by: media, provides: [live]}}
    commitments: {donation: {title: 捐赠, rate: 0.1%, of: budget.total}}
    risks:
      outage: {title: 系统中断, category: technology, likelihood: 10%, loss: 500万元, grade: high, response: mitigate, owner: it, indicators: [attrition-high], contingency: {plan: 启用备用系统, amount: 50万元, paid_by: open}, actions: {drill: {title: 演练, owner: it, due: 2026-03-31}}}
      prices: {title: 广告涨价, category: market, likelihood: 30%, loss: 100万元, grade: medium, response: accept, reason: 影响有限, owner: cmo}
      unknown: {title: 政策变化, category: market}
    escalation: {high: {tell: [cmo], within: 1h}}
    alerts:
      attrition-high: {kpi: attrition, when: actual > 15%, grade: high, owes: [action], within: 5wd, advice: 启动紧急招聘}
      reach-low: {kpi: reach, when: actual < plan * 90%, grade: low, owes: [explanation], within: 5wd, advice: 说明原因}
    log:
      - {date: 2026-04-10, kind: lesson, text: 首发日期变动须先改排期, by: cmo}
    evidence:
      rival: {measure: uplift, value: +32%, kind: case, source: 某品牌, as_of: 2025}
    glossary: {kol: {term: KOL, meaning: 关键意见领袖, avoid: [网红]}}
    scorecards:
      choice: {purpose: selection, criteria: {maturity: 60%, cost: 40%}, scores: {saas: {maturity: 8/10, cost: 5/10}, own: {maturity: 6/10, cost: 9/10}}, chosen: saas}
    chapters:
      method: {title: 研究方法, text: "文献与访谈。\\n- 文献\\n- 访谈", after: channels}
      empty: {title: 空章, text: ""}
    feasibility:
      start: 2026-01-01
      equals: budget.total
      flows: {2026: 800万元, 2027: 900万元}
      net_of: [nothing]
      discount_rate: 8%
      verdicts: {technical: {says: feasible, start_with: [cdp]}, economic: {says: conditional, because: 回报依赖会员}}

    """

  private func text(_ language: Language = .english) throws -> String {
    try MarkdownReport().render(compiled(Self.plan, language: language))
  }

  @Test func everyNounHasItsSection() throws {
    let text = try text()
    for heading in [
      "Scope and audience", "Channels", "Allocation", "Technology", "Partners and commitments", "Risks", "Monitoring",
      "Adjustments", "研究方法",
    ] {
      #expect(text.contains(#/\n## [0-9]+ /#) && text.contains(" \(heading)\n"), "\(heading)")
    }
    let gaps = try #require(text.firstRange(of: "What the plan does not say"))
    for key in ["channels", "risks", "alerts", "adjustments", "budget.allocation"] {
      #expect(!text[gaps.lowerBound...].contains("| `\(key)` |"), "\(key)")
    }
  }

  @Test func aStageWithoutAChannelIsAGap() throws {
    let text = try text()
    #expect(text.contains("**忠诚 has no channel; live takes 50%"))
    #expect(text.contains("| **Channels** | **1** | **2** | **✕ gap** |"))
    #expect(text.contains("| live | ● online | ● online |  |"))
  }

  @Test func flightsRunByTheirFirstDay() throws {
    let text = try text()
    let (spring, autumn) = (
      try #require(text.firstRange(of: "| spring |")), try #require(text.firstRange(of: "| autumn |"))
    )
    #expect(spring.lowerBound < autumn.lowerBound)
  }

  @Test func risksAreRankedByGradeAndKnownLossesAreExpected() throws {
    let text = try text()
    #expect(text.contains("3 risks named; 1 is high; expected loss CNY 0.80m"))
    let first = try #require(text.firstRange(of: "## 5 Risks"))
    let order = ["系统中断", "广告涨价", "政策变化"].compactMap { text[first.upperBound...].firstRange(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
    #expect(
      text.contains(
        #/\[\^[0-9]+\]: Expected loss: 800,000\.00 CNY = `risks\.outage\.expected \+ risks\.prices\.expected`/#))
  }

  @Test func baselinesPastAThresholdWouldFire() throws {
    let text = try text()
    let start = try #require(text.firstRange(of: "**Baselines against thresholds**"))
    let rows = text[start.upperBound...].split(separator: "\n").dropFirst().prefix { $0.hasPrefix("|") }
    #expect(
      rows.contains {
        $0.hasPrefix("| attrition | 22%[^") && $0.contains(#"| \> 15% | 25% |"#) && $0.contains("✕ would fire now")
      })
    // `plan * 90%` is no one figure: no threshold is drawn.
    #expect(!rows.contains { $0.hasPrefix("| reach |") })
  }

  @Test func workWithoutOneWhoIsAccountableIsMarked() throws {
    let text = try text()
    #expect(text.contains(#/\| 无人负责的工作 \| .*✕ none \|/#))
    #expect(text.contains(#/\| 口径一致 \| .*✓ 1 \|/#))
  }

  @Test func weightedScoresAreWorkedOut() throws {
    let text = try text()
    #expect(text.contains("| **Sum** | **100.00%** | **6.8/10** | **7.2/10** |"))
  }

  @Test func chaptersAreParagraphsAndLists() throws {
    let text = try text()
    #expect(text.contains("## 9 研究方法\n\n文献与访谈。\n\n- 文献\n- 访谈\n"))
    #expect(!text.contains("空章"))
  }

  @Test func whatNoLinePaysForIsSaid() throws {
    #expect(try text().contains("1 partner and 1 commitment; no line pays for 1 of them"))
  }

  @Test func theLanguagesShowTheSameFigures() throws {
    func figures(_ language: Language) throws -> [String] {
      let html = try HTMLReport().render(compiled(Self.plan, language: language))
      return html.ranges(of: "<data value=\"").map { String(html[$0.upperBound...].prefix { $0 != "\"" }) }
    }
    let english = try figures(.english)
    #expect(english.count > 30)
    #expect(try figures(.simplified) == english)
    #expect(try figures(.traditional) == english)
  }

  @Test(arguments: Language.allCases) func thePageIsWhole(language: Language) throws {
    let html = try HTMLReport().render(compiled(Self.plan, language: language))
    let ids = html.ranges(of: " id=\"").map { html[$0.upperBound...].prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    for range in html.ranges(of: "href=\"#") {
      #expect(ids.contains(html[range.upperBound...].prefix { $0 != "\"" }))
    }
    #expect(html.ranges(of: "<h3").count == html.ranges(of: "</h3>").count && !html.contains("<h3 class=\"hd\"></h3>"))
    #expect(html.contains("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label="))
    #expect(html.utf8.count <= 250_000)
  }

  @Test func planJSONHasTheNounsAndFollowsItsSchema() throws {
    let json = try JSONValue(parsing: PlanJSON().render(compiled(Self.plan)))
    let schema = try schema(.planJSON)
    #expect(json.violations(of: schema, in: schema) == [])
    #expect(json["channels"]?.items.count == 2 && json["risks"]?.items.count == 3)
    #expect(json["risks"]?.items.first?["expected"]?["value"]?.text == "500000")
    #expect(json["ledger"]?["entries"]?.items.first?["moves"]?.items.first?["from"]?.text == "media")
  }
}
