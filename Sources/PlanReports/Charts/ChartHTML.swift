/// A chart as inline SVG, once for each of its widths; ids are made from `number`, which must be the page's own.
package func chartHTML(_ chart: any Chart, number: Int) -> String { "" }

/// The hatching that charts refer to: an SVG without size that the page holds once.
package let chartPatterns = ""
