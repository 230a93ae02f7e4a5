import Foundation
import Testing

/// Outputs are whole or absent and stay in their folder; what could not be written shows in the exit status.
@Suite struct WholeFilesTests {
  private static let outputs = [
    "budget.csv", "plan.json", "report.html", "report.md", "schedule.csv", "schedule.ics", "schedule.mmd",
  ]

  @Test func whatStandsInTheWayIsReplacedNotWrittenThrough() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "../precious": "mine", "out/other.txt": "kept"])
    _ = try sandbox.sh("ln -s ../../precious out/report.md; mkfifo out/plan.json; ln -s /dev/full out/budget.csv")
    let run = try sandbox.sh("$marplan build plan.yaml -o out")
    #expect(run.status == 0, "\(run.error)")
    #expect(sandbox.text("../precious") == "mine")
    #expect(sandbox.text("out/other.txt") == "kept")
    #expect(sandbox.text("out/plan.json")?.hasPrefix("{") == true)
    #expect(try sandbox.sh("test -f out/report.md -a ! -L out/report.md -a ! -L out/budget.csv").status == 0)
    #expect(try sandbox.names("out") == (Self.outputs + ["other.txt"]).sorted())
  }

  @Test func aFolderInAFilesPlaceKeepsAllFilesAsTheyWere() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "out/schedule.mmd/x": "", "out/report.md": "old"])
    let run = try sandbox.sh("$marplan build plan.yaml -o out")
    #expect(run.status == 2 && run.error.contains("out/schedule.mmd: is a folder"), "\(run.error)")
    #expect(sandbox.text("out/report.md") == "old")
    #expect(try sandbox.names("out") == ["report.md", "schedule.mmd"])
  }

  @Test(arguments: ["plan.yaml", "pipe", "/dev/full", "plan.yaml/out", "dangling/x", "loop"])
  func anOutputThatIsNoFolderEndsWithTwo(output: String) throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan()])
    let run = try sandbox.sh(
      "mkfifo pipe; ln -s missing dangling; ln -s loop loop; $marplan build plan.yaml -o \(output)")
    #expect(run.status == 2 && run.error.contains("nothing is written"), "\(run.error)")
  }

  @Test func theFolderTheUserNamesMayBeALink() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "real/x": ""])
    #expect(try sandbox.sh("ln -s real out; $marplan build plan.yaml -o out").status == 0)
    #expect(try sandbox.names("real") == (Self.outputs + ["x"]).sorted())
  }

  @Test func aPlansOwnFolderMustNotBeALink() throws {
    let sandbox = try Sandbox(["p/a.yaml": Sandbox.plan("a"), "p/b.yaml": Sandbox.plan("b"), "../other/x": ""])
    let run = try sandbox.sh("mkdir out; ln -s ../../other out/b; $marplan build p -o out")
    #expect(run.status == 2 && run.error.contains("out/b: not a folder, or a link to one"), "\(run.error)")
    #expect(try sandbox.names("../other") == ["x"])
    #expect(try sandbox.names("out/a") == [])
  }

  @Test(arguments: [
    ("../../x", "x"), ("/etc/x", "etc-x"), (".hidden", "hidden"), ("..", "plan"), ("CON", "plan-CON"),
    ("con.x", "plan-con.x"), ("end.", "end"), ("\"a\\nb\"", "a-b"), ("\"a\\u202Eb\"", "a-b"),
    (String(repeating: "n", count: 300), String(repeating: "n", count: 60)),
    (String(repeating: "预", count: 300), String(repeating: "预", count: 60)),
  ])
  func anIdBecomesASafeName(id: String, name: String) throws {
    let sandbox = try Sandbox(["p/a.yaml": Sandbox.plan(id), "p/b.yaml": Sandbox.plan("other")])
    _ = try sandbox.sh("$marplan build p -o out")
    #expect(try sandbox.names("out") == [name, "other"].sorted())
    #expect(try sandbox.names("") == ["marplan.yaml", "out", "p"])
  }

  @Test func whatAKilledBuildLeftIsSweptAway() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "../precious": "mine"])
    _ = try sandbox.sh("mkdir -p out/.marplan-7.tmp/profile; echo half > out/.marplan-7.tmp/report.md")
    _ = try sandbox.sh("ln -s ../../../../precious out/.marplan-7.tmp/profile/link; ln -s .. out/.marplan-8.tmp")
    #expect(try sandbox.sh("$marplan build plan.yaml -o out").status == 0)
    #expect(sandbox.text("../precious") == "mine")
    #expect(try sandbox.names("out").filter { $0.hasPrefix(".") } == [".marplan-8.tmp"])
  }

  @Test func aSecondBuildWaitsForTheFirst() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "out/x": ""])
    // A printer that goes on until it is told to end, so that the first build is still at work when the second begins.
    try sandbox.write("bin/weasyprint", "#!/bin/sh\n: > ready\nwhile [ ! -e go ]; do sleep 0.05; done\nexit 1\n")
    let run = try sandbox.sh(
      """
      chmod +x bin/weasyprint
      PATH="$PWD/bin:$PATH" $marplan build plan.yaml -o out --pdf > printed 2> first &
      while [ ! -e ready ]; do sleep 0.05; done
      $marplan build plan.yaml -o out > printed 2> second &
      while ! grep -q waiting second; do sleep 0.05; done
      : > go
      wait %1; one=$?; wait %2; echo $one $?
      """)
    #expect(run.out == "2 0\n", "\(run)")
    #expect(sandbox.text("second")?.hasPrefix("marplan: another build is writing into out; waiting") == true)
    #expect(try sandbox.names("out") == (Self.outputs + ["x"]).sorted())
  }

  @Test(arguments: [
    "$marplan lint bad.yaml", "$marplan build plan.yaml -o out", "$marplan rules", "rm -rf n; $marplan new n",
  ])
  func whatCannotBePrintedEndsWithTwo(command: String) throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "bad.yaml": Sandbox.plan("case", "x: 1")])
    for output in ["> /dev/full", ">&-"] {
      let run = try sandbox.sh("\(command) \(output)")
      #expect(run.status == 2, "\(output): \(run)")
      #expect(run.error.contains("marplan: standard output: "), "\(output): \(run.error)")
    }
    let piped = try sandbox.sh("mkfifo pipe; (exec 3< pipe) & (\(command)) > pipe; echo $? > status")
    #expect(piped.error.isEmpty || piped.error.contains("standard output: Broken pipe"), "\(piped.error)")
    #expect(["0\n", "1\n", "2\n"].contains(sandbox.text("status")))
  }

  @Test func aReaderThatGoesAwayIsToldOf() throws {
    let plans = (0..<400).map { "m\($0): {date: 2025-01-01, nonsense: 1}" }.joined(separator: ", ")
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan("case", "milestones: {\(plans)}")])
    let run = try sandbox.sh("($marplan lint plan.yaml; echo $? > status) | head -n 1")
    #expect(sandbox.text("status") == "2\n")
    #expect(run.error == "marplan: standard output: Broken pipe\n")
  }

  @Test func aLimitOnFileSizesLeavesNothingHalfWritten() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "out/report.md": "old"])
    let run = try sandbox.sh("ulimit -f 4; $marplan build plan.yaml -o out")
    #expect(run.status == 2 && run.error.contains("File too large; nothing half-written is left"), "\(run.error)")
    #expect(sandbox.text("out/report.md") == "old")
    #expect(try sandbox.names("out") == ["report.md"])
  }

  @Test func standardStreamsThatAreClosedGetNoneOfTheFiles() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan("case", "x: 1")])
    #expect(try sandbox.sh("$marplan build plan.yaml -o out <&- >&- 2>&-").status == 2)
    #expect(try sandbox.names("") == ["marplan.yaml", "plan.yaml"])
  }

  @Test func newPlansNeverReplaceFiles() throws {
    let sandbox = try Sandbox(["a/plan.yaml": "mine", "b/plan.schema.json": "mine"])
    let run = try sandbox.sh("$marplan new a")
    #expect(run.status == 2 && run.error.contains("a/plan.yaml: is there already"), "\(run.error)")
    #expect(sandbox.text("a/plan.yaml") == "mine")
    #expect(try sandbox.sh("$marplan new b").status == 0)
    #expect(sandbox.text("b/plan.schema.json") == "mine")
    #expect(try sandbox.sh("mkdir c; ln -s ../../elsewhere c/plan.yaml; $marplan new c").status == 2)
    #expect(!FileManager.default.fileExists(atPath: sandbox.root.appendingPathComponent("../elsewhere").path))
    #expect(try sandbox.names("c") == ["plan.schema.json", "plan.yaml"])
  }

  @Test(arguments: ["null", "true", "2026", "~", "-", "春季 上市", "a: b", "a\\b", "--", "'x'", "#1"])
  func newPlansLintCleanWhateverTheirFoldersName(name: String) throws {
    let sandbox = try Sandbox(["name": name])
    let run = try sandbox.sh("$marplan new -- \"$(cat name)\" && $marplan lint \"./$(cat name)\"")
    #expect(run.status == 0, "\(run)")
  }

  @Test func aPrinterIsGivenNoWayToANetwork() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan()])
    try sandbox.write("bin/weasyprint", "#!/bin/sh\nenv > env\nprintf '%%PDF-1.7\\n%%%%EOF\\n' > \"$3\"\n")
    let run = try sandbox.sh(
      "chmod +x bin/weasyprint; no_proxy='*' PATH=\"$PWD/bin:$PATH\" $marplan build plan.yaml -o out --pdf")
    #expect(run.status == 0, "\(run.error)")
    let environment = try #require(sandbox.text("env")).split(separator: "\n")
    #expect(
      environment.contains("https_proxy=http://127.0.0.1:9") && environment.contains("http_proxy=http://127.0.0.1:9"))
    #expect(!environment.contains { $0.hasPrefix("no_proxy=") })
    #expect(try sandbox.names("out") == (Self.outputs + ["report.pdf"]).sorted())
  }
}
