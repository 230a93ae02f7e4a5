import PlanModel
import PlanText

/// `report.md`: the report as Markdown, in the form that GitHub and GitLab show.
package struct MarkdownReport: PlanFormat {
  package static let fileName = "report.md"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String { markdown(plan.report) }
}

/// A report as Markdown: the page's sentences and tables, charts as what they say, notes as footnotes.
func markdown(_ report: Report) -> String {
  var blocks = [
    "# " + MarkdownText.escaped([report.title, report.period].filter { !$0.isEmpty }.joined(separator: " "))
  ]
  blocks.append(report.head.map { MarkdownText.escaped($0) }.joined(separator: " · "))
  let stamp = MarkdownText.escaped(report.verdict.word.text(in: report.language))
  blocks.append("**\(report.verdict.status.symbol) \(stamp).** " + MarkdownText.written(report.lead))
  for topic in report.firstPage.flatMap({ $0 }) {
    let number = topic.number.map { "\($0) " } ?? ""
    blocks.append("## " + number + MarkdownText.escaped(topic.name))
    blocks.append("**\(MarkdownText.written(topic.headline))**")
    blocks += topic.blocks.flatMap { markdown($0) }
  }
  for (place, section) in report.sections.enumerated() {
    blocks.append("## \(place + 6) " + MarkdownText.escaped(section.name))
    if !section.headline.isEmpty { blocks.append("**\(MarkdownText.written(section.headline))**") }
    blocks += section.blocks.flatMap { markdown($0) }
  }
  blocks.append(MarkdownText.escaped(report.foot))
  blocks.append(report.notes.map { footnote($0, report.language) }.joined(separator: "\n"))
  return blocks.joined(separator: "\n\n") + "\n"
}

private func markdown(_ block: Report.Block) -> [String] {
  switch block {
  case .paragraph(let spans), .source(let spans): return spans.isEmpty ? [] : [MarkdownText.written(spans)]
  case .list(let items, let isNumbered): return [list(items, indent: 0, isNumbered: isNumbered).joined(separator: "\n")]
  case .table(let table): return [markdown(table)]
  case .chart(let figure):
    let head = figure.message.isEmpty ? figure.chart.title : figure.message
    let text = "*\(MarkdownText.escaped(head))*: " + MarkdownText.escaped(figure.chart.description, isStart: false)
    return [text + (figure.source.isEmpty ? "" : " " + MarkdownText.written(figure.source))]
  case .tiles(let tiles):
    return [
      tiles.map { tile in
        let against = tile.against.isEmpty ? "" : " (\(MarkdownText.written(tile.against)))"
        return "- \(MarkdownText.escaped(tile.name)): **\(MarkdownText.written(tile.figure))**\(against)"
      }.joined(separator: "\n")
    ]
  case .terms(let terms):
    return [
      terms.map { "- **\(MarkdownText.escaped($0.term))**: \(MarkdownText.written($0.meaning))" }.joined(
        separator: "\n")
    ]
  case .missing(let title, let text): return ["> **\(MarkdownText.escaped(title))** " + MarkdownText.written(text)]
  case .heading(let text): return ["### " + MarkdownText.escaped(text)]
  case .columns(let main, let side, _): return (main + side).flatMap { markdown($0) }
  case .pair(let left, let right): return (left + right).flatMap { markdown($0) }
  }
}

/// Where one figure comes from, as a footnote.
private func footnote(_ note: Report.Note, _ language: Language) -> String {
  var text =
    "[^\(note.number)]: \(MarkdownText.escaped(note.name)): \(MarkdownText.escaped(note.exact, isStart: false))"
  if let formula = note.formula { text += " = " + MarkdownText.code(formula) }
  if !note.inputs.isEmpty { text += " " + note.inputs.map { "[^\($0)]" }.joined() }
  if note.isDoubtful { text += " — " + MarkdownText.escaped(ReportWord.inDoubt.text(in: language), isStart: false) }
  if !note.places.isEmpty { text += " — " + note.places.map { MarkdownText.placeText($0) }.joined(separator: ", ") }
  return text
}

private func list(_ items: [Report.Item], indent: Int, isNumbered: Bool) -> [String] {
  items.enumerated().flatMap { place, item in
    let mark = isNumbered ? "\(place + 1). " : "- "
    return [String(repeating: "   ", count: indent) + mark + MarkdownText.written(item.spans)]
      + list(item.items, indent: indent + 1, isNumbered: false)
  }
}

/// A table under its caption; Markdown has no captions of its own.
private func markdown(_ table: Report.Table) -> String {
  let shown = table.columns.indices.filter { table.columns[$0].kind != .bar }
  let head = "| " + shown.map { MarkdownText.escaped(table.columns[$0].title) }.joined(separator: " | ") + " |"
  let rule = "|" + shown.map { table.columns[$0].kind == .figures ? "---:|" : "---|" }.joined()
  let rows = table.rows.map { row in
    let cells = shown.map { place -> String in
      let text = MarkdownText.written(row.cells[place])
      let strong = row.kind == .total && !text.isEmpty ? "**\(text)**" : text
      return table.columns[place].kind == .name ? String(repeating: "\u{2003}", count: row.indent) + strong : strong
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }
  let remark = table.remark.isEmpty ? "" : " (\(MarkdownText.written(table.remark)))"
  return "**\(MarkdownText.escaped(table.caption))**\(remark)\n\n" + ([head, rule] + rows).joined(separator: "\n")
}

extension Report.Status {
  /// The status as one character.
  var symbol: String {
    switch self {
    case .bad: "✕"
    case .warn: "▲"
    case .good: "✓"
    case .unknown: "?"
    case .half: "◐"
    case .advice: "□"
    }
  }
}
