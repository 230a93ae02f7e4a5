/// A text whose stretches written from the right are set apart by U+2068 and U+2069 (Unicode Standard Annex 9), so that a
/// figure or a sign beside such a name stays where it was written. A stretch ends where a word from the left begins.
///
/// For running text, in which names of a plan stand in sentences of ours; the text itself must hold no isolates, as one that
/// went through `visible` does not.
package func isolated(_ text: String) -> String {
  if showsAll(text) || !text.unicodeScalars.contains(where: { HiddenCharacters.isRightToLeft($0.value) }) {
    return text
  }
  let scalars = Array(text.unicodeScalars)
  var shown = String.UnicodeScalarView()
  var place = 0
  while place < scalars.count {
    guard HiddenCharacters.isRightToLeft(scalars[place].value) else {
      shown.append(scalars[place])
      place += 1
      continue
    }
    // The last character of the stretch, and of what lies between its words.
    var end = place
    var next = place + 1
    while next < scalars.count, !isWrittenFromLeft(scalars[next]) {
      if belongsToWord(scalars[next].value) { end = next }
      next += 1
    }
    shown.append("\u{2068}")
    shown.append(contentsOf: scalars[place...end])
    shown.append("\u{2069}")
    place = end + 1
  }
  return String(shown)
}

/// Letters of a script from the right, and the joiners and marks of direction that go with them.
private func belongsToWord(_ scalar: UInt32) -> Bool {
  HiddenCharacters.isRightToLeft(scalar) || 0x200C...0x200F ~= scalar || scalar == 0x61C
}

private func isWrittenFromLeft(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic && !HiddenCharacters.isRightToLeft(scalar.value)
}
