/// How much a finding matters.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case advice
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .advice: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// One step less, advice staying advice: how completeness is reported in a draft.
  package var milder: Severity { self == .error ? .warning : .advice }
}

/// One finding: what is wrong, where, and what to do.
package struct Diagnostic: Sendable, Hashable {
  /// The stable code of the rule or problem, such as `B307`, or `house/ID` for a rule of a policy.
  package var code: String
  package var severity: Severity
  /// The narrowest range that shows the problem.
  package var range: SourceRange
  /// One sentence: what is wrong with the figures.
  package var message: Message
  /// What the primary range is, said beside its underline.
  package var label: Message?
  /// Related places, such as the other half of a contradiction.
  package var labels: [Label] = []
  /// Formulas and inputs behind the message.
  package var notes: [Message] = []
  /// One sentence: what to do, and what would have been allowed.
  package var help: Message?
  package var fix: Fix?
  /// The two figures that contradict each other, where it is about two.
  package var contradiction: Contradiction?

  /// A related place with a few words on its part in the finding.
  package struct Label: Sendable, Hashable {
    package let range: SourceRange
    package let message: Message
    package init(_ range: SourceRange, _ message: Message) {
      self.range = range
      self.message = message
    }
  }

  package init(
    _ problem: any Problem.Type, at range: SourceRange, _ message: Message, label: Message? = nil,
    labels: [Label] = [], notes: [Message] = [], help: Message? = nil, fix: Fix? = nil, severity: Severity? = nil
  ) {
    self.code = problem.code
    self.severity = severity ?? problem.severity
    self.range = range
    self.message = message
    self.label = label
    self.labels = labels
    self.notes = notes
    self.help = help
    self.fix = fix
  }

  /// Where the rule is documented, relative to the repository.
  package var url: String { code.hasPrefix("house/") ? "docs/house-rules.md" : "docs/rules.md#\(code)" }
}

/// An edit that mends a finding.
package struct Fix: Sendable, Hashable {
  package let title: Message
  package let edits: [Edit]
  /// Whether the edit keeps the plan's meaning in every case; an unsafe one is only offered.
  package let isSafe: Bool

  /// Text put in place of a range.
  package struct Edit: Sendable, Hashable {
    package let range: SourceRange
    package let replacement: String
    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  package init(_ title: Message, _ edits: [Edit], isSafe: Bool = true) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}

/// A kind of finding: its code, for ever the same, and its usual severity.
///
/// Each lives in a file of its own, whose doc comment is its documentation; see CONTRIBUTING.md.
package protocol Problem: SendableMetatype {
  static var code: String { get }
  static var severity: Severity { get }
  /// Whether it tells of something unfinished, which a draft may be: reported there one step milder.
  static var isMilderInDraft: Bool { get }
  /// Whether it tells of something that is missing: nothing is said of a plan that syntax errors cost a part.
  static var needsWholePlan: Bool { get }
  /// Whether it finds more, or only, while today is known.
  static var needsToday: Bool { get }
}

extension Problem {
  package static var isMilderInDraft: Bool { false }
  package static var needsWholePlan: Bool { false }
  package static var needsToday: Bool { false }
}
