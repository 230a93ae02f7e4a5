import Foundation
import PlanReports
import PlanText
import Testing

@Suite struct JSONFormatTests {
  static func schema() throws -> JSONValue {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "schemas/diagnostics.schema.json")
    return try JSONValue(parsing: String(contentsOf: file, encoding: .utf8))
  }

  /// A finding with everything a finding may have, and one with nothing of it.
  static let findings: Findings = {
    let plan = Sample("title: 💰\r\nshare: 45%\r\n")
    let policy = Sample("cap: 40%\n", path: "policies/house.yaml", id: 1)
    let full = Diagnostic(
      ShareOff.self, at: plan.range("45%"),
      Message(en: "45% is over", hans: "45% 超出", hant: "45% 超出"), label: Message("the share"),
      labels: [Diagnostic.Label(policy.range("40%"), Message("the cap"))], notes: [Message("45% > 40%")],
      help: Message("lower it"),
      fix: Fix(Message("write 40%"), [Fix.Edit(plan.range("45%"), "40%")], isSafe: false))
    let bare = Diagnostic(MoneyIdle.self, at: plan.range("💰"), Message("idle"))
    return Findings([full, bare], sources: SourceMap([plan.file, policy.file])) { code in
      code == "B307" ? "share-off" : nil
    }
  }()

  @Test func writesEverything() {
    #expect(
      JSONFormat().render(Self.findings).hasPrefix(
        """
        {
          "version": 1,
          "language": "en",
          "findings": [
            {
              "code": "B307",
              "name": "share-off",
              "severity": "error",
              "message": "45% is over",
              "path": "plan.yaml",
              "range": {
                "start": {
                  "line": 2,
                  "column": 8,
                  "columnUTF16": 8,
                  "offset": 20
                },
                "end": {
                  "line": 2,
                  "column": 11,
                  "columnUTF16": 11,
                  "offset": 23
                }
              },
              "label": "the share",
              "labels": [
                {
                  "message": "the cap",
                  "path": "policies/house.yaml",

        """))
  }

  @Test func countsColumnsBothWays() throws {
    let json = try JSONValue(parsing: JSONFormat().render(Self.findings))
    let end = json["findings"]?.items[1]["range"]?["end"]
    #expect(end?["column"] == .integer(9))
    #expect(end?["columnUTF16"] == .integer(10))
    #expect(end?["offset"] == .integer(11))
    #expect(
      json["summary"]
        == .object(["errors": .integer(1), "warnings": .integer(0), "advice": .integer(1), "hidden": .integer(0)]))
  }

  @Test(arguments: Language.allCases) func keepsToTheSchema(language: Language) throws {
    let schema = try Self.schema()
    var findings = Self.findings
    findings.language = language
    for diagnostics in [findings.diagnostics, []] {
      findings.diagnostics = diagnostics
      let json = try JSONValue(parsing: JSONFormat().render(findings))
      #expect(json.violations(of: schema, in: schema) == [])
    }
  }

  /// The schema says nothing that the output never has.
  @Test func usesAllOfTheSchema() throws {
    let schema = try Self.schema()
    let finding = try JSONValue(parsing: JSONFormat().render(Self.findings))["findings"]?.items[0]
    let described = try #require(schema["$defs"]?["finding"]?["properties"])
    #expect(finding.map { Set($0.members.keys) } == Set(described.members.keys))
  }

  @Test func findsFormatsByName() {
    #expect(DiagnosticFormats.names == ["text", "json"])
    #expect(DiagnosticFormats.named("json") is JSONFormat)
    #expect(DiagnosticFormats.named("yaml") == nil)
  }
}
