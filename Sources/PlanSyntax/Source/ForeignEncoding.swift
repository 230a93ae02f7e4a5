/// Encodings that show at a file's first bytes and are not read.
enum ForeignEncoding {
  /// The encoding whose byte order mark a file begins with; nil for UTF-8, UTF-16 and files without one.
  static func marked(_ bytes: [UInt8]) -> String? {
    // As UTF-16 these would be a mark and the character U+0000, which no YAML has.
    bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) ? "UTF-32" : nil
  }

  /// The encoding of a file without a mark that is no UTF-8: nearly every second byte of its beginning is zero in UTF-16,
  /// three of four in UTF-32, since a plan begins with keys in Latin letters.
  static func unmarked(_ bytes: [UInt8]) -> String? {
    let beginning = bytes.prefix(16)
    guard beginning.count == 16 else { return nil }
    let zeros = beginning.indices.filter { beginning[$0] == 0 }
    if zeros.count >= 11 { return "UTF-32" }
    let even = zeros.count { $0 % 2 == 0 }
    return even >= 6 || zeros.count - even >= 6 ? "UTF-16" : nil
  }
}
