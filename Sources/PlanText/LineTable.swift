/// Turns byte offsets of one file into lines and columns.
///
/// A line ends at LF, CRLF or a lone CR, as editors have it.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(_ file: SourceFile) {
    bytes = file.bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
    }
    self.starts = starts
  }

  /// A place in a file: line and columns count from 1.
  package struct Position: Sendable, Hashable {
    package let line: Int
    /// Column in Unicode code points.
    package let column: Int
    /// Column in UTF-16 units, as editors' protocols count.
    package let columnUTF16: Int
    /// Offset in bytes from the start of the file, from 0.
    package let offset: Int
  }

  package var lineCount: Int { starts.count }

  /// The position of a byte offset; past the end gives the end.
  package func position(_ offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var points = 0
    var units = 0
    for byte in bytes[starts[low]..<offset] where byte & 0xC0 != 0x80 {
      points += 1
      units += byte >= 0xF0 ? 2 : 1
    }
    return Position(line: low + 1, column: points + 1, columnUTF16: units + 1, offset: offset)
  }

  /// The byte offsets of a line (from 1) without its line end.
  package func bounds(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line (from 1) without its line end.
  package func text(ofLine line: Int) -> String { String(decoding: bytes[bounds(ofLine: line)], as: UTF8.self) }
}
