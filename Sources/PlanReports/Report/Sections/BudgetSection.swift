import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanRules
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// The lines with their shares, what is stated otherwise, money by month and phase, limits, yearly cost.
  var budgetSection: Report.Section? {
    guard let budget = plan.plan.budget else { return nil }
    var section = Report.Section(id: "budget", name: word(ReportWord.budget), headline: budgetHeadline)
    section.blocks =
      lineTable(budget) + monthsAndLimits + phaseTable + fundingTable + savingTable + operatingTable(budget)
    return section
  }

  private var budgetHeadline: [Report.Span] {
    guard let total = money("budget.total"), let lines = money("budget.lines") else {
      return sentence(Sentence.budgetOpen)
    }
    let reserved = plan.figures.figure("budget.reserved") == nil ? 0 : money("budget.reserved")
    guard let reserved else { return sentence(Sentence.budgetOpen) }
    let difference = lines + reserved - total
    let gap = NoteBook.Derived(
      key: "budget-gap", name: Message(en: "Lines and reserves less total", hans: "科目与预备金合计减总额", hant: "科目與預備金合計減總額"),
      value: .quantity(Quantity(difference.magnitude, .currency(plan.plan.currencyCode ?? ""))),
      formula: "budget.lines + budget.reserved - budget.total",
      inputs: ["budget.lines", "budget.reserved", "budget.total"])
    var slots = ["total": figure("budget.total", .headline)]
    if !difference.isZero { slots["difference"] = figure(gap, .headline) }
    var headline = sentence(Sentence.budget(isExact: difference.isZero, isOver: difference > 0), slots)
    if let finding = summary.ordered.first(where: { $0.diagnostic.code == "B307" }),
      let pair = finding.diagnostic.contradiction
    {
      let line = plan.name(ofFigure: String(pair.subject.dropLast(".share".count)))
      headline += sentence(
        Sentence.stated(line, share: recomputed(pair).plainText, not: side(pair.stated).plainText))
    }
    return headline
  }

  // MARK: Lines

  /// A line or reserve as a row of the table.
  private struct Part {
    let path: String
    let name: String
    let depth: Int
    let isParent: Bool
    let amount: Fraction?
    var printed = ""
    var share = ""
  }

  private func lineTable(_ budget: Budget) -> [Report.Block] {
    var parts = parts(isOperating: false) + reserveParts(budget)
    print(&parts, whole: money("budget.total"))
    let largest = parts.compactMap(\.amount).max() ?? 0
    var rows = parts.map { part in
      let bar: [Report.Span] =
        part.amount.flatMap { amount in
          amount.divided(by: largest).map { [.bar($0, isStrong: part.depth == 0)] }
        } ?? []
      return Report.Row(
        cells: [
          [.text(part.name, .plain)], figure(part.path, printed: part.printed), .text(part.share), bar,
          statedOtherwise(part.path),
        ], indent: part.depth, kind: part.depth > 0 ? .sub : part.isParent ? .top : .plain)
    }
    rows.append(totalRow)
    return table(
      Message(en: "Budget by line", hans: "分科目预算", hant: "分科目預算"), remark: unitRemark,
      [
        column(ReportWord.line, .name), Report.Column(title: amounts.unit(), kind: .figures),
        column(ReportWord.share, .figures), column(ReportWord.bar, .bar),
        column(ReportWord.statedOtherwise),
      ], rows, .lines)
  }

  /// What another place says of a figure of the budget.
  private func statedOtherwise(_ path: String) -> [Report.Span] {
    let found = summary.ordered.filter { finding in
      guard let pair = finding.diagnostic.contradiction, finding.diagnostic.severity > .advice else { return false }
      return pair.subject == path || pair.subject == path + ".share"
    }
    guard let finding = found.first, let pair = finding.diagnostic.contradiction else { return none }
    let said = finding.diagnostic.code == "B312" ? recomputed(pair) : side(pair.stated)
    let text = said.plainText
    let words =
      finding.diagnostic.code == "B312"
      ? Message(en: "its derivation gives \(text)", hans: "按推导应为\(text)", hant: "按推導應為\(text)")
      : Message(en: "stated as \(text)", hans: "原文\(text)", hant: "原文\(text)")
    return [.status(.bad, word(words))]
  }

  private var totalRow: Report.Row {
    let isExact = (money("budget.lines") ?? 0) + (money("budget.reserved") ?? 0) == money("budget.total")
    let verdict: Report.Span =
      isExact
      ? .status(.good, word(Message(en: "lines add up", hans: "各科目合计相符", hant: "各科目合計相符")))
      : .status(.bad, word(Message(en: "lines do not add up", hans: "各科目合计不符", hant: "各科目合計不符")))
    return Report.Row(
      cells: [
        .text(word(ReportWord.total)), figure("budget.total", .table, isInText: false),
        .text(isExact ? "100.00%" : ""), [], [verdict],
      ], kind: .total)
  }

  private func parts(isOperating: Bool) -> [Part] {
    let entries = plan.resolved.lines.entries
    var depths: [Int] = []
    var parts: [Part] = []
    for entry in entries {
      depths.append(entry.parent.map { depths[$0] + 1 } ?? 0)
      guard entry.isOperating == isOperating, let depth = depths.last else { continue }
      let path = "budget.\(entry.id.value)"
      parts.append(
        Part(
          path: path, name: plan.name(entry.line.common, id: entry.id.value), depth: depth,
          isParent: !entry.isLeaf, amount: plan.money(path)?.value))
    }
    return parts
  }

  private func reserveParts(_ budget: Budget) -> [Part] {
    guard let entries = budget.reserves?.entries, !entries.isEmpty else { return [] }
    let sum = plan.money("budget.reserved")?.value
    var parts = [
      Part(
        path: "budget.reserved", name: plan.name(ofFigure: "budget.reserved"), depth: 0, isParent: true, amount: sum)
    ]
    parts += entries.map { entry in
      let path = "budget.\(entry.id.value)"
      return Part(
        path: path, name: plan.name(entry.value.common, id: entry.id.value), depth: 1, isParent: false,
        amount: plan.money(path)?.value)
    }
    return parts
  }

  /// Rounds the amounts of a level so that they make what stands above them, where the exact ones do.
  private func print(_ parts: inout [Part], whole: Fraction?) {
    func settle(_ places: [Int], _ sum: Fraction?) {
      let values = places.map { parts[$0].amount ?? 0 }
      let isWhole = places.allSatisfy { parts[$0].amount != nil }
      let sum = sum ?? values.reduce(0, +)
      let texts = isWhole ? amounts.column(values, whole: sum) : values.map { amounts.money($0) }
      for (place, text) in zip(places, texts) where parts[place].amount != nil { parts[place].printed = text }
      guard let whole, !whole.isZero else { return }
      for (place, share) in zip(places, amounts.shares(values, of: whole)) where parts[place].amount != nil {
        parts[place].share = share
      }
    }
    settle(parts.indices.filter { parts[$0].depth == 0 }, whole)
    for place in parts.indices where parts[place].isParent {
      let below = parts[(place + 1)...].prefix { $0.depth > parts[place].depth }.indices
      settle(below.filter { parts[$0].depth == parts[place].depth + 1 }, parts[place].amount)
    }
    for place in parts.indices where parts[place].printed.isEmpty {
      let path = parts[place].path
      parts[place].printed =
        plan.figures.figure(path).map { amounts.text($0.value, .table, isInText: false) } ?? ""
    }
  }

  // MARK: Months, limits, phases

  private var monthsAndLimits: [Report.Block] {
    let limits = limitTable
    guard let chart = monthChart else { return limits }
    return [
      .columns(
        main: [.chart(chart)],
        side: limits.isEmpty
          ? [.paragraph([.text(word(Message(en: "No limit is set.", hans: "未设限额。", hant: "未設限額。")), .muted)])] : limits,
        staysOnPaper: true)
    ]
  }

  private var monthChart: Report.Figure? {
    guard let months = monthlyPlan, !months.isEmpty else { return nil }
    let phases = mainPhases
    var sum: Fraction = 0
    let spans = phases.compactMap { phase -> MonthColumns.Span? in
      guard let money = phase.money else { return nil }
      sum += money
      return MonthColumns.Span(
        name: phase.name, period: phase.period, amount: amounts.money(money), cumulative: amounts.money(sum))
    }
    let highest = months.max { $0.amount < $1.amount }
    let printer = amounts
    let peak = highest.map { (monthOf($0.month), amounts.inText($0.amount, .table)) }
    let message = peak.map { month, amount in
      Message(
        en: "Money per month: most in \(month), \(amount)", hans: "逐月投入：\(month)最高，为\(amount)",
        hant: "逐月投入：\(month)最高，為\(amount)")
    }
    return Report.Figure(
      message: message.map(word) ?? "",
      subtitle: word(
        Message(
          en: "\(amounts.unit()) a month, plan, spread by days inside each phase",
          hans: "\(amounts.unit())/月，计划值，各阶段内按天均摊", hant: "\(amounts.unit())/月，計畫值，各階段內按天均攤")),
      chart: MonthColumns(
        language: language, unit: amounts.unit(), months: months.map { .init(month: $0.month, plan: $0.amount) },
        spans: spans, today: plan.resolved.today, yearStarts: plan.resolved.yearStarts, amount: { printer.money($0) }),
      source: noteLinks(["budget.total"] + phases.filter { $0.money != nil }.map { "phases.\($0.id)" }))
  }

  private var limitTable: [Report.Block] {
    let rows = plan.resolved.house.limits.map { held in
      let limit = held.limit
      let path = "limits.\(held.id.value)"
      let finding = summary.ordered.first { $0.diagnostic.contradiction?.subject == path }
      let name = plan.text(limit.common.title) ?? oneLine(held.id.value)
      let bar = limit.atMost.map { ("≤ ", $0.value) } ?? limit.atLeast.map { ("≥ ", $0.value) }
      let asked = bar.map { $0.0 + amounts.text($0.1, .table, isInText: true) }
      let state: Report.Span =
        finding.map { finding in
          let made = finding.diagnostic.contradiction.map { recomputed($0).plainText } ?? ""
          return .status(finding.diagnostic.severity == .error ? .bad : .warn, made)
        }
        ?? (plan.diagnostics.contains { $0.code == "B322" } && limit.reserve != nil
          ? .status(.bad, word(Message(en: "no money left", hans: "无资金", hant: "無資金")))
          : .status(.good, word(ReportWord.kept)))
      return Report.Row(cells: [.text(name), .text(asked), [state]])
    }
    guard !rows.isEmpty else { return [] }
    return [.heading(word(Message(en: "Against the limits", hans: "对照限额", hant: "對照限額")))]
      + table(
        Message(en: "Limits", hans: "限额", hant: "限額"),
        [column(ReportWord.limit, .name), column(ReportWord.allowed, .figures), column(ReportWord.inPlan)], rows,
        .plain,
        hidesCaption: true)
  }

  private var phaseTable: [Report.Block] {
    guard let spend = phaseSpend(plan.plan), let first = spend.first, let total = money("budget.total") else {
      return []
    }
    let values = spend.map(\.money.value)
    let sum = values.reduce(Fraction(0), +)
    let texts = amounts.column(values, whole: sum == total ? total : sum)
    var rows = spend.indices.map { place in
      let phase = spend[place]
      return Report.Row(cells: [
        .text(plan.name(plan.plan.phases?[phase.id]?.common ?? Common(), id: phase.id)),
        .text(phase.period.map(spoken)), .text(amounts.percent(phase.share.value)),
        figure("phases.\(phase.id)", printed: texts[place]),
      ])
    }
    let shares = spend.reduce(Fraction(0)) { $0 + $1.share.value }
    rows.append(
      Report.Row(
        cells: [
          .text(word(ReportWord.sum)), [], .text(amounts.percent(shares)),
          quantity(Quantity(sum, first.money.unit)),
        ], kind: .total))
    return table(
      ReportWord.phasing, remark: unitRemark,
      [
        column(ReportWord.phase, .name), column(ReportWord.period), column(ReportWord.share, .figures),
        Report.Column(title: amounts.unit(), kind: .figures),
      ], rows, .plain)
  }

  private func operatingTable(_ budget: Budget) -> [Report.Block] {
    guard budget.operating != nil, let total = plan.money("budget.operating") else { return [] }
    let perYear = language == .english ? " a year" : "/年"
    var parts = parts(isOperating: true)
    print(&parts, whole: total.value)
    var rows = parts.map { part in
      Report.Row(
        cells: [
          [.text(part.name, .plain)], figure(part.path, printed: part.amount.map { amounts.money($0) } ?? part.printed),
          .text(part.share),
        ],
        indent: part.depth)
    }
    rows.append(
      Report.Row(
        cells: [
          .text(word(ReportWord.sum)), figure("budget.operating", printed: amounts.money(total.value)), [],
        ], kind: .total))
    return table(
      ReportWord.operating, remark: .text(amounts.unit() + perYear),
      [
        column(ReportWord.line, .name), Report.Column(title: amounts.unit(), kind: .figures),
        column(ReportWord.share, .figures),
      ], rows, .plain)
  }
}

extension ReportBuilder {
  /// Planned money month by month; nil where the plan does not say when all of it is spent.
  var monthlyPlan: [(month: CivilDate, amount: Fraction)]? {
    plan.figures.moneyOverTime.map { money in money.monthly(plan.plan).map { ($0.month.first, $0.total.value) } }
  }
}
