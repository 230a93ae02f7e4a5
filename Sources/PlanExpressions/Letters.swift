/// An expression's text as code points, full-width forms folded to plain ones, each with its byte offset.
struct Letters {
  private let points: [Unicode.Scalar]
  private let offsets: [Int]

  init(_ bytes: [UInt8]) {
    var points: [Unicode.Scalar] = []
    var offsets: [Int] = []
    points.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      points.append(folded(scalar))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.points = points
    self.offsets = offsets
  }

  var count: Int { points.count }

  /// The code point at an index, a line end past either end: nothing in the grammar runs over it.
  subscript(index: Int) -> Unicode.Scalar { points.indices.contains(index) ? points[index] : "\n" }

  /// The byte offset of an index; past the end gives the end.
  func offset(_ index: Int) -> Int { offsets[min(max(0, index), points.count)] }

  /// The folded text between two indices.
  func text(_ start: Int, _ end: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: points[min(start, count)..<min(max(start, end), count)])
    return String(text)
  }

  /// The first index whose byte offset is not below `offset`.
  func index(atOffset offset: Int) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first index from `start` on that is no blank.
  func skippingBlanks(_ start: Int) -> Int {
    var index = start
    while index < count, points[index].isBlank { index += 1 }
    return index
  }

  /// The end of the name that begins at an index, the index itself where none does.
  func nameEnd(_ start: Int) -> Int {
    guard start < count, points[start].isLetter else { return start }
    return nameTail(start)
  }

  /// The end of the letters, digits, `_` and `-` from an index on.
  func nameTail(_ start: Int) -> Int {
    var index = start
    while index < count, points[index].isNamePart { index += 1 }
    return index
  }
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
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A letter of any script; digits, punctuation and signs are none.
  var isLetter: Bool {
    value < 0x80 ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }

  /// What a name may hold after its first letter.
  var isNamePart: Bool {
    if value < 0x80 { return isLetter || isDigit || self == "_" || self == "-" }
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
