import Foundation
import PlanReports
import PlanText

@testable import PlanDriver

/// A folder of plans and a cache folder beside it, both gone with this value.
final class PlanFolder: Sendable {
  let path: String
  let cachePath: String
  private let base: URL

  init(_ files: [String: String] = [:]) throws {
    base = FileManager.default.temporaryDirectory.appendingPathComponent("marplan-\(UUID().uuidString)")
    path = base.path + "/project/plans"
    cachePath = base.path + "/cache/marplan"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: base) }

  /// Writes a file in place, by its name from the folder.
  func write(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name).standardized
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  /// The cache files there are.
  var cacheFiles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cachePath)) ?? []).sorted().map { cachePath + "/" + $0 }
  }

  /// How a run is made.
  struct Run {
    var options = CheckOptions()
    var format: any DiagnosticFormat = TextFormat()
    var program: [UInt8] = [1]
    /// How much later than now it is to be, in seconds: after enough, what is written now is settled.
    var later: Int64 = 60
    var jobs = 1
    var paths: [String]?
  }

  /// Lints the folder.
  func lint(_ run: Run = Run(), isCached: Bool = true) throws -> PrintedLint {
    let printer = FindingPrinter(run.format, language: .english)
    let paths = run.paths ?? [path]
    let cache = isCached ? CacheFolder(cachePath) : nil
    return printedLint(
      try discover(paths).get(), options: run.options, jobs: run.jobs, printer: printer,
      cache: cache.map {
        LintCache(
          $0, paths: paths, options: run.options, printer: printer, program: run.program,
          start: nanosecondsNow() + run.later * 1_000_000_000)
      })
  }

  /// What is printed without a cache, if runs with one print the same: now, and once more with all that is known then.
  /// Gives how many files each of the two did not check.
  func agree(_ run: Run = Run()) throws -> (output: String, known: Int, knownThen: Int)? {
    let plain = try lint(run, isCached: false)
    let (first, second) = (try lint(run), try lint(run))
    for other in [first, second] {
      guard other.text == plain.text, other.counts == plain.counts, other.fileCount == plain.fileCount,
        other.problems.map(\.path) == plain.problems.map(\.path)
      else { return nil }
    }
    return (plain.text, first.knownCount, second.knownCount)
  }
}

extension PrintedLint {
  /// The whole output.
  var text: String {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Plans and what they name.
enum Text {
  static func plan(
    _ id: String = "case", policy: String? = "house.yaml", include: String? = nil, search: String = "600k"
  ) -> String {
    """
    kind: plan
    schema: 1
    id: \(id)
    title: Case
    period: 2025
    currency: CNY
    owner: cmo
    \(policy.map { "policy: [\($0)]" } ?? "")
    \(include.map { "include: [\($0)]" } ?? "")
    team: {roles: {cmo: Marketing head}}
    budget:
      total: CNY 1m
      lines:
        search: {amount: CNY \(search), owner: cmo, for: search}
        films: {amount: CNY 400k, owner: cmo, for: films}

    """
  }

  static func house(most: String = "50%") -> String {
    """
    kind: policy
    schema: 1
    id: house
    title: House policy
    owner: cfo
    rules:
      no-giant-line:
        each: line
        require: it <= \(most) * budget.total
        message: "{it.id} takes {it}"
        good: "budget: {total: CNY 1m, lines: {search: CNY 300k, films: CNY 300k, fairs: CNY 400k}}"
        bad: "budget: {total: CNY 1m, lines: {search: CNY 900k, films: CNY 100k}}"

    """
  }

  static let part = "kind: part\nschema: 1\nassumptions: {a: {value: CNY 1m, source: books, as_of: 2024}}\n"
}
