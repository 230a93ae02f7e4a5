import PlanSyntax
import PlanText

/// Findings of which each file has no more than so many of one code, and so many in all; one that follows them says how
/// many more there are. Each names no more than so many places.
///
/// One wrong habit in a large file gives thousands of findings of one kind, which nobody reads one by one. The rest shows
/// once these are mended.
func summedUp(_ findings: [Finding], limits: Limits = Limits()) -> [Diagnostic] {
  func told(_ finding: Finding) -> Diagnostic {
    var diagnostic = finding.diagnostic
    if diagnostic.labels.count > limits.places { diagnostic.sumUpPlaces(limit: limits.places) }
    return diagnostic
  }
  if findings.count <= limits.findings { return findings.map(told) }
  var counts: [Kind: Int] = [:]
  for finding in findings { counts[Kind(finding), default: 0] += 1 }
  let mayBeTooMany = findings.count > limits.allFindings
  if !mayBeTooMany, counts.values.allSatisfy({ $0 <= limits.findings }) { return findings.map(told) }
  var kept: [Diagnostic] = []
  var keptCounts: [Kind: Int] = [:]
  var further: [Kind: Further] = [:]
  for place in findings.order(path: { String($0.number) }) {
    let finding = findings[place]
    let kind = Kind(finding)
    let file = Kind(file: kind.file, code: nil)
    if keptCounts[kind, default: 0] == limits.findings {
      further[kind, default: Further(first: finding.range)].add(finding.severity)
    } else if keptCounts[file, default: 0] == limits.allFindings {
      further[file, default: Further(first: finding.range)].add(finding.severity)
    } else {
      keptCounts[kind, default: 0] += 1
      keptCounts[file, default: 0] += 1
      kept.append(told(finding))
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
  init(_ finding: Finding) { self.init(file: finding.range.file, code: finding.code) }
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
