import PlanAnalysis
import PlanQuantities
import PlanReports
import PlanText
import Testing

/// What channels, modules, partners, promises and events cost, as figures by path.
@Suite struct SpenderFigureTests {
  /// One figure as an exact number: money in its currency, shares as fractions, time in years.
  private func value(_ path: String, of plan: CompiledPlan) throws -> Fraction {
    #expect(plan.figures.allPaths.contains(path), "\(path) is not among all paths")
    let figure = try #require(plan.figures.figure(path), "\(path) is missing")
    let quantity = try #require(figure.quantity, "\(path) has no value")
    #expect(quantity.isExact)
    return quantity.value
  }

  private func check(_ expected: [(path: String, value: Fraction)], in yaml: String) throws {
    let plan = try compiled(yaml)
    for (path, wanted) in expected {
      let found = try value(path, of: plan)
      #expect(found == wanted, "\(path) is \(found.decimalText), not \(wanted.decimalText)")
    }
  }

  private func million(_ value: Fraction) -> Fraction { value * 1_000_000 }

  /// GN-11: payback by the costs that modules state, and by the lines that pay them.
  @Test func modulesPayThemselvesBack() throws {
    let plan = """
      budget:
        total: 5000万元
        lines: {data-platform: 2200万元, recommender: 1800万元, metaverse: 1000万元}
      modules:
        crm: {title: CRM, existing: true}
        data-platform: {title: 数据平台, amount: 800万元, paid_by: data-platform, benefit: 2400万元/年}
        recommender: {title: 智能推荐, amount: 1200万元, paid_by: recommender, benefit: 3600万元/年}
        metaverse: {title: 元宇宙场景, amount: 1500万元, paid_by: metaverse, benefit: 4500万元/年}
      """
    try check(
      [
        ("modules.data-platform.payback", Fraction(4, 12)), ("modules.recommender.payback", Fraction(4, 12)),
        ("modules.metaverse.payback", Fraction(4, 12)), ("modules.data-platform.payback_by_line", Fraction(11, 12)),
        ("modules.recommender.payback_by_line", Fraction(6, 12)),
        ("modules.metaverse.payback_by_line", Fraction(10, 45)), ("modules.payback", Fraction(4, 12)),
        ("modules.payback_by_line", Fraction(5000, 10_500)), ("modules.amount", million(35)),
        ("modules.benefit", million(105)), ("modules.crm", 0),
      ], in: plan)
  }

  /// GN-14: 8.2 against 3.5 is 70.085% against 29.915%.
  @Test func moneyIsSplitByMethods() throws {
    let plan = """
      segments:
        market: {partition: true, parts: {business: {share: 60%, value: 3000元}, consumer: {share: 40%, value: 2000元}}}
      budget:
        total: 8000万元
        lines: {media: {amount: 8000万元, owner: cmo}}
        allocation: {methods: {by_return: 50%, by_value: 30%, even: 20%}, over: [live, search-ads]}
      channels:
        live: {side: online, paid_by: media, amount: 3200万元, roi: 8.2x, segments: [consumer]}
        search-ads: {side: online, paid_by: media, amount: 1200万元, roi: 3.5x, segments: [consumer, business]}
        stores: {side: offline, paid_by: media}
      """
    // A customer of the consumer segment counts 40% * 2000 = 800, of business 60% * 3000 = 1800.
    let byReturn = Fraction(82, 117)
    let byValue = Fraction(800, 800 + 2600)
    let blend = byReturn * Fraction(1, 2) + byValue * Fraction(3, 10) + Fraction(1, 10)
    try check(
      [
        ("allocation.by_return.live", byReturn), ("allocation.by_return.search-ads", Fraction(35, 117)),
        ("allocation.even.live", Fraction(1, 2)), ("allocation.by_value.live", byValue),
        ("allocation.by_value.search-ads", Fraction(2600, 3400)), ("allocation.live", blend),
        ("allocation.live.amount", blend * million(44)), ("channels.stores", million(36)),
      ], in: plan)
    let compiled = try compiled(plan)
    let text = try #require(FigureTree("allocation.by_return.live", compiled)).text(compiled)
    #expect(text.hasPrefix("allocation.by_return.live = 70.09%"), "\(text)")
  }

  @Test func channelsRollUpAndCountOnce() throws {
    try check(
      [
        ("channels.social", 500_000), ("channels.posts", 150_000), ("channels.live", 350_000),
        ("channels.search", 300_000), ("channels.social.share", Fraction(1, 2)), ("channels.live.roi", 4),
        ("flights.spring", 120_000), ("budget.media.unspent", 200_000), ("budget.unspent", 200_000),
        ("channels.live.cost", 280_000), ("channels.live.cost.direct", 200_000),
        ("channels.live.cost.hidden", 80_000), ("channels.live.cost.opportunity", 120_000),
        ("channels.live.costs.clicks", 160_000),
      ],
      in: """
        assumptions: {sales: {value: CNY 2m, source: shop, as_of: 2024}}
        budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo}}}
        channels:
          social: {side: online, paid_by: media}
          posts: {side: online, parent: social, amount: CNY 150k}
          live:
            side: online
            parent: social
            amount: CNY 350k
            roi: 4x
            costs:
              fee: {class: direct, rate: 2%, of: sales}
              clicks: {class: direct, rate: CNY 0.8/click, volume: 200000 clicks}
              sync: {class: hidden, amount: CNY 200k, split: {live: 40%, posts: 60%}}
              forgone: {class: opportunity, amount: CNY 120k}
          search: {side: online, paid_by: media, amount: CNY 300k}
        flights:
          spring: {channel: live, period: 2025Q2, amount: CNY 120k}
        """)
  }

  @Test func promisesPartnersAndEventsCost() throws {
    try check(
      [
        ("commitments.research", million(240)), ("commitments.donation", million(Fraction(16, 10))),
        ("partners.creators.number", 100), ("partners.creators", 300_000), ("events.course", 120_000),
        ("events.course.spend", 150_000), ("budget.reserved", million(72)),
        ("budget.technology-iteration", million(24)),
        ("budget.elastic", million(18)), ("budget.compliance", million(12)), ("budget.synergy-fund", million(18)),
        ("budget.people.unspent", million(40) - 450_000),
      ],
      in: """
        kind: plan
        schema: 1
        id: case
        title: Case
        period: 2024Q4..2025Q4
        currency: CNY
        owner: cmo
        team: {roles: {cmo: Marketing head}}
        assumptions: {annual-revenue: {value: 16亿元, source: books, as_of: 2024}}
        budget:
          total: 1.2亿元
          lines: {technology: {amount: 8000万元, for: platform}, people: 4000万元}
          reserves:
            technology-iteration: {share: 20%, for: technology}
            elastic: 15%
            compliance: {share: 10%, for: compliance}
            synergy-fund: {share: 15%, for: market}
        commitments:
          research: {rate: 15%, of: annual-revenue}
          donation: {rate: 0.1%, of: annual-revenue}
        partners: {creators: {title: Creators, kind: creator, number: 100 people, amount: CNY 300k, paid_by: people}}
        events: {course: {kind: training, times: 2/y, amount: CNY 120k/y, paid_by: people}}
        """)
  }

  /// Where two share a line and neither says how much, nothing is made up.
  @Test func whatIsSharedUnsaidIsMissing() throws {
    let plan = try compiled(
      """
      budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo}}}
      channels:
        live: {side: online, paid_by: media}
        search: {side: online, paid_by: media}
      """)
    let figure = try #require(plan.figures.figure("channels.live"))
    #expect(figure.quantity == nil)
    let text = try #require(FigureTree("channels.live", plan)).text(plan)
    #expect(text.contains("budget.media pays channels.search too"), "\(text)")
    #expect(try value("budget.media.unspent", of: plan) == 0)
  }

  /// A plan without spenders has no figures of them.
  @Test func plansWithoutSpendersHaveNoneOfTheseFigures() throws {
    let plan = try compiled("budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, for: advertising}}}")
    #expect(plan.figures.allPaths.allSatisfy { !$0.contains("unspent") && !$0.hasPrefix("channels.") })
    #expect(plan.figures.figure("budget.unspent") == nil)
  }

  /// Channels above each other in a circle end.
  @Test func channelsInACircleEnd() throws {
    let plan = try compiled(
      """
      budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, for: advertising}}}
      channels:
        a: {side: online, parent: b, paid_by: media}
        b: {side: online, parent: a}
        c: {side: online, parent: c, amount: CNY 10k, paid_by: media}
      """)
    #expect(plan.figures.allPaths.contains("channels.a"))
    #expect(plan.figures.figure("channels.a")?.quantity == nil)
    #expect(try value("channels.c", of: plan) == 10_000)
  }
}
