/// An expression's text as code points, full-width forms folded to plain ones, each with its byte offset.
struct Letters {
  private let bytes: [UInt8]
  /// Empty where every byte is a code point of its own.
  private let points: [Unicode.Scalar]
  private let offsets: [Int32]
  let count: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      points = []
      offsets = []
      count = bytes.count
      return
    }
    var points: [Unicode.Scalar] = []
    var offsets: [Int32] = []
    points.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    var offset: Int32 = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      points.append(folded(scalar))
      offsets.append(offset)
      offset += Int32(truncatingIfNeeded: UTF8.width(scalar))
    }
    offsets.append(offset)
    self.points = points
    self.offsets = offsets
    count = points.count
  }

  private var isPlain: Bool { offsets.isEmpty }

  /// The code point at an index, a line end past either end: nothing in the grammar runs over it.
  subscript(index: Int) -> Unicode.Scalar {
    guard index >= 0, index < count else { return "\n" }
    return isPlain ? Unicode.Scalar(bytes[index]) : points[index]
  }

  /// The byte offset of an index; past the end gives the end.
  func offset(_ index: Int) -> Int {
    let place = min(max(0, index), count)
    return isPlain ? place : Int(offsets[place])
  }

  /// The folded text between two indices.
  func text(_ start: Int, _ end: Int) -> String {
    let first = min(start, count)
    let last = min(max(first, end), count)
    if isPlain { return String(decoding: bytes[first..<last], as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for place in first..<last { text.append(points[place]) }
    return String(text)
  }

  /// Whether exactly this word stands between two indices.
  func holds(_ word: Word, _ start: Int, _ end: Int) -> Bool {
    end - start == word.points.count && starts(with: word, start)
  }

  /// Whether this word's letters stand at an index.
  func starts(with word: Word, _ start: Int) -> Bool {
    for (place, point) in word.points.enumerated() where self[start + place] != point { return false }
    return true
  }

  /// The first index whose byte offset is not below `offset`.
  func index(atOffset offset: Int) -> Int {
    if isPlain { return min(offset, count) }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first index from `start` on that is no blank.
  func skippingBlanks(_ start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  /// The end of the name that begins at an index, the index itself where none does.
  func nameEnd(_ start: Int) -> Int { self[start].isLetter ? nameTail(start) : start }

  /// The end of the letters, digits, `_` and `-` from an index on.
  func nameTail(_ start: Int) -> Int {
    var index = start
    while index < count, self[index].isNamePart { index += 1 }
    return index
  }
}

/// A word of the language itself.
struct Word: Sendable {
  let text: String
  let points: [Unicode.Scalar]

  init(_ text: String) {
    self.text = text
    points = Array(text.unicodeScalars)
  }

  static let ifWord = Word("if")
  static let then = Word("then")
  static let otherwise = Word("else")
  static let and = Word("and")
  static let or = Word("or")
  static let not = Word("not")
  static let forWord = Word("for")
  static let consecutive = Word("consecutive")

  /// Words that end a name or a figure and are no names themselves.
  static let reserved = [ifWord, then, otherwise, and, or, not, forWord]
  /// How a Chinese window begins, in either script.
  static let windowOpenings = [Word("连续"), Word("連續")]
}

/// A code point with full-width forms and look-alike signs of Chinese input methods made plain.
private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x80: scalar
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000, 0xA0: " "
  case 0xFFE5: "¥"
  case 0x2212: "-"
  case 0x2266, 0x2A7D: "≤"
  case 0x2267, 0x2A7E: "≥"
  default: scalar
  }
}

extension Unicode.Scalar {
  var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
  var isDigit: Bool { value &- 0x30 < 10 }
  private var isPlainLetter: Bool { (value | 0x20) &- 0x61 < 26 }

  /// A letter of any script; digits, punctuation and signs are none.
  var isLetter: Bool { value < 0x80 ? isPlainLetter : properties.isAlphabetic }

  /// What a name may hold after its first letter.
  var isNamePart: Bool {
    if value < 0x80 { return isPlainLetter || isDigit || self == "_" || self == "-" }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  /// A sign that begins an operator between two parts of an expression.
  var isOperator: Bool {
    switch self {
    case "+", "-", "*", "/", "^", "<", ">", "=", "!", "×", "÷", "≤", "≥", "≠", "&", "|": true
    default: false
    }
  }
}
