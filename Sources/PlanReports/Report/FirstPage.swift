import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanRules
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// The first page's five questions in their fixed order: verdict, ask, money, milestones, risks and exceptions.
  var firstPage: [[Report.Topic]] {
    [[verdictTopic, askTopic], [moneyTopic], [milestoneTopic], [riskTopic, exceptionTopic]]
  }

  /// Kind of report, day, policy and money; title and period; stamp and lead.
  func writeHead(of report: inout Report) {
    let head = plan.plan
    report.title = plan.text(head.common.title) ?? head.id?.value ?? "marplan"
    report.period = head.period.map { spoken($0.value) } ?? ""
    let theme = plan.presentation.theme
    let revision = plan.presentation.revision.map { oneLine($0) }
    (report.logo, report.themeSheet) = (theme.logo, theme.sheet)
    let id = oneLine(head.id?.value ?? "")
    let today = plan.resolved.today
    var lines = [
      [
        word(Message(en: "Plan report", hans: "计划报告", hant: "計畫報告")), plan.text(theme.addressee), word(head.life.word),
      ].compactMap { $0 }.joined(separator: ReportWord.dot(language))
    ]
    if let today {
      let day = spoken(today)
      lines.append(word(Message(en: "As of \(day)", hans: "截至\(day)", hant: "截至\(day)")))
    } else {
      lines.append(word(Message(en: "No date given", hans: "未给出日期", hant: "未給出日期")))
    }
    if let revision {
      lines.append(word(Message(en: "Revision \(revision)", hans: "修订版 \(revision)", hant: "修訂版 \(revision)")))
    }
    let policies = plan.resolved.house.members.filter { $0.isNamedByPlan && $0.isInForce }.map {
      plan.text($0.policy.common.title) ?? $0.id.value
    }
    if !policies.isEmpty {
      let list = policies.joined(separator: language == .english ? ", " : "、")
      lines.append(word(Message(en: "Under \(list)", hans: "依据\(list)", hant: "依據\(list)")))
    }
    if let currency = head.currencyCode {
      let unit = amounts.unit()
      lines.append(
        word(
          Message(
            en: "Money in \(currency); tables in \(unit)", hans: "币种：\(currency)；表内单位：\(unit)",
            hant: "幣別：\(currency)；表內單位：\(unit)")))
    }
    report.head = lines
    report.verdict = verdict
    report.lead = lead
    report.stamp = [id, revision ?? "", today?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    let day = today?.text ?? word(ReportWord.notSaid)
    let made = word(
      Message(
        en:
          "Made by marplan from \(id) as of \(day). Nothing here was loaded from a network; the same plan gives the same bytes.",
        hans: "由marplan根据\(id)生成，截至\(day)。不加载任何网络内容；同一计划生成的字节相同。",
        hant: "由marplan根據\(id)產生，截至\(day)。不載入任何網路內容；同一計畫產生的位元組相同。"))
    report.foot = [plan.text(theme.foot), made].compactMap { $0 }.joined(separator: " ")
  }

  // MARK: 1 Verdict

  private var verdictTopic: Report.Topic {
    let tiles = self.tiles
    let judged = tiles.filter { $0.isMet != nil }
    return Report.Topic(
      number: 1, name: word(Message(en: "Verdict", hans: "结论", hant: "結論")),
      headline: sentence(
        Sentence.verdict(
          missed: judged.count { $0.isMet == false }, of: judged.count, holds: summary.errors == 0)),
      blocks: (tiles.isEmpty ? [] : [.tiles(tiles.map(\.tile))]) + studyLine)
  }

  /// What the plan's own study concludes, in one line.
  private var studyLine: [Report.Block] {
    let verdicts = plan.plan.feasibility?.verdicts?.entries ?? []
    let said = verdicts.compactMap { entry in
      entry.value.says.map { studyName(entry) + ReportWord.colon(language) + word($0.value.word) }
    }
    guard !said.isEmpty else { return [] }
    let intro = word(Message(en: "The plan's own study: ", hans: "计划自评——", hant: "計畫自評——"))
    return [.paragraph([.text(intro + clauses(said), .muted)])]
  }

  private struct JudgedTile {
    let tile: Report.Tile
    /// Whether its hurdle is met; nil where it has none.
    let isMet: Bool?
  }

  /// Net present value, payback, return, and the definition that would change them most, else the internal rate.
  private var tiles: [JudgedTile] {
    guard plan.plan.feasibility != nil else { return [] }
    return [npvTile, paybackTile, returnTile, operatingTile ?? rateTile].compactMap { $0 }
  }

  private func tile(_ name: Message, _ path: String, _ level: Amounts.Level, against: [Report.Span], isMet: Bool?)
    -> JudgedTile?
  {
    let figure = figure(path, level)
    guard !figure.isEmpty else { return nil }
    return JudgedTile(tile: Report.Tile(name: word(name), figure: figure, against: against), isMet: isMet)
  }

  private func hurdle(_ text: Message, isMet: Bool) -> [Report.Span] {
    [
      .text(word(text) + " ", .plain),
      isMet ? .status(.good, word(ReportWord.met)) : .status(.bad, word(ReportWord.missed)),
    ]
  }

  private var npvTile: JudgedTile? {
    guard let npv else { return nil }
    let rate = plan.figures.figure("feasibility.discount_rate")?.quantity.map {
      amounts.text($0, .headline, isInText: true)
    }
    return tile(
      Message(
        en: "Net present value, \(rate ?? "")", hans: "净现值（\(rate ?? "")）", hant: "淨現值（\(rate ?? "")）"),
      "feasibility.npv", .headline,
      against: hurdle(Message(en: "hurdle: above 0", hans: "门槛：大于0", hant: "門檻：大於0"), isMet: npv > 0), isMet: npv > 0)
  }

  /// What the plan says of a figure beside what is computed, where a claim repeats it.
  private func stated(_ paths: [String]) -> [Report.Span] {
    for entry in plan.plan.claims?.entries ?? [] {
      guard let path = entry.value.equals?.value.bareReference, paths.contains(path.text), let says = entry.value.says
      else { continue }
      let differs = plan.diagnostics.contains { $0.contradiction?.subject == "claims.\(entry.id.value)" }
      let text = says.value.quantity.map { amounts.text($0, .table, isInText: true) } ?? says.value.phrase(in: language)
      let said = word(Message(en: "plan says \(text)", hans: "计划称\(text)", hant: "計畫稱\(text)"))
      return [
        .text(said + " ", .plain),
        differs ? .status(.bad, word(ReportWord.differs)) : .status(.good, word(ReportWord.agrees)),
      ]
    }
    return []
  }

  private var paybackTile: JudgedTile? {
    tile(ReportWord.payback, "feasibility.payback", .table, against: stated(["feasibility.payback"]), isMet: nil)
  }

  private var returnTile: JudgedTile? {
    let isDefined = plan.figures.figure("feasibility.roi")?.quantity != nil
    let path = isDefined ? "feasibility.roi" : "feasibility.roi_net"
    let unsaid: [Report.Span] = [
      .status(.unknown, word(Message(en: "definition not said", hans: "口径未说明", hant: "定義未說明")))
    ]
    let value = plan.figures.figure(path)?.quantity?.value
    let name =
      isDefined
      ? Message(en: "Return (ROI)", hans: "投资回报率", hant: "投資報酬率")
      : Message(en: "Return (ROI), net", hans: "投资回报率（净）", hant: "投資報酬率（淨）")
    return tile(
      name, path, .headline, against: isDefined ? stated(["feasibility.roi"]) : unsaid,
      isMet: isDefined ? value.map { $0 > 0 } : nil)
  }

  /// Net present value if yearly operating cost is not yet taken off the flows, which the plan leaves open.
  private var operatingTile: JudgedTile? {
    guard plan.plan.feasibility?.netOf?.contains(where: { $0.value == .operating }) != true,
      let derived = netOfOperating
    else { return nil }
    let isOpen = plan.plan.feasibility?.netOf == nil
    return JudgedTile(
      tile: Report.Tile(
        name: word(Message(en: "After operating cost", hans: "扣运营成本后", hant: "扣營運成本後")),
        figure: figure(derived, .headline),
        against: [.text(word(Message(en: "if not yet taken off", hans: "若尚未扣除", hant: "若尚未扣除")) + " ", .plain)]
          + (isOpen ? [.status(.unknown, word(ReportWord.notSaid))] : [])), isMet: nil)
  }

  private var rateTile: JudgedTile? {
    guard let irr = plan.figures.figure("feasibility.irr")?.quantity?.value,
      let rate = plan.figures.figure("feasibility.discount_rate")?.quantity
    else { return nil }
    let bar = amounts.text(rate, .headline, isInText: true)
    return tile(
      Message(en: "Internal rate of return", hans: "内部收益率", hant: "內部報酬率"), "feasibility.irr", .headline,
      against: hurdle(Message(en: "hurdle: \(bar)", hans: "门槛：\(bar)", hant: "門檻：\(bar)"), isMet: irr > rate.value),
      isMet: irr > rate.value)
  }

  // MARK: 2 Ask

  private var askTopic: Report.Topic {
    let phases = phaseSpend(plan.plan)?.count ?? 0
    let total = figure("budget.total", .headline)
    let headline =
      total.isEmpty ? sentence(Sentence.noTotal) : sentence(Sentence.ask(phases: phases), ["total": total])
    let steps = decisions
    let blocks: [Report.Block] =
      steps.isEmpty
      ? [.paragraph([.text(word(Sentence.nothingBefore), .muted)])]
      : [
        .paragraph([.text(word(Sentence.before), .muted)]),
        .list(steps.prefix(3).map { Report.Item($0) }, isNumbered: true),
      ]
    return Report.Topic(
      number: 2, name: word(Message(en: "What is asked", hans: "提请批准", hant: "提請核准")), headline: headline,
      blocks: blocks)
  }

  /// What must be done before approval, by who must act: the planner, the committee, the office that names owners.
  private var decisions: [[Report.Span]] {
    var steps: [[Report.Span]] = []
    if summary.errors > 0 {
      let money = summary.ordered.count { $0.diagnostic.severity == .error && $0.diagnostic.code.hasPrefix("B") }
      steps.append(sentence(Sentence.returnPlan(errors: summary.errors, aboutMoney: money)))
    }
    if let reserves = unfundedReserves {
      let count = plan.plan.budget?.reserves?.count ?? 0
      steps.append(sentence(Sentence.decideReserves(count), ["money": figure(reserves, .headline)]))
    }
    let breaches = summary.count(codes: ["B303", "B304", "B305"])
    if breaches > 0 { steps.append(sentence(Sentence.decideLimits(breaches))) }
    let unowned = summary.count(codes: ["T606", "G108"])
    if unowned > 0 { steps.append(sentence(Sentence.nameOwners(unowned))) }
    if plan.figures.figure("feasibility.roi")?.quantity == nil, summary.has("F912") {
      steps.append(sentence(Sentence.decideReturn))
    }
    if steps.isEmpty, summary.warnings > 0 { steps.append(sentence(Sentence.clearWarnings(summary.warnings))) }
    return steps
  }

  // MARK: 3 Money

  private var moneyTopic: Report.Topic {
    let name = word(ReportWord.money)
    let lines = plan.resolved.lines.top
    guard let total = money("budget.total"), total > 0, let spent = money("budget.lines") else {
      return Report.Topic(number: 3, name: name, headline: sentence(Sentence.noMoney))
    }
    let reserves = plan.figures.figure("budget.reserved") == nil ? [] : figure("budget.reserved", .headline)
    let unfunded = unfundedReserves
    let share = spent.divided(by: total) ?? 0
    let shareFigure = NoteBook.Derived(
      key: "lines-share", name: Message(en: "Lines' share of the total", hans: "科目占总额的比例", hant: "科目占總額的比例"),
      value: .quantity(Quantity(share, mark: .percent)), formula: "budget.lines / budget.total",
      inputs: ["budget.lines", "budget.total"])
    let headline = sentence(
      Sentence.money(lines: lines.count, hasReserves: !reserves.isEmpty, isUnfunded: unfunded != nil),
      [
        "total": figure("budget.total", .headline), "share": figure(shareFigure, .headline),
        "reserves": unfunded.map { figure($0, .headline) } ?? reserves,
      ])
    let bar = Report.Figure(
      message: "", subtitle: "", chart: moneyBar(lines, total: total, isUnfunded: unfunded != nil),
      source: [.text(amounts.unit(), .muted), .dot]
        + noteLinks(
          ["budget.total"] + lines.map { "budget.\($0.id.value)" } + (reserves.isEmpty ? [] : ["budget.reserved"])),
      isFull: true)
    return Report.Topic(number: 3, name: name, headline: headline, blocks: [.chart(bar)])
  }

  private func moneyBar(_ lines: [LineBook.Entry], total: Fraction, isUnfunded: Bool) -> MoneyBar {
    let values = lines.map { money("budget.\($0.id.value)") ?? 0 }
    let texts = amounts.column(values, whole: total)
    let segments = lines.indices.map { place in
      MoneyBar.Segment(
        name: plan.name(lines[place].line.common, id: lines[place].id.value), value: values[place],
        amount: texts[place], share: values[place].divided(by: total).map { amounts.percent($0, places: 1) })
    }
    let reserved = money("budget.reserved").map { value in
      MoneyBar.Reserve(
        value: value, amount: amounts.inText(value, .table),
        share: value.divided(by: total).map { amounts.headlinePercent($0) })
    }
    let printer = amounts
    return MoneyBar(
      language: language, unit: amounts.unit(), segments: segments,
      total: (value: total, amount: amounts.inText(total, .table)),
      held: isUnfunded ? nil : reserved, promised: isUnfunded ? reserved : nil,
      amount: { printer.money($0) }, share: { printer.headlinePercent($0) })
  }

  // MARK: 4 Milestones

  private var milestoneTopic: Report.Topic {
    let name = word(ReportWord.milestones)
    let track = phaseTrack
    var blocks: [Report.Block] = []
    if let track {
      let phases = (phaseSpend(plan.plan) ?? []).map { "phases.\($0.id)" }
      let unit: [Report.Span] = phases.isEmpty ? [] : [.text(amounts.unit(), .muted), .dot]
      blocks = [
        .chart(Report.Figure(message: "", subtitle: "", chart: track, source: unit + noteLinks(phases), isFull: true))
      ]
    }
    return Report.Topic(number: 4, name: name, headline: sentence(milestoneHeadline), blocks: blocks)
  }

  private var milestoneHeadline: Message {
    let late = milestones.filter { $0.state == .unreachable }
    if let first = late.first { return Sentence.milestonesLate(late.count, of: milestones.count, first: first.name) }
    let faulty = milestones.filter { $0.state == .atRisk }
    let unowned = word(ReportWord.noOwner)
    if !faulty.isEmpty, faulty.allSatisfy({ $0.remark == unowned }) {
      return Sentence.milestonesUnowned(faulty.count, of: milestones.count)
    }
    if let first = faulty.first {
      return Sentence.milestonesFaulty(faulty.count, of: milestones.count, first: first.remark ?? first.name)
    }
    guard let today = plan.resolved.today else {
      return milestones.first.map { Sentence.milestonesAhead(milestones.count, first: $0.name, on: spoken($0.date)) }
        ?? Sentence.noMilestones
    }
    if let next = milestones.first(where: { $0.date >= today && $0.state != .met }) {
      return Sentence.nextMilestone(next.name, on: spoken(next.date), days: today.days(until: next.date))
    }
    return milestones.first.map { Sentence.milestonesAhead(milestones.count, first: $0.name, on: spoken($0.date)) }
      ?? Sentence.noMilestones
  }

  // MARK: 5 Risks and exceptions

  private var riskTopic: Report.Topic {
    let title = word(SectionWord.risks)
    let risks = rankedRisks
    guard !risks.isEmpty else {
      return Report.Topic(
        number: 5, name: title, headline: sentence(Sentence.noRisks),
        blocks: [
          .paragraph(
            sentence(
              Message(en: "To add: {key}", hans: "补充：{key}", hant: "補充：{key}"), ["key": [.text("risks", .code)]]))
        ])
    }
    let rows = risks.prefix(4).map { item in
      Report.Row(cells: [name(item.risk.common, item.entry.id), grade(item.grade), exposure(item)])
    }
    let more: [Report.Block] =
      risks.count > rows.count
      ? [.paragraph([.link(word(Sentence.moreRisks(risks.count - rows.count)), section: "risks")])] : []
    return Report.Topic(
      number: 5, name: title, headline: riskHeadline(risks, isShort: true),
      blocks: table(
        Message(en: "Top risks", hans: "主要风险", hant: "主要風險"),
        [
          column(SectionWord.risk, .name), column(ReportWord.grade),
          column(Message(en: "Exposure", hans: "敞口", hant: "曝險"), .figures),
        ], Array(rows), .exceptions, hidesCaption: true) + more)
  }

  /// What hangs on a risk: its expected loss, else its loss, else likelihood and impact as far as they are said.
  private func exposure(_ item: RankedRisk) -> [Report.Span] {
    if let expected = plan.figures.figure(item.path + ".expected")?.quantity {
      return figure(item.path + ".expected", printed: amountText(expected))
    }
    if let likelihood = item.risk.likelihood?.value, let impact = item.risk.impact?.value {
      return .text([likelihood, impact].map { amounts.text($0, .table, isInText: true) }.joined(separator: " × "))
    }
    let one = item.risk.loss?.value?.value ?? item.risk.likelihood?.value ?? item.risk.impact?.value
    return one.map { .text(amountText($0)) } ?? [.text(word(SectionWord.unknown), .muted)]
  }

  private var exceptionTopic: Report.Topic {
    let name = word(Message(en: "and exceptions", hans: "例外事项", hant: "例外事項"))
    guard summary.count > 0 else {
      return Report.Topic(number: nil, name: name, headline: sentence(Sentence.noFindings))
    }
    let shown = Array(summary.exceptions.prefix(5))
    let rows = shown.compactMap { finding -> Report.Row? in
      guard let pair = finding.diagnostic.contradiction else { return nil }
      return Report.Row(cells: [
        .text(plan.name(ofFigure: pair.subject)), side(pair.stated), traced(pair, of: finding.diagnostic),
        .text(finding.diagnostic.code, .muted),
      ])
    }
    let all: Report.Block = .paragraph([.link(word(Sentence.allFindings(summary.count)), section: "findings")])
    return Report.Topic(
      number: nil, name: name,
      headline: sentence(
        Sentence.exceptions(
          errors: summary.errors, warnings: summary.warnings, advice: summary.advice, shown: shown.count)),
      blocks: table(
        ReportWord.statedAndRecomputed,
        [
          column(ReportWord.figure, .name), column(ReportWord.statedFigure, .figures),
          column(ReportWord.recomputed, .figures), column(ReportWord.rule),
        ], rows, .exceptions, hidesCaption: true) + [all])
  }

  /// The recomputed side of a finding's contradiction with its note, where the finding says how it was recomputed.
  private func traced(_ pair: Contradiction, of diagnostic: Diagnostic) -> [Report.Span] {
    let text = recomputed(pair).plainText
    guard let formula = pair.formula else { return .text(text) }
    if plan.figures.figure(formula) != nil { return figure(formula, printed: text) }
    guard let quantity = pair.recomputed as? Quantity else { return .text(text) }
    let name = plan.name(ofFigure: pair.subject)
    let derived = NoteBook.Derived(
      key: "recomputed " + pair.subject,
      name: Message(en: "\(name), recomputed", hans: "\(name)，复算", hant: "\(name)，重算"), value: .quantity(quantity),
      formula: oneLine(formula), inputs: pair.inputs, places: [diagnostic.range])
    return [
      .figure(
        Report.Figured(
          text: text, exact: derived.value.exact, note: notes.number(derived), isDoubtful: false))
    ]
  }

  /// The recomputed side of a contradiction; a plain number as a percentage or multiple where the stated figure is one.
  func recomputed(_ pair: Contradiction) -> [Report.Span] {
    guard let stated = pair.stated as? Quantity, let quantity = pair.recomputed as? Quantity else {
      return side(pair.recomputed)
    }
    return side(quantity.inManner(of: stated))
  }

  /// One side of a contradiction, as tables write it; money with its unit, since a column mixes kinds.
  func side(_ value: any Phrased) -> [Report.Span] {
    if let quantity = value as? Quantity { return .text(shown(quantity)) }
    return .text(oneLine(value.phrase(in: language)))
  }

  /// A quantity in a column that mixes kinds: money of the plan's own size by the steps of tables, of one thing in full.
  func shown(_ quantity: Quantity) -> String {
    let isSmall = quantity.unit.isMoney && quantity.high.magnitude < Fraction.powerOfTen(amounts.isLarge ? 5 : 2)
    return amounts.text(quantity, isSmall && !quantity.low.isZero ? .full : .table, isInText: true)
  }
}

extension Quantity {
  /// A plain number, percentage or multiple, as another figure of these kinds is written; anything else as it is.
  func inManner(of stated: Quantity) -> Quantity {
    let plain: [Mark] = [.none, .percent, .permille, .ratio]
    guard mark != stated.mark, unit.isPure, stated.unit.isPure, plain.contains(mark), plain.contains(stated.mark)
    else { return self }
    var quantity = self
    quantity.mark = stated.mark
    quantity.spelling = nil
    return quantity
  }
}
