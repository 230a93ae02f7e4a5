import PlanText

/// A character that nobody sees, by the bytes it takes.
struct FoundHidden: Equatable {
  let start: Int
  let end: Int
  let scalar: UInt32
}

/// The hidden characters of a file, at most so many; the text must be UTF-8. Each line is a text of its own; its ends, tabs
/// and controls are told of elsewhere.
func findHidden(in text: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> [FoundHidden] {
  var found: [FoundHidden] = []
  var start = 0
  while start < text.count, found.count < limit {
    let end = text[start...].firstIndex(of: 0x0A) ?? text.count
    var readsRight = false
    var index = start
    while index < end, !readsRight {
      let (length, scalar) = character(text, index)
      readsRight = HiddenCharacters.isRightToLeft(scalar)
      index += length
    }
    var hidden = HiddenCharacters(readsRight: readsRight)
    index = start
    while index < end, found.count < limit {
      let (length, scalar) = character(text, index)
      if hidden.hides(scalar), !HiddenCharacters.isControl(scalar) {
        found.append(FoundHidden(start: index, end: index + length, scalar: scalar))
      }
      index += length
    }
    start = end + 1
  }
  return found
}

/// The character that starts at an offset of valid UTF-8, and its bytes.
private func character(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (length: Int, scalar: UInt32) {
  let lead = text[index]
  let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard length > 1, index + length <= text.count else { return (1, UInt32(lead)) }
  var scalar = UInt32(lead) & (0x7F >> UInt32(length))
  for place in 1..<length { scalar = scalar << 6 | UInt32(text[index + place] & 0x3F) }
  return (length, scalar)
}
