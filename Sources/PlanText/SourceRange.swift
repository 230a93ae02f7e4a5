/// Names one source file of a run.
public struct FileID: Sendable, Hashable, Comparable {
  package let number: UInt32
  package init(_ number: UInt32) { self.number = number }
  public static func < (a: FileID, b: FileID) -> Bool { a.number < b.number }
}

/// A stretch of a source file, in byte offsets into its UTF-8 text; `end` is the first byte after it.
public struct SourceRange: Sendable, Hashable {
  package let file: FileID
  package let start: UInt32
  package let end: UInt32

  package init(file: FileID, start: Int, end: Int) {
    self.file = file
    self.start = UInt32(start)
    self.end = UInt32(max(start, end))
  }

  /// The stretch `from ..< to` bytes into this one, cut at its end.
  package func slice(_ from: Int, _ to: Int) -> SourceRange {
    let length = Int(end - start)
    let first = min(max(0, from), length)
    return SourceRange(file: file, start: Int(start) + first, end: Int(start) + min(max(first, to), length))
  }

  /// Whether two ranges share a place; an empty one stands for the byte it is before.
  package func touches(_ other: SourceRange) -> Bool {
    file == other.file && start < max(other.end, other.start + 1) && other.start < max(end, start + 1)
  }

  /// From the start of this range to the end of another of the same file.
  package func through(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: Int(start), end: Int(max(end, other.end)))
  }
}

/// A value and the place in a file where it was written.
///
/// Public, for only what is public is specialised in other modules.
public struct Located<Value> {
  public var value: Value
  public var range: SourceRange

  @inlinable
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// Another value at the same place.
  @inlinable
  public func map<Other>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(change(value), at: range) }
}

extension Located: Sendable where Value: Sendable {}
