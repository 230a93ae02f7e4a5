package import PlanText

/// What a rule or problem says of itself, taken from the doc comment of its file.
package struct RuleDocumentation: Sendable {
  /// The stable code, such as `B307`.
  package let code: String
  /// The name in kebab case, such as `share-contradicts-amount`.
  package let name: String
  package let family: RuleFamily
  /// The severity a finding has unless the plan is a draft or a policy says otherwise.
  package let severity: Severity
  /// What it catches, in one sentence without a full stop.
  package let summary: Message
  /// Markdown, in English.
  package let whyItMatters: String
  /// Markdown, in English.
  package let howToMend: String
  /// The policy it reads, as Markdown in English; nil for a rule that reads none.
  package let policy: String?
  /// YAML that raises the code, to which a plan's head may have to be added.
  package let bad: String
  /// The same YAML, mended.
  package let mended: String
  /// The rule's file, relative to the repository.
  package let path: String

  package init(
    code: String, name: String, family: RuleFamily, severity: Severity, summary: Message, whyItMatters: String,
    howToMend: String, policy: String?, bad: String, mended: String, path: String
  ) {
    self.code = code
    self.name = name
    self.family = family
    self.severity = severity
    self.summary = summary
    self.whyItMatters = whyItMatters
    self.howToMend = howToMend
    self.policy = policy
    self.bad = bad
    self.mended = mended
    self.path = path
  }

  /// Where it is documented, relative to the repository.
  package var url: String { "docs/rules.md#\(code)" }
}
