import PlanText

/// `report.md`: the report as Markdown, in the form that GitHub and GitLab show.
package struct MarkdownReport: PlanFormat {
  package static let fileName = "report.md"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String { markdown(report(plan)) }
}

/// A report as Markdown. Text is escaped, so that nothing in it becomes a heading, a link, HTML or a table of its own.
func markdown(_ report: Report) -> String {
  var blocks = ["# \(MarkdownText.escaped(report.title))"]
  for block in report.blocks {
    switch block {
    case .heading(let level, let text):
      blocks.append(String(repeating: "#", count: level) + " " + MarkdownText.escaped(text))
    case .paragraph(let spans): blocks.append(MarkdownText.written(spans))
    case .facts(let facts):
      let colon = ReportWord.colon(report.language)
      blocks.append(
        facts.map { "- **\(MarkdownText.escaped($0.term))**\(colon)\(MarkdownText.written($0.value))" }
          .joined(separator: "\n"))
    case .list(let items): blocks.append(list(items, indent: 0).joined(separator: "\n"))
    case .table(let table): blocks.append(markdown(table))
    }
  }
  return blocks.joined(separator: "\n\n") + "\n"
}

private func list(_ items: [Report.Item], indent: Int) -> [String] {
  items.flatMap { item in
    [String(repeating: "  ", count: indent) + "- " + MarkdownText.written(item.spans)]
      + list(item.items, indent: indent + 1)
  }
}

/// A table under its caption; Markdown has no captions of its own.
private func markdown(_ table: Report.Table) -> String {
  let head = "| " + table.columns.map { MarkdownText.escaped($0.title) }.joined(separator: " | ") + " |"
  let rule = "|" + table.columns.map { $0.isFigures ? "---:|" : "---|" }.joined()
  let rows = table.rows.map { row in
    let cells = row.cells.enumerated().map { place, spans -> String in
      let text = MarkdownText.written(spans)
      let shown = row.isTotal && !text.isEmpty ? "**\(text)**" : text
      return place == 0 ? String(repeating: "\u{2003}", count: row.indent) + shown : shown
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }
  return "**\(MarkdownText.escaped(table.caption))**\n\n" + ([head, rule] + rows).joined(separator: "\n")
}

/// Text for Markdown's inline places, table cells included.
enum MarkdownText {
  static func written(_ spans: [Report.Span]) -> String {
    var text = ""
    for span in spans {
      switch span.style {
      case .plain: text += escaped(span.text, isStart: text.isEmpty)
      case .strong: text += "**\(escaped(span.text))**"
      case .code: text += code(span.text)
      case .doubtful: text += "⚠ \(escaped(span.text, isStart: false))"
      }
    }
    return text
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
  private static func code(_ text: String) -> String {
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
