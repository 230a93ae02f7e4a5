extension [UInt8] {
  /// Adds a text's bytes, with something else in place of some of them; what lies between goes in at one stroke.
  ///
  /// - Parameter replacement: what stands for a byte, nil where it stands as it is; asked for one byte after the other.
  mutating func append(_ text: String, replacing replacement: (UInt8) -> StaticString?) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for place in bytes.indices {
        guard let other = replacement(bytes[place]) else { continue }
        append(contentsOf: bytes[start..<place])
        other.withUTF8Buffer { append(contentsOf: $0) }
        start = place + 1
      }
      append(contentsOf: bytes[start...])
    }
  }
}
