import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What is watched and who acts when: conditions, KPIs with limits, whom a grade is told to, the log.
  var monitoringSection: Report.Section? {
    let alerts = watchedAlerts
    let tables = alertTable(alerts) + thresholdTable(alerts) + escalationTable + logTable
    guard !tables.isEmpty else { return nil }
    let untold = alerts.count { alert in alert.alert.grade.map { told(of: $0.value).isEmpty } ?? true }
    let headline: Message =
      if !alerts.isEmpty {
        Sentence.monitoring(
          alerts: alerts.count, high: alerts.count { $0.alert.grade?.value == .high }, untold: untold,
          firing: summary.count(codes: ["R816"]))
      } else if plan.plan.kpis?.contains(where: { $0.value.limit != nil }) == true {
        Sentence.limitsWatched
      } else {
        Sentence.logged
      }
    var section = Report.Section(id: "mon", name: word(SectionWord.monitoring), headline: sentence(headline))
    section.blocks = tables
    return section
  }

  /// An alert of the plan, or of a policy it stands under.
  struct WatchedAlert {
    let id: String
    let alert: Alert
    let isPolicy: Bool
  }

  /// The plan's alerts, then those of policies; one restated by the plan counts once.
  var watchedAlerts: [WatchedAlert] {
    let own = (plan.plan.alerts?.entries ?? []).map { WatchedAlert(id: $0.id.value, alert: $0.value, isPolicy: false) }
    let ids = Set(own.map(\.id))
    return own
      + plan.resolved.house.alerts.filter { !ids.contains($0.id.value) }.map {
        WatchedAlert(id: $0.id.value, alert: $0.value, isPolicy: true)
      }
  }

  /// A KPI by its name, or the money spent, which every plan can watch.
  func watched(_ id: String) -> String {
    id == "spend" && plan.plan.kpis?["spend"] == nil ? word(Message(en: "Spend", hans: "支出", hant: "支出")) : kpi(id)
  }

  /// Whom a grade is told to, by the plan and its policies.
  private func told(of grade: Grade) -> [String] {
    var roles = (plan.plan.escalation?[grade.rawValue]?.tell ?? []).map(\.value)
    for role in plan.resolved.house.escalation(grade.rawValue)?.tell ?? [] where !roles.contains(role.value) {
      roles.append(role.value)
    }
    return roles
  }

  /// How soon a grade is told: the shortest time that the plan or a policy says.
  private func toldWithin(_ grade: Grade) -> Quantity? {
    let times = [
      plan.plan.escalation?[grade.rawValue]?.within?.value,
      plan.resolved.house.escalation(grade.rawValue)?.within?.value,
    ].compactMap(\.self)
    return times.min { $0.low < $1.low }
  }

  // MARK: Alerts

  private func alertTable(_ alerts: [WatchedAlert]) -> [Report.Block] {
    let rows = alerts.map { item in
      let alert = item.alert
      let duties = list((alert.owes ?? []).map { word($0.value.word) })
      let owes = [duties, alert.within.map { amounts.text($0.value, .table, isInText: true) }].compactMap(\.self)
      let tell = alert.grade.map { told(of: $0.value) } ?? []
      let owner = alert.owner?.value ?? alert.kpi.flatMap { plan.plan.kpis?[$0.value]?.owner?.value }
      let advice = [plan.text(alert.advice), causes(alert)].compactMap(\.self)
      return Report.Row(cells: [
        name(alert.common, of: item), .text(alert.when.map { oneLine($0.value.text) }, .code),
        .text(alert.each.map { word($0.value.word) }), .text(cadence(of: alert).map { word($0.word) }),
        grade(alert.grade?.value),
        tell.isEmpty ? [.text(word(ReportWord.nobody), .bad)] : .text(list(tell.map(plan.person))),
        .text(clauses(owes)), person(owner), .text(clauses(advice)),
        .text(plan.text(alert.impact)),
        item.isPolicy ? .text(word(Message(en: "policy", hans: "政策", hant: "政策")), .muted) : [],
      ])
    }
    return table(
      Message(en: "What is watched", hans: "监控条件", hant: "監控條件"),
      [
        column(Message(en: "Watched", hans: "监控项", hant: "監控項"), .name),
        column(Message(en: "Fires when", hans: "触发条件", hant: "觸發條件")),
        column(Message(en: "For", hans: "范围", hant: "範圍")), column(ReportWord.cadence), column(ReportWord.grade),
        column(Message(en: "Tells", hans: "通知", hant: "通知")), column(Message(en: "Owed", hans: "须提交", hant: "須提交")),
        column(ReportWord.owner), column(Message(en: "What to do", hans: "处置", hant: "處置"), .wide),
        column(SectionWord.impact), column(Message(en: "Set by", hans: "出自", hant: "出自")),
      ], rows, isLong: rows.count > 12)
  }

  private func name(_ common: Common, of item: WatchedAlert) -> [Report.Span] {
    if let title = plan.text(common.title) { return .text(title) }
    return .text(item.alert.kpi.map { watched($0.value) } ?? oneLine(item.id))
  }

  private func cadence(of alert: Alert) -> Cadence? {
    alert.cadence?.value ?? alert.kpi.flatMap { plan.plan.kpis?[$0.value]?.cadence?.value }
  }

  private func causes(_ alert: Alert) -> String? {
    let causes = (alert.causes ?? []).compactMap { plan.text($0) }
    guard !causes.isEmpty else { return nil }
    let all = list(causes)
    return word(Message(en: "look first at \(all)", hans: "先查\(all)", hant: "先查\(all)"))
  }

  // MARK: Escalation

  private var escalationTable: [Report.Block] {
    let rows = Grade.allCases.reversed().compactMap { grade -> Report.Row? in
      let tell = told(of: grade)
      guard !tell.isEmpty else { return nil }
      let contacts = tell.compactMap { id in plan.plan.team?.roles?[id]?.contact.map { oneLine($0.value) } }
      return Report.Row(cells: [
        self.grade(grade), .text(list(tell.map(plan.person))), quantity(toldWithin(grade), isInText: true),
        .text(list(contacts), .muted),
      ])
    }
    return table(
      Message(en: "Whom a grade is told to", hans: "各等级的通知对象", hant: "各等級的通知對象"),
      [
        column(ReportWord.grade, .name), column(Message(en: "Tells", hans: "通知", hant: "通知")),
        column(SectionWord.within, .figures), column(Message(en: "Contact", hans: "联系方式", hant: "聯絡方式")),
      ], rows)
  }

  // MARK: Log

  private var logTable: [Report.Block] {
    let rows = (plan.plan.log ?? []).enumerated().sorted { a, b in
      let (left, right) = (a.element.date?.value.dayNumber ?? 0, b.element.date?.value.dayNumber ?? 0)
      return left == right ? a.offset < b.offset : left > right
    }.map { _, entry in
      let about = [
        entry.scope.map { plan.plan.channels?[$0.value] != nil ? channel($0.value) : plan.lineName($0.value) },
        entry.period.map { spoken($0.value) },
      ].compactMap(\.self)
      return Report.Row(cells: [
        text(entry.text), day(entry.date?.value), .text(entry.kind.map { word($0.value.word) }), .text(list(about)),
        text(entry.action), person(entry.by?.value), day(entry.due?.value),
      ])
    }
    return table(
      Message(en: "Log", hans: "日志", hant: "日誌"),
      remark: .text(word(Message(en: "latest first", hans: "由近及远", hant: "由近及遠"))),
      [
        column(ReportWord.what, .name), column(ReportWord.date), column(SectionWord.kind),
        column(Message(en: "About", hans: "关于", hant: "關於")),
        column(Message(en: "Action", hans: "措施", hant: "措施"), .wide),
        column(Message(en: "By", hans: "记录人", hant: "記錄人")),
        column(ReportWord.due),
      ], rows, isLong: rows.count > 12)
  }
}
