import PlanSyntax
import PlanText

/// Findings of which each file has no more than so many of one code; one that follows them says how many more there are.
///
/// One wrong habit in a large file gives thousands of findings of one kind, which nobody reads one by one. The rest shows
/// once these are mended.
func summedUp(_ diagnostics: [Diagnostic], limit: Int = Limits().findings) -> [Diagnostic] {
  if diagnostics.count <= limit { return diagnostics }
  struct Kind: Hashable {
    let file: FileID
    let code: String
  }
  var counts: [Kind: Int] = [:]
  for diagnostic in diagnostics { counts[Kind(file: diagnostic.range.file, code: diagnostic.code), default: 0] += 1 }
  if counts.values.allSatisfy({ $0 <= limit }) { return diagnostics }
  var kept: [Diagnostic] = []
  var further: [Kind: (first: Diagnostic, count: Int, severity: Severity)] = [:]
  counts = [:]
  for diagnostic in diagnostics.inOrder(path: { String($0.number) }) {
    let kind = Kind(file: diagnostic.range.file, code: diagnostic.code)
    counts[kind, default: 0] += 1
    if counts[kind, default: 0] <= limit {
      kept.append(diagnostic)
    } else if let known = further[kind] {
      further[kind] = (known.first, known.count + 1, max(known.severity, diagnostic.severity))
    } else {
      further[kind] = (diagnostic, 1, diagnostic.severity)
    }
  }
  for (kind, rest) in further {
    kept.append(ResourceLimit.further(kind.code, count: rest.count, severity: rest.severity, at: rest.first.range))
  }
  return kept
}
