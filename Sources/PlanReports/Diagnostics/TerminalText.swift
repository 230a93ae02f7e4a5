import PlanText

/// Lines as they may go to a terminal or into the log of a build server: whatever is in them, nothing but the tool's own
/// styles reaches the terminal as a control, and no line is a command to the server that keeps the log.
///
/// Texts of plans have been made visible before, where they were put into the lines; what was missed there stops here.
///
/// - Parameter isColoured: leaves the tool's own styles; all other escape sequences are shown.
package func terminalText(_ text: String, isColoured: Bool = false) -> String {
  if isPlain(text[...].utf8) { return text }
  return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
    isPlain(line) ? String(Substring(line)) : terminalLine(Substring(line).unicodeScalars, isColoured: isColoured)
  }.joined(separator: "\n")
}

private func terminalLine(_ line: Substring.UnicodeScalarView, isColoured: Bool) -> String {
  var shown = ""
  var isAtStart = true
  func show(_ text: Substring.UnicodeScalarView) {
    let piece = withoutCommands(visible(String(text)), isAtStart: isAtStart)
    isAtStart = isAtStart && piece.allSatisfy { $0 == " " }
    shown += piece
  }
  var rest = line
  var start = rest.startIndex
  while isColoured, let escape = rest[start...].firstIndex(of: "\u{1B}") {
    if let style = TerminalStyle.sequences.first(where: { rest[escape...].starts(with: $0.unicodeScalars) }) {
      show(rest[..<escape])
      shown += style
      rest = rest[rest.index(escape, offsetBy: style.unicodeScalars.count)...]
      start = rest.startIndex
    } else {
      start = rest.index(after: escape)
    }
  }
  show(rest)
  return shown
}

/// A piece of a line that no build server takes for a command: GitHub's begin a line with `::`, and there as at Azure and
/// TeamCity others with `##[`, `##vso[` and the like, anywhere in one.
private func withoutCommands(_ piece: String, isAtStart: Bool) -> String {
  guard mayHoldCommand(piece) else { return piece }
  var scalars = Array(piece.unicodeScalars)
  if isAtStart, let first = scalars.firstIndex(where: { $0 != " " }),
    scalars[first...].starts(with: "::".unicodeScalars),
    !scalars[first...].starts(with: ":::".unicodeScalars)
  {
    scalars.replaceSubrange(first...first, with: #"\u{3A}"#.unicodeScalars)
  }
  var place = 0
  while place + 2 < scalars.count {
    if startsLogCommand(scalars[place], scalars[place + 1], scalars[place + 2]) {
      scalars.replaceSubrange(place + 1...place + 1, with: #"\u{23}"#.unicodeScalars)
    }
    place += 1
  }
  return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
}

/// Whether two colons or two number signs stand together anywhere.
private func mayHoldCommand(_ text: String) -> Bool {
  var last: UInt8 = 0
  for byte in text.utf8 {
    if byte == last, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return true }
    last = byte
  }
  return false
}

/// Whether two number signs and what follows them may begin a command to a build server.
private func startsLogCommand(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar) -> Bool {
  first == "#" && second == "#" && (third == "[" || "a"..."z" ~= third || "A"..."Z" ~= third)
}

/// Whether lines are such as most are: printable ASCII that begins no command.
private func isPlain(_ lines: Substring.UTF8View) -> Bool {
  var last: UInt8 = 0
  for byte in lines {
    guard 0x20..<0x7F ~= byte || byte == 0x0A else { return false }
    if byte == last, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return false }
    last = byte
  }
  return true
}
