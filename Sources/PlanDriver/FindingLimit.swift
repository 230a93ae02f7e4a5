import PlanSyntax
import PlanText

/// Findings of which each file has no more than so many of one code, and so many in all; one that follows them says how
/// many more there are. Each names no more than so many places.
///
/// One wrong habit in a large file gives thousands of findings of one kind, which nobody reads one by one. The rest shows
/// once these are mended.
func summedUp(_ diagnostics: [Diagnostic], limits: Limits = Limits()) -> [Diagnostic] {
  var diagnostics = diagnostics
  for place in diagnostics.indices where diagnostics[place].labels.count > limits.places {
    diagnostics[place].sumUpPlaces(limit: limits.places)
  }
  if diagnostics.count <= limits.findings { return diagnostics }
  var counts: [Kind: Int] = [:]
  for place in diagnostics.indices { counts[Kind(diagnostics[place]), default: 0] += 1 }
  let mayBeTooMany = diagnostics.count > limits.allFindings
  if !mayBeTooMany, counts.values.allSatisfy({ $0 <= limits.findings }) { return diagnostics }
  var kept: [Diagnostic] = []
  var told: [Kind: Int] = [:]
  var further: [Kind: Further] = [:]
  for place in diagnostics.order(path: { String($0.number) }) {
    let diagnostic = diagnostics[place]
    let kind = Kind(diagnostic)
    let file = Kind(file: kind.file, code: nil)
    if told[kind, default: 0] == limits.findings {
      further[kind, default: Further(first: diagnostic.range)].add(diagnostic.severity)
    } else if told[file, default: 0] == limits.allFindings {
      further[file, default: Further(first: diagnostic.range)].add(diagnostic.severity)
    } else {
      told[kind, default: 0] += 1
      told[file, default: 0] += 1
      kept.append(diagnostic)
    }
  }
  for (kind, rest) in further {
    kept.append(ResourceLimit.further(kind.code, count: rest.count, severity: rest.severity, at: rest.first))
  }
  return kept
}

/// A file's findings of one code; without a code, of any.
private struct Kind: Hashable {
  let file: FileID
  let code: String?
}

extension Kind {
  init(_ diagnostic: Diagnostic) { self.init(file: diagnostic.range.file, code: diagnostic.code) }
}

/// Findings that are not told one by one.
private struct Further {
  let first: SourceRange
  var count = 0
  var severity = Severity.advice

  init(first: SourceRange) { self.first = first }

  mutating func add(_ severity: Severity) {
    count += 1
    self.severity = max(self.severity, severity)
  }
}

extension Diagnostic {
  fileprivate mutating func sumUpPlaces(limit: Int) {
    let more = labels.count - limit
    labels.removeLast(more)
    notes.append(Message(en: "and \(more) more places", hans: "另有 \(more) 处", hant: "另有 \(more) 處"))
  }
}
