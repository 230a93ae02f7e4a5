import PlanExpressions
import PlanQuantities
import PlanText
import Testing

struct ArithmeticTests {
  @Test(arguments: [
    ("5000万元 / 1.2亿元", "0.417"),
    ("50人 * 45万元/人·年 * 1y", "CNY 22,500,000"),
    ("1.2亿元 * 18%", "CNY 21,600,000"),
    ("1.14亿元 / (380元/人 - 266元/人)", "1,000,000 people"),
    ("(21.4% - 15.4%) * 16亿元", "CNY 96,000,000"),
    ("35% - 20%", "15pp"),
    ("35% + 10pp", "45%"),
    ("35% - 10pp", "25%"),
    ("-20%", "-20%"),
    ("8.6/10 - 8/10", "0.6/10"),
    ("2 ^ 10", "1,024"),
    ("2 ^ -1", "0.5"),
    ("abs(-5%)", "5%"),
    ("min(3, 5)", "3"),
    ("max(20%, 35%)", "35%"),
    ("avg(1人, 2人)", "1.5 people"),
    ("sum(40%, 35%, 25%)", "100%"),
    ("growth(45.5%, 35%)", "30%"),
    ("max(0, -5万元)", "CNY 0"),
    ("if 3 > 2 then 5% else 7%", "5%"),
    ("2025-03-01 - 2025-01-01", "59 d"),
    ("2025-01-31 + 1mo", "2025-02-28"),
    ("2025-01-01 + 6w", "2025-02-12"),
    ("2025-03-01 - 2d", "2025-02-27"),
  ])
  func isExact(text: String, expected: String) {
    #expect(result(text) == expected)
  }

  @Test func aComputedFigureHasNoGrain() throws {
    let quantity = try #require(evaluation("0.1 + 0.2")?.value.quantity)
    #expect(quantity.low == Fraction(3, 10))
    #expect(quantity.grain.isZero)
    #expect(quantity.spelling == nil)
  }

  @Test func aFractionOfAMonthFallsOnADay() {
    // 12,000 ÷ 12,600 of a year after New Year.
    #expect(result("2025-01-01 + 12000 / 12600 * 1y") == "2025-12-14")
  }

  @Test func figuresPastAnyRangeAreUndefined() {
    #expect(result("9 ^ 999999") == "undefined: the figure is past any range")
    #expect(result("((9 ^ 999) ^ 999) ^ 999") == "undefined: the figure is past any range")
    #expect(result("2025-01-01 + 9999y") == "undefined: the figure is past any range")
  }

  @Test func workingDaysNeedACalendar() {
    #expect(
      result("2025-01-01 + 5wd") == "missing: working days need a calendar, which expressions have none of")
  }
}

struct PeriodComparisonTests {
  @Test(arguments: [
    ("2025-05-10 = 2025Q2", "true"), ("2025Q2 = 2025-05-10", "true"), ("2025-07-01 = 2025Q2", "false"),
    ("2025-07-01 != 2025Q2", "true"),
    ("2025-06-30 <= 2025Q2", "true"), ("2025-07-01 <= 2025Q2", "false"),
    ("2025-04-01 >= 2025Q2", "true"), ("2025-03-31 >= 2025Q2", "false"),
    ("2025-05-10 < 2025Q2", "false"), ("2025-03-31 < 2025Q2", "true"),
    ("2025-05-10 > 2025Q2", "false"), ("2025-07-01 > 2025Q2", "true"),
    ("2025Q2 > 2025-03-31", "true"), ("2025Q2 >= 2025-04-01", "true"), ("2025Q2 >= 2025-04-02", "false"),
    ("2025Q2 < 2025-07-01", "true"), ("2025Q2 <= 2025-06-30", "true"), ("2025Q2 <= 2025-06-29", "false"),
    ("2025Q1 < 2025Q2", "true"), ("2025Q1 = 2025", "false"), ("2025Q1 <= 2025", "true"),
    ("2025-05-10 <= 2025", "true"), ("2026-01-01 > 2025", "true"),
  ])
  func aPeriodIsAStretchOfDays(text: String, expected: String) {
    #expect(result(text) == expected)
  }
}

struct AbsenceTests {
  let names: Names

  init() {
    var names = Names(["a": "5", "zero": "0人", "money": "5万元"])
    names.values["hole"] = .missing(Message(verbatim: "no data"))
    names.values["never"] = .undefined(Message(verbatim: "never"))
    names.values["path"] = .series(
      Series(
        .flow, [.init(period("2025"), value("5万元")), .init(period("2026"), .missing(Message(verbatim: "no 2026")))]))
    names.counts["path"] = 2
    names.dimensions["hole"] = .quantity(.currency("CNY"), .none)
    self.names = names
  }

  @Test(arguments: [
    ("money / zero", "undefined: it divides by `zero`, which is zero"),
    ("a / (a - 5)", "undefined: it divides by `(a - 5)`, which is zero"),
    ("a / 0", "undefined: it divides by `0`, which is zero"),
    ("0 ^ -1", "undefined: it divides by `0`, which is zero"),
    ("hole + money", "missing: no data"),
    ("hole * never", "undefined: never"),
    ("never - hole", "undefined: never"),
    ("-hole", "missing: no data"),
    ("hole ^ 2", "missing: no data"),
    ("sum(path)", "missing: no 2026"),
    ("max(money, hole)", "missing: no data"),
    ("growth(hole, money)", "missing: no data"),
    ("count(path)", "2"),
    ("hole > money", "unknown: no data"),
    ("never > a", "unknown: never"),
    ("if hole > money then 1 else 2", "unknown: no data"),
    ("(if hole > money then 1 else 2) + 1", "unknown: no data"),
    ("trailing(4w)", "missing: there are no actual figures for the 4w before"),
    ("growth(5, -5)", "undefined: growth needs an old figure above zero"),
    ("irr(path, money)", "missing: no 2026"),
  ])
  func isHandedOnWithItsReason(text: String, expected: String) {
    #expect(result(text, names) == expected)
  }

  @Test func returnsSayWhyTheyAreUndefined() {
    var names = Names(["i": "100万元"])
    names.values["f"] = series(.flow, [("2025", "20万元"), ("2026", "30万元")])
    #expect(result("payback(f, i)", names) == "undefined: the flows end 500,000 short of the investment")
    #expect(result("irr(f, 0)", names) == "undefined: the flows never turn from paying to earning")
    #expect(result("npv(f, -100%, i)", names) == "undefined: the rate is −100% or less")
  }
}

struct KleeneTests {
  let names: Names

  init() {
    var names = Names(["n": "1"])
    names.values["u"] = .unknown(Message(verbatim: "why"))
    names.values["t"] = .truth(true)
    names.values["f"] = .truth(false)
    self.names = names
  }

  @Test(arguments: [
    ("t and t", "true"), ("t and f", "false"), ("f and t", "false"), ("f and f", "false"), ("t and u", "unknown: why"),
    ("u and t", "unknown: why"), ("f and u", "false"), ("u and f", "false"), ("u and u", "unknown: why"),
    ("t or t", "true"), ("t or f", "true"), ("f or t", "true"), ("f or f", "false"), ("t or u", "true"),
    ("u or t", "true"), ("f or u", "unknown: why"), ("u or f", "unknown: why"), ("u or u", "unknown: why"),
    ("not t", "false"), ("not f", "true"), ("not u", "unknown: why"),
    ("if u then n else n", "unknown: why"),
  ])
  func truthTable(text: String, expected: String) {
    #expect(result(text, names) == expected)
  }
}

struct IntervalTests {
  @Test(arguments: [
    ("2%-5% + 1%", "0.03-0.06"),
    ("2-5 * 2", "4-10"),
    ("2~5 * 3", "6-15"),
    ("2~5 * -1", "-5~-2"),
    ("10 - 2~5", "5-8"),
    ("10 / 2~5", "2-5"),
    ("2~5 ^ 2", "4-25"),
    ("2~5 > 1", "true"),
    ("2~5 > 3", "unknown: the figures are known only as ranges that overlap"),
    ("2~5 < 2", "false"),
    ("2~5 >= 2", "true"),
    ("2~5 = 2~5", "unknown: the figures are known only as ranges that overlap"),
    ("2~5 = 7", "false"),
    ("2~5 != 7", "true"),
    ("≥5 + 1", "≥6"),
    ("≥5 * -1", "≤-5"),
    ("≥5 * 0", "0"),
    ("超5 > 5", "true"),
    ("≥5 > 5", "unknown: the figures are known only as ranges that overlap"),
    ("≥5 >= 5", "true"),
    ("≥5 < 5", "false"),
    ("≥5 - ≥3", "missing: its inputs are bounds that leave it open on both sides"),
    ("1 / ≥5", "0-0.2"),
    ("1 / (2~5 - 3)", "undefined: it divides by `(2~5 - 3)`, which may be zero"),
    ("min(2~5, 3)", "2-3"),
    ("max(2~5, 3)", "3-5"),
    ("max(≥5, 7)", "≥7"),
    ("min(≥5, 7)", "5-7"),
    ("abs(2~5 - 4)", "0-2"),
    ("(2~5 - 3) ^ 2", "0-4"),
    ("≈5 = 5", "true"),
  ])
  func arithmeticIsIntervalArithmetic(text: String, expected: String) {
    #expect(result(text) == expected)
  }
}

struct SeriesTests {
  let names: Names

  init() {
    var names = Names(["i": "12000万元", "r": "8%"])
    names.values["flows"] = series(.flow, [("2025", "12600万元"), ("2026", "18900万元"), ("2027", "22500万元")])
    names.values["rate"] = series(.level, [("2025Q1", "35%"), ("2025Q3", "45%")])
    names.values["heads"] = series(.level, [("2025", "100人"), ("2027", "121人")])
    self.names = names
  }

  @Test(arguments: [
    ("npv(flows, r, i)", "CNY 337,315,957.93"),
    ("irr(flows, i)", "117.23%"),
    ("payback(flows, i)", "0.952 y"),
    ("discounted_payback(flows, i, r)", "1.021 y"),
    ("sum(flows)", "CNY 540,000,000"),
    ("cagr(heads)", "10%/y"),
    ("at(flows, 2025)", "CNY 126,000,000"),
    ("at(flows, 2026H1)", "CNY 219,723,287.67"),
    ("at(rate, 2025Q1)", "35%"),
    ("at(rate, 2025-09-30)", "45%"),
    ("at(rate, 2024)", "missing: the path says nothing of 2024-12-31"),
    ("at(rate, 2026)", "missing: the path says nothing of 2026-12-31"),
    ("sum(flows * 2)", "CNY 1,080,000,000"),
    ("sum(flows - flows)", "CNY 0"),
    ("max(rate)", "45%"),
  ])
  func functionsOverPeriods(text: String, expected: String) {
    #expect(result(text, names) == expected)
  }

  @Test func levelsRunOnAStraightLine() throws {
    let half = try #require(evaluation("at(rate, 2025-06-30)", names)?.value.quantity)
    // 91 of the 183 days from 31 March to 30 September.
    #expect(half.low == Fraction(35, 100) + Fraction(91, 183) * Fraction(1, 10))
    #expect(half.mark == .percent)
  }

  @Test func modifiedReturn() {
    #expect(result("mirr(flows, i, 8%, 10%)", names) == "69.6%")
  }
}

struct NameResolutionTests {
  @Test func aMinusWithoutBlanksIsFound() throws {
    let names = Names(["budget.a": "5元", "budget.b": "3元"])
    for text in ["budget.a-budget.b", "budget.a-budget.b * 2"] {
      let problem = try #require(evaluation(text, names)?.problems.first)
      #expect(problem.message.text(in: .english).contains("but `budget.a` and `budget.b` are known"))
      #expect(mended(text, problem.fix)?.hasPrefix("budget.a - budget.b") == true)
    }
  }

  @Test func aMisspeltNameIsSuggested() throws {
    var names = Names(["budget.total": "5元"])
    names.suggestions["budget.totl"] = "budget.total"
    let text = "2 * budget.totl"
    let problem = try #require(evaluation(text, names)?.problems.first)
    #expect(problem.kind == .unknownName)
    #expect(problem.help?.text(in: .english) == "Did you mean `budget.total`?")
    #expect(mended(text, problem.fix) == "2 * budget.total")
  }

  @Test func aCircleIsShown() throws {
    var names = Names()
    names.cycles["a"] = ["a", "b", "a"]
    let problem = try #require(evaluation("a + 1", names)?.problems.first)
    #expect(problem.kind == .cycle)
    #expect(problem.message.text(in: .english) == "`a` needs its own value: a → b → a")
  }
}

struct TraceTests {
  @Test func pathsAreReplacedByTheirFigures() throws {
    var names = Names(["budget.technology": "5000万元", "budget.total": "1.2亿元"])
    names.counts["journey"] = 5
    names.values["flows"] = series(.flow, [("2025", "5万元"), ("2026", "7万元")])
    let share = try #require(evaluation("budget.technology / budget.total", names)).trace
    #expect(share.substituted(in: .simplified) == "5000万元 / 1.2亿元")
    #expect(share.message.text(in: .english) == "5000万元 / 1.2亿元")
    #expect(share.inputs.map(\.text) == ["budget.technology", "budget.total"])
    let count = try #require(evaluation("count(journey) * 2 > sum(flows) / 1万元", names)).trace
    #expect(count.substituted(in: .english) == "5 * 2 > sum(5万元, 7万元) / 1万元")
    let time = try #require(evaluation("at(flows, 2025) - 10%", names)).trace
    #expect(time.substituted(in: .english) == "CNY 50,000 - 10%")
  }

  @Test func literalsAreInputsWithTheirOwnPlace() throws {
    let text = "2 * 预算"
    let trace = try #require(evaluation(text, Names(["预算": "5元"]))).trace
    #expect(trace.inputs.map(\.isLiteral) == [true, false])
    #expect(trace.inputs.map { covered($0.range, in: text) } == ["2", "预算"])
    #expect(trace.inputs.first?.place == trace.inputs.first?.range)
  }
}

struct FunctionTableTests {
  @Test func everyFunctionIsDocumentedInThreeLanguages() {
    #expect(Function.all.count == 15)
    for function in Function.all {
      #expect(function.signature.hasPrefix(function.name + "("))
      for language in Language.allCases { #expect(!function.doc.text(in: language).isEmpty) }
      #expect(Function.named(function.name) == function)
    }
    #expect(Function.named("share") == nil)
  }
}
