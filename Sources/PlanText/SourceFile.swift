/// A file's name and its text as UTF-8 bytes, kept for as long as something points into it.
package final class SourceFile: Sendable {
  package let id: FileID
  /// The path as the user would write it, relative to the folder the tool was started in.
  package let path: String
  /// The text as UTF-8 without a byte order mark; ranges count bytes of this.
  package let bytes: [UInt8]
  /// Whether the text may be read: false for a file that is refused or in a foreign encoding, whose garbled text is kept
  /// to be shown and nothing else.
  package let isReadable: Bool

  package init(id: FileID, path: String, bytes: [UInt8], isReadable: Bool = true) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.isReadable = isReadable
  }

  /// The range of the whole text.
  package var wholeRange: SourceRange { SourceRange(file: id, start: 0, end: bytes.count) }

  /// The first character of a range, however many bytes it has; where the text ends, nothing.
  package func firstCharacter(of range: SourceRange) -> SourceRange {
    let start = Int(range.start)
    guard start < bytes.count, range.start < range.end else { return range.slice(0, 0) }
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return range.slice(0, end - start)
  }

  /// The text of a range; bytes past the end are left out.
  package func text(_ range: SourceRange) -> String {
    let start = min(Int(range.start), bytes.count)
    let end = min(Int(range.end), bytes.count)
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}

/// The source files that diagnostics point into, by id.
package struct SourceMap: Sendable {
  private var files: [FileID: SourceFile] = [:]

  package init(_ files: [SourceFile] = []) {
    for file in files { add(file) }
  }

  package mutating func add(_ file: SourceFile) { files[file.id] = file }
  package subscript(id: FileID) -> SourceFile? { files[id] }

  /// All files, in the order of their paths.
  package var all: [SourceFile] { files.values.sorted { $0.path < $1.path } }

  package mutating func formUnion(_ other: SourceMap) {
    files.merge(other.files) { mine, _ in mine }
  }
}
