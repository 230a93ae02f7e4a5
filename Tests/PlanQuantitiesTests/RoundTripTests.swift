import PlanQuantities
import PlanText
import Seeded
import Testing

/// Writes random quantities as a planner might.
private struct Writer {
  var generator: SeededGenerator

  mutating func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &generator)] }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  mutating func number(_ most: Int = 1_000_000) -> Fraction {
    let digits = Int.random(in: 0...most, using: &generator)
    return Fraction(mantissa: digits, exponent: -Int.random(in: 0...3, using: &generator))
  }

  mutating func figure(_ value: Fraction) -> String { value.text(places: 3, grouped: chance(30)) }

  /// One figure, or a range from low to high.
  mutating func span() -> String {
    let low = number()
    let sign = chance(10) ? "-" : ""
    if sign.isEmpty, chance(20) {
      return figure(low) + pick(["-", "~", "–", "至", " to "]) + figure(low + number())
    }
    return sign + figure(low)
  }

  mutating func core() -> String {
    let magnitudes = ["", "", "", "万", "亿", "千", "百万", "千万", "万亿", "萬", "億"]
    switch Int.random(in: 0..<10, using: &generator) {
    case 0:
      return pick(["CNY ", "¥", "USD ", "HK$"]) + span() + pick(["", "万", "bn", "k", "m", "亿", "m/y", "k/年", "/y"])
    case 1:
      return span() + pick(magnitudes) + pick(["元", "美元", " CNY", "港元", "元/人", "元/年", "元/人·年", "元/月", " EUR/customer"])
    case 2: return span() + pick(["%", "‰", "%/年", "%/mo"])
    case 3: return span() + pick(["pp", "个百分点"])
    case 4: return span() + pick(["分", " points", "x", "倍"])
    case 5: return "1:" + figure(number() + 1)
    case 6: return span() + pick(["ms", "s", "min", "h", "d", "wd", "w", "mo", "q", "y", "个月", "小时", "周", " hours"])
    case 7: return pick(["每年", "每月", "每周"]) + figure(number()) + "次"
    case 8: return span() + pick(magnitudes) + pick(["人", "名", " users", "坪", " KOLs", "件"])
    default: return figure(Fraction(Int.random(in: 0...100, using: &generator), 10)) + "/10"
    }
  }

  mutating func quantity() -> String {
    let before = chance(80) ? "" : pick(["≈", "约", "近", "≥", "<", "超过", "不超過", "at least ", "about "])
    return before + core() + (before.isEmpty && chance(10) ? pick(["以上", "左右", "以下"]) : "")
  }
}

@Test func printThenParseIsIdentityForAHundredThousandQuantities() throws {
  var writer = Writer(generator: SeededGenerator(20_251_121))
  var failures: [String] = []
  for _ in 0..<100_000 where failures.count < 10 {
    let text = writer.quantity()
    guard let read = try? quantity(text) else {
      failures.append("\(text) does not read")
      continue
    }
    let printed = read.canonicalText
    let again = try? quantity(printed)
    if again?.says(theSameAs: read) != true || again?.grain != read.grain { failures.append("\(text) as \(printed)") }
  }
  #expect(failures.isEmpty)
}

/// A blank before a literal changes nothing, but keeps it from being read by the short way for common ones.
@Test(arguments: [
  yuan, Dialect(), Dialect(currency: "TWD"), Dialect(currency: "CNY", currencyWords: ["元": "HKD"]),
  Dialect(currency: "CNY", units: ["人": "worker"]), Dialect(currency: "CNY", units: ["坪": "坪"]),
])
func theShortWayReadsAsTheScannerDoes(dialect: Dialect) {
  var writer = Writer(generator: SeededGenerator(20_251_122))
  var failures: [String] = []
  for _ in 0..<30_000 where failures.count < 10 {
    let text = writer.quantity()
    if (try? quantity(text, dialect)) != (try? quantity(" " + text, dialect)) { failures.append(text) }
  }
  #expect(failures.isEmpty)
}

/// A unit is what follows a number, by whichever way it is read.
@Test(arguments: [
  "%", "‰", "pp", "x", "分", "points", "元", "万元", "亿元/年", "元/年", "元/人", "人", "万人", "y", "年", "h", "小时", "wd", "CNY",
  "CNY/customer", "元/人·年", "users", "坪", "k", "",
])
func aUnitIsReadAsAfterANumber(text: String) throws {
  let unit = try? text.withLiteralBytes { parseUnit($0, yuan) }.get()
  let counted = text.isEmpty ? nil : try? quantity(" 1" + text)
  #expect(unit?.unit == counted?.unit)
  #expect(unit?.mark == counted?.mark)
  #expect(unit?.scale == counted?.value)
  #expect(unit?.writtenTime == counted?.writtenTime)
}

@Test(arguments: Language.allCases)
func whatIsComputedPrintsSoThatItReadsBack(language: Language) throws {
  var generator = SeededGenerator(7)
  let units: [(Unit, Mark)] = [
    (.currency("CNY"), .none), (.currency("USD"), .none), (.currency("CHF"), .none), (.none, .percent),
    (.none, .points),
    (.none, .ratio), (.word("person"), .none),
    (.currency("CNY") / .word("customer"), .none), (.perTime, .none),
    (.currency("CNY") / .word("person") * .perTime, .none), (.time, .none), (.perTime, .percent), (.word("坪"), .none),
  ]
  for index in 0..<5000 {
    let (unit, mark) = units[index % units.count]
    let whole = Int.random(in: -99_999_999...99_999_999, using: &generator)
    let value = mark == .none ? Fraction(whole / 100) : Fraction(whole, mark == .ratio ? 1000 : 10_000)
    let computed = Quantity(value, unit, mark: mark)
    // From ten million on, Chinese rounds to hundreds.
    if language != .english, value.magnitude >= 10_000_000 { continue }
    let phrase = computed.phrase(in: language)
    let again = try? quantity(phrase)
    #expect(again?.says(theSameAs: computed) == true, "\(phrase)")
  }
}

@Test(arguments: [
  (Quantity(120_000_000, .currency("CNY")), "CNY 120,000,000", "1.2亿元", "1.2億元"),
  (Quantity(126_540_000, .currency("CNY")), "CNY 126,540,000", "12,654万元", "12,654萬元"),
  (Quantity(22_500_000, .currency("CNY")), "CNY 22,500,000", "2,250万元", "2,250萬元"),
  (Quantity(12_000_000, .currency("USD")), "USD 12,000,000", "1,200万美元", "1,200萬美元"),
  (Quantity(-500_000, .currency("CNY")), "-CNY 500,000", "-50万元", "-50萬元"),
  (Quantity(Fraction(337_315_957_628, 1000), .currency("CNY")), "CNY 337,315,957.63", "33,731.6万元", "33,731.6萬元"),
  (Quantity(380, .currency("CNY")), "CNY 380", "380元", "380元"),
  (Quantity(Fraction(3, 14), mark: .percent), "21.43%", "21.43%", "21.43%"),
  (Quantity(Fraction(15, 100), mark: .points), "15pp", "15个百分点", "15個百分點"),
  (Quantity(Fraction(20, 21), .time), "0.952 y", "0.952年", "0.952年"),
  (Quantity(Fraction(11, 12), .time), "11 mo", "11个月", "11個月"),
  (Quantity(Fraction(4, 1461) * 10, .time), "10 d", "10天", "10天"),
  (Quantity(Fraction(7, 2), mark: .ratio), "3.5x", "3.5倍", "3.5倍"),
  (Quantity(50, .word("person")), "50 people", "50人", "50人"),
  (Quantity(1, .word("customer")), "1 customer", "1客户", "1客戶"),
  (Quantity(266, .currency("CNY") / .word("customer")), "CNY 266/customer", "266元/客户", "266元/客戶"),
  (Quantity(450_000, .currency("CNY") / .word("person") * .perTime), "CNY 450,000/person·y", "45万元/人·年", "45萬元/人·年"),
  (Quantity(low: 2, high: 3, .perTime), "2-3/y", "每年2-3次", "每年2-3次"),
  (Quantity(Fraction(43, 5), mark: .score(10)), "8.6/10", "8.6分(满分10分)", "8.6分(滿分10分)"),
  (Quantity(5, .currency("CHF"), bound: .over), ">CHF 5", ">CHF 5", ">CHF 5"),
  (Quantity(Fraction(1, 3)), "0.333", "0.333", "0.333"),
])
func computedFiguresArePhrasedAsReadersWriteThem(quantity: Quantity, en: String, hans: String, hant: String) {
  #expect(quantity.phrase(in: .english) == en)
  #expect(quantity.phrase(in: .simplified) == hans)
  #expect(quantity.phrase(in: .traditional) == hant)
}
