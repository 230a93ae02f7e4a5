import PlanAnalysis
import PlanModel
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// A part of the report that the plan has no data for.
  private struct Gap {
    let part: Message
    let missing: Message
    /// The key to add.
    let key: String
    /// Whether the plan has it, but this version does not compile it.
    var isUnread = false
  }

  /// What the plan does not say, with the key that would say it.
  var gapsSection: Report.Section? {
    let rows = gaps.map { gap in
      let missing =
        gap.isUnread
        ? Message(
          en: "written, but not compiled by this version", hans: "已写，本版本尚不编译", hant: "已寫，本版本尚不編譯") : gap.missing
      return Report.Row(cells: [.text(word(gap.part)), .text(word(missing)), .text(gap.key, .code)])
    }
    guard !rows.isEmpty else { return nil }
    var section = Report.Section(
      id: "gaps", name: word(Message(en: "What the plan does not say", hans: "计划未交代的内容", hant: "計畫未交代的內容")),
      headline: sentence(Sentence.gaps(rows.count)))
    section.blocks = table(
      Message(en: "Missing parts", hans: "缺失部分", hant: "缺少的部分"),
      [
        column(Message(en: "Part", hans: "部分", hant: "部分"), .name),
        column(Message(en: "Missing", hans: "缺少", hant: "缺少"), .wide),
        column(Message(en: "To add", hans: "补充", hant: "補充")),
      ], rows, hidesCaption: true)
    return section
  }

  private var gaps: [Gap] {
    let head = plan.plan
    var gaps: [Gap] = []
    func need(_ isThere: Bool, _ part: Message, _ missing: Message, _ key: String) {
      if !isThere { gaps.append(Gap(part: part, missing: missing, key: key, isUnread: head.wrote(key))) }
    }
    need(
      head.objectives?.isEmpty == false, ReportWord.goals, Message(en: "no objective", hans: "没有目标", hant: "沒有目標"),
      "objectives")
    need(
      head.channels?.isEmpty == false, SectionWord.channels,
      Message(en: "no channel", hans: "没有渠道", hant: "沒有通路"), "channels")
    need(
      head.budget != nil, ReportWord.budget, Message(en: "no budget", hans: "没有预算", hant: "沒有預算"), "budget")
    if head.budget != nil, mainPhases.allSatisfy({ $0.money == nil }) {
      gaps.append(
        Gap(
          part: Message(en: "Money by month", hans: "逐月资金", hant: "逐月資金"),
          missing: Message(en: "no phasing", hans: "没有分期比例", hant: "沒有分期比例"), key: "budget.phasing"))
    }
    need(
      head.tasks?.isEmpty == false, ReportWord.tasks, Message(en: "no task", hans: "没有任务", hant: "沒有任務"), "tasks")
    if head.tasks?.isEmpty == false, !plan.schedule.hasLinks {
      gaps.append(
        Gap(
          part: Message(en: "Critical path", hans: "关键路径", hant: "要徑"),
          missing: Message(en: "no links between tasks", hans: "任务之间没有前置关系", hant: "任務之間沒有前置關係"),
          key: "tasks.*.after"))
    }
    need(
      head.milestones?.isEmpty == false, ReportWord.milestones,
      Message(en: "no milestone", hans: "没有里程碑", hant: "沒有里程碑"), "milestones")
    if head.channels?.isEmpty == false, head.budget?.allocation == nil {
      gaps.append(
        Gap(
          part: SectionWord.allocation,
          missing: Message(en: "no method of splitting money over channels", hans: "没有渠道间的分配方法", hant: "沒有通路間的分配方法"),
          key: "budget.allocation"))
    }
    need(
      head.risks?.isEmpty == false, SectionWord.risks, Message(en: "no risk", hans: "没有风险", hant: "沒有風險"), "risks")
    if let risks = head.risks, !risks.isEmpty, plan.figures.figure("risks.expected") == nil {
      gaps.append(
        Gap(
          part: SectionWord.expected,
          missing: Message(
            en: "no risk has both a percentage and a loss", hans: "没有风险同时写明概率与损失", hant: "沒有風險同時寫明機率與損失"),
          key: "risks.*.loss"))
    }
    need(
      head.feasibility != nil, ReportWord.feasibility,
      Message(en: "no cash flow", hans: "没有现金流", hant: "沒有現金流"), "feasibility")
    need(
      head.alerts?.isEmpty == false || !plan.resolved.house.alerts.isEmpty, SectionWord.monitoring,
      Message(en: "no condition is watched", hans: "没有监控条件", hant: "沒有監控條件"), "alerts")
    need(
      false, Message(en: "Actuals and forecast", hans: "实际与预测", hant: "實際與預測"),
      Message(en: "no data file", hans: "没有数据文件", hant: "沒有資料檔案"), "actuals")
    need(
      head.adjustments?.isEmpty == false, SectionWord.adjustments,
      Message(en: "no entry", hans: "没有记录", hant: "沒有紀錄"), "adjustments")
    return gaps
  }
}
