import Foundation
import PlanQuantities
import PlanReports
import Testing

@testable import PlanDriver

/// A run with a cache prints what one without prints, whatever has changed since; and checks nothing twice for nothing.
@Suite struct LintCacheTests {
  private func plans() throws -> PlanFolder {
    try PlanFolder([
      "marplan.yaml": "", "house.yaml": Text.house(), "a.yaml": Text.plan("a"),
      "b.yaml": Text.plan("b", search: "500k"),
      "deep/c.yaml": Text.plan("c", policy: "../house.yaml", include: "../part.yaml"), "part.yaml": Text.part,
    ])
  }

  @Test func nothingIsCheckedTwice() throws {
    let first = try #require(try plans().agree())
    #expect(first.known == 0)
    // marplan.yaml is of no kind, and known as well.
    #expect(first.knownThen == 6)
    #expect(first.output.contains("search takes CNY 600k"))
  }

  @Test func aChangedPlanIsCheckedAlone() throws {
    let folder = try plans()
    _ = try folder.agree()
    try folder.write("a.yaml", Text.plan("a", search: "601k"))
    let then = try #require(try folder.agree())
    #expect(then.known == 5)
    #expect(then.output.contains("search takes CNY 601k"))
  }

  @Test func aChangedPolicyConcernsItsPlans() throws {
    let folder = try plans()
    try folder.write("d.yaml", Text.plan("d", policy: nil))
    _ = try folder.agree()
    try folder.write("house.yaml", Text.house(most: "70%"))
    let then = try #require(try folder.agree())
    #expect(then.known == 3, "marplan.yaml, the part, and the plan without a policy")
    #expect(!then.output.contains("search takes"))
  }

  @Test func whatAPlanDoesNotFindMayAppear() throws {
    let folder = try PlanFolder(["marplan.yaml": "", "a.yaml": Text.plan("a"), "b.yaml": Text.plan("b", policy: nil)])
    #expect(try #require(try folder.agree()).output.contains("house.yaml"))
    try folder.write("house.yaml", Text.house())
    let then = try #require(try folder.agree())
    #expect(then.known == 2)
    #expect(then.output.contains("search takes CNY 600k"))
    try folder.remove("house.yaml")
    #expect(try #require(try folder.agree()).known == 2)
  }

  @Test func aPartMayBeLeftOutAndTakenAway() throws {
    let folder = try plans()
    #expect(!(try #require(try folder.agree()).output.contains("S019")))
    try folder.write("deep/c.yaml", Text.plan("c", policy: "../house.yaml"))
    let orphan = try #require(try folder.agree())
    #expect(orphan.output.contains("no plan includes this part"))
    #expect(orphan.known == 5)
    try folder.remove("part.yaml")
    #expect(!(try #require(try folder.agree()).output.contains("S019")))
    try folder.write("deep/c.yaml", Text.plan("c", policy: "../house.yaml", include: "../part.yaml"))
    #expect(try #require(try folder.agree()).output.contains("part.yaml"))
    try folder.write("part.yaml", Text.part)
    #expect(!(try #require(try folder.agree()).output.contains("S019")))
  }

  @Test func aRootAboveOrBelowChangesWhatAPlanMayRead() throws {
    let folder = try PlanFolder([
      "house.yaml": Text.house(), "deep/marplan.yaml": "", "deep/a.yaml": Text.plan("a", policy: "../house.yaml"),
    ])
    let outside = try #require(try folder.agree())
    #expect(!outside.output.contains("search takes"))
    try folder.remove("deep/marplan.yaml")
    try folder.write(".git/HEAD", "")
    let inside = try #require(try folder.agree())
    #expect(inside.output.contains("search takes"))
    #expect(inside.known == 1, "the policy")
    try folder.write("../marplan.yaml", "")
    #expect(try #require(try folder.agree()).known == 2)
    try folder.write("deep/marplan.yaml", "")
    #expect(try #require(try folder.agree()).output == outside.output)
  }

  @Test func aLinkMayLeadElsewhere() throws {
    let folder = try PlanFolder([
      "marplan.yaml": "", "one/house.yaml": Text.house(), "two/house.yaml": Text.house(most: "70%"),
      "a.yaml": Text.plan("a", policy: "link/house.yaml"),
    ])
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "one")
    #expect(try #require(try folder.agree()).output.contains("search takes"))
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "two")
    #expect(!(try #require(try folder.agree()).output.contains("search takes")))
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/")
    #expect(!(try #require(try folder.agree()).output.contains("search takes")))
  }

  @Test func aCommentIsUsedIfAnyPlanUsesIt() throws {
    let lines = """
      kind: part
      schema: 1
      budget:
        lines:
          # marplan: ignore B307 because the board signed it
          search: {amount: CNY 600k, share: 60%, owner: cmo, for: search}

      """
    func plan(_ total: String) -> String {
      Text.plan(policy: nil, include: "part.yaml").components(separatedBy: "budget:")[0] + "budget: {total: \(total)}\n"
    }
    let folder = try PlanFolder([
      "marplan.yaml": "", "a.yaml": plan("CNY 1m"), "b.yaml": plan("CNY 2m"), "part.yaml": lines,
    ])
    let both = try #require(try folder.agree())
    #expect(!both.output.contains("S012"))
    #expect(both.output.contains("hidden"))
    try folder.remove("b.yaml")
    let one = try #require(try folder.agree())
    #expect(one.output.contains("S012"))
    #expect(one.known == 3)
    try folder.write("b.yaml", plan("CNY 2m"))
    #expect(try #require(try folder.agree()).output == both.output)
  }

  @Test func portfoliosHangOnTheirPlans() throws {
    let portfolio = """
      kind: portfolio
      schema: 1
      id: group
      title: Group
      period: 2025
      currency: CNY
      owner: cmo
      total: CNY 900k
      plans: {one: a.yaml}

      """
    let folder = try plans()
    try folder.write("portfolio.yaml", portfolio)
    #expect(try #require(try folder.agree()).output.contains("the plans together come to CNY 1m"))
    try folder.write("a.yaml", Text.plan("a").replacingOccurrences(of: "CNY 1m", with: "CNY 850k"))
    let then = try #require(try folder.agree())
    #expect(!then.output.contains("the plans together come to"))
    #expect(then.known == 5)
  }

  @Test func optionsAndTheProgramPartRuns() throws {
    let folder = try plans()
    _ = try folder.agree()
    for run in [
      PlanFolder.Run(options: CheckOptions(today: CivilDate(2025, 6, 1))), PlanFolder.Run(format: JSONFormat()),
      PlanFolder.Run(program: [2]), PlanFolder.Run(paths: [folder.path + "/a.yaml", folder.path + "/b.yaml"]),
    ] {
      let other = try #require(try folder.agree(run))
      #expect(other.known == 0)
      #expect(other.knownThen > 0)
    }
    #expect(try #require(try folder.agree()).known == 6, "the first one is known still")
  }

  @Test func aFileNamedIsJudgedAsOne() throws {
    let folder = try PlanFolder(["marplan.yaml": "", "odd.yaml": "just: a file\n"])
    let paths = [folder.path, folder.path + "/odd.yaml"]
    #expect(try #require(try folder.agree(PlanFolder.Run(paths: paths))).knownThen == 2)
    #expect(try #require(try folder.agree(PlanFolder.Run(paths: paths.reversed()))).output.contains("odd.yaml"))
  }

  @Test func aFreshCheckoutIsKnownByItsBytes() throws {
    let folder = try plans()
    _ = try folder.agree()
    for name in ["a.yaml", "house.yaml", "part.yaml"] {
      let path = folder.path + "/" + name
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      try FileManager.default.removeItem(atPath: path)
      try bytes.write(to: URL(fileURLWithPath: path))
    }
    #expect(try #require(try folder.agree()).known == 6)
  }

  @Test func sizeAndTimeProveNothingAlone() throws {
    let folder = try plans()
    _ = try folder.agree()
    let path = folder.path + "/a.yaml"
    let written = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    try folder.write("a.yaml", Text.plan("a", search: "605k"))
    try FileManager.default.setAttributes([.modificationDate: try #require(written)], ofItemAtPath: path)
    #expect(try #require(try folder.agree()).output.contains("search takes CNY 605k"))
  }

  /// What is written in the tick in which it was read may be written again in that tick, and its times tell nothing.
  @Test func whatIsJustWrittenIsReadAgain() throws {
    let folder = try plans()
    let now = PlanFolder.Run(later: 0)
    #expect(try #require(try folder.agree(now)).knownThen == 6)
    for number in 610..<640 {
      try folder.write("a.yaml", Text.plan("a", search: "\(number)k"))
      #expect(try #require(try folder.agree(now)).output.contains("search takes CNY \(number)k"))
    }
    let stamp = try #require(FileStamp(of: folder.path + "/a.yaml"))
    let last = max(stamp.modified, stamp.changed)
    #expect(!stamp.isSettled(at: last + 2_000_000_000))
    #expect(stamp.isSettled(at: last + 10_000_000_000))
  }

  @Test func manyFilesAndThreadsAgree() throws {
    let folder = try plans()
    for number in 0..<200 {
      try folder.write(
        "many/\(number).yaml", Text.plan("p\(number)", policy: "../house.yaml", search: "\(400 + number)k"))
    }
    let two = try #require(try folder.agree(PlanFolder.Run(jobs: 2)))
    #expect(two.knownThen == 206)
    #expect(try #require(try folder.agree()).output == two.output)
    for number in stride(from: 0, to: 200, by: 3) { try folder.remove("many/\(number).yaml") }
    try folder.write("many/1.yaml", Text.plan("p1", policy: "../house.yaml", search: "777k"))
    let fewer = try #require(try folder.agree(PlanFolder.Run(jobs: 2)))
    #expect(fewer.known == 206 - 67 - 1)
    #expect(fewer.output.contains("777k"))
  }

  @Test func whatCannotBeReadIsToldEveryTime() throws {
    let folder = try plans()
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/gone.yaml", withDestinationPath: "nowhere")
    let run = try #require(try folder.agree())
    #expect(run.knownThen == 6)
    #expect(try folder.lint().problems.map(\.path) == [folder.path + "/gone.yaml"])
  }
}
