import PlanModel
import PlanQuantities
import PlanText

/// One figure of return: what it is called and what it means, which no report may leave out.
struct ReportMeasure {
  let name: String
  let title: Message
  let meaning: Message
}

extension CompiledPlan {
  /// The figures of return in the order in which they are read, with what they mean in this plan.
  var measures: [ReportMeasure] {
    [
      ReportMeasure(
        name: "npv", title: Message(en: "Net present value", hans: "净现值", hant: "淨現值"),
        meaning: Message(
          en: "the flows' present values less the investment; \(timing)",
          hans: "各期现金流现值之和减投资额；\(timing)", hant: "各期現金流現值之和減投資額；\(timing)")),
      ReportMeasure(
        name: "irr", title: Message(en: "Internal rate of return", hans: "内部收益率", hant: "內部報酬率"),
        meaning: Message(
          en: "the yearly rate at which the net present value is zero; \(timing)",
          hans: "使净现值为零的年折现率；\(timing)", hant: "使淨現值為零的年折現率；\(timing)")),
      ReportMeasure(
        name: "mirr", title: Message(en: "Modified internal rate of return", hans: "修正内部收益率", hant: "修正內部報酬率"),
        meaning: Message(
          en: "the yearly return if flows are put to work again at the discount rate",
          hans: "现金流按折现率再投资时的年收益率", hant: "現金流按折現率再投資時的年報酬率")),
      ReportMeasure(
        name: "pi", title: Message(en: "Profitability index", hans: "现值指数", hant: "獲利指數"),
        meaning: Message(
          en: "the flows' present values over the investment", hans: "现金流现值之和与投资额之比",
          hant: "現金流現值之和與投資額之比")),
      ReportMeasure(
        name: "payback", title: Message(en: "Payback", hans: "投资回收期", hant: "回收期"),
        meaning: Message(
          en: "time until the flows make up the investment, counted from \(clock); each comes in evenly in its period",
          hans: "现金流累计等于投资额所需时间，自\(clock)起算；现金流在期内均匀发生",
          hant: "現金流累計等於投資額所需時間，自\(clock)起算；現金流在期內均勻發生")),
      ReportMeasure(
        name: "payback_on", title: Message(en: "Paid back on", hans: "回本日期", hant: "回本日期"),
        meaning: Message(
          en: "the day on which payback is reached", hans: "达到投资回收期的日期", hant: "達到投資回收期的日期")),
      ReportMeasure(
        name: "discounted_payback", title: Message(en: "Discounted payback", hans: "动态投资回收期", hant: "折現回收期"),
        meaning: Message(
          en: "payback of the present values, counted from \(clock)", hans: "按现值计算的回收期，自\(clock)起算",
          hant: "按現值計算的回收期，自\(clock)起算")),
      ReportMeasure(
        name: "roi", title: Message(en: "Return on investment", hans: "投资回报率", hant: "投資報酬率"), meaning: roiMeaning),
      ReportMeasure(
        name: "roi_gross", title: Message(en: "Gross return", hans: "毛回报率", hant: "毛報酬率"),
        meaning: Message(en: "all flows over the investment", hans: "现金流总额与投资额之比", hant: "現金流總額與投資額之比")),
      ReportMeasure(
        name: "roi_net", title: Message(en: "Net return", hans: "净回报率", hant: "淨報酬率"),
        meaning: Message(
          en: "all flows less the investment, over the investment", hans: "现金流总额减投资额，与投资额之比",
          hant: "現金流總額減投資額，與投資額之比")),
      ReportMeasure(
        name: "roi_annual", title: Message(en: "Yearly return", hans: "年均回报率", hant: "年均報酬率"),
        meaning: Message(
          en: "the mean flow of a year over the investment", hans: "年均现金流与投资额之比", hant: "年均現金流與投資額之比")),
      ReportMeasure(
        name: "benefits", title: Message(en: "Yearly benefits", hans: "年收益", hant: "年效益"),
        meaning: Message(
          en: "revenue at its margin plus savings; benefits that bring no cash are left out",
          hans: "收入乘毛利率加节约；不产生现金的收益不计入", hant: "營收乘毛利率加節省；不產生現金的效益不計入")),
    ]
  }

  private var timing: Message {
    switch resolved.definitions.lazy.compactMap({ $0.timing?.value }).first {
    case .periodStart: Message(en: "flows fall at the start of their period", hans: "现金流发生于期初", hant: "現金流發生於期初")
    case .periodMiddle: Message(en: "flows fall in the middle of their period", hans: "现金流发生于期中", hant: "現金流發生於期中")
    case .periodEnd, nil: Message(en: "flows fall at the end of their period", hans: "现金流发生于期末", hant: "現金流發生於期末")
    }
  }

  private var clock: Message {
    switch resolved.definitions.lazy.compactMap({ $0.paybackFrom?.value }).first {
    case .firstSpend: return Message(en: "the first spend", hans: "首次支出", hant: "首次支出")
    case .lastGoLive: return Message(en: "the last go-live", hans: "最后上线日", hant: "最後上線日")
    case .start, nil:
      guard let start = plan.feasibility?.start?.value else {
        return Message(en: "the start", hans: "起点", hant: "起點")
      }
      return Message(en: "\(start)", hans: "\(start)", hant: "\(start)")
    }
  }

  private var roiMeaning: Message {
    switch resolved.definitions.lazy.compactMap({ $0.roi?.value }).first {
    case .gross:
      Message(en: "the gross return, by the plan's definitions", hans: "按本计划口径取毛回报", hant: "按本計畫定義取毛報酬率")
    case .net: Message(en: "the net return, by the plan's definitions", hans: "按本计划口径取净回报", hant: "按本計畫定義取淨報酬率")
    case .annual:
      Message(en: "the yearly return, by the plan's definitions", hans: "按本计划口径取年均回报", hant: "按本計畫定義取年均報酬率")
    case nil:
      Message(
        en: "the plan does not say which return it means", hans: "计划未说明指哪一种回报", hant: "計畫未說明指哪一種報酬率")
    }
  }
}
