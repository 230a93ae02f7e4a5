import PlanQuantities
import Testing

@Test func aHalfAndAThirdMakeFiveSixths() {
  #expect(Fraction(1, 2) + Fraction(1, 3) == Fraction(5, 6))
}
