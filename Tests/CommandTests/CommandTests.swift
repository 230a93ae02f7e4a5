import Foundation
import Testing

/// The program as a user starts it: exit statuses, what goes where, and whole files.
@Suite struct CommandTests {
  /// The program beside the test bundle.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("marplan")
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the program in the repository, in a plain locale unless told otherwise.
  func marplan(
    _ arguments: String..., locale: String = "C.UTF-8", zone: String = "UTC", path: String = "/usr/bin:/bin"
  ) throws -> Run {
    try marplan(arguments, locale: locale, zone: zone, path: path)
  }

  func marplan(
    _ arguments: [String], locale: String = "C.UTF-8", zone: String = "UTC", path: String = "/usr/bin:/bin"
  ) throws -> Run {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = Self.repository
    process.environment = ["LANG": locale, "TZ": zone, "PATH": path]
    return try Run(process)
  }

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func cleanPlansEndWithZero() throws {
    let run = try marplan("lint", "plans/quickstart")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
  }

  @Test func findingsEndWithOne() throws {
    #expect(try marplan("lint", "plans/omnichannel-2025/stated").status == 1)
  }

  @Test(arguments: [
    ["lint", "no-such-folder"], ["lint", "--no-such-option"], ["lint", "--lang", "xx"],
    ["lint", "--as-of", "2025-02-30"],
    ["build", "plans/quickstart"], ["explain", "Z999"], ["no-such-command"], ["lint", "--jobs", "0"],
  ])
  func usageAndEnvironmentEndWithTwo(arguments: [String]) throws {
    let run = try marplan(arguments)
    #expect(run.status == 2)
    #expect(!run.error.isEmpty, "nothing is said about \(arguments)")
  }

  /// Paths alone are read without ArgumentParser: with an option that says what holds anyway, the same must come of them.
  @Test(arguments: [
    [], ["plans/quickstart"], ["plans/omnichannel-2025/stated"], ["plans/quickstart", "plans/policies"],
    ["no-such-folder"], [""], ["help"], ["plans/quickstart", "no-such-folder"],
  ])
  func pathsAloneAreReadAsWithOptions(paths: [String]) throws {
    let (bare, full) = (try marplan(["lint"] + paths), try marplan(["lint", "--fail-on", "warning"] + paths))
    #expect((bare.status, bare.out, bare.error) == (full.status, full.out, full.error))
  }

  @Test func adviceFailsOnlyIfAsked() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = folder.appendingPathComponent("plan.yaml")
    let text =
      "kind: plan\nschema: 1\nid: a\ntitle: A\nperiod: 2025\ncurrency: CNY\nowner: cmo\nteam: {roles: {cmo: M}}\n"
      + "milestones: {m: {date: 2025-03-31, owner: cmo, deliverable: Report}}\n"
    try text.write(to: plan, atomically: true, encoding: .utf8)
    #expect(try marplan("lint", plan.path).status == 0)
    #expect(try marplan("lint", plan.path, "--fail-on", "advice").status == 1)
  }

  @Test func aPlanWithErrorsIsBuiltAllTheSame() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try marplan("build", "plans/omnichannel-2025/stated", "-o", folder.path)
    #expect(run.status == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(
      names == [
        "budget.csv", "plan.json", "report.html", "report.md", "schedule.csv", "schedule.ics", "schedule.mmd",
      ])
  }

  @Test func anOutputThatCannotBeWrittenEndsWithTwo() throws {
    #expect(try marplan("build", "plans/quickstart", "-o", "/dev/null/out").status == 2)
  }

  @Test func buildsDoNotHangOnLocaleOrTimeZone() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var outputs: Set<[String]> = []
    for (place, (locale, zone)) in [
      ("C", "UTC"), ("zh_CN.UTF-8", "Asia/Shanghai"), ("de_DE.UTF-8", "America/New_York"),
    ].enumerated() {
      let target = folder.appendingPathComponent("\(place)")
      let run = try marplan("build", "plans/quickstart", "-o", target.path, "--lang", "en", locale: locale, zone: zone)
      #expect(run.status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
      outputs.insert(try names.map { try String(contentsOf: target.appendingPathComponent($0), encoding: .utf8) })
    }
    #expect(outputs.count == 1)
  }

  @Test func theLocaleChoosesTheLanguage() throws {
    let simplified = try marplan("lint", "plans/omnichannel-2025/stated", locale: "zh_CN.UTF-8").out
    #expect(simplified.contains("按其推导应为"))
    let traditional = try marplan("lint", "plans/omnichannel-2025/stated", locale: "zh_TW.UTF-8").out
    #expect(traditional.contains("按其推導應為"))
    let asked = try marplan("lint", "plans/omnichannel-2025/stated", "--lang", "en", locale: "zh_CN.UTF-8").out
    #expect(asked.contains("but its inputs give"))
  }

  @Test func findingsForProgramsAreJSON() throws {
    let run = try marplan("lint", "plans/omnichannel-2025/stated", "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    let findings = try #require(json?["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["code"] as? String == "B307" })
  }

  @Test func everyCodeIsExplained() throws {
    let run = try marplan("explain", "B307")
    #expect(run.status == 0)
    #expect(run.out.contains("share"))
    #expect(try marplan("explain", "share-contradicts-amount").out == run.out)
    #expect(try marplan("rules").out.contains("B307"))
  }

  @Test(arguments: ["plan", "part", "policy", "portfolio", "diagnostics", "plan.json", "portfolio.json"])
  func schemasAreJSON(kind: String) throws {
    let run = try marplan("schema", kind)
    #expect(run.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) is [String: Any])
  }

  @Test func helpAndVersionEndWithZero() throws {
    #expect(try marplan("--version").out.contains("."))
    #expect(try marplan("--help").status == 0)
  }

  @Test func whyFollowsAFigureToTheLinesOfThePlan() throws {
    let run = try marplan("why", "feasibility.npv", "plans/quickstart")
    #expect(run.status == 0)
    #expect(run.out.hasPrefix("feasibility.npv = USD 76,872.43  [76872.427983539095… USD, plans/quickstart/plan.yaml:"))
    #expect(run.out.contains("budget.total = USD 240,000  [240000 USD, stated, plans/quickstart/plan.yaml:"))
    let chinese = try marplan("why", "feasibility.npv", "plans/quickstart", "--lang", "zh-Hant").out
    #expect(chinese.contains("公式："))
    let json = try marplan("why", "feasibility.npv", "plans/quickstart", "--format", "json").out
    let tree = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(tree?["value"] as? String == "76872.427983539095")
    #expect((tree?["inputs"] as? [[String: Any]])?.count == 4)
  }

  @Test func whyAsksWhatWasMeantByAnUnknownFigure() throws {
    let run = try marplan("why", "feasibility.nvp", "plans/quickstart")
    #expect(run.status == 2)
    #expect(run.out.isEmpty)
    #expect(run.error.contains("did you mean feasibility.npv?"))
    #expect(try marplan("why", "feasibility.npv", "plans").status == 2, "several plans")
    #expect(try marplan("why", "feasibility.npv", "no-such-folder").status == 2)
  }

  @Test(arguments: ["40", "80", "133"])
  func timetablesAreAsWideAsAskedFor(width: String) throws {
    let run = try marplan("schedule", "plans/quickstart", "--width", width, "--as-of", "2026-03-01")
    #expect(run.status == 0)
    #expect(run.out.split(separator: "\n").allSatisfy { $0.count <= Int(width) ?? 0 })
    #expect(run.out.contains("┊ as of 2026-03-01"))
    #expect(try marplan("schedule", "plans/quickstart", "--width", "39").status == 2)
  }

  @Test func timetablesComeInOtherForms() throws {
    #expect(try marplan("schedule", "plans/quickstart", "--format", "mermaid").out.hasPrefix("gantt\n"))
    #expect(try marplan("schedule", "plans/quickstart", "--format", "csv").out.hasPrefix("kind,id,title,"))
    let json = try marplan("schedule", "plans/quickstart", "--format", "json").out
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(((object?["schedule"] as? [String: Any])?["tasks"] as? [[String: Any]])?.count == 2)
    let plain = try marplan("schedule", "plans/quickstart", locale: "C").out
    #expect(plain.utf8.allSatisfy { $0 < 0x80 })
    #expect(try marplan("schedule", "plans/quickstart", "--lang", "zh-Hans").out.contains("里程碑"))
  }

  @Test func withoutAPrinterThereIsNoPDFButEverythingElse() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: folder.appendingPathComponent("report.pdf"))
    let run = try marplan("build", "plans/quickstart", "-o", folder.path, "--pdf", path: folder.path)
    #expect(run.status == 2)
    #expect(run.error.contains("no report.pdf: PATH has none of weasyprint, chromium"))
    #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("report.html").path))
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("report.pdf").path))
  }

  @Test(arguments: [
    (#"printf '%%PDF-1.7\n%%%%EOF\n' > "$3""#, Int32(0)), ("exit 1", 2), (#"printf half > "$3""#, 2),
    (#"printf half > "$3"; exit 1"#, 2),
  ])
  func aPDFIsWholeOrAbsent(script: String, status: Int32) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let printer = folder.appendingPathComponent("weasyprint")
    try Data("#!/bin/sh\n[ \"$1\" = --quiet ] && [ -f \"$2\" ] || exit 9\n\(script)\n".utf8).write(to: printer)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: printer.path)
    let output = folder.appendingPathComponent("out put")
    let run = try marplan("build", "plans/quickstart", "-o", output.path, "--pdf", path: folder.path)
    #expect(run.status == status, "\(run.error)")
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
    #expect(names.contains("report.pdf") == (status == 0))
    #expect(names.contains("report.html"))
    #expect(!names.contains { $0.hasPrefix(".") }, "\(names)")
  }

  // MARK: Rules of the house, comments, parts, portfolios

  /// A folder with files of these names and texts, its own root.
  private func folder(_ files: [String: String]) throws -> String {
    let folder = try temporaryFolder()
    try Data().write(to: folder.appendingPathComponent("marplan.yaml"))
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    return folder.path()
  }

  private static let plan = """
    kind: plan
    schema: 1
    id: case
    title: Case
    period: 2025
    currency: CNY
    owner: cmo
    policy: [house.yaml]
    team: {roles: {cmo: Marketing head}}
    budget:
      total: CNY 1m
      lines:
        search: {amount: CNY 600k, owner: cmo, for: search}
        films: {amount: CNY 400k, owner: cmo, for: films}

    """

  private static let house = """
    kind: policy
    schema: 1
    id: house
    title: House policy
    owner: cfo
    rules:
      no-giant-line:
        each: line
        require: it <= 50% * budget.total
        message: "{it.id} takes {it}"
        good: "budget: {total: CNY 1m, lines: {search: CNY 500k, films: CNY 500k}}"
        bad: "budget: {total: CNY 1m, lines: {search: CNY 600k, films: CNY 400k}}"

    """

  @Test func rulesOfTheHouseAreTriedOnTheirExamples() throws {
    let good = try marplan("test", folder(["house.yaml": Self.house]))
    #expect(good.status == 0)
    #expect(good.out == "1 rule holds on its 2 examples\n")
    let wrong = Self.house.replacingOccurrences(of: "50%", with: "70%")
    let bad = try marplan("test", folder(["house.yaml": wrong]))
    #expect(bad.status == 1)
    #expect(bad.out.contains("error[S028]: the bad example of `no-giant-line` keeps the rule"))
    #expect(try marplan("test", "plans/quickstart").out == "no policy here has rules of its own\n")
    #expect(try marplan("test", "no-such-folder").status == 2)
  }

  @Test func findingsOfHouseRulesHaveTheirOwnCode() throws {
    let folder = try folder(["plan.yaml": Self.plan, "house.yaml": Self.house])
    let run = try marplan("lint", folder, "--format", "json")
    #expect(run.status == 1)
    #expect(run.out.contains("\"code\": \"house/no-giant-line\""))
    #expect(run.out.contains("\"message\": \"search takes CNY 600k\""))
    #expect(run.out.contains("\"hidden\": 0"))
    let told = try marplan("explain", "house/no-giant-line", folder)
    #expect(told.out.contains("each line: it <= 50% * budget.total"))
    #expect(try marplan("explain", "house/no-such-rule", folder).status == 2)
  }

  @Test func hiddenFindingsAreCounted() throws {
    let comment = "    # marplan: ignore house/no-giant-line because search is all we do\n    search:"
    let plan = Self.plan.replacingOccurrences(of: "    search:", with: comment)
    let run = try marplan("lint", folder(["plan.yaml": plan, "house.yaml": Self.house]))
    #expect(run.status == 0)
    #expect(run.out == "no problems found; 1 hidden by comments\n")
  }

  @Test func aPartThatNothingIncludesIsToldOfAFolder() throws {
    let part = "kind: part\nschema: 1\nassumptions: {a: {value: CNY 1m, source: books, as_of: 2024}}\n"
    let alone = try folder(["plan.yaml": Self.plan, "house.yaml": Self.house, "part.yaml": part])
    #expect(try marplan("lint", alone).out.contains("warning[S019]: no plan includes this part"))
    let plan = Self.plan.replacingOccurrences(of: "policy:", with: "include: [part.yaml]\npolicy:")
    let included = try folder(["plan.yaml": plan, "house.yaml": Self.house, "part.yaml": part])
    #expect(!(try marplan("lint", included).out.contains("S019")))
  }

  @Test func aCommentInAPartOfTwoPlansIsUsedIfOneOfThemUsesIt() throws {
    let lines = """
      kind: part
      schema: 1
      budget:
        lines:
          # marplan: ignore B307 because the board signed it
          search: {amount: CNY 600k, share: 60%, owner: cmo, for: search}

      """
    let head = Self.plan.split(separator: "\n").prefix { $0 != "budget:" }.filter { !$0.hasPrefix("policy") }
      .joined(separator: "\n")
    func plan(_ total: String) -> String { head + "\ninclude: [part.yaml]\nbudget: {total: \(total)}\n" }
    let both = try folder(["a.yaml": plan("CNY 1m"), "b.yaml": plan("CNY 2m"), "part.yaml": lines])
    #expect(!(try marplan("lint", both).out.contains("S012")))
    let one = try folder(["a.yaml": plan("CNY 1m"), "part.yaml": lines])
    #expect(try marplan("lint", one).out.contains("S012"))
  }

  @Test func aPortfolioIsBuiltBesideItsPlans() throws {
    let portfolio = """
      kind: portfolio
      schema: 1
      id: group
      title: Group
      period: 2025
      currency: CNY
      owner: cmo
      total: CNY 900k
      plans: {one: plan.yaml}

      """
    let folder = try folder(["portfolio.yaml": portfolio, "plan.yaml": Self.plan, "house.yaml": Self.house])
    let out = try temporaryFolder().path()
    let run = try marplan("build", folder, "--output", out)
    #expect(run.status == 1)
    #expect(run.out.contains("error[B316]: the plans together come to CNY 1m, CNY 100,000 over"))
    let report = try String(contentsOfFile: out + "/group/report.md", encoding: .utf8)
    #expect(report.contains("# Group"))
    #expect(FileManager.default.fileExists(atPath: out + "/group/portfolio.json"))
    #expect(FileManager.default.fileExists(atPath: out + "/case/plan.json"))
  }
}
