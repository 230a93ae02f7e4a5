import Foundation
import Testing

/// What a plan names is read inside its root only, and nothing that is no file is waited for.
@Suite struct ConfinementTests {
  private static let secret = "kind: part\nschema: 1\nassumptions: {secret-word: 7}\n"

  /// What each place a plan names files at may hold; the file itself lies outside the root.
  @Test(
    arguments: [
      "include: [../secret.yaml]", "include: [a/../../secret.yaml]", "include: [link.yaml]",
      "include: [folder/secret.yaml]",
      "include: [\"$OUTSIDE/secret.yaml\"]", "policy: [../secret.yaml]", "policy: [link.yaml]",
      "include: [/etc/passwd]", "include: [/dev/zero]", "include: [/proc/self/environ]", "include: [link-to-link.yaml]",
    ])
  func nothingOutsideTheRootIsRead(field: String) throws {
    let sandbox = try Sandbox(["../secret.yaml": Self.secret, "a/part.yaml": Sandbox.part])
    let outside = sandbox.root.deletingLastPathComponent().path
    try sandbox.write("plan.yaml", Sandbox.plan("case", field.replacingOccurrences(of: "$OUTSIDE", with: outside)))
    _ = try sandbox.sh("ln -s ../secret.yaml link.yaml; ln -s .. folder; ln -s link.yaml link-to-link.yaml")
    let run = try sandbox.sh("$marplan lint plan.yaml")
    #expect(run.status == 1)
    #expect(run.out.contains("error[S019]") && run.out.contains("lies outside the project"), "\(run.out)")
    #expect(!run.out.contains("secret-word"))
  }

  @Test(arguments: [
    ("mkfifo part.yaml", "not a regular file"), ("mkdir part.yaml", "not a regular file"),
    ("ln -s part.yaml part.yaml", "there is no file"), ("ln -s missing part.yaml", "there is no file"),
    (": > part.yaml", "holds nothing"), ("ln -s . part.yaml", "not a regular file"),
  ])
  func whatIsNoFileIsNotWaitedFor(making: String, said: String) throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan("case", "include: [part.yaml]")])
    let run = try sandbox.sh("\(making); $marplan lint plan.yaml")
    #expect(run.status == 1)
    #expect(run.out.contains("error[S019]") && run.out.contains(said), "\(run.out)")
  }

  @Test(arguments: ["/dev/zero", "/dev/tty", "/dev/full", "pipe", "link", "missing", "plan.yaml/x"])
  func aNamedPathThatIsNoFileEndsWithTwo(path: String) throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan()])
    let run = try sandbox.sh("mkfifo pipe; ln -s link link; $marplan lint \(path)")
    #expect(run.status == 2, "\(run.out)")
    #expect(run.error.contains(path), "\(run.error)")
  }

  @Test func filesWithoutASizeAreReadWhole() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.sh("$marplan lint /proc/self/status")
    #expect(run.status == 1)
    #expect(run.out.contains("error[S018]"), "\(run.out)")
  }

  @Test func foldersAreSearchedWithoutWaitingOrLeaving() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "../other/plan.yaml": Sandbox.plan("other", "x: 1")])
    let run = try sandbox.sh("mkfifo pipe.yaml; ln -s ../other away; ln -s . again; mkdir folder.yaml; $marplan lint .")
    #expect(run.status == 0, "\(run.out)\(run.error)")
    let piped = try sandbox.sh("ln -s pipe.yaml linked.yaml; $marplan lint .")
    #expect(piped.status == 2 && piped.error.contains("linked.yaml: not a regular file"), "\(piped.error)")
  }

  @Test func aLinkFoundInAFolderDoesNotShowOtherFiles() throws {
    let sandbox = try Sandbox(["../secret.yaml": "kind: plan\nsecret-word: 7\n", "plans/plan.yaml": Sandbox.plan()])
    let run = try sandbox.sh("ln -s ../../secret.yaml plans/link.yaml; $marplan lint plans")
    #expect(run.status == 2 && run.error.contains("leads out of the project"), "\(run.error)")
    #expect(!run.out.contains("secret-word"))
    let named = try sandbox.sh("$marplan lint plans/link.yaml")
    #expect(named.status == 1 && named.out.contains("secret-word"), "\(named.out)")
    let inside = try sandbox.sh("rm plans/link.yaml; ln -s plan.yaml plans/link.yaml; $marplan lint plans")
    #expect(inside.status == 0, "\(inside.error)")
  }

  @Test func aLogoLiesInTheThemesFolder() throws {
    let theme = "kind: theme\nschema: 1\nlogo: "
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan(), "../logo.svg": "<svg/>"])
    _ = try sandbox.sh("ln -s ../logo.svg link.svg; mkfifo pipe.svg")
    for logo in ["../logo.svg", "link.svg", "/etc/logo.svg", "pipe.svg", "missing.svg"] {
      try sandbox.write("theme.yaml", theme + logo + "\n")
      let run = try sandbox.sh("$marplan build plan.yaml --theme theme.yaml -o out")
      #expect(run.status == 2, "\(logo): \(run.error)")
    }
  }

  @Test func aPortfolioThatNamesItselfIsToldOf() throws {
    let text = """
      kind: portfolio
      schema: 1
      id: group
      title: Group
      period: 2025
      currency: CNY
      owner: cmo
      plans: {one: portfolio.yaml}

      """
    let run = try Sandbox(["portfolio.yaml": text]).sh("$marplan lint portfolio.yaml")
    #expect(run.status == 1 && run.out.contains("`plan` is due here"), "\(run.out)")
  }

  @Test func aFileNamedAThousandTimesIsReadOnce() throws {
    let names = Array(repeating: "part.yaml", count: 5_000).joined(separator: ", ")
    let part = Sandbox.part + String(repeating: "# filler of a large part\n", count: 20_000)
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan("case", "include: [\(names)]"), "part.yaml": part])
    #expect(try sandbox.sh("$marplan lint plan.yaml").status == 0)
  }

  @Test func filesNamedAreLimitedInNumber() throws {
    let names = (0..<1200).map { "p\($0).yaml" }.joined(separator: ", ")
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan("case", "include: [\(names)]")])
    for place in 0..<1200 { try sandbox.write("p\(place).yaml", "kind: part\nschema: 1\n") }
    let run = try sandbox.sh("$marplan lint plan.yaml")
    #expect(run.status == 1)
    #expect(run.out.contains("error[S010]: the files named up to here are more than 1000"), "\(run.out.prefix(2000))")
  }

  @Test func chainsOfPartsAndPoliciesEnd() throws {
    let sandbox = try Sandbox(["plan.yaml": Sandbox.plan("case", "include: [p0.yaml]\npolicy: [q0.yaml]")])
    for place in 0..<900 {
      try sandbox.write("p\(place).yaml", "kind: part\nschema: 1\ninclude: [p\(place + 1).yaml]\n")
    }
    try sandbox.write("p900.yaml", "kind: part\nschema: 1\ninclude: [p0.yaml]\n")
    for place in 0..<50 {
      try sandbox.write(
        "q\(place).yaml",
        "kind: policy\nschema: 1\nid: q\(place)\ntitle: Q\nowner: cfo\nextends: [q\((place + 1) % 50).yaml]\n")
    }
    let run = try sandbox.sh("$marplan lint plan.yaml")
    #expect(run.status == 1)
    #expect(run.out.components(separatedBy: "error[S009]").count == 3, "\(run.out.suffix(2000))")
  }
}
