import PlanExpressions
import PlanQuantities
import PlanText
import Testing

struct DimensionTests {
  let names: Names

  init() {
    var names = Names([
      "budget.total": "1.2亿元", "budget.people": "2200万元", "team.headcount": "50人", "cost": "45万元/人·年",
      "cac.baseline": "380元/人", "share": "35%", "lift": "15pp", "span": "6mo", "start": "2025-01-01",
      "due": "2025-09-30", "q": "2025Q3", "usd": "USD 100", "revenue": "16亿元",
    ])
    names.values["flows"] = series(.flow, [("2025", "5万元"), ("2026", "7万元")])
    names.values["lines"] = .figures([value("5万元"), value("7万元")])
    names.values["hole"] = .missing(Message(verbatim: "no data"))
    names.counts["journey"] = 5
    self.names = names
  }

  @Test(arguments: [
    ("budget.people + budget.total", "money (CNY)"),
    ("budget.people / budget.total", "a plain number"),
    ("budget.total * share", "money (CNY)"),
    ("share * budget.total", "money (CNY)"),
    ("team.headcount * cost", "money a year (CNY/y)"),
    ("team.headcount * cost * 1y", "money (CNY)"),
    ("budget.total / 1y", "money a year (CNY/y)"),
    ("cac.baseline * team.headcount", "money (CNY)"),
    ("share - share", "percentage points"),
    ("share - lift", "a percentage"),
    ("share + lift", "a percentage"),
    ("lift + share", "a percentage"),
    ("share + share", "a plain number"),
    ("-share", "a percentage"),
    ("due - start", "a duration"),
    ("start + span", "a date"),
    ("span + start", "a date"),
    ("due - span", "a date"),
    ("due <= q", "a condition"),
    ("due <= 2025", "a condition"),
    ("span * 2", "a duration"),
    ("0 + budget.total", "money (CNY)"),
    ("budget.total > 0", "a condition"),
    ("max(0, budget.total)", "money (CNY)"),
    ("sum(lines)", "money (CNY)"),
    ("sum(flows)", "money (CNY)"),
    ("flows / team.headcount * 1人", "a series (money (CNY))"),
    ("count(journey)", "a number"),
    ("count(journey) = 5个", "a condition"),
    ("count(journey) = 5", "a condition"),
    ("growth(budget.total, budget.people)", "a percentage"),
    ("irr(flows, budget.people)", "a percentage"),
    ("npv(flows, 8%, budget.people)", "money (CNY)"),
    ("npv(flows, 8%/年, 5万元)", "money (CNY)"),
    ("payback(flows, 5万元)", "a duration"),
    ("hole + budget.total", "money (CNY)"),
    ("hole * budget.total", "of unknown kind"),
    ("if share > 3% then budget.total else 0", "money (CNY)"),
    ("at(flows, 2025)", "money (CNY)"),
  ])
  func isKnown(text: String, expected: String) throws {
    let found = try #require(evaluation(text, names))
    #expect(found.problems.map { $0.message.text(in: .english) } == [])
    #expect(found.dimension.phrase(in: .english) == expected)
  }

  @Test(arguments: [
    ("budget.total + 5%", "`budget.total` is money (CNY) and `5%` is a percentage: they do not add up"),
    ("budget.total - 50人", "`budget.total` is money (CNY) and `50人` is in people: one cannot be taken from the other"),
    ("budget.total > 5%", "`budget.total` is money (CNY) and `5%` is a percentage: they do not compare"),
    (
      "budget.people = team.headcount * cost",
      "`budget.people` is money (CNY) and `team.headcount * cost` is money a year (CNY/y): they do not compare"
    ),
    ("due + start", "`due` is a date and `start` is a date: they do not add up"),
    ("due > 5%", "`due` is a date and `5%` is a percentage: they do not compare"),
    ("share > lift", "`share` is a percentage and `lift` is percentage points: they are not one kind of figure"),
    ("(a > b) + 1", "nothing is called `a`"),
    ("(share > 3%) + 1", "`(share > 3%)` is a condition and `1` is a plain number: they do not add up"),
    ("(share > 3%) * 2", "`(share > 3%)` is a condition, and nothing can be reckoned with it here"),
    ("share and share", "`share` is a percentage, where a condition is due"),
    ("not budget.total", "`budget.total` is money (CNY), where a condition is due"),
    ("if share then 1 else 2", "`share` is a percentage, where a condition is due"),
    ("if share > 1% then 5% else 3人", "`5%` is a percentage and `3人` is in people: an `if` gives one kind of figure"),
    ("lines * 2", "`lines` is a map of figures (money (CNY)), and nothing can be reckoned with it here"),
    ("flows > 5万元", "`flows` is a series (money (CNY)) and `5万元` is money (CNY): they do not compare"),
    ("2 ^ share", "an exponent is a whole number without a unit, not `share`"),
    ("-start", "`start` is a date, and nothing can be reckoned with it here"),
    ("sum(share)", "`share` is a percentage, where a map of figures, or a second figure is due"),
    (
      "max(budget.total, team.headcount)",
      "`budget.total` is money (CNY) and `team.headcount` is in people: a function takes figures of one kind"
    ),
    (
      "growth(budget.total, team.headcount)",
      "`budget.total` is money (CNY) and `team.headcount` is in people: a function takes figures of one kind"
    ),
    ("npv(budget.total, 8%, budget.total)", "`budget.total` is money (CNY), where a map of period to money is due"),
    ("npv(flows, budget.total, budget.total)", "`budget.total` is money (CNY), where a rate in percent a year is due"),
    ("irr(flows, share)", "`share` is a percentage, where an amount of money is due"),
    ("cagr(share)", "`share` is a percentage, where a map of period to figure is due"),
    ("at(flows, share)", "`share` is a percentage, where a date or period is due"),
    ("trailing(5%)", "`5%` is a percentage, where a duration such as 4w is due"),
    ("count(share)", "`share` is a percentage, where a section, map or list is due"),
    ("budget.total + usd", "CNY and USD meet here, and no exchange rate between them is given"),
    ("sum(budget.total, usd)", "CNY and USD meet here, and no exchange rate between them is given"),
  ])
  func mismatchIsSaidAtTheOperator(text: String, expected: String) {
    #expect(result(text, names) == "!" + expected)
  }

  @Test func moneyAndAPercentageGetTheFix() throws {
    let text = "budget.people * 2 + 5%"
    let problem = try #require(evaluation(text, names)?.problems.first)
    #expect(covered(problem.range, in: text) == "+")
    #expect(mended(text, problem.fix) == "budget.people * 2 * (1 + 5%)")
    #expect(problem.labels.map { covered($0.range, in: text) } == ["budget.people * 2", "5%"])
    #expect(problem.help?.text(in: .simplified) == "增减一定比例的写法：`budget.people * 2 * (1 + 5%)`。")
    #expect(
      problem.message.text(in: .traditional) == "`budget.people * 2` 是金額（CNY），`5%` 是百分比，兩者不能相加")
  }

  @Test func aYearlyFigureWantsATime() throws {
    let problem = try #require(evaluation("budget.people = team.headcount * cost", names)?.problems.first)
    #expect(problem.help?.text(in: .english) == "Say for how long: `team.headcount * cost * 1y`.")
  }

  @Test func percentAgainstPointsIsMendedInTheLiteral() throws {
    let text = "share - share > 5%"
    let problem = try #require(evaluation(text, names)?.problems.first)
    #expect(mended(text, problem.fix) == "share - share > 5pp")
  }

  @Test func currenciesConvertAtTheScopesRate() {
    var rated = names
    rated.rates["USD>CNY"] = 7
    #expect(result("usd + 300元", rated) == "!USD and CNY meet here, and no exchange rate between them is given")
    rated.currency = "CNY"
    #expect(result("usd + 300元", rated) == "CNY 1,000")
    #expect(result("max(usd, 300元)", rated) == "CNY 700")
    #expect(result("usd > 300元", rated) == "true")
    #expect(result("USD 2-3 + 1元", rated) == "CNY 15-22")
  }

  @Test func everyProblemOfAnExpressionIsFound() throws {
    let found = try #require(evaluation("(budget.total + 5%) * (due + start) + nowhere", names))
    #expect(found.problems.map(\.kind) == [.dimension, .dimension, .unknownName])
    #expect(found.value.truth == nil)
  }
}
