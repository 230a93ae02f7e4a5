package import PlanRules
package import PlanText

/// A rule's documentation as `marplan explain CODE` prints it: the summary in the reader's language, the rest in English.
package struct RuleExplanation: Sendable {
  private let rule: RuleDocumentation
  private let language: Language

  package init(_ rule: RuleDocumentation, language: Language) {
    self.rule = rule
    self.language = language
  }

  /// Plain text, for a terminal.
  package var text: String {
    var text = "\(rule.code) \(rule.name) (\(rule.severity.word.text(in: language)))\n"
    text += rule.summary.text(in: language) + "\n"
    for (heading, body) in rule.prose { text += "\n\(heading)\n\(indented(body, by: 2))" }
    for (heading, body) in rule.examples { text += "\n\(heading)\n\(indented(body, by: 4))" }
    return text
  }

  /// Markdown, under a heading of the given level (1 to 5).
  package func markdown(level: Int = 1) -> String {
    let heading = String(repeating: "#", count: level)
    let title = "\(heading) \(rule.code) \(rule.name)\n\n"
    var text = title + "\(rule.summary.text(in: language)) (\(rule.severity.word.text(in: language)))\n"
    for (name, body) in rule.prose { text += "\n\(heading)# \(name)\n\n\(body)\n" }
    for (name, body) in rule.examples { text += "\n\(heading)# \(name)\n\n```yaml\n\(body)```\n" }
    return text
  }

  /// One JSON object; the summary is in all languages.
  package var json: String {
    var json = JSONWriter()
    json.object { rule.writeMembers(to: &$0) }
    return json.finished()
  }

  private func indented(_ text: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.last == "" ? lines.dropLast() : lines[...]
    return body.map { ($0.isEmpty ? "" : margin) + $0 + "\n" }.joined()
  }
}

extension RuleDocumentation {
  /// The sections of running text with their headings.
  fileprivate var prose: [(heading: String, text: String)] {
    [("Why it matters", whyItMatters), ("How to mend", howToMend)] + (policy.map { [("Policy", $0)] } ?? [])
  }

  fileprivate var examples: [(heading: String, text: String)] { [("Bad", bad), ("Mended", mended)] }

  func writeMembers(to json: inout JSONWriter) {
    json.member("code", code)
    json.member("name", name)
    json.member("family", family.letter)
    json.member("severity", severity.rawValue)
    json.object("summary") { json in
      for language in Language.allCases { json.member(language.rawValue, summary.text(in: language)) }
    }
    json.member("whyItMatters", whyItMatters)
    json.member("howToMend", howToMend)
    json.member("policy", policy)
    json.member("bad", bad)
    json.member("mended", mended)
    json.member("url", url)
    json.member("path", path)
  }
}
