package import PlanExpressions
package import PlanQuantities
package import PlanText

/// What the money brings back, and when.
package struct Feasibility: Noun {
  package var common = Common()
  package var start: Located<CivilDate>?
  package var investment: Located<Quantity>?
  package var equals: Located<Expression>?
  package var invested: PeriodTable<Located<Quantity>>?
  package var flows: PeriodTable<Flow>?
  package var netOf: [Located<Deduction>]?
  package var discountRate: Located<Quantity>?
  package var definitions: Definitions?
  package var benefits: Table<Benefit>?
  package var margin: Located<Quantity>?
  package var sensitivity: Table<Sensitivity>?
  package var breakEven: Table<BreakEven>?
  package var scenarios: Table<Scenario>?
  package var verdicts: Table<StudyVerdict>?

  package init() {}

  package enum Deduction: String, Choice {
    case operating, tax, payroll, depreciation, nothing
    case costOfGoods = "cost_of_goods"
  }

  package static let nounName = "feasibility"

  package static let table = NounTable<Feasibility>(
    Doc("what the money brings back, and when", "投入的回报及时间"),
    example: """
      feasibility:
        start: 2025-01-01
        investment: 600万元
        flows: {2025: 260万元, 2026: 380万元, 2027: 420万元}
        net_of: [operating, cost_of_goods]
        discount_rate: 8%
        definitions: {roi: net, payback_from: start, timing: period_end}
      """,
    [
      Field("start", \.start, .date, .required, Doc("time zero of payback and discounting", "回收与折现的起点")),
      Field("investment", \.investment, .money, .unless(["equals"]), Doc("the money put in", "投入")),
      Field("equals", \.equals, .expression, Doc("derivation of the investment", "投入的推导式")),
      Field("invested", \.invested, .series(.money), Doc("the investment by period", "分期投入")),
      Field("flows", \.flows, .nouns(byPeriod: Flow.self), Doc("net benefit of each period", "各期净收益")),
      Field(
        "net_of", \.netOf, .list(.choice(Deduction.self)), Doc("what the flows already have taken off", "净收益已扣除的项目")),
      Field("discount_rate", \.discountRate, .percent, Doc("a year", "年折现率"), base: "a year"),
      Field("definitions", \.definitions, .noun(Definitions.self), Doc("what ROI, payback and NPV mean here", "指标口径")),
      Field("benefits", \.benefits, .map(Benefit.self), Doc("yearly benefits by driver", "按动因列出的年收益")),
      Field("margin", \.margin, .share, Doc("margin of benefits that are revenue", "收入类收益的毛利率"), base: "revenue"),
      Field("sensitivity", \.sensitivity, .map(Sensitivity.self), Doc("stated results of changed drivers", "敏感性分析")),
      Field("break_even", \.breakEven, .map(BreakEven.self), Doc("stated values where the result turns", "临界值")),
      Field("scenarios", \.scenarios, .map(Scenario.self), Doc("other values of the drivers", "情景")),
      Field("verdicts", \.verdicts, .map(StudyVerdict.self), Doc("technical, economic, operational, overall", "结论")),
    ])
}

/// The net benefit of one period.
package struct Flow: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var equals: Located<Expression>?

  package init() {}

  package static let nounName = "flow"

  package static let table = NounTable<Flow>(
    Doc("the net benefit of one period", "一期净收益"),
    example: """
      assumptions:
        orders: {value: 26000 orders, source: 电商后台, as_of: 2024}
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: operating
        flows:
          2025: {amount: 260万元, equals: orders * 100元/order}
          2026: 380万元
          2027: {amount: 420万元, note: 含海外站}
      """,
    [
      Field("amount", \.amount, .money, .unless(["equals"]), Doc("the money", "金额"), principal: true),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
    ])
}

/// What ROI, payback and NPV mean.
package struct Definitions: Noun {
  package var common = Common()
  package var roi: Located<ROI>?
  package var paybackFrom: Located<PaybackFrom>?
  package var timing: Located<Timing>?

  package init() {}

  package enum ROI: String, Choice { case gross, net, annual }
  package enum PaybackFrom: String, Choice {
    case start
    case firstSpend = "first_spend"
    case lastGoLive = "last_go_live"
  }
  package enum Timing: String, Choice {
    case periodEnd = "period_end"
    case periodMiddle = "period_middle"
    case periodStart = "period_start"
  }

  package static let nounName = "definitions"

  package static let table = NounTable<Definitions>(
    Doc("what ROI, payback and NPV mean", "投资回报、回收期与净现值的口径"), common: [.note],
    example: """
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: nothing
        flows: {2025: 300万元, 2026: 450万元}
        definitions: {roi: annual, payback_from: first_spend, timing: period_middle}
      """,
    [
      Field(
        "roi", \.roi, .choice(ROI.self),
        Doc("gross Σf/I, net (Σf − I)/I, or annual mean f/I; no default", "毛、净或年均；无默认"), base: "investment"),
      Field(
        "payback_from", \.paybackFrom, .choice(PaybackFrom.self), Doc("when the clock starts; start if left out", "起算点")
      ),
      Field(
        "timing", \.timing, .choice(Timing.self),
        Doc("when in its period a flow falls; period_end if left out", "期内现金流时点")),
    ])
}

/// A yearly benefit and what drives it.
package struct Benefit: Noun {
  package var common = Common()
  package var amount: Located<Quantity>?
  package var equals: Located<Expression>?
  package var kind: Located<Kind>?
  package var driver: Located<String>?
  package var period: Located<Period>?

  package init() {}

  package enum Kind: String, Choice { case revenue, saving, value }

  package static let nounName = "benefit"

  package static let table = NounTable<Benefit>(
    Doc("a yearly benefit and what drives it", "一项年收益及其动因"),
    example: """
      kpis:
        repurchase: {unit: "%", share_of: 活跃会员, direction: up, baseline: 35%, cadence: monthly, source: CRM, owner: cmo}
        service-cost: {unit: CNY/order, direction: down, baseline: 9元/order, cadence: monthly, source: finance, owner: cmo}
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: operating
        margin: 40%
        flows: {2025: 260万元, 2026: 260万元, 2027: 260万元}
        benefits:
          more-orders: {amount: 500万元/年, kind: revenue, driver: repurchase}
          less-service: {amount: 60万元/年, kind: saving, driver: service-cost}
      """,
    [
      Field("amount", \.amount, .amount, .unless(["equals"]), Doc("money a year", "每年金额"), principal: true),
      Field("equals", \.equals, .expression, Doc("its derivation", "推导式")),
      Field(
        "kind", \.kind, .choice(Kind.self), .required,
        Doc("revenue (times margin), saving, or value (no cash)", "收入、节约或价值")),
      Field("driver", \.driver, .reference(.kpi), .required, Doc("the KPI that brings it", "带来收益的指标")),
      Field("period", \.period, .period, Doc("when it runs", "期间")),
    ])
}

/// Stated results of one driver changed down and up.
package struct Sensitivity: Noun {
  package var common = Common()
  package var driver: Located<Expression>?
  package var result: Located<Result>?
  package var low: Located<Literal>?
  package var high: Located<Literal>?
  package var atLow: Located<Quantity>?
  package var atBase: Located<Quantity>?
  package var atHigh: Located<Quantity>?

  package init() {}

  package enum Result: String, Choice {
    case payback, npv, irr
    case discountedPayback = "discounted_payback"
    case roiGross = "roi_gross"
    case roiNet = "roi_net"
  }

  package static let nounName = "sensitivity"

  package static let table = NounTable<Sensitivity>(
    Doc("stated results of one driver changed down and up", "某动因上下变动时的结果"),
    example: """
      assumptions:
        orders: {value: 26000 orders, direction: up, source: 电商后台, as_of: 2024}
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: operating
        flows: {2025: {equals: orders * 100元/order}, 2026: 380万元, 2027: 420万元}
        definitions: {roi: net, payback_from: start, timing: period_end}
        sensitivity:
          orders: {driver: orders, result: payback, low: -20%, high: +20%, at_low: 2.1y, at_high: 1.8y}
      """,
    [
      Field("driver", \.driver, .expression, .required, Doc("a KPI, assumption or line", "指标、假设或科目")),
      Field("result", \.result, .choice(Result.self), .required, Doc("which result", "何种结果")),
      Field("low", \.low, .change, .required, Doc("change downwards", "向下变动"), base: "driver"),
      Field("high", \.high, .change, .required, Doc("change upwards", "向上变动"), base: "driver"),
      Field("at_low", \.atLow, .quantity(.quantity), Doc("result at low", "下变时的结果")),
      Field("at_base", \.atBase, .quantity(.quantity), Doc("result unchanged", "基准结果")),
      Field("at_high", \.atHigh, .quantity(.quantity), Doc("result at high", "上变时的结果")),
    ])
}

/// The stated value of a driver at which a result turns.
package struct BreakEven: Noun {
  package var common = Common()
  package var driver: Located<Expression>?
  package var at: Located<Quantity>?
  package var result: Located<Sensitivity.Result>?
  package var reaches: Located<Quantity>?
  package var expected: Located<Expression>?

  package init() {}

  package static let nounName = "break_even"

  package static let table = NounTable<BreakEven>(
    Doc("the stated value of a driver at which a result turns", "结果翻转时的动因值"),
    example: """
      assumptions:
        orders: {value: 26000 orders, low: 24000 orders, high: 30000 orders, direction: up, source: 电商后台, as_of: 2024}
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: operating
        discount_rate: 8%
        flows: {2025: {equals: orders * 100元/order}, 2026: 380万元, 2027: 420万元}
        definitions: {roi: net, payback_from: start, timing: period_end}
        break_even:
          orders: {driver: orders, at: 11000 orders, result: npv, expected: orders}
      """,
    [
      Field("driver", \.driver, .expression, .required, Doc("a KPI, assumption or line", "指标、假设或科目")),
      Field(
        "at", \.at, .quantity(.quantity), Doc("the value where the result turns; computed if left out", "临界值；不写则由程序算出"),
        principal: true),
      Field("result", \.result, .choice(Sensitivity.Result.self), Doc("which result; npv if left out", "何种结果，默认 npv")),
      Field("reaches", \.reaches, .quantity(.quantity), Doc("the result there; zero if left out", "此处的结果，默认零")),
      Field("expected", \.expected, .expression, Doc("the value to be expected", "预期值")),
    ])
}

/// Other values of the drivers, taken together.
package struct Scenario: Noun {
  package var common = Common()
  package var set: Table<Located<Quantity>>?
  package var likelihood: Located<Quantity>?

  package init() {}

  package static let nounName = "scenario"

  package static let table = NounTable<Scenario>(
    Doc("other values of the drivers, taken together", "情景"),
    example: """
      assumptions:
        orders: {value: 26000 orders, source: 电商后台, as_of: 2024}
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: operating
        flows: {2025: {equals: orders * 100元/order}, 2026: 380万元, 2027: 420万元}
        scenarios:
          weak-spring: {title: 春季遇冷, set: {orders: 18000 orders}, likelihood: 30%}
          as-planned: {set: {orders: 26000 orders}, likelihood: 70%}
      """,
    [
      Field(
        "set", \.set, .keyed(by: .assumption, .quantity(.quantity)), .required,
        Doc("KPI or assumption to value", "指标或假设的取值")),
      Field("likelihood", \.likelihood, .share, Doc("how likely it is", "可能性"), base: "100%"),
    ])
}
