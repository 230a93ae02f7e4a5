package import PlanRules
package import PlanText

/// All rules at a glance, as `marplan rules` prints them, and the whole rule reference.
package struct RuleList: Sendable {
  private let rules: [RuleDocumentation]
  private let language: Language

  /// - Parameter rules: in the order of listing; `Registry.documentation` for all there are.
  package init(_ rules: [RuleDocumentation], language: Language) {
    self.rules = rules
    self.language = language
  }

  /// A line a rule, in aligned columns: code, severity, name, summary.
  package var text: String {
    let rows = rules.map { rule in
      [rule.code, rule.severity.word.text(in: language), rule.name, rule.summary.text(in: language)]
    }
    let widths = (0..<3).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0) + 2) }.joined() + row[3] + "\n"
    }.joined()
  }

  /// A Markdown table for each family, linking to the sections of `reference`.
  package var markdown: String {
    families.map { family, rules in
      "## \(family.title.text(in: language))\n\n" + table(of: rules)
    }.joined(separator: "\n")
  }

  /// One JSON array with everything the rules say.
  package var json: String {
    var json = JSONWriter()
    json.array { json in
      for rule in rules { json.object { rule.writeMembers(to: &$0) } }
    }
    return json.finished()
  }

  /// The rule reference as a page of the book: the tables, then every rule under an anchor named for its code.
  package var reference: String {
    var text = "# Rules\n\n\(markdown)"
    for (_, rules) in families {
      for rule in rules {
        text += "\n<a id=\"\(rule.code)\"></a>\n\n"
        text += RuleExplanation(rule, language: language).markdown(level: 2)
      }
    }
    return text
  }

  private var families: [(family: RuleFamily, rules: [RuleDocumentation])] {
    RuleFamily.allCases.compactMap { family in
      let members = rules.filter { $0.family == family }
      return members.isEmpty ? nil : (family, members)
    }
  }

  private func table(of rules: [RuleDocumentation]) -> String {
    let rows = rules.map { rule in
      let summary = rule.summary.text(in: language).replacing("|", with: "\\|")
      return
        "| [\(rule.code)](#\(rule.code)) | \(rule.name) | \(summary) | \(rule.severity.word.text(in: language)) |\n"
    }
    return "| Code | Name | Catches | Severity |\n|---|---|---|---|\n" + rows.joined()
  }
}
