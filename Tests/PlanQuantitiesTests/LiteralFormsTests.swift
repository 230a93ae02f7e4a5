import PlanQuantities
import PlanText
import Testing

private let money = Unit.currency("CNY")
private let people = Unit.word("person")
private let day = Fraction(4, 1461)

/// Every literal form of the two seeds, with what it says.
private let forms: [(String, Quantity)] = [
  ("1.2億元", Quantity(120_000_000, money)),
  ("1.2亿元", Quantity(120_000_000, money)),
  ("5000萬元", Quantity(50_000_000, money)),
  ("12,600", Quantity(12_600)),
  ("12,600万元", Quantity(126_000_000, money)),
  ("0.8美元", Quantity(Fraction(4, 5), .currency("USD"))),
  ("380元/人", Quantity(380, money / people)),
  ("45萬元/人·年", Quantity(450_000, money / people * .perTime)),
  ("2%-5%", Quantity(low: Fraction(2, 100), high: Fraction(5, 100), mark: .percent)),
  ("2-5%", Quantity(low: Fraction(2, 100), high: Fraction(5, 100), mark: .percent)),
  ("+20%", Quantity(Fraction(1, 5), mark: .percent)),
  ("-20%", Quantity(Fraction(-1, 5), mark: .percent)),
  ("15個百分點", Quantity(Fraction(15, 100), mark: .points)),
  ("+15pp", Quantity(Fraction(15, 100), mark: .points)),
  ("15分", Quantity(15, mark: .score(0))),
  ("8.6分(滿分10分)", Quantity(Fraction(86, 10), mark: .score(10))),
  ("8.6分（满分10分）", Quantity(Fraction(86, 10), mark: .score(10))),
  ("8.6/10", Quantity(Fraction(86, 10), mark: .score(10))),
  ("1:3.5", Quantity(Fraction(7, 2), mark: .ratio)),
  ("3:1", Quantity(3, mark: .ratio)),
  ("≥3:1", Quantity(3, mark: .ratio, bound: .atLeast)),
  ("1:2.8", Quantity(Fraction(28, 10), mark: .ratio)),
  ("3.5x", Quantity(Fraction(7, 2), mark: .ratio)),
  ("3倍", Quantity(3, mark: .ratio)),
  ("ROI 3.5", Quantity(Fraction(7, 2), mark: .ratio)),
  ("450%", Quantity(Fraction(9, 2), mark: .percent)),
  ("3‰", Quantity(Fraction(3, 1000), mark: .permille)),
  ("4個月", Quantity(Fraction(1, 3), .time)),
  ("1.5年", Quantity(Fraction(3, 2), .time)),
  ("<3分鐘", Quantity(Fraction(3, 525_960), .time, bound: .under)),
  ("99.99%", Quantity(Fraction(9999, 10000), mark: .percent)),
  ("200+", Quantity(200, bound: .atLeast)),
  ("200以上", Quantity(200, bound: .atLeast)),
  ("200 以下", Quantity(200, bound: .atMost)),
  ("200+家", Quantity(200, .word("company"), bound: .atLeast)),
  ("近5.4億元", Quantity(540_000_000, money, vagueness: .nearly)),
  ("約30%", Quantity(Fraction(3, 10), mark: .percent, vagueness: .about)),
  ("超5.4亿", Quantity(540_000_000, bound: .over)),
  ("突破10億元", Quantity(1_000_000_000, money, bound: .over)),
  ("15%以上", Quantity(Fraction(15, 100), mark: .percent, bound: .atLeast)),
  ("不超過2次/年", Quantity(2, .perTime, bound: .atMost)),
  ("不超过5%", Quantity(Fraction(5, 100), mark: .percent, bound: .atMost)),
  ("5萬名", Quantity(50_000, people)),
  ("1.3萬億", Quantity(1_300_000_000_000)),
  ("每年2-3次", Quantity(low: 2, high: 3, .perTime)),
  ("2-3/y", Quantity(low: 2, high: 3, .perTime)),
  ("2-3次/年", Quantity(low: 2, high: 3, .perTime)),
  ("兩周", Quantity(14 * day, .time)),
  ("≈US$0.8", Quantity(Fraction(4, 5), .currency("USD"), vagueness: .about)),
  ("266 CNY/customer", Quantity(266, money / .word("customer"))),
  ("CNY 266/customer", Quantity(266, money / .word("customer"))),
  ("6%/年", Quantity(Fraction(6, 100), .perTime, mark: .percent)),
  ("CNY 1.2bn", Quantity(1_200_000_000, money)),
  ("¥380", Quantity(380, money)),
  ("￥３８０", Quantity(380, money)),
  ("380 CNY", Quantity(380, money)),
  ("CNY 120,000,000", Quantity(120_000_000, money)),
  ("-CNY 5", Quantity(-5, money)),
  ("500000 users", Quantity(500_000, .word("user"))),
  ("500k users", Quantity(500_000, .word("user"))),
  ("3m users", Quantity(3_000_000, .word("user"))),
  ("50人", Quantity(50, people)),
  ("at least 5", Quantity(5, bound: .atLeast)),
  ("至少5人", Quantity(5, people, bound: .atLeast)),
  ("about 20 people", Quantity(20, people, vagueness: .about)),
  ("100人左右", Quantity(100, people, vagueness: .about)),
  ("≤ 30min", Quantity(Fraction(30, 525_960), .time, bound: .atMost)),
  ("20ms", Quantity(Fraction(20, 31_557_600_000), .time)),
  ("10wd", Quantity(14 * day, .time)),
  ("10个工作日", Quantity(14 * day, .time)),
  ("6w", Quantity(42 * day, .time)),
  ("30 Days", Quantity(30 * day, .time)),
  ("100 Euro", Quantity(100, .currency("EUR"))),
  ("4mo", Quantity(Fraction(1, 3), .time)),
  ("2 to 5 hours", Quantity(low: Fraction(2, 8766), high: Fraction(5, 8766), .time)),
  ("3万-5万元", Quantity(low: 30_000, high: 50_000, money)),
  ("3个月至6个月", Quantity(low: Fraction(1, 4), high: Fraction(1, 2), .time)),
  ("3~6个月", Quantity(low: Fraction(1, 4), high: Fraction(1, 2), .time)),
  ("USD 3600/mo", Quantity(43_200, .currency("USD") * .perTime)),
  ("300 KOLs", Quantity(300, .word("KOL"))),
  ("5000万", Quantity(50_000_000)),
  ("5千万元", Quantity(50_000_000, money)),
  ("3百万美元", Quantity(3_000_000, .currency("USD"))),
  ("2万亿元", Quantity(2_000_000_000_000, money)),
  ("2025", Quantity(2025)),
  ("2025.5", Quantity(Fraction(4051, 2))),
]

@Test(arguments: forms)
func everyLiteralFormSaysItsExactValue(text: String, expected: Quantity) throws {
  let read = try quantity(text)
  #expect(read.says(theSameAs: expected), "\(read.canonicalText) for \(text)")
  let folded = text.contains("￥") ? "¥380" : text.replacing("（", with: "(").replacing("）", with: ")")
  #expect(read.phrase(in: .english) == folded)
  #expect(try quantity(read.canonicalText).says(theSameAs: read), "\(read.canonicalText)")
}

@Test(arguments: [
  ("2024Q4-2025Q1", "2024Q4..2025Q1"), ("2025Q2-Q3", "2025Q2..2025Q3"), ("2025年Q4", "2025Q4"), ("2024年12月", "2024-12"),
  ("2025Q1", "2025Q1"), ("2025H1", "2025H1"), ("2025-03", "2025-03"), ("2025-W14", "2025-W14"),
  ("2024Q4..2025Q1", "2024Q4..2025Q1"), ("2025年上半年", "2025H1"), ("2025年第三季度", "2025Q3"), ("2025..2026", "2025..2026"),
  ("2025-03-01", "2025-03-01"), ("2025年3月1日", "2025-03-01"), ("2025年", "2025"), ("2025Q1至2025Q3", "2025Q1..2025Q3"),
  ("2025-03-01..2025-03-15", "2025-03-01..2025-03-15"), ("2025H1–H2", "2025H1..2025H2"), ("２０２５Ｑ１", "2025Q1"),
  ("2024Q4..2025", "2024Q4..2025Q4"), ("2025年3月~5月", "2025-03..2025-05"),
])
func everyPeriodFormIsRead(text: String, expected: String) throws {
  #expect(try literal(text) == .period(try period(expected)))
  #expect(try period(text).text == expected)
}

@Test func aBareYearIsANumberUntilAPeriodIsDue() throws {
  #expect(try literal("2025").quantity?.value == 2025)
  #expect(try period("2025").days == 365)
  #expect(try period("2024-2025").text == "2024..2025")
  #expect(try quantity("2025年").unit == .time)
}

@Test func hoursAndPairsAreRead() throws {
  #expect(try literal("7×24小時") == .hours(perDay: 24, days: 7))
  #expect(try literal("24x7") == .hours(perDay: 24, days: 7))
  #expect(try literal("8x5") == .hours(perDay: 8, days: 5))
  guard case .pair(let from, let to) = try literal("72小時→4小時") else {
    Issue.record("no pair")
    return
  }
  #expect(from.value == Fraction(72, 8766) && to.value == Fraction(4, 8766))
  #expect(try literal("72小时 → 4小时").canonicalText == "72 h→4 h")
}

@Test func theGrainIsThePlaceOfTheLastDigitWritten() throws {
  #expect(try quantity("1.2亿元").grain == 10_000_000)
  #expect(try quantity("2160万元").grain == 10_000)
  #expect(try quantity("21%").grain == Fraction(1, 100))
  #expect(try quantity("1:3.5").grain == Fraction(1, 10))
  #expect(try quantity("4mo").grain == Fraction(1, 12))
  #expect(try quantity("4mo").writtenAmount == 4)
  #expect(try quantity("12,600").grain == 1)
}

@Test func signsMeanThePlansCurrencyWhereTheyCan() throws {
  #expect(try quantity("¥380", Dialect(currency: "JPY")).unit == .currency("JPY"))
  #expect(try quantity("$5", Dialect(currency: "HKD")).unit == .currency("HKD"))
  #expect(try quantity("5万元", Dialect(currency: "TWD")).unit == .currency("TWD"))
  #expect(try quantity("₳5", Dialect(currency: "CNY", currencyWords: ["₳": "ARS"])).unit == .currency("ARS"))
  #expect(try quantity("$0.8/click", Dialect(currency: "CNY", currencyWords: ["$": "USD"])).unit.currency == "USD")
  #expect(try quantity("≈$0.8/click", Dialect(currency: "CNY", currencyWords: ["USD": "USD"])).unit.currency == "USD")
  #expect(try quantity("5円", Dialect(currency: "CNY", currencyWords: ["円": "JPY"])).unit == .currency("JPY"))
}

/// Quick reading is only a short way to what the scanner says: a blank at the end takes the long way.
@Test(arguments: [
  "2200万元", "CNY 120000", "25%", "-3.5%", "+15pp", "6w", "10wd", "50人", "1.2億",
  "12,600万元", "1,234,567", "5元",
])
func theShortWayAndTheLongWayAgree(text: String) throws {
  let (short, long) = (try quantity(text), try quantity(text + " "))
  #expect(short == long)
}

@Test func policyNamesSynonyms() throws {
  let dialect = Dialect(currency: "CNY", units: ["customer": "人", "人": "人", "坪": "坪"])
  #expect(try quantity("50 customers", dialect).unit == Unit.word("person"))
  #expect(try quantity("50坪", dialect).unit == Unit.word("坪"))
  #expect(try quantity("50 new-things", dialect).unit == Unit.word("new-thing"))
}

@Test(arguments: [
  ("45万元/人·年 * 1y", "45万元/人·年"), ("CNY 380 * 2", "CNY 380"), ("3 events", "3 events"), ("18% * x", "18%"),
  ("3 weeks for 2", "3 weeks"), ("5 for 2 weeks", "5"), ("2 then 3", "2"), ("1,200)", "1,200"), ("1, 200)", "1"),
  ("1,20)", "1"), ("8.6/10)", "8.6/10"), ("5 / 10", "5"), ("5 - 3", "5"), ("2025Q1)", "2025Q1"), ("5 x", "5"),
  ("3 blorps", "3"), ("50人)", "50人"), ("200+ or x", "200+"), ("2 + 3", "2"), ("1y", "1y"),
  ("USD 3600/mo - 2", "USD 3600/mo"),
  ("2400 orders", "2400 orders"), ("1.2亿元 / 3", "1.2亿元"), ("≥3:1 and", "≥3:1"), ("5 and 6", "5"),
  ("4w) * 120%", "4w"), ("１２％ * x", "１２％"), ("2 if x", "2"),
])
func aLiteralInAnExpressionEndsWhereItShould(text: String, expected: String) throws {
  let end = try text.withLiteralBytes { parseLiteralPrefix($0, from: 0, yuan) }?.get().end
  #expect(end == expected.utf8.count)
}

@Test(arguments: ["cac", "CNY", "近期销量", "budget.people", "-5", "约束", "> 5", "(5)", "+x", "overall", "about", "每"])
func aNameIsNoLiteral(text: String) {
  #expect(text.withLiteralBytes { parseLiteralPrefix($0, from: 0, yuan) == nil })
}

@Test func unitsAreReadByThemselves() throws {
  func unit(_ text: String) throws -> WrittenUnit { try text.withLiteralBytes { parseUnit($0, yuan) }.get() }
  #expect(try unit("CNY/customer").unit == money / .word("customer"))
  #expect(try unit("万元").scale == 10_000)
  #expect(try unit("%").mark == .percent)
  #expect(try unit("%").scale == Fraction(1, 100))
  #expect(try unit("x").mark == .ratio)
  #expect(try unit("h").writtenTime == .hour)
  #expect(try unit("users").unit == .word("user"))
  #expect(try unit("points").mark == .score(0))
  #expect(try unit("次").unit == .word("time"))
}
