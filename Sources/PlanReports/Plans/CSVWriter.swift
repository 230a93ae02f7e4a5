import PlanText

/// Writes CSV as RFC 4180 has it: CRLF after every row, quotes where a comma, a quote or a line break asks for them.
struct CSVWriter {
  private(set) var text = ""

  /// A cell.
  enum Cell {
    /// Words of the plan, which no spreadsheet must take for a formula.
    case text(String)
    /// A number, a date or a word of our own; what is none of them is taken for words of the plan.
    case plain(String)
    case empty

    static func text(optional text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    static func plain(optional text: String?) -> Cell { text.map { .plain($0) } ?? .empty }
  }

  mutating func row(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += "," }
      text += Self.written(cell)
    }
    text += "\r\n"
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .plain(let value) where isPlain(value): value
    case .plain(let value), .text(let value): quoted(inert(oneLine(value)))
    }
  }

  /// Letters, digits and the signs of numbers, dates and names; a sign at the start only before a digit.
  private static func isPlain(_ text: String) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    if text.utf8.first == UInt8(ascii: "-"), text.utf8.dropFirst().first.map(isDigit) != true { return false }
    return text.utf8.allSatisfy { byte in
      isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }

  /// A text with an apostrophe before a sign that begins a formula, in either width, at its start or after a semicolon,
  /// which parts cells where a comma parts decimals: what OWASP's page on CSV injection lists. Line breaks and tabs are
  /// gone already.
  private static func inert(_ text: String) -> String {
    let (sign, semicolon) = (text.unicodeScalars.first.map(beginsFormula) == true, UInt8(ascii: ";"))
    if !sign, !text.utf8.contains(semicolon) { return text }
    var last: Unicode.Scalar = ";"
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if last == ";", beginsFormula(scalar) { result += "'" }
      result.unicodeScalars.append(scalar)
      last = scalar
    }
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    "=+-@＝＋－＠﹢﹣−﹦﹫".unicodeScalars.contains(scalar)
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
