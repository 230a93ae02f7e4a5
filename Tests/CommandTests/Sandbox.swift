import Foundation

/// A folder of its own, in which a test has the shell run the program as `$marplan`. It is removed with the last use.
final class Sandbox {
  /// Where the shell starts: a project's root, with nothing in it but `marplan.yaml` and what the test writes.
  let root: URL
  private let outside: URL

  init(_ files: [String: String] = [:]) throws {
    outside = FileManager.default.temporaryDirectory.appendingPathComponent("marplan-\(UUID().uuidString)")
    root = outside.appendingPathComponent("root")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try write("marplan.yaml", "")
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: outside) }

  /// Writes a file and the folders above it; `../` leads to a folder outside the root that is removed as well.
  func write(_ name: String, _ text: String) throws {
    let file = root.appendingPathComponent(name).standardizedFileURL
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Has the shell run a script in the root. Status 124 says that it did not end by itself.
  func sh(_ script: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["--signal=KILL", "120", "/bin/sh", "-c", script]
    process.currentDirectoryURL = root
    process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "marplan": CommandTests.program.path]
    return try Run(process)
  }

  /// The names in a folder of the root, hidden ones too.
  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
  }

  /// A file's text; nil where there is none.
  func text(_ name: String) -> String? {
    try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// A sound plan; what it is given stands at its end.
  static func plan(_ id: String = "case", _ more: String = "") -> String {
    """
    kind: plan
    schema: 1
    id: \(id)
    title: Case
    period: 2025
    currency: CNY
    owner: cmo
    team: {roles: {cmo: Marketing head}}
    budget: {total: CNY 1m, lines: {films: {amount: CNY 1m, owner: cmo, for: films}}}
    \(more)

    """
  }

  static let part = "kind: part\nschema: 1\nassumptions: {a: {value: CNY 1m, source: books, as_of: 2024}}\n"
}
