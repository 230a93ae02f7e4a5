import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What the money brings back: cumulative cash, results, the way to the value, what moves it.
  var feasibilitySection: Report.Section? {
    guard plan.plan.feasibility != nil else { return nil }
    var section = Report.Section(
      id: "feas", name: word(ReportWord.feasibility), headline: feasibilityHeadline)
    let side = resultTable + careful
    if let payback = paybackFigure {
      section.blocks.append(.columns(main: [.chart(payback)], side: side, staysOnPaper: false))
    } else {
      section.blocks += side
    }
    switch (waterfall, tornado) {
    case (let left?, let right?): section.blocks.append(.pair([.chart(left)], [.chart(right)]))
    case (let one?, nil), (nil, let one?): section.blocks.append(.chart(one))
    case (nil, nil): break
    }
    section.blocks += verdictTable + flowTable + noRange
    return section
  }

  /// What the plan's own study comes to, by aspect.
  private var verdictTable: [Report.Block] {
    let rows = (plan.plan.feasibility?.verdicts?.entries ?? []).map { entry in
      let verdict = entry.value
      let said = verdict.says.map { answer -> [Report.Span] in [.status(answer.value.status, word(answer.value.word))] }
      return Report.Row(cells: [
        .text(studyName(entry)), said ?? notSaid, names(verdict.startWith, module), text(verdict.because),
      ])
    }
    return table(
      Message(en: "What the plan's study concludes", hans: "计划自评的可行性结论", hant: "計畫自評的可行性結論"),
      [
        column(Message(en: "Aspect", hans: "方面", hant: "面向"), .name),
        column(Message(en: "Conclusion", hans: "结论", hant: "結論")),
        column(Message(en: "Begin with", hans: "先行模块", hant: "先行模組")),
        column(Message(en: "Because", hans: "理由", hant: "理由")),
      ], rows)
  }

  /// An aspect by its title, else by its id in the report's language where that is one of the usual four.
  func studyName(_ entry: Table<StudyVerdict>.Entry) -> String {
    if let title = plan.text(entry.value.common.title) { return title }
    switch entry.id.value {
    case "technical": return word(Message(en: "technical", hans: "技术", hant: "技術"))
    case "economic": return word(Message(en: "economic", hans: "经济", hant: "經濟"))
    case "operational": return word(Message(en: "operational", hans: "运营", hant: "營運"))
    case "overall": return word(Message(en: "overall", hans: "总体", hant: "整體"))
    default: return oneLine(entry.id.value)
    }
  }

  private var model: CashFlowModel? {
    if case .success(let model)? = plan.figures.cashFlows { model } else { nil }
  }

  private var feasibilityHeadline: [Report.Span] {
    guard npv != nil else {
      let reason = plan.figures.figure("feasibility.npv")?.value.reason
      let why = reason.map(word) ?? word(Message(en: "there is no discount rate", hans: "没有折现率", hant: "沒有折現率"))
      return sentence(Sentence.noReturn, ["why": .message(why)])
    }
    var slots = [
      "npv": figure("feasibility.npv", .table), "rate": figure("feasibility.discount_rate", .headline),
    ]
    if let breakEven { slots["share"] = figure(breakEven, .table) }
    return sentence(Sentence.feasibility(hasBreakEven: breakEven != nil), slots)
  }

  // MARK: Figures the report makes

  /// The part of the planned benefits at which the net present value is nothing.
  private var breakEven: NoteBook.Derived? {
    guard let npv, npv > 0, let model, let rate = model.rate,
      case .success(let values) = model.flows.presentValues(rate: rate)
    else { return nil }
    let benefits = values.reduce(Fraction(0), +)
    guard benefits > 0, let share = (benefits - npv).divided(by: benefits) else { return nil }
    return NoteBook.Derived(
      key: "break-even", name: Message(en: "Break-even share of benefits", hans: "收益盈亏平衡比例", hant: "收益損益平衡比例"),
      value: .quantity(Quantity(share, mark: .percent)), formula: "(Σ pv - npv) / Σ pv",
      inputs: ["feasibility.npv"] + model.periods.map { "feasibility.pv.\($0.text)" })
  }

  /// The net present value with yearly operating cost taken off every flow; nil where either is not known.
  var netOfOperating: NoteBook.Derived? {
    guard let model, let rate = model.rate, let cost = plan.figures.figure("budget.operating")?.quantity,
      !cost.isRange, cost.unit.isMoneyPerTime
    else { return nil }
    let flows = model.flows.flows.map { flow in
      CashFlow(flow.amount - cost.value * (flow.to - flow.from), from: flow.from, to: flow.to)
    }
    let changed = CashFlows(outlays: model.flows.outlays, flows: flows, timing: model.flows.timing)
    guard case .success(let value) = changed.npv(rate: rate) else { return nil }
    return NoteBook.Derived(
      key: "npv-after-operating",
      name: Message(en: "Net present value after operating cost", hans: "扣运营成本后净现值", hant: "扣營運成本後淨現值"),
      value: .quantity(Quantity(value, model.unit)), formula: "npv(flows - budget.operating)",
      inputs: ["feasibility.npv", "budget.operating"])
  }

  // MARK: Results

  private var resultTable: [Report.Block] {
    var rows = plan.measures.compactMap { measure -> Report.Row? in
      let path = "feasibility.\(measure.name)"
      guard measure.name != "roi", let figure = plan.figures.figure(path), figure.value.reason == nil else {
        return nil
      }
      let isMoney = figure.quantity?.unit.isMoney == true
      let name =
        word(measure.title)
        + (isMoney
          ? (language == .english ? ", " : "（") + amounts.unit(.exact) + (language == .english ? "" : "）") : "")
      return Report.Row(cells: [.text(name), self.figure(path, .exact, isInText: false)])
    }
    if let netOfOperating, plan.plan.feasibility?.netOf?.contains(where: { $0.value == .operating }) != true {
      rows.append(
        Report.Row(cells: [.text(word(netOfOperating.name)), figure(netOfOperating, .exact, isInText: false)]))
    }
    guard !rows.isEmpty else { return [] }
    return [.heading(word(Message(en: "In figures", hans: "主要结果", hant: "主要結果")))]
      + table(
        ReportWord.results, [column(ReportWord.figure, .name), column(ReportWord.value, .figures)], rows, .plain,
        hidesCaption: true)
  }

  /// What a reader must know before using the results.
  private var careful: [Report.Block] {
    var remarks: [String] = []
    if plan.plan.feasibility?.netOf == nil {
      remarks.append(
        word(
          Message(
            en: "The plan does not say what its net benefits are net of; they are taken as given.",
            hans: "计划未说明净收益已扣除哪些项目，此处按原值计算。", hant: "計畫未說明淨收益已扣除哪些項目，此處按原值計算。")))
    }
    if plan.figures.figure("feasibility.roi")?.quantity == nil, model != nil {
      remarks.append(
        word(
          Message(
            en: "The plan does not say which return it means; gross, net and yearly stand side by side.",
            hans: "计划未说明所指的回报口径，毛、净、年均并列。", hant: "計畫未說明所指的報酬定義，毛、淨、年均並列。")))
    }
    guard !remarks.isEmpty else { return [] }
    return [.heading(word(Message(en: "Read with care", hans: "阅读提示", hant: "閱讀提示")))]
      + remarks.map { .paragraph([.text($0, .plain)]) }
  }

  private var flowTable: [Report.Block] {
    let rows = (plan.plan.feasibility?.flows?.entries ?? []).map { entry in
      let name = entry.period.value.text
      return Report.Row(cells: [
        .text(spoken(entry.period.value)), figure("feasibility.flows.\(name)", .table, isInText: false),
        figure("feasibility.pv.\(name)", .table, isInText: false),
        text(entry.value.common.source ?? entry.value.common.note),
      ])
    }
    return table(
      ReportWord.flows, remark: unitRemark,
      [
        column(ReportWord.period, .name), column(ReportWord.flow, .figures), column(ReportWord.presentValue, .figures),
        column(ReportWord.source),
      ], rows)
  }

  /// Why no range of outcomes is drawn.
  private var noRange: [Report.Block] {
    guard plan.plan.feasibility?.scenarios?.isEmpty != false else { return [] }
    return [
      .missing(
        title: word(Message(en: "No range of outcomes is drawn.", hans: "未绘制结果分布。", hant: "未繪製結果分布。")),
        text: sentence(
          Message(
            en: "The plan declares no scenario, so none of P50, P80 and P90 can be told. Add {key}.",
            hans: "计划没有声明情景，无法给出P50、P80、P90。请补充{key}。", hant: "計畫沒有宣告情境，無法給出P50、P80、P90。請補充{key}。"),
          ["key": [.text("feasibility.scenarios", .code)]]))
    ]
  }

  // MARK: Charts

  private var paybackFigure: Report.Figure? {
    guard let model, model.periods.count <= Report.Figure.mostMarks else { return nil }
    let discounted = model.rate.flatMap { rate -> [Fraction]? in
      if case .success(let values) = model.flows.presentValues(rate: rate) { values } else { nil }
    }
    let outlay = model.flows.outlays.reduce(Fraction(0)) { $0 + $1.amount }
    var (plain, present) = (-outlay, discounted == nil ? nil : -outlay)
    var points = [
      PaybackChart.Point(
        label: word(Message(en: "start", hans: "起点", hant: "起點")), time: 0, cumulative: plain, discounted: present)
    ]
    for (place, flow) in model.flows.flows.enumerated() {
      plain += flow.amount
      present = present.map { $0 + (discounted?[place] ?? 0) }
      let end = spoken(model.periods[place])
      points.append(
        PaybackChart.Point(
          label: word(Message(en: "end \(end)", hans: "\(end)底", hant: "\(end)底")), time: flow.to, cumulative: plain,
          discounted: present))
    }
    func crossing(_ name: String) -> PaybackChart.Crossing? {
      guard let years = plan.figures.figure("feasibility.\(name)")?.quantity, !years.isRange else { return nil }
      return PaybackChart.Crossing(time: years.value, text: amounts.years(years.value))
    }
    let payback = crossing("payback")
    let printer = amounts
    let rate = plan.figures.figure("feasibility.discount_rate")?.quantity
    return Report.Figure(
      message: paybackMessage(payback, end: plain),
      subtitle: word(
        Message(
          en: "cumulative flows from the start of the clock; hollow diamonds: what the plan states otherwise",
          hans: "自计时起点的累计现金流；空心菱形为计划所述", hant: "自計時起點的累計現金流；空心菱形為計畫所述")),
      chart: PaybackChart(
        language: language, unit: amounts.unit(), rate: rate.map { amounts.text($0, .headline, isInText: true) },
        points: points, payback: payback, discountedPayback: crossing("discounted_payback"), stated: statedPaybacks,
        amount: { printer.money($0) }),
      source: noteLinks(
        ["feasibility.investment"] + model.periods.map { "feasibility.flows.\($0.text)" }
          + ["feasibility.payback", "feasibility.discounted_payback", "feasibility.npv"]))
  }

  private func paybackMessage(_ payback: PaybackChart.Crossing?, end: Fraction) -> String {
    if let payback {
      return word(
        Message(
          en: "Cumulative cash: back above zero after \(payback.text)", hans: "累计现金：\(payback.text)后转正",
          hant: "累計現金：\(payback.text)後轉正"))
    }
    let missing = amounts.inText(end.magnitude)
    return word(
      Message(
        en: "Cumulative cash: \(missing) short of the investment at the end", hans: "累计现金：期末仍差\(missing)未收回",
        hant: "累計現金：期末仍差\(missing)未收回"))
  }

  /// Paybacks the plan claims that differ from what is computed.
  private var statedPaybacks: [PaybackChart.Crossing] {
    summary.ordered.compactMap { finding in
      guard let pair = finding.diagnostic.contradiction, let stated = pair.stated as? Quantity, stated.unit.isTime,
        pair.subject.hasPrefix("claims."), !stated.isRange
      else { return nil }
      let claim = plan.plan.claims?[String(pair.subject.dropFirst("claims.".count))]
      let path = claim?.equals?.value.bareReference?.text
      guard path == "feasibility.payback" || path == "feasibility.discounted_payback" else { return nil }
      return PaybackChart.Crossing(time: stated.value, text: amounts.text(stated, .table, isInText: true))
    }.sorted { $0.time < $1.time }
  }

  private var waterfall: Report.Figure? {
    guard let npv, let model, model.periods.count <= Report.Figure.mostMarks, let rate = model.rate,
      case .success(let values) = model.flows.presentValues(rate: rate)
    else { return nil }
    let benefits = values.reduce(Fraction(0), +)
    var steps = [WaterfallChart.Step(name: word(ReportWord.investment), value: npv - benefits)]
    for (period, value) in zip(model.periods, values) {
      let name = spoken(period)
      steps.append(
        WaterfallChart.Step(
          name: word(Message(en: "PV \(name)", hans: "\(name)现值", hant: "\(name)現值")), value: value))
    }
    steps.append(
      WaterfallChart.Step(name: word(Message(en: "NPV", hans: "净现值", hant: "淨現值")), value: npv, isTotal: true))
    let printer = amounts
    let percent = amounts.headlinePercent(rate)
    let title = word(
      Message(en: "From investment to net present value", hans: "从投资到净现值", hant: "從投資到淨現值"))
    return Report.Figure(
      message: title,
      subtitle: word(
        Message(
          en: "\(amounts.unit()), discounted at \(percent)", hans: "\(amounts.unit())，按\(percent)折现",
          hant: "\(amounts.unit())，按\(percent)折現")),
      chart: WaterfallChart(
        title: title, language: language, unit: amounts.unit(), steps: steps,
        change: { printer.money($0, signed: true) }, amount: { printer.money($0) }),
      source: noteLinks(model.periods.map { "feasibility.pv.\($0.text)" } + ["feasibility.npv"]))
  }

  /// How the value moves when benefits, discount rate or investment move by a fifth.
  private var tornado: Report.Figure? {
    guard let npv, let model, let rate = model.rate else { return nil }
    let fifth = Fraction(1, 5)
    func value(benefits: Fraction = 1, rate other: Fraction? = nil, investment: Fraction = 1) -> Fraction? {
      let flows = CashFlows(
        outlays: model.flows.outlays.map { CashFlow($0.amount * investment, from: $0.from, to: $0.to) },
        flows: model.flows.flows.map { CashFlow($0.amount * benefits, from: $0.from, to: $0.to) },
        timing: model.flows.timing)
      if case .success(let value) = flows.npv(rate: other ?? rate) { return value }
      return nil
    }
    func end(_ input: String, _ value: Fraction) -> TornadoChart.End {
      TornadoChart.End(input: input, result: value, text: amounts.money(value))
    }
    guard let less = value(benefits: 1 - fifth), let more = value(benefits: 1 + fifth),
      let dear = value(rate: rate * (1 + fifth)), let cheap = value(rate: rate * (1 - fifth)),
      let over = value(investment: 1 + fifth), let under = value(investment: 1 - fifth)
    else { return nil }
    let (high, low) = (amounts.percent(rate * (1 + fifth), places: 1), amounts.percent(rate * (1 - fifth), places: 1))
    let drivers = [
      TornadoChart.Driver(
        name: word(Message(en: "Benefits", hans: "收益", hant: "收益")), range: "±20%", low: end("−20%", less),
        high: end("+20%", more)),
      TornadoChart.Driver(
        name: word(ReportWord.discountRate), range: "\(high) … \(low)", low: end(high, dear), high: end(low, cheap)),
      TornadoChart.Driver(
        name: word(ReportWord.investment), range: "±20%", low: end("+20%", over), high: end("−20%", under)),
    ]
    let title = word(
      Message(
        en: "What moves the value when one input moves by 20%", hans: "单个变量变动20%对净现值的影响", hant: "單一變數變動20%對淨現值的影響"))
    return Report.Figure(
      message: title,
      subtitle: word(
        Message(
          en: "net present value in \(amounts.unit())", hans: "净现值，\(amounts.unit())", hant: "淨現值，\(amounts.unit())")),
      chart: TornadoChart(
        title: title, language: language, unit: amounts.unit(), base: (value: npv, text: amounts.money(npv)),
        drivers: drivers),
      source: noteLinks(["feasibility.npv", "feasibility.discount_rate", "feasibility.investment"]))
  }
}
