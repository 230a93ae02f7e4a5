import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// Who answers for what: roles, whom they report to, and how much of the plan rests on each.
  var teamSection: Report.Section? {
    let roles = plan.plan.team?.roles?.entries ?? []
    guard !roles.isEmpty else { return nil }
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
    section.blocks = table(
      Message(en: "What rests on whom", hans: "职责分布", hant: "職責分布"),
      [
        column(Message(en: "Role", hans: "角色", hant: "角色"), .name),
        column(Message(en: "Reports to", hans: "汇报对象", hant: "直屬主管")), column(ReportWord.objectives, .figures),
        column(ReportWord.kpis, .figures), column(Message(en: "Lines", hans: "科目", hant: "科目"), .figures),
        column(ReportWord.milestones, .figures),
        column(ReportWord.tasks, .figures),
      ], rows, isLong: roles.count > 20)
    return section
  }
}
