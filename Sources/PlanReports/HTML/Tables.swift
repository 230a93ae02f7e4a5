import PlanText

extension PageWriter {
  /// A table. Those that become cards on a phone carry roles, for a changed display takes a table's meaning from some
  /// readers.
  mutating func write(_ table: Report.Table) {
    let hasRoles = table.shape == .cards || table.shape == .lines
    if table.shape == .matrix {
      html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
      html.write(table.caption)
      html.raw("\">")
    }
    html.raw("<table class=\"")
    html.write(table.shape.rawValue)
    if table.isLong { html.raw(" long") }
    html.raw(hasRoles ? "\" role=\"table\">" : "\">")
    html.raw(table.hidesCaption ? "<caption class=\"sr\">" : "<caption>")
    say(table.caption)
    if !table.remark.isEmpty {
      html.raw(" <span>")
      write(table.remark)
      html.raw("</span>")
    }
    html.raw("</caption>")
    open("thead", role: hasRoles ? "rowgroup" : nil)
    open("tr", role: hasRoles ? "row" : nil)
    for column in table.columns { writeHead(column, hasRoles: hasRoles) }
    html.raw("</tr></thead>\n")
    open("tbody", role: hasRoles ? "rowgroup" : nil)
    for row in table.rows { write(row, of: table, hasRoles: hasRoles) }
    html.raw(table.shape == .matrix ? "</tbody></table></div>" : "</tbody></table>")
  }

  func open(_ name: StaticString, role: StaticString?, _ html: inout HTMLWriter) {
    html.raw("<")
    html.raw(name)
    if let role {
      html.raw(" role=\"")
      html.raw(role)
      html.raw("\"")
    }
    html.raw(">")
  }

  private mutating func open(_ name: StaticString, role: StaticString?) { open(name, role: role, &html) }

  private mutating func writeHead(_ column: Report.Column, hasRoles: Bool) {
    html.raw(hasRoles ? "<th role=\"columnheader\" scope=\"col\"" : "<th scope=\"col\"")
    switch column.kind {
    case .figures: html.raw(" class=\"r\">")
    case .marks: html.raw(" class=\"smart\">")
    case .bar: html.raw(" class=\"barcol\">")
    case .cell: html.raw(" class=\"c\">")
    case .text, .name, .wide: html.raw(">")
    }
    switch column.kind {
    case .bar: html.element("span", [("class", "sr")], text: column.title)
    case .marks:
      html.raw("<span class=\"sg\" aria-hidden=\"true\">")
      for letter in column.title { html.element("i", text: String(letter)) }
      html.raw("</span>")
      html.element("span", [("class", "sr")], text: column.title)
    default: say(column.title)
    }
    html.raw("</th>")
  }

  private mutating func write(_ row: Report.Row, of table: Report.Table, hasRoles: Bool) {
    html.raw(hasRoles ? "\n<tr role=\"row\"" : "\n<tr")
    switch row.kind {
    case .plain: html.raw(">")
    case .top: html.raw(" class=\"top\">")
    case .sub: html.raw(" class=\"sub\">")
    case .total: html.raw(" class=\"total\">")
    }
    for (column, cell) in zip(table.columns, row.cells) { write(cell, column, row, hasRoles: hasRoles) }
    html.raw("</tr>")
  }

  private mutating func write(_ cell: [Report.Span], _ column: Report.Column, _ row: Report.Row, hasRoles: Bool) {
    if column.kind == .name {
      html.raw(hasRoles ? "<th role=\"rowheader\" scope=\"row\"" : "<th scope=\"row\"")
      if row.indent > 0 {
        html.raw(" class=\"in")
        html.write(String(min(row.indent, 4)))
        html.raw("\"")
      }
      html.raw(">")
      write(cell)
      html.raw("</th>")
      return
    }
    html.raw(hasRoles ? "<td role=\"cell\"" : "<td")
    switch column.kind {
    case .figures: html.raw(isAbsent(cell) ? " class=\"r no\"" : " class=\"r\"")
    case .wide: html.raw(" class=\"wide\"")
    case .marks: html.raw(" class=\"smart wide\"")
    case .cell: html.raw(" class=\"c\"")
    case .text where isAbsent(cell): html.raw(" class=\"no\"")
    case .text where isShort(cell): html.raw(" class=\"one\"")
    case .text, .name, .bar: break
    }
    if hasRoles, column.kind != .bar {
      html.raw(" data-h=\"")
      html.write(column.title)
      html.raw("\"")
    }
    html.raw(column.kind == .marks ? "><span class=\"sg\">" : "><span>")
    write(cell)
    html.raw("</span></td>")
  }

  /// Whether a cell holds nothing but the sign for "not applicable", which a card on a phone leaves out.
  private func isAbsent(_ cell: [Report.Span]) -> Bool {
    guard cell.count == 1, case .text("—", .muted) = cell[0] else { return false }
    return true
  }

  /// Whether a cell is a date or another short text with a figure, which stays on one line.
  private func isShort(_ cell: [Report.Span]) -> Bool {
    guard cell.count == 1, case .text(let text, _) = cell[0] else { return false }
    return text.utf8.count <= 12 && text.utf8.contains { (48...57).contains($0) }
  }

  /// The last section: where every figure comes from.
  mutating func writeNotes(number: Int) {
    open(
      section: "notes", name: word(ReportWord.notes), number: number, startsSheet: true,
      [.text(word(Sentence.notes), .plain)])
    html.raw("<table class=\"cards notes long\" role=\"table\"><caption>")
    html.write(word(ReportWord.notes))
    html.raw(" <span>")
    html.write(
      word(Message(en: "exact values, before rounding", hans: "舍入前的精确值", hant: "捨入前的精確值")))
    html.raw("</span></caption>")
    open("thead", role: "rowgroup")
    open("tr", role: "row")
    let heads = [ReportWord.figure, ReportWord.exact, ReportWord.formulaAndInputs, ReportWord.source]
    for title in ["#"] + heads.map(word) {
      html.raw("<th role=\"columnheader\" scope=\"col\">")
      html.write(title)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n")
    open("tbody", role: "rowgroup")
    for note in report.notes { write(note) }
    html.raw("</tbody></table>\n</section>\n")
  }

  private mutating func write(_ note: Report.Note) {
    html.raw("\n<tr role=\"row\" id=\"n")
    html.write(String(note.number))
    html.raw("\"><td role=\"cell\" class=\"nn\"><a href=\"#r")
    html.write(String(note.number))
    html.raw("\" aria-label=\"")
    html.write("\(word(ReportWord.back)) \(note.number)")
    html.raw("\">")
    html.write(String(note.number))
    html.raw("</a></td><th role=\"rowheader\" scope=\"row\">")
    say(note.name)
    html.raw("</th>")
    writeCell(ReportWord.exact) { $0.say(note.exact) }
    writeCell(ReportWord.formulaAndInputs, isWide: true) { page in
      if let formula = note.formula { page.element("code", oneLine(formula)) }
      for input in note.inputs {
        page.html.raw(" <a")
        page.cite(input)
        page.html.raw(">[")
        page.html.write(String(input))
        page.html.raw("]</a>")
      }
      if note.isDoubtful {
        page.html.raw(" ")
        page.write([.status(.warn, page.word(ReportWord.inDoubt))])
      }
    }
    writeCell(ReportWord.source) { page in
      for place in note.places {
        page.write(place)
        page.html.raw(" ")
      }
    }
    html.raw("</tr>")
  }

  private mutating func writeCell(_ title: Message, isWide: Bool = false, _ body: (inout PageWriter) -> Void) {
    html.raw(isWide ? "<td role=\"cell\" class=\"wide\" data-h=\"" : "<td role=\"cell\" data-h=\"")
    html.write(word(title))
    html.raw("\"><span>")
    body(&self)
    html.raw("</span></td>")
  }
}
