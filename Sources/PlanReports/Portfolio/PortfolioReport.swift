import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// `report.md` of a portfolio: what its plans come to, one row a plan, against its total and limits.
package struct PortfolioReport: PortfolioFormat {
  package static let fileName = "report.md"

  package init() {}

  package func render(_ portfolio: CompiledPortfolio) -> String { PortfolioPage(portfolio).text }
}

/// The page of one portfolio, put together.
private struct PortfolioPage {
  let compiled: CompiledPortfolio
  let amounts: Amounts

  init(_ compiled: CompiledPortfolio) {
    self.compiled = compiled
    let largest = ["portfolio.total", "portfolio.planned"].compactMap { compiled.figures.figure($0)?.quantity?.high }
      .max()
    amounts = Amounts(language: compiled.language, currency: compiled.figures.currency, largest: largest ?? 0)
  }

  var text: String {
    var blocks = ["# " + escaped(compiled.text(compiled.portfolio.common.title) ?? compiled.portfolio.id?.value ?? "")]
    blocks.append(head.map { escaped($0) }.joined(separator: " · "))
    blocks.append("**\(escaped(lead.text(in: language)))**")
    blocks.append("## " + word(PortfolioWord.plans) + "\n\n" + plans)
    if let returns { blocks.append(returns) }
    if !categories.isEmpty { blocks.append("## " + word(PortfolioWord.categories) + "\n\n" + categories) }
    if !compiled.rates.isEmpty { blocks.append("## " + word(PortfolioWord.rates) + "\n\n" + rates) }
    if !compiled.resolved.sharedRoles.isEmpty { blocks.append("## " + word(PortfolioWord.shared) + "\n\n" + shared) }
    blocks.append("## " + word(ReportWord.findings) + "\n\n" + findings)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var language: Language { compiled.language }

  private func word(_ message: Message) -> String { escaped(message.text(in: language)) }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  // MARK: Head

  private var head: [String] {
    let portfolio = compiled.portfolio
    let colon = language == .english ? ": " : "："
    var parts: [String] = []
    func add(_ name: Message, _ value: String?) {
      if let value { parts.append(name.text(in: language) + colon + value) }
    }
    add(ReportWord.period, portfolio.period?.value.text)
    add(ReportWord.owner, portfolio.owner?.value)
    add(ReportWord.currency, portfolio.currency?.value)
    add(ReportWord.asOf, compiled.resolved.today?.text)
    return parts
  }

  /// What the plans come to, against the total.
  private var lead: Message {
    guard let planned = money("portfolio.planned"), let total = money("portfolio.total") else {
      let reason = compiled.figures.figure("portfolio.planned")?.value.reason ?? ReportWord.notSaid
      return Message(
        en: "What the plans come to cannot be told: \(reason).", hans: "无法得知各计划合计：\(reason)。",
        hant: "無法得知各計畫合計：\(reason)。")
    }
    let count = compiled.resolved.members.count
    let (sum, whole) = (amounts.inText(planned), amounts.inText(total))
    let share = planned.divided(by: total).map { amounts.headlinePercent($0) } ?? ""
    let rest = amounts.inText((total - planned).magnitude)
    let plans = count == 1 ? "1 plan comes" : "\(count) plans come"
    if planned > total {
      return Message(
        en: "\(plans) to \(sum), \(share) of the total of \(whole): \(rest) too much.",
        hans: "\(count) 份计划合计\(sum)，为总额\(whole)的 \(share)，超出\(rest)。",
        hant: "\(count) 份計畫合計\(sum)，為總額\(whole)的 \(share)，超出\(rest)。")
    }
    return Message(
      en: "\(plans) to \(sum), \(share) of the total of \(whole): \(rest) is not planned yet.",
      hans: "\(count) 份计划合计\(sum)，为总额\(whole)的 \(share)，尚有\(rest)未列入计划。",
      hant: "\(count) 份計畫合計\(sum)，為總額\(whole)的 \(share)，尚有\(rest)未列入計畫。")
  }

  private func money(_ path: String) -> Fraction? {
    guard let quantity = compiled.figures.figure(path)?.quantity, !quantity.isRange, quantity.unit.isMoney else {
      return nil
    }
    return quantity.value
  }

  // MARK: Tables

  /// A figure in a table: money in the table's unit, a percentage with two decimals; a dash with a reason is no figure.
  private func cell(_ path: String) -> String {
    guard let figure = compiled.figures.figure(path), let quantity = figure.quantity, !quantity.isRange else {
      return "–"
    }
    let text =
      quantity.unit.isMoney || quantity.unit.isMoneyPerTime
      ? amounts.money(quantity.value) : amounts.percent(quantity.value)
    return escaped(text) + (compiled.isDoubtful(path) ? " ⚠" : "")
  }

  private func table(_ heads: [String], numbersFrom first: Int, _ rows: [[String]]) -> String {
    let rule = heads.indices.map { $0 >= first ? "--:" : "---" }
    return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private var plans: String {
    let unit = escaped(" (\(amounts.unit()))")
    let heads =
      [PortfolioWord.plan, ReportWord.owner, ReportWord.status, ReportWord.period].map { word($0) }
      + [word(ReportWord.total) + unit, word(ReportWord.share), word(PortfolioWord.findings)]
    var rows = compiled.resolved.members.enumerated().map { place, member in
      let (plan, id) = (member.plan.plan, member.id.value)
      return [
        escaped(compiled.text(plan.common.title) ?? id), escaped(owner(member)), word(plan.life.word),
        escaped(plan.period?.value.text ?? "–"), cell("plans.\(id).total"), cell("plans.\(id).share"),
        counts(ofPlan: place),
      ]
    }
    rows.append([
      "**\(word(ReportWord.sum))**", "", "", "", "**\(cell("portfolio.planned"))**", "", "",
    ])
    rows.append([word(PortfolioWord.total), "", "", "", cell("portfolio.total"), "", ""])
    rows.append([word(PortfolioWord.unplanned), "", "", "", cell("portfolio.unplanned"), "", ""])
    return table(heads, numbersFrom: 4, rows)
  }

  private func owner(_ member: ResolvedPortfolio.Member) -> String {
    guard let id = member.plan.plan.owner?.value else { return "–" }
    return compiled.text(member.plan.plan.team?.roles?[id]?.common.title) ?? id
  }

  /// Errors and warnings of a plan.
  private func counts(ofPlan place: Int) -> String {
    let (errors, warnings) = (compiled.count(.error, ofPlan: place), compiled.count(.warning, ofPlan: place))
    if errors + warnings == 0 { return "✓" }
    return [(Severity.error, errors), (.warning, warnings)].filter { $0.1 > 0 }
      .map { escaped($0.0.counted($0.1).text(in: language)) }.joined(separator: ", ")
  }

  /// What the plans put in and what comes back, where any of them says so.
  private var returns: String? {
    guard compiled.figures.figure("portfolio.investment") != nil else { return nil }
    let unit = escaped(" (\(amounts.unit()))")
    let heads = [
      word(PortfolioWord.plan), word(ReportWord.investment) + unit, word(PortfolioWord.returns) + unit,
      word(PortfolioWord.roiGross), word(PortfolioWord.roiNet), word(PortfolioWord.npv) + unit,
    ]
    func row(_ name: String, _ path: String) -> [String] {
      [name] + ["investment", "returns", "roi_gross", "roi_net", "npv"].map { cell("\(path).\($0)") }
    }
    let rows = compiled.resolved.members.filter { compiled.figures.figure("plans.\($0.id.value).investment") != nil }
      .map { row(escaped(compiled.text($0.plan.plan.common.title) ?? $0.id.value), "plans.\($0.id.value)") }
    let text = table(heads, numbersFrom: 1, rows + [row("**\(word(ReportWord.sum))**", "portfolio")])
    return "## \(word(ReportWord.feasibility))\n\n\(text)\n\n\(word(PortfolioWord.ratiosFromSums))"
  }

  /// Money by category, one column a plan.
  private var categories: String {
    let categories = compiled.figures.categories
    if categories.isEmpty { return "" }
    let heads =
      [word(ReportWord.category) + escaped(" (\(amounts.unit()))")]
      + compiled.resolved.members.map { escaped(compiled.text($0.plan.plan.common.title) ?? $0.id.value) }
      + [word(ReportWord.sum)]
    let rows = categories.map { category in
      [escaped(category)] + compiled.figures.ids.map { cell("plans.\($0).categories.\(category)") }
        + [cell("portfolio.categories.\(category)")]
    }
    return table(heads, numbersFrom: 1, rows)
  }

  private var rates: String {
    let heads = [ReportWord.currency, PortfolioWord.rate, ReportWord.asOf, ReportWord.source].map { word($0) }
    let rows = compiled.rates.map { entry in
      [
        escaped(entry.id.value), escaped(entry.value.rate.map { $0.value.phrase(in: language) } ?? "–"),
        escaped(entry.value.common.asOf?.value.text ?? "–"), escaped(compiled.text(entry.value.common.source) ?? "–"),
      ]
    }
    return table(heads, numbersFrom: 4, rows)
  }

  private var shared: String {
    compiled.resolved.sharedRoles.map { shared in
      let colon = language == .english ? ": " : "："
      return "- "
        + escaped(shared.role.value + colon + shared.plans.joined(separator: language == .english ? ", " : "、"))
    }.joined(separator: "\n")
  }

  private var findings: String {
    if compiled.diagnostics.isEmpty { return word(PortfolioWord.noFindings) }
    return compiled.diagnostics.map { diagnostic in
      let place = compiled.place(diagnostic.range).map { " " + MarkdownText.code("\($0.file):\($0.line)") } ?? ""
      let text = escaped("\(diagnostic.code) " + diagnostic.message.text(in: language))
      return "- **\(escaped(diagnostic.severity.word.text(in: language)))** \(text)\(place)"
    }.joined(separator: "\n")
  }
}

/// Words of a portfolio's report besides those of a plan's.
private enum PortfolioWord {
  static let plans = Message(en: "Plans", hans: "各计划", hant: "各計畫")
  static let plan = Message(en: "Plan", hans: "计划", hant: "計畫")
  static let total = Message(en: "Total of the portfolio", hans: "组合总额", hant: "組合總額")
  static let unplanned = Message(en: "Not planned yet", hans: "尚未列入计划", hant: "尚未列入計畫")
  static let findings = Message(en: "Findings", hans: "发现的问题", hant: "發現的問題")
  static let categories = Message(en: "Money by category", hans: "分类别资金", hant: "分類別資金")
  static let rates = Message(en: "Exchange rates", hans: "汇率", hant: "匯率")
  static let rate = Message(en: "Rate", hans: "汇率", hant: "匯率")
  static let shared = Message(en: "Roles shared by plans", hans: "各计划共用的角色", hant: "各計畫共用的角色")
  static let returns = Message(en: "Comes back", hans: "收回", hant: "回收")
  static let roiGross = Message(en: "ROI, gross", hans: "投资回报率（毛）", hant: "投資報酬率（毛）")
  static let roiNet = Message(en: "ROI, net", hans: "投资回报率（净）", hant: "投資報酬率（淨）")
  static let npv = Message(en: "NPV", hans: "净现值", hant: "淨現值")
  static let ratiosFromSums = Message(
    en: "Ratios of the portfolio are computed from its sums, not averaged over its plans.",
    hans: "组合的比率由合计数计算，不是各计划比率的平均。", hant: "組合的比率由合計數計算，不是各計畫比率的平均。")
  static let noFindings = Message(
    en: "The plans keep to the total and the limits of the portfolio.", hans: "各计划未超出组合的总额与限额。",
    hant: "各計畫未超出組合的總額與限額。")
}
