import PlanText

/// `report.html`: the report as one page: no script, nothing from a network, readable on a phone, on paper and by ear.
package struct HTMLReport: PlanFormat {
  package static let fileName = "report.html"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String { html(plan.report) }
}

/// A report as a page.
func html(_ report: Report) -> String {
  var page = PageWriter(report)
  page.write()
  return page.html.text
}

/// Writes the page from top to bottom; remembers which notes were cited and numbers the charts.
struct PageWriter {
  let report: Report
  var html = HTMLWriter()
  /// Notes that have been cited: the first citation is where a note links back to.
  var cited: Set<Int> = []
  var charts = 0

  init(_ report: Report) { self.report = report }

  var language: Language { report.language }

  func word(_ message: Message) -> String { message.text(in: language) }

  mutating func write() {
    html.raw("<!doctype html>\n<html lang=\"")
    html.write(language.rawValue)
    html.raw("\">\n")
    writeHead()
    html.raw("<body>\n")
    html.markup(chartPatterns)
    html.raw("<a class=\"skip\" href=\"#details\">")
    html.write(word(ReportWord.skip))
    html.raw("</a>\n")
    writeMasthead()
    html.raw("<main>\n")
    writeFirstPage()
    writeContents()
    for (place, section) in report.sections.enumerated() { write(section, number: place + 6) }
    // On paper the foot stands before the notes, where it never needs a sheet of its own.
    html.raw("<div class=\"paper\">")
    element("p", report.foot)
    html.raw("</div>\n")
    writeNotes(number: report.sections.count + 6)
    html.raw("</main>\n<footer>")
    element("p", report.foot)
    html.raw("</footer>\n</body>\n</html>\n")
  }

  private mutating func writeHead() {
    html.raw(
      "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    // Only the style below may act; whatever else got in would be refused by the browser.
    html.raw("<meta http-equiv=\"Content-Security-Policy\" ")
    html.raw("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
    html.raw("<meta name=\"generator\" content=\"marplan\">\n")
    html.element("title", text: oneLine(report.title) + " — " + report.verdict.word.text(in: language))
    html.raw("\n<style>\n")
    html.markup(ReportStyle.sheet(report))
    html.raw("</style>\n</head>\n")
  }

  private mutating func writeMasthead() {
    html.raw("<header class=\"top\">")
    if let logo = report.logo {
      html.raw("<img class=\"logo\" alt=\"\" src=\"")
      html.write(logo)
      html.raw("\">")
    }
    html.raw("<div class=\"meta\">")
    for fact in report.head { element("span", fact) }
    html.raw("</div>\n<h1>")
    say(oneLine(report.title))
    if !report.period.isEmpty {
      html.element("span", [("class", "when")], text: " " + report.period)
    }
    html.raw("</h1>\n<div class=\"verdict\"><span class=\"stamp ")
    html.write(report.verdict.status.cssClass)
    html.raw("\">")
    html.markup(report.verdict.status.html)
    html.write(report.verdict.word.text(in: language))
    html.raw("</span>\n<p class=\"lead hd\">")
    write(report.lead)
    html.raw("</p></div></header>\n")
  }

  private mutating func writeFirstPage() {
    html.raw("<div class=\"p1\">\n")
    for (place, row) in report.firstPage.enumerated() {
      if row.count == 1 {
        for topic in row { write(topic, class: "g1 q") }
        continue
      }
      html.raw(place == 0 ? "<div class=\"g2\">\n" : "<div class=\"g2 g2b\">\n")
      for topic in row { write(topic, class: "q") }
      html.raw("</div>\n")
    }
    html.raw("</div>\n")
  }

  private mutating func write(_ topic: Report.Topic, class name: StaticString) {
    html.raw("<div class=\"")
    html.raw(name)
    html.raw("\"><h2>")
    if let number = topic.number {
      html.raw("<span class=\"no\">")
      html.write(String(number))
      html.raw("</span> ")
    }
    html.write(topic.name)
    html.raw("</h2>\n<h3>")
    write(topic.headline)
    html.raw("</h3>\n")
    write(topic.blocks, isFirstPage: true)
    html.raw("</div>\n")
  }

  private mutating func writeContents() {
    html.raw("<nav class=\"toc\" id=\"details\" aria-label=\"")
    html.write(word(ReportWord.contents))
    html.raw("\"><ol>")
    let entries: [(id: String, name: String)] =
      report.sections.map { ($0.id, $0.name) } + [("notes", word(ReportWord.notes))]
    for (place, entry) in entries.enumerated() {
      html.raw("<li><a href=\"#")
      html.write(entry.id)
      html.raw("\">")
      say("\(place + 6)\u{2002}\(entry.name)")
      html.raw("</a></li>")
    }
    html.raw("</ol></nav>\n")
  }

  mutating func open(section id: String, name: String, number: Int, startsSheet: Bool, _ headline: [Report.Span]) {
    html.raw(startsSheet ? "<section class=\"s brk\" id=\"" : "<section class=\"s\" id=\"")
    html.write(id)
    html.raw("\" aria-labelledby=\"")
    html.write(id)
    html.raw("-h\">\n<h2 id=\"")
    html.write(id)
    html.raw("-h\"><span class=\"no\">")
    html.write(String(number))
    html.raw("</span> ")
    say(name)
    html.raw("</h2>\n")
    if headline.isEmpty { return }
    html.raw("<h3 class=\"hd\">")
    write(headline)
    html.raw("</h3>\n")
  }

  private mutating func write(_ section: Report.Section, number: Int) {
    open(
      section: section.id, name: section.name, number: number, startsSheet: section.startsSheet, section.headline)
    write(section.blocks, isFirstPage: false)
    html.raw("</section>\n")
  }
}
