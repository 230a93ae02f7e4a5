import PlanText
import Testing

@Test(arguments: [("amuont", "amount"), ("tehcnology", "technology"), ("ownr", "owner"), ("du", "due")])
func nearMissIsSuggested(word: String, expected: String) {
  #expect(didYouMean(word, among: ["amount", "owner", "technology", "due", "date"]) == expected)
}

@Test func farWordIsNotSuggested() {
  #expect(didYouMean("budget", among: ["milestones", "kpis"]) == nil)
}
