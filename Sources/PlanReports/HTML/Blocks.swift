import PlanText

extension PageWriter {
  mutating func write(_ blocks: [Report.Block], isFirstPage: Bool) {
    for block in blocks {
      write(block, isFirstPage: isFirstPage)
      html.newLine()
    }
  }

  private mutating func write(_ block: Report.Block, isFirstPage: Bool) {
    switch block {
    case .paragraph(let spans): element("p", spans)
    case .source(let spans): element("p", class: "src", spans)
    case .list(let items, let isNumbered): write(items, isNumbered: isNumbered)
    case .table(let table): write(table)
    case .chart(let figure): write(figure, isFirstPage: isFirstPage)
    case .tiles(let tiles): write(tiles)
    case .terms(let terms):
      html.raw("<dl class=\"defs\">")
      for term in terms {
        html.raw("<div>")
        element("dt", term.term)
        element("dd", term.meaning)
        html.raw("</div>")
      }
      html.raw("</dl>")
    case .missing(let title, let text):
      html.raw("<div class=\"empty\">")
      element("b", title)
      html.raw(" ")
      write(text)
      html.raw("</div>")
    case .heading(let text): element("h4", text)
    case .columns(let main, let side, let staysOnPaper):
      html.raw(staysOnPaper ? "<div class=\"cols cp\"><div>\n" : "<div class=\"cols\"><div>\n")
      write(main, isFirstPage: isFirstPage)
      html.raw("</div><div class=\"side\">\n")
      write(side, isFirstPage: isFirstPage)
      html.raw("</div></div>")
    case .pair(let left, let right):
      html.raw("<div class=\"two\"><div>\n")
      write(left, isFirstPage: isFirstPage)
      html.raw("</div><div>\n")
      write(right, isFirstPage: isFirstPage)
      html.raw("</div></div>")
    }
  }

  private mutating func element(_ name: StaticString, class kind: StaticString? = nil, _ spans: [Report.Span]) {
    html.raw("<")
    html.raw(name)
    if let kind {
      html.raw(" class=\"")
      html.raw(kind)
      html.raw("\"")
    }
    html.raw(">")
    write(spans)
    html.raw("</")
    html.raw(name)
    html.raw(">")
  }

  private mutating func write(_ items: [Report.Item], isNumbered: Bool) {
    html.raw(isNumbered ? "<ol class=\"ask\">" : "<ul class=\"pl\">")
    for item in items {
      html.raw("<li>")
      write(item.spans)
      if !item.items.isEmpty { write(item.items, isNumbered: false) }
      html.raw("</li>")
    }
    html.raw(isNumbered ? "</ol>" : "</ul>")
  }

  private mutating func write(_ figure: Report.Figure, isFirstPage: Bool) {
    charts += 1
    html.raw("<figure>")
    if !figure.message.isEmpty {
      html.raw("<figcaption>")
      element("b", figure.message)
      if !figure.subtitle.isEmpty { element("span", figure.subtitle) }
      html.raw("</figcaption>\n")
    }
    html.markup(chartHTML(figure.chart, number: charts, others: report.others))
    if !figure.source.isEmpty {
      html.newLine()
      element("p", class: isFirstPage ? "fn" : "src", figure.source)
    }
    html.raw("</figure>")
  }

  private mutating func write(_ tiles: [Report.Tile]) {
    html.raw("<dl class=\"kf\">")
    for tile in tiles {
      html.raw("<div>")
      element("dt", tile.name)
      html.raw("<dd>")
      write(tile.figure)
      if !tile.against.isEmpty { element("small", tile.against) }
      html.raw("</dd></div>")
    }
    html.raw("</dl>")
  }
}
