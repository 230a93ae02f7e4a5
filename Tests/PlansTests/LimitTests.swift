import PlanDriver
import PlanModel
import PlanReports
import PlanSyntax
import PlanText
import Testing

/// What is past a limit is told once, at its place, and never worked through.
@Suite struct LimitTests {
  private static let head = """
    kind: plan
    schema: 1
    id: case
    title: Case
    period: 2025
    currency: CNY
    owner: cmo
    team: {roles: {cmo: Marketing head}}

    """
  private static let budget = "budget: {total: CNY 1m, lines: {films: {amount: CNY 1m, owner: cmo, for: films}}}\n"

  private struct NoFiles: FileAccess {
    func file(at path: String, namedBy file: SourceFile) -> FileAnswer { .missing }
  }

  private func check(_ text: String) -> [Diagnostic] {
    let (source, problems) = decodeSource(Array((Self.head + text).utf8), id: FileID(0), path: "plan.yaml")
    return checkFile(source, problems: problems, files: NoFiles(), options: CheckOptions(), isNamed: true).diagnostics
  }

  private func said(_ text: String) -> [String] { check(text).map { "\($0.code) \($0.message.text(in: .english))" } }

  @Test func findingsOfOneCodeAreSummedUp() {
    let text = Self.budget + (0..<5000).map { "unknown\($0): 1\n" }.joined()
    let found = check(text)
    let limit = Limits().findings
    #expect(found.count { $0.code == "S003" } == limit)
    let sums = found.filter { $0.code == "S010" }
    #expect(
      sums.map { $0.message.text(in: .english) }.contains(
        "\(Limits().problems - limit) more of S003 in this file, from here on"))
    #expect(
      sums.map { $0.message.text(in: .english) }.contains("more than 1000 fields are wrong; the rest is not shown"))
  }

  @Test func adviceStaysAdviceWhenSummedUp() {
    let text =
      Self.budget + "milestones:\n"
      + (0..<300).map {
        "  m\($0): {date: 2025-03-31, owner: cmo, deliverable: Report}\n"
      }.joined()
    let found = check(text)
    #expect(found.contains { $0.code == "S010" && $0.severity == .advice })
    #expect(found.allSatisfy { $0.severity == .advice }, "\(Set(found.map(\.code)))")
  }

  @Test func aLongCircleIsToldByItsEnds() {
    let count = 3000
    let tasks = (0..<count).map { "  t\($0): {duration: 1 d, owner: cmo, after: [t\(($0 + 1) % count)]}\n" }.joined()
    let circle = check(Self.budget + "tasks:\n" + tasks).first { $0.code == "T603" }
    #expect(
      circle?.message.text(in: .english)
        == "`t0` waits for itself in the end: `t0` → `t1` → `t2` → `t3` → `t4` → `t5` → `t6` → `t7` → `t8` → `t9` → … → "
        + "`t2991` → `t2992` → `t2993` → `t2994` → `t2995` → `t2996` → `t2997` → `t2998` → `t2999` → `t0`")
    let limit = Limits().places
    #expect(circle?.labels.count == limit)
    #expect(circle?.notes.map { $0.text(in: .english) } == ["and \(count - 1 - limit) more places"])
  }

  @Test func findingsOfAllCodesAreSummedUp() throws {
    let limit = Limits().allFindings
    let rules = (0..<limit + 300).map { "  r\($0): {require: budget.total > CNY 2m, severity: advice}\n" }.joined()
    let policy = "kind: policy\nschema: 1\nid: house\nrules:\n" + rules
    let files = OneFile(path: "house.yaml", text: policy)
    let text = Self.head + "policy: house.yaml\n" + Self.budget
    let (source, _) = decodeSource(Array(text.utf8), id: FileID(0), path: "plan.yaml")
    let found = checkFile(source, files: files, options: CheckOptions(), isNamed: true).diagnostics
    #expect(found.count { $0.code.hasPrefix("house/") } == limit, "\(found.prefix(3))")
    let sums = found.filter { $0.code == "S010" && $0.range.file == source.id }
    #expect(sums.map { $0.message.text(in: .english) } == ["300 more findings in this file, from here on"])
    #expect(sums.first?.severity == .advice)
  }

  /// A folder with one file besides the plan.
  private struct OneFile: FileAccess {
    let path: String
    let text: String

    func file(at path: String, namedBy file: SourceFile) -> FileAnswer {
      path == self.path ? .found(SourceFile(id: FileID(1), path: path, bytes: Array(text.utf8)), []) : .missing
    }
  }

  @Test func itemsOfOneListAreLimited() {
    let limit = Limits().entries
    let scope = "scope:\n  out: b\n  in:\n" + Self.many("  - a\n", limit + 5)
    #expect(said(Self.budget + scope).filter { $0.hasPrefix("S010") } == ["S010 `in` has more than \(limit) entries"])
    #expect(said(Self.budget + "scope:\n  out: b\n  in:\n" + Self.many("  - a\n", 500)).isEmpty)
  }

  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
  private static let figures: [String] = [
    "1e999999999", many("9", 1_000_000), many("3", 1_000_000) + ".1", many("一", 300_000), many("(", 100_000),
    "1" + many("亿", 100_000),
  ]
  private static let dates: [String] = ["999999999-01-01", "2025-13-01", many("9", 100_000) + "-01-01", "0000-00-00"]
  private static let expressions: [String] = [
    many("1 + ", 100_000), many("(", 100_000), many("- ", 100_000), many("max(", 100_000),
  ]

  @Test(arguments: figures)
  func figuresWithoutEndAreRefused(figure: String) {
    let said = said("budget: {total: CNY \(figure)}\n")
    #expect(said.contains { $0.hasPrefix("S006") }, "\(said.map { $0.prefix(200) })")
  }

  @Test(arguments: dates)
  func datesWithoutEndAreRefused(date: String) {
    let said = said("milestones: {m: {date: \(date), owner: cmo, deliverable: Report}}\n")
    #expect(said.contains { $0.hasPrefix("S006") }, "\(said.map { $0.prefix(200) })")
  }

  @Test(arguments: expressions)
  func expressionsWithoutEndAreRefused(expression: String) {
    let said = said(Self.budget + "claims: {c: {says: 1, equals: \"\(expression)1\"}}\n")
    #expect(
      said.count == 1 && (said[0].hasPrefix("S010") || said[0].hasPrefix("S006")), "\(said.map { $0.prefix(200) })")
  }

  /// Each figure is the square of the one before: written out, the last would have more digits than there are atoms.
  @Test func figuresThatDoubleTheirLengthEnd() {
    let lines = (1..<150).map { "  a\($0): {equals: a\($0 - 1) * a\($0 - 1), source: books, as_of: 2024}\n" }.joined()
    #expect(
      said(Self.budget + "assumptions:\n  a0: {value: 3, source: books, as_of: 2024}\n" + lines)
        .allSatisfy { !$0.hasPrefix("S001") })
  }

  @Test(arguments: [(12, true), (400, false)])
  func whatNobodyCanTellApartIsNotDrawn(count: Int, isDrawn: Bool) {
    let flows = (0..<count).map { "    \(2025 + $0): CNY 300k\n" }.joined()
    let study =
      "feasibility:\n  start: 2025-01-01\n  investment: CNY 1m\n  discount_rate: 8%\n  flows:\n" + flows
    let (source, _) = decodeSource(Array((Self.head + Self.budget + study).utf8), id: FileID(0), path: "plan.yaml")
    let checked = checkFile(source, files: NoFiles(), options: CheckOptions(), isNamed: true)
    let page = checked.compiled(language: .english).map { HTMLReport().render($0) } ?? ""
    #expect(page.contains("From investment to net present value") == isDrawn)
    #expect(page.contains(">\(2024 + count)<"))
  }

  @Test func aPlanOfTenThousandYearsEnds() {
    let text = """
      period: 0001..9999
      budget:
        total: CNY 1m
        phasing: {p: 100%}
        lines: {films: {amount: CNY 1m, owner: cmo, for: films}}
      phases: {p: 0001..9999}
      tasks: {t: {period: 0001-01-01..9999-12-31, owner: cmo}}
      events: {e: {kind: review, cadence: daily, owner: cmo}}

      """
    let head = Self.head.replacing("period: 2025\n", with: "")
    let (source, _) = decodeSource(Array((head + text).utf8), id: FileID(0), path: "plan.yaml")
    let checked = checkFile(source, files: NoFiles(), options: CheckOptions(), isNamed: true)
    #expect(checked.plan != nil)
    let limit = checked.diagnostics.first { $0.code == "S010" }
    #expect(limit?.message.text(in: .english) == "the events up to here come to more than 20000 days")
    let size = checked.compiled(language: .english).map { plan in
      PlanFormats.all.map { $0.render(plan).utf8.count }.reduce(0, +)
    }
    #expect(size.map { $0 < 3_000_000 } == true, "\(size ?? 0) bytes")
  }
}
