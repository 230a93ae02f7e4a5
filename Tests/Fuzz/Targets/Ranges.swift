import PlanText

/// Whether places lie in a file, on the borders of characters.
struct RangeCheck {
  /// The files that may be pointed into, by id.
  let sources: SourceMap

  /// What is wrong with the places of findings; nil where nothing is.
  func problem(_ diagnostics: [Diagnostic]) -> String? {
    for diagnostic in diagnostics {
      let edits = diagnostic.fix?.edits.map(\.range) ?? []
      for range in [diagnostic.range] + diagnostic.labels.map(\.range) + edits {
        if let problem = problem(range) { return "\(diagnostic.code) points \(problem)" }
      }
    }
    return nil
  }

  /// What is wrong with a range.
  func problem(_ range: SourceRange) -> String? {
    guard let file = sources[range.file] else { return "into a file that is not there" }
    guard range.start <= range.end else { return "from \(range.start) back to \(range.end)" }
    guard Int(range.end) <= file.bytes.count else { return "past the end, to \(range.end) of \(file.bytes.count)" }
    for place in [Int(range.start), Int(range.end)]
    where place < file.bytes.count && file.bytes[place] & 0xC0 == 0x80 {
      return "into a character, at \(place)"
    }
    return nil
  }
}
