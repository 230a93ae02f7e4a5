import PlanText

/// A source text to point findings at.
struct Sample {
  let file: SourceFile

  init(_ text: String, path: String = "plan.yaml", id: UInt32 = 0) {
    file = SourceFile(id: FileID(id), path: path, bytes: Array(text.utf8))
  }

  /// The range of the first (or a later) occurrence of a text; of no occurrence the empty range at the end.
  func range(_ text: String, occurrence: Int = 1) -> SourceRange {
    let wanted = Array(text.utf8)
    let starts = file.bytes.indices.filter { file.bytes[$0...].starts(with: wanted) }
    guard occurrence <= starts.count else { return bytes(file.bytes.count, file.bytes.count) }
    return bytes(starts[occurrence - 1], starts[occurrence - 1] + wanted.count)
  }

  func bytes(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file.id, start: start, end: end) }
}

enum ShareOff: Problem {
  static let code = "B307"
  static let severity = Severity.error
}

enum MoneyIdle: Problem {
  static let code = "B320"
  static let severity = Severity.advice
}

extension Message {
  /// The same words in every language.
  init(_ text: String) { self.init(verbatim: text) }
}
