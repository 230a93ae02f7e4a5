import PlanQuantities
import Testing

private func compare(_ stated: String, _ derived: Quantity) throws -> String {
  switch agreement(stated: try quantity(stated), derived: derived, approximate: Fraction(5, 100)) {
  case .agrees: "agrees"
  case .roundedTheWrongWay: "rounding"
  case .onTheBound: "bound"
  case .differs(let difference): "differs \(difference.canonicalText)"
  case .unknown: "unknown"
  case .unlike: "unlike"
  }
}

private let money = Unit.currency("CNY")
private func percent(_ top: Int, _ bottom: Int) -> Quantity { Quantity(Fraction(top, bottom), mark: .percent) }

@Test(arguments: [
  ("21%", percent(3, 14), "agrees"),
  ("45%", Quantity(Fraction(45, 100) - Fraction(4, 100), mark: .percent), "differs -4pp"),
  ("1.5y", Quantity(Fraction(95, 100), .time), "differs -0.55 y"),
  ("16203", Quantity(Fraction(1_620_370, 100)), "rounding"),
  ("16204", Quantity(Fraction(1_620_370, 100)), "agrees"),
  ("17813", Quantity(Fraction(1_786_123, 100)), "differs 48.23"),
  ("1.2亿元", Quantity(124_999_999, money), "agrees"),
  ("1.2亿元", Quantity(125_000_000, money), "agrees"),
  ("1.2亿元", Quantity(126_000_000, money), "rounding"),
  ("1.2亿元", Quantity(131_000_000, money), "differs 11000000 CNY"),
  ("2200万元", Quantity(22_500_000, money), "differs 500000 CNY"),
  ("约2200万元", Quantity(22_500_000, money), "agrees"),
  ("近2200万元", Quantity(21_500_000, money), "agrees"),
  ("近2200万元", Quantity(22_500_000, money), "rounding"),
  ("近2200万元", Quantity(24_500_000, money), "differs 2500000 CNY"),
  ("超5.4亿元", Quantity(540_000_000, money), "bound"),
  ("超5.4亿元", Quantity(540_000_001, money), "agrees"),
  ("≥30%", percent(29, 100), "differs -1pp"),
  ("≥30%", percent(30, 100), "agrees"),
  ("不超过5%", percent(5, 100), "agrees"),
  ("<5%", percent(5, 100), "bound"),
  ("2%-5%", percent(3, 100), "agrees"),
  ("2%-5%", percent(55, 1000), "agrees"),
  ("2%-5%", percent(58, 1000), "rounding"),
  ("2%-5%", percent(1, 1000), "differs -1.9pp"),
  ("3%", Quantity(low: Fraction(2, 100), high: Fraction(5, 100), mark: .percent), "unknown"),
  ("2%-5%", Quantity(low: Fraction(3, 100), high: Fraction(4, 100), mark: .percent), "agrees"),
  ("≥3%", Quantity(low: Fraction(2, 100), high: Fraction(5, 100), mark: .percent), "unknown"),
  ("10%", Quantity(Fraction(1, 10), mark: .points), "unlike"),
  ("10%", Quantity(Fraction(1, 10)), "agrees"),
  ("10元", Quantity(10), "unlike"),
  ("8.6/10", Quantity(86, mark: .score(100)), "unlike"),
])
func figuresAgreeAtThePrecisionOfWhatWasStated(stated: String, derived: Quantity, expected: String) throws {
  #expect(try compare(stated, derived) == expected)
}
