import PlanText
import Synchronization
import Testing

@Suite struct FindingTests {
  private enum Wrong: Problem {
    static let code = "X001"
    static let severity = Severity.error
  }

  private static func place(_ start: Int) -> SourceRange { SourceRange(file: FileID(0), start: start, end: start + 1) }

  @Test func wordsAreAskedForOnceAndWhenWanted() {
    let asked = Atomic<Int>(0)
    let finding = Finding(Wrong.code, at: Self.place(3), severity: .advice) {
      asked.add(1, ordering: .relaxed)
      return Diagnostic(Wrong.self, at: Self.place(3), Message(verbatim: "off"))
    }
    #expect(asked.load(ordering: .relaxed) == 0)
    #expect(finding.code == "X001" && finding.severity == .advice && finding.range == Self.place(3))
    #expect(finding.diagnostic.message.text(in: .english) == "off")
    #expect(finding.diagnostic.severity == .advice, "what was reported holds, not what is usual")
    #expect(asked.load(ordering: .relaxed) == 1)
  }

  @Test func orderAsksOnlyForTheWordsOfWhatSharesAPlace() {
    let asked = Atomic<Int>(0)
    func finding(_ start: Int, _ words: String) -> Finding {
      Finding(Wrong.code, at: Self.place(start), severity: .error) {
        asked.add(1, ordering: .relaxed)
        return Diagnostic(Wrong.self, at: Self.place(start), Message(verbatim: words))
      }
    }
    let apart = (0..<100).map { finding(99 - $0, "off") }
    #expect(apart.order { _ in "plan.yaml" } == Array((0..<100).reversed()))
    #expect(asked.load(ordering: .relaxed) == 0)
    let together = [finding(5, "b"), finding(5, "a"), finding(5, "b"), finding(4, "c")]
    #expect(together.order { _ in "plan.yaml" } == [3, 1, 0])
    #expect(asked.load(ordering: .relaxed) == 3)
  }
}
