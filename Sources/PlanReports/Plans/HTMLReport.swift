import PlanText

/// `report.html`: the report as one page: no script, nothing from a network, readable on a phone and on paper.
package struct HTMLReport: PlanFormat {
  package static let fileName = "report.html"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String { html(report(plan)) }
}

/// A report as a page.
func html(_ report: Report) -> String {
  var html = HTMLWriter()
  html.raw("<!doctype html>\n")
  html.element("html", [("lang", report.language.rawValue)]) { html in
    html.newLine()
    writeHead(report, &html)
    html.element("body") { html in
      html.newLine()
      html.element("main") { html in
        html.newLine()
        html.element("h1", text: oneLine(report.title))
        html.newLine()
        for block in report.blocks {
          write(block, report.language, &html)
          html.newLine()
        }
      }
      html.newLine()
    }
    html.newLine()
  }
  html.newLine()
  return html.text
}

private func writeHead(_ report: Report, _ html: inout HTMLWriter) {
  html.raw("<head>\n<meta charset=\"utf-8\">\n")
  // Only the style below may act; whatever else got in would be refused by the browser.
  html.raw(
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
  html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
  html.element("title", text: oneLine(report.title))
  html.newLine()
  html.raw("<style>\n")
  html.raw(reportStyle)
  html.raw("</style>\n</head>\n")
}

private func write(_ block: Report.Block, _ language: Language, _ html: inout HTMLWriter) {
  switch block {
  case .heading(2, let text): html.element("h2", text: text)
  case .heading(_, let text): html.element("h3", text: text)
  case .paragraph(let spans): html.element("p") { write(spans, language, &$0) }
  case .facts(let facts):
    html.element("dl") { html in
      for fact in facts {
        html.element("div") { html in
          html.element("dt", text: fact.term)
          html.element("dd") { write(fact.value, language, &$0) }
        }
      }
    }
  case .list(let items): write(items, language, &html)
  case .table(let table): write(table, language, &html)
  }
}

private func write(_ spans: [Report.Span], _ language: Language, _ html: inout HTMLWriter) {
  for span in spans {
    let text = oneLine(span.text, keepsEnds: true)
    switch span.style {
    case .plain: html.write(text)
    case .strong: html.element("strong", text: text)
    case .code: html.element("code", text: text)
    case .doubtful:
      html.element("span", [("class", "doubt"), ("title", ReportWord.doubtful.text(in: language))]) { html in
        html.write("⚠ " + text)
      }
    }
  }
}

private func write(_ items: [Report.Item], _ language: Language, _ html: inout HTMLWriter) {
  html.element("ul") { html in
    for item in items {
      html.newLine()
      html.element("li") { html in
        write(item.spans, language, &html)
        if !item.items.isEmpty { write(item.items, language, &html) }
      }
    }
    html.newLine()
  }
}

/// A table in a box that scrolls sideways where it is wider than a phone, by keyboard too.
private func write(_ table: Report.Table, _ language: Language, _ html: inout HTMLWriter) {
  let attributes: [(name: StaticString, value: String)] = [
    ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.caption),
  ]
  html.element("div", attributes) { html in
    html.element("table") { html in
      html.newLine()
      html.element("caption", text: table.caption)
      html.newLine()
      html.element("thead") { html in
        html.element("tr") { html in
          for column in table.columns {
            html.element("th", attributesOfCell("col", column), text: column.title)
          }
        }
      }
      html.newLine()
      html.element("tbody") { html in
        for row in table.rows {
          html.newLine()
          html.element("tr", row.isTotal ? [("class", "total")] : []) { write(row, table, language, &$0) }
        }
        html.newLine()
      }
      html.newLine()
    }
  }
}

private func write(_ row: Report.Row, _ table: Report.Table, _ language: Language, _ html: inout HTMLWriter) {
  for (place, spans) in row.cells.enumerated() {
    if place == 0 {
      let indent: [(name: StaticString, value: String)] = row.indent == 0 ? [] : [("class", "in\(min(row.indent, 4))")]
      html.element("th", [("scope", "row")] + indent) { write(spans, language, &$0) }
    } else {
      html.element("td", attributesOfCell(nil, table.columns[place])) { write(spans, language, &$0) }
    }
  }
}

private func attributesOfCell(_ scope: String?, _ column: Report.Column) -> [(name: StaticString, value: String)] {
  var scopes: [(name: StaticString, value: String)] = []
  if let scope { scopes.append(("scope", scope)) }
  return column.isFigures ? scopes + [("class", "figure")] : scopes
}

/// The page's whole style: light and dark, narrow and wide, screen and paper.
private let reportStyle: StaticString = """
  :root { color-scheme: light dark; --ink: #1c2126; --soft: #4d5761; --line: #c9d0d6; --paper: #fff; --doubt: #fdf0d5; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8eaed; --soft: #aeb6be; --line: #434a52; --paper: #16191c; --doubt: #4a3a12; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 "Segoe UI", "Helvetica Neue", Arial,
    "Noto Sans", sans-serif; font-variant-numeric: tabular-nums lining-nums; }
  :lang(zh-Hans) body { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
  :lang(zh-Hant) body { font-family: "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC",
    sans-serif; }
  main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
  h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 2px solid var(--ink); }
  h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
  p, ul, dl { margin: 0 0 1rem; }
  ul { padding-left: 1.25rem; }
  li { margin-bottom: .35rem; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; }
  dt { color: var(--soft); font-size: .875rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .scroll { overflow-x: auto; margin: 0 0 1.5rem; }
  table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
  caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; }
  th, td { border-bottom: 1px solid var(--line); }
  thead th { color: var(--soft); font-weight: 600; white-space: nowrap; border-bottom: 1px solid var(--ink); }
  tbody th { font-weight: 400; min-width: 9rem; }
  .figure { text-align: right; white-space: nowrap; }
  .total th, .total td { font-weight: 600; border-top: 1px solid var(--ink); }
  .in1 { padding-left: 1rem; } .in2 { padding-left: 2rem; } .in3 { padding-left: 3rem; } .in4 { padding-left: 4rem; }
  .doubt { background: var(--doubt); padding: 0 .2em; border-radius: .2em; }
  code { font: .9em ui-monospace, "SF Mono", Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
  @media print {
    :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --paper: #fff; --doubt: #eee; }
    @page { margin: 15mm; }
    body { font-size: 9.5pt; }
    main { max-width: none; padding: 0; }
    .scroll { overflow: visible; }
    h2, h3, caption { break-after: avoid; }
    tr, li, dl div { break-inside: avoid; }
    thead { display: table-header-group; }
  }

  """
