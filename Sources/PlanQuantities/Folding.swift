/// Brings the full-width forms that Chinese input methods produce to their plain ones, before any value is read.
///
/// U+FF01–FF5E and U+3000 become ASCII, `￥` becomes `¥`, U+2212 becomes the hyphen, U+00A0 a blank; nothing else
/// changes, and text fields are never folded.
package struct FoldedText: Sendable {
  /// The text with plain forms.
  package let bytes: [UInt8]
  /// For each folded byte, and for the end, the place in the text it came from.
  package let places: [Int32]

  /// The folded text, or nil where nothing needs folding.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard FoldedText.isNeeded(text) else { return nil }
    var folded: [UInt8] = []
    var places: [Int32] = []
    folded.reserveCapacity(text.count)
    places.reserveCapacity(text.count + 1)
    var at = 0
    while at < text.count {
      if let (plain, length) = FoldedText.plain(text, at) {
        if plain == 0xA5 {
          folded.append(0xC2)
          places.append(Int32(truncatingIfNeeded: at))
        }
        folded.append(plain)
        places.append(Int32(truncatingIfNeeded: at))
        at += length
      } else {
        folded.append(text[at])
        places.append(Int32(truncatingIfNeeded: at))
        at += 1
      }
    }
    places.append(Int32(truncatingIfNeeded: text.count))
    bytes = folded
    self.places = places
  }

  /// A range of the folded text as one of the text it came from.
  package func original(_ range: Range<Int>) -> Range<Int> {
    Int(places[min(range.lowerBound, bytes.count)])..<Int(places[min(range.upperBound, bytes.count)])
  }

  private static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in 0..<text.count where text[at] >= 0x80 {
      if plain(text, at) != nil { return true }
    }
    return false
  }

  /// The plain byte for the full-width form at a place (A5 stands for `¥`), and how many bytes the form has.
  @inline(__always)
  private static func plain(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt8, Int)? {
    switch text[at] {
    case 0xEF:
      guard at + 2 < text.count else { return nil }
      let last = text[at + 2]
      switch text[at + 1] {
      case 0xBC where last >= 0x81: return (last &- 0x60, 3)
      case 0xBD where last <= 0x9E: return (last &- 0x20, 3)
      case 0xBF where last == 0xA5: return (0xA5, 3)
      default: return nil
      }
    case 0xE3: return text.has("\u{3000}", at: at) ? (UInt8(ascii: " "), 3) : nil
    case 0xE2: return text.has("\u{2212}", at: at) ? (UInt8(ascii: "-"), 3) : nil
    case 0xC2: return text.has("\u{A0}", at: at) ? (UInt8(ascii: " "), 2) : nil
    default: return nil
    }
  }
}

/// Reads text whose full-width forms are folded first; a problem's range is one of the text as given.
func withFolding<Value>(
  _ text: UnsafeBufferPointer<UInt8>,
  _ read: (UnsafeBufferPointer<UInt8>) -> Result<Value, LiteralProblem>
) -> Result<Value, LiteralProblem> {
  guard let folded = FoldedText(text) else { return read(text) }
  return folded.bytes.withUnsafeBufferPointer { read($0) }.mapError {
    LiteralProblem($0.kind, folded.original($0.range), suggestion: $0.suggestion)
  }
}
