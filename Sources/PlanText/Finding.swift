/// A finding before anybody is told of it. Of thousands of one kind a file is told the first ones: only those have to be
/// put into words.
///
/// One object, since findings are sorted and handed on many times.
package final class Finding {
  /// The stable code of the rule or problem, as its diagnostic has it.
  package let code: String
  package let severity: Severity
  /// The narrowest range that shows the problem.
  package let range: SourceRange
  private var words: Words

  private indirect enum Words {
    case due(() -> Diagnostic)
    case found(Diagnostic)
  }

  /// A finding that is in words already.
  package init(_ diagnostic: Diagnostic) {
    (code, severity, range) = (diagnostic.code, diagnostic.severity, diagnostic.range)
    words = .found(diagnostic)
  }

  /// A finding that `words` puts into words once they are asked for: of the same code, at the same place.
  package init(_ code: String, at range: SourceRange, severity: Severity, words: @escaping () -> Diagnostic) {
    (self.code, self.severity, self.range) = (code, severity, range)
    self.words = .due(words)
  }

  /// The finding in words.
  package var diagnostic: Diagnostic {
    switch words {
    case .found(let diagnostic): return diagnostic
    case .due(let words):
      var diagnostic = words()
      diagnostic.severity = severity
      self.words = .found(diagnostic)
      return diagnostic
    }
  }

  /// Whether both stand at one place and say the same in English.
  fileprivate func resembles(_ other: Finding) -> Bool {
    range == other.range && code == other.code && english == other.english
  }

  fileprivate var english: String { diagnostic.message.text(in: .english) }
}

extension [Finding] {
  /// The places of the findings in the fixed order of output, each finding's once: by file, place, code and message.
  ///
  /// - Parameter path: gives a file's path, which orders files.
  package func order(path: (FileID) -> String) -> [Int] {
    let paths = map { path($0.range.file) }
    let order = indices.sorted { a, b in
      if paths[a] != paths[b] { return paths[a] < paths[b] }
      let (left, right) = (self[a].range, self[b].range)
      if left != right { return (left.start, left.end) < (right.start, right.end) }
      if self[a].code != self[b].code { return self[a].code < self[b].code }
      return self[a].english < self[b].english
    }
    var ordered: [Int] = []
    ordered.reserveCapacity(count)
    // Where the findings begin that say the same as the last one at its range: the same finding can only stand among these.
    var start = 0
    for place in order {
      if let last = ordered.last, !self[last].resembles(self[place]) { start = ordered.count }
      if !ordered[start...].contains(where: { self[$0].diagnostic == self[place].diagnostic }) { ordered.append(place) }
    }
    return ordered
  }
}

extension [Diagnostic] {
  /// In the fixed order of output, each finding once.
  ///
  /// - Parameter path: gives a file's path, which orders files.
  package func inOrder(path: (FileID) -> String) -> [Diagnostic] {
    map { Finding($0) }.order(path: path).map { self[$0] }
  }
}
