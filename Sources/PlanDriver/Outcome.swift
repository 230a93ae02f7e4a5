import PlanModel
import PlanRules
import PlanText

/// A finding as a run gathers it: whole, or printed already.
protocol GatheredFinding: Sendable {
  /// A place in a file.
  associatedtype Place: Hashable & Sendable
  /// What makes a finding the same as another.
  associatedtype Identity: Sendable
  var code: String { get }
  var place: Place { get }
}

extension Diagnostic: GatheredFinding {
  typealias Identity = Diagnostic
  var place: SourceRange { range }
}

/// What one file brings to a run.
struct Outcome<Finding: GatheredFinding>: Sendable {
  let path: String
  /// Whether it is one of ours: a plan, policy, part, portfolio or theme.
  var isOurs = true
  /// Whether it is a part, whose findings are told with the plans that include it.
  var isPart = false
  var findings: [Finding] = []
  /// What is found besides where it is a part that no plan includes.
  var orphan: Finding?
  /// What ignore comments hide.
  var hidden: [Finding.Identity] = []
  /// The places of codes in ignore comments that hid something.
  var usedComments: [Finding.Place] = []
  /// The parts it includes, by path.
  var parts: [String] = []
}

/// What files bring to a run together.
struct Gathered<Finding: GatheredFinding>: Sendable {
  private(set) var findings: [Finding] = []
  private(set) var hidden: [Finding.Identity] = []
  private(set) var fileCount = 0
  private(set) var problems: [FileProblem] = []
  private var usedComments: Set<Finding.Place> = []
  private var included: Set<String> = []
  /// Parts met on their own.
  private var parts: [Outcome<Finding>] = []

  mutating func add(_ outcome: Outcome<Finding>) {
    if outcome.isOurs { fileCount += 1 }
    included.formUnion(outcome.parts)
    if outcome.isPart { parts.append(outcome) } else { keep(outcome) }
  }

  mutating func add(_ problem: FileProblem) { problems.append(problem) }

  mutating func add(_ other: Gathered) {
    findings += other.findings
    hidden += other.hidden
    fileCount += other.fileCount
    problems += other.problems
    usedComments.formUnion(other.usedComments)
    included.formUnion(other.included)
    parts += other.parts
  }

  /// Settles what only all files together tell: a part that no plan includes is told with its own problems, while an
  /// included one was checked with its plan; and a comment is unused only if no plan uses it.
  mutating func settle() {
    for part in parts where !included.contains(part.path) {
      keep(part)
      if let orphan = part.orphan { findings.append(orphan) }
    }
    parts = []
    if !usedComments.isEmpty {
      findings.removeAll { $0.code == UnusedSuppression.code && usedComments.contains($0.place) }
    }
    problems.sort { $0.path < $1.path }
  }

  private mutating func keep(_ outcome: Outcome<Finding>) {
    findings += outcome.findings
    hidden += outcome.hidden
    usedComments.formUnion(outcome.usedComments)
  }
}

extension CheckedFile {
  /// What is found besides where this is a part that no plan includes; nothing of a file that the user named.
  func orphan(isNamed: Bool) -> Diagnostic? {
    guard content == .part, !isNamed, let file = files.first else { return nil }
    return UnreachableInclude.orphan(at: file.firstCharacter(of: file.wholeRange))
  }
}
