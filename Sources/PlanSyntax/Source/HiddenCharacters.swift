/// Finds characters that nobody sees and that can make a text read otherwise than it is: controls of writing direction,
/// blanks of no width, tags. Unicode Technical Report 36 and "Trojan Source" (CVE-2021-42574) say what they are used for.
enum HiddenCharacters {
  /// One of them.
  struct Found: Equatable {
    let start: Int
    let end: Int
    let scalar: UInt32
  }

  /// The hidden characters of a text, at most so many; the text must be UTF-8.
  static func find(in text: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> [Found] {
    var found: [Found] = []
    var before: UInt32 = 0
    var readsRight = false
    var index = 0
    while index < text.count, found.count < limit {
      let (length, scalar) = character(text, index)
      if isRightToLeft(scalar) { readsRight = true }
      if isHidden(scalar), !isUsed(scalar, after: before, readsRight) {
        found.append(Found(start: index, end: index + length, scalar: scalar))
      }
      before = scalar
      index += length
    }
    return found
  }

  /// Characters without a look of their own, by Unicode's `Default_Ignorable_Code_Point`, save variation selectors, which
  /// choose the look of what stands before them.
  static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8, 0xE_0000...0xE_0FFF:
      true
    default: false
    }
  }

  /// Whether a hidden character does there what it is for: joining emoji or letters of scripts that join, marking the
  /// direction in a text that holds words written from the right, spelling the flag of a region.
  private static func isUsed(_ scalar: UInt32, after before: UInt32, _ readsRight: Bool) -> Bool {
    switch scalar {
    case 0x200C: (0x600...0x1CFF).contains(before)
    case 0x200D: (0x600...0x1CFF).contains(before) || before == 0xFE0F || before >= 0x2190
    case 0x200E, 0x200F, 0x61C: readsRight
    case 0xE_0020...0xE_007F: before == 0x1_F3F4 || (0xE_0020...0xE_007F).contains(before)
    default: false
    }
  }

  /// Hebrew, Arabic and the other scripts written from the right.
  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x61B, 0x61D...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
    default: false
    }
  }

  /// The character that starts at an offset of valid UTF-8, and its bytes.
  private static func character(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (length: Int, scalar: UInt32) {
    let lead = text[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= text.count else { return (1, UInt32(lead)) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for place in 1..<length { scalar = scalar << 6 | UInt32(text[index + place] & 0x3F) }
    return (length, scalar)
  }
}
