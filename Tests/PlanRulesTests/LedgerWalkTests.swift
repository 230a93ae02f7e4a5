import Foundation
import PlanAnalysis
import PlanDriver
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanSyntax
import PlanText
import Testing

/// The life of one plan: approved, adjusted, reallocated, closed. At every station, all findings and what the budget comes
/// to that day.
@Suite struct LedgerWalkTests {
  /// One station of the plan's life.
  struct Station: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let status: String
    let today: String
    let entries: [String]
    /// Every finding: code, severity, line, and what stands at the place.
    var findings: [String] = []
    /// Money by path.
    let figures: [String: Int]

    var yaml: String {
      let ledger = entries.isEmpty ? "" : "adjustments:\n" + entries.joined()
      return LedgerWalkTests.plan.replacing("STATUS", with: status).replacing("TODAY", with: today) + ledger
    }
  }

  @Test(arguments: stations)
  func everyStationHasItsFindingsAndFigures(station: Station) throws {
    let files = [("plan.yaml", Array(station.yaml.utf8)), ("policy.yaml", Array(Self.policy.utf8))]
    let checked = check(files.map { (name: $0.0, bytes: $0.1) })
    let found = checked.diagnostics.map { describe($0, station.yaml) }
    #expect(found == station.findings, "\(checked.text(.english))")
    let figures = try figures(files)
    for (path, amount) in station.figures {
      #expect(figures.figure(path)?.quantity?.value.int == amount, "\(path)")
    }
    let lines = ["technology", "media", "content", "open"].map {
      figures.figure("budget.\($0).today")?.quantity?.value.int ?? 0
    }
    #expect(lines.reduce(0, +) == station.figures["budget.today"], "lines and reserves make today's total")
  }

  /// `A401 error 61: 2025-06-02`.
  private func describe(_ finding: Diagnostic, _ yaml: String) -> String {
    let bytes = Array(yaml.utf8)
    let (start, end) = (Int(finding.range.start), Int(finding.range.end))
    let line = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
    return
      "\(finding.code) \(finding.severity.rawValue) \(line): \(String(decoding: bytes[start..<end], as: UTF8.self))"
  }

  private func figures(_ files: [(String, [UInt8])]) throws -> Figures {
    let memory = MemoryFiles(files: Dictionary(uniqueKeysWithValues: files))
    let (source, _) = decodeSource(files[0].1, id: memory.id(of: files[0].0), path: files[0].0)
    let checked = checkFile(source, files: memory, options: CheckOptions(), isNamed: true)
    return Figures(try #require(checked.plan))
  }

  /// Without a today every entry counts; with one, those until it.
  @Test func figuresFollowTheDay() throws {
    let yaml = { (today: String) in
      Self.plan.replacing("STATUS", with: "approved").replacing("as_of: TODAY\n", with: today)
        + "adjustments:\n" + Self.first + Self.second
    }
    for (today, total, media) in [
      ("", 10_300_000, 4_000_000), ("as_of: 2025-03-09\n", 10_000_000, 4_000_000),
      ("as_of: 2025-03-10\n", 10_000_000, 3_800_000), ("as_of: 2025-05-12\n", 10_300_000, 4_000_000),
    ] {
      let figures = try figures([
        ("plan.yaml", Array(yaml(today).utf8)), ("policy.yaml", Array(Self.policy.utf8)),
      ])
      #expect(figures.figure("budget.today")?.quantity?.value.int == total, "total, \(today)")
      #expect(figures.figure("budget.media.today")?.quantity?.value.int == media, "media, \(today)")
    }
  }

  /// A reserve is never drawn on by itself: a risk that struck asks for the move.
  @Test(arguments: [("open", ""), ("struck", ""), ("struck", second)])
  func struckRiskAsksForItsMove(status: String, entry: String) {
    let risk = """
      risks:
        outage: {title: 系统中断, category: technology, status: \(status), owner: cmo,
          contingency: {plan: 启用备用系统, amount: 20万元, paid_by: open}}

      """
    let yaml =
      Self.plan.replacing("STATUS", with: Self.approved).replacing("TODAY", with: "2025-05-31") + risk
      + (entry.isEmpty ? "" : "adjustments:\n" + entry)
    let checked = check([
      (name: "plan.yaml", bytes: Array(yaml.utf8)), (name: "policy.yaml", bytes: Array(Self.policy.utf8)),
    ])
    let found = checked.diagnostics.filter { $0.code == "A407" }
    #expect(found.map(\.severity) == (status == "struck" && entry.isEmpty ? [.advice] : []))
  }

  /// A claim on what was approved is compared with that, and the finding says what it is today.
  @Test func claimsSpeakOfWhatWasApproved() throws {
    let yaml =
      Self.plan.replacing("STATUS", with: Self.approved).replacing("TODAY", with: "2025-05-31")
      + "claims: {whole: {says: 1030万元, equals: budget.total}, media: {says: 50%, equals: budget.media / budget.total}}\n"
      + "adjustments:\n" + Self.first + Self.second
    let checked = check([
      (name: "plan.yaml", bytes: Array(yaml.utf8)), (name: "policy.yaml", bytes: Array(Self.policy.utf8)),
    ])
    let finding = try #require(checked.diagnostics.first { $0.code == "F901" })
    #expect(
      finding.notes.map { $0.text(in: .english) }.contains("budget.total as approved; with the ledger it is 1,030万元"))
  }

  /// Every move stands in the trace with its place.
  @Test func movedHasATrace() throws {
    let yaml =
      Self.plan.replacing("STATUS", with: "approved").replacing("TODAY", with: "2025-06-02") + "adjustments:\n"
      + Self.first + Self.second
    let figures = try figures([("plan.yaml", Array(yaml.utf8)), ("policy.yaml", Array(Self.policy.utf8))])
    let moved = try #require(figures.figure("budget.media.moved"))
    #expect(moved.inputs.map(\.name) == ["adjustments.adj-1", "adjustments.adj-2"])
    #expect(moved.inputs.map { $0.value.quantity?.value.int } == [-200_000, 200_000])
    let texts = moved.inputs.compactMap(\.place).map { place in
      String(decoding: Array(yaml.utf8)[Int(place.start)..<Int(place.end)], as: UTF8.self)
    }
    #expect(texts == ["20万元", "20万元"])
    let today = try #require(figures.figure("budget.technology.today"))
    #expect(today.inputs.map(\.name) == ["budget.technology", "budget.technology.moved"])
  }
}

extension LedgerWalkTests {
  static let policy = """
    kind: policy
    schema: 1
    id: finance
    title: 财务政策
    owner: board
    adjustments:
      {per_year: 2, each_at_most: 10%, line_at_most: 25%, year_at_most: 15%, cooling_off: 30d, review_within: 3mo,
      reallocation_at_most: 5%}
    approvals: [{up_to: 50万元, by: cmo}, {by: board}]
    limits:
      technology-cap: {line: technology, at_most: 38%}
      media-floor: {line: media, at_least: 30%}
      any-reserve: {reserve: any, at_least: 6%}

    """

  static let plan = """
    kind: plan
    schema: 1
    id: walk
    title: 年度计划
    languages: zh-Hans
    period: 2025
    currency: CNY
    owner: cmo
    policy: policy.yaml
    as_of: TODAY
    STATUS
    team: {roles: {cmo: 市场总监, lead: {title: 渠道负责人, reports_to: cmo}, board: 预算委员会}}
    budget:
      total: 1000万元
      lines:
        technology:
          owner: cmo
          lines: {data-platform: {amount: 200万元, for: 数据平台}, recommender: {amount: 150万元, for: 推荐引擎}}
        media: {amount: 400万元, owner: cmo, for: 媒体投放}
        content: {amount: 150万元, owner: lead, for: 内容制作}
      reserves: {open: {amount: 100万元, owner: cmo}}
      reallocation: {cadence: quarterly, counts_as: reallocation, within: [media, content], at_most: 5%}

    """

  static let approved = "status: approved\napproval: {by: board, date: 2024-12-18}"

  static func entry(
    _ id: String, _ kind: String = "adjustment", on date: String, approved: String, by signer: String, due: String,
    moves: String, result: String = ""
  ) -> String {
    let answer = result.isEmpty ? "" : ", result: \(result), done_on: \(due)"
    return """
        \(id):
          kind: \(kind)
          date: \(date)
          moves: \(moves)
          problem: 获客成本上升
          evidence: 渠道周报
          proposal: 调整投放结构
          requested_by: lead
          approved_by: \(signer)
          approved_on: \(approved)
          review: {due: \(due)\(answer)}

      """
  }

  static let first = entry(
    "adj-1", on: "2025-03-10", approved: "2025-03-07", by: "cmo", due: "2025-06-10",
    moves: "{amount: 20万元, from: media, to: data-platform}")
  static let firstReviewed = entry(
    "adj-1", on: "2025-03-10", approved: "2025-03-07", by: "cmo", due: "2025-06-10",
    moves: "{amount: 20万元, from: media, to: data-platform}", result: "匹配率提高")
  static let second = entry(
    "adj-2", on: "2025-05-12", approved: "2025-05-08", by: "board", due: "2025-08-12",
    moves: "[{amount: 30万元, to: content}, {amount: 20万元, from: open, to: media}]")
  static let secondReviewed = entry(
    "adj-2", on: "2025-05-12", approved: "2025-05-08", by: "board", due: "2025-08-12",
    moves: "[{amount: 30万元, to: content}, {amount: 20万元, from: open, to: media}]", result: "完播率提高")
  static let third = entry(
    "adj-3", on: "2025-06-02", approved: "2025-05-30", by: "cmo", due: "2025-09-02",
    moves: "{amount: 90万元, from: media, to: recommender}")
  static func reallocation(_ amount: String, result: String = "") -> String {
    entry(
      "shift-1", "reallocation", on: "2025-07-01", approved: "2025-06-30", by: "cmo", due: "2025-10-01",
      moves: "{amount: \(amount), from: media, to: content}", result: result)
  }
  static let late = entry(
    "adj-9", on: "2026-01-10", approved: "2026-01-09", by: "cmo", due: "2026-03-31",
    moves: "{amount: 10万元, from: media, to: content}")

  /// Money of the total, of technology, media, content and the reserve.
  static func money(_ total: Int, _ technology: Int, _ media: Int, _ content: Int, _ open: Int) -> [String: Int] {
    [
      "budget.total": 10_000_000, "budget.today": total * 10_000, "budget.total.today": total * 10_000,
      "budget.moved": (total - 1000) * 10_000, "budget.technology.today": technology * 10_000,
      "budget.technology.moved": (technology - 350) * 10_000, "budget.media.today": media * 10_000,
      "budget.media.moved": (media - 400) * 10_000, "budget.content.today": content * 10_000,
      "budget.open.today": open * 10_000, "budget.reserved.today": open * 10_000,
      "budget.lines.today": (technology + media + content) * 10_000, "budget.media": 4_000_000,
    ]
  }

  static let stations = [
    Station(
      testDescription: "proposed", status: "status: proposed", today: "2024-12-01", entries: [],
      figures: money(1000, 350, 400, 150, 100)),
    Station(
      testDescription: "approved, and nobody is said to have approved it", status: "status: approved",
      today: "2025-01-15", entries: [], findings: ["S004 error 11: approved"],
      figures: money(1000, 350, 400, 150, 100)),
    Station(
      testDescription: "approved", status: approved, today: "2025-01-15", entries: [],
      figures: money(1000, 350, 400, 150, 100)),
    Station(
      testDescription: "adjusted once", status: approved, today: "2025-03-10", entries: [first],
      figures: money(1000, 370, 380, 150, 100)),
    Station(
      testDescription: "adjusted twice, with new money and from the reserve", status: approved, today: "2025-05-31",
      entries: [first, second], figures: money(1030, 370, 400, 180, 80)),
    Station(
      testDescription: "a review is overdue", status: approved, today: "2025-06-11", entries: [first, second],
      findings: ["A410 warning 35: 2025-06-10"], figures: money(1030, 370, 400, 180, 80)),
    Station(
      testDescription: "a third adjustment: too many, too soon, too much, unapproved, past a cap", status: approved,
      today: "2025-06-03", entries: [first, second, third],
      findings: [
        "A401 error 49: 2025-06-02", "A408 error 49: 2025-06-02", "A402 error 50: 90万元", "A405 error 50: 90万元",
        "A404 error 55: cmo",
      ], figures: money(1030, 460, 310, 180, 80)),
    Station(
      testDescription: "reallocated inside its bound", status: approved, today: "2025-07-02",
      entries: [firstReviewed, second, reallocation("27.5万元")],
      figures: [
        "budget.today": 10_300_000, "budget.media.today": 3_725_000, "budget.content.today": 2_075_000,
        "budget.content.moved": 575_000,
      ]),
    Station(
      testDescription: "reallocated past its bound", status: approved, today: "2025-07-02",
      entries: [firstReviewed, second, reallocation("40万元")], findings: ["A402 error 50: 40万元"],
      figures: money(1030, 370, 360, 220, 80)),
    Station(
      testDescription: "closed", status: approved.replacing("approved\n", with: "closed\n"), today: "2026-01-05",
      entries: [firstReviewed, secondReviewed, reallocation("25万元", result: "点击率提高")],
      figures: money(1030, 370, 375, 205, 80)),
    Station(
      testDescription: "adjusted after it was closed", status: approved.replacing("approved\n", with: "closed\n"),
      today: "2026-01-20",
      entries: [firstReviewed, secondReviewed, reallocation("25万元", result: "点击率提高"), late],
      findings: ["A408 error 60: 2026-01-10"], figures: money(1030, 370, 365, 215, 80)),
  ]
}
