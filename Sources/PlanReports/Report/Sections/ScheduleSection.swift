import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// When things happen: the chart, what each milestone stands for, and every task with its dates and float.
  var scheduleSection: Report.Section? {
    let schedule = plan.schedule
    guard !schedule.tasks.isEmpty || !milestones.isEmpty || !mainPhases.isEmpty else { return nil }
    var section = Report.Section(
      id: "schedule", name: word(ReportWord.timetable), headline: sentence(scheduleHeadline(schedule)))
    let pages = ganttChart.pages
    for (place, page) in pages.enumerated() {
      let part = pages.count == 1 ? "" : " \(place + 1)/\(pages.count)"
      section.blocks.append(
        .chart(
          Report.Figure(
            message: word(Message(en: "Timetable", hans: "进度图", hant: "進度圖")) + part,
            subtitle: place == 0 ? ganttKey(schedule) : "", chart: page,
            source: place == 0 ? noteLinks(mainPhases.filter { $0.money != nil }.map { "phases.\($0.id)" }) : [])))
    }
    section.blocks += milestoneTable(schedule) + taskTable(schedule) + eventTable
    return section
  }

  private func ganttKey(_ schedule: Schedule) -> String {
    word(
      schedule.hasLinks
        ? Message(
          en: "dark: critical; light: with float, dotted to the latest finish; diamonds: milestones",
          hans: "深色为关键任务；浅色有浮动，虚线至最晚完成；菱形为里程碑", hant: "深色為要徑任務；淺色有浮時，虛線至最晚完成；菱形為里程碑")
        : Message(en: "diamonds: milestones", hans: "菱形为里程碑", hant: "菱形為里程碑"))
  }

  private func scheduleHeadline(_ schedule: Schedule) -> Message {
    let starts = schedule.tasks.compactMap(\.start) + mainPhases.map(\.period.first)
    let ends = [schedule.finish].compactMap { $0 } + mainPhases.map(\.period.last)
    let first = starts.min { $0.dayNumber < $1.dayNumber }
    let last = ends.max { $0.dayNumber < $1.dayNumber }
    var months = 0
    if let first, let last {
      let end = last.adding(days: 1)
      months = (end.year - first.year) * 12 + end.month - first.month
      if end.day < first.day { months -= 1 }
    }
    let dated = schedule.tasks.filter { $0.totalFloat != nil }
    let critical = dated.filter(\.isCritical)
    let tightest = critical.min {
      ($0.totalFloat ?? 0, $0.start?.dayNumber ?? 0) < ($1.totalFloat ?? 0, $1.start?.dayNumber ?? 0)
    }
    return Sentence.schedule(
      months: max(months, 1), tasks: schedule.tasks.count, critical: critical.count,
      least: schedule.hasLinks ? dated.compactMap(\.totalFloat).min() : nil,
      first: tightest.map { plan.text($0.title) ?? oneLine($0.id) })
  }

  // MARK: Chart

  private var ganttChart: GanttChart {
    GanttChart(
      plan, today: plan.resolved.today,
      milestones: milestones.map { .init(key: $0.key, name: $0.name, date: $0.date, state: $0.state) },
      phases: mainPhases.map { phase in
        .init(name: phase.name, period: phase.period, amount: phase.money.map { amounts.money($0) })
      }, workingDays: { amounts.workingDays($0) })
  }

  /// What a task waits for, by its name, and how: `Reorganisation`, `Reorganisation SS+14 d`.
  private func waitsFor(_ link: ScheduledLink) -> String {
    let title =
      link.from.kind == .task ? plan.plan.tasks?[link.from.id]?.common : plan.plan.milestones?[link.from.id]?.common
    let name = title.map { plan.name($0, id: link.from.id) } ?? oneLine(link.from.id)
    let kind = link.kind.rawValue.uppercased()
    let lag = link.lag.map(text) ?? ""
    return kind == "FS" && lag.isEmpty ? name : "\(name) \(kind)\(lag)"
  }

  private func text(_ lag: Lag) -> String {
    let sign = lag.count < 0 ? "\u{2212}" : "+"
    let count = abs(lag.count)
    let unit: Message =
      switch lag.unit {
      case .workingDays: Message(en: " wd", hans: "工作日", hant: "工作日")
      case .days: Message(en: " cal. d", hans: "天", hant: "天")
      case .months: Message(en: " mo", hans: "个月", hant: "個月")
      }
    return sign + String(count) + word(unit)
  }

  // MARK: Tables

  private func milestoneTable(_ schedule: Schedule) -> [Report.Block] {
    let rows = milestones.map { item in
      let scheduled = schedule.milestone(item.id)
      let milestone = plan.plan.milestones?[item.id]
      let targets = (milestone?.targets?.entries ?? []).map { entry in
        let kpi = plan.plan.kpis?[entry.id.value].map { plan.name($0.common, id: entry.id.value) } ?? entry.id.value
        return kpi + " " + amounts.text(entry.value.value, .table, isInText: true)
      }
      let state: Report.Span =
        switch item.state {
        case .met: .status(.good, word(ReportWord.met))
        case .unreachable: .status(.bad, item.remark ?? "")
        case .atRisk: .status(.warn, item.remark ?? "")
        case .planned, .missing: .text(word((scheduled?.status ?? .planned).word), .muted)
        }
      return Report.Row(cells: [
        [.text(item.key, .strong), .text("\u{2002}" + item.name, .plain)], day(item.date),
        scheduled?.float.map { .text(amounts.workingDays($0)) } ?? [],
        person(scheduled?.owner).isEmpty ? [.text(word(ReportWord.nobody), .bad)] : person(scheduled?.owner),
        text(milestone?.deliverable), .text(targets.joined(separator: language == .english ? "; " : "；")),
        text(milestone?.accept), [state],
      ])
    }
    return table(
      ReportWord.milestones,
      [
        column(ReportWord.milestone, .name), column(ReportWord.date),
        column(ReportWord.float, .figures), column(ReportWord.owner), column(ReportWord.deliverable, .wide),
        column(ReportWord.target), column(ReportWord.accepted, .wide), column(ReportWord.status),
      ], rows, isLong: rows.count > 20)
  }

  private func taskTable(_ schedule: Schedule) -> [Report.Block] {
    let rows = schedule.tasks.map { task in
      let entry = plan.plan.tasks?[task.id]
      let after = schedule.links(to: ScheduledLink.End(.task, task.id)).filter { !$0.isGate }.map(waitsFor)
        .joined(separator: language == .english ? ", " : "、")
      let float: [Report.Span] =
        task.totalFloat.map { days in
          let text = amounts.workingDays(days)
          if days < 0 { return [.status(.bad, text)] }
          let critical = word(Message(en: "critical", hans: "关键", hant: "要徑"))
          return task.isCritical ? [.text(text + ReportWord.dot(language) + critical, .strong)] : .text(text)
        } ?? []
      return Report.Row(cells: [
        [.text(plan.text(task.title) ?? oneLine(task.id), .plain)], day(task.start), day(task.finish),
        .text(task.duration.map { amounts.number(Fraction($0), places: 0) }), float, .text(after), day(task.due),
        person(task.owner).isEmpty ? [.text(word(ReportWord.nobody), .bad)] : person(task.owner),
        .text(word(task.status.word)), text(entry?.deliverable),
      ])
    }
    return table(
      ReportWord.tasks,
      remark: .text(
        word(
          Message(
            en: "dates computed; duration and float in working days", hans: "日期为推算；工期与浮动以工作日计", hant: "日期為推算；工期與浮時以工作日計"
          ))),
      [
        column(ReportWord.task, .name), column(ReportWord.start), column(ReportWord.finish),
        column(ReportWord.duration, .figures), column(ReportWord.float), column(ReportWord.after),
        column(ReportWord.due), column(ReportWord.owner), column(ReportWord.status),
        column(ReportWord.deliverable, .wide),
      ], rows, isLong: true)
  }

  private var eventTable: [Report.Block] {
    let rows = plan.events.map { event in
      let dates = event.occurrences.prefix(3).map(\.first.text).joined(separator: ", ")
      let more = event.occurrences.count > 3 ? " …" : ""
      return Report.Row(cells: [
        [.text(plan.text(event.title) ?? oneLine(event.id), .plain)],
        .text(event.cadence.map { word($0.word) } ?? event.times.map { $0.computedPhrase(in: language) }),
        .text(dates + more), .text(event.occurrences.isEmpty ? nil : String(event.occurrences.count)),
        person(event.owner),
      ])
    }
    return table(
      Message(en: "What recurs", hans: "例行活动", hant: "例行活動"),
      [
        column(Message(en: "Event", hans: "活动", hant: "活動"), .name),
        column(Message(en: "How often", hans: "频率", hant: "頻率")),
        column(Message(en: "First dates", hans: "最初日期", hant: "最初日期")),
        column(Message(en: "Times", hans: "次数", hant: "次數"), .figures), column(ReportWord.owner),
      ], rows, isLong: true)
  }
}
