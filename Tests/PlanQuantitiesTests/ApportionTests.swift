import PlanQuantities
import Seeded
import Testing

@Test func aHundredThousandSplitsAddUpAndNoneIsAUnitOff() throws {
  var generator = SeededGenerator(4)
  var wrong = 0
  for _ in 0..<100_000 {
    let total = Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)
    let weights = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      Fraction(Int.random(in: 0...100, using: &generator))
    }
    let sum = weights.reduce(Fraction(0), +)
    guard let parts = apportion(total, by: weights) else {
      if !sum.isZero { wrong += 1 }
      continue
    }
    if parts.reduce(0, +) != total { wrong += 1 }
    for (part, weight) in zip(parts, weights) {
      // |part − total·weight/sum| < 1, without the division.
      if (Fraction(part) * sum - Fraction(total) * weight).magnitude >= sum { wrong += 1 }
    }
  }
  #expect(wrong == 0)
}

@Test func tiesGoToTheEarlierPart() {
  #expect(apportion(100, by: [1, 1, 1]) == [34, 33, 33])
  #expect(apportion(-100, by: [1, 1, 1]) == [-34, -33, -33])
  #expect(apportion(12_000, by: [40, 35, 25]) == [4800, 4200, 3000])
  #expect(apportion(5, by: [0, 1]) == [0, 5])
  #expect(apportion(0, by: [1, 2]) == [0, 0])
}

@Test func noWeightGivesNoSplit() {
  #expect(apportion(5, by: []) == nil)
  #expect(apportion(5, by: [0, 0]) == nil)
  #expect(apportion(5, by: [2, -1]) == nil)
}

@Test func amountsSplitIntoMinorUnitsAndKeepWhatIsFiner() {
  let cent = Fraction(1, 100)
  #expect(apportion(10, unit: cent, by: [1, 1, 1]) == [Fraction(334, 100), Fraction(333, 100), Fraction(333, 100)])
  let fine = apportion(Fraction(1001, 1000), unit: cent, by: [1, 1])
  #expect(fine?.reduce(Fraction(0), +) == Fraction(1001, 1000))
}
