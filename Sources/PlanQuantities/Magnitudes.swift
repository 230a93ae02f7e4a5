/// Words that multiply the number before them: 万, 千万, 亿, 万亿, k, m, bn.
enum Magnitudes {
  /// The power of ten and length in bytes of the magnitude that stands at a place, the longest that fits.
  static func chinese(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (exponent: Int, length: Int)? {
    guard start + 3 <= bytes.count, bytes[start] >= 0xE4 else { return nil }
    guard let first = single(bytes, at: start) else { return nil }
    let next = start + 3
    guard let second = single(bytes, at: next), second >= 4, second > first || first == 4 && second == 8 else {
      return first == 1 || first == 2 ? nil : (first, 3)
    }
    return (first + second, 6)
  }

  private static func single(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    if bytes.has("万", at: start) || bytes.has("萬", at: start) { return 4 }
    if bytes.has("亿", at: start) || bytes.has("億", at: start) { return 8 }
    if bytes.has("千", at: start) { return 3 }
    if bytes.has("百", at: start) { return 2 }
    if bytes.has("十", at: start) { return 1 }
    return nil
  }

  /// The power of ten of a Latin magnitude word.
  static func latin(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    switch word.count {
    case 1:
      switch word[0] {
      case UInt8(ascii: "k"), UInt8(ascii: "K"): 3
      case UInt8(ascii: "m"), UInt8(ascii: "M"): 6
      default: nil
      }
    case 2: word.equals("bn") || word.equals("BN") || word.equals("Bn") ? 9 : nil
    default: nil
    }
  }
}
