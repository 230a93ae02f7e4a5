import PlanQuantities
import PlanText

extension Function {
  /// Every function of the language, one row each.
  package static let all: [Function] = [
    Function(
      name: "sum", signature: "sum(map) or sum(a, b, …)", arity: 1...100,
      doc: Message(
        en: "The sum of a map's figures, or of two or more; missing where one of them is missing.",
        hans: "一组数值之和，或两个以上数值之和；缺一则结果缺失。", hant: "一組數值之和，或兩個以上數值之和；缺一則結果缺少。"),
      body: .figures({ $0 }, { Figures.sum($0) })),
    Function(
      name: "min", signature: "min(map) or min(a, b, …)", arity: 1...100,
      doc: Message(en: "The least of the figures.", hans: "其中最小的数值。", hant: "其中最小的數值。"),
      body: .figures({ $0 }, { Figures.extreme($0, greatest: false) })),
    Function(
      name: "max", signature: "max(map) or max(a, b, …)", arity: 1...100,
      doc: Message(en: "The greatest of the figures.", hans: "其中最大的数值。", hant: "其中最大的數值。"),
      body: .figures({ $0 }, { Figures.extreme($0, greatest: true) })),
    Function(
      name: "avg", signature: "avg(map) or avg(a, b, …)", arity: 1...100,
      doc: Message(en: "The mean of the figures.", hans: "各数值的平均数。", hant: "各數值的平均數。"),
      body: .figures({ $0 }, { Figures.mean($0) })),
    Function(
      name: "abs", signature: "abs(figure)", arity: 1...1,
      doc: Message(en: "The figure without its sign.", hans: "数值的绝对值。", hant: "數值的絕對值。"),
      body: .figures({ $0 }, { Figures.absolute($0[0]) })),
    Function(
      name: "count", signature: "count(section)", arity: 1...1,
      doc: Message(
        en: "How many nouns a section, map or list holds; always known.", hans: "章节、映射或列表中的项数；总是已知。",
        hant: "章節、對映或清單中的項數；總是已知。"),
      body: .count),
    Function(
      name: "growth", signature: "growth(new, old)", arity: 2...2,
      doc: Message(
        en: "The change from the old figure to the new as a percentage of the old.", hans: "新值相对旧值的变化率。",
        hant: "新值相對舊值的變化率。"),
      body: .ratio { Figures.growth($0, $1) }),
    Function(
      name: "cagr", signature: "cagr(series)", arity: 1...1,
      doc: Message(
        en: "The compound growth from a series' first figure to its last, in percent a year.",
        hans: "数列首末之间的年均复合增长率。", hant: "數列首末之間的年均複合成長率。"),
      body: .series(.quantity(.perTime, .percent)) { Figures.compoundGrowth($0) }),
    Function(
      name: "at", signature: "at(figure, when)", arity: 2...2,
      doc: Message(
        en:
          "The planned figure at a time: flows and spend summed up to its end, KPIs on a straight line between points.",
        hans: "某一时点的计划值：流量累计至期末，指标在各点之间按直线取值。",
        hant: "某一時點的計畫值：流量累計至期末，指標在各點之間按直線取值。"),
      body: .at),
    Function(
      name: "trailing", signature: "trailing(span)", arity: 1...1,
      doc: Message(
        en: "In a condition: the mean of the whole periods before this one.", hans: "用于条件：此前各完整期间的平均值。",
        hant: "用於條件：此前各完整期間的平均值。"),
      body: .trailing),
    Function(
      name: "npv", signature: "npv(flows, rate, investment)", arity: 3...3,
      doc: Message(
        en: "Net present value: the flows discounted at a yearly rate, less the investment.",
        hans: "净现值：按年折现率折现的现金流减去投资额。", hant: "淨現值：按年折現率折現的現金流減去投資額。"),
      body: .cashFlows([.rate, .money], .money) { $0.flows.npv(rate: $0.rates[0]) }),
    Function(
      name: "irr", signature: "irr(flows, investment)", arity: 2...2,
      doc: Message(
        en: "Internal rate of return: the yearly rate at which the net present value is zero.",
        hans: "内部收益率：净现值为零的年折现率。", hant: "內部報酬率：淨現值為零的年折現率。"),
      body: .cashFlows([.money], .percent) { $0.flows.irr }),
    Function(
      name: "mirr", signature: "mirr(flows, investment, finance, reinvest)", arity: 4...4,
      doc: Message(
        en: "Modified internal rate of return with a rate for what is paid and one for what is earned.",
        hans: "修正内部收益率：支出与收入各用一个利率。", hant: "修正內部報酬率：支出與收入各用一個利率。"),
      body: .cashFlows([.money, .rate, .rate], .percent) {
        $0.flows.mirr(finance: $0.rates[0], reinvest: $0.rates[1])
      }),
    Function(
      name: "payback", signature: "payback(flows, investment)", arity: 2...2,
      doc: Message(
        en: "How long until the flows have paid the investment back, evenly within a period.",
        hans: "静态投资回收期，期内按直线计算。", hant: "靜態投資回收期，期內按直線計算。"),
      body: .cashFlows([.money], .duration) { $0.flows.payback }),
    Function(
      name: "discounted_payback", signature: "discounted_payback(flows, investment, rate)", arity: 3...3,
      doc: Message(
        en: "How long until the present values of the flows have paid the investment back.",
        hans: "动态投资回收期：以现值计算。", hant: "動態投資回收期：以現值計算。"),
      body: .cashFlows([.money, .rate], .duration) { $0.flows.discountedPayback(rate: $0.rates[0]) }),
  ]
}
