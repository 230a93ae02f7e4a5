import Foundation
import PlanDriver
import PlanModel
import PlanReports
import PlanRules
import PlanSyntax
import PlanText

/// Files in memory: what a plan under test may name.
struct MemoryFiles: FileAccess {
  let files: [String: [UInt8]]

  func file(at path: String, namedBy file: SourceFile) -> FileAnswer {
    let folder = file.path.split(separator: "/").dropLast()
    var parts = folder.map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." {
        guard !parts.isEmpty else { return .outsideRoot }
        parts.removeLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    let name = parts.joined(separator: "/")
    guard !path.hasPrefix("/") else { return .outsideRoot }
    guard let bytes = files[name] else { return .missing }
    let (source, problems) = decodeSource(bytes, id: id(of: name), path: name)
    return .found(source, problems)
  }

  /// Ids by the order of names, so that a file has the same one however it is reached.
  func id(of name: String) -> FileID { FileID(UInt32(files.keys.sorted().firstIndex(of: name) ?? 0)) }
}

/// What checking a set of files in memory found.
struct Checked {
  let diagnostics: [Diagnostic]
  let sources: SourceMap
  var codes: [String] { diagnostics.map(\.code) }

  /// The findings as a user sees them.
  func text(_ language: Language) -> String {
    TextFormat().render(Findings(diagnostics, sources: sources, language: language))
  }
}

/// Checks files by name, as `lint` would: the first is the plan; others are what it names. The one way in.
func check(_ files: [(name: String, bytes: [UInt8])]) -> Checked {
  let memory = MemoryFiles(files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  var diagnostics: [Diagnostic] = []
  var sources = SourceMap()
  var parts: Set<String> = []
  var orphans: [SourceFile] = []
  for file in files {
    let (source, problems) = decodeSource(file.bytes, id: memory.id(of: file.name), path: file.name)
    let checked = checkFile(source, problems: problems, files: memory, options: CheckOptions(), isNamed: true)
    for file in checked.files { sources.add(file) }
    parts.formUnion(checked.parts)
    if checked.content == .policy { diagnostics += exampleFindings(source, memory) }
    if checked.content == .part {
      orphans.append(source)
      continue
    }
    diagnostics += checked.diagnostics
  }
  for file in orphans where !parts.contains(file.path) {
    diagnostics.append(UnreachableInclude.orphan(at: file.wholeRange.slice(0, 1)))
  }
  let all = sources
  return Checked(diagnostics: diagnostics.inOrder { all[$0]?.path ?? "" }, sources: sources)
}

/// What `marplan test` finds in a policy.
private func exampleFindings(_ source: SourceFile, _ files: MemoryFiles) -> [Diagnostic] {
  Document.all(in: parseYAML(source).tree).filter { $0.kind == .policy }
    .flatMap { testHouseRules($0, files: files).diagnostics }
}

/// The codes that a choice of rules finds in a case.
func codesFound(in block: Block, by rules: [any Rule]) -> [String] {
  let files = block.bytes()
  let memory = MemoryFiles(files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  guard let first = files.first else { return [] }
  let (source, _) = decodeSource(first.bytes, id: memory.id(of: first.name), path: first.name)
  let checked = checkFile(source, files: memory, options: CheckOptions(), isNamed: true)
  return checked.plan.map { checkRules($0, rules: rules).map(\.code) } ?? []
}

/// The head a case need not repeat: each line stands unless the case has its key itself.
private let frame: [(key: String, line: String)] = [
  ("kind", "kind: plan"), ("schema", "schema: 1"), ("id", "id: case"), ("title", "title: Case"),
  ("period", "period: 2025"),
  ("currency", "currency: CNY"), ("owner", "owner: cmo"), ("team", "team: {roles: {cmo: Marketing head}}"),
]

/// One block of a case file: what it shows, whether it is bad, and its files.
struct Block: CustomStringConvertible, Sendable {
  let code: String
  let title: String
  let isBad: Bool
  /// The first is the plan.
  let files: [(name: String, text: String)]

  var description: String { "\(code) \(isBad ? "bad" : "ok"): \(title)" }

  init(code: String, title: String, isBad: Bool, text: String) {
    self.code = code
    self.title = title
    self.isBad = isBad
    var files: [(name: String, text: String)] = []
    var name = "plan.yaml"
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# file: ") {
        files.append((name, Block.framed(lines, isPlan: files.isEmpty)))
        name = String(line.dropFirst("# file: ".count))
        lines = []
      } else {
        lines.append(line)
      }
    }
    files.append((name, Block.framed(lines, isPlan: files.isEmpty)))
    self.files = files
  }

  /// A plan's text with the lines of the frame it does not have; `# raw` leaves the text alone.
  private static func framed(_ lines: [Substring], isPlan: Bool) -> String {
    let text = lines.joined(separator: "\n")
    if !isPlan { return text }
    if let first = lines.first(where: { !$0.isEmpty }), first == "# raw" {
      return text.replacingOccurrences(of: "# raw\n", with: "")
    }
    let head = lines.prefix { $0 != "---" }
    let missing = frame.filter { row in !head.contains { $0.hasPrefix(row.key + ":") } }
    return missing.map(\.line).joined(separator: "\n") + "\n" + text
  }

  /// Whether `\xNN` stands for a byte: only what is said of encodings needs it.
  var hasBytes: Bool { ["S014", "S029"].contains(code) }

  /// The files' bytes.
  func bytes(_ change: (String) -> String = { $0 }) -> [(name: String, bytes: [UInt8])] {
    files.map { ($0.name, hasBytes ? unescaped(change($0.text)) : Array(change($0.text).utf8)) }
  }
}

/// UTF-8 with every `\xNN` as the byte it names.
private func unescaped(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = Substring(text)
  while let backslash = rest.range(of: "\\x") {
    bytes += Array(rest[..<backslash.lowerBound].utf8)
    let digits = rest[backslash.upperBound...].prefix(2)
    bytes.append(UInt8(digits, radix: 16) ?? 0)
    rest = rest[backslash.upperBound...].dropFirst(2)
  }
  return bytes + Array(rest.utf8)
}

/// Where the repository is.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The blocks of a rule's case file and, first, its documentation's own examples.
func blocks(of documentation: RuleDocumentation) -> [Block] {
  var blocks = [
    Block(code: documentation.code, title: "documentation", isBad: true, text: documentation.bad),
    Block(code: documentation.code, title: "documentation", isBad: false, text: documentation.mended),
  ]
  let file = repository.appendingPathComponent("Tests/PlanRulesTests/Cases/\(documentation.code).yaml")
  guard let text = try? String(contentsOf: file, encoding: .utf8) else { return blocks }
  var heading: (title: String, isBad: Bool)?
  var lines: [Substring] = []
  func finish() {
    guard let heading else { return }
    blocks.append(
      Block(code: documentation.code, title: heading.title, isBad: heading.isBad, text: lines.joined(separator: "\n")))
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("# bad:") || line.hasPrefix("# ok:") {
      finish()
      heading = (line.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces), line.hasPrefix("# bad:"))
      lines = []
    } else {
      lines.append(line)
    }
  }
  finish()
  return blocks
}
