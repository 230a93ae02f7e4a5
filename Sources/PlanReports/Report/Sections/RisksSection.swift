import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// A risk with its place in the ranking.
struct RankedRisk {
  let entry: Table<Risk>.Entry
  /// From 1, worst first.
  let number: Int
  /// As stated, else by the policies' scores; nil where neither says.
  let grade: Grade?

  var risk: Risk { entry.value }
  var path: String { "risks.\(entry.id.value)" }
}

extension ReportBuilder {
  /// What may go wrong, worst first: by grade, then expected loss, then score, then how much is known, then as written.
  var rankedRisks: [RankedRisk] {
    let entries = (plan.plan.risks?.entries ?? []).filter { $0.value.status?.value != .closed }
    let keyed = entries.enumerated().map { place, entry in
      let grade = grade(of: entry.value)
      let rank = grade.map { Grade.allCases.firstIndex(of: $0) ?? 0 } ?? -1
      return (
        entry: entry, grade: grade, rank: rank, loss: money("risks.\(entry.id.value).expected") ?? 0,
        score: score(of: entry.value) ?? 0, known: known(of: entry.value), place: place
      )
    }
    let sorted = keyed.sorted { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      if a.loss != b.loss { return a.loss > b.loss }
      if a.score != b.score { return a.score > b.score }
      return a.known == b.known ? a.place < b.place : a.known > b.known
    }
    return sorted.enumerated().map { RankedRisk(entry: $1.entry, number: $0 + 1, grade: $1.grade) }
  }

  /// Likelihood times impact, where both are on a scale.
  private func score(of risk: Risk) -> Fraction? {
    guard let likelihood = risk.likelihood?.value, let impact = risk.impact?.value, likelihood.isBareNumber,
      impact.isBareNumber, !likelihood.isRange, !impact.isRange
    else { return nil }
    return likelihood.value * impact.value
  }

  /// How many of likelihood, impact and loss are said.
  private func known(of risk: Risk) -> Int {
    [risk.likelihood == nil, risk.impact == nil, risk.loss == nil].count { !$0 }
  }

  private func grade(of risk: Risk) -> Grade? {
    if let stated = risk.grade?.value { return stated }
    guard let score = score(of: risk), let high = plan.resolved.house.riskHighFrom?.value else { return nil }
    if score >= Fraction(high) { return .high }
    guard let medium = plan.resolved.house.riskMediumFrom?.value else { return nil }
    return score >= Fraction(medium) ? .medium : .low
  }

  /// What the risks come to, with the money held against them.
  func riskHeadline(_ risks: [RankedRisk], isShort: Bool = false) -> [Report.Span] {
    let loss = plan.figures.figure("risks.expected")?.quantity == nil ? [] : figure("risks.expected", .headline)
    let reserves = plan.figures.figure("budget.reserved")?.quantity == nil ? [] : figure("budget.reserved", .headline)
    let isCosted = !isShort && !loss.isEmpty
    return sentence(
      Sentence.risks(
        risks.count, ranked: risks.count { $0.grade != nil || money($0.path + ".expected") != nil },
        high: risks.count { $0.grade == .high }, unowned: risks.count { $0.risk.owner == nil }, isCosted: isCosted,
        hasReserves: !reserves.isEmpty), isCosted ? ["loss": loss, "reserves": reserves] : [:])
  }

  /// The risks by likelihood and impact, and the register: grade, response, owner, indicators, contingency.
  var risksSection: Report.Section? {
    let risks = rankedRisks
    let closed = (plan.plan.risks?.entries ?? []).filter { $0.value.status?.value == .closed }
    guard !risks.isEmpty || !closed.isEmpty else { return nil }
    var section = Report.Section(id: "risks", name: word(SectionWord.risks), headline: riskHeadline(risks))
    let legend = risks.map { Report.Item(name($0.risk.common, $0.entry.id)) }
    section.blocks = []
    if 1...Report.Figure.mostMarks ~= risks.count {
      section.blocks = [
        .columns(
          main: [.chart(matrixFigure(risks))],
          side: [.heading(word(Message(en: "Key", hans: "图例", hant: "圖例"))), .list(legend, isNumbered: true)],
          staysOnPaper: true)
      ]
    }
    section.blocks += register(risks) + actionTable(risks)
    if !closed.isEmpty {
      let names = list(closed.map { plan.name($0.value.common, id: $0.id.value) })
      section.blocks.append(
        .source([
          .text(word(Message(en: "Closed: ", hans: "已关闭：", hant: "已結案：")) + names, .muted)
        ]))
    }
    return section
  }

  // MARK: Matrix

  private func matrixFigure(_ risks: [RankedRisk]) -> Report.Figure {
    let house = plan.resolved.house
    let likelihoods = risks.compactMap { $0.risk.likelihood?.value }
    let losses = lossAxis(risks)
    return Report.Figure(
      message: word(Message(en: "Likelihood and impact", hans: "可能性与影响", hant: "可能性與影響")),
      subtitle: word(
        Message(
          en: "by the numbers of the key; margins hold what cannot be placed", hans: "数字见图例；边栏中为无法落点者",
          hant: "數字見圖例；邊欄中為無法落點者")),
      chart: RiskMatrix(
        language: language, scale: max(house.riskScale?.value ?? largestStep(risks), 2),
        highFrom: house.riskHighFrom?.value, mediumFrom: house.riskMediumFrom?.value,
        hasPercentages: !likelihoods.isEmpty && likelihoods.allSatisfy { $0.mark == .percent }, losses: losses.ticks,
        unit: amounts.unit(),
        risks: risks.map { risk in
          RiskMatrix.Risk(
            number: risk.number, name: plan.name(risk.risk.common, id: risk.entry.id.value),
            likelihood: position(risk.risk.likelihood?.value),
            impact: losses.ticks.isEmpty ? position(risk.risk.impact?.value) : losses.part(risk),
            likelihoodText: risk.risk.likelihood.map { amounts.text($0.value, .table, isInText: true) },
            impactText: (risk.risk.impact?.value ?? risk.risk.loss?.value?.value).map(amountText))
        }))
  }

  /// The axis of impact in money, where no risk has a step of impact but some have a loss.
  private func lossAxis(_ risks: [RankedRisk]) -> (
    ticks: [(part: Fraction, text: String)], part: (RankedRisk) -> RiskMatrix.Position?
  ) {
    func loss(_ item: RankedRisk) -> Fraction? {
      guard let loss = item.risk.loss?.value?.value, !loss.isRange, loss.unit.currency == plan.plan.currencyCode else {
        return nil
      }
      return loss.value
    }
    let largest = risks.compactMap(loss).max() ?? 0
    guard largest > 0, !risks.contains(where: { $0.risk.impact != nil }) else { return ([], { _ in nil }) }
    let ticks = niceTicks(from: 0, to: largest, atMost: 4).compactMap { tick in
      tick.divided(by: largest).map { (part: $0, text: amounts.money(tick)) }
    }
    return (ticks, { item in loss(item).flatMap { $0.divided(by: largest) }.map { .part($0) } })
  }

  /// The largest step of a scale that any risk is put on, where no policy says how far it goes.
  private func largestStep(_ risks: [RankedRisk]) -> Int {
    let steps = risks.flatMap { [$0.risk.likelihood?.value, $0.risk.impact?.value] }.compactMap { quantity -> Int? in
      guard let quantity, quantity.isBareNumber else { return nil }
      return quantity.high.rounded(places: 0).int
    }
    return max(steps.max() ?? 5, 5)
  }

  private func position(_ quantity: Quantity?) -> RiskMatrix.Position? {
    guard let quantity, !quantity.isRange else { return nil }
    if quantity.mark == .percent { return .part(quantity.value) }
    return quantity.isBareNumber ? quantity.value.rounded(places: 0).int.map { .step($0) } : nil
  }

  // MARK: Register

  private func register(_ risks: [RankedRisk]) -> [Report.Block] {
    let unknown: [Report.Span] = [.text(word(SectionWord.unknown), .muted)]
    let rows = risks.map { item in
      let risk = item.risk
      let category = risk.category.map { id in
        plan.resolved.house.category(id.value).map { plan.name($0.value.common, id: id.value) } ?? oneLine(id.value)
      }
      let likelihood = quantity(risk.likelihood?.value, isInText: true)
      let impact = quantity(risk.impact?.value, isInText: true)
      let loss = amount(risk.loss?.value?.value)
      let expected =
        plan.figures.figure(item.path + ".expected")?.quantity.map {
          figure(item.path + ".expected", printed: amountText($0))
        }
        ?? []
      return Report.Row(cells: [
        [.text("\(item.number)\u{2002}", .strong)] + name(risk.common, item.entry.id), grade(item.grade),
        .text(category),
        likelihood.isEmpty ? unknown : likelihood, impact.isEmpty ? loss.isEmpty ? unknown : none : impact, loss,
        expected,
        response(risk), .text(clauses(indicators(risk))), contingency(risk), owner(risk.owner?.value),
        risk.status?.value == .struck ? [.status(.bad, word(Risk.Status.struck.word))] : [],
      ])
    }
    return table(
      Message(en: "Register", hans: "风险登记册", hant: "風險登記冊"),
      [
        column(SectionWord.risk, .name), column(ReportWord.grade),
        column(ReportWord.category), column(SectionWord.likelihood, .figures), column(SectionWord.impact, .figures),
        column(SectionWord.loss, .figures), column(SectionWord.expected, .figures), column(SectionWord.response),
        column(SectionWord.indicators), column(SectionWord.contingency), column(ReportWord.owner),
        column(ReportWord.status),
      ], rows, isLong: rows.count > 12)
  }

  private func response(_ risk: Risk) -> [Report.Span] {
    guard let response = risk.response?.value else { return [.status(.bad, word(ReportWord.nobody))] }
    var parts = [word(response.word)]
    if let partner = risk.transferTo { parts.append(self.partner(partner.value)) }
    if let reason = plan.text(risk.reason) { parts.append(reason) }
    if let mark = risk.signOff {
      let signed = [mark.by.map { plan.person($0.value) }, mark.date?.value.text].compactMap(\.self)
      parts.append(signed.joined(separator: " "))
    }
    return .text(parts.joined(separator: ReportWord.colon(language)))
  }

  /// The alerts that tell of a risk: what they watch, and when they fire.
  private func indicators(_ risk: Risk) -> [String] {
    (risk.indicators ?? []).map { id in
      let alert = plan.plan.alerts?[id.value] ?? plan.resolved.house.alerts.first { $0.id.value == id.value }?.value
      guard let alert else { return oneLine(id.value) }
      return plan.text(alert.common.title)
        ?? [alert.kpi.map { watched($0.value) }, alert.when.map { oneLine($0.value.text) }].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  private func contingency(_ risk: Risk) -> [Report.Span] {
    guard let contingency = risk.contingency else { return [] }
    let money = [
      contingency.amount.map { amountText($0.value) }, contingency.paidBy.map { payer($0).plainText },
    ].compactMap(\.self)
    let said = plan.text(contingency.plan) ?? ""
    if money.isEmpty { return .text(said) }
    return .text(said + (language == .english ? " (\(list(money)))" : "（\(list(money))）"))
  }

  /// What is done about the risks before they strike.
  private func actionTable(_ risks: [RankedRisk]) -> [Report.Block] {
    let rows = risks.flatMap { item in
      (item.risk.actions?.entries ?? []).map { entry in
        let task = entry.value
        let aim = [task.kpi.map { kpi($0.value) }, task.target.map { amounts.text($0.value, .table, isInText: true) }]
          .compactMap(\.self).joined(separator: " ")
        let due = task.due.map { $0.value.text } ?? task.period.map { $0.value.last.text }
        return Report.Row(cells: [
          name(task.common, entry.id), .text(String(item.number)), .text(due),
          owner(task.owner?.value ?? task.raci?.value.roles("A").first?.value), text(task.deliverable), .text(aim),
          .text(task.status.map { word($0.value.word) }),
        ])
      }
    }
    return table(
      Message(en: "Actions", hans: "应对措施", hant: "因應措施"),
      [
        column(Message(en: "Action", hans: "措施", hant: "措施"), .name), column(SectionWord.risk),
        column(ReportWord.due), column(ReportWord.owner), column(ReportWord.deliverable), column(ReportWord.target),
        column(ReportWord.status),
      ], rows, isLong: rows.count > 20)
  }
}
