import PlanModel
package import PlanText

/// What linting a set of paths found.
package struct LintResult: Sendable {
  /// In the order of output.
  package var diagnostics: [Diagnostic]
  /// The files that diagnostics point into.
  package var sources: SourceMap
  /// How many files were plans, policies or parts.
  package var fileCount: Int
  /// Files that could not be read.
  package var problems: [FileProblem]
  /// What ignore comments hide, each finding once.
  package var hidden: [Diagnostic]
  /// The files that hold plans and portfolios, each with its own findings, in the order given; kept only for `build`.
  package var plans: [CheckedFile]
}

/// Checks every file at the given paths, and keeps what is found with the texts it points into. `printedLint` keeps less.
///
/// - Parameters:
///   - jobs: how many threads at most.
///   - keepsPlans: whether what was read of plans is kept; with one job, in the order given.
package func lint(
  _ found: [FoundFile], options: CheckOptions, jobs: Int, store: FileStore = FileStore(), keepsPlans: Bool = false
) -> LintResult {
  var all = inTurns(found.count, jobs: jobs) {
    LintWorker(keepsPlans: keepsPlans)
  } work: { worker, range in
    for first in stride(from: range.lowerBound, to: range.upperBound, by: filesPerStep) {
      worker.check(found[first..<min(first + filesPerStep, range.upperBound)], options, store)
    }
  } unite: {
    $0.add($1)
  }
  all.gathered.settle()
  let sources = all.sources
  return LintResult(
    diagnostics: all.gathered.findings.inOrder { sources[$0]?.path ?? "" }, sources: sources,
    fileCount: all.gathered.fileCount, problems: all.gathered.problems,
    hidden: all.gathered.hidden.inOrder { sources[$0]?.path ?? "" }, plans: all.plans)
}

/// What one worker has found.
private struct LintWorker: Sendable {
  let keepsPlans: Bool
  var gathered = Gathered<Diagnostic>()
  var sources = SourceMap()
  var plans: [CheckedFile] = []

  init(keepsPlans: Bool) { self.keepsPlans = keepsPlans }

  mutating func check(_ found: ArraySlice<FoundFile>, _ options: CheckOptions, _ store: FileStore) {
    var given: [FileToCheck] = []
    for file in found {
      switch store.read(file.path) {
      case .failure(let problem): gathered.add(problem)
      case .success(let (source, problems)):
        given.append(FileToCheck(source: source, problems: problems, isNamed: file.isNamed))
      }
    }
    for (file, checked) in zip(given, checkFiles(given, files: store, options: options)) {
      let outcome = Outcome<Diagnostic>(
        path: file.source.path, isOurs: checked.content != .foreign, isPart: checked.content == .part,
        findings: checked.diagnostics, orphan: checked.orphan(isNamed: file.isNamed), hidden: checked.hidden,
        usedComments: Array(checked.usedComments), parts: Array(checked.parts))
      gathered.add(outcome)
      // All other files are let go.
      if !outcome.findings.isEmpty || outcome.orphan != nil { for file in checked.files { sources.add(file) } }
      if keepsPlans, checked.plan != nil || checked.portfolio != nil { plans.append(checked) }
    }
  }

  mutating func add(_ other: LintWorker) {
    gathered.add(other.gathered)
    sources.formUnion(other.sources)
    plans += other.plans
  }
}
