/// The first of several wordings, longest first, that fits a width; nil where none does.
func fitting(_ wordings: [String], _ style: TextStyle, within width: Tenths) -> String? {
  wordings.first { textWidth(singleLine($0), style) <= width }
}

/// A text cut to a width with an ellipsis; nil where not even two characters are left of it.
func shortened(_ text: String, _ style: TextStyle, within width: Tenths) -> String? {
  let line = singleLine(text)
  if textWidth(line, style) <= width { return line }
  var kept = ""
  var best: String?
  for character in line {
    kept.append(character)
    guard textWidth(kept + "…", style) <= width else { break }
    if kept.count >= 2 { best = kept }
  }
  guard var cut = best else { return nil }
  while cut.last == " " || cut.last == "," || cut.last == "，" { cut.removeLast() }
  return cut + "…"
}

/// A text in at most so many lines of a width, broken at spaces and between Han characters; nil where it needs more.
func wrapped(_ text: String, _ style: TextStyle, within width: Tenths, lines limit: Int) -> [String]? {
  var lines: [String] = []
  var line = ""
  for word in breakable(singleLine(text)) {
    let candidate = line + word
    if textWidth(trimmed(candidate), style) <= width {
      line = candidate
    } else {
      if !line.isEmpty { lines.append(trimmed(line)) }
      line = word
      if textWidth(trimmed(word), style) > width || lines.count == limit { return nil }
    }
  }
  if !line.isEmpty { lines.append(trimmed(line)) }
  return lines.count <= limit ? lines : nil
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.last == " " { text.removeLast() }
  while text.first == " " { text.removeFirst() }
  return String(text)
}

/// The pieces a line may end after; closing punctuation stays with what it closes.
private func breakable(_ text: String) -> [String] {
  var pieces: [String] = []
  var piece = ""
  for character in text {
    if "，。、；：）》”」".contains(character) {
      if piece.isEmpty, let last = pieces.popLast() { piece = last }
      piece.append(character)
    } else if displayWidth(of: character) == 2 {
      if !piece.isEmpty { pieces.append(piece) }
      pieces.append(String(character))
      piece = ""
    } else {
      piece.append(character)
      if character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
  }
  if !piece.isEmpty { pieces.append(piece) }
  return pieces
}
