import PlanText

/// Finds lines and columns of ranges; each file's lines are counted once.
final class SourceLocator {
  private let sources: SourceMap
  private var tables: [FileID: LineTable] = [:]

  init(_ sources: SourceMap) { self.sources = sources }

  func file(_ id: FileID) -> SourceFile? { sources[id] }

  /// The path of a file as the user would write it; empty for a file that is not among the sources.
  func path(_ id: FileID) -> String { sources[id]?.path ?? "" }

  func table(_ id: FileID) -> LineTable? {
    if let table = tables[id] { return table }
    guard let file = sources[id] else { return nil }
    let table = LineTable(file)
    tables[id] = table
    return table
  }

  /// Where a range starts and ends; both in the first column of the first line if its file is not among the sources.
  func positions(_ range: SourceRange) -> (start: LineTable.Position, end: LineTable.Position) {
    let table = table(range.file) ?? LineTable(SourceFile(id: range.file, path: "", bytes: []))
    return (table.position(Int(range.start)), table.position(Int(range.end)))
  }
}
