import PlanExpressions
package import PlanModel
package import PlanText

/// A rule of the house as `marplan explain house/ID` prints it, from what its policy says.
package struct HouseRuleExplanation: Sendable {
  private let id: String
  private let rule: HouseRule
  private let policy: Policy
  private let path: String
  private let language: Language

  package init(_ id: String, _ rule: HouseRule, policy: Policy, path: String, language: Language) {
    self.id = id
    self.rule = rule
    self.policy = policy
    self.path = path
    self.language = language
  }

  private var severity: Severity { rule.severity?.value.severity ?? .warning }

  /// Heading and body of what there is to say, in order.
  private var sections: [(heading: String, body: String, isYAML: Bool)] {
    var sections: [(String, String, Bool)] = []
    if let note = rule.common.note { sections.append(("Why it matters", note.phrase(in: language), false)) }
    let each = rule.each.map { "each \($0.value.rawValue): " } ?? ""
    sections.append(("Requires", each + (rule.require?.value.text ?? ""), false))
    let owner = policy.owner.map { ", owned by \($0.value)" } ?? ""
    sections.append(("Policy", "\(policy.id?.value ?? "")\(owner), in \(path)", false))
    if let bad = rule.bad { sections.append(("Bad", bad.phrase(in: language), true)) }
    if let good = rule.good { sections.append(("Good", good.phrase(in: language), true)) }
    return sections
  }

  private var summary: String {
    (rule.common.title ?? rule.message).map { oneLine($0.phrase(in: language)) } ?? oneLine(id)
  }

  /// Plain text, for a terminal.
  package var text: String {
    var text = "house/\(visible(id)) (\(severity.word.text(in: language)))\n\(summary)\n"
    for section in sections {
      let margin = section.isYAML ? "    " : "  "
      let lines = Self.lines(section.body).map { margin + visible($0) }
      text += "\n\(section.heading)\n\(lines.joined(separator: "\n"))\n"
    }
    return text
  }

  /// Markdown.
  package var markdown: String {
    let severity = MarkdownText.escaped(severity.word.text(in: language), isStart: false)
    var text = "# house/\(MarkdownText.escaped(id))\n\n\(MarkdownText.escaped(summary)) (\(severity))\n"
    for section in sections {
      let lines = Self.lines(section.body)
      let body =
        section.isYAML
        ? MarkdownText.block(lines, of: "yaml") : lines.map { MarkdownText.escaped($0) }.joined(separator: "\n")
      text += "\n## \(section.heading)\n\n\(body)\n"
    }
    return text
  }

  private static func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map(String.init) }

  /// One JSON object.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("code", "house/\(id)")
      json.member("name", id)
      json.member("severity", severity.rawValue)
      json.member("summary", summary)
      json.member("each", rule.each?.value.rawValue ?? "plan")
      json.member("require", rule.require?.value.text ?? "")
      json.member("note", rule.common.note?.phrase(in: language))
      json.member("bad", rule.bad?.phrase(in: language))
      json.member("good", rule.good?.phrase(in: language))
      json.member("policy", policy.id?.value)
      json.member("path", path)
    }
    return json.finished()
  }
}
