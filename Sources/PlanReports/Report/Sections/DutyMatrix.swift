import PlanModel
import PlanText

extension ReportBuilder {
  /// Whoever is accountable, responsible, consulted or informed, for all work that says so.
  var dutyMatrix: [Report.Block] {
    let work = assignedWork
    guard !work.isEmpty else { return [] }
    let named = Set(work.flatMap(\.letters.keys))
    var all = (plan.plan.team?.roles?.ids ?? []).filter(named.contains)
    var places = Dictionary(all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for role in work.flatMap(\.order) where places[role] == nil {
      places[role] = all.count
      all.append(role)
    }
    let sheets = MatrixSheets(columns: all.count, marks: work.map { $0.order.compactMap { places[$0] } }).sheets
    let key = word(
      Message(
        en: "A accountable, R responsible, C consulted, I informed", hans: "A负责，R执行，C咨询，I知会", hant: "A當責，R執行，C諮詢，I告知"))
    return sheets.enumerated().flatMap { place, sheet in
      let group = all[sheet.columns]
      return matrix(
        Message(en: "Who does what", hans: "职责分工（RACI）", hant: "職責分工（RACI）"), remark: .text(key),
        [column(Message(en: "Work", hans: "工作", hant: "工作"), .name)]
          + group.map { Report.Column(title: plan.person($0), kind: .cell) }
          + (place == 0 ? [column(Message(en: "Accountable", hans: "负责人数", hant: "當責人數"))] : []),
        sheet.rows.map { row in
          let item = work[row]
          return Report.Row(
            cells: [.text(item.name)] + group.map { .text(item.letters[$0]) } + (place == 0 ? [fault(item)] : []))
        })
    }
  }

  /// A piece of work with its letters by role.
  private struct Assigned {
    let name: String
    let letters: [String: String]
    let order: [String]
  }

  private var assignedWork: [Assigned] {
    var work: [Assigned] = []
    func add(_ name: String, _ raci: Located<RACI>?, _ owner: String?) {
      if let raci {
        let entries = raci.value.letters.entries.map { ($0.id.value, $0.value.value) }
        work.append(
          Assigned(
            name: name, letters: Dictionary(entries) { first, _ in first }, order: entries.map(\.0)))
      } else if let owner {
        work.append(Assigned(name: name, letters: [owner: "AR"], order: [owner]))
      }
    }
    for entry in plan.plan.duties?.entries ?? [] {
      add(plan.name(entry.value.common, id: entry.id.value), entry.value.raci, entry.value.owner?.value)
    }
    // Elsewhere an owner alone stands in the work's own table.
    for entry in plan.plan.milestones?.entries ?? [] {
      add(plan.name(entry.value.common, id: entry.id.value), entry.value.raci, nil)
    }
    for entry in plan.plan.tasks?.entries ?? [] {
      add(plan.name(entry.value.common, id: entry.id.value), entry.value.raci, nil)
    }
    for entry in plan.plan.events?.entries ?? [] {
      add(plan.name(entry.value.common, id: entry.id.value), entry.value.raci, nil)
    }
    return work
  }

  /// Work has one who is accountable, not none and not several.
  private func fault(_ item: Assigned) -> [Report.Span] {
    let count = item.letters.values.count { $0.contains("A") }
    switch count {
    case 1: return [.status(.good, "1")]
    case 0: return [.status(.bad, word(ReportWord.nobody))]
    default: return [.status(.bad, String(count))]
    }
  }
}
