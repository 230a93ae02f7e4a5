/// A text that is safe on one line of a terminal: what would move the cursor, change colours, reorder the line or hide
/// itself is written as an escape, such as `\u{1B}`.
///
/// Plan text reaches the terminal through here and no other way.
package func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  return text.reduce(into: "") { $0 += visible($1) }
}

/// A grapheme cluster with its hidden characters written as escapes.
func visible(_ cluster: Character) -> String {
  let scalars = cluster.unicodeScalars
  guard let base = scalars.first, scalars.contains(where: { isHidden($0, after: base) }) else { return String(cluster) }
  return scalars.reduce(into: "") { text, scalar in
    if isHidden(scalar, after: base) { text += escape(scalar) } else { text.unicodeScalars.append(scalar) }
  }
}

/// Whether a scalar steers the display instead of showing on it.
///
/// Joiners are part of emoji and of scripts that need them; after a letter of a script that does not, they only make
/// two names look like one. Tags spell the flags of England, Scotland and Wales.
private func isHidden(_ scalar: Unicode.Scalar, after base: Unicode.Scalar) -> Bool {
  // What plans are written in, without looking it up.
  if 0x20..<0x7F ~= scalar.value || 0x3001..<0xA000 ~= scalar.value { return false }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return true
  case .format:
    switch scalar.value {
    case 0x200C, 0x200D: return base.value < 0x590 || scalar == base
    case 0xE0020...0xE007F: return base.value != 0x1F3F4
    default: return scalar.properties.isDefaultIgnorableCodePoint || isAnnotation(scalar)
    }
  default: return false
  }
}

/// Interlinear annotation, which terminals do not show and which hides the text it brackets elsewhere.
private func isAnnotation(_ scalar: Unicode.Scalar) -> Bool { (0xFFF9...0xFFFB).contains(scalar.value) }

private func escape(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\r": "\\r"
  case "\t": "\\t"
  default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
