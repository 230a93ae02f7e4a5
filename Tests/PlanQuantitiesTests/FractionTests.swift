import PlanQuantities
import Seeded
import Testing

private let huge = Fraction(Int.max)

private func random(_ generator: inout SeededGenerator) -> Fraction {
  let wide = Bool.random(using: &generator)
  let bound = wide ? Int.max : 1000
  let top = Int.random(in: -bound...bound, using: &generator)
  return Fraction(top, Int.random(in: 1...bound, using: &generator))
}

@Test func lawsOfArithmeticHoldAcrossBothForms() throws {
  var generator = SeededGenerator(1)
  for _ in 0..<500 {
    let (a, b, c) = (random(&generator), random(&generator), random(&generator))
    #expect(a + b == b + a)
    #expect((a + b) + c == a + (b + c))
    #expect(a * (b + c) == a * b + a * c)
    #expect(a - b + b == a)
    #expect((a + b).hashValue == (b + a).hashValue)
    #expect((a < b) == (a - b).isNegative)
    if !b.isZero {
      let quotient = try #require(a.divided(by: b))
      #expect(quotient * b == a)
    }
    let below = a.floor
    #expect(below <= a && a < below + 1 && below.isWhole)
  }
}

@Test func whatOutgrowsSixtyFourBitsComesBackWhenItFits() {
  let square = huge * huge
  #expect(square.int == nil)
  #expect(square.decimalText == "85070591730234615847396907784232501249")
  #expect(square.divided(by: huge) == huge)
  #expect(square.divided(by: huge)?.int == Int.max)
  #expect(Set([square.divided(by: huge) ?? 0]).contains(huge))
  #expect(huge + 1 - 1 == huge)
  #expect(Fraction(Int.min) + 1 == -huge)
  #expect(-Fraction(Int.min) - 1 == huge)
  #expect(Fraction(Int.min, Int.min) == 1)
}

@Test func divisionByZeroGivesNothing() {
  #expect(Fraction(1).divided(by: 0) == nil)
  #expect(Fraction(0).power(-1) == nil)
}

@Test func powersAreExactAndBounded() {
  #expect(Fraction(108, 100).power(3) == Fraction(1_259_712, 1_000_000))
  #expect(Fraction(2).power(-3) == Fraction(1, 8))
  #expect(Fraction(2).power(100)?.decimalText == "1267650600228229401496703205376")
  #expect(Fraction(3).power(Int.max) == nil)
  #expect(Fraction(-1).power(Int.max) == -1)
  #expect(Fraction(5).power(0) == 1)
  #expect(huge.power(1000) != nil)
}

@Test(arguments: [
  (Fraction(1, 8), 2, "0.13"), (Fraction(-1, 8), 2, "-0.13"), (Fraction(5, 2), 0, "3"), (Fraction(2, 3), 4, "0.6667"),
  (Fraction(1, 1000), 2, "0"), (Fraction(-1, 1000), 2, "0"), (Fraction(100), 2, "100"), (Fraction(1999, 1000), 2, "2"),
])
func halvesRoundAwayFromZero(value: Fraction, places: Int, text: String) {
  #expect(value.text(places: places) == text)
}

@Test func decimalsAreExactWhereTheyEnd() {
  #expect(Fraction(1, 3).decimalText == "0.333333333333")
  #expect(Fraction(1, 1024).decimalText == "0.0009765625")
  #expect(Fraction(1_234_567_891, 100).text(places: 2, grouped: true) == "12,345,678.91")
  #expect(Fraction(5).text(exactPlaces: 2) == "5.00")
  #expect(Fraction(1450).rounded(places: -2) == 1500)
  #expect(Fraction(mantissa: 12, exponent: -1) == Fraction(6, 5))
  #expect(Fraction(mantissa: 12, exponent: 30).decimalText == "12" + String(repeating: "0", count: 30))
  #expect(Fraction(mantissa: 1, exponent: -30).decimalPlaces == 30)
}
