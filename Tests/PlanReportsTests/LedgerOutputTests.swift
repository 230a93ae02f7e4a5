import PlanReports
import PlanText
import Testing

/// What the outputs say of adjustments.
@Suite struct LedgerOutputTests {
  static let plan = """
    as_of: 2025-05-31
    status: approved
    approval: {by: cmo, date: 2024-12-10}
    budget:
      total: CNY 1m
      lines:
        content: {lines: {films: CNY 400k, articles: CNY 200k}}
        media: CNY 400k
    adjustments:
      spring: &entry
        kind: adjustment
        date: 2025-03-03
        moves: [{amount: CNY 20k, from: media, to: films}, {amount: CNY 50k, to: articles}]
        problem: search prices rose
        evidence: February report
        proposal: films instead of search
        requested_by: cmo
        approved_by: cmo
        approved_on: 2025-02-24
        review: {due: 2025-06-30}
      autumn:
        kind: reallocation
        date: 2025-09-01
        moves: {amount: CNY 10k, from: media}
        review: {due: 2025-12-01, result: none}

    """.replacing(" &entry", with: "")

  @Test func planJSONHasTheLedger() throws {
    let json = try JSONValue(parsing: PlanJSON().render(compiled(Self.plan)))
    let ledger = try #require(json["ledger"])
    let entries = try #require(ledger["entries"]).items
    #expect(entries.map { $0["id"]?.text } == ["spring", "autumn"])
    #expect(entries.map { $0["effective"] } == [.boolean(true), .boolean(false)])
    #expect(entries[0]["moves"]?.items.map { $0["amount"]?["value"]?.text } == ["20000", "50000"])
    #expect(entries[0]["moves"]?.items.map { $0["from"]?.text } == ["media", nil])
    let accounts = try #require(ledger["accounts"]).items
    #expect(
      accounts.map { $0["figure"]?.text } == [
        "budget.total", "budget.content", "budget.films", "budget.articles", "budget.media",
      ])
    #expect(accounts.map { $0["approved"]?["value"]?.text } == ["1000000", "600000", "400000", "200000", "400000"])
    #expect(accounts.map { $0["moved"]?["value"]?.text } == ["50000", "70000", "20000", "50000", "-20000"])
    #expect(accounts.map { $0["today"]?["value"]?.text } == ["1050000", "670000", "420000", "250000", "380000"])
    #expect(json["figures"]?["budget.media.today"]?["value"]?.text == "380000")
  }

  @Test func withoutAdjustmentsThereIsNoLedger() throws {
    let plan = String(Self.plan[..<(try #require(Self.plan.firstRange(of: "adjustments:"))).lowerBound])
    let json = try JSONValue(parsing: PlanJSON().render(compiled(plan)))
    #expect(json["ledger"] == nil)
    let head = try BudgetCSV().render(compiled(plan)).split(whereSeparator: \.isNewline).first
    #expect(head?.contains("today") == false)
  }

  @Test func budgetCSVHasWhatBecameOfEachAmount() throws {
    let rows = try BudgetCSV().render(compiled(Self.plan)).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = try #require(rows.first)
    let (moved, today) = (try #require(head.firstIndex(of: "moved")), try #require(head.firstIndex(of: "today")))
    #expect(
      rows.dropFirst().map { $0[0] } == [
        "budget.content", "budget.films", "budget.articles", "budget.media", "budget.total",
      ])
    #expect(rows.dropFirst().map { $0[moved] } == ["70000", "20000", "50000", "-20000", "50000"])
    #expect(rows.dropFirst().map { $0[today] } == ["670000", "420000", "250000", "380000", "1050000"])
    #expect(rows.allSatisfy { $0.count == head.count })
  }
}
