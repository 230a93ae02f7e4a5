import Dispatch
import PlanModel
import PlanRules
package import PlanText
import Synchronization

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

/// Checks every file at the given paths.
///
/// - Parameters:
///   - jobs: how many threads at most.
///   - keepsPlans: whether what was read of plans is kept; with one job, in the order given.
package func lint(
  _ found: [FoundFile], options: CheckOptions, jobs: Int, store: FileStore = FileStore(), keepsPlans: Bool = false
) -> LintResult {
  let workers = max(1, min(jobs, found.count / filesPerTurn))
  let next = Atomic<Int>(0)
  let shared = Mutex(Gathered(keepsPlans: keepsPlans))
  let work: @Sendable () -> Void = {
    var own = Gathered(keepsPlans: keepsPlans)
    while true {
      let start = next.add(filesPerTurn, ordering: .relaxed).oldValue
      if start >= found.count { break }
      let end = min(start + filesPerTurn, found.count)
      for first in stride(from: start, to: end, by: filesPerStep) {
        own.check(found[first..<min(first + filesPerStep, end)], options, store)
      }
    }
    shared.withLock { $0.add(own) }
  }
  if workers == 1 {
    work()
  } else {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
  }
  return shared.withLock { $0.result() }
}

/// How many files a worker takes at a time: few enough to share evenly, enough not to fight over the counter.
private let filesPerTurn = 16
/// How many files are checked together, step by step: enough to fetch the code of each step seldom, few enough for
/// what is read of them to stay at hand.
private let filesPerStep = 8

/// What one worker has found.
private struct Gathered: Sendable {
  let keepsPlans: Bool
  var plans: [CheckedFile] = []
  var diagnostics: [Diagnostic] = []
  var hidden: [Diagnostic] = []
  var usedComments: Set<SourceRange> = []
  var sources = SourceMap()
  var included: Set<String> = []
  /// Parts met on their own, with what is wrong with them.
  var parts: [(path: String, isNamed: Bool, checked: CheckedFile)] = []
  var fileCount = 0
  var problems: [FileProblem] = []

  mutating func check(_ found: ArraySlice<FoundFile>, _ options: CheckOptions, _ store: FileStore) {
    var given: [FileToCheck] = []
    for file in found {
      switch store.read(file.path) {
      case .failure(let problem): problems.append(problem)
      case .success(let (source, problems)):
        given.append(FileToCheck(source: source, problems: problems, isNamed: file.isNamed))
      }
    }
    for (file, checked) in zip(given, checkFiles(given, files: store, options: options)) {
      included.formUnion(checked.parts)
      switch checked.content {
      case .part:
        fileCount += 1
        parts.append((file.source.path, file.isNamed, checked))
        continue
      case .plan, .policy, .portfolio, .theme: fileCount += 1
      case .foreign: break
      }
      if keepsPlans, checked.plan != nil || checked.portfolio != nil { plans.append(checked) }
      keep(checked)
    }
  }

  init(keepsPlans: Bool) { self.keepsPlans = keepsPlans }

  /// Keeps findings and the files they point into; all other files are let go.
  private mutating func keep(_ checked: CheckedFile) {
    hidden += checked.hidden
    usedComments.formUnion(checked.usedComments)
    guard !checked.diagnostics.isEmpty else { return }
    diagnostics += checked.diagnostics
    for file in checked.files { sources.add(file) }
  }

  mutating func add(_ other: Gathered) {
    diagnostics += other.diagnostics
    hidden += other.hidden
    usedComments.formUnion(other.usedComments)
    sources.formUnion(other.sources)
    included.formUnion(other.included)
    parts += other.parts
    fileCount += other.fileCount
    problems += other.problems
    plans += other.plans
  }

  /// A part that no plan includes is told with its own problems; an included one was checked with its plan.
  mutating func result() -> LintResult {
    for part in parts where !included.contains(part.path) {
      var checked = part.checked
      if !part.isNamed, let file = checked.files.first {
        checked.diagnostics.append(UnreachableInclude.orphan(at: file.firstCharacter(of: file.wholeRange)))
      }
      keep(checked)
    }
    if !usedComments.isEmpty {
      diagnostics.removeAll { $0.code == UnusedSuppression.code && usedComments.contains($0.range) }
    }
    let sources = sources
    return LintResult(
      diagnostics: diagnostics.inOrder { sources[$0]?.path ?? "" }, sources: sources, fileCount: fileCount,
      problems: problems.sorted { $0.path < $1.path }, hidden: hidden.inOrder { sources[$0]?.path ?? "" },
      plans: plans)
  }
}
