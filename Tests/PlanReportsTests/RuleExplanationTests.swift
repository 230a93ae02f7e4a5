import PlanReports
import PlanRules
import PlanText
import Testing

@Suite struct RuleExplanationTests {
  static let share = RuleDocumentation(
    code: "B307", name: "share-contradicts-amount", family: .budget, severity: .error,
    summary: Message(en: "A share differs | from its amount", hans: "占比与金额不符", hant: "占比與金額不符"),
    whyItMatters: "Two figures disagree.\n\nOne is wrong.", howToMend: "Keep one.", policy: nil,
    bad: "share: 45%\nof: total\n", mended: "share: 40%\n",
    path: "Sources/PlanRules/Rules/Budget/ShareContradictsAmount.swift")

  static let key = RuleDocumentation(
    code: "S002", name: "duplicate-key", family: .structure, severity: .warning,
    summary: Message(en: "A key stands twice", hans: "键重复", hant: "鍵重複"), whyItMatters: "Readers disagree.",
    howToMend: "Keep one.", policy: "`limits`", bad: "a: 1\na: 2\n", mended: "a: 1\n",
    path: "Sources/PlanSyntax/Problems/DuplicateKey.swift")

  @Test func explainsInText() {
    #expect(
      RuleExplanation(Self.share, language: .simplified).text == """
        B307 share-contradicts-amount (错误)
        占比与金额不符

        Why it matters
          Two figures disagree.

          One is wrong.

        How to mend
          Keep one.

        Bad
            share: 45%
            of: total

        Mended
            share: 40%

        """)
  }

  @Test func explainsInMarkdown() {
    #expect(
      RuleExplanation(Self.key, language: .english).markdown() == """
        # S002 duplicate-key

        A key stands twice (warning)

        ## Why it matters

        Readers disagree.

        ## How to mend

        Keep one.

        ## Policy

        `limits`

        ## Bad

        ```yaml
        a: 1
        a: 2
        ```

        ## Mended

        ```yaml
        a: 1
        ```

        """)
  }

  @Test func explainsInJSON() throws {
    let json = try JSONValue(parsing: RuleExplanation(Self.share, language: .english).json)
    #expect(json["code"]?.text == "B307")
    #expect(json["family"]?.text == "B")
    #expect(json["summary"]?["zh-Hant"]?.text == "占比與金額不符")
    #expect(json["bad"]?.text == "share: 45%\nof: total\n")
    #expect(json["policy"] == nil)
    #expect(json["url"]?.text == "docs/rules.md#B307")
  }

  @Test func listsInColumns() {
    let list = RuleList([Self.share, Self.key], language: .simplified)
    #expect(
      list.text == """
        B307  错误  share-contradicts-amount  占比与金额不符
        S002  警告  duplicate-key             键重复

        """)
    let english = RuleList([Self.share, Self.key], language: .english)
    #expect(english.text.hasPrefix("B307  error    share-contradicts-amount  A share"))
  }

  @Test func listsInMarkdownByFamily() throws {
    let list = RuleList([Self.share, Self.key], language: .english)
    #expect(
      list.markdown == """
        ## Syntax and structure

        | Code | Name | Catches | Severity |
        |---|---|---|---|
        | [S002](#S002) | duplicate-key | A key stands twice | warning |

        ## Budget

        | Code | Name | Catches | Severity |
        |---|---|---|---|
        | [B307](#B307) | share-contradicts-amount | A share differs \\| from its amount | error |

        """)
    #expect(list.reference.hasPrefix("# Rules\n\n## Syntax and structure\n"))
    #expect(list.reference.contains("\n<a id=\"B307\"></a>\n\n## B307 share-contradicts-amount\n\nA share differs"))
    #expect(try JSONValue(parsing: list.json).items.count == 2)
  }

  /// Whatever the build registered is complete, in order, and found by code and by name.
  @Test func everyRegisteredRuleIsDocumented() {
    let all = Registry.documentation
    #expect(all.map(\.code) == all.map(\.code).sorted())
    #expect(Registry.rules.map { type(of: $0).code } == Registry.rules.map { type(of: $0).code }.sorted())
    for rule in all {
      #expect(Registry.documentation(of: rule.code.lowercased())?.name == rule.name)
      #expect(Registry.documentation(of: rule.name)?.code == rule.code)
      #expect(rule.code.hasPrefix(rule.family.letter))
    }
    for rule in Registry.rules {
      #expect(Registry.documentation(of: type(of: rule).code)?.severity == type(of: rule).severity)
    }
    #expect(Registry.documentation(of: "Z999") == nil)
  }
}
