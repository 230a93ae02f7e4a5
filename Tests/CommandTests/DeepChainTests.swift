import Testing

/// Chains of formulas, each of which needs the one after it, where a stack is short of room.
@Suite struct DeepChainTests {
  /// A plan whose first assumption is derived from the second, and so on; the last of all is stated.
  private static func chain(_ count: Int, id: String = "case") -> String {
    let steps = (0..<count).map { "a\($0): {equals: a\($0 + 1) * 2}" }
    return Sandbox.plan(id, "assumptions: {\(steps.joined(separator: ", ")), a\(count): 1 piece}")
  }

  @Test(arguments: [128, 1024, 8192])
  func theDeepestChainNeedsNoRoomOfTheCallers(kilobytes: Int) throws {
    let sandbox = try Sandbox(["plan.yaml": Self.chain(115), "long.yaml": Self.chain(3000)])
    let run = try sandbox.sh("ulimit -s \(kilobytes); $marplan build plan.yaml -o out; $marplan lint long.yaml")
    #expect(
      sandbox.text("out/plan.json")?.contains("41538374868278621028243970633760768") == true)
    #expect(run.status == 1)
    #expect(run.out.contains("error[S010]: `a1` needs more than 120 formulas, one behind the other"), "\(run)")
  }

  @Test func everyThreadHasTheRoom() throws {
    let sandbox = try Sandbox(
      Dictionary(uniqueKeysWithValues: (0..<64).map { ("p\($0).yaml", Self.chain(115, id: "case-\($0)")) }))
    let run = try sandbox.sh("ulimit -s 512; $marplan lint --no-cache --jobs 4 .")
    #expect(run.status <= 1 && run.error.isEmpty, "\(run)")
  }
}
