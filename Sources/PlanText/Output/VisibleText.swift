/// How the ends of lines and the tabs of a text are written on one line.
package enum LineBreaks {
  /// As escapes, such as `\n`: for places that show what a file holds.
  case escapes
  /// As blanks: for places that show what it says.
  case blanks
}

/// A text that does nothing but show itself, on one line: what would move a cursor, change colours, end the line, turn
/// the order of what follows or hide itself is written as an escape, such as `\u{1B}`. Of marks piled on one letter the
/// first three stay.
///
/// Every output passes every text of a plan through here at last, whatever was done to it before; a text that went
/// through stays as it is.
package func visible(_ text: String, breaks: LineBreaks = .escapes) -> String {
  if showsAll(text) { return text }
  var hidden = HiddenCharacters(in: text)
  return visible(text.unicodeScalars, &hidden, breaks)
}

/// The characters of a stretch of a text, such as one grapheme cluster, with what hides as escapes.
///
/// - Parameter hidden: stands where the stretch begins, and afterwards where it ends.
package func visible<Scalars: Sequence<Unicode.Scalar>>(
  _ scalars: Scalars, _ hidden: inout HiddenCharacters, _ breaks: LineBreaks = .escapes
) -> String {
  var shown = String.UnicodeScalarView()
  var marks = 0
  var last: UInt32 = 0
  for scalar in scalars {
    marks = isStackedMark(scalar.value) ? marks + 1 : 0
    if hidden.hides(scalar.value) {
      // Carriage return and line feed together end one line.
      if scalar == "\n", last == 0x0D, breaks == .blanks { continue }
      shown.append(contentsOf: written(scalar, breaks).unicodeScalars)
    } else if marks <= 3 {
      shown.append(scalar)
    }
    last = scalar.value
  }
  return String(shown)
}

private func written(_ scalar: Unicode.Scalar, _ breaks: LineBreaks) -> String {
  switch scalar.value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029:
    if breaks == .blanks { return " " }
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
  default: break
  }
  return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
}

/// Marks that sit on any letter, over or below it, and pile up there.
private func isStackedMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x300...0x34E, 0x350...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
    true
  default: false
  }
}

/// A text without line breaks, and without characters that steer a display or hide; blanks are one space each.
///
/// - Parameter keepsEnds: leaves a blank where the text begins or ends with one, as pieces of a sentence do.
package func oneLine(_ text: String, keepsEnds: Bool = false) -> String {
  if showsAll(text, asLine: true, keepsEnds: keepsEnds) { return text }
  let line = visible(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  guard keepsEnds else { return line }
  if line.isEmpty { return text.isEmpty ? "" : " " }
  let start = text.first?.isWhitespace == true ? " " : ""
  return start + line + (text.last?.isWhitespace == true ? " " : "")
}

/// Whether a text has nothing but characters that are known to show: printable ASCII, European letters, dashes and
/// quotes, Chinese characters and their punctuation. That is nearly every text there is; the rest is looked at character
/// by character.
///
/// - Parameters:
///   - asLine: no for a text with a blank at its ends, beside another, or that is no space.
///   - keepsEnds: a line may have a blank at its ends.
package func showsAll(_ text: String, asLine: Bool = false, keepsEnds: Bool = false) -> Bool {
  text.utf8.withContiguousStorageIfAvailable { showsAll($0, asLine: asLine, keepsEnds: keepsEnds) } ?? false
}

private func showsAll(_ bytes: UnsafeBufferPointer<UInt8>, asLine: Bool, keepsEnds: Bool) -> Bool {
  var index = 0
  var isAfterBlank = asLine && !keepsEnds
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      guard 0x20..<0x7F ~= byte else { return false }
      if asLine {
        if byte == 0x20, isAfterBlank { return false }
        isAfterBlank = byte == 0x20
      }
      index += 1
      continue
    }
    isAfterBlank = false
    guard index + 1 < bytes.count else { return false }
    let second = bytes[index + 1]
    switch byte {
    case 0xC2:
      if second < 0xA0 || second == 0xAD || asLine && second == 0xA0 { return false }
      index += 2
    case 0xC3, 0xCE...0xD1: index += 2
    case 0xE2:
      guard index + 2 < bytes.count, second >= 0x82 || second == 0x80 && 0x90...0xA7 ~= bytes[index + 2] else {
        return false
      }
      index += 3
    case 0xE3:
      guard index + 2 < bytes.count, second != 0x85, !(asLine && second == 0x80 && bytes[index + 2] == 0x80) else {
        return false
      }
      index += 3
    case 0xE4...0xE9: index += 3
    case 0xEF where second == 0xBC || second == 0xBD: index += 3
    default: return false
    }
  }
  return !(asLine && !keepsEnds && isAfterBlank && bytes.count > 0)
}
