import PlanText

/// Finds lines and columns of ranges; the lines of files asked about one after the other are counted once.
package final class SourceLocator {
  private let sources: SourceMap
  private var tables: [FileID: LineTable] = [:]
  /// How many files' lines are kept: findings come file by file, each with few others it points into.
  private static let most = 16

  init(_ sources: SourceMap) { self.sources = sources }

  func file(_ id: FileID) -> SourceFile? { sources[id] }

  /// The path of a file as the user would write it; empty for a file that is not among the sources.
  func path(_ id: FileID) -> String { sources[id]?.path ?? "" }

  func table(_ id: FileID) -> LineTable? {
    if let table = tables[id] { return table }
    guard let file = sources[id] else { return nil }
    let table = LineTable(file)
    if tables.count >= Self.most { tables.removeAll(keepingCapacity: true) }
    tables[id] = table
    return table
  }

  /// Where a range starts and ends; both in the first column of the first line if its file is not among the sources.
  func positions(_ range: SourceRange) -> (start: LineTable.Position, end: LineTable.Position) {
    let table = table(range.file) ?? LineTable(SourceFile(id: range.file, path: "", bytes: []))
    return (table.position(Int(range.start)), table.position(Int(range.end)))
  }
}
