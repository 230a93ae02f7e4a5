package import PlanReports
import PlanText

/// What linting a set of paths found, printed.
package struct PrintedLint: Sendable {
  /// Each finding as it stands in the output.
  fileprivate let pieces: [String]
  fileprivate let printer: FindingPrinter
  package let counts: FindingCounts
  /// How many files were plans, policies or parts.
  package let fileCount: Int
  /// How many files the cache knew, which were not checked again.
  package let knownCount: Int
  /// Files that could not be read.
  package let problems: [FileProblem]

  /// Hands over the whole output, as UTF-8, part by part: it may be as large as all else together.
  package func write(to write: ([UInt8]) -> Void) {
    printer.format.write(pieces, counts, printer.language, to: write)
  }
}

/// Checks every file at the given paths, and prints what is found at once: no text outlives the check of its file.
///
/// - Parameters:
///   - jobs: how many threads at most.
///   - cache: what earlier runs have found.
///   - endsProcess: whether the process ends after this.
///   - progress: told how many files more are done, from any thread.
package func printedLint(
  _ found: [FoundFile], options: CheckOptions, jobs: Int, printer: FindingPrinter, cache: LintCache? = nil,
  endsProcess: Bool = false, progress: (@Sendable (Int) -> Void)? = nil
) -> PrintedLint {
  var all = inTurns(found.count, jobs: jobs) {
    PrintingWorker(options: options, printer: printer, known: cache.map { KnownFiles($0) })
  } work: { worker, range in
    let unknown = found[range].filter { !worker.knows($0) }
    for first in stride(from: 0, to: unknown.count, by: filesPerStep) {
      let step = unknown[first..<min(first + filesPerStep, unknown.count)]
      worker.check(step, isLast: endsProcess && step.count == found.count)
    }
    progress?(range.count)
  } unite: {
    $0.add($1)
  }
  if let known = all.known.take() { cache?.save(known) }
  all.gathered.settle()
  let findings = all.gathered.findings.inOrder()
  var counts = FindingCounts(hidden: Set(all.gathered.hidden).count)
  for finding in findings { counts.add(finding.severity) }
  return PrintedLint(
    pieces: findings.map(\.text), printer: printer, counts: counts, fileCount: all.gathered.fileCount,
    knownCount: all.knownCount,
    problems: all.gathered.problems)
}

/// What one worker has found and printed.
private struct PrintingWorker: Sendable {
  let options: CheckOptions
  let printer: FindingPrinter
  var known: KnownFiles?
  var knownCount = 0
  var gathered = Gathered<PrintedFinding>()

  /// Takes over what is known of a file; false if it has to be checked.
  mutating func knows(_ file: FoundFile) -> Bool {
    guard let outcome = known?.outcome(of: file) else { return false }
    gathered.add(outcome)
    knownCount += 1
    return true
  }

  /// - Parameter isLast: whether the process ends after this.
  mutating func check(_ found: ArraySlice<FoundFile>, isLast: Bool) {
    let store = FileStore(notingContents: known != nil)
    var given: [FileToCheck] = []
    var asked: [(content: FileContent?, recorder: LookupRecorder?)] = []
    for file in found {
      switch store.open(file.path) {
      case .failure(let problem): gathered.add(problem)
      case .success(let read):
        let recorder = known == nil ? nil : LookupRecorder(store)
        given.append(
          FileToCheck(source: read.source, problems: read.problems, isNamed: file.isNamed, files: recorder))
        asked.append((read.content, recorder))
      }
    }
    for (place, checked) in checkFiles(given, files: store, options: options, endsProcess: isLast).enumerated() {
      let sources = SourceMap(checked.files)
      let file = given[place]
      let outcome = Outcome<PrintedFinding>(
        path: file.source.path, isOurs: checked.content != .foreign, isPart: checked.content == .part,
        findings: printer.print(checked.diagnostics, sources),
        orphan: checked.orphan(isNamed: file.isNamed).flatMap { printer.print([$0], sources).first },
        hidden: checked.hidden.map { $0.identity(sources) },
        usedComments: checked.usedComments.map { PrintedFinding.Place($0, sources) }, parts: Array(checked.parts))
      if let recorder = asked[place].recorder {
        known?.note(outcome, isNamed: file.isNamed, asked[place].content, recorder.all)
      }
      gathered.add(outcome)
    }
  }

  mutating func add(_ other: PrintingWorker) {
    gathered.add(other.gathered)
    knownCount += other.knownCount
    if let known = other.known { self.known?.add(known) }
  }
}
