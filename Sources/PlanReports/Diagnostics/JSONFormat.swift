package import PlanText

/// One JSON object with all findings, as `schemas/diagnostics.schema.json` describes it.
package struct JSONFormat: DiagnosticFormat {
  package static let name = "json"
  /// The version of the format; it grows when a reader of the old one would be misled.
  package static let version = 1

  package init() {}

  package func pieces(_ findings: Findings) -> [String] {
    let locator = SourceLocator(findings.sources)
    return findings.diagnostics.map { diagnostic in
      var json = JSONWriter(depth: 2)
      json.object { Self.write(diagnostic, findings, locator, &$0) }
      return json.text
    }
  }

  package func write(
    _ pieces: [String], _ counts: FindingCounts, _ language: Language, to write: ([UInt8]) -> Void
  ) {
    var json = JSONWriter()
    json.object { json in
      json.member("version", Self.version)
      json.member("language", language.rawValue)
      json.array("findings", pieces) { $0.written($1) }
      json.object("summary") { json in
        json.member("errors", counts.errors)
        json.member("warnings", counts.warnings)
        json.member("advice", counts.advice)
        json.member("hidden", counts.hidden)
      }
    }
    write(json.bytes)
    write([UInt8(ascii: "\n")])
  }

  /// The members of one finding.
  static func write(
    _ diagnostic: Diagnostic, _ findings: Findings, _ locator: SourceLocator, _ json: inout JSONWriter
  ) {
    let language = findings.language
    json.member("code", diagnostic.code)
    json.member("name", findings.ruleName(diagnostic.code))
    json.member("severity", diagnostic.severity.rawValue)
    json.member("message", diagnostic.message.text(in: language))
    write(diagnostic.range, locator, &json)
    json.member("label", diagnostic.label?.text(in: language))
    json.array("labels", diagnostic.labels) { json, label in
      json.object { json in
        json.member("message", label.message.text(in: language))
        write(label.range, locator, &json)
      }
    }
    json.array("notes", diagnostic.notes) { $0.string($1.text(in: language)) }
    json.member("help", diagnostic.help?.text(in: language))
    if let fix = diagnostic.fix { json.object("fix") { write(fix, language, locator, &$0) } }
    json.member("url", diagnostic.url)
  }

  private static func write(_ fix: Fix, _ language: Language, _ locator: SourceLocator, _ json: inout JSONWriter) {
    json.member("title", fix.title.text(in: language))
    json.member("safe", fix.isSafe)
    json.array("edits", fix.edits) { json, edit in
      json.object { json in
        write(edit.range, locator, &json)
        json.member("replacement", edit.replacement)
      }
    }
  }

  /// A place: the members `path` and `range`.
  private static func write(_ range: SourceRange, _ locator: SourceLocator, _ json: inout JSONWriter) {
    let (start, end) = locator.positions(range)
    json.member("path", locator.path(range.file))
    json.object("range") { json in
      json.object("start") { write(start, &$0) }
      json.object("end") { write(end, &$0) }
    }
  }

  private static func write(_ position: LineTable.Position, _ json: inout JSONWriter) {
    json.member("line", position.line)
    json.member("column", position.column)
    json.member("columnUTF16", position.columnUTF16)
    json.member("offset", position.offset)
  }
}
