import PlanText
import Testing

/// What is too much to be worked out is said, and of what is not too much nothing is.
@Suite struct BoundsTests {
  /// The limits that checking some files came upon, in words.
  private static func bounds(_ files: [(name: String, text: String)]) -> [String] {
    check(files.map { ($0.name, Array($0.text.utf8)) }).diagnostics.filter { $0.code == "S010" }
      .map { $0.message.text(in: .english) }.filter { !$0.contains(" more ") || $0.contains("more than") }
  }

  private static let head = """
    kind: plan
    schema: 1
    id: bounds
    title: Bounds
    period: 2025
    currency: CNY
    owner: cmo
    team: {roles: {cmo: Marketing head}}

    """

  @Test(arguments: [(200, 0), (201, 1)])
  func policies(count: Int, told: Int) {
    let policies = (0..<count).map { "---\nkind: policy\nschema: 1\nid: p\($0)\ntitle: P\nowner: cfo\n" }.joined()
    let plan = Self.head.replacing("owner: cmo\n", with: "owner: cmo\npolicy: [house.yaml]\n")
    let found = Self.bounds([("plan.yaml", plan), ("house.yaml", policies)])
    #expect(found.count { $0.contains("200 policies") } == told, "\(found)")
  }

  @Test(arguments: [(4, 6250, 0), (4, 6251, 1), (200, 2500, 0), (200, 2501, 1)])
  func nounsLookedAtByRulesOfTheHouse(terms: Int, count: Int, told: Int) {
    // A condition of under 200 bytes counts once for a line, one of 200 terms ten times.
    let condition = Array(repeating: "it", count: terms).joined(separator: " + ")
    let rules = (0..<(terms == 200 ? 1 : terms)).map {
      "  r\($0): {each: line, require: \(condition) >= CNY 1, message: m, severity: advice}\n"
    }
    let house = "kind: policy\nschema: 1\nid: house\ntitle: H\nowner: cfo\nrules:\n" + rules.joined()
    let lines = (0..<count).map { "    l\($0): {amount: CNY 1k, owner: cmo, for: films}\n" }.joined()
    let plan =
      Self.head.replacing("owner: cmo\n", with: "owner: cmo\npolicy: [house.yaml]\n")
      + "budget:\n  total: CNY \(count)k\n  lines:\n\(lines)"
    let found = Self.bounds([("plan.yaml", plan), ("house.yaml", house)])
    #expect(found.count { $0.contains("25000 things") } == told, "\(found)")
  }

  @Test(arguments: [(400, 0), (1001, 1)])
  func amountsByMonthAndPhase(count: Int, told: Int) {
    let phases = (0..<count).map { "  p\($0): 2025\n" }.joined()
    let shares = (0..<count).map { "    p\($0): \($0 == 0 ? 100 : 0)%\n" }.joined()
    let lines = (0..<count).map { "    l\($0): {amount: CNY 1k, owner: cmo, for: films}\n" }.joined()
    let plan =
      Self.head + "phases:\n\(phases)budget:\n  total: CNY \(count)k\n  phasing:\n\(shares)  lines:\n\(lines)"
    let found = Self.bounds([("plan.yaml", plan)])
    #expect(found.count { $0.contains("1000000 amounts") } == told, "\(found)")
  }

  @Test(arguments: [
    ("sum(feasibility.flows)", 200, 0), ("sum(feasibility.flows)", 201, 1),
    ("at(feasibility.flows, 2040)", 100, 0), ("at(feasibility.flows, 2040)", 101, 1),
    ("at(feasibility.npv, 2100)", 10, 0), ("at(feasibility.npv, 2100)", 11, 1),
    ("npv(feasibility.flows, 8%, CNY 1m)", 10, 0), ("npv(feasibility.flows, 8%, CNY 1m)", 11, 1),
  ])
  func figuresLookedAt(formula: String, count: Int, told: Int) {
    let months = (0..<1000).map { "    \(2025 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1): CNY 1k\n" }.joined()
    let study = "feasibility:\n  start: 2025-01-01\n  investment: CNY 1m\n  discount_rate: 8%\n"
    let claims = (0..<count).map { "  c\($0): {says: CNY 1, equals: '\(formula)'}\n" }.joined()
    let found = Self.bounds([
      ("plan.yaml", Self.head + study + "  flows:\n\(months)claims:\n\(claims)")
    ])
    #expect(found.count { $0.contains("200000 figures") } == told, "\(found)")
  }

  @Test(arguments: [(20, 0), (60, 1)])
  func adjustmentsHeldAgainstLimits(count: Int, told: Int) {
    let lines = (0..<500).map { "    l\($0): {amount: CNY 1k, owner: cmo, for: films}\n" }.joined()
    let limits = (0..<99).map { "  c\($0): {each: line, at_most: 50%}\n" }.joined()
    let adjustments = (0..<count).map {
      "  a\($0): {kind: adjustment, date: 2025-02-01, moves: [{from: l1, to: l2, amount: CNY 1}], "
        + "approved_by: cmo, approved_on: 2025-01-20}\n"
    }
    let plan =
      Self.head.replacing("owner: cmo\n", with: "owner: cmo\nstatus: approved\napproval: {by: cmo, date: 2025-01-01}\n")
      + "budget:\n  total: CNY 500k\n  lines:\n\(lines)limits:\n\(limits)adjustments:\n\(adjustments.joined())"
    let found = Self.bounds([("plan.yaml", plan)])
    #expect(found.count { $0.contains("2000000 looks") } == told, "\(found)")
  }

  /// Assumptions that rest on scenarios, which rest on flows, which rest on the assumptions: an end, and no overflow.
  @Test func whatIfsThatNeedWhatIfsEnd() {
    let scenarios = (0..<9).map { "    s\($0): {set: {a\($0): CNY 2\($0)}}\n" }.joined()
    let sums = (0..<9).map { "feasibility.scenarios.s\($0).npv" }.joined(separator: " + ")
    let facts = (0..<9).map { "  a\($0): CNY 1\n" }.joined()
    let plan =
      Self.head + "assumptions:\n\(facts)  all: {equals: \(sums)}\nfeasibility:\n  start: 2026-01-01\n"
      + "  investment: CNY 1m\n  discount_rate: 10%\n  flows: {2026: {equals: all}}\n  scenarios:\n\(scenarios)"
    #expect(check([("plan.yaml", Array(plan.utf8))]).codes.contains("S009"))
  }
}
