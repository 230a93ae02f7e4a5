/// A chart as inline SVG, once for each of its widths, of which CSS shows one.
///
/// Ids are made from `number`, which must be the page's own and no other chart's; nothing of the plan gets into them.
///
/// - Parameter others: which texts are in another language than the page.
package func chartHTML(_ chart: any Chart, number: Int, others: OtherLanguages = .none) -> String {
  var svg = HTMLWriter()
  let (title, description) = (singleLine(chart.title), singleLine(chart.description))
  for width in chart.widths {
    let drawing = chart.draw(width)
    svg.raw("<svg class=\"")
    svg.raw(width.classes)
    svg.raw("\" viewBox=\"0 0 ")
    svg.write(tenths: drawing.width)
    svg.raw(" ")
    svg.write(tenths: drawing.height)
    svg.raw("\" role=\"img\" aria-labelledby=\"")
    svg.writeID(number, width, "t")
    svg.raw(" ")
    svg.writeID(number, width, "d")
    svg.raw("\"><title id=\"")
    svg.writeID(number, width, "t")
    svg.raw("\">")
    svg.write(title)
    svg.raw("</title><desc id=\"")
    svg.writeID(number, width, "d")
    svg.raw("\">")
    svg.write(description)
    svg.raw("</desc>")
    svg.write(drawing, others)
    svg.raw("</svg>")
  }
  return svg.text
}

extension HTMLWriter {
  fileprivate mutating func writeID(_ number: Int, _ width: ChartWidth, _ part: StaticString) {
    raw("c")
    write(number)
    raw(width.letter)
    raw(part)
  }
}

/// The hatching that charts refer to and the icons of states: an SVG without size that the page holds once, before its first chart.
///
/// It is not hidden by `display:none`, which would take the pattern away from those who refer to it.
package let chartPatterns: String = """
  <svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs>\
  <pattern id="hb" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
  <rect width="6" height="6" fill="var(--paper)"/><rect width="1.6" height="6" fill="var(--bad)"/></pattern></defs>\(StatusIcon.symbols)</svg>
  """
