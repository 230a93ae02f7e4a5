import PlanModel
import PlanText

extension ReportBuilder {
  /// The plan's prose by the section it follows; under nil what goes before all sections. Chapters without text are left
  /// out: a finding tells of them.
  var chapters: [Theme.Section?: [Report.Section]] {
    var sections: [Theme.Section?: [Report.Section]] = [:]
    for (place, entry) in (plan.plan.chapters?.entries ?? []).enumerated() {
      guard let text = entry.value.text, !text.isEmpty else { continue }
      var section = Report.Section(
        id: "chapter-\(place + 1)", name: plan.name(entry.value.common, id: entry.id.value), headline: [])
      section.blocks = prose(plan.phrase(text))
      let after = entry.value.after.flatMap { Self.section(named: $0.value) }
      sections[after, default: []].append(section)
    }
    return sections
  }

  /// Paragraphs of a text, one a line; lines that begin with a dash are a list.
  private func prose(_ text: String) -> [Report.Block] {
    var blocks: [Report.Block] = []
    var items: [Report.Item] = []
    func closeList() {
      if !items.isEmpty { blocks.append(.list(items, isNumbered: false)) }
      items = []
    }
    for line in text.split(whereSeparator: \.isNewline) {
      let line = oneLine(String(line))
      if line.isEmpty { continue }
      if line.hasPrefix("- ") {
        items.append(Report.Item([.text(String(line.dropFirst(2)), .plain)]))
      } else {
        closeList()
        blocks.append(.paragraph([.text(line, .plain)]))
      }
    }
    closeList()
    return blocks
  }

  /// The section of the report that a section of the plan is told in.
  private static func section(named name: String) -> Theme.Section? {
    switch name {
    case "objectives", "kpis", "pillars", "scorecards": .kpi
    case "scope", "segments", "journey": .audience
    case "channels", "flights", "attribution": .channels
    case "budget", "limits": .budget
    case "phases", "milestones", "tasks", "events": .schedule
    case "team", "duties": .team
    case "modules", "service_levels", "data": .tech
    case "partners", "commitments": .partners
    case "risks": .risks
    case "feasibility": .feas
    case "alerts", "escalation", "log", "actuals": .mon
    case "adjustments": .adj
    case "assumptions", "evidence", "claims": .sources
    case "glossary": .defs
    default: Theme.Section(rawValue: name)
    }
  }
}
