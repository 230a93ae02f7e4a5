import PlanModel

/// The schema of what `marplan lint --format json` prints; `plan.json` holds findings of the same form.
enum DiagnosticsSchema {
  static let document: SchemaValue = head.adding(["$defs": .object(definitions)])

  private static let head: SchemaValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Findings of marplan",
    "description": "What `marplan lint --format json` prints: every finding with its place, and how many there are.",
    "type": "object",
    "additionalProperties": false,
    "required": ["version", "language", "findings", "summary"],
    "properties": [
      "version": [
        "title": "Version",
        "description": "The version of this format; it grows when a reader of the old one would be misled.",
        "const": 1,
      ],
      "language": [
        "title": "Language",
        "description": "The language of the messages.",
        "enum": ["en", "zh-Hans", "zh-Hant"],
      ],
      "findings": [
        "title": "Findings",
        "description": "All findings, by path, place and code.",
        "type": "array",
        "items": ["$ref": "#/$defs/finding"],
      ],
      "summary": [
        "title": "Summary",
        "description": "How many findings there are of each severity.",
        "type": "object",
        "additionalProperties": false,
        "required": ["errors", "warnings", "advice", "hidden"],
        "properties": [
          "errors": ["title": "Errors", "description": "Findings that are errors.", "$ref": "#/$defs/count"],
          "warnings": [
            "title": "Warnings",
            "description": "Findings that are warnings.",
            "$ref": "#/$defs/count",
          ],
          "advice": ["title": "Advice", "description": "Findings that are advice.", "$ref": "#/$defs/count"],
          "hidden": [
            "title": "Hidden",
            "description": "Findings that comments in the files hide; they are not listed.",
            "$ref": "#/$defs/count",
          ],
        ],
      ],
    ],
  ]

  /// The definitions that findings need.
  static let definitions: [SchemaValue.Member] = [
    SchemaValue.Member("finding", finding),
    SchemaValue.Member("label", label),
    SchemaValue.Member("fix", fix),
    SchemaValue.Member("edit", edit),
    SchemaValue.Member("path", path),
    SchemaValue.Member("range", range),
    SchemaValue.Member("position", position),
    SchemaValue.Member("count", count),
  ]

  private static let finding: SchemaValue = [
    "title": "Finding",
    "description": "One thing that is wrong, where, and what to do.",
    "type": "object",
    "additionalProperties": false,
    "required": ["code", "severity", "message", "path", "range", "labels", "notes", "url"],
    "properties": [
      "code": [
        "title": "Code",
        "description": "The stable code of the rule; `marplan explain` tells about it.",
        "type": "string",
        "pattern": "^([A-Z][0-9]{3}|house/.+)$",
      ],
      "name": [
        "title": "Name",
        "description": "The rule's name.",
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
      ],
      "severity": [
        "title": "Severity",
        "description": "How much the finding matters.",
        "enum": ["error", "warning", "advice"],
      ],
      "message": ["title": "Message", "description": "One sentence: what is wrong.", "type": "string"],
      "path": ["$ref": "#/$defs/path"],
      "range": ["$ref": "#/$defs/range"],
      "label": [
        "title": "Label",
        "description": "What stands at the range, in a few words.",
        "type": "string",
      ],
      "labels": [
        "title": "Labels",
        "description": "Related places, such as the other half of a contradiction.",
        "type": "array",
        "items": ["$ref": "#/$defs/label"],
      ],
      "notes": [
        "title": "Notes",
        "description": "Formulas and inputs behind the message.",
        "type": "array",
        "items": ["type": "string"],
      ],
      "help": ["title": "Help", "description": "One sentence: what to do.", "type": "string"],
      "fix": ["$ref": "#/$defs/fix"],
      "url": [
        "title": "URL",
        "description": "Where the rule is documented, relative to marplan's repository.",
        "type": "string",
      ],
    ],
  ]

  private static let label: SchemaValue = [
    "title": "Label",
    "description": "A related place and its part in the finding.",
    "type": "object",
    "additionalProperties": false,
    "required": ["message", "path", "range"],
    "properties": [
      "message": ["title": "Message", "description": "What the place is to the finding.", "type": "string"],
      "path": ["$ref": "#/$defs/path"],
      "range": ["$ref": "#/$defs/range"],
    ],
  ]

  private static let fix: SchemaValue = [
    "title": "Fix",
    "description": "Edits that together mend the finding.",
    "type": "object",
    "additionalProperties": false,
    "required": ["title", "safe", "edits"],
    "properties": [
      "title": ["title": "Title", "description": "What the edits do.", "type": "string"],
      "safe": [
        "title": "Safe",
        "description": "Whether the plan's meaning is kept in every case; if not, a person should look first.",
        "type": "boolean",
      ],
      "edits": [
        "title": "Edits",
        "description": "Texts to put in the place of ranges; the ranges do not overlap.",
        "type": "array",
        "items": ["$ref": "#/$defs/edit"],
      ],
    ],
  ]

  private static let edit: SchemaValue = [
    "title": "Edit",
    "description": "A text to put in the place of a range.",
    "type": "object",
    "additionalProperties": false,
    "required": ["path", "range", "replacement"],
    "properties": [
      "path": ["$ref": "#/$defs/path"],
      "range": ["$ref": "#/$defs/range"],
      "replacement": ["title": "Replacement", "description": "The text to put there.", "type": "string"],
    ],
  ]

  private static let path: SchemaValue = [
    "title": "Path",
    "description": "The file, relative to the folder that marplan was started in unless it was given otherwise.",
    "type": "string",
  ]

  private static let range: SchemaValue = [
    "title": "Range",
    "description": "A stretch of the file; the end is the first place after it.",
    "type": "object",
    "additionalProperties": false,
    "required": ["start", "end"],
    "properties": ["start": ["$ref": "#/$defs/position"], "end": ["$ref": "#/$defs/position"]],
  ]

  private static let position: SchemaValue = [
    "title": "Position",
    "description": "A place in a file; lines end at LF, CRLF or a lone CR.",
    "type": "object",
    "additionalProperties": false,
    "required": ["line", "column", "columnUTF16", "offset"],
    "properties": [
      "line": ["title": "Line", "description": "The line, from 1.", "type": "integer", "minimum": 1],
      "column": [
        "title": "Column",
        "description": "The column in Unicode code points, from 1.",
        "type": "integer",
        "minimum": 1,
      ],
      "columnUTF16": [
        "title": "Column in UTF-16",
        "description": "The column in UTF-16 code units, from 1.",
        "type": "integer",
        "minimum": 1,
      ],
      "offset": [
        "title": "Offset",
        "description": "Bytes from the start of the file's UTF-8 text, a byte order mark not counted, from 0.",
        "type": "integer",
        "minimum": 0,
      ],
    ],
  ]

  private static let count: SchemaValue = ["type": "integer", "minimum": 0]
}
