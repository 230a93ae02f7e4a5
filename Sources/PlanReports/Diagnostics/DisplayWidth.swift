/// The columns a text takes on a terminal.
///
/// Counted by grapheme cluster, as terminals draw them: East Asian wide characters and emoji take two columns, marks
/// that sit on another character none. Controls count nothing; `visible` makes them something that counts.
package func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns one grapheme cluster takes: those of its widest character, or two for an emoji made by a selector.
func displayWidth(of cluster: Character) -> Int {
  let scalars = cluster.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if scalars.count == 1 { return displayWidth(of: first) }
  let isEmojiBySelector = first.properties.isEmoji && scalars.contains("\u{FE0F}")
  return isEmojiBySelector ? 2 : scalars.reduce(0) { max($0, displayWidth(of: $1)) }
}

/// The columns one character takes that no mark sits on.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if (0x20..<0x7F).contains(scalar.value) { return 1 }
  if (0x4E00...0x9FFF).contains(scalar.value) { return 2 }
  switch scalar.properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  if isJoiningJamo(scalar) { return 0 }
  return WideCharacters.contains(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
}

/// Hangul vowels and finals, which are drawn into the block their consonant opened.
private func isJoiningJamo(_ scalar: Unicode.Scalar) -> Bool {
  (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
}
