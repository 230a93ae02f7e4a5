import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanReports
import PlanSchedule
import PlanText
import Seeded
import Testing

@Suite struct MoneyOverTimeTests {
  func spread(_ yaml: String) throws -> MoneyOverTime? { try compiled(yaml).figures.moneyOverTime }

  /// The amounts as a reader of plain numbers would write them.
  func texts(_ values: [Quantity]) -> [String] { values.map(\.value.decimalText) }

  @Test func aPhaseIsSpentEveryDayAlike() throws {
    let plan = try compiled(
      """
      budget:
        total: CNY 100,000
        lines: {media: CNY 60k, people: CNY 40k}
        phasing: {a: 60%, b: 40%}
        released: {2025-01-01: CNY 70k, 2025-03-01: CNY 100k}
      phases: {a: 2025-01-01..2025-02-28, b: 2025-03-01..2025-04-30}

      """)
    let money = try #require(plan.figures.moneyOverTime)
    // 60,000 over 59 days: 31 in January, 28 in February; 40,000 over 61: 31 and 30.
    #expect(texts(money.total.months) == ["31525.42", "28474.58", "20327.87", "19672.13"])
    #expect(texts(money.total.phases) == ["60000", "40000"])
    #expect(money.rows.map(\.id) == ["media", "people"])
    #expect(texts(money.rows[0].phases) == ["36000", "24000"])
    let monthly = money.monthly(plan.plan)
    #expect(monthly.map(\.month.text) == ["2025-01", "2025-02", "2025-03", "2025-04"])
    #expect(monthly.map(\.cumulative.value.decimalText) == ["31525.42", "60000", "80327.87", "100000"])
    #expect(monthly.map { $0.released?.value.decimalText } == ["70000", "70000", "100000", "100000"])
    #expect(monthly.map(\.phases) == [["a"], ["a"], ["b"], ["b"]])
  }

  @Test func phasesThatShareAMonthShareItByDays() throws {
    let money = try #require(
      try spread(
        """
        budget: {total: CNY 1000, lines: {media: CNY 1000}, phasing: {a: 50%, b: 50%}}
        phases: {a: 2025-01-01..2025-02-10, b: 2025-02-01..2025-02-20}

        """))
    // a: 500 over 41 days, 10 of them in February; b: 500 over 20 days of February.
    #expect(texts(money.total.months) == ["378.05", "621.95"])
    #expect(texts(money.total.phases) == ["500", "500"])
  }

  @Test func monthsOfTheBudgetOverrideItsPhases() throws {
    let money = try #require(
      try spread(
        """
        budget:
          total: CNY 1000
          lines: {media: CNY 900}
          reserves: {rest: 10%}
          phasing: {a: 50%, b: 50%}
          months: {2025-01: 10%, 2025-02: 40%, 2025Q2: 50%}
        phases: {a: 2025Q1, b: 2025Q2}

        """))
    #expect(texts(money.total.months) == ["100", "400", "0", "164.84", "170.33", "164.83"])
    #expect(texts(money.rows[1].months) == ["10", "40", "0", "16.49", "17.03", "16.48"])
  }

  @Test func aLineIsSpentAsItSaysItself() throws {
    let money = try #require(
      try spread(
        """
        budget:
          total: CNY 3000
          lines:
            media: {amount: CNY 1000, phasing: {a: 100%}, lines: {search: CNY 400, social: CNY 600}}
            fair: {amount: CNY 1000, period: 2025-05}
            people: CNY 1000
          phasing: {a: 50%, b: 50%}
        phases: {a: 2025Q1, b: 2025Q2}

        """))
    #expect(money.rows.map(\.id) == ["search", "social", "fair", "people"])
    #expect(texts(money.rows[1].phases) == ["600", "0"])
    #expect(texts(money.rows[2].months) == ["0", "0", "0", "0", "1000", "0"])
    #expect(texts(money.rows[2].phases) == ["0", "1000"])
    #expect(texts(money.total.phases) == ["1500", "1500"])
    let media = money.sum("media", of: ["search", "social"])
    #expect(texts([media.amount] + media.phases) == ["1000", "1000", "0"])
  }

  @Test(arguments: [
    "budget: {total: CNY 100, lines: {media: CNY 100}}\n",
    "budget: {total: CNY 100, lines: {media: CNY 100}, phasing: {a: 90%}}\nphases: {a: 2025Q1}\n",
    "budget: {total: CNY 100, lines: {media: about CNY 100}, phasing: {a: 100%}}\nphases: {a: 2025Q1}\n",
    "budget: {total: CNY 100, lines: {media: USD 100}, phasing: {a: 100%}}\nphases: {a: 2025Q1}\n",
    "budget: {total: CNY 100, lines: {media: CNY 100}, phasing: {b: 100%}}\nphases: {a: 2025Q1}\n",
  ])
  func whatIsNotSaidIsNotSpread(yaml: String) throws { #expect(try spread(yaml) == nil) }

  @Test func aTotalThatItsLinesDoNotMakeIsSpreadByItself() throws {
    let money = try #require(
      try spread(
        "budget: {total: CNY 100, lines: {media: CNY 70}, phasing: {a: 50%, b: 50%}}\nphases: {a: 2025-01, b: 2025-02}\n"
      ))
    #expect(texts(money.total.months) == ["50", "50"])
    #expect(texts(money.rows[0].months) == ["35", "35"])
  }

  /// Three hundred plans with phases anywhere, lines with phasing, periods and neither, in currencies with and without
  /// minor units: every row and column adds up, and no part is a minor unit off.
  @Test func randomPlansAddUp() throws {
    var generator = SeededGenerator(3)
    for round in 0..<300 {
      let plan = Self.randomPlan(&generator)
      let money = try #require(try spread(plan.yaml), "plan \(round):\n\(plan.yaml)")
      let unit = Fraction(1, minorUnits(of: money.unit.currency))
      func sum(_ values: [Quantity]) -> Fraction { values.reduce(Fraction(0)) { $0 + $1.value } }
      for row in money.rows + [money.total] { #expect(sum(row.months) == row.amount.value, "\(plan.yaml)") }
      #expect(sum(money.rows.map(\.amount)) == money.total.amount.value)
      for place in money.months.indices {
        #expect(sum(money.rows.map { $0.months[place] }) == money.total.months[place].value)
        var whole = Fraction(0)
        for row in money.rows {
          let exact = plan.share(row.id, money.months[place]) * row.amount.value
          whole += exact
          #expect(
            (row.months[place].value - exact).magnitude < unit,
            "\(row.id) in \(money.months[place].text):\n\(plan.yaml)")
        }
        #expect(
          (money.total.months[place].value - whole).magnitude < unit, "\(money.months[place].text):\n\(plan.yaml)")
      }
    }
  }

  private struct RandomPlan {
    var yaml = ""
    var phases: [(id: String, first: CivilDate, last: CivilDate)] = []
    var phasing: [String: [Fraction]] = [:]
    var periods: [String: (CivilDate, CivilDate)] = [:]

    /// The share of a row in a month, worked out from the plan's own days.
    func share(_ id: String, _ month: Period) -> Fraction {
      func part(_ first: CivilDate, _ last: CivilDate) -> Fraction {
        let days = max(first, month.first).days(until: min(last, month.last)) + 1
        return Fraction(max(0, days), first.days(until: last) + 1)
      }
      if let own = phasing[id] { return zip(phases, own).reduce(0) { $0 + $1.1 * part($1.0.first, $1.0.last) } }
      if let (first, last) = periods[id] { return part(first, last) }
      return zip(phases, phasing[""] ?? []).reduce(0) { $0 + $1.1 * part($1.0.first, $1.0.last) }
    }
  }

  private static func randomPlan(_ generator: inout SeededGenerator) -> RandomPlan {
    var plan = RandomPlan()
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let start = CivilDate(dayNumber: 20_089)
    for place in 0..<number(1...4) {
      let first = start.adding(days: number(0...300))
      plan.phases.append(("p\(place)", first, first.adding(days: number(0...120))))
    }
    func shares() -> [Fraction] {
      var left = 1000
      return plan.phases.indices.map { place in
        let share = place == plan.phases.count - 1 ? left : number(0...left)
        left -= share
        return Fraction(share, 1000)
      }
    }
    func text(_ shares: [Fraction]) -> String {
      let parts = zip(plan.phases, shares).map { "\($0.id): \(($1 * 100).decimalText)%" }
      return "{\(parts.joined(separator: ", "))}"
    }
    plan.phasing[""] = shares()
    let currency = ["CNY", "JPY", "KWD"][number(0...2)]
    let cents = currency == "JPY" ? 1 : 100
    var total = 0
    var lines: [String] = []
    for place in 0..<number(1...6) {
      let (id, amount) = ("l\(place)", number(0...900_000))
      total += amount
      var line = "    \(id): {amount: \(currency) \(Fraction(amount, cents).decimalText)"
      switch number(0...2) {
      case 0:
        let own = shares()
        plan.phasing[id] = own
        line += ", phasing: \(text(own))"
      case 1:
        let first = start.adding(days: number(0...300))
        let last = first.adding(days: number(0...90))
        plan.periods[id] = (first, last)
        line += ", period: \(first.text)..\(last.text)"
      default: break
      }
      lines.append(line + "}")
    }
    let reserve = number(0...99_999)
    total += reserve
    plan.yaml = """
      budget:
        total: \(currency) \(Fraction(total, cents).decimalText)
        lines:
      \(lines.joined(separator: "\n"))
        reserves: {held: {amount: \(currency) \(Fraction(reserve, cents).decimalText)}}
        phasing: \(text(plan.phasing[""] ?? []))
      phases:
      \(plan.phases.map { "  \($0.id): \($0.first.text)..\($0.last.text)" }.joined(separator: "\n"))

      """
    return plan
  }
}
