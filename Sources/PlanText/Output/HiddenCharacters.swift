/// Tells the characters of one text that hide or steer from those that show: controls, controls of writing direction,
/// blanks of no width, tags. Findings and every output go by it. Unicode Technical Report 36 and "Trojan Source"
/// (CVE-2021-42574) say what such characters are used for.
///
/// The characters of a text are asked about one after the other, for some of them do there what they are for.
package struct HiddenCharacters {
  /// The character before, and how many tags of a flag there were in a row up to it.
  private var before: UInt32 = 0
  private var tags = 0
  private let readsRight: Bool

  /// - Parameter readsRight: whether the text has words written from the right, in which marks of direction have a use.
  package init(readsRight: Bool) { self.readsRight = readsRight }

  /// For the characters of a text.
  package init(in text: String) { self.init(readsRight: text.unicodeScalars.contains { Self.isRightToLeft($0.value) }) }

  /// Whether the next character hides or steers.
  package mutating func hides(_ scalar: UInt32) -> Bool {
    let hides = Self.isControl(scalar) || Self.mayHide(scalar) && !isUsed(scalar)
    tags = Self.isTag(scalar) && !hides ? tags + 1 : 0
    before = scalar
    return hides
  }

  /// Controls and ends of lines.
  package static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || 0x7F..<0xA0 ~= scalar || scalar == 0x2028 || scalar == 0x2029
  }

  /// Characters without a look of their own, by Unicode's `Default_Ignorable_Code_Point`, and marks of annotation. U+FE0F
  /// is not among them: it makes a sign an emoji, which is all it can do.
  package static func mayHide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0E, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1_BCA0...0x1_BCA3,
      0x1_D173...0x1_D17A, 0xE_0000...0xE_0FFF:
      true
    default: false
    }
  }

  /// Whether such a character does here what it is for: joins emoji or letters of scripts that join, parts words of
  /// scripts without blanks, marks the direction in a text that holds words written from the right, chooses the look of
  /// what stands before it, spells the flag of a region.
  private func isUsed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x180B...0x180F: return 0x1820...0x18AF ~= before
    case 0x200B: return 0xE00...0xEFF ~= before || 0x1000...0x109F ~= before || 0x1780...0x17FF ~= before
    case 0x200C: return 0x600...0x1CFF ~= before
    case 0x200D: return 0x600...0x1CFF ~= before || before == 0xFE0F || Self.isEmoji(before)
    case 0x200E, 0x200F, 0x61C: return readsRight
    case 0xFE00...0xFE0E: return before > 0x20 && !Self.mayHide(before) && before != 0xFE0F
    case 0xE_0100...0xE_01EF: return Self.isHan(before)
    case 0xE_0020...0xE_007F: return before == 0x1_F3F4 || 1...6 ~= tags
    default: return false
    }
  }

  private static func isTag(_ scalar: UInt32) -> Bool { 0xE_0020...0xE_007F ~= scalar }

  /// Signs and pictures; which of them are emoji is of no matter here.
  private static func isEmoji(_ scalar: UInt32) -> Bool {
    0x2190...0x2BFF ~= scalar || 0x1_F000...0x1_FAFF ~= scalar || scalar == 0x3030 || scalar == 0x303D
  }

  private static func isHan(_ scalar: UInt32) -> Bool {
    0x3400...0x9FFF ~= scalar || 0xF900...0xFAFF ~= scalar || 0x2_0000...0x3_FFFF ~= scalar
  }

  /// Hebrew, Arabic and the other scripts written from the right.
  package static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x61B, 0x61D...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
    default: false
    }
  }
}
