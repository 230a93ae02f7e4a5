import PlanModel
import PlanText

/// `report.md`: the report as Markdown, in the form that GitHub and GitLab show.
package struct MarkdownReport: PlanFormat {
  package static let fileName = "report.md"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String { markdown(plan.report) }
}

/// A report as Markdown: the page's sentences and tables, charts as what they say, notes as footnotes. Text is escaped,
/// so that nothing in it becomes a heading, a link, HTML or a table of its own.
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
  fileprivate var symbol: String {
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

/// Text for Markdown's inline places, table cells included.
enum MarkdownText {
  static func written(_ spans: [Report.Span]) -> String {
    var text = ""
    for span in spans {
      switch span {
      case .text(let part, let style):
        switch style {
        case .plain, .muted: text += escaped(part, isStart: text.isEmpty)
        case .strong, .bad, .good: text += "**\(escaped(part))**"
        case .code: text += code(part)
        }
      case .figure(let figure):
        text += escaped(figure.text, isStart: text.isEmpty) + (figure.isDoubtful ? "⚠" : "") + "[^\(figure.note)]"
      case .status(let status, let word): text += "\(status.symbol) \(escaped(word, isStart: false))"
      case .presence(let side, let word):
        let mark = side == .online ? "●" : side == .offline ? "○" : "◐"
        text += word.isEmpty ? mark : mark + " " + escaped(word, isStart: false)
      case .change(_, let label): text += escaped(label, isStart: text.isEmpty)
      case .notes(let numbers): text += numbers.map { "[^\($0)]" }.joined()
      case .mark(let status, _, let letter): text += "\(letter)\(status.symbol) "
      case .place(let place): text += placeText(place)
      case .link(let part, _): text += escaped(part, isStart: text.isEmpty)
      case .dot: text += " · "
      case .bar, .threshold: break
      }
    }
    return text
  }

  /// A place, as a link where the user gave a template.
  static func placeText(_ place: Report.Place) -> String {
    place.link.map { "[\(code(place.text))](<\($0)>)" } ?? code(place.text)
  }

  /// A text with a backslash before every sign that means something to CommonMark or to GitHub's additions to it.
  static func escaped(_ text: String, isStart: Bool = true) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Array(oneLine(text, keepsEnds: true).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      if isEscaped(scalar, previous: previous, next: next) || isStart && isMarker(scalars, place) {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  private static func isEscaped(_ scalar: Unicode.Scalar, previous: Unicode.Scalar, next: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "@", "$", "!", "#": true
    // `http://` and `www.` become links by themselves.
    case ":": next == "/"
    case ".": previous == "w" || previous == "W"
    default: false
    }
  }

  /// Whether a sign at the start of a block would make it a list or an underlined heading.
  private static func isMarker(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let next = place + 1 < scalars.count ? scalars[place + 1] : " "
    return switch scalars[place] {
    case "-", "+", "=": place == 0 && (next == " " || next == scalars[place])
    case ".", ")":
      next == " " && place > 0 && place <= 9 && scalars[..<place].allSatisfy { ("0"..."9").contains($0) }
    default: false
    }
  }

  /// A code span; its fence is longer than any run of backticks inside. Text with a bar stays text: a table splits its
  /// row before it looks for code, and outside a table an escape inside code would show.
  static func code(_ text: String) -> String {
    let text = oneLine(text)
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    guard !text.contains("|") else { return escaped(text, isStart: false) }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }
}
