// Looking at the text around a syntax error, where there are no tokens to go by.
extension UnsafeBufferPointer<UInt8> {
  /// The end of the character that starts here, or of the two of an escape; `offset` itself at the end of a line.
  func tokenEnd(at offset: Int) -> Int {
    var end = offset
    var characters = offset < count && self[offset] == UInt8(ascii: "\\") ? 2 : 1
    while characters > 0, end < count, !self[end].isBreak {
      end += 1
      while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
      characters -= 1
    }
    return end
  }

  /// Whether the bracket that opens here closes before a line that begins a key of its own at the margin.
  func closes(_ open: Int) -> Bool {
    var depth = 0
    var index = open
    while index < count {
      switch self[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case .closingBrace, .closingBracket:
        depth -= 1
        if depth == 0 { return true }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = self[index]
        let isOpening = index > 0 && (self[index - 1].isBlank || ",:[{".utf8.contains(self[index - 1]))
        guard isOpening else { break }
        var end = index + 1
        while end < count, self[end] != quote {
          end += self[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        index = end
      case .lineFeed, .carriageReturn:
        if index + 1 < count, self[index + 1].isWord { return false }
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether the last thing before this place, on its line, is a closing quote.
  func quoteEnds(before offset: Int) -> Bool {
    var index = offset
    while index > 0, index <= count, self[index - 1].isBlank { index -= 1 }
    guard index > 1 else { return false }
    return self[index - 1] == UInt8(ascii: "\"") || self[index - 1] == UInt8(ascii: "'")
  }

  /// The text of the nearest line above that is neither blank nor a comment, without its indentation and dashes.
  func lineAbove(_ lineStart: Int) -> Range<Int>? {
    var end = lineStart
    while end > 0 {
      end -= 1
      let start = self.lineStart(of: end)
      var text = skippingBlanks(from: start)
      while text + 1 < end, self[text] == UInt8(ascii: "-"), self[text + 1].isBlank {
        text = skippingBlanks(from: text + 1)
      }
      var last = end
      while last > text, self[last - 1].isBlankOrBreak { last -= 1 }
      if text < last, self[text] != UInt8(ascii: "#") { return text..<last }
      end = start
    }
    return nil
  }

  /// The first colon of a line that separates a key from its value.
  func separator(in line: Range<Int>) -> Int? {
    var index = line.lowerBound
    if index < line.upperBound, self[index] == UInt8(ascii: "\"") || self[index] == UInt8(ascii: "'") {
      let quote = self[index]
      index += 1
      while index < line.upperBound, self[index] != quote { index += 1 }
    }
    while index < line.upperBound {
      if self[index] == UInt8(ascii: ":"), index + 1 >= line.upperBound || self[index + 1].isBlank { return index }
      index += 1
    }
    return nil
  }
}
