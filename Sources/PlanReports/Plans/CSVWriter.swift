/// Writes CSV as RFC 4180 has it: CRLF after every row, quotes where a comma, a quote or a line break asks for them.
struct CSVWriter {
  private(set) var text = ""

  /// A cell: words of the plan, which no spreadsheet must take for a formula, or a number or date of our own.
  enum Cell {
    case text(String)
    case plain(String)
    case empty

    static func text(optional text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    static func plain(optional text: String?) -> Cell { text.map { .plain($0) } ?? .empty }
  }

  mutating func row(_ cells: [Cell]) {
    text += cells.map(CSVWriter.written).joined(separator: ",") + "\r\n"
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .plain(let value): quoted(value)
    case .text(let value): quoted(inert(oneLine(value)))
    }
  }

  /// A text with an apostrophe before a sign that begins a formula, in either width; what OWASP's page on CSV injection
  /// lists. Line breaks and tabs are gone already.
  private static func inert(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return "=+-@＝＋－＠".unicodeScalars.contains(first) ? "'" + text : text
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
