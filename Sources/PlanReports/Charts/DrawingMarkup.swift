/// How drawings are written: shapes and texts, coordinates with one decimal where they have one.
extension HTMLWriter {
  /// A whole number.
  mutating func write(_ number: Int) { write(String(number)) }

  /// A length in pixels, with one decimal where it has one.
  mutating func write(tenths: Tenths) {
    let magnitude = Int(tenths.magnitude)
    if tenths < 0 { raw("-") }
    write(magnitude / 10)
    if magnitude % 10 != 0 {
      raw(".")
      write(magnitude % 10)
    }
  }

  /// All marks of a drawing.
  mutating func write(_ drawing: Drawing, _ others: OtherLanguages = .none) {
    for mark in drawing.marks {
      switch mark {
      case .rectangle(let box, let style): write(box, style)
      case .path(let points, let isClosed, let style): write(points, isClosed, style)
      case .circle(let middle, let radius, let style):
        attribute("<circle cx=\"", middle.x)
        attribute("\" cy=\"", middle.y)
        attribute("\" r=\"", radius)
        close(style)
      case .text(let label): write(label, others)
      }
    }
  }

  private mutating func attribute(_ start: StaticString, _ value: Tenths) {
    raw(start)
    write(tenths: value)
  }

  private mutating func close(_ style: MarkStyle) {
    raw("\" class=\"")
    markup(style.rawValue)
    raw("\"/>")
  }

  private mutating func write(_ box: Box, _ style: MarkStyle) {
    attribute("<rect x=\"", box.x)
    attribute("\" y=\"", box.y)
    attribute("\" width=\"", box.width)
    attribute("\" height=\"", box.height)
    close(style)
  }

  private mutating func write(_ points: [Point], _ isClosed: Bool, _ style: MarkStyle) {
    raw("<path d=\"")
    var last: Point?
    for point in points {
      if let last, last.y == point.y {
        attribute("H", point.x)
      } else if let last, last.x == point.x {
        attribute("V", point.y)
      } else {
        attribute(last == nil ? "M" : "L", point.x)
        attribute(" ", point.y)
      }
      last = point
    }
    if isClosed { raw("Z") }
    close(style)
  }

  private mutating func write(_ label: Drawing.Label, _ others: OtherLanguages) {
    attribute("<text x=\"", label.place.x)
    attribute("\" y=\"", label.place.y)
    raw("\" class=\"tx")
    let style = label.style
    switch style.size {
    case .normal: break
    case .small: raw(" sm")
    case .axis: raw(" xs")
    }
    if style.isBold { raw(" b") }
    switch style.tone {
    case .plain: break
    case .muted: raw(" mut")
    case .bad: raw(" bad")
    case .accent: raw(" acc")
    case .on1: raw(" on1")
    case .on2: raw(" on2")
    case .on3: raw(" on3")
    case .on4: raw(" on4")
    case .onNegative: raw(" onneg")
    case .onInk: raw(" rkt")
    }
    if style.hasHalo { raw(" halo") }
    switch label.anchor {
    case .start: raw("\"")
    case .middle: raw("\" text-anchor=\"middle\"")
    case .end: raw("\" text-anchor=\"end\"")
    }
    let runs = others.runs(in: label.text)
    if runs.count == 1, let tag = runs[0].tag {
      raw(" lang=\"")
      write(tag)
      raw("\"")
    }
    raw(">")
    for run in runs {
      if runs.count > 1, let tag = run.tag {
        element("tspan", [("lang", tag)], text: run.text)
      } else {
        write(run.text)
      }
    }
    raw("</text>")
  }
}
