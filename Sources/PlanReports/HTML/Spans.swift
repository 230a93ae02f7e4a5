import PlanModel
import PlanQuantities
import PlanText

extension PageWriter {
  mutating func write(_ spans: [Report.Span]) {
    for span in spans { write(span) }
  }

  private mutating func write(_ span: Report.Span) {
    switch span {
    case .text(let text, let style): write(oneLine(text, keepsEnds: true), style)
    case .dot: html.write(ReportWord.dot(language))
    case .figure(let figure): write(figure)
    case .status(let status, let word):
      html.raw("<span class=\"tag ")
      html.write(status.cssClass)
      html.raw("\">")
      html.markup(status.html)
      element("span", oneLine(word))
      html.raw("</span>")
    case .presence(let side, let word):
      switch side {
      case .online: html.raw("<span class=\"dot\"></span>")
      case .offline: html.raw("<span class=\"dot o\"></span>")
      case .both: html.raw("<span class=\"dot h\"></span>")
      }
      if !word.isEmpty { html.element("span", [("class", "sr")], text: word) }
    case .bar(let part, let isStrong):
      // Whole tenths of a percent; the widths of a column share its largest.
      let tenths = max(0, min(1000, (part * 1000).rounded(places: 0).int ?? 0))
      html.raw("<span class=\"hb\" aria-hidden=\"true\"><i ")
      if isStrong { html.raw("class=\"s1\" ") }
      html.raw("style=\"width:")
      html.write("\(tenths / 10).\(tenths % 10)%")
      html.raw("\"></i></span>")
    case .change(let bar, let label):
      html.markup(bar.html)
      html.element("span", [("class", "sr")], text: label)
    case .threshold(let bar): html.markup(bar.html)
    case .notes(let numbers): writeNoteLinks(numbers)
    case .mark(let status, let word, let letter):
      html.raw("<i>")
      html.markup(status.html)
      html.element("span", [("class", "sr")], text: "\(letter): \(word); ")
      html.element("em", [("aria-hidden", "true")], text: letter)
      html.raw("</i>")
    case .place(let place): write(place)
    case .link(let text, let section):
      html.raw("<a class=\"noprint\" href=\"#")
      html.raw(section)
      html.raw("\">")
      html.write(text)
      html.raw("</a>")
    }
  }

  private mutating func write(_ text: String, _ style: Report.Span.Style) {
    switch style {
    case .plain: say(text)
    case .strong: element("b", text)
    case .code: element("code", text)
    case .muted: element("span", class: "mut", text)
    case .bad: element("span", class: "badt", text)
    case .good: element("span", class: "goodt", text)
    }
  }

  /// Text, whose stretches in other languages carry their tags.
  mutating func say(_ text: String) { say(report.others.runs(in: text)) }

  private mutating func say(_ runs: [OtherLanguages.Run]) {
    for run in runs {
      if let tag = run.tag {
        html.element("span", [("lang", tag)]) { $0.writeWords(run.text) }
      } else {
        html.writeWords(run.text)
      }
    }
  }

  /// An element that holds text; one all in another language carries the tag itself.
  mutating func element(_ name: StaticString, class kind: String? = nil, _ text: String) {
    let runs = report.others.runs(in: text)
    var attributes: [(name: StaticString, value: String)] = []
    if let kind { attributes.append(("class", kind)) }
    if runs.count == 1, let tag = runs[0].tag {
      attributes.append(("lang", tag))
      html.element(name, attributes) { $0.writeWords(text) }
      return
    }
    html.raw("<")
    html.raw(name)
    if let kind {
      html.raw(" class=\"")
      html.write(kind)
      html.raw("\"")
    }
    html.raw(">")
    say(runs)
    html.raw("</")
    html.raw(name)
    html.raw(">")
  }

  mutating func write(_ place: Report.Place) {
    let text = oneLine(place.text)
    if let link = place.link {
      html.element("a", [("class", "loc"), ("href", link)], text: text)
    } else {
      html.element("span", [("class", "loc")], text: text)
    }
  }

  /// A figure, which is the link to its note.
  private mutating func write(_ figure: Report.Figured) {
    // A figure stays on one line, save one whose unit is a sentence.
    let isLong = figure.text.utf8.count > 40
    html.raw(figure.isDoubtful ? "<a class=\"f d" : "<a class=\"f")
    html.raw(isLong ? " lf\"" : "\"")
    cite(figure.note)
    html.raw("><data value=\"")
    html.write(figure.exact)
    html.raw("\">")
    html.writeWords(figure.text)
    html.raw("</data><sup aria-hidden=\"true\">[")
    html.write(String(figure.note))
    html.raw("]</sup><span class=\"sr\">")
    html.write(
      ", " + word(ReportWord.note) + " \(figure.note)"
        + (figure.isDoubtful ? ", " + word(ReportWord.inDoubt) : ""))
    html.raw("</span></a>")
  }

  /// The link to a note; the first one carries the id by which the note links back.
  mutating func cite(_ note: Int) {
    html.raw(" href=\"#n")
    html.write(String(note))
    html.raw("\"")
    guard cited.insert(note).inserted else { return }
    html.raw(" id=\"r")
    html.write(String(note))
    html.raw("\"")
  }

  private mutating func writeNoteLinks(_ numbers: [Int]) {
    html.raw("<span class=\"fn\">")
    html.write(word(ReportWord.notes))
    for number in numbers {
      html.raw(" <a")
      cite(number)
      html.raw(">")
      html.write(String(number))
      html.raw("</a>")
    }
    html.raw("</span>")
  }
}
