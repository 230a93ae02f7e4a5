import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// Who answers for what: roles, whom they report to, and how much of the plan rests on each.
  var teamSection: Report.Section? {
    let roles = plan.plan.team?.roles?.entries ?? []
    let units = plan.plan.team?.units?.entries ?? []
    let rest = unitTable(units) + dutyMatrix + scorecards(.people)
    guard !roles.isEmpty || !rest.isEmpty else { return nil }
    let headcount = plan.figures.figure("team.headcount")?.quantity?.computedPhrase(in: language)
    var section = Report.Section(
      id: "team", name: word(Message(en: "Team", hans: "团队", hant: "團隊")),
      headline: sentence(Sentence.team(roles: roles.count, headcount: headcount)))
    let rows = roles.map { entry in
      func count(_ owners: [String?]) -> [Report.Span] {
        let count = owners.count { $0 == entry.id.value }
        return count == 0 ? none : .text(String(count))
      }
      return Report.Row(cells: [
        [.text(plan.person(entry.id.value), .plain)], person(entry.value.reportsTo?.value),
        count((plan.plan.objectives?.entries ?? []).map { $0.value.owner?.value }),
        count((plan.plan.kpis?.entries ?? []).map { $0.value.owner?.value }),
        count(plan.resolved.lines.entries.map { $0.owner?.value }),
        count(plan.schedule.milestones.map(\.owner)), count(plan.schedule.tasks.map(\.owner)),
      ])
    }
    section.blocks =
      table(
        Message(en: "What rests on whom", hans: "职责分布", hant: "職責分布"),
        [
          column(Message(en: "Role", hans: "角色", hant: "角色"), .name),
          column(Message(en: "Reports to", hans: "汇报对象", hant: "直屬主管")), column(ReportWord.objectives, .figures),
          column(ReportWord.kpis, .figures), column(Message(en: "Lines", hans: "科目", hant: "科目"), .figures),
          column(ReportWord.milestones, .figures),
          column(ReportWord.tasks, .figures),
        ], rows, isLong: roles.count > 20) + rest
    return section
  }

  private func unitTable(_ units: [Table<OrgUnit>.Entry]) -> [Report.Block] {
    let rows = units.map { entry in
      let unit = entry.value
      let heads = (unit.capacity?.entries ?? []).map { point in
        "\(point.period.value.text) \(amounts.text(point.value.value, .table, isInText: true))"
      }
      let kind =
        unit.temporary?.value == true
        ? word(Message(en: "task force", hans: "临时小组", hant: "臨時小組")) : nil
      return Report.Row(
        cells: [
          name(unit.common, entry.id), .text(unit.headcount.map { amounts.text($0.value, .table, isInText: true) }),
          .text(list(heads)), .text(unit.lead.map { plan.person($0.value) }),
          .text(unit.parent.map { self.unit($0.value) }),
          .text(list((unit.skills ?? []).map { oneLine($0.value) })), payer(unit.paidBy), .text(kind, .muted),
        ], indent: unit.parent == nil ? 0 : 1)
    }
    return table(
      Message(en: "Units", hans: "组织单元", hant: "組織單位"),
      [
        column(Message(en: "Unit", hans: "单元", hant: "單位"), .name),
        column(Message(en: "People", hans: "人数", hant: "人數"), .figures),
        column(Message(en: "When they vary", hans: "各期人数", hant: "各期人數")),
        column(Message(en: "Led by", hans: "负责人", hant: "主管")),
        column(Message(en: "Part of", hans: "上级单元", hant: "上級單位")),
        column(Message(en: "Skills", hans: "技能", hant: "技能")),
        column(SectionWord.paidBy), column(ReportWord.remark),
      ], rows, isLong: rows.count > 20)
  }
}
