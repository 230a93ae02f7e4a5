import Foundation
import Testing

/// What `lint` keeps for the next run, as a user meets it.
@Suite struct CacheTests {
  private let base: URL
  private let plans: String
  private var cache: String { base.path + "/cache" }

  init() throws {
    base = FileManager.default.temporaryDirectory.appendingPathComponent("marplan-\(UUID().uuidString)")
    plans = base.path + "/plans"
    try FileManager.default.createDirectory(atPath: plans, withIntermediateDirectories: true)
    try Data().write(to: base.appendingPathComponent("plans/marplan.yaml"))
    for number in 0..<70 { try write(number, share: number % 10 == 0 ? 61 : 60) }
  }

  private func write(_ number: Int, share: Int) throws {
    let text = """
      kind: plan
      schema: 1
      id: p\(number)
      title: Plan
      period: 2025
      currency: CNY
      owner: cmo
      team: {roles: {cmo: Marketing head}}
      budget:
        total: CNY 1m
        lines:
          search: {amount: CNY 600k, share: \(share)%, owner: cmo, for: search}
          films: {amount: CNY 400k, owner: cmo, for: films}

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: plans + "/\(number).yaml"))
  }

  private func lint(_ more: String..., environment: [String: String]? = nil) throws -> String {
    let process = Process()
    process.executableURL = CommandTests.program
    process.arguments = ["lint", plans] + more
    process.environment = environment ?? ["XDG_CACHE_HOME": cache]
    let run = try Run(process)
    #expect(run.error.isEmpty, "\(run.error)")
    return "\(run.status) " + run.out
  }

  private func names(_ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  @Test(arguments: ["text", "json"])
  func runsPrintTheSame(format: String) throws {
    defer { try? FileManager.default.removeItem(at: base) }
    let plain = try lint("--format", format, "--no-cache")
    #expect(plain.hasPrefix("1 "))
    #expect(names(cache).isEmpty, "--no-cache keeps nothing")
    for jobs in ["1", "2", "1"] { #expect(try lint("--format", format, "--jobs", jobs) == plain) }
    #expect(names(cache + "/marplan").count == 1)
    try write(5, share: 62)
    let changed = try lint("--format", format)
    #expect(changed != plain)
    #expect(try lint("--format", format, "--no-cache") == changed)
  }

  @Test func theHomeHoldsItWhereNothingElseIsSaid() throws {
    defer { try? FileManager.default.removeItem(at: base) }
    let plain = try lint("--no-cache")
    #expect(try lint(environment: [:]) == plain)
    #expect(try lint(environment: ["XDG_CACHE_HOME": "relative", "HOME": base.path]) == plain)
    #expect(names(base.path + "/.cache/marplan").count == 1)
    #expect(!FileManager.default.fileExists(atPath: CommandTests.repository.path + "/relative"))
  }

  @Test func fewFilesAreJustChecked() throws {
    defer { try? FileManager.default.removeItem(at: base) }
    for number in 20..<70 { try FileManager.default.removeItem(atPath: plans + "/\(number).yaml") }
    _ = try lint()
    #expect(names(cache).isEmpty)
  }

  /// Past a limit on the size of files the system ends programs that do not look.
  @Test func whereItCannotBeWrittenARunGoesOn() throws {
    defer { try? FileManager.default.removeItem(at: base) }
    let plain = try lint("--no-cache")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "ulimit -f 1; exec \"$0\" lint \"$1\"", CommandTests.program.path, plans]
    shell.environment = ["XDG_CACHE_HOME": cache]
    let out = Pipe()
    shell.standardOutput = out
    try shell.run()
    let output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect("\(shell.terminationStatus) " + output == plain)
    #expect(names(cache + "/marplan").isEmpty, "nothing half-written is left")
  }
}
