import PlanText

/// The lines a finding points at, file by file, with what is marked in them underlined.
struct Snippet {
  /// Columns of the widest line number.
  let gutter: Int
  private let sections: [Section]

  /// The marks of one file.
  private struct Section {
    var path: String
    var start: LineTable.Position
    var lines: [Line]
  }

  private struct Line {
    var number: Int
    var layout: LineLayout
    var underlines: Underlines
  }

  var isEmpty: Bool { sections.isEmpty }

  init(_ diagnostic: Diagnostic, _ locator: SourceLocator, _ language: Language) {
    let marks = Self.marks(diagnostic, language)
    var files: [FileID] = []
    for mark in marks where !files.contains(mark.range.file) { files.append(mark.range.file) }
    sections = files.compactMap { id in
      Self.section(id, marks.filter { $0.range.file == id }, locator, diagnostic.severity)
    }
    gutter = sections.flatMap { $0.lines.map { String($0.number).utf8.count } }.max() ?? 1
  }

  func text(isColoured: Bool) -> String {
    var text = ""
    let margin = String(repeating: " ", count: gutter)
    let bar = TerminalStyle.aside.applied(to: margin + " |", isColoured: isColoured)
    for (index, section) in sections.enumerated() {
      let arrow = TerminalStyle.aside.applied(to: index == 0 ? "-->" : ":::", isColoured: isColoured)
      if index > 0 { text += bar + "\n" }
      text += "\(margin)\(arrow) \(visible(section.path)):\(section.start.line):\(section.start.column)\n\(bar)\n"
      text += self.text(of: section, bar: bar, isColoured: isColoured)
    }
    return text
  }

  private func text(of section: Section, bar: String, isColoured: Bool) -> String {
    var text = ""
    var previous: Int?
    for line in section.lines {
      if let previous, line.number > previous + 1 {
        text += TerminalStyle.aside.applied(to: "...", isColoured: isColoured) + "\n"
      }
      let number = String(repeating: " ", count: gutter - String(line.number).utf8.count) + "\(line.number) |"
      text += TerminalStyle.aside.applied(to: number, isColoured: isColoured)
      text += (line.layout.text.isEmpty ? "" : " ") + line.layout.text + "\n"
      for row in line.underlines.rows(isColoured: isColoured) { text += "\(bar) \(row)\n" }
      previous = line.number
    }
    return text
  }

  /// A stretch of a file that is marked, and the words beside it.
  private struct Mark {
    var range: SourceRange
    var label: String
    var isPrimary: Bool
  }

  private static func marks(_ diagnostic: Diagnostic, _ language: Language) -> [Mark] {
    let label = diagnostic.label?.text(in: language) ?? ""
    return [Mark(range: diagnostic.range, label: visible(label), isPrimary: true)]
      + diagnostic.labels.map {
        Mark(range: $0.range, label: visible($0.message.text(in: language)), isPrimary: false)
      }
  }

  /// The part of a mark that lies on one line, in byte offsets of the file.
  private struct Stretch {
    var line: Int
    var bytes: Range<Int>
    var label: String
    var isPrimary: Bool
  }

  private static func section(
    _ id: FileID, _ marks: [Mark], _ locator: SourceLocator, _ severity: Severity
  ) -> Section? {
    guard let file = locator.file(id), let table = locator.table(id), let first = marks.first else { return nil }
    let stretches = marks.flatMap { Self.stretches($0, file, table) }
    let lines = Set(stretches.map(\.line)).sorted()
    let filled = lines.indices.flatMap { index in
      index > 0 && lines[index] == lines[index - 1] + 2 ? [lines[index] - 1, lines[index]] : [lines[index]]
    }
    return Section(
      path: file.path, start: table.position(Int(first.range.start)),
      lines: filled.map { number in
        line(number, stretches.filter { $0.line == number }, file, table, severity)
      })
  }

  private static func line(
    _ number: Int, _ stretches: [Stretch], _ file: SourceFile, _ table: LineTable, _ severity: Severity
  ) -> Line {
    let bounds = table.bounds(ofLine: number)
    let first = (stretches.map(\.bytes.lowerBound).min() ?? bounds.lowerBound) - bounds.lowerBound
    let last = (stretches.map(\.bytes.upperBound).max() ?? bounds.lowerBound) - bounds.lowerBound
    let layout = LineLayout(file.bytes[bounds], marked: first..<max(first, last))
    let underlines = stretches.map { stretch in
      let start = layout.columnOfStart(stretch.bytes.lowerBound - bounds.lowerBound)
      let end = layout.columnOfEnd(stretch.bytes.upperBound - bounds.lowerBound)
      return Underline(
        columns: start..<max(end, start + 1), label: stretch.label,
        style: stretch.isPrimary ? .severity(severity) : .aside,
        sign: stretch.isPrimary ? Underlines.primary : Underlines.related)
    }
    return Line(number: number, layout: layout, underlines: Underlines(underlines))
  }

  /// A mark on one line as it is; of one over several lines its first and its last line, with the words at the last.
  private static func stretches(_ mark: Mark, _ file: SourceFile, _ table: LineTable) -> [Stretch] {
    let range = withoutTrailingBlanks(mark.range, file)
    let first = table.position(range.lowerBound).line
    let last = table.position(range.upperBound).line
    func stretch(_ line: Int, _ bytes: Range<Int>, _ label: String) -> Stretch {
      Stretch(line: line, bytes: bytes, label: label, isPrimary: mark.isPrimary)
    }
    if first == last { return [stretch(first, range, mark.label)] }
    let firstEnd = table.bounds(ofLine: first).upperBound
    let lastBounds = table.bounds(ofLine: last)
    let indent = file.bytes[lastBounds].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let lastStart = min(lastBounds.lowerBound + indent, range.upperBound)
    return [
      stretch(first, range.lowerBound..<max(range.lowerBound, firstEnd), ""),
      stretch(last, lastStart..<range.upperBound, mark.label),
    ]
  }

  /// The range in byte offsets within its file, without the white space and line ends that a YAML block ends in; of a
  /// range with nothing else in it, what lies on its first line.
  private static func withoutTrailingBlanks(_ range: SourceRange, _ file: SourceFile) -> Range<Int> {
    let start = min(Int(range.start), file.bytes.count)
    let bytes = file.bytes[start..<max(start, min(Int(range.end), file.bytes.count))]
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    if let last = bytes.lastIndex(where: { !isLineEnd($0) && $0 != 0x20 && $0 != 0x09 }) { return start..<last + 1 }
    return start..<(bytes.firstIndex(where: isLineEnd) ?? bytes.endIndex)
  }
}
