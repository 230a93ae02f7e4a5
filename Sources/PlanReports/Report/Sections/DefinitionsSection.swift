import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// What the words for money mean in this report; what the plan leaves undefined is said so.
  var definitionsSection: Report.Section? {
    var terms: [(String, [Report.Span])] = []
    let starts = plan.resolved.yearStarts
    if starts != 1, let year = plan.plan.period.map({ plan.resolved.period(.year, holding: $0.value.first) }) {
      let (first, last) = (year.first, year.last)
      terms.append(
        (
          word(Message(en: "Year", hans: "年度", hant: "年度")),
          .text(
            word(
              Message(
                en: "fiscal: \(year) runs from \(first) to \(last), and its quarters and halves accordingly",
                hans: "财年：\(year)自\(first)至\(last)，季度与半年随之", hant: "會計年度：\(year)自\(first)至\(last)，季度與半年隨之")))
        ))
    }
    if plan.figures.figure("budget.total") != nil {
      terms.append(
        (
          word(Message(en: "Total", hans: "总额", hant: "總額")),
          .text(
            word(
              Message(
                en: "all the plan's money: every line and every reserve; \(tax)", hans: "计划的全部资金，含各科目与预备金；\(tax)",
                hant: "計畫的全部資金，含各科目與預備金；\(tax)")))
        ))
    }
    if plan.plan.budget?.reserves?.isEmpty == false {
      terms.append(
        (
          word(Message(en: "Reserve", hans: "预备金", hant: "預備金")),
          .text(
            word(
              Message(
                en: "money held back inside the total for what cannot be foreseen", hans: "在总额之内为不可预见事项留出的资金",
                hant: "在總額之內為不可預見事項留出的資金")))
        ))
    }
    if plan.plan.feasibility?.discountRate != nil {
      terms.append(
        (
          word(ReportWord.presentValue),
          .text(
            word(
              Message(
                en: "what a later flow is worth at the start of the clock, at the discount rate",
                hans: "将以后的现金流按折现率折算到起点的价值", hant: "將以後的現金流按折現率折算到起點的價值")))
        ))
    }
    if plan.plan.feasibility != nil {
      for measure in plan.measures where plan.figures.figure("feasibility.\(measure.name)")?.value.reason == nil {
        guard plan.figures.figure("feasibility.\(measure.name)") != nil else { continue }
        terms.append((word(measure.title), .message(word(measure.meaning))))
      }
      terms.append((word(ReportWord.netBenefit), .text(netOf)))
    }
    if plan.schedule.hasLinks {
      terms.append(
        (
          word(ReportWord.float),
          .text(
            word(
              Message(
                en:
                  "working days a task may slip before it holds up the plan's end, a due date, a milestone or fixed dates",
                hans: "任务可推迟而不影响总工期、期限、里程碑或固定日期的工作日数", hant: "任務可延後而不影響總工期、期限、里程碑或固定日期的工作日數")))
        ))
    }
    terms += glossary
    guard !terms.isEmpty else { return nil }
    var section = Report.Section(
      id: "defs", name: word(Message(en: "Definitions", hans: "定义", hant: "定義")),
      headline: sentence(plan.plan.glossary?.isEmpty == false ? Sentence.definitionsAndTerms : Sentence.definitions))
    section.blocks = [.terms(terms.map { (term: $0.0, meaning: $0.1) })]
    return section
  }

  /// The plan's own terms, with the words not to use for them.
  private var glossary: [(String, [Report.Span])] {
    (plan.plan.glossary?.entries ?? []).map { entry in
      let term = plan.text(entry.value.term) ?? plan.name(entry.value.common, id: entry.id.value)
      var meaning = text(entry.value.meaning)
      if let avoid = entry.value.avoid, !avoid.isEmpty {
        let words = list(avoid.map { oneLine($0.value) })
        meaning += .text(
          word(Message(en: " (not: \(words))", hans: "（不用：\(words)）", hant: "（不用：\(words)）")), .muted)
      }
      return (term, meaning)
    }
  }

  private var tax: Message {
    switch plan.plan.budget?.tax?.value {
    case .gross: Message(en: "amounts hold value-added tax", hans: "金额含增值税", hant: "金額含稅")
    case .net: Message(en: "amounts are without value-added tax", hans: "金额不含增值税", hant: "金額未稅")
    case nil:
      Message(
        en: "taken as without value-added tax; the plan does not say", hans: "按不含增值税计，计划未说明", hant: "按未稅計，計畫未說明")
    }
  }

  private var netOf: String {
    guard let deductions = plan.plan.feasibility?.netOf else {
      return word(
        Message(
          en: "taken as the plan gives it; what is taken off is not said", hans: "按计划原值；已扣除哪些项目，计划未说明",
          hant: "按計畫原值；已扣除哪些項目，計畫未說明"))
    }
    let list = deductions.map { word($0.value.word) }.joined(separator: language == .english ? ", " : "、")
    return word(Message(en: "after \(list)", hans: "已扣除\(list)", hant: "已扣除\(list)"))
  }
}
