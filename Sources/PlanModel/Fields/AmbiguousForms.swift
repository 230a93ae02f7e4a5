import PlanText

/// The plain scalars that YAML 1.1 (its type repository) and YAML 1.2 (the core schema, section 10.3.2) read apart.
extension AmbiguousScalar {
  /// Whether YAML's versions read a plain scalar apart: `yes` and its kin, `012`, `1:30`, `0o12`, `1e3`, `1_000`.
  ///
  /// What both read alike (`2025`, `true`, `0x1F`, `~`) is not ambiguous.
  package static func isAmbiguous(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
      UInt8(ascii: "O"):
      return bytes.count <= 3 && isSwitch(bytes)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return isNumber(bytes, from: 0)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return isNumber(bytes, from: 1)
    default: return false
    }
  }

  /// `y yes on n no off`, in small letters, in capitals or with a capital first.
  private static func isSwitch(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var word: UInt32 = 0
    var capitals = 0
    for byte in bytes {
      word = word << 8 | UInt32(byte | 0x20)
      if byte & 0x20 == 0 { capitals += 1 }
    }
    guard capitals == 0 || capitals == bytes.count || (capitals == 1 && bytes[0] & 0x20 == 0) else { return false }
    switch word {
    case 0x79, 0x79_6573, 0x6F6E, 0x6E, 0x6E6F, 0x6F_6666: return true
    default: return false
    }
  }

  /// A number to one version that is another number, or text, to the other.
  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard start < bytes.count, isDigit(bytes[start]) else { return false }
    if bytes[start] == UInt8(ascii: "0"), start + 1 < bytes.count {
      switch bytes[start + 1] {
      case UInt8(ascii: "o"): return isAll(bytes, from: start + 2) { $0 >= 0x30 && $0 <= 0x37 }
      case UInt8(ascii: "b"): return isAll(bytes, from: start + 2) { $0 == 0x30 || $0 == 0x31 || $0 == 0x5F }
      default: break
      }
    }
    return isDecimal(bytes, from: start)
  }

  private static func isDecimal(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var points = 0
    var isBase60 = false
    var isGrouped = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "_"): isGrouped = true
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: ":"):
        guard isSixtieth(bytes, at: index) else { return false }
        isBase60 = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        // YAML 1.1 asks for a point and a signed exponent, YAML 1.2 for neither.
        let isSigned = index < bytes.count && (bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"))
        guard isAll(bytes, from: isSigned ? index + 1 : index, isDigit), points <= 1, !isBase60 else { return false }
        return isGrouped || !isSigned || points == 0
      default: return false
      }
    }
    if points > 1 { return false }
    let isOctal = points == 0 && bytes[start] == UInt8(ascii: "0") && bytes.count > start + 1
    return isBase60 || isGrouped || isOctal
  }

  /// Whether one or two digits up to 59 and no third stand at a place.
  private static func isSixtieth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count, isDigit(bytes[index]) else { return false }
    guard index + 1 < bytes.count, isDigit(bytes[index + 1]) else { return true }
    return bytes[index] <= UInt8(ascii: "5") && !(index + 2 < bytes.count && isDigit(bytes[index + 2]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether something stands from a place on, and all of it passes.
  private static func isAll(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ test: (UInt8) -> Bool) -> Bool {
    start < bytes.count && bytes[start...].allSatisfy(test)
  }
}
