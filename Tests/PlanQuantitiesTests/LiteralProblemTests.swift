import PlanQuantities
import PlanText
import Seeded
import Testing

@Test(arguments: [
  ("", "there is no value here", 0..<0),
  ("   ", "there is no value here", 0..<3),
  ("about", "this is not a figure", 0..<5),
  ("12,60", "commas group digits by three from the right", 0..<5),
  ("1200,000", "commas group digits by three from the right", 0..<8),
  ("12,6000万元", "commas group digits by three from the right", 0..<7),
  ("5%-2%", "the range runs from 5% down to 2%", 0..<5),
  ("5-2%", "the range runs from 5 down to 2", 0..<3),
  ("2025-02-30", "there is no 2025-02-30 in the calendar", 0..<10),
  ("2025-13", "there is no period 2025-13", 0..<7),
  ("2025Q5", "there is no period 2025Q5", 0..<6),
  ("2025Q3..2025Q1", "the period ends before it begins", 0..<14),
  ("50 custmers", "unit “custmers” is one letter off “customers”", 3..<11),
  ("2Y", "unit “Y” is one letter off “y”", 1..<2),
  ("5 Points", "unit “Points” is one letter off “points”", 2..<8),
  ("CYN 380", "CYN is no currency known here", 0..<3),
  ("380 CYN", "CYN is no currency known here", 4..<7),
  ("XQZ 380", "XQZ is no currency known here", 0..<3),
  ("3m", "m beside a bare number could be metres, months or millions", 1..<2),
  ("2:3", "neither side of the ratio is 1", 0..<3),
  ("12/10", "the score does not fit its scale", 0..<5),
  ("8.6分(满分x)", "the value ends before “(满分x)”", 6..<15),
  ("30x7", "a day has 24 hours and a week 7 days", 0..<4),
  ("72小时→4人", "the two figures of the change are measured in different units", 0..<15),
  ("≥5以下", "the two bounds contradict each other", 4..<10),
  ("1e3", "powers of ten are not read in figures", 1..<3),
  ("6月", "月 after a number names a month, not a length of time", 1..<4),
  ("45万元/", "a unit is missing here", 8..<9),
  ("5元 为主 x", "the value ends before “为主 x”", 5..<13),
  ("12345678901234567890123456789012345678901", "a figure has at most 40 digits", 0..<41),
  ("１２,60", "commas group digits by three from the right", 0..<9),
  ("5%~2", "the two ends of the range are measured in different units", 0..<4),
])
func everyProblemNamesItsPlaceAndCause(text: String, message: String, range: Range<Int>) throws {
  let found = try #require(problem(text))
  #expect(found.message.text(in: .english) == message)
  #expect(found.range == range)
  for language in [Language.simplified, .traditional] {
    #expect(found.message.text(in: language) != message)
    #expect(!found.message.text(in: language).isEmpty)
  }
}

@Test func aSignThatIsNotThePlansIsAProblem() throws {
  let found = try #require(problem("5万元", Dialect(currency: "EUR")))
  #expect(found.message.text(in: .english) == "元 does not mean the plan's currency, EUR")
  #expect(found.help?.text(in: .simplified) == "请写货币代码：EUR，或 CNY, TWD, HKD 之一")
  #expect(problem("$5", yuan) != nil)
  #expect(problem("¥5", Dialect(currency: "USD")) != nil)
  #expect(problem("5万元", Dialect()) == nil)
}

@Test func suggestionsStandInThePlaceOfTheRange() {
  #expect(problem("12,60")?.suggestion == "1260")
  #expect(problem("2025-02-30")?.suggestion == "2025-02-28")
  #expect(problem("CYN 380")?.suggestion == "CNY")
  #expect(problem("6月")?.suggestion == "个月")
  #expect(problem("50 custmers")?.suggestion == "customers")
}

/// A second 万 or 亿 is no unit: it would make a count of `万元` out of money.
@Test func aNumberHasOneMagnitude() {
  for text in ["3万万元", "1.1400万万", "3亿万人", "3k 万元", "3k万元", "2亿亿"] {
    guard case .secondMagnitude = problem(text)?.kind else {
      Issue.record("\(text) is read")
      continue
    }
  }
  for text in ["3千万元", "3万亿元", "2百万", "3万千瓦", "5元/万人", "3万人"] { #expect(problem(text) == nil, "\(text)") }
}

@Test(arguments: [("3k元", "3000元"), ("1.5m元/年", "1500000元/年"), ("2K人", "2000人"), ("3bn元", "30亿元")])
func latinMagnitudesStandBeforeChineseWords(short: String, long: String) throws {
  func read(_ text: String) throws -> Quantity { try text.withLiteralBytes { parseQuantity($0, yuan) }.get() }
  let (one, other) = (try read(short), try read(long))
  #expect(one.low == other.low && one.unit == other.unit, "\(one) \(other)")
}

@Test(arguments: ["5k歌", "2kg"])
func aLetterOfAUnitIsNoMagnitude(text: String) throws {
  let number = try text.withLiteralBytes { parseQuantity($0, yuan) }.get().low
  #expect(number < 10, "\(text) is \(number)")
}

@Test(arguments: ["1e4", "1e04S", "~1+倍", "3~百分点"])
func aMarkOrPowerIsNoCountedThing(text: String) { #expect(problem(text) != nil) }

@Test func whatAFieldWantsDecides() {
  #expect("2025Q1".withLiteralBytes { parseQuantity($0, yuan) } == .failure(problem("2025Q1", asks: .notAQuantity)))
  #expect("2025-03".withLiteralBytes { parseDate($0) } == .failure(problem("2025-03", asks: .notADate)))
  #expect("soon".withLiteralBytes { parsePeriod($0) } == .failure(problem("soon", asks: .notAPeriod)))
}

private func problem(_ text: String, asks kind: LiteralProblem.Kind) -> LiteralProblem {
  LiteralProblem(kind, 0..<text.utf8.count)
}

@Test func noTextMakesTheParsersFail() {
  var generator = SeededGenerator(99)
  let pieces = [
    "1", "25", ",", ".", "-", "+", "~", "%", "万", "亿", "元", "/", "·", "人", "年", "Q", "W", "2025",
    "x", ":", "→", "每", "次", " ", "近", "≥", "以上", "分", "(", "满分", "CNY", "¥", "$", "月", "日", "至",
    "..", "个", "百分点", "\u{FF11}", "e", "m", "\u{3000}",
  ]
  for _ in 0..<20_000 {
    let count = Int.random(in: 0...8, using: &generator)
    var text = Array((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined().utf8)
    if !text.isEmpty, Bool.random(using: &generator) { text.removeLast() }
    text.withUnsafeBufferPointer { bytes in
      _ = parseQuantity(bytes, yuan)
      _ = parsePeriod(bytes, yuan)
      _ = parseUnit(bytes, yuan)
      if let prefix = try? parseLiteralPrefix(bytes, from: 0, yuan)?.get() {
        #expect(prefix.end > 0 && prefix.end <= bytes.count)
      }
      switch parseLiteral(bytes, yuan) {
      case .success(let literal): _ = literal.canonicalText
      case .failure(let problem): #expect(problem.range.upperBound <= bytes.count)
      }
    }
  }
}
