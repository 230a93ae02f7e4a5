import PlanExpressions
import PlanText
import Testing

struct PrecedenceTests {
  @Test(arguments: [
    ("a + b * c", "(a + (b * c))"),
    ("a - b - c", "((a - b) - c)"),
    ("a / b / c", "((a / b) / c)"),
    ("(a + b) * c", "((a + b) * c)"),
    ("-2 ^ 2", "(-(2 ^ 2))"),
    ("2 ^ 3 ^ 2", "(2 ^ (3 ^ 2))"),
    ("2 ^ -1", "(2 ^ (-1))"),
    ("a * -b", "(a * (-b))"),
    ("a or b and not c = d", "(a or (b and (not (c = d))))"),
    ("not a and b", "((not a) and b)"),
    ("not not a", "(not (not a))"),
    ("a + 1 > b * 2", "((a + 1) > (b * 2))"),
    ("if a > 1 then b else c + 1", "(if (a > 1) then b else (c + 1))"),
    ("if a then b else if c then d else e", "(if a then b else (if c then d else e))"),
    ("a × b ÷ c", "((a * b) / c)"),
    ("a ≤ b", "(a <= b)"),
    ("a ≥ b", "(a >= b)"),
    ("a ≦ b", "(a <= b)"),
    ("a ≠ b", "(a != b)"),
    ("ａ ＋ （ｂ － ｃ） ＊ ２", "(a + ((b - c) * 2))"),
    ("max(0, min(a, b))", "max(0, min(a, b))"),
    ("max（a，b）", "max(a, b)"),
    ("sum (a, b)", "sum(a, b)"),
  ])
  func bindsAsTheGrammarSays(text: String, expected: String) {
    let (expression, problems) = parse(text)
    #expect(expression.map { shape($0.root) } == expected)
    #expect(problems.isEmpty)
  }
}

struct NameAndFigureTests {
  @Test(arguments: [
    ("data-platform", "data-platform"),
    ("budget.people / team.headcount", "(budget.people / team.headcount)"),
    ("50人 * 45万元/人·年 * 1y", "((50人 * 45万元/人·年) * 1y)"),
    ("feasibility.flows.2025 + feasibility.flows.2026", "(feasibility.flows.2025 + feasibility.flows.2026)"),
    ("feasibility.pv.2025Q1", "feasibility.pv.2025Q1"),
    ("feasibility.flows.2025Q1..2025Q2", "feasibility.flows.2025Q1..2025Q2"),
    ("actual > plan * 105%", "(actual > (plan * 105%))"),
    ("fee-rate.baseline - fee-rate.target", "(fee-rate.baseline - fee-rate.target)"),
    ("max(1,200, 3)", "max(1,200, 3)"),
    ("at(spend, 2025Q1..2025Q2)", "at(spend, 2025Q1..2025Q2)"),
    ("actual > CNY 380", "(actual > CNY 380)"),
    ("a - b", "(a - b)"),
    ("渠道.直播 / 预算.合计", "(渠道.直播 / 预算.合计)"),
    ("USD 3600/mo * 3mo", "(USD 3600/mo * 3mo)"),
    ("trailing(4w) * 120%", "(trailing(4w) * 120%)"),
    ("a > 1,200", "(a > 1,200)"),
  ])
  func areToldApart(text: String, expected: String) {
    let (expression, problems) = parse(text)
    #expect(expression.map { shape($0.root) } == expected)
    #expect(problems.isEmpty)
  }

  @Test func aFigureOverAKnownNameLacksBlanks() {
    let text = "100万元/customers-won"
    let (expression, problems) = parse(text, known: ["customers-won"])
    #expect(expression.map { shape($0.root) } == "(100万元 / customers-won)")
    #expect(mended(text, problems.first?.fix) == "100万元 / customers-won")
  }

  @Test func aBareReferenceIsToldFromARealDerivation() {
    #expect(parse("claims.resource-effect").expression?.bareReference?.names == ["claims", "resource-effect"])
    #expect(parse("(budget.total)").expression?.bareReference?.text == "budget.total")
    #expect(parse("budget.total * 2").expression?.bareReference == nil)
    #expect(parse("a + b * a").expression?.paths.map(\.text) == ["a", "b", "a"])
  }
}

struct PlaceTests {
  @Test func everyPartHasItsPlaceInTheFile() throws {
    let text = "预算.技术 / budget.total + max(5%, －3%)"
    let root = try #require(parse(text).expression).root
    #expect(covered(root.range, in: text) == text)
    guard case .binary(.plus, let plus, let quotient, let call) = root.form else {
      Issue.record("no sum")
      return
    }
    #expect(covered(plus, in: text) == "+")
    #expect(covered(call.range, in: text) == "max(5%, －3%)")
    guard case .binary(.over, _, let left, _) = quotient.form, case .path(let path) = left.form,
      case .call(_, let arguments) = call.form
    else {
      Issue.record("no quotient")
      return
    }
    #expect(path.segments.map { covered($0.range, in: text) } == ["预算", "技术"])
    #expect(arguments.map { covered($0.range, in: text) } == ["5%", "－3%"])
  }

  @Test func withoutTruePlacesEveryPartHasTheWholeScalars() throws {
    let expression = try #require(parse("a + b", placed: false).expression)
    let whole = SourceRange(file: FileID(0), start: origin - 1, end: origin + 6)
    #expect(expression.root.range == whole)
    #expect(expression.range == whole)
    #expect(expression.paths.allSatisfy { $0.range == whole })
    #expect(!expression.isPlaced)
  }

  @Test func withoutTruePlacesNothingIsEdited() {
    #expect(parse("a+b", placed: false).problems.count == 1)
    #expect(parse("a+b", placed: false).problems.first?.fix == nil)
  }
}

struct ParserMessageTests {
  @Test(arguments: [
    ("", "an expression is missing"),
    ("  ", "an expression is missing"),
    ("a +", "the expression ends where a figure or a name is due"),
    ("a b", "an operator is missing before `b`"),
    ("5% 3%", "an operator is missing before `3%`"),
    ("(a + b", "a parenthesis is never closed"),
    ("a + b)", "this parenthesis closes nothing"),
    ("sum(a, b", "a parenthesis is never closed"),
    ("a < b < c", "comparisons do not chain"),
    ("if a then b", "`else` is missing after `if`"),
    ("if a else b", "`then` is missing after `if`"),
    ("'a' + b", "a figure or a name is due here, not `'a'`"),
    ("a + * b", "a figure or a name is due here, not `*`"),
    ("and b", "a figure or a name is due before `and`"),
    ("summ(a, b)", "there is no function `summ`"),
    ("growth(a)", "`growth` is written `growth(new, old)`; given here: 1"),
    ("npv(a, b)", "`npv` is written `npv(flows, rate, investment)`; given here: 2"),
    ("count()", "`count` is written `count(section)`; given here: 0"),
    ("72h→4h", "`72h→4h` is two figures in one, and nothing can be reckoned with it"),
    ("a > b for 2 weeks", "only an alert's condition may last for a number of periods"),
    ("a > b 连续两周", "only an alert's condition may last for a number of periods"),
    ("1,2000 * a", "this comma separates nothing"),
    ("a ; b", "an operator is missing before `;`"),
  ])
  func isSaid(text: String, expected: String) {
    let (expression, problems) = parse(text)
    #expect(expression == nil)
    #expect(problems.map { $0.message.text(in: .english) } == [expected])
    for language in Language.allCases { #expect(problems.allSatisfy { !$0.message.text(in: language).isEmpty }) }
  }

  @Test(arguments: [
    ("a+b", "a + b", "`+` has to stand between blanks"),
    ("a -b", "a - b", "`-` has to stand between blanks"),
    ("a/b", "a / b", "`/` has to stand between blanks"),
    ("5+3", "5 + 3", "`+` has to stand between blanks"),
    ("50人*2", "50人 * 2", "`*` has to stand between blanks"),
    ("a >b", "a > b", "`>` has to stand between blanks"),
    ("a＋b", "a ＋ b", "`＋` has to stand between blanks"),
    ("a == b", "a = b", "`==` is written `=` here"),
    ("a && b", "a and b", "`&&` is written `and` here"),
    ("a||b", "a or b", "`||` is written `or` here"),
    ("a <> b", "a != b", "`<>` is written `!=` here"),
    ("a => b", "a >= b", "`=>` is written `>=` here"),
    ("a ** 2", "a ^ 2", "`**` is written `^` here"),
  ])
  func isMendedAndReadOn(text: String, fixed: String, message: String) {
    let (expression, problems) = parse(text)
    #expect(expression != nil)
    #expect(problems.map { $0.message.text(in: .english) } == [message])
    #expect(mended(text, problems.first?.fix) == fixed)
    #expect(parse(fixed).problems.isEmpty)
  }

  @Test func aMisspeltFunctionIsSuggested() {
    let problem = parse("summ(a, b)").problems.first
    #expect(problem?.help?.text(in: .english) == "Did you mean `sum`?")
    #expect(mended("summ(a, b)", problem?.fix) == "sum(a, b)")
  }

  @Test func chainedComparisonsAreSplit() {
    let text = "1 < a < 3"
    #expect(mended(text, parse(text).problems.first?.fix) == "1 < a and a < 3")
  }

  @Test func limitsHold() {
    let long = Array(repeating: "a", count: 600).joined(separator: " + ")
    #expect(parse(long).problems.map(\.kind) == [.tooLarge])
    #expect(parse(Array(repeating: "a", count: 500).joined(separator: " + ")).expression != nil)
    let deep = String(repeating: "(", count: 70) + "a" + String(repeating: ")", count: 70)
    #expect(parse(deep).problems.map(\.kind) == [.tooLarge])
    let shallow = String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60)
    #expect(parse(shallow).expression != nil)
    #expect(parse(String(repeating: "not ", count: 900) + "a").problems.map(\.kind) == [.tooLarge])
    #expect(parse(Array(repeating: "2", count: 90).joined(separator: " ^ ")).problems.map(\.kind) == [.tooLarge])
  }
}

struct WindowTests {
  @Test(arguments: [
    ("actual > limit for 2 consecutive weeks", 2, Window.Unit.weeks),
    ("actual > 15% for 3 months", 3, .months),
    ("actual > limit for 1 day", 1, .days),
    ("actual > 15% 连续两周", 2, .weeks),
    ("actual > limit 連續三個月", 3, .months),
    ("actual > limit 连续12天", 12, .days),
    ("actual > limit 连续 2 季", 2, .quarters),
    ("actual > limit 连续十一周", 11, .weeks),
  ])
  func isRead(text: String, count: Int, unit: Window.Unit) throws {
    let (expression, problems) = parse(text, condition: true)
    let window = try #require(expression?.window)
    #expect(window.count == count)
    #expect(window.unit == unit)
    #expect(problems.isEmpty)
    #expect(text.hasSuffix(covered(window.range, in: text)))
  }

  @Test func theCadenceDecidesWhereNoUnitIsWritten() throws {
    let window = try #require(parse("actual > limit 连续两", condition: true).expression?.window)
    #expect(window.count == 2)
    #expect(window.unit == nil)
  }

  @Test(arguments: ["a > b for weeks", "a > b for 0 weeks", "a > b for 2 fortnights", "a > b 连续周", "a > b 连续两光年"])
  func isRefused(text: String) {
    let (expression, problems) = parse(text, condition: true)
    #expect(expression == nil)
    #expect(problems.map { $0.message.text(in: .english) } == ["this is no window of time"])
  }

  @Test func aConditionNeedsNoWindow() {
    #expect(parse("actual > limit", condition: true).expression?.window == nil)
  }
}

/// A blank behind an expression changes nothing, but keeps a bare path from being read by the short way.
@Test(arguments: [
  "spend", "budget.total", "feasibility.flows.2025", "data-platform.share", "a_b.c-d", "a-", "a.2025q1", "a.1b.c", "if",
  "or.a", "not", "a..b", "a.", ".a", "-a", "_a", "a.-b", "a.2025-03", "a.2025q1..2025q2", "q1.a", "k5", "年.a", "a.B",
  "",
])
func aBarePathIsReadAsAnyExpression(text: String) {
  for placed in [true, false] {
    let (quick, quickProblems) = parse(text, placed: placed)
    let (full, fullProblems) = parse(text + " ", placed: placed)
    #expect(quickProblems.count == fullProblems.count)
    #expect(quick.map { shape($0.root) } == full.map { shape($0.root) })
    #expect(quick?.paths == full?.paths)
    #expect(quick?.root.span == full?.root.span)
    #expect(quick?.isPlaced == full?.isPlaced)
    guard placed else { continue }
    #expect(quick?.root.range == full?.root.range)
    #expect(quick?.paths.map { $0.segments.map(\.range) } == full?.paths.map { $0.segments.map(\.range) })
  }
}
