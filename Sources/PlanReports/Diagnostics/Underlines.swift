/// A stretch of a shown line to underline, and the words beside it.
struct Underline {
  /// Columns of the shown line, from 0; never empty.
  var columns: Range<Int>
  /// Empty if there is nothing to say.
  var label: String
  var style: TerminalStyle
  /// In ASCII.
  var sign: UInt8
}

/// What stands below one shown line: the underlines, then the words that found no room beside them.
///
/// ```
/// share: 45%, amount: 160万
/// -----  ^^^          ----- the amount
/// |      |
/// |      the share
/// of this
/// ```
struct Underlines {
  private let underlines: [Underline]
  /// What underlines the finding itself, and places that are related.
  static let primary = UInt8(ascii: "^")
  static let related = UInt8(ascii: "-")

  init(_ underlines: [Underline]) {
    self.underlines = underlines.sorted { a, b in
      (a.columns.lowerBound, a.columns.upperBound, a.sign == Self.primary ? 1 : 0)
        < (b.columns.lowerBound, b.columns.upperBound, b.sign == Self.primary ? 1 : 0)
    }
  }

  /// The rows in order, without the line number's margin.
  func rows(isColoured: Bool) -> [String] {
    guard !underlines.isEmpty else { return [] }
    var first = Row()
    for underline in underlines.filter({ $0.sign != Self.primary }) + underlines.filter({ $0.sign == Self.primary }) {
      for column in underline.columns { first.put(underline.sign, at: column, underline.style) }
    }
    let beside = indexOfLabelBeside
    if let beside { first.label = (" " + underlines[beside].label, underlines[beside].style) }
    let below = underlines.indices.filter { $0 != beside && !underlines[$0].label.isEmpty }.reversed()
    var rows = [first]
    if !below.isEmpty { rows.append(connectors(to: Array(below))) }
    for (place, index) in below.enumerated() {
      let start = underlines[index].columns.lowerBound
      var row = connectors(to: below.dropFirst(place + 1).filter { underlines[$0].columns.lowerBound < start })
      row.pad(to: start)
      row.label = (underlines[index].label, underlines[index].style)
      rows.append(row)
    }
    return rows.map { $0.text(isColoured: isColoured) }
  }

  /// The underline whose words fit beside it: the last one, if no other reaches further.
  private var indexOfLabelBeside: Int? {
    let end = underlines.map(\.columns.upperBound).max()
    return underlines.lastIndex { !$0.label.isEmpty && $0.columns.upperBound == end }
  }

  private func connectors(to indices: [Int]) -> Row {
    var row = Row()
    for index in indices {
      row.put(UInt8(ascii: "|"), at: underlines[index].columns.lowerBound, underlines[index].style)
    }
    return row
  }
}

/// A row of single-column signs, with words at its end.
private struct Row {
  private var cells: [(sign: UInt8, style: TerminalStyle)] = []
  var label: (text: String, style: TerminalStyle) = ("", .plain)

  mutating func pad(to column: Int) {
    while cells.count < column { cells.append((UInt8(ascii: " "), .plain)) }
  }

  mutating func put(_ sign: UInt8, at column: Int, _ style: TerminalStyle) {
    pad(to: column + 1)
    cells[column] = (sign, style)
  }

  func text(isColoured: Bool) -> String {
    var text = ""
    var rest = cells[...]
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style }
      text += first.style.applied(to: String(decoding: run.map(\.sign), as: UTF8.self), isColoured: isColoured)
      rest = rest.dropFirst(run.count)
    }
    return text + label.style.applied(to: label.text, isColoured: isColoured)
  }
}
